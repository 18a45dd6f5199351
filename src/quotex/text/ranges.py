"""Half-open ranges of code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple


class Range(NamedTuple):
    """``text[start:end]``; orders by start, then end."""

    start: int
    end: int

    def __contains__(self, offset: object) -> bool:
        """Whether an offset lies inside (not: whether a number equals one of the two ends)."""
        return isinstance(offset, int) and self.start <= offset < self.end

    def covers(self, other: tuple[int, int]) -> bool:
        """Whether the other range lies wholly inside this one."""
        return self.start <= other[0] and other[1] <= self.end

    def overlap(self, other: tuple[int, int]) -> int:
        """How many code points both share."""
        return max(0, min(self.end, other[1]) - max(self.start, other[0]))

    def trimmed(self, text: str, edges: Container[str] = "", behind: Container[str] = "") -> Range:
        """Cut white space, and the characters given, off both ends; empty where nothing else stands in it.

        Args:
            text: which it is a range of.
            edges: characters to cut off at either end.
            behind: more of them, at the end alone.
        """
        start, end = self
        while start < end and (text[end - 1].isspace() or text[end - 1] in edges or text[end - 1] in behind):
            end -= 1
        while start < end and (text[start].isspace() or text[start] in edges):
            start += 1
        return Range(start, end)

    def of(self, text: str) -> str:
        """Return the text it covers."""
        return text[self.start : self.end]


class RangeIndex:
    """Finds, among ranges that may nest and overlap, those at an offset or in a range, by their number in the sequence.

    A question takes logarithmic time, and then as much as there is to find or as ranges nest.
    """

    def __init__(self, ranges: Sequence[Range]) -> None:
        self._ranges = ranges
        self._order = sorted(range(len(ranges)), key=lambda i: (ranges[i].start, -ranges[i].end, i))
        self._starts = [ranges[i].start for i in self._order]
        self._outer: list[int] = []  # the place in the order of the last range that is still open; -1: none
        still_open: list[int] = []
        for place, start in enumerate(self._starts):
            while still_open and ranges[self._order[still_open[-1]]].end <= start:
                still_open.pop()
            self._outer.append(still_open[-1] if still_open else -1)
            still_open.append(place)

    def around(self, offset: int) -> Iterator[int]:
        """Yield the ranges that an offset lies in, the innermost first."""
        return self._open(bisect_right(self._starts, offset) - 1, offset)

    def within(self, span: Range) -> Iterator[int]:
        """Yield the ranges that lie wholly inside another, in text order."""
        for place in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
            if self._ranges[self._order[place]].end <= span.end:
                yield self._order[place]

    def touches(self, span: Range) -> bool:
        """Whether any range shares a code point with another."""
        return next(self._open(bisect_left(self._starts, span.end) - 1, span.start), None) is not None

    def _open(self, place: int, offset: int) -> Iterator[int]:
        """Yield, from a place in the order outwards, the ranges that have not ended at an offset."""
        while place >= 0:
            if self._ranges[self._order[place]].end > offset:
                yield self._order[place]
            place = self._outer[place]
