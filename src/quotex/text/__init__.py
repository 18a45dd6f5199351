"""From a text to its layout: view, paragraphs, quotation marks, boilerplate. No model, no parser."""

from __future__ import annotations

from quotex.text.boilerplate import find_boilerplate
from quotex.text.layout import Layout, Paragraph, ParagraphKind
from quotex.text.marks import Family, Quoted
from quotex.text.pairing import pair
from quotex.text.paragraphs import find_dateline, find_paragraphs, is_headline
from quotex.text.ranges import Range, RangeIndex
from quotex.text.view import make_view

__all__ = ["Layout", "Paragraph", "ParagraphKind", "Quoted", "Range", "RangeIndex", "analyze"]

_DATELINE_PARAGRAPHS = 3


def analyze(text: str) -> Layout:
    """Find view, paragraphs and marks of an article; time grows with its length."""
    spans, wrapped = find_paragraphs(text)
    pairing = pair(text, spans)
    notices = find_boilerplate(text, spans)
    paragraphs = tuple(
        Paragraph(
            span,
            _kind(text, spans, i, notices),
            find_dateline(text, span) if i < _DATELINE_PARAGRAPHS else None,
        )
        for i, span in enumerate(spans)
    )
    strays = tuple(m.span for m, side in pairing.read if side is None and m.family is Family.DOUBLE)
    return Layout(text, make_view(text, pairing.read, spans, wrapped=wrapped), paragraphs, pairing.quoted, strays)


def _kind(text: str, spans: list[Range], i: int, notices: frozenset[int]) -> ParagraphKind:
    if i in notices:
        return ParagraphKind.BOILERPLATE
    if i == 0 and is_headline(spans[0].of(text), spans[1].of(text) if len(spans) > 1 else None):
        return ParagraphKind.TITLE
    return ParagraphKind.BODY
