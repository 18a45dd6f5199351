"""Speakers for quotations that name no source, from the flow of quotations around them."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.quotes import Quotation
from quotex.speakers.entities import Entity
from quotex.text import Layout, ParagraphKind, Range

NEXT_PARAGRAPH = Rule(
    "speakers.next-paragraph", "a paragraph of nothing but direct speech is of who was quoted before it"
)


def carry_on(layout: Layout, quotations: Sequence[Quotation], speakers: list[Entity | None]) -> list[Entity | None]:
    """Fill in who speaks on: a direct quotation without a source may take the speaker of the one before it."""
    done = list(speakers)
    for i, quotation in enumerate(quotations):
        is_open = i > 0 and quotation.source is None and not quotation.turn
        if is_open and _goes_on(layout, quotations[i - 1], quotation):
            done[i] = done[i - 1]
    return done


def _goes_on(layout: Layout, before: Quotation, quotation: Quotation) -> bool:
    if quotation.type is not QuoteType.DIRECT or quotation.cue is not None or not layout.paragraphs:
        return False
    start, end = quotation.content[0].start, quotation.content[-1].end
    home, last = layout.paragraph_at(start), layout.paragraph_at(before.content[-1].start)
    body = [k for k in range(last + 1, home) if layout.paragraphs[k].kind is ParagraphKind.BODY]
    alone = not body and _fills(layout.text, layout.paragraphs[home].span, Range(start, end))
    return alone and NEXT_PARAGRAPH.decides(start)


def _fills(text: str, paragraph: Range, content: Range) -> bool:
    """Whether nothing but marks stands in a paragraph beside a content."""
    beside = text[paragraph.start : content.start] + text[content.end : paragraph.end]
    return not any(c.isalnum() for c in beside)
