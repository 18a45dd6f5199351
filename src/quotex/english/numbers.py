"""Numerals and number words on raw characters: "100,000", "1.2bn", "two dozen", "half a million".

One regular expression finds the words numbers are made of; words that stand together are then joined by the
rules of English number names and valued from left to right, exactly (as fractions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from quotex.english import lexicons
from quotex.english.money import money_before
from quotex.english.patterns import alternation, fold_case, search_before

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


class Life(NamedTuple):
    """A decade of a life or a part of one as found: where its words start and end, its first and last year."""

    start: int
    end: int
    first: int
    last: int


class _Lexicon(lexicons.Lexicon):
    """``english/lexicons/numbers.toml``."""

    vague: list[str]
    raced: list[str]
    by: list[str]
    measured: list[str]
    small: dict[str, int]
    scale: dict[str, int]
    letters: dict[str, int]
    loose_letters: dict[str, int]
    parts: dict[str, int]
    multiples: dict[str, float]
    multiplying: dict[str, float]
    multiplying_bare: dict[str, float]
    multiplying_to: dict[str, float]
    before_bare: list[str]
    not_multiplied: list[str]
    before_few: list[str]
    spans: list[str]
    since: list[str]
    not_a_span: list[str]
    negative: list[str]
    whole_lives: list[str]
    lives: dict[str, tuple[int, int]]
    life_parts: dict[str, tuple[int, int]]


class _Word(NamedTuple):
    kind: str  # the name of the pattern's group
    start: int
    end: int
    value: Fraction


_TOO_LARGE = 10**36  # in words run together; nobody counts so far, and no reader of JSON takes thousands of digits
_VULGAR = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "⅛": Fraction(1, 8),
}
_ALONE = {
    "fraction": Form.PART,
    "half": Form.PART,
    "multiple": Form.MULTIPLE,
    "multiplying": Form.MULTIPLE,
    "pair": Form.PAIR,
}
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b[A-Z]{2,3}) ?(?:\d[\d.,]{0,6}[bmt]?n?(?:[-–]| to ))?$")
_COUNTED_BEHIND = re.compile(
    r"\s(?:[a-z-]+(?:ed|ing|al|an|ic|ive|ish|er|y)\s(?:and\s)?){0,3}"
    r"(?!was\b|has\b|this\b|across\b|plus\b)(?:[a-z]{2,}s|people|men|women|children|of)\b"
)
_AND = re.compile(r",? and |, | ")
_POINT_AND = r"\ (?:percentage\ )?point\ and\ an?\ (?:half|quarter)\b"  # of a vote or a rate
_BLANK = re.compile(r" ?-? ?|[- ]odd[- ]")
_MOST_ODD = 10
"""Shares are told of so many, or of round numbers: of 16 others ("19 out of 24 regions") in 3,300 articles 15 count."""
_YEARS = range(1900, 2101)  # no shares: "two in 2019"
_OF_THEM = re.compile(r" (?:of|people|adults|births|children|households|men|patients|pupils|students|women|workers)\b")
_PROPORTION = re.compile(r"(?: |-)(?:in|out of|(?:in|of|out of) every)(?: |-)$")


_lexicon = lexicons.loader("numbers", _Lexicon)


@cache
def _pattern() -> re.Pattern[str]:
    words = _lexicon()
    scale, small, parts = alternation(words.scale), alternation(words.small), alternation(words.parts)
    grouped = r"\d{1,2}(?:,\d\d){1,6},\d{3}(?!\d)|\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,3}(?:\ \d{3}){1,6}(?![\d,]|\.\d)"
    spaced = r"\d{1,3}(?:,\ 000){1,3}(?![\d,])"
    continental = r"\d{1,3}(?:\.\d{3}){2,6}(?!\d)|\d{1,3}\.000(?!\d)"
    decimal = r"\d{1,3},\d{1,2}(?=\ ?[%€]|\ [a-z])|(?<=€)\d{1,4},\d\d(?!\d)"  # "1,5 million" in European text
    digit = alternation(word for word, value in words.small.items() if value < 10)
    minus = alternation(words.negative)
    spans, since = alternation(words.spans), alternation(words.since)
    once = "".join(rf"(?<!\b{re.escape(word)}\ )" for word in words.not_a_span)
    by, modal, these = (_behind(before) for before in (words.by, words.before_bare, words.before_few))
    bare, measured = alternation(words.multiplying_bare), alternation(words.measured)
    thousands = f"{grouped}|{spaced}|{continental}|{decimal}"
    return re.compile(
        rf"""
        (?: (?=[\d.\-−½¼¾⅓⅔⅛]) | \b(?=[a-z]) )  # no other place is worth a look
        (?:
        (?: (?P<digits> (?<!\d) (?:(?<![\w)\]%.,])[-−](?=[$€£]?\d)|(?<=[$€£])-|\b(?<!plus\ or\ )(?:{minus})[ -])?
                        (?> (?:{thousands}|\d{{1,18}})(?:\.\d{{1,18}})? | (?<![\w.])\.\d{{1,18}} ) (?!\d)
                        (?:\ ?[½¼¾⅓⅔⅛]|[ -][1-9]/(?:2|3|4|5|8|16|32)(?![\d/]))? (?![/]\d) )
          | (?P<part> (?<![\d/.])(?:(?:[1-9]|1[0-5])/(?:2|3|4|5|8|16)|[1-9]\d?/(?:32|64))(?![\d/]) | [½¼¾⅓⅔⅛] )
        ) (?: (?P<letter> {alternation(words.letters)} ) (?!\w)
            | \ ?(?P<loose> {alternation(words.loose_letters)} ) (?!\w) )?
        | \b (?:
            (?P<vague> {alternation(words.vague)} | (?=few)(?:{these})few(?=\ \w+s\b) )
          | (?P<multiple> (?:{alternation(words.multiples)})
                (?: (?<=fold) | (?<=twice) (?!\ (?:a|as|every)\ ) | (?=\ (?:the|that|what|its|their|his|her|more)\b)
                  | (?=\ as\ (?!(?:he|she|it|they|we|you|the|an?|his|her|their|its)\b)(?-i:[a-z])) ) )
          | (?P<multiplying> (?:{alternation(words.multiplying)}|(?=[dqt])(?:{modal})(?:{bare}))
                (?!\ (?:{alternation(words.not_multiplied)})\b)
              | (?:{alternation(words.multiplying_to)}) (?=\ to\ (?:[$€£]?\d|(?:{small})\b)) )
          | (?P<point> point(?:\ (?:{digit}))+ )
          | (?P<pair> a\ couple(?:\ of|(?=\ (?:more\ )?\w+s\b|\ (?:{scale})\b)) )
          | (?P<mixed> and[ -]an?[ -](?:half|quarter) )
          | (?P<fraction> (?:an?|{small})[ -](?:{parts})s?
                (?=\ (?:of|off|{measured})\b | [ -](?:of\ a\ )?(?:{scale})\b | [ -]majority\b)
              | (?:one|two|three|four)(?:-|\ -\ )(?:{parts})s?
              | (?:{by})(?:an?[ -](?:{parts})|half)
              | (?:(?<=\bup\ )|(?<=\bdown\ ))an?\ (?:{parts})(?=[.,;:)]|\ (?:on|from|since|in|to|this|last|year)\b)
              | (?<!-)(?<!first\ )(?<!second\ )(?<!third\ )(?<!fourth\ )quarter (?=\ (?:{scale})\b) )
          | (?P<half> (?<!\ the\ )half
                (?=-(?-i:[a-z])|\ (?:of|the|its|their|his|her|our|all|those|these|that|this|an?|{scale})\b) )
          | (?P<small> {small} ) | (?P<scale> {scale} )
          | (?P<article> an? (?=\ (?:{scale})\b) )
          | {once}(?P<span> an? (?=[ -](?:{spans})\b(?!\ (?:{since})\b) | {_POINT_AND}) )
        ) (?!\w)
        )
        """.replace(r"\ ", "[ ]"),
        re.IGNORECASE | re.VERBOSE,
    )


def _behind(words: list[str]) -> str:
    """Make a pattern of the place right behind one of some words."""
    return "|".join(rf"(?<=\b{re.escape(word)}\ )" for word in words)


def find_numerals(view: str) -> list[Numeral]:
    """Find the numbers of a view, in text order. Whether one is a quantity is not decided here."""
    numerals = map(_numeral, _groups(view))
    return _joined(view, [numeral for numeral in numerals if abs(numeral.value or 0) < _TOO_LARGE])


@cache
def _lives() -> re.Pattern[str]:
    words = _lexicon()
    return re.compile(
        rf"\b(?:his|her|their|my|our|your) (?P<all>(?:(?P<part>{alternation(words.life_parts)})[ -])?"
        rf"(?:(?P<tens>[2-9]0)[’']?s|(?P<name>{alternation(words.lives)})))\b",
        re.IGNORECASE,
    )


def find_lives(view: str) -> Iterator[Life]:
    """Yield decades of a life and parts of them, with the first and the last year: "her mid-30s", 34 to 36."""
    lexicon = _lexicon()
    for match in _lives().finditer(view):
        name = fold_case(match["name"]) if match["name"] else None
        first, last = lexicon.lives[name] if name else (int(match["tens"]), int(match["tens"]) + 9)
        if match["part"] and name not in lexicon.whole_lives:
            low, high = lexicon.life_parts[fold_case(match["part"])]
            first, last = first + low, first + high
        yield Life(*match.span("all"), first, last)


def _words(view: str) -> Iterator[_Word]:
    lexicon = _lexicon()
    for match in _pattern().finditer(view):
        kind = match.lastgroup or ""
        text = fold_case(match.group())
        if kind in ("letter", "loose"):
            yield from _with_letter(view, match)
        elif kind == "digits":
            yield _Word("digits", *match.span(), _digits(text))
        elif kind == "part":
            yield _Word("fraction", *match.span(), _digits(text))
        elif kind == "fraction":
            yield _Word("fraction", *match.span(), _fraction(text))
        elif kind == "point":
            digits = "".join(str(lexicon.small[word]) for word in text.split()[1:])
            yield _Word(kind, *match.span(), Fraction(int(digits), 10 ** len(digits)))
        elif kind == "multiplying":
            times = lexicon.multiplying | lexicon.multiplying_bare | lexicon.multiplying_to
            yield _Word(kind, *match.span(), Fraction(times[text]))
        elif kind == "mixed":
            yield _Word("mixed", *match.span(), Fraction(1, 2 if text.endswith("half") else 4))
        else:
            value = lexicon.small.get(text, lexicon.scale.get(text, lexicon.multiples.get(text)))
            fixed = {
                "half": Fraction(1, 2),
                "article": Fraction(1),
                "span": Fraction(1),
                "pair": Fraction(2),
                "vague": Fraction(0),
            }
            yield _Word(kind, *match.span(), fixed[kind] if value is None else Fraction(value))


def _with_letter(view: str, match: re.Match[str]) -> Iterator[_Word]:
    """Digits and the letter right behind them, where it is a scale; else the digits alone."""
    kind, lexicon = match.lastgroup or "", _lexicon()
    number = "digits" if match["digits"] else "fraction"
    yield _Word(number, *match.span(number if number == "digits" else "part"), _digits(match[1] or match["part"]))
    money = search_before(_CURRENCY_BEFORE, view, match.start()) or money_before(view, match.start())
    close = match["loose"] in ("m", "M") and not view[match.start("loose") - 1].isspace()
    counted = close and _COUNTED_BEHIND.match(view, match.end())
    if kind == "letter" or money or (counted and counted.group().split()[-1] not in lexicon.raced):
        scale = (lexicon.letters if kind == "letter" else lexicon.loose_letters)[fold_case(match[kind])]
        yield _Word("scale", *match.span(kind), Fraction(scale))


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternation(_lexicon().negative)})?[-− ]*")


def _digits(text: str) -> Fraction:
    unsigned = _sign().sub("", text)
    sign = 1 if unsigned == text else -1
    text = unsigned
    part = Fraction(0)
    if text[-1] in _VULGAR:
        part, text = _VULGAR[text[-1]], text[:-1].rstrip()
    elif "/" in text:
        text, _, fraction = re.sub(r"[ -](?=\d/)", " ", text).rpartition(" ")
        part = Fraction(fraction) / 10 ** len(text.partition(".")[2])  # of its last digit: "$5.81-1/2"
    if re.fullmatch(r"\d{1,3},\d{1,2}", text):
        text = text.replace(",", ".")
    text = text.replace(",", "").replace(" ", "")
    if text.count(".") > 1 or re.fullmatch(r"\d{1,3}\.000", text):  # 100.000: thousands in the continental manner
        text = text.replace(".", "")
    return sign * (Fraction(text or 0) + part)


def _fraction(text: str) -> Fraction:
    lexicon = _lexicon()
    *before, part = re.split(r"[ -]+", text)
    if not before and part in lexicon.parts:
        return Fraction(1, lexicon.parts[part])
    count = before[0] if before else "a"
    return Fraction(lexicon.small.get(count, 1), lexicon.parts.get(part) or lexicon.parts[part.removesuffix("s")])


def _groups(view: str) -> Iterator[list[_Word]]:
    group: list[_Word] = []
    for word in _words(view):
        mixed = bool(group) and group[0].kind == "digits" and word.kind == "small"  # "£2m five years later"
        if group and (mixed or not _joins(group[-1], word, view[group[-1].end : word.start])):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _joins(left: _Word, right: _Word, gap: str) -> bool:
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


def _numeral(group: list[_Word]) -> Numeral:
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


def _total(group: list[_Word]) -> Fraction:
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
