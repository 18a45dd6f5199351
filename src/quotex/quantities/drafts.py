"""Figures and quantities as found, before they become records."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.contract.terms import Change, Modifier
from quotex.english.numbers import Number, Numeral
from quotex.english.units import TIME_UNITS, Unit, is_age
from quotex.text import Range


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, before it is placed in its sentence."""

    span: Range
    value: Number | tuple[Number, Number] | None
    numeral: Numeral
    unit: Unit | None
    name: str | None  # of the unit, rates and all
    change: Change | None = None
    margin: Number | None = None
    number: Range | None = None
    unit_at: Range | None = None
    ends: tuple[Number, Number] | None = None  # of a change from one to the other

    @property
    def is_time(self) -> bool:
        """Whether it is a duration or an age."""
        return self.name in TIME_UNITS or is_age(self.name)

    @property
    def is_range(self) -> bool:
        """Whether the figure has two ends."""
        return isinstance(self.value, tuple)

    def number_with(self, other: Figure) -> Range | None:
        """Return where the number stands that this one and the next make."""
        return Range(self.number.start, other.number.end) if self.number and other.number else None


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
