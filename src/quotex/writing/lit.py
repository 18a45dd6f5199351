"""Words lit within other words, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from rich.text import Text

from quotex.writing.harmless import one_line

_LIT, _AROUND = "bold underline", "dim"


def lit(text: str, ranges: Iterable[tuple[int, int]], *, brackets: bool = False) -> Text:
    """Return ``text`` as one line with some of it lit.

    Args:
        text: of any origin.
        ranges: what to light; overlaps are lit once.
        brackets: put what is lit in ⟦ ⟧, for terminals without bold or underline, and dim the rest.
    """
    inside = [False] * (len(text) + 2)
    for start, end in ranges:
        inside[max(0, start) + 1 : end + 1] = [True] * (min(end, len(text)) - max(0, start))
    cuts = [i - 1 for i in range(1, len(text) + 2) if inside[i] != inside[i - 1]]
    shown = Text()
    for start, end in pairwise([0, *cuts, len(text)]):
        piece = text[start:end]
        words = one_line(piece)
        if not words:
            shown.append(" " if piece else "")
            continue
        on = inside[start + 1]
        shown.append(" " if piece[0].isspace() and shown else "")
        shown.append(f"⟦{words}⟧" if on and brackets else words, _LIT if on else _AROUND if brackets else "")
        shown.append(" " if piece[-1].isspace() else "")
    shown.rstrip()
    return shown
