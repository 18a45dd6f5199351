"""A parse of a text, carried over to the text's view, word for word.

A spaCy component is handed a parse of the text as it is, while the stages read a parse of the view. But for damage that
was mended, both are of the same length: each token becomes what the view holds in its place. Where the view has moved a
blank, the word moves with it; blanks are tokenized anew, as spaCy does it: one belongs to the word before it, more are
a token of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quotex.text import Mended, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from quotex.text import Layout


class _Piece(NamedTuple):
    """A token to be; one of blanks is not modelled on any."""

    start: int
    text: str
    spaced: bool
    model: Token | None


def carry_over(doc: Doc, mended: Mended, layout: Layout) -> Doc:
    """Make a parse of a layout's view from a parse of its text; no sentence goes on into another paragraph.

    Returns:
        A Doc whose text is the view: token offsets are offsets into the mended text.
    """
    from spacy.tokens import Doc  # noqa: PLC0415

    pieces = _pieces(doc, mended, layout)
    heads = _heads(pieces, layout)
    words = [piece.model for piece in pieces]
    return Doc(
        doc.vocab,
        words=[piece.text for piece in pieces],
        spaces=[piece.spaced for piece in pieces],
        heads=heads,
        deps=["ROOT" if heads[i] == i else t.dep_ if t else "dep" for i, t in enumerate(words)],
        tags=[t.tag_ if t else "_SP" for t in words],
        pos=[t.pos_ if t else "SPACE" for t in words],
        morphs=[str(t.morph) if t else "" for t in words],
        lemmas=[piece.model.lemma_ if piece.model else piece.text for piece in pieces],
    )


def _pieces(doc: Doc, mended: Mended, layout: Layout) -> list[_Piece]:
    words: list[tuple[Range, Token]] = []
    cuts = sorted(layout.cuts)
    behind = 0
    for token in doc:
        place = _place(token, mended, layout)
        if behind <= place.start < place.end:  # two halves of a mark have one place
            words += [(part, token) for part in _parts(place, cuts)]
            behind = place.end
    ends = [place.start for place, _ in words[1:]] + [len(layout.view)]
    pieces = _blanks(layout, 0, words[0][0].start if words else len(layout.view))
    for (place, token), end in zip(words, ends, strict=False):
        spaced = layout.view.startswith(" ", place.end, end)
        pieces.append(_Piece(place.start, place.of(layout.view), spaced, token))
        pieces += _blanks(layout, place.end + spaced, end)
    return pieces


def _parts(place: Range, cuts: Sequence[int]) -> Iterator[Range]:
    """Part a word at the seams of words that were run together."""
    inside = cuts[bisect_right(cuts, place.start) : bisect_left(cuts, place.end)]
    return (Range(a, b) for a, b in pairwise([place.start, *inside, place.end]))


def _place(token: Token, mended: Mended, layout: Layout) -> Range:
    """Return where the view has a token's word, empty where it has none; a mark may stand beside its old place."""
    text, view = layout.text, layout.view
    start, end = mended.place((token.idx, token.idx + len(token)))
    if start == end:
        return Range(start, start)
    word = "" if token.is_space else view[start:end].strip()
    if word:
        start += view[start:end].index(word)
    elif not token.is_space:
        beside = (i for i in (start - 1, end) if 0 <= i < len(view) and text[i].isspace() and not view[i].isspace())
        start = next(beside, start)
        word = view[start].strip()
    return Range(start, start + len(word))


def _blanks(layout: Layout, start: int, end: int) -> list[_Piece]:
    return [_Piece(start, layout.view[start:end], False, None)] if start < end else []


def _heads(pieces: Sequence[_Piece], layout: Layout) -> list[int]:
    """Return the index of each piece's head: that of its model, or itself where that lies in another paragraph."""
    place = {piece.model.i: i for i, piece in enumerate(pieces) if piece.model is not None}
    paragraph = [layout.paragraph_at(piece.start) for piece in pieces]
    heads = [max(0, i - 1) if p.model is None else place.get(p.model.head.i, i) for i, p in enumerate(pieces)]
    return [head if paragraph[head] == paragraph[i] else i for i, head in enumerate(heads)]
