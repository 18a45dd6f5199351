"""Half-open ranges of code points."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Range"]


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

    def of(self, text: str) -> str:
        """Return the text it covers."""
        return text[self.start : self.end]
