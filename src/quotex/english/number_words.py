"""The words that numbers are made of, found on raw characters and valued one by one: "1.2", "bn", "two", "dozen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from quotex.english import lexicons
from quotex.english.money import money_before
from quotex.english.patterns import alternation, fold_case, search_before


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


class Word(NamedTuple):
    """A word of a number: its kind, where it stands, and its value, 0 where it has none of its own ("several")."""

    kind: str  # the name of the pattern's group
    start: int
    end: int
    value: Fraction


_VULGAR = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "⅛": Fraction(1, 8),
}
_FIXED = {
    "half": Fraction(1, 2),
    "article": Fraction(1),
    "span": Fraction(1),
    "pair": Fraction(2),
    "vague": Fraction(0),
}
"""what a word of each of these kinds is worth, whatever it is"""
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b[A-Z]{2,3}) ?(?:\d[\d.,]{0,6}[bmt]?n?(?:[-–]| to ))?$")
_COUNTED_BEHIND = re.compile(
    r"\s(?:[a-z-]+(?:ed|ing|al|an|ic|ive|ish|er|y)\s(?:and\s)?){0,3}"
    r"(?!was\b|has\b|this\b|across\b|plus\b)(?:[a-z]{2,}s|people|men|women|children|of)\b"
)
_POINT_AND = r"\ (?:percentage\ )?point\ and\ an?\ (?:half|quarter)\b"  # of a vote or a rate


_lexicon = lexicons.loader("numbers", _Lexicon)


def find_words(view: str) -> Iterator[Word]:
    """Yield the words of numbers in a view, in text order; whether neighbours are of one number is not decided here."""
    lexicon = _lexicon()
    for match in _pattern().finditer(view):
        kind = match.lastgroup or ""
        text = fold_case(match.group())
        if kind in ("letter", "loose"):
            yield from _with_letter(view, match)
        elif kind == "digits":
            yield Word("digits", *match.span(), _digits(text))
        elif kind == "part":
            yield Word("fraction", *match.span(), _digits(text))
        elif kind == "fraction":
            yield Word("fraction", *match.span(), _fraction(text))
        elif kind == "point":
            digits = "".join(str(lexicon.small[word]) for word in text.split()[1:])
            yield Word(kind, *match.span(), Fraction(int(digits), 10 ** len(digits)))
        elif kind == "multiplying":
            times = lexicon.multiplying | lexicon.multiplying_bare | lexicon.multiplying_to
            yield Word(kind, *match.span(), Fraction(times[text]))
        elif kind == "mixed":
            yield Word("mixed", *match.span(), Fraction(1, 2 if text.endswith("half") else 4))
        elif kind in _FIXED:
            yield Word(kind, *match.span(), _FIXED[kind])
        else:
            values = lexicon.small | lexicon.scale | lexicon.multiples
            yield Word(kind, *match.span(), Fraction(values[text]))


def _with_letter(view: str, match: re.Match[str]) -> Iterator[Word]:
    """Digits and the letter right behind them, where it is a scale; else the digits alone."""
    kind, lexicon = match.lastgroup or "", _lexicon()
    number = "digits" if match["digits"] else "fraction"
    yield Word(number, *match.span(number if number == "digits" else "part"), _digits(match[1] or match["part"]))
    money = search_before(_CURRENCY_BEFORE, view, match.start()) or money_before(view, match.start())
    close = match["loose"] in ("m", "M") and not view[match.start("loose") - 1].isspace()
    counted = close and _COUNTED_BEHIND.match(view, match.end())
    if kind == "letter" or money or (counted and counted.group().split()[-1] not in lexicon.raced):
        scale = (lexicon.letters if kind == "letter" else lexicon.loose_letters)[fold_case(match[kind])]
        yield Word("scale", *match.span(kind), Fraction(scale))


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
