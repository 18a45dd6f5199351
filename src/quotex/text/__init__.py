"""From a text to its layout: view, paragraphs, quotation marks, boilerplate. No model, no parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from quotex.reading.front_matter import find_front_matter
from quotex.text.boilerplate import find_boilerplate, is_notice
from quotex.text.bullets import without_bullets
from quotex.text.damage import Mended, mend
from quotex.text.heads import find_crossheads, find_dateline, find_title, place_of
from quotex.text.items import find_items
from quotex.text.labels import part_labels
from quotex.text.layout import Joints, Layout, Paragraph, ParagraphKind
from quotex.text.mail import unquoted
from quotex.text.marks import Family, Mark, Quoted, Side
from quotex.text.pairing import pair
from quotex.text.paragraphs import find_paragraphs
from quotex.text.posts import find_posts
from quotex.text.ranges import Range, RangeIndex
from quotex.text.seams import unglue
from quotex.text.stamps import part_stamps
from quotex.text.stops import ENDED, SENTENCE_END, STOPPED, STOPS
from quotex.text.view import make_view

__all__ = [
    "ENDED",
    "SENTENCE_END",
    "STOPPED",
    "STOPS",
    "Joints",
    "Layout",
    "Mended",
    "Paragraph",
    "ParagraphKind",
    "Quoted",
    "Range",
    "RangeIndex",
    "analyze",
    "is_notice",
    "mend",
    "place_of",
]

_LAST_DATELINE = 40  # paragraphs looked at: an article's is above them, and so are most of a digest's
_MOST_ABOVE = 6  # paragraphs among which the headline is, and the text below it


def analyze(text: str) -> Layout:
    """Find view, paragraphs and marks of a text without damage; time grows with its length."""
    text, others = unquoted(text)
    text = without_bullets(text)
    lines, wrapped = find_paragraphs(text, others)
    lines, stamps, headlines = part_stamps(text, lines)
    lines = part_labels(text, lines)
    spans, sentences, words = unglue(text, lines)
    notices = find_boilerplate(text, spans)
    crossheads = find_crossheads(text, spans)
    apart = notices | crossheads | find_posts(text, spans)
    pairing = pair(text, [span for i, span in enumerate(spans) if i not in apart])
    above = find_front_matter(text)
    notices |= {i for i, span in enumerate(spans) if span.end <= above or span.start in stamps}
    kinds = _kinds(
        text, spans, notices, headlines | {spans[i].start for i in crossheads}, glued=len(spans) > len(lines)
    )
    first = next((i for i, kind in enumerate(kinds) if kind is ParagraphKind.BODY), None)
    paragraphs = tuple(
        Paragraph(
            span,
            kind,
            find_dateline(text, span, first=i == first) if kind is ParagraphKind.BODY and i < _LAST_DATELINE else None,
        )
        for i, (span, kind) in enumerate(zip(spans, kinds, strict=True))
    )
    strays = tuple(m.span for m, side in pairing.read if side is None and m.family is Family.DOUBLE)
    view = make_view(text, pairing.read, spans, wrapped=wrapped)
    joints = Joints(sentences, words | frozenset(_beside_marks(text, pairing.read)))
    items = find_items(text, [p.span for p in paragraphs if p.kind is not ParagraphKind.BOILERPLATE])
    return Layout(text, view, paragraphs, pairing.quoted, strays, joints, items)


def _beside_marks(text: str, read: Iterable[tuple[Mark, Side | None]]) -> Iterator[int]:
    """Yield where a word touches the outer side of a mark: ``we go,"he said``."""
    for mark, side in read:
        start, end = mark.span
        if side is Side.CLOSES and mark.family is Family.DOUBLE and text[end : end + 1].isalnum():
            yield end
        elif side is Side.OPENS and mark.family is Family.DOUBLE and text[max(0, start - 1) : start].isalnum():
            yield start


def _kinds(
    text: str, spans: list[Range], notices: Set[int], headlines: Set[int], *, glued: bool
) -> list[ParagraphKind]:
    own = [i for i in range(len(spans)) if i not in notices]
    title = find_title(text, [spans[i] for i in own[:_MOST_ABOVE]])
    kinds = [ParagraphKind.BOILERPLATE if i in notices else ParagraphKind.BODY for i in range(len(spans))]
    for i in own:
        if spans[i].start in headlines or (glued and i and spans[i].of(text).isupper()):
            kinds[i] = ParagraphKind.HEADING
    if title is not None:
        kinds[own[title]] = ParagraphKind.TITLE
    return kinds
