"""Where output goes: sinks whose failures are quotex's errors, and files written whole or not at all."""

from __future__ import annotations

import io
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from quotex.errors import OutputError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["ReaderGone", "Sink", "whole_file"]


class ReaderGone(Exception):  # noqa: N818  (nothing is wrong)
    """The reader of a pipe went away, as ``head`` does once it has enough."""


class Sink(io.BufferedWriter):
    """A buffered file for writing, whose failures are quotex's.

    The buffer is what is wrapped, not the file beneath it: Ctrl-C between the two would write twice.

    Raises:
        OutputError: on opening, writing, flushing or closing, the disk is full or the like; the message calls the
            file ``label``.
        ReaderGone: it is a pipe that nobody reads any more.
    """

    def __init__(self, file: int | str, mode: str = "wb", *, label: str, closefd: bool = True) -> None:
        with _reported(label):
            super().__init__(io.FileIO(file, mode, closefd))
        self.label = label

    def write(self, data: ReadableBuffer, /) -> int:
        """Write bytes; return how many were taken."""
        with _reported(self.label):
            return super().write(data)

    def flush(self) -> None:
        """Hand everything to the operating system."""
        with _reported(self.label):
            super().flush()


@contextmanager
def whole_file(name: str) -> Iterator[BinaryIO]:
    """Open ``name`` for writing so that it appears, or is replaced, only when the block ends without an error.

    What is written goes to a new file in the same folder, which then takes the name; a link stays and its target
    is replaced; an old file's permissions stay. A device, a pipe or a socket is written to directly.

    Raises:
        OutputError: the folder is not there, the disk is full, or the like; nothing is left behind.
    """
    with _reported(name):
        direct = _is_written_directly(Path(name))
    if direct:
        with Sink(name, label=name) as stream:
            yield stream
        return
    target = Path(os.path.realpath(name))
    part = target.with_name(f".quotex-{secrets.token_hex(6)}.part")
    with _reported(name):
        mode = _mode(target)
        sink = Sink(str(part), "xb", label=name)  # the umask applies, as to any new file
    try:
        with sink as stream:
            yield stream
            stream.flush()
            with _reported(name):
                if mode is not None:
                    part.chmod(mode)
                os.fsync(stream.fileno())
        with _reported(name):
            part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(target.parent)


def _is_written_directly(path: Path) -> bool:
    """Whether to write to what is there: /dev/stdout may lead to a regular file, which is not ours to swap."""
    if path.absolute().parts[1:2] in (("dev",), ("proc",)):
        return True
    return path.exists() and not (path.is_file() or path.is_dir())


def _mode(target: Path) -> int | None:
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found):
        raise IsADirectoryError
    return stat.S_IMODE(found)


@contextmanager
def _reported(label: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error
    except FileNotFoundError as error:
        raise OutputError(f"{label}: no such folder; make it first") from error
    except IsADirectoryError as error:
        raise OutputError(f"{label}: a folder; name a file in it") from error
    except OSError as error:
        raise OutputError(f"{label}: cannot be written: {error.strerror or error}") from error


def _sync_folder(folder: Path) -> None:
    """Make the new name last; not every file system can, and the data are safe without it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
