"""From a text to its layout: view, paragraphs, quotation marks, boilerplate. No model, no parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotex.text.boilerplate import find_boilerplate
from quotex.text.damage import FILLER, undamaged
from quotex.text.layout import Joints, Layout, Paragraph, ParagraphKind
from quotex.text.marks import Family, Mark, Quoted, Side
from quotex.text.pairing import pair
from quotex.text.paragraphs import find_dateline, find_paragraphs, is_headline
from quotex.text.ranges import Range, RangeIndex
from quotex.text.seams import unglue
from quotex.text.view import make_view

__all__ = ["FILLER", "Joints", "Layout", "Paragraph", "ParagraphKind", "Quoted", "Range", "RangeIndex", "analyze"]

_DATELINE_PARAGRAPHS = 3


def analyze(text: str) -> Layout:
    """Find view, paragraphs and marks of an article; time grows with its length."""
    text = undamaged(text)
    lines, wrapped = find_paragraphs(text)
    spans, sentences, words = unglue(text, lines)
    pairing = pair(text, spans)
    notices = find_boilerplate(text, spans)
    paragraphs = tuple(
        Paragraph(
            span,
            _kind(text, spans, i, notices, glued=len(spans) > len(lines)),
            find_dateline(text, span) if i < _DATELINE_PARAGRAPHS else None,
        )
        for i, span in enumerate(spans)
    )
    strays = tuple(m.span for m, side in pairing.read if side is None and m.family is Family.DOUBLE)
    view = make_view(text, pairing.read, spans, wrapped=wrapped)
    joints = Joints(sentences, words | frozenset(_beside_marks(text, pairing.read)))
    return Layout(text, view, paragraphs, pairing.quoted, strays, joints)


def _beside_marks(text: str, read: Iterable[tuple[Mark, Side | None]]) -> Iterator[int]:
    """Yield where a word touches the outer side of a mark: ``we go,"he said``."""
    for mark, side in read:
        start, end = mark.span
        if side is Side.CLOSES and mark.family is Family.DOUBLE and text[end : end + 1].isalnum():
            yield end
        elif side is Side.OPENS and mark.family is Family.DOUBLE and text[max(0, start - 1) : start].isalnum():
            yield start


def _kind(text: str, spans: list[Range], i: int, notices: frozenset[int], *, glued: bool) -> ParagraphKind:
    if i in notices:
        return ParagraphKind.BOILERPLATE
    if i == 0 and is_headline(spans[0].of(text), spans[1].of(text) if len(spans) > 1 else None):
        return ParagraphKind.TITLE
    if glued and i and spans[i].of(text).isupper():
        return ParagraphKind.HEADING
    return ParagraphKind.BODY
