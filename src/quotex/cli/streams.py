"""Where text goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from quotex.writing.output import whole_file

STD = "-"


@contextmanager
def output_stream(name: str | None) -> Iterator[TextIO]:
    """Open an output for text; without a name, or with ``-``, standard output.

    Raises:
        OutputError: it cannot be written; a file of that name is left as it was.
    """
    if name in (None, STD):
        yield sys.stdout
        return
    with whole_file(str(name)) as stream:
        yield TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", write_through=True)
