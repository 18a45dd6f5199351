"""Figures: numbers with their units, and the ranges and compound measures that several of them make."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from quotex.contract.records import Change
from quotex.english.units import TIME_UNITS, Unit, rate_behind, rate_of_many, subunit, unit_before, unit_behind
from quotex.parse.tokens import TokenIndex
from quotex.quantities.hedges import is_change, moves
from quotex.quantities.numbers import Number, Numeral, find_lives
from quotex.text import Range

__all__ = ["AGE", "FRACTION", "Figure", "find_figures"]

AGE = "year of age"
FRACTION = "fraction"
"""What a part of something is in: "a third", "one in four"."""

_LINK = re.compile(r" ?[-–—] ?|-? to | or | and |-to-| to as (?:many|much) as ", re.IGNORECASE)
_OPENS = re.compile(r"\b(between|from|by)(?: (?:the )?ages? of)? (?:about |around )?$", re.IGNORECASE)
_PURE = {"multiple": "times", "part": FRACTION}  # what a number with no unit is in, if not a count
_INCHES = re.compile(r" ?in(?![\w.])(?! (?:(?:the|an?|his|her|its|their|this|that)\b|\d|[A-Z]))")
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, before it is placed in its sentence."""

    span: Range
    value: Number | tuple[Number, Number] | None
    numeral: Numeral
    unit: Unit | None
    name: str | None  # of the unit, rates and all
    change: Change | None = None

    @property
    def is_time(self) -> bool:
        """Whether it is a duration or an age."""
        return self.name in TIME_UNITS or (self.name or "").endswith(" of age")

    @property
    def is_range(self) -> bool:
        """Whether the figure has two ends."""
        return isinstance(self.value, tuple)


def find_figures(view: str, numerals: Iterable[Numeral], tokens: TokenIndex) -> list[Figure]:
    """Give numbers their units, and join those that are one figure: "4 to 5 percent", "5 feet 10 inches"."""
    found: list[Figure] = []
    for numeral in numerals:
        figure = _figure(view, numeral, floor=found[-1].span.end if found else 0)
        if found and (joined := _compound(view, found[-1], figure) or _range(view, found[-1], figure, tokens)):
            found[-1] = joined
        else:
            found.append(figure)
    lives = (Figure(span, years, Numeral(span, None, "words"), None, AGE) for span, years in find_lives(view))
    return sorted((*found, *lives), key=lambda figure: figure.span.start)


def _figure(view: str, numeral: Numeral, floor: int) -> Figure:
    """Add the unit on either side of a number; what stands before ``floor`` belongs to the figure before it."""
    start, end = numeral.span
    before = unit_before(view, start, floor)
    gap = 4 if view[end : end + 4] == " of " and numeral.form in ("vague", "words") else 0  # "thousands of dollars"
    digits = numeral.form in ("digits", "part") and not gap
    behind = unit_behind(view, end + gap, digits=digits, sure=numeral.scaled or isinstance(numeral.value, float))
    if before and behind and (behind.name != before.name or view[behind.end : behind.end + 2].strip()[:1].isdigit()):
        behind = None
    unit = before or behind
    factor = max((u.factor for u in (before, behind) if u), default=1)
    if before:
        start = before.start
    if behind:
        end = behind.end
    name = unit.name if unit else _PURE.get(numeral.form)
    if name == "pound" and numeral.scaled and not view.startswith(" of ", end):
        unit, name = Unit("pound sterling", start, end, money=True), "pound sterling"
    if rate := rate_behind(view, end) if unit else rate_of_many(view, end):
        name, end = f"{name} per {rate[0]}" if name else f"per {rate[0]}", rate[1]
    if factor > 1:
        numeral = replace(numeral, scaled=True)
    return Figure(Range(start, end), _times(numeral.value, factor), numeral, unit, name)


def _times(value: Number | None, factor: int) -> Number | None:
    if value is None or factor == 1:
        return value
    product = Fraction(str(value)) * factor
    return int(product) if product.denominator == 1 else float(product)


def _compound(view: str, large: Figure, small: Figure) -> Figure | None:
    """Join "5 feet 6 inches", "15 dollars 50" into a number of the larger unit."""
    if not (large.unit and large.name == large.unit.name):
        return None
    gap = view[large.span.end : small.span.start]
    if large.unit.name == "foot" and small.name is None and (inches := _INCHES.match(view, small.span.end)):
        small = replace(
            small, span=Range(small.span.start, inches.end()), unit=Unit("inch", *inches.span()), name="inch"
        )
    bare = small.name is None and small.numeral.form != "vague"
    bare = bare and (gap == "-" or _ENDS.match(view, small.span.end) is not None)
    if not (small.unit or bare):
        return None
    parts = subunit(large.unit.name, small.unit.name if small.unit else None)
    gaps = (" ", ", ", " and ", "", "-") if small.unit else (" ", " and ", "-")
    if parts is None or gap not in gaps:
        return None
    if not isinstance(large.value, int) or not isinstance(small.value, int | float) or small.value >= parts:
        return None
    return replace(large, span=Range(large.span.start, small.span.end), value=large.value + small.value / parts)


def _range(view: str, low: Figure, high: Figure, tokens: TokenIndex) -> Figure | None:
    """Join "4 to 5 percent", "between $2 and $3", "two or three"; a pair like "3 to 1" is a ratio."""
    link = _LINK.fullmatch(view[low.span.end : high.span.start])
    if not link or not isinstance(low.value, int | float) or not isinstance(high.value, int | float):
        return None
    if low.numeral.form in ("part", "multiple") or high.numeral.form == "multiple":
        return None
    if low.unit and not (high.unit and high.unit.name in (low.unit.name, "percentage point")):
        return None
    opens = _OPENS.search(view, max(0, low.span.start - 28), low.span.start)
    word = link.group().strip(" -").lower()
    if not low.unit and high.value == 1 and word == "to" and not opens:
        return Figure(Range(low.span.start, high.span.end), low.value, replace(low.numeral, form="part"), None, "ratio")
    first, second = _same_scale(low, high)
    before = tokens.at(low.span.start - 1)
    opener = opens[1].lower() if opens else "by" if before is not None and is_change(before) else ""
    if not _is_range(word, first, second, opener, both_units=low.unit is not None):
        return None
    numeral = replace(high.numeral, form="digits", span=low.numeral.span)
    start = opens.start() if opens and opens[1].lower() != "by" else low.span.start
    change = Change.DOWN if first > second else None
    mover = tokens.at(opens.start() - 1) if opens and opener == "from" else None
    if mover is not None and moves(mover):  # "rose from 4 to 5 percent"
        change = Change.UP if first < second else Change.DOWN
    unit, name = high.unit or low.unit, high.name or low.name
    return Figure(Range(start, high.span.end), (min(first, second), max(first, second)), numeral, unit, name, change)


def _is_range(word: str, first: Number, second: Number, opener: str, *, both_units: bool) -> bool:
    match word:
        case "and":
            return opener == "between"
        case "or":
            return first < second <= first + 2
        case "to":
            if opener == "by" and both_units:  # "rose by $2m to $5m", "fell $2 to $5"
                return False
            return first < second or opener == "from"
    return first < second


def _same_scale(low: Figure, high: Figure) -> tuple[Number, Number]:
    """Give the first end the scale of the second where it has none: "10 to 15 million"."""
    first, second = low.value, high.value
    assert isinstance(first, int | float) and isinstance(second, int | float)
    if high.numeral.scaled and not low.numeral.scaled and 0 < first < 1000 <= second:
        first *= 1000 ** int(math.log10(second) // 3)
    return first, second
