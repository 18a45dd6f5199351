"""Turns of an interview or a transcript: paragraphs that begin with who speaks ("MARRACK:", "Q.")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from quotex.english.writing import FIRST_PERSON_WORD, QUESTION_OR_ANSWER
from quotex.quotes.fitting import Marks
from quotex.text import Layout, ParagraphKind, Range

__all__ = ["Turn", "find_turns"]

_LETTER = f"[{QUESTION_OR_ANSWER}]"
_CAPITALS = r"[A-Z][A-Z.'’\-]*(?: [A-Z][A-Z.'’\-]*){0,4}"
_NAME = r"[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+){0,2}"
_LABEL = re.compile(
    rf"[\"“”«„]?(?P<label>{_CAPITALS}|{_NAME}|{_LETTER})(?:\s?\([^()]{{1,40}}\))?\s?(?P<colon>:)\s*(?=\S)"
    rf"|(?P<letter>{_LETTER})\.\s+(?=\S)"
)
_FIRST_PERSON = re.compile(FIRST_PERSON_WORD)
_FEWEST = 3
"""Turns that make an interview; at least two speakers must take part, and one of them twice."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch: the label, and a range in each paragraph."""

    label: Range
    content: tuple[Range, ...]


def find_turns(layout: Layout, marks: Marks) -> list[Turn]:
    """Find the turns of an article that is, or holds, an interview; none in any other.

    An unlabelled paragraph between two turns goes on with the first when it speaks in the first person.
    """
    labelled: dict[int, tuple[Range, int]] = {}
    for i, paragraph in enumerate(layout.paragraphs):
        match = _LABEL.match(layout.text, *paragraph.span)
        if match and paragraph.kind is ParagraphKind.BODY:
            labelled[i] = Range(*match.span("letter" if match["letter"] else "label")), match.end()
    turns = Counter(label.of(layout.text) for label, _ in labelled.values())
    # a word that stands before a colon but once is a label only in capitals
    labelled = {
        i: found for i, found in labelled.items() if turns[(name := found[0].of(layout.text))] > 1 or name.isupper()
    }
    speakers = {label.of(layout.text) for label, _ in labelled.values()}
    if len(labelled) < _FEWEST or len(speakers) < 2 or max(turns.values()) < 2:
        return []
    return [_turn(layout, marks, i, labelled) for i in labelled]


def _turn(layout: Layout, marks: Marks, i: int, labelled: dict[int, tuple[Range, int]]) -> Turn:
    label, start = labelled[i]
    content = [Range(start, layout.paragraphs[i].span.end)]
    for j in range(i + 1, max(labelled)):
        span = layout.paragraphs[j].span
        if j in labelled or not _speaks(layout, marks, span):
            break
        content.append(span)
    return Turn(label, tuple(content))


def _speaks(layout: Layout, marks: Marks, span: Range) -> bool:
    """Whether the paragraph says I or we, and not between marks."""
    return any(marks.at(match.start()) is None for match in _FIRST_PERSON.finditer(layout.text, *span))
