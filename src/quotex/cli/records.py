"""Records in a file: one JSON document, or JSON Lines."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotex.errors import EmptyInputError

if TYPE_CHECKING:
    from quotex.reading.source import Input

__all__ = ["documents"]

_LINES = (".jsonl", ".ndjson")


def documents(source: Input) -> Iterator[tuple[str, bytes]]:
    """Yield each document and where it stands; without a telling suffix, one whole in its first line makes lines."""
    with source.open() as stream:
        first = stream.readline().removeprefix(codecs.BOM_UTF8)
        if source.suffix not in _LINES and not _is_json(first):
            whole = first + stream.read()
            if not whole.strip():
                raise EmptyInputError(f"{source.where}: empty; give what quotex extract wrote")
            yield source.where, whole
            return
        yield f"{source.where}:1", first
        yield from ((f"{source.where}:{n}", line) for n, line in enumerate(stream, start=2) if line.strip())


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
