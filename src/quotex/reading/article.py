"""A text and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quotex.contract.records import WarningCode


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader hands to the pipeline.

    Attributes:
        text: as decoded; line ends and everything else kept as they are, a byte order mark left out.
        id: unique within a run: the path, or the record's own id.
        notes: what reading had to decide, as (warning code, message).
        kept: name and value of the columns that were asked for, as strings.
    """

    text: str
    id: str = "-"
    path: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    notes: tuple[tuple[WarningCode, str], ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
