"""Speakers for quotations that name no source, from the flow of quotations around them."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.contract.records import QuoteType
from quotex.quotes import Quotation
from quotex.speakers.entities import Entity
from quotex.text import Layout, ParagraphKind, Range

__all__ = ["carry_on"]


def carry_on(layout: Layout, quotations: Sequence[Quotation], speakers: list[Entity | None]) -> list[Entity | None]:
    """Fill in who speaks on.

    A quotation that continues another takes its speaker. A direct one without a source takes the speaker of the
    direct one before it when both stand in one paragraph, or when it makes up the whole next paragraph.
    """
    done = list(speakers)
    for i, quotation in enumerate(quotations):
        if quotation.source is not None or quotation.turn:
            continue
        if quotation.continues is not None and quotation.continues < i:
            done[i] = done[quotation.continues]
        elif i and _goes_on(layout, quotations[i - 1], quotation):
            done[i] = done[i - 1]
    return done


def _goes_on(layout: Layout, before: Quotation, quotation: Quotation) -> bool:
    if (
        quotation.type is not QuoteType.DIRECT
        or before.type is QuoteType.INDIRECT
        or quotation.cue is not None
        or not layout.paragraphs
    ):
        return False
    start, end = quotation.content[0].start, quotation.content[-1].end
    home, last = layout.paragraph_at(start), layout.paragraph_at(before.content[-1].start)
    if home == last:
        return True
    body = [k for k in range(last + 1, home) if layout.paragraphs[k].kind is ParagraphKind.BODY]
    return not body and _fills(layout.text, layout.paragraphs[home].span, Range(start, end))


def _fills(text: str, paragraph: Range, content: Range) -> bool:
    """Whether nothing but marks stands in a paragraph beside a content."""
    beside = text[paragraph.start : content.start] + text[content.end : paragraph.end]
    return not any(c.isalnum() for c in beside)
