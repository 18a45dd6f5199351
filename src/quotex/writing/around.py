"""What stands around a record in its article."""

from __future__ import annotations

import re

from quotex.text import STOPPED

_WIDE = 240  # characters shown on either side at most
_SENTENCE_END = re.compile(rf"{STOPPED}\s+|\n+")


def surroundings(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the sentences that a range stands in, or what is near it where they are long."""
    before = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - _WIDE), start)]
    after = _SENTENCE_END.search(text, max(start, end - 1), end + _WIDE)
    first = before[-1] if before else max(0, start - _WIDE)
    return first, after.end() if after else min(len(text), end + _WIDE)
