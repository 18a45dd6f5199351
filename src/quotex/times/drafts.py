"""A time as found, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.text import Range


@dataclass(frozen=True, slots=True)
class TimeDraft:
    """When: the words, and their EDTF value (None: not known without a publication date)."""

    span: Range
    value: str | None
