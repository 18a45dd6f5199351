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
from quotex.text.stops import STOPPED

RUN_IN = Rule("text.run-in-labels", "labels that come again within a paragraph, or behind questions, each begin a turn")

_LABEL = re.compile(
    r"(?:^|(?<=\s))(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
    r"(?P<aged>(?:, \d\d| \(\d\d\))(?:, [^:.?!\n]{1,40})?)?:\s+(?=\S)"
)
_ENDED = re.compile(rf"{STOPPED}\s+$")
_FEWEST = 3
"""Labels that make a paragraph a dialogue; one name a paragraph answers questions there."""
_BACK = 4
"""Characters before a label in which the sentence before it ends: a stop, a mark and a blank."""


def part_labels(text: str, paragraphs: Sequence[Range]) -> list[Range]:
    """Part the paragraphs that several labels stand in, or a label behind a question."""
    labels = [list(_labels(text, span)) for span in paragraphs]
    answering = Counter(m["label"].split()[-1] for found in labels for m in found if _answers(text, m))
    parted: list[Range] = []
    for span, found in zip(paragraphs, labels, strict=True):
        called = Counter(match["label"] for match in found)
        dialogue = len(found) >= _FEWEST and len(called) > 1
        dialogue = dialogue and (max(called.values()) > 1 or all(match["aged"] for match in found))
        answers = [m for m in found if dialogue or (_answers(text, m) and answering[m["label"].split()[-1]] >= _FEWEST)]
        cuts = [match.start() for match in answers if match.start() > span.start]
        cuts = cuts if cuts and RUN_IN.decides(span) else []
        parted += [Range(*ends).trimmed(text) for ends in pairwise([span.start, *cuts, span.end])]
    return parted


def _labels(text: str, span: Range) -> Iterator[re.Match[str]]:
    """Yield the labels at the beginnings of a paragraph's sentences."""
    for match in _LABEL.finditer(text, *span):
        if match.start() == span.start or _ENDED.search(text, max(span.start, match.start() - _BACK), match.start()):
            yield match


def _answers(text: str, label: re.Match[str]) -> bool:
    """Whether a question ends right before a label."""
    return "?" in text[max(0, label.start() - _BACK) : label.start()]
