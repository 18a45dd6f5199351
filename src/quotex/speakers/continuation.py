"""Speakers for quotations that name no source, from the flow of quotations around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.quotes import Quotation
from quotex.speakers.entities import Entity
from quotex.text import STOPS, Layout, ParagraphKind, Range
from quotex.text.marks import MARKS

NEXT_PARAGRAPH = Rule(
    "speakers.next-paragraph", "a paragraph of nothing but direct speech is of who was quoted before it"
)
ACTS_ABOVE = Rule("speakers.acts-above", "a quotation that nobody is given for is of who was told of right before it")

_MARK = 4
"""Characters before a quotation in which a sentence before it ends."""


def is_open(quotation: Quotation) -> bool:
    """Whether nothing beside a direct quotation says whose it is."""
    return quotation.type is QuoteType.DIRECT and not (quotation.source or quotation.cue or quotation.turn)


def stands_alone(view: str, quotation: Quotation) -> bool:
    """Whether such a quotation is of whole sentences, and begins none that another has begun."""
    start, end = quotation.content[0].start, quotation.content[-1].end
    before = view[max(0, start - _MARK) : start].rstrip(" " + "".join(MARKS))
    begins = not before or before[-1] in STOPS or before[-1] == "\n"
    return begins and view[start].isupper() and view[end - 1] in STOPS


def carry_on(
    layout: Layout,
    quotations: Sequence[Quotation],
    speakers: Sequence[Entity | None],
    acting: Mapping[int, Entity | None],
) -> list[Entity | None]:
    """Fill in who speaks on: a direct quotation without a source may take the speaker of the one before it.

    Args:
        layout: of the article.
        quotations: in text order.
        speakers: of each.
        acting: the person who acts before one.
    """
    done = list(speakers)
    for i, quotation in enumerate(quotations):
        if not is_open(quotation) or not layout.paragraphs:
            continue
        if i > 0 and _goes_on(layout, quotations[i - 1], quotation):
            done[i] = done[i - 1]
        elif acting.get(i) and stands_alone(layout.view, quotation) and ACTS_ABOVE.decides(quotation.content[0].start):
            done[i] = acting[i]
    return done


def interviewed(outside: Iterable[Entity | None], named: Sequence[tuple[Entity | None, bool]]) -> Entity | None:
    """Return who speaks most outside the answers, or is named most before the first; else who is named most at all.

    Args:
        outside: who speaks there.
        named: whom each name stands for, and whether it stands before the first answer.

    Returns:
        None: nobody, or two who are equal.
    """
    counts = Counter(filter(_is_named_person, outside)) or Counter(e for e, b in named if b and _is_named_person(e))
    counts = counts or Counter(e for e, _ in named if _is_named_person(e))
    most = [entity for entity, count in counts.most_common(2) if count == counts.most_common(1)[0][1]]
    return most[0] if len(most) == 1 else None


def _is_named_person(entity: Entity | None) -> bool:
    return entity is not None and entity.identity is not None and entity.identity.is_person


def _goes_on(layout: Layout, before: Quotation, quotation: Quotation) -> bool:
    start, end = quotation.content[0].start, quotation.content[-1].end
    home, last = layout.paragraph_at(start), layout.paragraph_at(before.content[-1].start)
    body = [k for k in range(last + 1, home) if layout.paragraphs[k].kind is ParagraphKind.BODY]
    alone = not body and _fills(layout.text, layout.paragraphs[home].span, Range(start, end))
    return alone and NEXT_PARAGRAPH.decides(start)


def _fills(text: str, paragraph: Range, content: Range) -> bool:
    """Whether nothing but marks stands in a paragraph beside a content."""
    beside = text[paragraph.start : content.start] + text[content.end : paragraph.end]
    return not any(c.isalnum() for c in beside)
