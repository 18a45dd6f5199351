"""An input by name: a path, or ``-`` for standard input; compressed ones are read as what is in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import PurePath
from typing import AnyStr, cast

from quotex.errors import MalformedInputError, MissingInputError, UnreadableInputError
from quotex.reading.unpacking import UNPACKERS

STDIN = "-"
LARGEST = 1 << 28
"""Bytes of one article at most; what a small file unpacks to is held to it too."""

_PIECE = 1 << 20
_SKIPPED = 1 << 12
"""Pieces of a line that are passed over at most."""


@dataclass(frozen=True, slots=True)
class Input:
    """What a reader is handed.

    Attributes:
        name: as the user gave it.
    """

    name: str

    @property
    def is_stdin(self) -> bool:
        """Whether this is standard input."""
        return self.name == STDIN

    @property
    def id(self) -> str:
        """The name as it can be written: bytes of it that are not UTF-8 become U+FFFD."""
        return os.fsencode(self.name).decode("utf-8", errors="replace")

    @property
    def path(self) -> str | None:
        """The path as it can be written, or None for standard input."""
        return None if self.is_stdin else self.id

    @property
    def where(self) -> str:
        """What messages call it."""
        return "standard input" if self.is_stdin else self.id

    @property
    def suffix(self) -> str:
        """The suffix of the path in lower case, with its dot, that of compression left out; empty: there is none."""
        path = PurePath(self.name)
        return "" if self.is_stdin else PurePath(path.stem if self._compression else path).suffix.lower()

    @property
    def _compression(self) -> str | None:
        suffix = PurePath(self.name).suffix.lower()
        return suffix if suffix in UNPACKERS else None

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """Open it for reading, once for standard input, as often as wanted for a regular file.

        Raises:
            MissingInputError: no such file, or a folder.
            UnreadableInputError: the operating system refuses, now or while it is read.
            MalformedInputError: it is compressed, and broken; what came whole is read before.
            MissingPartError: it is compressed in a way that needs an optional package.
        """
        try:
            if self.is_stdin:
                yield _stdin()
            elif "\0" in self.name:
                raise FileNotFoundError
            else:
                with open(self.name, "rb") as stream:  # noqa: PTH123  (a name of bytes that are no text stays as it is)
                    packing = self._compression
                    yield BufferedReader(UNPACKERS[packing](stream, self.where)) if packing else stream
        except FileNotFoundError as error:
            raise MissingInputError(f"{self.where}: no such file; check the path") from error
        except IsADirectoryError as error:
            raise MissingInputError(f"{self.where}: a folder; name the files in it") from error
        except PermissionError as error:
            raise UnreadableInputError(f"{self.where}: no permission to read it; check its mode and owner") from error
        except OSError as error:
            raise UnreadableInputError(
                f"{self.where}: cannot be read ({error.strerror or error}); copy it first"
            ) from error

    def read(self) -> bytes:
        """Read all of it.

        Raises:
            InputError: as of :meth:`open`; or it is longer than any article, a small file that unpacks to it too.
        """
        with self.open() as stream:
            raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            problem = f"over {LARGEST >> 20} MiB; one article a file, or a line of .jsonl, is read"
            raise MalformedInputError(f"{self.where}: {problem}")
        return raw


def lines(stream: BufferedReader, where: str) -> Iterator[bytes | MalformedInputError]:
    """Yield line after line, with their ends; in place of one that is longer than any article, what is wrong with it.

    Raises:
        MalformedInputError: what is compressed is broken, or the rest of such a line has no end.
    """
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if len(line) <= LARGEST:
            yield line
        else:
            problem = MalformedInputError(
                f"{where}:{number}: a line of over {LARGEST >> 20} MiB; give one article a line"
            )
            skip_line(line, stream.readline, problem)
            yield problem


def skip_line(line: AnyStr, readline: Callable[[int], AnyStr], problem: MalformedInputError) -> None:
    """Read on to the end of a line of which the beginning is too long already.

    Args:
        line: the beginning.
        readline: reads on, so many bytes or characters at most.
        problem: raised where the line does not end either: a small file that unpacks to something huge.
    """
    for _ in range(_SKIPPED):
        if not line or line[-1:] in (b"\n", "\n", "\r"):
            return
        line = readline(_PIECE)
    raise problem


def _stdin() -> BufferedReader:
    if sys.stdin is None:
        raise UnreadableInputError("standard input: closed; name a file, or pipe an article")
    return cast(BufferedReader, sys.stdin.buffer)
