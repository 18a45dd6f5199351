"""Interviews without names: questions that stand in bold, or alone, and the answers below them.

**Will it open?**
I hope so. We paid for it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.names import FULL_NAME
from quotex.english.writing import BYLINE, FIRST_PERSON_WORD
from quotex.quotes.drafts import Turn
from quotex.quotes.fitting import Marks
from quotex.quotes.speaking import FIRST_SINGULAR_WORD, SECOND_PERSON_WORD, speaking_on, speaks
from quotex.text import Layout, ParagraphKind, Range

EXPLAINS = Rule("quotes.explains", "questions that nobody is asked, or answers for himself, are headings")

_BOLD = re.compile(r"(?:(\*{1,2}|_{1,2})(?=\S)|#{2,5} )(?P<question>[^*\n]{8,}?)(?(1)\1|\s*)")
_QUESTION = re.compile(r"(?:\d{1,2}[.)] )?(?P<question>(?:[A-Z][^.!?\n]{3,200}[.!] ){0,2}[A-Z][^.!?\n]{8,200}\?)")
_BYLINE = re.compile(rf"[*_]{{0,2}}(?:{BYLINE.pattern})(?P<name>{FULL_NAME})")
_FEWEST = 3
"""Questions alone that make an interview."""
_FEWEST_ALONE = 2
"""Answers in which one person speaks of himself: where a paper explains something it says "we", if anything."""


def find_asked(layout: Layout, marks: Marks) -> list[Turn]:
    """Find questions that stand in bold, or alone, and the answers below them."""
    questions = {
        i: Range(*match.span("question"))
        for i, paragraph in enumerate(layout.paragraphs)
        if (match := _BOLD.fullmatch(layout.view, *paragraph.span))
    } or _plain(layout, marks)
    if len(questions) < 2 or not any("?" in span.of(layout.text) for span in questions.values()):
        return []
    answers = Range(min(questions.values()).end, layout.paragraphs[-1].span.end)
    asked = any(SECOND_PERSON_WORD.search(layout.view, *span) for span in questions.values())
    if not (asked or FIRST_PERSON_WORD.search(layout.view, *answers)) and EXPLAINS.decides(answers):
        return []
    turns = []
    end = len(layout.paragraphs)
    asker = _author(layout)
    for i, following in pairwise([*questions, end]):
        turns.append(Turn(asker, (questions[i],), unrecorded=asker is None))
        sure = following if following < end else min(i + 2, end)
        body = [p.span for p in layout.paragraphs[i + 1 : sure] if p.kind is ParagraphKind.BODY]
        answer = body[:1] + [span for span in body[1:] if not marks.within(span) or speaks(layout, marks, span)]
        answer += speaking_on(layout, marks, sure, following, questions)
        if answer:
            turns.append(Turn(None, tuple(answer), answers=True))
    return turns


def _author(layout: Layout) -> Range | None:
    """The name in the byline of an interview: whoever asks in it."""
    bylines = (_BYLINE.match(layout.view, *paragraph.span) for paragraph in layout.paragraphs)
    return next((Range(*match.span("name")) for match in bylines if match), None)


def _plain(layout: Layout, marks: Marks) -> dict[int, Range]:
    """Find the questions of an interview that are paragraphs of their own.

    Most of them are put to somebody, or one, and most answers speak of who gives them.
    """
    found = {
        i: Range(*match.span("question"))
        for i, paragraph in enumerate(layout.paragraphs)
        if (match := _QUESTION.fullmatch(layout.view, *paragraph.span)) and not marks.within(paragraph.span)
    }
    put = sum(SECOND_PERSON_WORD.search(layout.view, *span) is not None for span in found.values())
    answers = [p.span for i, p in enumerate(layout.paragraphs) if i - 1 in found]
    answered = sum(speaks(layout, marks, span) for span in answers)
    alone = sum(speaks(layout, marks, span, FIRST_SINGULAR_WORD) for span in answers)
    most = len(found) / 2
    surely = put > 0 and answered > most and alone >= _FEWEST_ALONE
    interview = surely or (put > most and (answered > most or alone >= _FEWEST_ALONE))
    return found if len(found) >= _FEWEST and interview else {}
