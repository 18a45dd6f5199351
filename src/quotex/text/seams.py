"""Where words were run together that a blank or a line end had kept apart: the paragraphs of scraped pages, glued.

    plan safe."We tested it," he said.Others disagreed.FANS AT THE GATESAbout 400 came.

One missing blank is a slip of the pen; where an article has several, its paragraphs have lost their ends, and each seam
is one. A single mark at a seam belongs to the sentence before or to the one behind: how the marks of the whole article
pair decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quotex.contract.rules import Rule
from quotex.english.writing import ABBREVIATED, ENDS_OF_ADDRESSES
from quotex.text.marks import MARKS, Side
from quotex.text.pairing import pair
from quotex.text.ranges import Range
from quotex.text.stops import STOPS

GLUED = Rule("text.glued-paragraphs", "several sentences begin without a blank: each begins a paragraph there")
JOINED = Rule("text.joined-words", "two words of the article stand as one: they are read as two")

_FEWEST = 2
"""Seams that make an article a glued one."""

_MARKS = re.escape("".join(sorted(MARKS)))
_M = f"[{_MARKS}]"
_NEXT = r"(?=[A-Z][a-z]|[AI](?:['’ \xa0])|[A-Z]{2,}\b|_{2,}|\d{1,2}[:.]\d\d )"
_STOP = re.compile(
    rf"(?:[a-z]{{2}}|[\d%)\]]|[A-Z]{{2}}|\b[ap]\.m|__)(?P<stop>(?:\.\.\.|[{STOPS}]|(?<=[a-z]):)[)\]]?)"
    rf"(?P<marks>{_M}{{0,3}}){_NEXT}"
    rf"|(?P<early>(?<=[a-z]{{2}})){_M}(?P<late>[.])(?=[A-Z][a-z])"
    r"|(?<=[a-z])(?P<bare>”)(?=[A-Z][a-z])|(?<=[a-z]\.)(?P<cut>[\"”])(?=[a-z]{2})"
    r"|(?P<signed>(?<=[—–―-] |[—–―-]\xa0)[A-Z][\w.’ \xa0-]{2,40})(?=“[A-Z])"
)
"""A sentence's end right before another's beginning; in some houses the mark stands before the stop. A name behind a
dash, signed to a quotation, and a pull quote end without one; where a page has lost the letters that it prints large, a
sentence begins small."""
_CAPITALS = re.compile(
    rf"(?:(?<!\S)[A-Z\d{_MARKS}][A-Z\d,:&/.{_MARKS}-]*[ \xa0]+){{2,12}}"
    rf"[A-Z]{{2,}}[!?]?(?P<marks>{_M}{{0,2}})(?=[A-Z][a-z])"
)
"""A line in capitals right before a sentence."""
_BORDER = re.compile(
    r"(?<![\w/@#.-])(?:(?P<ended>[a-z]{3,}|(?:19|20)\d\d)|(?P<name>[A-Z][a-z]{2,}))(?=(?P<next>[A-Z][a-z]{2,}(?:[A-Z][a-z]+)?)(?![\w/]))"
)
"""Two words as one: the border of a link, a caption or a byline."""
_ENDED = frozenset(f"{STOPS}:”\"'’")
_PAIRS = re.compile(r"''|’’|‘‘|``|.")
_LONG = re.compile(r"[A-Z][a-z]{5,19}(?![\w/])")
_SHORTEST_NAME = 4  # letters of a name that runs into a word: fewer begin many words
_BEHIND = 12
"""characters looked at on either side of a seam: an address or an abbreviation has no more"""


class Unglued(NamedTuple):
    """Paragraphs parted at their seams, and where else a blank is missing between two words.

    Attributes:
        paragraphs: in text order; where two were glued they touch.
        sentences: offsets at which a sentence begins within a paragraph, right behind another.
        words: offsets at which a word begins, right behind another.
    """

    paragraphs: list[Range]
    sentences: frozenset[int]
    words: frozenset[int] = frozenset()


def unglue(text: str, paragraphs: Sequence[Range]) -> Unglued:
    """Find the seams of an article, in the paragraphs that its line ends make; time grows with its length."""
    seams = [seam for span in paragraphs for seam in _seams(text, span)]
    if len(seams) < _FEWEST:
        return Unglued(list(paragraphs), frozenset(seam.end for seam in seams if seam.start == seam.end))
    ends, words = _borders(text, paragraphs)
    seams = sorted({*seams, *(Range(at, at) for at in ends)})
    seams = [seam for seam in seams if GLUED.decides(seam)]
    breaks = _settled(text, paragraphs, seams)
    parted = list(_parted(text, paragraphs, breaks))
    inside = {q.opening.start for q in pair(text, parted).quoted if q.resumes and q.opening.start == q.opening.end}
    sentences = frozenset(breaks & inside)
    return Unglued(list(_parted(text, paragraphs, breaks - sentences)), sentences, frozenset(words))


def _seams(text: str, span: Range) -> Iterator[Range]:
    """Find where sentences touch: from the end of one to the start of the next, with marks that are of neither yet."""
    for match in _STOP.finditer(text, *span):
        if match["late"] or match["signed"] or match["bare"] or match["cut"]:
            yield Range(match.end(), match.end())
        elif not _is_one_word(text, match):
            yield Range(*match.span("marks"))
    for match in _CAPITALS.finditer(text, *span):
        if text[max(span.start, match.start() - _BEHIND) : match.start()].rstrip()[-1:] in _ENDED:
            yield Range(match.start(), match.start())
        yield Range(*match.span("marks"))


def _is_one_word(text: str, match: re.Match[str]) -> bool:
    """Whether a stop stands in an address, in the name of a site, or behind an abbreviation."""
    if match["marks"]:
        return False
    word = re.search(r"[\w@:/.-]*$", text[max(0, match.start("stop") - _BEHIND) : match.start("stop")])
    behind = re.match(r"\w*", text[match.end() : match.end() + _BEHIND])
    before, after = word[0] if word else "", behind[0] if behind else ""
    return (
        before.lower() in ABBREVIATED
        or after.lower() in ENDS_OF_ADDRESSES
        or any(sign in before for sign in "@/")
        or text[match.end() + len(after) : match.end() + len(after) + 1] in ("/", "@")
    )


def _borders(text: str, paragraphs: Sequence[Range]) -> tuple[set[int], set[int]]:
    """Find where a glued article has two words as one: those that end what they stand in, and those that go on."""
    ends: set[int] = set()
    words: set[int] = set()
    seen = Counter(re.findall(r"\b[A-Z][a-z]+\b", text))
    twice = Counter(re.findall(r"\b\w+\b", text))
    for span in paragraphs:
        linked = _linked(text, span, seen, twice)
        words |= linked
        for match in _BORDER.finditer(text, *span):
            whole = text[match.start() : match.end("next")]
            if any(at in linked for at in range(match.end() + 1, match.end("next"))):
                words.add(match.end())
            elif twice[whole] > 1 or (match["name"] and not (seen[match["next"]] and seen[match["name"]])):
                continue
            elif match["ended"] or JOINED.decides(Range(match.start(), match.end("next"))):
                (ends if match["ended"] else words).add(match.end())
    return ends, words


def _linked(text: str, span: Range, names: Counter[str], words: Counter[str]) -> set[int]:
    """Find where a name that the article has elsewhere runs into the word behind it: the far border of a link."""
    found: set[int] = set()
    for match in _LONG.finditer(text, *span):
        word = match[0]
        for at in range(_SHORTEST_NAME, len(word) - 1) if names[word] < _FEWEST else ():
            if names[word[:at]] and words[word[at:]] and JOINED.decides(Range(*match.span())):
                found.add(match.start() + at)
                break
    return found


def _settled(text: str, paragraphs: Sequence[Range], seams: Sequence[Range]) -> set[int]:
    """Say on which side of its marks each seam lies."""
    doubled = re.search(r"(?:^|\s)([\"”“])\1\w", text) is not None
    breaks: set[int] = set()
    unsure: dict[int, Range] = {}
    for seam in seams:
        marks = _PAIRS.findall(text, *seam)
        if len(marks) > 1 and not (doubled and len(set(marks)) == 1):
            breaks.add(_between(text, seam))
        elif marks:
            unsure[seam.start] = seam
        else:
            breaks.add(seam.end)
    if unsure:
        parted = list(_parted(text, paragraphs, breaks))
        for mark, side in pair(text, parted, seams=unsure.keys()).read:
            if (seam_at := unsure.get(mark.span.start)) is not None:
                breaks.add(seam_at.start if side is Side.OPENS else seam_at.end)
    return breaks


def _between(text: str, seam: Range) -> int:
    """Where several marks at a seam part: where one that closes meets one that opens; else they all close."""
    for at in range(seam.start + 1, seam.end):
        before, behind = text[at - 1], text[at]
        if (before in "”’»" and behind in "“‘«\"'") or before == behind == '"' or (before == '"' and behind in "'“‘"):
            return at
    return seam.end


def _parted(text: str, paragraphs: Iterable[Range], breaks: set[int]) -> Iterator[Range]:
    at = sorted(breaks)
    i = 0
    for span in paragraphs:
        inside = [span.start]
        while i < len(at) and at[i] < span.end:
            if at[i] > span.start:
                inside.append(at[i])
            i += 1
        for start, end in pairwise([*inside, span.end]):
            part = Range(start, end).trimmed(text)
            if part.start < part.end:
                yield part
