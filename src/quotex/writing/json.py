"""JSON for one article, JSON Lines for many: UTF-8, keys in the order of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from quotex.records import Extraction, Failure
from quotex.writing.flat import rows
from quotex.writing.formats import RecordKind

__all__ = ["documents", "lines"]

# Legal in JSON, but some terminals obey the first kind and some readers take the second for line ends.
_RISKY = re.compile(r"[\x7f-\x9f\u2028\u2029]")


def documents(results: Iterable[Extraction | Failure], records: RecordKind | None) -> Iterator[str]:
    """Yield one indented document an article: the extraction, or an array of its flat records."""
    for result in results:
        if isinstance(result, Extraction):
            whole = result.model_dump_json(indent=2) if records is None else _dump(list(rows(result, records)), 2)
            yield _safe(whole) + "\n"


def lines(results: Iterable[Extraction | Failure], records: RecordKind | None) -> Iterator[str]:
    """Yield one line a result, or one a flat record; failures only among whole extractions."""
    for result in results:
        if records is None:
            yield _safe(result.model_dump_json()) + "\n"
        elif isinstance(result, Extraction):
            yield from (_safe(_dump(row)) + "\n" for row in rows(result, records))


def _dump(value: object, indent: int | None = None) -> str:
    separators = None if indent else (",", ":")  # as pydantic writes it
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)


def _safe(text: str) -> str:
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
