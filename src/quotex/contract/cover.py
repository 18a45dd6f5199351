"""Whether spans share words with any of many others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from quotex.contract.models import Span


class Cover:
    """Whether any of many spans shares words with another, or holds it; a question takes logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._farthest = list(accumulate((end for _, end in ordered), max))

    def touches(self, span: Span) -> bool:
        """Whether any of them shares words with a span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._farthest[before - 1] > span.start

    def holds(self, span: Span) -> bool:
        """Whether any of them holds all of a span."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._farthest[before - 1] >= span.end
