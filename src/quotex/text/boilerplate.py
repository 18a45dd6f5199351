"""Paragraphs that are not the article: credits, translation and copyright notices, "read more"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import BeforeValidator

from quotex.contract.rules import Rule
from quotex.english import lexicons
from quotex.english.writing import LINK_TITLE
from quotex.text.ranges import Range

NOTICE = Rule("text.notice", "a credit, a notice or a link to more is no part of the article")

_BULLETS = "*•·-–—_=>|#[ \t"
_MOST_TRAILING = 40  # paragraphs of notices below an article: bounds the search
_LONGEST_NOTICE = 400  # characters of a notice that can stand anywhere; of 1,100 articles none was longer
_LONGEST_TITLE = 160  # characters of the title of another article
_ADDRESS = re.compile(r"\w@\w[\w.-]*\.\w|\w://\w")
_REACH = 1200
"""Characters within which a notice that has the words of one says so; behind them, an article ends in one."""


_AnyOf = Annotated[re.Pattern[str], BeforeValidator(lambda patterns: re.compile("|".join(patterns), re.IGNORECASE))]


class _Notices(lexicons.Lexicon):
    """``english/lexicons/boilerplate.toml``."""

    anywhere: _AnyOf
    labels: _AnyOf
    trailing: _AnyOf
    headings: _AnyOf
    links: _AnyOf
    lists: _AnyOf
    notice_words: frozenset[str]

    def is_one(self, paragraph: str) -> bool:
        """Whether a paragraph is a notice wherever it stands; one that begins an article without line ends is not."""
        return len(paragraph) <= _LONGEST_NOTICE and self.anywhere.match(paragraph) is not None

    def ends_article(self, paragraph: str) -> bool:
        """Whether a paragraph follows the pattern of a notice at the end of an article."""
        match = self.trailing.match(paragraph) or self.headings.match(paragraph)
        reach = _REACH if self.resembles(paragraph) else _LONGEST_NOTICE
        return (match is not None and match.end() <= reach) or self.is_one(paragraph)

    def resembles(self, paragraph: str) -> bool:
        """Whether a paragraph that follows no pattern has the words of a notice, or none, or is but an address."""
        words = re.findall(r"[a-z]+", paragraph.lower())
        addressed = len(paragraph) <= _LONGEST_TITLE and _ADDRESS.search(paragraph) is not None
        return len(self.notice_words.intersection(words)) >= 2 or not words or addressed


_notices = lexicons.loader("boilerplate", _Notices)


def find_boilerplate(text: str, paragraphs: Sequence[Range]) -> frozenset[int]:
    """Find the paragraphs that are boilerplate.

    Read from the end: the trailing notices go on upwards as long as paragraphs follow a notice's pattern or, below
    one that does, have its words. Above them, only what is boilerplate anywhere.

    Returns:
        Indexes into ``paragraphs``. Never all of them: a text of notices alone is an article about notices.
    """
    notices = _notices()
    lines = [paragraph.of(text).lstrip(_BULLETS) for paragraph in paragraphs]
    found = {i for i, line in enumerate(lines) if notices.is_one(line)}
    found |= {i for i, line in enumerate(lines) if i and notices.labels.match(line)}
    found |= {i + 1 for i, line in enumerate(lines[:-1]) if notices.links.match(line) and _is_title(lines[i + 1])}
    found |= set(_listed(lines, notices.lists))
    likely: set[int] = set()
    for i in range(len(lines) - 1, max(0, len(lines) - _MOST_TRAILING), -1):
        if i in found or notices.ends_article(lines[i]):
            found |= {i} | (set() if LINK_TITLE.match(lines[i]) else likely)  # articles go on behind a link
            likely = set()
        elif notices.resembles(lines[i]) or (i and notices.headings.match(lines[i - 1])):
            likely.add(i)
        else:
            break
    return frozenset(i for i in found if NOTICE.decides(paragraphs[i])) if len(found) < len(lines) else frozenset()


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.rstrip("\"'”’ ").endswith((".", ":"))


def _listed(lines: Sequence[str], headings: re.Pattern[str]) -> Iterator[int]:
    """Yield the headings of lists of links, and the titles of other articles below them."""
    listed = False
    for i, line in enumerate(lines):
        listed = headings.match(line) is not None or (listed and _is_title(line))
        if listed:
            yield i


def is_notice(sentence: str) -> bool:
    """Whether a sentence is one that is no part of an article wherever it stands: "This story has been updated"."""
    return _notices().anywhere.match(sentence) is not None
