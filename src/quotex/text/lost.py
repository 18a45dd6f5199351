"""Marks that were lost on the way: a sign stands in their place, U+FFFD or a question mark.

    ?We go,? he said. It?s here.      \ufffdWe go,\ufffd he said \ufffd and went.

What stands around a sign tells most of them; the others, what is open in their line. A letter that was lost stays so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum, auto
from itertools import groupby

from quotex.contract.rules import Rule
from quotex.english.writing import BARE_POSSESSIVE, BEFORE_APOSTROPHE, BEHIND_APOSTROPHE, ELIDED

ASKED = Rule("text.asked", "question marks where none can stand were other marks")
LOST = Rule("text.lost", "what stands around signs for lost characters tells which of them were marks")

_LOST = "\ufffd"
_SIGNS = re.compile(f"{_LOST}{{1,9}}")
_WITH_QUESTIONS = re.compile(rf"{_LOST}{{1,9}}|\?{{1,3}}")
_CURLY = re.compile("[“”]")
_OPENING = re.compile(r"(?<![^\s(\[—–])\?(?=[A-Za-z0-9$])")
_CLOSING = re.compile(r"(?<=[.,!?…])\?(?!\S)")
_WITHIN = re.compile(rf"(?<=[a-z])\?{BEHIND_APOSTROPHE}(?!=)")
_FEWEST = 2
"""Words with a question mark for an apostrophe that tell of the others, where there are no marks."""
_BEHIND = re.compile(BEHIND_APOSTROPHE, re.IGNORECASE)
_ELLIPSIS = re.compile(r"[ \t]*(?:…|\.\.)")
_DECADE = re.compile(r"\d\ds?\b")
_BEFORE = re.compile(rf"\b(?:{BEFORE_APOSTROPHE})$")
_WORD = re.compile(r"[A-Za-z]{2,}")
_REACH = 20
"""letters of a word on either side of a sign in it"""
_ENDS = frozenset(".,!?…;:)]")
_STOPS = frozenset(".!?…")
_PAUSES = frozenset(".,;:")
_BEFORE_OPENING = frozenset("([{—–-/\"'")
_DASH, _APOSTROPHE, _LETTER = "—", "’", "e"
_MARKS = (('"', '"'), ("‘", "’"))
"""Those of a quotation, and those of one within it."""

_TURN = "”“"
"""One that closes and one that opens; two straight ones are one that is doubled."""


class _Side(Enum):
    OPENS = auto()
    CLOSES = auto()
    BETWEEN = auto()
    """It stands between two sentences that touch: it closes what is open, or opens."""
    UNSURE = auto()
    """It closes what is open, or is the end of a word or of a question."""


_Sign = tuple[int, int, _Side]
_Read = tuple[int, int, str]


def found_again(text: str, filler: str) -> str:
    """Read signs of lost marks as these, where that can be told.

    Args:
        text: as read.
        filler: what stands before a mark that there are several signs of, so that the length stays.
    """
    asked = _is_asked(text) and ASKED.decides((0, len(text)))
    if not asked and not (_LOST in text and LOST.decides(text.index(_LOST))):
        return text
    pieces, last = [], 0
    for start, end, chars in sorted(_read(text, _WITH_QUESTIONS if asked else _SIGNS)):
        pieces += [text[last:start], filler * (end - start - len(chars)), chars]
        last = end
    return "".join([*pieces, text[last:]])


def _is_asked(text: str) -> bool:
    """Whether question marks stand for other marks."""
    if "?" not in text or _CURLY.search(text):
        return False
    within = len(_WITHIN.findall(text))
    return within >= _FEWEST or (_OPENING.search(text) is not None and (within > 0 or bool(_CLOSING.search(text))))


def _read(text: str, pattern: re.Pattern[str]) -> Iterator[_Read]:
    words: Counter[str] = Counter(_WORD.findall(text))
    signs: list[_Sign] = []
    for match in pattern.finditer(text):
        found = _by_place(text, *match.span(), lambda word: words[word] > 1)
        if isinstance(found, _Side):
            signs.append((*match.span(), found))
        elif found:
            yield (*match.span(), found)
    for _, line in groupby(signs, _line_numbers(text)):
        yield from _by_others(text, list(line))


def _line_numbers(text: str) -> Callable[[_Sign], int]:
    """Number the lines of signs that come in text order."""
    number = last = 0

    def number_of(sign: _Sign) -> int:
        nonlocal number, last
        number += text.count("\n", last, sign[0])
        last = sign[0]
        return number

    return number_of


def _by_place(text: str, start: int, end: int, is_word: Callable[[str], bool]) -> str | _Side | None:
    """Read a sign by what stands around it; None: it stays."""
    before, behind = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    if before == "\n" and _ELLIPSIS.match(text, end):
        return _Side.OPENS
    if before.isspace() and (behind.isspace() or behind in _PAUSES):
        return _DASH
    if (before.isalnum() and behind.isalnum()) or (before == "." and _BEHIND.match(text, end)):
        return _within(text, start, end, is_word)
    if (before.isspace() or before in _BEFORE_OPENING) and not behind.isspace():
        return _APOSTROPHE if _is_elided(text, end) else _Side.OPENS
    if behind.isalnum():
        return _Side.BETWEEN if before in _STOPS and behind.isupper() else None
    asks = text[start] == "?" and (end - start > 1 or behind in _PAUSES)
    return _Side.CLOSES if before in _ENDS or asks else _Side.UNSURE


def _is_elided(text: str, end: int) -> bool:
    """Whether a word, or a decade, begins with an apostrophe."""
    return _DECADE.match(text, end) is not None or re.split(r"\W", text[end : end + _REACH])[0].lower() in ELIDED


def _within(text: str, start: int, end: int, is_word: Callable[[str], bool]) -> str | None:
    """Read a sign within a word, or between two that touch."""
    before = re.split(r"[^A-Za-z]", text[max(0, start - _REACH) : start])[-1]
    behind = re.split(r"[^A-Za-z]", text[end : end + _REACH])[0]
    if _BEHIND.match(behind) or _BEFORE.search(before):
        return _APOSTROPHE
    if text[start] != _LOST:
        return None
    several = len(before) > 1 and len(behind) > 1
    return _DASH if several and (is_word(before) or is_word(behind)) else _LETTER


def _by_others(text: str, signs: list[_Sign]) -> Iterator[_Read]:
    """Read the marks of one line; one that is unsure closes what no sure one closes before another opens."""
    closing = [0] * (len(signs) + 1)  # sure ones from here on, up to what opens next
    left = [0] * (len(signs) + 1)  # from here on, how many more close than open
    for i, (start, end, side) in reversed([*enumerate(signs)]):
        opens, between = side is _Side.OPENS, side is _Side.BETWEEN
        closing[i] = 0 if opens or between else closing[i + 1] + (side is _Side.CLOSES) * (end - start)
        left[i] = left[i + 1] - 1 if opens else left[i + 1] + (not between) * (end - start)
    depth = 0
    for i, (start, end, side) in enumerate(signs):
        before, rest = text[start - 1 : start], text[end : end + 2]
        if side is _Side.BETWEEN:
            closes = depth > 0 and not closing[i + 1]
            both = depth > 0 and end - start > 1
            depth = int(both or not closes)
            yield start, end, _TURN if both else _MARKS[0][closes]
        elif side is _Side.OPENS:
            depth = 1 if depth and left[i + 1] > depth else 0
            yield start, end, _MARKS[depth][0]
            depth += 1
        elif side is _Side.UNSURE and (closing[i + 1] >= depth or (text[start] == "?" and not rest.strip("\n"))):
            if before in BARE_POSSESSIVE and (rest[-1:].islower() or rest[-1:].isdigit()):
                yield start, end, _APOSTROPHE
        elif depth or before not in "!?":
            asks = side is _Side.CLOSES and text[start] == "?" and end - start > 1 and before.isalnum()
            inner = range(max(depth, 1) - 1, -1, -1)[: end - start - asks]
            yield start + asks, end, "".join(_MARKS[level][1] for level in inner)
            depth = max(0, depth - len(inner))
