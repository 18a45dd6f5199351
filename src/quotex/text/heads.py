"""What stands above the sentences of an article: its headline, crossheads between marks, and datelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.writing import CREDIT
from quotex.text.ranges import Range
from quotex.text.stops import CLOSING, ENDED, SENTENCE_END

HEADLINE = Rule("text.headline", "a short line that ends no sentence, above a longer one, is the headline")
CROSSHEAD = Rule(
    "text.crosshead", "a few words between marks, without a stop, between paragraphs that end are a heading"
)
DATELINE = Rule("text.dateline", "a place in capitals before a dash is no part of the sentence behind it")

_LONGEST_HEADLINE = 200  # characters: the longest are tabloids'; most paragraphs have more
_LONGEST_KICKER = 30  # characters: the name of a section
_MOST_ABOVE = 3
"""Lines that may stand above a headline: kickers, credits, places."""

_PLACE = r"[A-Z][A-Z.'’\- ]+(?:,\s[A-Z][\w.]+(?: [A-Z][\w.]+)?)*"
_DAY = r"(?:[A-Z][a-z]+\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]+(?:\s\d{4})?)"
_AGENCY = r"(?:\s?\([^()\n]{1,40}\)|\s?/[^/\n]{1,40}/)"
_DASH = r"\s?(?:[–—]|--?)\s"
_DATELINE = re.compile(
    rf"(?:\*\*)?(?P<place>{_PLACE})(?:\*\*)?(?:,\s{_DAY})?{_AGENCY}?{_DASH}(?:{_AGENCY}{_DASH})?(?:{_DAY}{_AGENCY}?{_DASH})?"
)
_IN_CAPITALS = re.compile(r"^[A-Z][A-Z.'’\- ]+(?:\([^()\n]{1,40}\))?:", re.MULTILINE)
_WITH_COLON = re.compile(
    rf"(?P<place>[A-Z]{{3,}}(?:[ -][A-Z]{{2,}}){{0,2}})(?:,\s{_DAY})?{_AGENCY}?:\s(?=[A-Z][a-z]*\s[^“\"\n]{{40}})"
)
_CREDIT = re.compile(CREDIT)
_CAPTION = re.compile(rf"[.)]\s{CREDIT}|\([\w. ]+/[\w. ]+\)$")
_PLACE_ALONE = re.compile(rf"{_PLACE.replace('*', '+')}")
_PAUSES = re.compile(rf"[.,:;]{CLOSING}$")
_CROSSHEAD = re.compile(r"[‘'“\"][^‘“\"”\n]{2,60}[^\s‘“\"”.,!?…:][’'”\"]")
_LONGEST_CROSSHEAD = 8  # words: a line of a column
_LABEL = re.compile(r"[^\n:]{1,40}:")


def find_title(text: str, paragraphs: Sequence[Range]) -> int | None:
    """Find the headline: short, no sentence with a stop behind it, and above something longer.

    Credits, datelines, the names of places and sections, and what a speaker says behind a label are none; above a
    headline there may be a few of these.

    Args:
        text: as read.
        paragraphs: the first of the article, without notices.

    Returns:
        Index into ``paragraphs``.
    """
    lines = [span.of(text) for span in paragraphs[: _MOST_ABOVE + 2]]
    for i, (line, following) in enumerate(pairwise(lines)):
        if not _is_short(line) or f"\n{line}\n" in text[paragraphs[i].end :]:
            return None  # a name that stands above each turn
        if _CREDIT.match(line) or _PLACE_ALONE.fullmatch(line) or " " not in line or _is_kicker(line, following):
            continue
        found = _is_headline(line, following) and not _is_label(text, line)
        return i if found and HEADLINE.decides(paragraphs[i]) else None
    return None


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and "\n" not in line


def _is_kicker(line: str, following: str) -> bool:
    """Whether a line names a section, above a headline."""
    return len(line) <= _LONGEST_KICKER < len(following) and line.isupper() and _is_headline(following, "")


def _is_headline(line: str, following: str) -> bool:
    if not _is_short(line) or _PAUSES.search(line) or _DATELINE.match(line) or _CAPTION.search(line):
        return False
    return len(line) < len(following) or not SENTENCE_END.search(line)


def _is_label(text: str, line: str) -> bool:
    """Whether a line begins like others do: with who speaks."""
    label = _LABEL.match(line)
    return label is not None and text.count(label[0]) > 1


def find_crossheads(text: str, paragraphs: Sequence[Range]) -> frozenset[int]:
    """Find the headings between an article's paragraphs that are set between marks, as words taken from below.

    Returns:
        Indexes into ``paragraphs``.
    """
    return frozenset(
        i
        for i, span in enumerate(paragraphs[1:-1], 1)
        if _CROSSHEAD.fullmatch(text, *span)
        and len(span.of(text).split()) <= _LONGEST_CROSSHEAD
        and all(_is_longer_and_ends(text, paragraphs[j], span) for j in (i - 1, i + 1))
        and CROSSHEAD.decides(span)
    )


def _is_longer_and_ends(text: str, paragraph: Range, line: Range) -> bool:
    return paragraph.end - paragraph.start > line.end - line.start and bool(ENDED.search(paragraph.of(text)))


def find_dateline(text: str, paragraph: Range, *, first: bool) -> Range | None:
    """Find "BRUSSELS, March 3 (Agency) – " at a paragraph's start; at the article's, "NEW DELHI: " too."""
    match = _DATELINE.match(text, *paragraph)
    if match is None and first and len(_IN_CAPITALS.findall(text, paragraph.start)) == 1:
        match = _WITH_COLON.match(text, *paragraph)
    return Range(*match.span()) if match and DATELINE.decides(match.span()) else None


def place_of(text: str, dateline: Range) -> str | None:
    """Return the place that a dateline names, in its own words: "BRUSSELS"."""
    match = _DATELINE.match(text, *dateline) or _WITH_COLON.match(text, dateline.start)
    return match["place"].strip(" -") if match else None
