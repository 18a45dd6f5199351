"""Identifiers of articles: unique within a run."""

from __future__ import annotations

from array import array
from hashlib import blake2b

_DRAWERS = 4096  # so that a search looks through few of millions


class Ids:
    """The identifiers given so far in one run: eight bytes of each, however many there are."""

    def __init__(self) -> None:
        self._taken = [array("Q") for _ in range(_DRAWERS)]

    def take(self, wanted: str | None, place: str) -> str:
        """Return ``wanted``, or ``place`` where that is missing or taken, and remember it."""
        chosen = place if wanted is None or self._is_taken(wanted) else wanted
        while self._is_taken(chosen):  # a line whose own id is another line's place
            chosen += "+"
        self._taken[_digest(chosen) % _DRAWERS].append(_digest(chosen))
        return chosen

    def _is_taken(self, id: str) -> bool:
        return _digest(id) in self._taken[_digest(id) % _DRAWERS]


def _digest(id: str) -> int:
    return int.from_bytes(blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest())
