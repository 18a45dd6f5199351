"""Whether two figures could be of one thing, and whether they agree."""

from __future__ import annotations

import math

from quotex.claims.kinds import claim_lexicon
from quotex.contract.records import Modifier
from quotex.english.units import FRACTION, MULTIPLE, RATIO
from quotex.quantities.drafts import QuantityDraft

Interval = tuple[float, float]

_RELATIVE = frozenset([FRACTION, RATIO, MULTIPLE])
_ROUGHLY = 0.15
"""How far from "about 400" a number may lie, as a share of it: one of the same thing lay up to .07 off, others .17."""
_ROUNDED = 0.05
"""How far from "4,200" one may lie: by so much rounding to two digits moves a number at most ("1,000" for 1,049)."""
_ROUND = 100  # a multiple of it may have been rounded


def are_comparable(first: QuantityDraft, second: QuantityDraft) -> bool:
    """Whether two figures are in one unit and count one thing; those of people may leave that out.

    Changes and shares are not held against one another: "up 3 points" and "up 2 points" are seldom of one time, "a
    third" and "a half" seldom of one whole.
    """
    if first.unit != second.unit or first.value is None or second.value is None or first.change or second.change:
        return False
    if first.unit in _RELATIVE:
        return False
    one, other = _head(first), _head(second)
    if first.unit is not None:
        return (one, first.subject) == (other, second.subject) != (None, None)
    people = claim_lexicon().people
    return one == other is not None or {one, other} <= (people | {None})


def _head(draft: QuantityDraft) -> str | None:
    """Return the last word of what is counted, without a plural's -s."""
    return draft.counted.lower().split()[-1].removesuffix("s") if draft.counted else None


def disagree(first: QuantityDraft, second: QuantityDraft) -> bool:
    """Whether no number is what both figures say: "at least 12" agrees with 14, 12 does not.

    A round number is taken for one that was rounded: 4,200 agrees with 4,213.
    """
    (low, high), (other_low, other_high) = _interval(first), _interval(second)
    return high < other_low or other_high < low


def _interval(draft: QuantityDraft) -> Interval:
    value = draft.value
    assert value is not None
    low, high = value if isinstance(value, tuple) else (value, value)
    match draft.modifier:
        case Modifier.AT_LEAST | Modifier.MORE_THAN:
            return low, math.inf
        case Modifier.AT_MOST | Modifier.LESS_THAN:
            return -math.inf, high
        case Modifier.APPROXIMATELY:
            slack = _ROUGHLY
        case _:
            slack = _ROUNDED if _is_round(low) and _is_round(high) else 0.0
    return low - slack * abs(low), high + slack * abs(high)


def _is_round(number: float) -> bool:
    return abs(number) >= _ROUND and number % _ROUND == 0
