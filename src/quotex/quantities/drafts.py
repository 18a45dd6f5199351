"""A quantity as found, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.contract.terms import Change, Modifier
from quotex.text import Range

Number = int | float


@dataclass(frozen=True, slots=True)
class QuantityDraft:
    """A figure with what it counts or measures; ``span`` holds modifier, number, unit or noun.

    ``counted`` and ``subject``, whom or what it is said of, are words of the view, and ``_at`` is where they stand;
    ``money`` tells whether the unit is money; ``led`` is the word before it; ``number`` and ``unit_at`` are where
    number and unit stand; ``old`` and ``new`` what the value, or an end of it, was before and after a change.
    """

    span: Range
    value: Number | tuple[Number, Number] | None
    modifier: Modifier = Modifier.EXACT
    change: Change | None = None
    unit: str | None = None
    counted: str | None = None
    counted_at: Range | None = None
    subject: str | None = None
    subject_at: Range | None = None
    money: bool = False
    led: str = ""
    number: Range | None = None
    unit_at: Range | None = None
    margin: Number | None = None
    old: Number | None = None
    new: Number | None = None
