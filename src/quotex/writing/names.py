"""Names of files, made of articles' ids."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 100  # characters: file systems take 255 bytes, suffix included
_SUFFIX = re.compile(r"\.(?:txt|md|html?|xhtml)$", re.IGNORECASE)


class FileNames:
    """The names given so far: each once, also where a file system takes upper and lower case for one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, id: str) -> str:
        """Return a name that any file system can have, as like the end of an id as may be."""
        stem = _SUFFIX.sub("", PurePosixPath(id).name)
        stem = _UNSAFE.sub("_", stem)[:_LONGEST].strip("._-") or "article"
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name
