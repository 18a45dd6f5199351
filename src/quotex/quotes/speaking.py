"""Whether a stretch of text is spoken: its speaker says I or we, speaks to somebody, or asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from quotex.english.closed import FIRST_SINGULAR, SECOND_PERSON
from quotex.english.patterns import alternation
from quotex.english.writing import FIRST_PERSON_WORD
from quotex.quotes.fitting import Marks
from quotex.text import Layout, Range

SECOND_PERSON_WORD = re.compile(rf"\b(?:{alternation(SECOND_PERSON)})\b", re.IGNORECASE)
FIRST_SINGULAR_WORD = re.compile(rf"\b(?:{alternation(FIRST_SINGULAR)})\b", re.IGNORECASE)

Speaks = Callable[[Range], bool]
"""Whether a range has a clause in it."""


def is_spoken(layout: Layout, span: Range) -> bool:
    """Whether somebody asks in a range, or speaks of himself or to another."""
    persons = (FIRST_PERSON_WORD, SECOND_PERSON_WORD)
    return "?" in span.of(layout.text) or any(person.search(layout.view, *span) for person in persons)


def speaks(layout: Layout, marks: Marks, span: Range, words: re.Pattern[str] = FIRST_PERSON_WORD) -> bool:
    """Whether the paragraph says I or we, and not between marks."""
    return any(marks.at(match.start()) is None for match in words.finditer(layout.text, *span))


def speaking_on(layout: Layout, marks: Marks, first: int, last: int, others: Container[int]) -> Iterator[Range]:
    """Yield the paragraphs from one on in which whoever spoke before goes on."""
    for j in range(first, last):
        span = layout.paragraphs[j].span
        if j in others or not speaks(layout, marks, span):
            return
        yield span
