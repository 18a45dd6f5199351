"""A table page by page on a terminal, as git shows its own: through ``$PAGER``, or else less."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, TextIO

from quotex.writing.output import ReaderGone

_LESS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}
"""To end at once where all fits on the screen, to keep colours, and to leave what was shown there."""


@contextmanager
def paged(stream: TextIO, *, wanted: bool) -> Iterator[IO[str]]:
    """Give what to write to instead of a stream: a pager where that is a terminal and there is one, else the stream.

    Raises:
        ReaderGone: the reader has left the pager before the end.
    """
    process = _started() if wanted and stream.isatty() and sys.stdin is not None else None
    if process is None or process.stdin is None:
        yield stream
        return
    try:
        with process.stdin as pages:
            yield pages
    except BrokenPipeError:
        raise ReaderGone from None
    finally:
        while process.poll() is None:
            with suppress(KeyboardInterrupt):  # less takes Ctrl-C for itself
                process.wait()


def _started() -> subprocess.Popen[str] | None:
    """Start the pager; None: there is none, or it would show all as it comes."""
    command = shlex.split(os.environ.get("QUOTEX_PAGER", os.environ.get("PAGER", "less")))
    if command in ([], ["cat"]):
        return None
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, encoding="utf-8", errors="backslashreplace", env=_LESS | os.environ
        )
    except OSError:
        return None
