"""Identifiers of articles: unique within a run."""

from __future__ import annotations

__all__ = ["Ids"]


class Ids:
    """The identifiers given so far in one run."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str | None, place: str) -> str:
        """Return ``wanted``, or ``place`` where that is missing or taken, and remember it."""
        chosen = place if wanted is None or wanted in self._taken else wanted
        while chosen in self._taken:  # a line whose own id is another line's place
            chosen += "+"
        self._taken.add(chosen)
        return chosen
