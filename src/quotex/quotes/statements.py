"""Statements that are given without marks: led in with a colon, and as long as their paragraphs say I or we.

In a letter to the fans, she wrote:
I came here with one bag.
I will always be a Rover.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.contract.rules import Rule
from quotex.english.writing import FIRST_PERSON_WORD, SALUTATION
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.text import Layout, ParagraphKind, Range, RangeIndex

STATEMENT = Rule("quotes.statement", "what is led in with a colon goes on over paragraphs that say I or we")

_SALUTED = re.compile(rf"{SALUTATION}[^\n.!?]{{1,40}},?$")


def run_on(layout: Layout, marks: Marks, drafts: Sequence[Draft]) -> None:
    """Let statements without marks go on over the paragraphs below that speak in the first person, and are nobody's.

    Args:
        layout: of the article.
        marks: its pairs of marks.
        drafts: in the order of their contents; those that go on are changed.
    """
    taken = RangeIndex([part for d in drafts if d.cue for part in (*d.content, d.cue)])
    for draft in drafts:
        if draft.cue is None or draft.turn or not _is_led_in(layout, marks, draft):
            continue
        last = layout.paragraph_at(draft.content[-1].start)
        for number in range(last + 1, len(layout.paragraphs)):
            paragraph = layout.paragraphs[number]
            own = paragraph.kind is ParagraphKind.BODY and not taken.touches(paragraph.span)
            if not own or marks.within(paragraph.span) or not FIRST_PERSON_WORD.search(layout.text, *paragraph.span):
                break
            if STATEMENT.decides(paragraph.span) and (piece := marks.fit(paragraph.span)):
                draft.content.append(piece)


def _is_led_in(layout: Layout, marks: Marks, draft: Draft) -> bool:
    """Whether a draft is a paragraph without marks, below one that ends in a colon and has the cue."""
    at, first = layout.paragraph_at, draft.content[0]
    lead, paragraph = layout.paragraphs[at(first.start) - 1].span, layout.paragraphs[at(first.start)].span
    if draft.cue is None or not lead.covers(draft.cue) or layout.text[lead.end - 1] != ":":
        return False  # before the whole paragraph is looked through
    whole = Range(paragraph.start, first.start).of(layout.text) + Range(first.end, paragraph.end).of(layout.text)
    speaks = any(word.search(layout.text, *paragraph) for word in (FIRST_PERSON_WORD, _SALUTED))
    return speaks and not marks.within(paragraph) and not any(map(str.isalnum, whole))
