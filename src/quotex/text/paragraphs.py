"""Paragraphs, from white space and characters alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from quotex.contract.rules import Rule
from quotex.english.writing import LINK_TITLE, QUESTION_OR_ANSWER
from quotex.text.ranges import Range, RangeIndex
from quotex.text.stops import ENDED, NEXT_SENTENCE, STOPPED

WRAPPED = Rule("text.wrapped", "lines that are all cut at one width are one paragraph down to an empty line")
GOES_ON = Rule("text.goes-on-below", "what ends no sentence goes on in the line below, if that begins small")
ONE_LINE = Rule("text.turns-in-a-line", "several questions and answers in one line were lines of their own")
LINK = Rule("text.link-in-line", "a link with the title of another article was a line of its own")
GAP = Rule("text.gap", "several blanks in a line of thousands of characters are the end of a paragraph")

# Held to the starts of lines, or a line of blanks is looked through once for each of them.
_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)
_SMALL = re.compile(r"[a-z]")
_OWN_LINE = re.compile(rf"\s*(?:\[\d{{1,2}}[:.]\d\d|<[^\s<>]{{2,30}}> |[{QUESTION_OR_ANSWER}][.:)]\s)")
"""Matches how a line begins that goes on with no other: with a stamp, a nick, a letter that asks or answers."""
_IN_SENTENCE = re.compile(r"\s*(?:[a-z]|[,;](?:\s|$))")
_LONGEST_WRAPPED_LINE = 100  # characters: mails and wires are wrapped at 60 to 80
_SHORTEST_WRAPPED_LINE = 40  # characters: shorter lines are verse, lists or columns
_NARROWEST = 18  # characters: a column of a newspaper, or a telephone
_NEARLY_ALL_FULL = 0.85
"""Share of the lines of a column that had no room for another word, at least: in a list, few are that long."""
_MOST_FULL = 0.7
"""The same of lines known to be wrapped, before one that is not full says anything."""
_FEWEST_CLIPPED = 2
"""Paragraphs that begin small, from which on a small letter says nothing: one can be a poster's, or a name's."""
_FEWEST_SMALL = 0.4
"""Share of the lines below that begin with a small letter, at least: elsewhere each line begins a sentence."""
_MOST_SMALL = 0.5
"""Share of them in short lines, more than, where the lines are not full: of a list, hardly any."""
_MOST_ENDED = 0.6
"""Share of the blocks of such lines that end in a stop, more than: the others are headlines and credits."""
_FEWEST_UNFINISHED = 0.6
"""Share of the lines that end no sentence, more than: of lines that are sentences hardly any is one."""
_REACH = 40  # characters: a stop, with what closes and the blanks behind it
_LONGEST_PARAGRAPH = 3000  # characters: of more, a text has lost line ends
_NEARLY_ALL = 0.95
"""Share of a text from which on a line has lost the line ends of the text."""
_FEWEST_SINGLE = 0.05
"""Sentences that end with one blank, for each gap that ends a paragraph."""
_MOST_INSIDE = 0.1
"""Share of the gaps that are within a quotation."""
_MARKS = frozenset('“"')
_TURN = re.compile(rf"{STOPPED} (?=(?P<letter>[{QUESTION_OR_ANSWER}]): )")
_FEWEST_TURNS = 3  # a question, an answer and another question
_CLOSED = 6
"""Characters in which a stop and what closes behind it have room."""
_GAP = re.compile(r"[ \t\xa0]{2,}")
_WIDE = 6
"""Blanks: fewer stand within sentences too, so many behind a title that has no stop."""
_ONE_BLANK = re.compile(rf"{STOPPED} {NEXT_SENTENCE}")


def find_paragraphs(text: str, breaks: Container[int] = ()) -> tuple[list[Range], bool]:
    """Find the paragraphs of a text.

    A paragraph is a line, unless the text is wrapped at a fixed width, as old wires and mails are: then it is a
    block between empty lines. In any text a line goes on in the next where it is no short one and ends no sentence,
    and the next begins with a small letter. A line of thousands of characters, or of the whole text, has lost its line
    ends: where they left several blanks, there it is parted.

    Args:
        text: as read.
        breaks: where lines start that belong to no line above them.

    Returns:
        Ranges without the white space around them, in order; and whether any of them holds line ends.
    """
    lines = [Range(*m.span()) for m in _LINE.finditer(text)]

    def adjoins(above: Range, line: Range) -> bool:
        return above.end + 1 == line.start and line.start not in breaks and not _OWN_LINE.match(text, *line)

    blocks = _joined(lines, adjoins)
    wrapped = _is_wrapped([block.of(text) for block in blocks], widest=_LONGEST_WRAPPED_LINE)
    wrapped = wrapped and WRAPPED.decides((0, len(text)))
    if wrapped:
        blocks = [part for block in blocks for part in _columns(text, block)]
    else:
        inside = RangeIndex([b for b in blocks if _is_wrapped([b.of(text)]) and WRAPPED.decides(b)])

        widest = _LONGEST_WRAPPED_LINE if _is_clipped(text, lines) else inf

        def goes_on(block: Range, line: Range) -> bool:
            return adjoins(block, line) and (inside.touches(line) or _goes_on(text, block, line, widest))

        blocks = _joined(lines, goes_on)
    parts = (part for block in blocks for part in _parts(text, block.trimmed(text)))
    spans = [span for part in parts for span in _without_links(text, part)]
    return spans, wrapped or len(blocks) < len(lines)


def _joined(lines: Iterable[Range], joins: Callable[[Range, Range], bool]) -> list[Range]:
    """Join lines with the block of those above them."""
    blocks: list[Range] = []
    for line in lines:
        if blocks and joins(blocks[-1], line):
            blocks[-1] = Range(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def _goes_on(text: str, block: Range, line: Range, widest: float) -> bool:
    """Whether the block above a line goes on in it: a link, or a break at a width, has cut the sentence."""
    last = Range(max(block.start, text.rfind("\n", block.start, block.end) + 1), block.end)
    return (
        _IN_SENTENCE.match(text, *line) is not None
        and block.end - block.start >= _SHORTEST_WRAPPED_LINE
        and last.end - last.start <= widest
        and not _is_ended(text, last)
        and GOES_ON.decides(line)
    )


def _is_ended(text: str, line: Range) -> bool:
    return ENDED.search(text[max(line.start, line.end - _REACH) : line.end].rstrip()) is not None


def _is_clipped(text: str, lines: Sequence[Range]) -> bool:
    """Whether paragraphs have lost their first letters: several begin small, behind others that have ended."""
    begin_small = (_SMALL.match(text, line.start) and _is_ended(text, above) for above, line in pairwise(lines))
    return sum(map(bool, begin_small)) >= _FEWEST_CLIPPED


def _parts(text: str, line: Range) -> Iterator[Range]:
    """Part a line that holds a whole text, or that no paragraph is as long as, where several blanks stand.

    Not where its sentences end with two.

    One in which questions and answers were run together is parted before each.
    """
    start = line.start
    turns = list(_TURN.finditer(text, *line))
    letters = {turn["letter"] for turn in turns}
    if len(turns) >= _FEWEST_TURNS and len(letters) > 1 and ONE_LINE.decides(line):
        for turn in turns:
            yield Range(start, turn.end()).trimmed(text)
            start = turn.end()
    whole = line.end - line.start > min(_LONGEST_PARAGRAPH, _NEARLY_ALL * len(text))
    gaps = [gap for gap in _GAP.finditer(text, *line) if _is_end(text, gap)] if whole else []
    if gaps and _end_paragraphs(text, line, gaps) and GAP.decides(line):
        for gap in gaps:
            yield Range(start, gap.start())
            start = gap.end()
    yield Range(start, line.end)


def _without_links(text: str, line: Range) -> Iterator[Range]:
    """Part a line before and behind each link to another article that stands in it."""
    start = line.start
    for link in LINK_TITLE.finditer(text, *line):
        if LINK.decides(link.span()):
            before = Range(start, link.start()).trimmed(text)
            yield from (part for part in (before, Range(*link.span())) if part.of(text))
            start = link.end()
    last = Range(start, line.end).trimmed(text)
    if last.of(text):
        yield last


def _is_end(text: str, gap: re.Match[str]) -> bool:
    """Whether a sentence, or a title, ends before a gap and another begins behind it; at a link none does."""
    before = text[max(0, gap.start() - _CLOSED) : gap.start()]
    wide = gap.end() - gap.start() >= _WIDE
    return (wide or ENDED.search(before) is not None) and not _SMALL.match(text, gap.end())


def _end_paragraphs(text: str, line: Range, gaps: Sequence[re.Match[str]]) -> bool:
    """Whether the gaps of a line end paragraphs, and not sentences: few stand within a quotation that goes on."""
    single = len(_ONE_BLANK.findall(text, *line))
    starts = [line.start, *(gap.end() for gap in gaps)]
    inside = sum(
        _leaves_open(text[start : gap.start()]) and text[gap.end()] not in _MARKS
        for start, gap in zip(starts, gaps, strict=False)
    )
    return single > len(gaps) or (single > _FEWEST_SINGLE * len(gaps) and inside <= _MOST_INSIDE * len(gaps))


def _leaves_open(words: str) -> bool:
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def _is_wrapped(blocks: list[str], widest: float = inf) -> bool:
    """Whether lines are cut at one width: few of them end a sentence, and those below begin with small letters."""
    inner = [pair for block in blocks for pair in pairwise(map(str.strip, block.strip().split("\n")))]
    if len(inner) < 3 or len(inner) < len(blocks):
        return False
    unfinished = [(line, below) for line, below in inner if not ENDED.search(line)]
    small = sum(below[:1].islower() or below[:1].isdigit() for _, below in unfinished)
    widths = [len(line) for line, _ in inner]
    return (
        len(unfinished) > _FEWEST_UNFINISHED * len(inner)
        and small > _FEWEST_SMALL * len(unfinished)
        and (
            median(widths) >= _SHORTEST_WRAPPED_LINE
            or (len(inner) > len(blocks) and _is_column(unfinished, max(widths)))
            or (len(inner) > len(blocks) and small > _MOST_SMALL * len(inner) and _are_sentences(blocks))
        )
        and max(widths) <= widest
    )


def _are_sentences(blocks: list[str]) -> bool:
    """Whether most of several blocks of short lines end in a stop: those of a list or a poem do not."""
    ended = sum(ENDED.search(block.rstrip()) is not None for block in blocks)
    return len(blocks) > 1 and ended > _MOST_ENDED * len(blocks)


def _is_column(lines: Sequence[tuple[str, str]], width: int) -> bool:
    """Whether the lines of a column are full."""
    return width >= _NARROWEST and _full(lines, width) >= _NEARLY_ALL_FULL * len(lines)


def _full(lines: Sequence[tuple[str, str]], width: int) -> int:
    return sum(_is_full(line, below, width) for line, below in lines)


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the word that the line below begins with had no room."""
    return line.endswith("-") or len(line) + 1 + len(below.split(maxsplit=1)[0]) > width


def _columns(text: str, block: Range) -> Iterator[Range]:
    """Part a block whose lines are full where one is not: there a paragraph, or the headline, ended without a blank."""
    lines = [line.strip() for line in block.of(text).split("\n")]
    pairs, width = list(pairwise(lines)), max(map(len, lines))
    unfinished = [(line, below) for line, below in pairs if not ENDED.search(line)]
    if _full(unfinished, width) < _MOST_FULL * len(unfinished):
        yield block
        return
    start = at = block.start
    for (line, below), raw in zip(pairs, block.of(text).split("\n"), strict=False):
        at += len(raw) + 1
        if not _is_full(line, below, width) and not _SMALL.match(below):
            yield Range(start, at - 1)
            start = at
    yield Range(start, block.end)
