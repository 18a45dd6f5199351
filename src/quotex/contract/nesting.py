"""Which stretch lies in which."""

from __future__ import annotations

from collections.abc import Sequence


def enclosing(ranges: Sequence[tuple[int, int]]) -> list[int | None]:
    """Return for each range the index of the smallest longer one around it; None: there is none."""
    found: list[int | None] = [None] * len(ranges)
    open_: list[int] = []
    for i in sorted(range(len(ranges)), key=lambda i: (ranges[i][0], -ranges[i][1])):
        while open_ and ranges[open_[-1]][1] < ranges[i][1]:
            open_.pop()
        found[i] = next((j for j in reversed(open_) if tuple(ranges[j]) != tuple(ranges[i])), None)
        open_.append(i)
    return found
