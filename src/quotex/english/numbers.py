"""Numerals and number words on raw characters: "100,000", "1.2bn", "two dozen", "half a million".

The words that numbers are made of are found first (``english/number_words.py``); those that stand together are then
joined by the rules of English number names and valued from left to right, exactly (as fractions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from quotex.english.number_words import Word, find_words

Number = int | float


class Form(StrEnum):
    """How a number is written; a part is one of something, a multiple so many times it, a pair "a couple of"."""

    DIGITS = "digits"
    WORDS = "words"
    PART = "part"
    MULTIPLE = "multiple"
    VAGUE = "vague"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written.

    Attributes:
        start, end: of all its words, sign and scale with it ("two and a half million"); no currency, no unit.
        value: None for a vague number ("dozens", "several hundred", "a few").
        form: written in ``digits`` or in ``words``; a ``part`` of one ("a third", "3/4", "1 in 4"); a
            ``multiple`` ("twice", "threefold"); ``vague``; or a ``pair`` ("a couple of").
        scaled: a word or letter of scale belongs to it ("5m", "2 million").
        scale: the largest of them; 1: none.
    """

    start: int
    end: int
    value: Number | None
    form: Form
    scaled: bool = False
    scale: int = 1


_TOO_LARGE = 10**36  # in words run together; nobody counts so far, and no reader of JSON takes thousands of digits
_ALONE = {
    "fraction": Form.PART,
    "half": Form.PART,
    "multiple": Form.MULTIPLE,
    "multiplying": Form.MULTIPLE,
    "pair": Form.PAIR,
}
_AND = re.compile(r",? and |, | |-and-")
_BLANK = re.compile(r" ?-? ?|[- ]odd[- ]")
_MOST_ODD = 10
"""Shares are told of so many, or of round numbers: of 16 others ("19 out of 24 regions") in 3,300 articles 15 count."""
_YEARS = range(1900, 2101)  # no shares: "two in 2019"
_OF_THEM = re.compile(r" (?:of|people|adults|births|children|households|men|patients|pupils|students|women|workers)\b")
_PROPORTION = re.compile(r"(?: |-)(?:in|out of|(?:in|of|out of) every)(?: |-)$")


def find_numerals(view: str) -> list[Numeral]:
    """Find the numbers of a view, in text order. Whether one is a quantity is not decided here."""
    numerals = map(_numeral, _groups(view))
    return _joined(view, [numeral for numeral in numerals if abs(numeral.value or 0) < _TOO_LARGE])


def _groups(view: str) -> Iterator[list[Word]]:
    group: list[Word] = []
    for word in find_words(view):
        mixed = bool(group) and group[0].kind == "digits" and word.kind == "small"  # "£2m five years later"
        if group and (mixed or not _joins(group[-1], word, view[group[-1].end : word.start])):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _joins(left: Word, right: Word, gap: str) -> bool:
    """Whether two neighbouring words are of one number."""
    match left.kind, right.kind:
        case ("vague", "vague") | ("fraction", "article"):  # "tens of thousands", "a third of a million"
            return gap in (" of ", " ")
        case ("pair", "scale") | ("small", "point"):  # "a couple of hundred", "two point five"
            return gap == " "
        case ("vague", "mixed") | ("multiple" | "multiplying" | "pair", _):
            return False
        case ("scale", "scale"):  # "hundred thousand"
            return right.value > left.value and gap in (" ", "-")
        case ("small", "fraction"):  # "two and three-quarter"
            return gap == " and " and right.value < 1
        case (_, "scale" | "mixed") | ("half", "article"):
            return _BLANK.fullmatch(gap) is not None
        case ("small", "small"):  # "sixty-two"
            return left.value >= 20 and right.value < 10 and gap in (" ", "-")
        case ("scale", "small"):  # "two hundred and fifty"
            return left.value != 12 and right.value < left.value and _AND.fullmatch(gap) is not None
    return False


def _numeral(group: list[Word]) -> Numeral:
    start, end = group[0].start, group[-1].end
    kinds = {w.kind for w in group}
    scaled = "scale" in kinds
    if "vague" in kinds:
        return Numeral(start, end, None, Form.VAGUE)
    form = Form.DIGITS if group[0].kind == "digits" else Form.WORDS
    if not scaled:
        form = _ALONE.get(group[0].kind, form)
    scale = max((int(w.value) for w in group if w.kind == "scale"), default=1)
    return Numeral(start, end, _number(_total(group)), form, scaled, scale)


def _total(group: list[Word]) -> Fraction:
    """Value number words: small ones add up, a hundred multiplies them, a larger scale closes a part of the sum."""
    total, current, scale = Fraction(0), Fraction(0), Fraction(1)
    for word in group:
        if word.kind == "mixed":
            total, current = (total + word.value * scale, current) if not current else (total, current + word.value)
        elif word.kind == "article":
            current = current or word.value  # "half a million": the article adds nothing
        elif word.kind != "scale":
            current += word.value
        elif word.value <= 100:
            current = (current or 1) * word.value
        else:
            scale = word.value
            total, current = (total + current * scale, Fraction(0)) if current else ((total or 1) * scale, current)
    return total + current


def _number(value: Fraction) -> Number:
    return int(value) if value.denominator == 1 else float(value)


def _joined(view: str, numerals: list[Numeral]) -> list[Numeral]:
    """Join "1 in 4", "nine out of 10" into one number, a part, and "4 crore 50 lakh" into another."""
    found: list[Numeral] = []
    for numeral in numerals:
        if found and (joined := _proportion(view, found[-1], numeral) or _sum(view, found[-1], numeral)):
            found[-1] = joined
        else:
            found.append(numeral)
    return found


def _proportion(view: str, left: Numeral, right: Numeral) -> Numeral | None:
    gap = view[left.end : right.start]
    if not (_PROPORTION.fullmatch(gap.lower()) and isinstance(left.value, int) and isinstance(right.value, int)):
        return None
    if not 0 < left.value < right.value:
        return None
    out, every = "out" in gap.lower(), "every" in gap.lower()
    # no shares: "two in 2019", "one in 23 minutes", "140 out of 193"; shares: "three in ten", "one in every 55 homes"
    counts = right.value > _MOST_ODD and right.value % 10 and not (every or _OF_THEM.match(view, right.end))
    if counts or (not (out or every) and right.value in _YEARS):
        return None
    return Numeral(left.start, right.end, _number(Fraction(left.value, right.value)), Form.PART)


def _sum(view: str, left: Numeral, right: Numeral) -> Numeral | None:
    """Join a number of a large scale to one of a smaller scale right behind it."""
    if not 1 < right.scale < left.scale or view[left.end : right.start] != " ":
        return None
    if left.value is None or right.value is None or right.value >= left.scale:
        return None
    total = Fraction(str(left.value)) + Fraction(str(right.value))
    return replace(left, end=right.end, value=_number(total))
