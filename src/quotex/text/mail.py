"""Lines with ``>`` before them: what a mail quotes (RFC 3676, section 4.5), or a block quotation of Markdown."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import NamedTuple

from quotex.contract.rules import Rule
from quotex.english.writing import MAIL
from quotex.text.marks import MARKS
from quotex.text.stops import STOPS

QUOTED_MAIL = Rule("text.quoted-mail", "signs before several lines tell that they are quoted from another mail")
BLOCK_QUOTED = Rule("text.block-quoted", "what stands behind signs in no mail is quoted")

_LINE = re.compile(r"^[ \t]{0,3}(?P<signs>(?:>[ \t]?){1,9})?(?P<words>.*)", re.MULTILINE)
_SIGNED = re.compile(r"(?:[—–―]|--)\s?\w")
_MOST = 0.75
"""Share of the text that block quotations hold at most: of more, the whole is a mail."""


class _Line(NamedTuple):
    """A line: where it starts, how many signs stand before it, where its words start and end."""

    start: int
    depth: int
    words: int
    end: int


def unquoted(text: str) -> tuple[str, frozenset[int]]:
    """Let the signs before quoted lines be blanks, and block quotations stand between marks.

    A sign before one line alone is none of a mail.

    Returns:
        A text of the same length, and where lines start that are quoted from deeper down, or less deep, than the line
        above: what stands there is another's.
    """
    if "\n>" not in text:
        return text, frozenset()
    lines = [_Line(m.start(), (m["signs"] or "").count(">"), m.start("words"), m.end()) for m in _LINE.finditer(text)]
    quoted = sum(line.end - line.words for line in lines if line.depth)
    blocks = quoted < _MOST * len(text) and not MAIL.search(text) and BLOCK_QUOTED.decides((0, len(text)))
    several = any(above.depth and line.depth for above, line in pairwise(lines))
    if not (blocks or (several and QUOTED_MAIL.decides((0, len(text))))):
        return text, frozenset()
    chars = list(text)
    for line in lines:
        chars[line.start : line.words] = " " * (line.words - line.start)
    for depth, block in groupby(lines, lambda line: line.depth):
        if depth == 1 and blocks:
            _mark(chars, [*block])
    return "".join(chars), frozenset(line.start for above, line in pairwise(lines) if above.depth != line.depth)


def _mark(chars: list[str], block: list[_Line]) -> None:
    """Put marks where the signs of a block quotation, and the end of its last line, were; an author stays behind."""
    text = "".join(chars[block[0].start : block[-1].end])
    full = [line for line in block if line.words < line.end and not _SIGNED.match(text, line.words - block[0].start)]
    if not full or chars[full[0].words] in MARKS or full[0].words == full[0].start:
        return
    if "".join(chars[full[-1].words : full[-1].end]).rstrip()[-1:] not in STOPS:
        return  # a list, with the signs for bullets
    starts = {line.start for line in full}
    goes_on = False
    for line in block:
        if line.start in starts and not goes_on:
            chars[line.words - 1] = "“"
        goes_on = line.start in starts
    if full[-1].end < len(chars) - 1:
        chars[full[-1].end] = "”"
