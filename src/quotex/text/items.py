"""Digests and newsletters: where each item starts anew, with other people and bodies than the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.contract.rules import Rule
from quotex.english.writing import DIGEST
from quotex.text.ranges import Range
from quotex.text.stops import ENDED

NUMBERED = Rule("text.numbered-items", "paragraphs that are numbered from 1 on are items of a digest")
BELOW_DIGEST = Rule("text.digest", "below a headline that says so, items of a digest follow")

_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=[A-Z“\"])")
_LONGEST_HEADING = 100  # characters: a line
_FEWEST = 3
"""Items that are numbered."""


def find_items(text: str, paragraphs: Sequence[Range]) -> tuple[int, ...]:
    """Find where the items of a digest start: paragraphs numbered from 1 on, or those below a headline that says so.

    Where some of these are headings, the items start there. ``paragraphs`` are those of the article, without notices.
    """
    numbered = [(int(m["number"]), span.start) for span in paragraphs if (m := _NUMBER.match(text, *span))]
    in_order = len(numbered) >= _FEWEST and [number for number, _ in numbered] == list(range(1, len(numbered) + 1))
    if in_order and NUMBERED.decides(numbered[0][1]):
        return tuple(start for _, start in numbered)
    is_digest = paragraphs and _is_heading(text, paragraphs[0]) and DIGEST.search(text, *paragraphs[0])
    if not is_digest or not BELOW_DIGEST.decides(paragraphs[0]):
        return ()
    headings = [span.start for span in paragraphs[1:] if _is_heading(text, span)]
    return tuple(headings or [span.start for span in paragraphs[1:]])


def _is_heading(text: str, span: Range) -> bool:
    return span.end - span.start <= _LONGEST_HEADING and not ENDED.search(span.of(text))
