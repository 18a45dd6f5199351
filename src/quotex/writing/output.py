"""Where output goes: sinks whose failures are quotex's errors, and files written whole or not at all."""

from __future__ import annotations

import glob
import io
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from quotex.errors import OutputError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


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
        with reported(label):
            super().__init__(io.FileIO(file, mode, closefd))
        self.label = label

    def write(self, data: ReadableBuffer, /) -> int:
        """Write bytes; return how many were taken."""
        with reported(self.label):
            return super().write(data)

    def flush(self) -> None:
        """Hand everything to the operating system."""
        with reported(self.label):
            super().flush()


@contextmanager
def whole_file(name: str) -> Iterator[BinaryIO]:
    """Open ``name`` for writing so that it appears, or is replaced, only when the block ends without an error.

    What is written goes to a new file in the same folder, which then takes the name; a link stays and its target
    is replaced; an old file's permissions stay. A device, a pipe or a socket is written to directly.

    Raises:
        OutputError: the folder is not there, the disk is full, or the like; nothing is left behind.
    """
    with reported(name):
        direct = _is_written_directly(Path(name))
    if direct:
        with Sink(name, label=name) as stream:
            yield stream
        return
    with whole_path(name) as part, Sink(str(part), label=name) as stream:
        yield stream


@contextmanager
def whole_path(name: str) -> Iterator[Path]:
    """Give the path of an empty file, which takes ``name`` when the block ends without an error.

    For writers that open their file themselves; otherwise as :func:`whole_file`. Until then none but its owner can
    read it.

    Raises:
        OutputError: as :func:`whole_file`; also for an OSError of the block.
    """
    target = Path(os.path.realpath(name))
    part = part_of(target)
    with reported(name):
        mode = _mode(target)
        if not target.parent.is_dir():
            raise FileNotFoundError
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with reported(name):
            yield part
            part.chmod(0o666 & ~umask() if mode is None else mode)
            _sync(part)
            part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    with suppress(OSError):  # makes the new name last; not every file system can, and the data are safe without it
        _sync(target.parent)


def part_of(target: Path) -> Path:
    """Return a new name beside an output, for what is to become it."""
    return target.with_name(f"{_beginning(target)}-{secrets.token_hex(6)}.part")


def umask() -> int:
    """Return what new files are not open to."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def sweep(name: str) -> None:
    """Remove what runs that were killed have left of an output."""
    target = Path(os.path.realpath(name))
    for part in target.parent.glob(f"{glob.escape(_beginning(target))}-{'[0-9a-f]' * 12}.part"):
        with suppress(OSError):
            shutil.rmtree(part) if part.is_dir() and not part.is_symlink() else part.unlink()


def _beginning(target: Path) -> str:
    return f".quotex-{target.name[:100]}"


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
def reported(label: str) -> Iterator[None]:
    """Make the failures of what is written in the block quotex's; messages call the output ``label``.

    Raises:
        OutputError: the disk is full, the folder is not there, or the like.
        ReaderGone: it is a pipe that nobody reads any more.
    """
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


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
