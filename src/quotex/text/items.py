"""Digests and newsletters: where each item starts anew, with other people and bodies than the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.english.writing import DIGEST
from quotex.text.ranges import Range
from quotex.text.stops import ENDED

__all__ = ["find_items"]

_DIGEST = re.compile(DIGEST)
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=[A-Z“\"])")
_LONGEST_HEADING = 100
_FEWEST = 3
"""Items that are numbered."""


def find_items(text: str, paragraphs: Sequence[Range]) -> tuple[int, ...]:
    """Find where the items of a digest start: paragraphs numbered from 1 on, or those below a headline that says so.

    Where some of these are headings, the items start there.

    Args:
        text: as read.
        paragraphs: those of the article, without notices.
    """
    numbered = [(int(m["number"]), span.start) for span in paragraphs if (m := _NUMBER.match(text, *span))]
    if len(numbered) >= _FEWEST and [number for number, _ in numbered] == list(range(1, len(numbered) + 1)):
        return tuple(start for _, start in numbered)
    if not paragraphs or not _is_heading(text, paragraphs[0]) or not _DIGEST.search(text, *paragraphs[0]):
        return ()
    headings = [span.start for span in paragraphs[1:] if _is_heading(text, span)]
    return tuple(headings or [span.start for span in paragraphs[1:]])


def _is_heading(text: str, span: Range) -> bool:
    return span.end - span.start <= _LONGEST_HEADING and not ENDED.search(span.of(text))
