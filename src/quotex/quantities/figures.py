"""Figures: numbers with their units, and the compound measures that several of them make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from quotex.contract.rules import Rule
from quotex.english.figure_links import (
    Link,
    adds_part,
    crosses,
    is_margin,
    joins_changed,
    joins_parts,
    leads_to_level,
    leads_to_number,
    link_of,
    says_again,
)
from quotex.english.figures import below_zero_behind, more_behind, one_of_behind, partitive_behind
from quotex.english.lives import find_lives
from quotex.english.numbers import Form, Number, Numeral
from quotex.english.ratios import find_ratios
from quotex.english.units import (
    AGE,
    DEGREE,
    FRACTION,
    MULTIPLE,
    RATIO,
    as_rate,
    as_sterling,
    in_thousands,
    inches_behind,
    is_foot,
    rate_behind,
    rate_of_many,
    subunit,
    unit_before,
    unit_behind,
)
from quotex.parse import relations as rel
from quotex.parse.relations import governor
from quotex.parse.tokens import TokenIndex
from quotex.quantities.changes import moved_by
from quotex.quantities.drafts import Figure
from quotex.quantities.ranges import join_range
from quotex.text import Range

MINUS = Rule("quantities.minus", "a minus before a sign of money is the figure's")
PART_OF_UNIT = Rule("quantities.part-of-unit", "half of one unit is half a unit")
MORE_OF_UNIT = Rule("quantities.more-of-unit", "twenty more years are twenty years")
SAID_TWICE = Rule("quantities.said-twice", "a number in words and again in digits is one")
MARGIN = Rule("quantities.margin", "what stands behind ± tells how exact the figure before it is")
SHARED_BEHIND = Rule("quantities.side-by-side", "the sides of a thing are measured in one unit")
STEPS_LIKEWISE = Rule("quantities.steps-likewise", "a second thing moves by so much to so much, as the first does")
SHARED_BY_BOTH = Rule("quantities.shared-by-both", "two numbers that are joined have the unit behind them")

_LARGE = 1000  # of a step and a level, each is at least so much where both are counted in the unit behind
_STEP_AND_LEVEL = 2  # figures: a step, and where it leads
_FLAT = "/-"  # behind an amount: so much and no more
_PURE = {Form.MULTIPLE: MULTIPLE, Form.PART: FRACTION}  # what a number with no unit is in, if not a count
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")


def find_figures(view: str, numerals: Iterable[Numeral], tokens: TokenIndex) -> list[Figure]:
    """Give numbers their units, and join those that are one figure: "4 to 5 percent", "5 feet 10 inches"."""
    found: list[Figure] = []
    for numeral in numerals:
        figure = _figure(view, numeral, floor=found[-1].span.end if found else 0)
        gap = view[found[-1].span.end : figure.span.start] if found else ""
        again = bool(found) and figure.value == found[-1].value and says_again(view, gap, figure.span.end)
        if again and SAID_TWICE.decides(figure.span):
            found[-1] = _said_again(view, found[-1], figure)
            continue
        if found and figure.unit and not found[-1].unit and crosses(gap) and SHARED_BEHIND.decides(found[-1].span):
            found[-1] = replace(found[-1], unit=figure.unit, name=figure.name)
        if found and is_margin(gap) and (exact := _with_margin(found[-1], figure)):
            found[-1] = exact
        elif found and (joined := _compound(view, found[-1], figure) or join_range(view, found[-1], figure, tokens)):
            found[-1] = joined
        else:
            if found and figure.unit and not found[-1].unit and _hangs_on_unit(found[-1], figure, gap, tokens):
                found[-1] = replace(found[-1], unit=figure.unit, name=figure.name)
            found.append(_likewise(view, found, figure, tokens))
    lives = (
        Figure(Range(life.start, life.end), (life.first, life.last), Numeral(*life[:2], None, Form.WORDS), None, AGE)
        for life in find_lives(view)
    )
    ratios = (
        Figure(Range(*ratio[:2]), ratio.value, Numeral(*ratio[:2], ratio.value, Form.PART), None, RATIO)
        for ratio in find_ratios(view)
    )
    return sorted((*found, *lives, *ratios), key=lambda figure: (figure.span.start, -figure.span.end))


def _said_again(view: str, figure: Figure, again: Figure) -> Figure:
    """Give a figure the unit behind the brackets in which it is said again: "fifty (50) <euros>"."""
    whole = _figure(view, replace(again.numeral, end=again.span.end + 1), again.span.start)
    if figure.unit or not whole.unit:
        return figure
    span = Range(figure.span.start, whole.span.end)
    return replace(figure, span=span, unit=whole.unit, name=whole.name, unit_at=whole.unit_at)


def _hangs_on_unit(figure: Figure, behind: Figure, gap: str, tokens: TokenIndex) -> bool:
    """Whether a number is joined to one whose unit is that of both: "jailed for <14> and 13 years".

    So is that of a large step and the level it leads to: "fell by <6 million> to 41 million crowns".
    """
    if link_of(gap) is Link.TO:
        large = all(isinstance(one.value, int | float) and one.value >= _LARGE for one in (figure, behind))
        return large and SHARED_BY_BOTH.decides(figure.span)
    number = tokens.at(figure.span.start) if link_of(gap) in (Link.AND, Link.OR) else None
    unit = governor(number, rel.ATTRIBUTE) if number is not None and figure.name is None else None
    within = unit is not None and behind.span.start < unit.idx < behind.span.end
    return within and SHARED_BY_BOTH.decides(figure.span)


def _with_margin(figure: Figure, margin: Figure) -> Figure | None:
    """Take "± 0.2 seconds" into the figure before it; None: it is in another unit."""
    alike = figure.name is None or margin.name in (None, figure.name)
    if not alike or not isinstance(margin.value, int | float) or not MARGIN.decides(figure.span):
        return None
    span = Range(figure.span.start, margin.span.end)
    unit, name = figure.unit or margin.unit, figure.name or margin.name
    return replace(figure, span=span, unit=unit, name=name, margin=margin.value)


def _figure(view: str, numeral: Numeral, floor: int) -> Figure:
    """Add the unit on either side of a number; what stands before ``floor`` belongs to the figure before it."""
    start, end = numeral.start, numeral.end
    bare = end = end + (len(_FLAT) if view.startswith(_FLAT, end) else 0)
    before = unit_before(view, start, floor)
    in_words = numeral.form in (Form.VAGUE, Form.WORDS)
    gap = max(0, partitive_behind(view, end) - 1) if in_words else 0  # "scores of pounds"
    small = isinstance(numeral.value, float) and 0 < numeral.value < 1  # "0.02 of a second"
    if (numeral.form is Form.PART or small) and PART_OF_UNIT.decides((start, end)):
        gap = one_of_behind(view, end)
    if (more := more_behind(view, end)) and MORE_OF_UNIT.decides((start, end)):
        gap = more
    digits = numeral.form in (Form.DIGITS, Form.PART) and not gap
    behind = unit_behind(view, end + gap, digits=digits, sure=numeral.scaled or isinstance(numeral.value, float))
    if before and behind and (behind.name != before.name or view[behind.end : behind.end + 2].strip()[:1].isdigit()):
        behind = None
    unit = before or behind
    factor = max((u.factor for u in (before, behind) if u), default=1)
    if before:
        start = before.start
    if behind:
        end = behind.end
    if unit and (numeral.scaled or in_thousands(view[numeral.start : numeral.end])):
        unit = as_sterling(unit, view)
    name = unit.name if unit else _PURE.get(numeral.form)
    rate = (rate_behind(view, end) if unit else None) or rate_of_many(view, end)
    while rate:
        name, end = as_rate(name, rate[0]), rate[1]
        rate = rate_behind(view, end)  # "£12 per head per week"
    if factor > 1:
        numeral = replace(numeral, scaled=True, scale=factor)
    number = Range(numeral.start, numeral.end)
    unit_at = Range(unit.start, max(unit.end, 0 if before else end)) if unit else None
    if unit_at is None and end > bare:  # "per 100,000 people"
        unit_at = Range(bare + 1, end)
    value = _times(numeral.value, factor)
    if before and value is not None and _is_minus(view, start - 1, floor) and MINUS.decides((start - 1, end)):
        value, start = -value, start - 1
    if value is not None and (below := below_zero_behind(view, end)):
        value, end, name = -value, end + below, name or DEGREE
    return Figure(Range(start, end), value, numeral, unit, name, number=number, unit_at=unit_at)


def _is_minus(view: str, at: int, floor: int) -> bool:
    """Whether the sign before money is a minus: "a balance of -$3m", no item of a list, no range ("$2m -$3m")."""
    return at > floor + (floor > 0) and view[at] in "-−" and view[at - 1] in " ("


def _times(value: Number | None, factor: int) -> Number | None:
    if value is None or factor == 1:
        return value
    product = Fraction(str(value)) * factor
    return int(product) if product.denominator == 1 else float(product)


def _compound(view: str, large: Figure, small: Figure) -> Figure | None:
    """Join "5 feet 6 inches", "15 dollars 50", "a year and a half" into a number of the larger unit."""
    if not (large.unit and large.name == large.unit.name):
        return None
    gap = view[large.span.end : small.span.start]
    if gap == " " and small.unit is None and adds_part(view, small.span.start) and isinstance(large.value, int):
        assert isinstance(small.value, int | float)
        whole = Range(large.span.start, small.span.end)
        return replace(large, span=whole, value=large.value + small.value, number=large.number_with(small))
    if is_foot(large.unit) and small.name is None and (inches := inches_behind(view, small.span.end)):
        small = replace(small, span=Range(small.span.start, inches.end), unit=inches, name=inches.name)
    bare = small.name is None and small.numeral.form is not Form.VAGUE
    ends = is_foot(large.unit) if gap == "-" else _ENDS.match(view, small.span.end) is not None  # not in "€15-20"
    bare = bare and ends
    if not (small.unit or bare):
        return None
    parts = subunit(large.unit.name, small.unit.name if small.unit else None)
    if large.is_time and gap == ", ":
        return None
    if parts is None or not joins_parts(gap, bare=small.unit is None):
        return None
    if not isinstance(large.value, int) or not isinstance(small.value, int | float) or small.value >= parts:
        return None
    whole = Range(large.span.start, small.span.end)
    return replace(large, span=whole, value=large.value + small.value / parts, number=large.number_with(small))


def _likewise(view: str, found: Sequence[Figure], step: Figure, tokens: TokenIndex) -> Figure:
    """Let a step go the way of the last but one: "rose 3 cents to $2 and sugar <2 cents> to 19 cents"."""
    if len(found) < _STEP_AND_LEVEL or not leads_to_number(view, step.span.end):
        return step
    first, level = found[-_STEP_AND_LEVEL:]
    moved = moved_by(tokens.at(first.span.start - 1)) if first.name == step.name else None
    leads = leads_to_level(view[first.span.end : level.span.start]) is not None
    alike = moved is not None and leads and joins_changed(view[level.span.end : step.span.start])
    return replace(step, change=moved) if alike and STEPS_LIKEWISE.decides(step.span) else step
