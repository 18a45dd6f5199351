"""Turns of a dialogue run into one paragraph: each label begins a paragraph of its own.

Pilot: We have a light on. Tower: Which one? Pilot: All of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.text.ranges import Range
from quotex.text.stops import STOPS

RUN_IN = Rule("text.run-in-labels", "labels in one paragraph, behind questions or with ages, each begin a turn")

_WORD = r"[A-Z](?:\w{0,3}\.|[\w’'-]*)"
_LABEL = (
    rf"(?P<label>{_WORD}(?: {_WORD}){{0,3}})"
    r"(?P<aged>(?:, \d\d| \(\d\d\))(?:, [^:.?!\n]{1,40})?)?:\s+(?=\S)"
)
_FIRST = re.compile(_LABEL)
_NEXT = re.compile(rf"(?:(?<=[{STOPS}]\s)|(?<=[{STOPS}][”\"’')]\s)){_LABEL}")
_FEWEST = 3
"""Labels that make a paragraph a dialogue; one name a paragraph answers questions there."""
_BACK = 3
"""Characters before a label in which a question ends: a stop, a mark and a blank."""


def part_labels(text: str, paragraphs: Sequence[Range]) -> list[Range]:
    """Part the paragraphs that several labels stand in, or a label behind a question."""
    labels = [list(_labels(text, span)) for span in paragraphs]
    answering = Counter(m["label"].split()[-1] for found in labels for m in found if _answers(text, m))
    parted: list[Range] = []
    for span, found in zip(paragraphs, labels, strict=True):
        called = Counter(match["label"] for match in found)
        dialogue = len(found) >= _FEWEST and len(called) > 1
        answered = any(_answers(text, match) for match in found) and max(called.values()) > 1
        dialogue = dialogue and (answered or all(match["aged"] for match in found))
        answers = [m for m in found if dialogue or (_answers(text, m) and answering[m["label"].split()[-1]] >= _FEWEST)]
        cuts = [match.start() for match in answers if match.start() > span.start]
        cuts = cuts if cuts and RUN_IN.decides(span) else []
        parted += [Range(*ends).trimmed(text) for ends in pairwise([span.start, *cuts, span.end])]
    return parted


def _labels(text: str, span: Range) -> Iterator[re.Match[str]]:
    """Yield the labels at the beginnings of a paragraph's sentences."""
    if first := _FIRST.match(text, *span):
        yield first
    yield from _NEXT.finditer(text, first.end() if first else span.start, span.end)


def _answers(text: str, label: re.Match[str]) -> bool:
    """Whether a question ends right before a label."""
    return "?" in text[max(0, label.start() - _BACK) : label.start()]
