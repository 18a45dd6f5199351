"""Embedded posts, which can stand in the middle of a quotation of several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.text.marks import MARKS
from quotex.text.ranges import Range

_POSTER = re.compile(r"(?:[—–]|--)\s?[^\n()@]{2,50}\(@\w{1,30}\)[^\n]{0,40}")


def find_posts(text: str, paragraphs: Sequence[Range]) -> frozenset[int]:
    """Find the lines that say who posted something, with the paragraph above that was posted if no mark stands in it.

    Returns:
        Indexes into ``paragraphs``.
    """
    posters = {i for i, span in enumerate(paragraphs) if _POSTER.fullmatch(text, *span)}
    posted = {i - 1 for i in posters if i and MARKS.isdisjoint(paragraphs[i - 1].of(text))}
    return frozenset(posters | posted)
