"""Whom the text is about at the moment: salience of recent mentions, for pronouns.

After Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution": every mention adds weight by
what it does in its sentence, every new sentence halves what is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Salience"]

_FORGOTTEN = 0.02
_DECAY = 0.5

Thing = TypeVar("Thing")


class Salience(Generic[Thing]):
    """Salience of a handful of recent things; older ones fade away, so its size does not grow with the text."""

    def __init__(self) -> None:
        self._weights: dict[Thing, float] = {}
        self._sentence = 0

    def advance(self, sentence: int) -> None:
        """Go on to a later sentence."""
        steps = sentence - self._sentence
        if steps > 0:
            factor = _DECAY**steps
            self._weights = {k: w * factor for k, w in self._weights.items() if w * factor > _FORGOTTEN}
            self._sentence = sentence

    def mention(self, thing: Thing, weight: float) -> None:
        """Note a mention; the weight says how prominent it is (a subject is about 1)."""
        self._weights[thing] = self._weights.pop(thing, 0.0) * 0.5 + weight

    def best(self, fits: Callable[[Thing], bool]) -> Thing | None:
        """Return the most salient thing that fits, the latest among equals."""
        found: Thing | None = None
        highest = 0.0
        for thing, weight in self._weights.items():
            if weight >= highest and fits(thing):
                found, highest = thing, weight
        return found

    def weight(self, thing: Thing) -> float:
        """Return how salient a thing is now."""
        return self._weights.get(thing, 0.0)
