"""Where an annotation stands when its offsets and its words disagree: tools count in other units, and people edit."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence

from quotex.contract.verbatim import on_one_line

Ranges = Sequence[tuple[int, int]]
Refuse = Callable[[str], object]
"""Is told of an annotation that is left out, and why."""

_UNITS = ("utf-16-le", "utf-8")


def warn(message: str) -> None:
    """Tell of what is left out where nobody says how."""
    warnings.warn(message, stacklevel=3)


def locate(text: str, ranges: Ranges, words: str | None) -> Ranges | None:
    """Find where an annotation's words stand in the text.

    In this order: at its offsets, in code points; at its offsets, in units of UTF-16 or bytes of UTF-8; at the only
    place where the words occur.

    Args:
        text: the article's.
        ranges: the annotation's pieces, half-open.
        words: those that it covers, pieces joined by blanks; None: not told, so that its offsets are believed.

    Returns:
        The pieces in code points; None: the words are not there, or at several places.
    """
    if words is None or not words.strip():
        return ranges if _are_in(text, ranges) else None
    if _are_in(text, ranges) and _covered(text, ranges) == on_one_line(words):
        return ranges
    for encoding in _UNITS:
        recounted = _recounted(text, ranges, encoding)
        if recounted and _covered(text, recounted) == on_one_line(words):
            return recounted
    first = text.find(words)
    if first < 0 or text.find(words, first + 1) >= 0:
        return None
    return [(first, first + len(words))]


def _are_in(text: str, ranges: Ranges) -> bool:
    return bool(ranges) and all(0 <= start < end <= len(text) for start, end in ranges)


def _covered(text: str, ranges: Ranges) -> str:
    return on_one_line(" ".join(text[start:end] for start, end in ranges))


def _recounted(text: str, ranges: Ranges, encoding: str) -> Ranges | None:
    """Return ranges of code points for ranges of an encoding's units; None: there are none such."""
    width = 2 if encoding.startswith("utf-16") else 1
    units = text.encode(encoding, "surrogatepass")
    counted = [tuple(len(units[: width * i].decode(encoding, "replace")) for i in pair) for pair in ranges]
    recounted = [(start, end) for start, end in counted]
    return recounted if _are_in(text, recounted) else None
