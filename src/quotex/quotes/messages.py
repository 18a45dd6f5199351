"""Messages: posts, comments and chats, each below a header that says who wrote it, and when or with what handle.

    Ada Brook @adabrook · 2h          Bo Lund  2:14 PM             Posted by u/kelp 3 hours ago
    Our roof is in the pool.          Who has the keys?            My roof leaks.

A header can stand on two lines, as "Dolores Finn says:" and the day below it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from quotex.contract.rules import Rule
from quotex.english.people import folded_words, given_names
from quotex.english.writing import CREDIT, WRITES, WRITTEN_BY, WRITTEN_WHEN
from quotex.quotes.drafts import Turn
from quotex.quotes.fitting import Marks
from quotex.quotes.speaking import speaks
from quotex.text import Layout, ParagraphKind, Range

MESSAGE = Rule("quotes.message", "a line with a name and a time, or a handle, says who wrote what stands below it")

_STAMP = rf"[(\[]?(?:@\w{{2,30}}|{WRITTEN_WHEN})[)\]]?"
_STAMPS = rf"{_STAMP}(?:\s?[·•|,–-]?\s{{0,2}}{_STAMP})?:?"
_WRITER = r"(?P<name>(?:u/|@)[\w-]{2,30}|[^\W\d_][\w.’'-]*(?: [A-Z\d][\w.’'-]*){0,4}?)(?<!\.)"
_HEADER = re.compile(rf"(?P<by>{WRITTEN_BY})?{_WRITER}(?P<says>{WRITES})?(?:\s{{0,3}}[·•|,–—-])?\s{{1,3}}{_STAMPS}")
_STAMP_ALONE = re.compile(_STAMPS)
_CREDIT = re.compile(CREDIT)
_FEWEST = 2
"""Headers: one can be a byline."""


class _Header(NamedTuple):
    """A header.

    Attributes:
        whole: one line or two.
        name: of the writer.
        below: the paragraph that follows.
        sure: a handle, or a verb of writing, says that it is one.
    """

    whole: Range
    name: Range
    below: int
    sure: bool


def find_messages(layout: Layout, marks: Marks) -> list[Turn]:
    """Find the messages of a text; none where its lines with times may be anything else's.

    They are not where most are sure or begin with a given name, or one name comes again.
    """
    headers = _headers(layout)
    names = [header.name.of(layout.text) for header in headers.values()]
    sure = sum(header.sure for header in headers.values())
    people = sum(folded_words(name)[0] in given_names() for name in names)
    again = max(Counter(names).values(), default=0) > 1
    if len(headers) < _FEWEST or not (again or max(sure, people) > len(headers) / 2):
        return []
    turns = []
    for header in headers.values():
        content = _content(layout, marks, header.below, headers)
        if content and MESSAGE.decides(header.name):
            turns += [Turn(None, (header.whole,), unrecorded=True), Turn(header.name, tuple(content))]
    return turns


def _headers(layout: Layout) -> dict[int, _Header]:
    """Find the headers, by the paragraph that each begins in."""
    text, paragraphs = layout.text, layout.paragraphs
    found: dict[int, _Header] = {}
    last = -1
    for i, paragraph in enumerate(paragraphs[:-1]):
        for lines in (1, 2):
            end = min(i + lines, len(paragraphs) - 1)
            match = _HEADER.fullmatch(text, paragraph.span.start, paragraphs[end - 1].span.end)
            if match and i > last and not _CREDIT.match(text, match.start("name")):
                sure = bool(match["by"] or match["says"] or "@" in match[0])
                found[i] = _Header(Range(*match.span()), Range(*match.span("name")), end, sure)
                last = end - 1
                break
    return {i: header for i, header in found.items() if header.below not in found}


def _content(layout: Layout, marks: Marks, first: int, headers: dict[int, _Header]) -> list[Range]:
    """The paragraph below a header, and those behind it that stand close to it, or in which its writer speaks on."""
    content: list[Range] = []
    for j in range(first, len(layout.paragraphs)):
        paragraph = layout.paragraphs[j]
        stamp = _STAMP_ALONE.fullmatch(layout.text, *paragraph.span)
        if j in headers or stamp or paragraph.kind is ParagraphKind.BOILERPLATE:
            break
        gap = layout.text[layout.paragraphs[j - 1].span.end : paragraph.span.start]
        if content and "\n\n" in gap and not speaks(layout, marks, paragraph.span):
            break
        content.append(paragraph.span)
    return content
