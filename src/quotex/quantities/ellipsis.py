"""What a figure leaves to those before it in its sentence: its noun, its unit, its hedge.

"6 million homes, including 1.5 million in the city", "84.75 cents, while the lowest is 74.07", "under 8 miles (13 km)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.quantities.counted import SUBJECTS, led_by, top_token
from quotex.quantities.drafts import QuantityDraft
from quotex.quantities.figures import Figure

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["elided_noun", "elided_unit", "restated"]

_RESTATED = re.compile(r",? ?\(|, or |,? / ")
_LED = re.compile(
    r"\b(?:including|and|or|but|while|with|from|than|to|versus|against|the other|another|of which|of whom|only|about"
    r"|more than|at least|some|nearly|around|an additional|the remaining) $",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" (?:who|that|of (?:them|whom|which|those|these)|others|more|were|are|had|have|in|at|on)\b")
_PARALLEL = frozenset(["percent", "percentage point", "point", "degree", "celsius", "fahrenheit"])
_LEVELS = frozenset(["to", "at", "from"])
_PLURAL = 2


def restated(view: str, earlier: Sequence[QuantityDraft], figure: Figure) -> QuantityDraft | None:
    """Return the figure that this one gives in another unit: "1 to 2 miles (1.6 to 3.2 km)"."""
    if not earlier or figure.unit is None or earlier[-1].unit in (None, figure.name):
        return None
    return earlier[-1] if _RESTATED.fullmatch(view[earlier[-1].span.end : figure.span.start]) else None


def elided_unit(earlier: Sequence[QuantityDraft], figure: Figure, tokens: Sequence[Token]) -> QuantityDraft | None:
    """Return the figure whose unit a bare number shares: the last one written alike behind the same word.

    A bare number that does something is a count: "$3 million was spent and 12 were hired".
    """
    top = top_token(list(tokens))
    if top.dep_ in SUBJECTS:
        return None
    led = led_by(tokens[0])
    points = next((draft for draft in reversed(earlier) if draft.unit == "point"), None)
    if points and led in _LEVELS and isinstance(figure.value, float):  # "rose 64.06 points to 4,577.10"
        return points
    for draft in reversed(earlier):
        if _shape(draft.value) == _shape(figure.value) and draft.led == led:
            return draft if draft.money or draft.unit in _PARALLEL else None
    return None


def elided_noun(view: str, earlier: Sequence[QuantityDraft], figure: Figure) -> str | None:
    """Return the noun that a bare number shares with the last count before it: "the other 300"."""
    count = next((draft for draft in reversed(earlier) if draft.unit is None and draft.counted), None)
    if count is None or not isinstance(figure.value, int) or figure.value < _PLURAL:
        return None
    start, end = figure.span
    linked = _LED.search(view, max(0, start - 24), start) or _GOES_ON.match(view, end)
    return count.counted if linked else None


def _shape(value: object) -> str:
    """Tell apart what is written with a fraction, in thousands, and else."""
    low = value[0] if isinstance(value, tuple) else value
    if not isinstance(low, int | float):
        return "vague"
    size = "large" if abs(low) >= 1000 else "small"
    return f"{size} fraction" if isinstance(low, float) else size
