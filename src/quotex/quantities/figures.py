"""Figures: numbers with their units, and the ranges and compound measures that several of them make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quotex.contract.records import Change
from quotex.contract.rules import Rule
from quotex.english.figure_links import (
    Link,
    Opener,
    Opening,
    adds_part,
    crosses,
    is_margin,
    joins_changed,
    joins_parts,
    leads_to_level,
    leads_to_number,
    link_of,
    opener_before,
    says_again,
)
from quotex.english.figures import below_zero_behind, more_behind, one_of_behind, partitive_behind
from quotex.english.hedges import hedge_before
from quotex.english.lives import find_lives
from quotex.english.numbers import Form, Number, Numeral
from quotex.english.ratios import find_ratios
from quotex.english.units import (
    AGE,
    DEGREE,
    FRACTION,
    MULTIPLE,
    RATIO,
    TIME_UNITS,
    Unit,
    as_rate,
    as_sterling,
    can_end_in,
    in_thousands,
    inches_behind,
    is_age,
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
from quotex.quantities.changes import is_change, moved_by, moves, turns
from quotex.quantities.counted import counted_noun
from quotex.text import Range

MINUS = Rule("quantities.minus", "a minus before a sign of money is the figure's")
ONE_SIGN = Rule("quantities.one-sign", "a sign of money before a range is that of both its ends")
BY_N_TO_M = Rule("quantities.by-n-to-m", "by so much, to so much: a change and a level, no range")
PART_OF_UNIT = Rule("quantities.part-of-unit", "half of one unit is half a unit")
MORE_OF_UNIT = Rule("quantities.more-of-unit", "twenty more years are twenty years")
SAID_TWICE = Rule("quantities.said-twice", "a number in words and again in digits is one")
MARGIN = Rule("quantities.margin", "what stands behind ± tells how exact the figure before it is")
SHARED_BEHIND = Rule("quantities.side-by-side", "the sides of a thing are measured in one unit")
ONE_UNIT = Rule("quantities.one-unit", "what goes from one value to another has both in one unit: from 6 hours to 2")
STEPS_LIKEWISE = Rule("quantities.steps-likewise", "a second thing moves by so much to so much, as the first does")
SHARED_BY_BOTH = Rule("quantities.shared-by-both", "two numbers that are joined have the unit behind them")

_APART = 3
"""Ends so many times apart are a step and a level ("by 12 to 52"): of 68 ranges 58 have nearer ones."""
_ROUND_STEPS = (5, 10, 50, 100, 500, 1000)
"""Of two numbers so far apart "or" makes a range where the step divides the first ("20 or 30"): in 3,300 articles
six of seven such are ranges, of three others ("11 or 14") one."""
_STEP_AND_LEVEL = 2  # figures: a step, and where it leads
_SCALED = 1000  # the least scale that two ends share: "10 to 15 <thousand>"
_EXACT = 3
"""Digits of a step ("by 412 to 1,035"): of 71 ranges three begin with so many, and those are of money."""
_FLAT = "/-"  # behind an amount: so much and no more
_PURE = {Form.MULTIPLE: MULTIPLE, Form.PART: FRACTION}  # what a number with no unit is in, if not a count
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
        elif found and (joined := _compound(view, found[-1], figure) or _range(view, found[-1], figure, tokens)):
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
    """Whether a number is joined to one whose unit is that of both: "jailed for <14> and 13 years"."""
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
        return replace(large, span=whole, value=large.value + small.value, number=_both(large, small))
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
    return replace(large, span=whole, value=large.value + small.value / parts, number=_both(large, small))


def _both(first: Figure, second: Figure) -> Range | None:
    """Return where the numbers of two figures stand that are one."""
    return Range(first.number.start, second.number.end) if first.number and second.number else None


def _range(view: str, low: Figure, high: Figure, tokens: TokenIndex) -> Figure | None:
    """Join "4 to 5 percent", "between $2 and $3", "two or three"; a pair like "3 to 1" is a ratio."""
    link = link_of(view[low.span.end : high.span.start])
    if not link or not isinstance(low.value, int | float) or not isinstance(high.value, int | float):
        return None
    if low.numeral.form in (Form.PART, Form.MULTIPLE) or high.numeral.form is Form.MULTIPLE:
        return None
    if low.unit and high.unit is None and _shares_sign(low) and ONE_SIGN.decides(low.span):
        high = replace(high, unit=low.unit, name=low.name)
    hedge = hedge_before(view, low.span.start)
    opens = hedge.edge if hedge else low.span.start  # "fell <almost> 7p to 192p"
    opening = opener_before(view, low.span.start) or opener_before(view, opens)
    source = tokens.at(opening.start) if opening and opening.opener is Opener.FROM else None
    turning = source is not None and link is Link.TO and turns(source)
    alone = low.unit and not high.name and counted_noun(tokens.inside(*high.span)) is None
    if turning and alone and ONE_UNIT.decides(low.span):
        high = replace(high, unit=low.unit, name=low.name)
    if low.unit and not (high.unit and can_end_in(low.unit, high.unit)):
        return None
    if low.change is not None and not low.is_range:
        return None
    moved = opening is not None and (opening.opener is not Opener.BY or _moves_before(opening, tokens))
    if not low.unit and high.value == 1 and link is Link.TO and not moved:
        ratio = replace(low.numeral, form=Form.PART)
        return Figure(Range(low.span.start, high.span.end), low.value, ratio, None, RATIO, number=_both(low, high))
    first, second = _same_scale(low, high, link)
    apart = high.numeral.scale if link is Link.OR else 1  # "three or four hundred"
    opener = _opener(opening, opens, tokens)
    if not _is_range(link, first / apart, second / apart, opener, both_units=_has_both(low, high)):
        return None
    changes = link is Link.TO and opener is Opener.BY and not (low.unit or high.unit)
    if changes and (second >= _APART * first or _is_exact(low.value)) and BY_N_TO_M.decides(low.span):
        return None
    numeral = replace(high.numeral, form=Form.DIGITS, start=low.numeral.start, end=low.numeral.end)
    start = opening.start if opening and opening.opener is not Opener.BY else low.span.start
    change = Change.DOWN if first > second else None
    if turning:
        change = Change.UP if first < second else Change.DOWN
    unit, name = high.unit or low.unit, high.name or low.name
    return Figure(
        Range(start, high.span.end),
        (min(first, second), max(first, second)),
        numeral,
        unit,
        name,
        change,
        number=_both(low, high),
        unit_at=high.unit_at or low.unit_at,
        ends=(first, second) if change else None,
    )


def _likewise(view: str, found: Sequence[Figure], step: Figure, tokens: TokenIndex) -> Figure:
    """Let a step go the way of the last but one: "rose 3 cents to $2 and sugar <2 cents> to 19 cents"."""
    if len(found) < _STEP_AND_LEVEL or not leads_to_number(view, step.span.end):
        return step
    first, level = found[-_STEP_AND_LEVEL:]
    moved = moved_by(tokens.at(first.span.start - 1)) if first.name == step.name else None
    leads = leads_to_level(view[first.span.end : level.span.start]) is not None
    alike = moved is not None and leads and joins_changed(view[level.span.end : step.span.start])
    return replace(step, change=moved) if alike and STEPS_LIKEWISE.decides(step.span) else step


def _moves_before(opening: Opening, tokens: TokenIndex) -> bool:
    """Whether the word before an opener tells of a rise or a fall: "fell by 3 to 1", not "outnumbered by 3 to 1"."""
    before = tokens.at(opening.start - 1)
    return before is not None and moves(before)


def _has_both(low: Figure, high: Figure) -> bool:
    """Whether both ends are whole figures; not so "R20bn to R50bn per year", where the rate is that of both."""
    near = (
        isinstance(low.value, int | float) and isinstance(high.value, int | float) and high.value < _APART * low.value
    )
    return low.unit is not None and not (near and low.name != high.name)


def _is_exact(value: Number) -> bool:
    """Whether a number has too many digits to be the end of a range."""
    return len(str(value).replace(".", "").strip("0")) >= _EXACT


def _shares_sign(low: Figure) -> bool:
    """Whether a sign of money before the first end of a range is that of the second too: "$1-1.5bn"."""
    return low.unit is not None and low.unit.money and low.unit.start < low.numeral.start and low.name == low.unit.name


def _opener(opening: Opening | None, start: int, tokens: TokenIndex) -> Opener | None:
    """Return what opens a range; a verb of rising or falling does so as "by" does."""
    if opening:
        return opening.opener
    before = tokens.at(start - 1)
    return Opener.BY if before is not None and is_change(before) else None


def _is_range(link: Link, first: Number, second: Number, opener: Opener | None, *, both_units: bool) -> bool:
    match link:
        case Link.AND:
            return opener is Opener.BETWEEN
        case Link.OR:
            return first < second <= first + 2 or (second - first in _ROUND_STEPS and first % (second - first) == 0)
        case Link.TO:
            if opener is Opener.BY and both_units:  # "rose by $2m to $5m", "fell $2 to $5"
                return False
            return first < second or opener is Opener.FROM
    return first < second


def _same_scale(low: Figure, high: Figure, link: Link) -> tuple[Number, Number]:
    """Give the first end the scale of the second where it has none: "10 to 15 million", "5-6,000"."""
    first, second = low.value, high.value
    assert isinstance(first, int | float) and isinstance(second, int | float)
    scale = high.numeral.scale
    if link is Link.UP_TO and not high.numeral.scaled and not second % _SCALED and first * _SCALED < second:
        return first * _SCALED, second
    if not low.numeral.scaled and (0 < first < _SCALED <= scale or first * scale < second):
        first *= scale
    return first, second
