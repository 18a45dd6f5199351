"""How records show themselves: in one line, and in a notebook with the article lit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

_LONGEST = 40  # characters of words in one line
_LIT = "background:#ffe9a8;color:#222;border-radius:2px"


def clipped(words: str | None) -> str:
    """Return the beginning of words, as Python writes a string."""
    return repr(words if words is None or len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")


def in_article(text: str, told: Sequence[tuple[int, int, str]]) -> str:
    """Return HTML of an article with its quotations lit; who says them shows when one points at it.

    Args:
        text: of the article.
        told: where pieces of quotations begin and end, and what to say of each.
    """
    return f'<div style="white-space:pre-wrap;max-width:48em">{"".join(_pieces(text, told))}</div>'


def _pieces(text: str, told: Sequence[tuple[int, int, str]]) -> Iterable[str]:
    """Yield the text, cut where something told begins or ends; of several, the innermost is shown."""
    cuts = sorted({0, len(text), *(place for start, end, _ in told for place in (start, end))})
    opened: list[tuple[int, int, str]] = []
    coming = sorted(told, key=lambda piece: (piece[0], -piece[1]), reverse=True)
    for start, end in pairwise(cuts):
        opened = [piece for piece in opened if piece[1] > start]
        while coming and coming[-1][0] <= start:
            opened.append(coming.pop())
        words = escape(text[start:end])
        yield f'<mark title="{escape(opened[-1][2])}" style="{_LIT}">{words}</mark>' if opened else words
