"""An input by name: a path, or ``-`` for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import PurePath
from typing import cast

from quotex.errors import MissingInputError, UnreadableInputError

__all__ = ["STDIN", "Input"]

STDIN = "-"


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
        """The suffix of the path in lower case, with its dot; empty when there is none."""
        return "" if self.is_stdin else PurePath(self.name).suffix.lower()

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """Open it for reading, once for standard input, as often as wanted for a regular file.

        Raises:
            MissingInputError: no such file, or a folder.
            UnreadableInputError: the operating system refuses, now or while it is read.
        """
        try:
            if self.is_stdin:
                yield _stdin()
            else:
                with open(self.name, "rb") as stream:  # noqa: PTH123  (a name of bytes that are no text stays as it is)
                    yield stream
        except FileNotFoundError as error:
            raise MissingInputError(f"{self.where}: no such file; check the path") from error
        except IsADirectoryError as error:
            raise MissingInputError(f"{self.where}: a folder; name the files in it: {self.id}/*.txt") from error
        except PermissionError as error:
            raise UnreadableInputError(f"{self.where}: no permission to read it; check its mode and owner") from error
        except OSError as error:
            raise UnreadableInputError(
                f"{self.where}: cannot be read ({error.strerror or error}); copy it first"
            ) from error


def _stdin() -> BufferedReader:
    if sys.stdin is None:
        raise UnreadableInputError("standard input: closed; name a file, or pipe an article")
    return cast(BufferedReader, sys.stdin.buffer)
