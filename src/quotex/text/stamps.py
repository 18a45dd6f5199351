"""Live blogs: each entry begins with the time it was written at, and often with a headline of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotex.contract.rules import Rule
from quotex.text.ranges import Range
from quotex.text.stops import STOPS

LIVE_BLOG = Rule("text.live-blog", "several paragraphs begin with a time of day: each is an entry written then")

_STAMP = re.compile(
    r"[\[(]?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? )?"
    r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\b\.?|(?!\s?[ap]\.?m\b))"
    r"(?: (?-i:[A-Z]{2,4})\b)?[\])]?(?:\s*[-–—|:])?(?=\s*(?:$|(?-i:[A-Z])|[\"“‘«(\[\d*<]|[\w-]{2,30}:\s))",
    re.MULTILINE | re.IGNORECASE,
)
_FEWEST = 2
"""Paragraphs with stamps that make a live blog."""
_GLUED = re.compile(r"(?<=\d)[A-Z][a-z]{2}")
"""A word that a stamp runs into: then one is enough."""
_UNENDED = re.compile(rf"[^{STOPS}:\"”’'»)]$")
_LONGEST_HEADLINE = 120  # characters: those of a live blog's entries are short


class Stamped(NamedTuple):
    """Paragraphs, with those that stamps stand in parted.

    Attributes:
        paragraphs: in text order.
        stamps: where those start that are nothing but a stamp.
        headlines: where headlines of entries start.
    """

    paragraphs: list[Range]
    stamps: frozenset[int] = frozenset()
    headlines: frozenset[int] = frozenset()


def part_stamps(text: str, paragraphs: Sequence[Range]) -> Stamped:
    """Part the stamps of a live blog from its entries, in the paragraphs that its line ends make."""
    stamps = {i: match.end() for i, span in enumerate(paragraphs) if (match := _STAMP.match(text, *span))}
    glued = any(_GLUED.match(text, end) for end in stamps.values())
    if (len(stamps) < _FEWEST and not glued) or not LIVE_BLOG.decides((0, len(text))):
        return Stamped(list(paragraphs))
    parted: list[Range] = []
    for i, span in enumerate(paragraphs):
        parted += _parts(text, span, stamps[i]) if i in stamps else [span]
    starts = frozenset(paragraphs[i].start for i in stamps)
    return Stamped(parted, starts, frozenset(_headlines(text, parted, starts)))


def _parts(text: str, span: Range, end: int) -> Iterator[Range]:
    yield Range(span.start, end).trimmed(text)
    if (entry := Range(end, span.end).trimmed(text)).of(text):
        yield entry


def _headlines(text: str, paragraphs: Sequence[Range], stamps: frozenset[int]) -> Iterator[int]:
    """Yield where a line starts right behind a stamp that is no sentence, with text on the line below."""
    for stamp, line, below in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        ended = not _UNENDED.search(line.of(text)) or line.end - line.start > _LONGEST_HEADLINE
        apart = "\n\n" in text[line.end : below.start]
        if stamp.start in stamps and line.start not in stamps and not (ended or apart or below.start in stamps):
            yield line.start
