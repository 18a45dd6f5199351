"""An input by name: a path, or ``-`` for standard input; compressed ones are read as what is in them."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, cast

from quotex.errors import MalformedInputError, MissingInputError, MissingPartError, UnreadableInputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["LARGEST", "STDIN", "Input", "lines", "read_all"]

STDIN = "-"
LARGEST = 1 << 28
"""Bytes of one article at most; what a small file unpacks to is held to it too."""


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
        return suffix if suffix in _OPENERS else None

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """Open it for reading, once for standard input, as often as wanted for a regular file.

        Raises:
            MissingInputError: no such file, or a folder.
            UnreadableInputError: the operating system refuses, now or while it is read.
            MalformedInputError: it is compressed, and broken.
            MissingPartError: it is compressed in a way that needs an optional package.
        """
        try:
            if self.is_stdin:
                yield _stdin()
            else:
                with open(self.name, "rb") as stream:  # noqa: PTH123  (a name of bytes that are no text stays as it is)
                    yield _OPENERS[self._compression](stream, self.where) if self._compression else stream
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise MalformedInputError(f"{self.where}: broken gzip ({error}); compress it again") from error
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


def read_all(stream: BufferedReader, where: str) -> bytes:
    """Read to the end.

    Raises:
        MalformedInputError: it is longer than any article, or a small file that unpacks to something huge.
    """
    raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise MalformedInputError(
            f"{where}: over {LARGEST >> 20} MiB; one article a file, or a line of .jsonl, is read"
        )
    return raw


def lines(stream: BufferedReader, where: str) -> Iterator[bytes]:
    """Yield line after line, with their ends.

    Raises:
        MalformedInputError: one is longer than any article.
    """
    while line := stream.readline(LARGEST + 1):
        if len(line) > LARGEST:
            raise MalformedInputError(f"{where}: a line of over {LARGEST >> 20} MiB; give one article a line")
        yield line


def _gzip(stream: BinaryIO, where: str) -> BufferedReader:
    return BufferedReader(cast(RawIOBase, gzip.GzipFile(fileobj=stream)))


def _zstd(stream: BinaryIO, where: str) -> BufferedReader:
    try:
        from zstandard import ZstdDecompressor, ZstdError  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise MissingPartError('reading .zst needs zstandard: pip install "quotex[zstd]"') from error

    class Frames(RawIOBase):
        """What is unpacked, with failures told as quotex's."""

        def __init__(self) -> None:
            self._reader = ZstdDecompressor(max_window_size=1 << 27).stream_reader(stream, read_across_frames=True)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: WriteableBuffer, /) -> int:
            try:
                return int(self._reader.readinto(buffer))
            except ZstdError as error:
                raise MalformedInputError(f"{where}: broken zstd ({error}); compress it again") from error

    return BufferedReader(Frames())


_OPENERS: dict[str, Callable[[BinaryIO, str], BufferedReader]] = {".gz": _gzip, ".zst": _zstd}


def _stdin() -> BufferedReader:
    if sys.stdin is None:
        raise UnreadableInputError("standard input: closed; name a file, or pipe an article")
    return cast(BufferedReader, sys.stdin.buffer)
