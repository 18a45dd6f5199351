"""Ranges: two figures that are the ends of one, "4 to 5 percent", "between $2 and $3", "two or three"."""

from __future__ import annotations

from dataclasses import replace

from quotex.contract.records import Change
from quotex.contract.rules import Rule
from quotex.english.figure_links import Link, Opener, Opening, link_of, opener_before
from quotex.english.hedges import hedge_before
from quotex.english.numbers import Form, Number
from quotex.english.units import RATIO, can_end_in
from quotex.parse.tokens import TokenIndex
from quotex.quantities.changes import is_change, moves, turns
from quotex.quantities.counted import counted_noun
from quotex.quantities.drafts import Figure
from quotex.text import Range

ONE_SIGN = Rule("quantities.one-sign", "a sign of money before a range is that of both its ends")
BY_N_TO_M = Rule("quantities.by-n-to-m", "by so much, to so much: a change and a level, no range")
ONE_UNIT = Rule("quantities.one-unit", "what goes from one value to another has both in one unit: from 6 hours to 2")

_APART = 3
"""Ends so many times apart are a step and a level ("by 12 to 52"): of 68 ranges 58 have nearer ones."""
_ROUND_STEPS = (5, 10, 50, 100, 500, 1000)
"""Of two numbers so far apart "or" makes a range where the step divides the first ("20 or 30"): in 3,300 articles
six of seven such are ranges, of three others ("11 or 14") one."""
_SCALED = 1000  # the least scale that two ends share: "10 to 15 <thousand>"
_EXACT = 3
"""Digits of a step ("by 412 to 1,035"): of 71 ranges three begin with so many, and those are of money."""


def join_range(view: str, low: Figure, high: Figure, tokens: TokenIndex) -> Figure | None:
    """Join two neighbouring figures that are one; a pair like "3 to 1" is a ratio. None: they are two."""
    link = link_of(view[low.span.end : high.span.start])
    if not link or not isinstance(low.value, int | float) or not isinstance(high.value, int | float):
        return None
    if low.numeral.form in (Form.PART, Form.MULTIPLE) or high.numeral.form is Form.MULTIPLE:
        return None
    hedge = hedge_before(view, low.span.start)
    opens = hedge.edge if hedge else low.span.start  # "fell <almost> 7p to 192p"
    opening = opener_before(view, low.span.start) or opener_before(view, opens)
    source = tokens.at(opening.start) if opening and opening.opener is Opener.FROM else None
    turning = source is not None and link is Link.TO and turns(source)
    high = _in_unit_of(low, high, tokens, turning=turning)
    if low.unit and not (high.unit and can_end_in(low.unit, high.unit)):
        return None
    if low.change is not None and not low.is_range:
        return None
    moved = opening is not None and (opening.opener is not Opener.BY or _moves_before(opening, tokens))
    if not low.unit and high.value == 1 and link is Link.TO and not moved:
        ratio = replace(low.numeral, form=Form.PART)
        return Figure(Range(low.span.start, high.span.end), low.value, ratio, None, RATIO, number=low.number_with(high))
    first, second = _same_scale(low, high, link)
    apart = high.numeral.scale if link is Link.OR else 1  # "three or four hundred"
    opener = _opener(opening, opens, tokens)
    if not _is_range(link, first / apart, second / apart, opener, both_units=_has_both(low, high)):
        return None
    large = low.numeral.scaled or low.value >= _SCALED  # "by 6 million to 41 million crowns", not "by 5 to 20 percent"
    changes = link is Link.TO and opener is Opener.BY and not low.unit and (high.unit is None or large)
    if changes and (second >= _APART * first or _is_exact(low.value)) and BY_N_TO_M.decides(low.span):
        return None
    start = opening.start if opening and opening.opener is not Opener.BY else low.span.start
    change = Change.DOWN if first > second else Change.UP if turning and first < second else None
    return Figure(
        Range(start, high.span.end),
        (min(first, second), max(first, second)),
        replace(high.numeral, form=Form.DIGITS, start=low.numeral.start, end=low.numeral.end),
        high.unit or low.unit,
        high.name or low.name,
        change,
        number=low.number_with(high),
        unit_at=high.unit_at or low.unit_at,
        ends=(first, second) if change else None,
    )


def _in_unit_of(low: Figure, high: Figure, tokens: TokenIndex, *, turning: bool) -> Figure:
    """Give the second end of a range the unit of the first where it has none and the unit is that of both."""
    if low.unit and high.unit is None and _shares_sign(low) and ONE_SIGN.decides(low.span):
        return replace(high, unit=low.unit, name=low.name)
    alone = turning and low.unit and not high.name and counted_noun(tokens.inside(*high.span)) is None
    return replace(high, unit=low.unit, name=low.name) if alone and ONE_UNIT.decides(low.span) else high


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
