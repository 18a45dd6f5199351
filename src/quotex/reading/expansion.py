"""From what the user names to inputs: folders and patterns become the files in them."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from quotex.errors import InputError, MissingInputError, UnreadableInputError, UnsupportedInputError

_URL = re.compile(r"(?i)(?:https?://|www\.)\S+")
_WORDS = re.compile(r"\S+(?:\s+\S+){2,}")
"""What somebody wants read who names no file."""


def is_several(name: str) -> bool:
    """Whether a name stands for the files in a folder or of a pattern."""
    return is_folder(name) or (glob.has_magic(name) and not _URL.match(name) and not is_there(name))


def is_folder(name: str) -> bool:
    """Whether a name is that of a folder."""
    return os.path.isdir(name)  # noqa: PTH112  (a Path raises where no file can have such a name)


def is_there(name: str) -> bool:
    """Whether a file or folder has a name."""
    return os.path.exists(name)  # noqa: PTH110


def expand(name: str, is_read: Callable[[str], bool]) -> Iterator[str | InputError]:
    """Yield the files that a name stands for: itself, those of a pattern, or all in a folder and the folders in it.

    Args:
        name: a path, or a pattern of the shell (``*``, ``?``, ``[ab]``, ``**`` for folders in folders).
        is_read: tells whether a file in a folder is taken. Hidden files and folders are left out.

    Yields:
        Paths, sorted within each folder; what is wrong in place of a folder that cannot be read, of a link to one,
        which is not followed, of what would be read if it were a file, of an address of the web, and where there is no
        file at all.
    """
    if _URL.match(name) and not is_there(name):
        address = name if "://" in name else f"https://{name}"
        fetched = f"trafilatura -u '{_shown(address)}' --json --with-metadata | quotex extract"
        yield UnsupportedInputError(f"{_shown(name)}: nothing is fetched from the web here; do it with: {fetched}")
        return
    if not is_several(name):
        if _WORDS.fullmatch(name) and not is_there(name):
            yield MissingInputError(
                f"{_shown(name)}: no such file; to read words, pipe them in: echo '...' | quotex extract"
            )
        else:
            yield name
        return
    folder = is_folder(name)
    found = _in_folder(name, is_read) if folder else _matching(name)
    first = next(found, None)
    if first is not None:
        yield first
        yield from found
    else:
        what = "a folder without articles" if folder else "no file matches"
        yield MissingInputError(f"{_shown(name)}: {what}; check the path")


def left_out(name: str, is_read: Callable[[str], bool]) -> Counter[str]:
    """Count the files in a folder and the folders in it that are not taken, hidden ones apart, by suffix."""
    counts: Counter[str] = Counter()
    for _, folders, files in os.walk(name):
        folders[:] = (folder for folder in folders if not folder.startswith("."))
        counts.update(PurePath(file).suffix.lower() for file in files if not (file.startswith(".") or is_read(file)))
    return counts


def _in_folder(top: str, is_read: Callable[[str], bool]) -> Iterator[str | InputError]:
    unread: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=unread.append):
        yield from _told(unread)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (path := Path(folder, name)).is_symlink():
                yield UnreadableInputError(f"{_shown(str(path))}: a link to a folder, not followed; name it by itself")
        for name in sorted(files):
            if not name.startswith(".") and is_read(name):
                yield _regular(Path(folder, name))
    yield from _told(unread)


def _regular(path: Path) -> str | InputError:
    """Return a path, unless it leads to what may never end: a pipe, a device."""
    with suppress(OSError):  # a link that leads nowhere; reading it says so
        if not stat.S_ISREG(path.stat().st_mode):
            return UnreadableInputError(f"{_shown(str(path))}: not a regular file; name it by itself")
    return str(path)


def _told(unread: list[OSError]) -> Iterator[InputError]:
    for error in unread:
        yield UnreadableInputError(f"{_shown(error.filename)}: a folder that cannot be read; check its mode and owner")
    unread.clear()


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", errors="replace")


def _matching(pattern: str) -> Iterator[str]:
    found = glob.iglob(pattern, recursive=True)  # noqa: PTH207  (Path.glob starts at a folder, not at any path)
    return iter(sorted(path for path in found if Path(path).is_file()))
