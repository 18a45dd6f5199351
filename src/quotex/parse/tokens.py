"""From offsets to the tokens of a parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Ints = npt.NDArray[np.int64]


def end_of(token: Token) -> int:
    """Return the offset at which a word ends."""
    return token.idx + len(token)


def range_of(*tokens: Token) -> Range:
    """Return the range from the first of some words to the last."""
    return Range(tokens[0].idx, end_of(tokens[-1]))


def bounds(doc: Doc) -> tuple[Ints, Ints]:
    """Return the offsets at which the tokens of a document begin, and at which they end."""
    lengths, blanks = doc.to_array(["LENGTH", "SPACY"]).astype(np.int64).reshape(-1, 2).T
    behind = np.cumsum(lengths + blanks)
    return behind - lengths - blanks, behind - blanks


def word_beside(token: Token, steps: int) -> str:
    """Return the word that stands so many words on, or back if less than none, in small letters; "": there is none."""
    i = token.i + steps
    return token.doc[i].lower_ if 0 <= i < len(token.doc) else ""


class TokenIndex:
    """The tokens of a document, made once for all stages, found by offset in logarithmic time.

    A document makes another token each time that it is asked for one, and its ``char_span`` takes time linear in it.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._tokens = list(doc)
        self._starts, self._ends = (offsets.tolist() for offsets in bounds(doc))

    def __iter__(self) -> Iterator[Token]:
        """Yield all tokens, in text order."""
        return iter(self._tokens)

    def at(self, offset: int) -> Token | None:
        """Return the token the offset lies in, or else the last one before it; None: there is none."""
        i = bisect_right(self._starts, offset) - 1
        return self._tokens[i] if i >= 0 else None

    def inside(self, start: int, end: int) -> list[Token]:
        """Return the tokens that share a character with the range, in text order."""
        if end <= start or not self._starts:
            return []
        return self._tokens[bisect_right(self._ends, start) : bisect_right(self._starts, end - 1)]
