"""A folder as an output: it appears whole or not at all, and takes the place of nothing but an older run's.

A run leaves in its folder a list of what it has written, by digests: as long as nothing else is there, the folder is
its own, and a later run may replace it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import file_digest
from pathlib import Path

from quotex.errors import OutputError
from quotex.writing.output import part_of, reported, umask

_LIST = ".quotex"


@contextmanager
def whole_folder(name: str) -> Iterator[Path]:
    """Give an empty folder to write to, which takes ``name`` when the block ends without an error.

    An older folder of that name goes, unless anything is in it that no run has written. A link stays, and the folder
    that it leads to is replaced.

    Raises:
        OutputError: the folder around it is not there, the disk is full, or the like, also within the block; or the
            older folder holds something else. Nothing is left behind, and the older folder as it was.
    """
    target = Path(os.path.realpath(name))
    part = part_of(target)
    with reported(name):
        _require_own(target, name)
        part.mkdir(0o700)
    try:
        with reported(name):
            yield part
            _write_list(part)
            part.chmod((0o777 & ~umask()) if not target.exists() else target.stat().st_mode & 0o7777)
            _require_own(target, name)  # a person may have worked there meanwhile
            _replace(target, part)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _require_own(target: Path, name: str) -> None:
    """Refuse to replace what is not an older run's."""
    if not target.exists():
        if not target.parent.is_dir():
            raise FileNotFoundError
        return
    if not target.is_dir():
        raise OutputError(f"{name}: a file; name a folder")
    found = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.name != _LIST}
    known = _read_list(target / _LIST)
    other = next((name for name, path in sorted(found.items()) if known.get(name) != _digest(path)), None)
    if other is not None:
        raise OutputError(f"{name}: holds {other}, which is not, or no more, what a run wrote; name a new folder")


def _write_list(folder: Path) -> None:
    written = {path.relative_to(folder).as_posix(): _digest(path) for path in sorted(folder.rglob("*"))}
    (folder / _LIST).write_text(json.dumps(written, indent=0), encoding="utf-8")


def _read_list(path: Path) -> dict[str, str]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def _digest(path: Path) -> str:
    if not path.is_file() or path.is_symlink():
        return "other"
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _replace(target: Path, part: Path) -> None:
    """Put a folder in another's place; a system has no one step for it."""
    older = None
    if target.exists():
        older = part_of(target)
        target.rename(older)
    try:
        part.rename(target)
    except BaseException:
        if older is not None:
            with suppress(OSError):
                older.rename(target)
        raise
    if older is not None:
        shutil.rmtree(older, ignore_errors=True)
