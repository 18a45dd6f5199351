"""From word lists to regular expressions, and from what they match back to the words."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["alternation", "fold_case"]

_LOOK_ALIKES = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "K": "k"})


def alternation(words: Iterable[str]) -> str:
    """Make the alternatives of a pattern out of words or phrases: escaped, the longest first.

    Raises:
        ValueError: there is none; an empty alternative would match everywhere.
    """
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    if not all(listed) or not listed:
        raise ValueError("a pattern needs at least one word, and no empty one")
    return "|".join(map(re.escape, listed))


def fold_case(text: str) -> str:
    """Lower-case what a pattern with ``re.IGNORECASE`` has matched, so that it is found in the pattern's word list.

    That flag takes four letters for ASCII ones which ``str.lower`` leaves alone, or makes two of: İ, ı, ſ, K (kelvin).
    """
    return text.lower() if text.isascii() else text.translate(_LOOK_ALIKES).lower()
