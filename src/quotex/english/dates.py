"""The English of dates: the words that times are made of, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, StrEnum, auto
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from quotex.english import lexicons
from quotex.english.patterns import alternation, fold_case
from quotex.english.units import unit_behind

__all__ = [
    "LANGUAGE",
    "CalendarWords",
    "Kind",
    "OpenerOfPeriod",
    "PartOfYear",
    "Piece",
    "calendar_words",
    "century_of",
    "decade_of",
    "find_pieces",
    "glues",
    "is_year",
    "links_ends",
    "names_days",
    "opener_of_period",
    "part_of_year",
    "plain_words",
    "season_of",
    "tells_date",
    "without_day_part",
]

LANGUAGE = "en"
"""By ISO 639-1, for libraries that read dates of several languages."""

_YEAR_DIGITS = r"(?:1[5-9]|20)\d\d"


class CalendarWords(BaseModel):
    """``english/lexicons/times.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    months: list[str]
    short_months: list[str]
    common_words: frozenset[str]
    weekdays: list[str]
    day_parts: list[str]
    relative_days: list[str]
    periods: list[str]
    holidays: list[str]
    before_month: list[str]
    before_year: list[str]
    before_old_year: list[str]
    seasons: dict[str, int]


@cache
def calendar_words() -> CalendarWords:
    """Load the words of the calendar."""
    return lexicons.load("times", CalendarWords)


# Where times stand ---------------------------------------------------------------------------------------------------


class Kind(StrEnum):
    """What a piece of a time is, by the name of the pattern's group."""

    ISO = "iso"
    DATE = "date"
    MONTH = "month"
    WEEKDAY = "weekday"
    CLOCK = "clock"
    DECADE = "decade"
    SEASON = "season"
    QUARTER = "quarter"
    RELATIVE = "relative"
    HOLIDAY = "holiday"
    YEARS = "years"
    YEAR = "year"


class Piece(NamedTuple):
    """A piece of a time as found: its kind, where its words start and end."""

    kind: Kind
    start: int
    end: int


class _Opener(Enum):
    FROM = auto()
    BETWEEN = auto()


class OpenerOfPeriod(NamedTuple):
    """The word that opens a period, and where it starts."""

    word: _Opener
    start: int


_COUNTED = re.compile(
    r" (?:[a-z]+s|people|men|women|children|percent|per cent|more|of)\b(?! (?:elections?|campaign)\b)"
)
_NEXT_YEAR = re.compile(rf",? (?:and|or|to) {_YEAR_DIGITS}\b")
_GLUE = re.compile(r",? (?:on |at |of |in )?|, ")
_TO = re.compile(r" ?[-–—] ?| (?:to|until|till|through|and) ")
_AND = " and "
_OPENS = re.compile(r"\b(from|between) (?:the )?$", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    words = calendar_words()
    month = rf"(?:{alternation(words.months)}|(?:{alternation(words.short_months)})\b\.?(?=\s\d))"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    year = rf"{_YEAR_DIGITS}(?![\d,]\d|\d|[%°])"
    weekday = rf"(?:{alternation(words.weekdays)}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?(?=,?\s{month}))"
    part = rf"(?:{alternation(words.day_parts)})"
    period = rf"(?:{alternation(words.periods)})"
    season = rf"(?:{alternation(words.seasons)})"
    zone = r"(?:\ (?:E[SD]?T|P[SD]?T|C[SD]?T|GMT|BST|UTC))?"
    count = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\ few|a\ couple\ of)"
    return re.compile(
        rf"""(?<![\w$€£.,])(?:
          (?P<iso> {_YEAR_DIGITS}-[01]\d-[0-3]\d | [0-3]?\d/[0-3]?\d/(?:{_YEAR_DIGITS}|\d\d)(?![\d/]) )
        | (?P<date> (?i:{month})\ {day}(?:\ ?[-–]\ ?{day})?(?!\d)(?:(?:,\ |\ ){year})?
            | {day}(?:\ of)?\ (?i:{month})(?:,?\ {year})? | {month}(?:,|\ of)?\ {year} )
        | (?P<month> (?:(?:early|late|mid)[ -])?{month} (?!\ [A-Z][a-z]) )
        | (?P<weekday> (?:(?i:last|next|this|early|late)\ )?{weekday}(?:\ {part})?s? )
        | (?P<clock> (?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\ ?(?:[ap]\.m\.|[ap]m){zone}
            | (?:[01]?\d|2[0-3]):[0-5]\d{zone}
            | (?:(?<=since\ )|(?<=until\ ))(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\ (?:per|p[ct]|[mb]illion|point))
            | (?:noon|midnight) | \d{{1,2}}\ o'clock )
        | (?P<decade> (?:(?:early|late|mid)[ -])?(?:{_YEAR_DIGITS[:-2]}0s|[’']\d0s|\d\d(?:st|nd|rd|th)\ [Cc]entury) )
        | (?P<season> (?:early|late|mid)?-?(?:{season})(?:\ of)?\ {year} )
        | (?P<quarter> (?:(?:first|second|third|fourth)[ -]quarter|(?:first|second)\ half|Q[1-4])(?:\ of)?\ {year}
            | (?<=the\ )(?:first|second|third|fourth)[ -]quarter(?!\ (?:of|final|century)|-) | Q[1-4](?!\w) )
        | (?P<relative> (?i:{alternation(words.relative_days)})(?:\ {part})?
            | (?:(?i:early|earlier|late|later)\ )?(?i:last|next|this|previous|preceding)\ {period}(?![-\w])
            | (?i:{count})\ (?:(?:minute|hour|day|week|month|year|decade)s?)\ ago )
        | (?P<holiday> {alternation(words.holidays)} )
        | (?P<years> {_YEAR_DIGITS}\ ?[-–/]\ ?(?:{_YEAR_DIGITS}|\d\d?)(?![\d,-]) )
        | (?P<year> (?:(?:early|late|mid)[ -])?{year} )
        )(?![\w%]|\.\d)""",
        re.VERBOSE,
    )


@cache
def _before() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = calendar_words()
    month = rf"(?:\b(?:{alternation(words.before_month)})[ -]|[(-])$"
    year, old = (rf"\b(?:{alternation(led)})[ -]$" for led in (words.before_year, words.before_old_year))
    return re.compile(month, re.IGNORECASE), re.compile(year, re.IGNORECASE), re.compile(old, re.IGNORECASE)


def find_pieces(view: str) -> Iterator[Piece]:
    """Yield dates, times of day, years, ... in text order; a date and its hour are two."""
    for match in _pattern().finditer(view):
        kind, (start, end) = Kind(match.lastgroup or ""), match.span()
        if kind is Kind.MONTH and match.group() in calendar_words().common_words:
            if not _before()[0].search(view, max(0, start - 12), start):
                continue
        elif kind is Kind.YEAR and not _is_year_at(view, start, end):
            continue
        yield Piece(kind, start, end)


def _is_year_at(view: str, start: int, end: int) -> bool:
    """Whether a number is a year and counts nothing."""
    _, year, old = _before()
    digits = view[end - 4 : end]
    counted = _COUNTED.match(view, end) is not None
    led = year.search(view, max(0, start - 12), start) is not None
    if _NEXT_YEAR.match(view, end):
        return True
    if digits < "1900":
        return not counted and old.search(view, max(0, start - 12), start) is not None
    if digits.endswith("00"):
        return led and not counted
    return led or not ((counted and digits.endswith("0")) or unit_behind(view, end, digits=True))


def glues(gap: str) -> bool:
    """Whether what stands between two pieces makes one time of them: "Tuesday<, >May 3<, at >10:30"."""
    return _GLUE.fullmatch(gap) is not None


def opener_of_period(view: str, start: int) -> OpenerOfPeriod | None:
    """Find "from" or "between" right before a time."""
    match = _OPENS.search(view, max(0, start - 12), start)
    return OpenerOfPeriod(_Opener[fold_case(match[1]).upper()], match.start()) if match else None


def links_ends(gap: str, opener: OpenerOfPeriod | None) -> bool:
    """Whether what stands between two times makes them the ends of a period; "and" does so behind "between" only."""
    if not _TO.fullmatch(gap):
        return False
    return gap != _AND or (opener is not None and opener.word is _Opener.BETWEEN)


# What times say ------------------------------------------------------------------------------------------------------


_DECADE = re.compile(r"(1[5-9]|20)(\d)0s")
_CENTURY = re.compile(r"(\d\d)(?:st|nd|rd|th) century", re.IGNORECASE)
_YEAR = re.compile(rf"\b{_YEAR_DIGITS}\b")
_VAGUE = re.compile(r"^(?:early|late|mid|earlier|later)[ -]|\bmid-", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s\b")
_DAY_PART = re.compile(
    r"[ ,]+(?:at )?(?:morning|afternoon|evening|night|lunchtime|midday|noon|midnight)s?$", re.IGNORECASE
)
_AS_LAST = re.compile(r"^(?:previous|preceding|Last)(?= (?!quarter))", re.IGNORECASE)
_LAST = "last"
_ORDINALS = ("first", "second", "third", "fourth")
_MOVES = {"last": -1, "previous": -1, "preceding": -1, "this": 0, "next": 1}
_PART = re.compile(
    rf"(?:(?P<moved>{alternation(_MOVES)})[ ]quarter"
    rf"|(?:(?P<number>{alternation(_ORDINALS)})[ -](?:quarter|(?P<half>half))|q(?P<digit>[1-4]))"
    rf"(?:(?: of)? (?P<year>{_YEAR_DIGITS}))?)"
)
_PLURAL_DAY = re.compile(r"\b\w+days$", re.IGNORECASE)


class PartOfYear(NamedTuple):
    """A quarter or half of a year.

    Attributes:
        months: how long it is.
        number: which of the year, from 0; None: it is told from the present one.
        moved: how many quarters from the present one.
        year: None: not told.
    """

    months: int
    number: int | None
    moved: int
    year: int | None


def plain_words(text: str) -> str:
    """Say the words of a time as a reader of dates knows them: no possessive, "last" for "previous"."""
    return _AS_LAST.sub(_LAST, _POSSESSIVE.sub("", text).strip())


def without_day_part(words: str) -> str:
    """Cut off what only says which part of a time or a day is meant: "early", "morning"."""
    return _DAY_PART.sub("", _VAGUE.sub("", words)) or words


def decade_of(words: str) -> str | None:
    """Return the first three digits of a decade's years: "the 1980s", "198"."""
    match = _DECADE.search(words)
    return f"{match[1]}{match[2]}" if match else None


def century_of(words: str) -> int | None:
    """Return the first two digits of a century's years: "19th century", 18."""
    match = _CENTURY.search(words)
    return int(match[1]) - 1 if match else None


def season_of(words: str) -> tuple[int, int] | None:
    """Return the year of a season and its number in EDTF."""
    lowered, year = fold_case(words), _YEAR.search(words)
    number = next((n for name, n in calendar_words().seasons.items() if name in lowered), None)
    return (int(year.group()), number) if year and number else None


def part_of_year(words: str) -> PartOfYear | None:
    """Read a quarter or half of a year: "the third quarter of 2015", "last quarter", "Q2"."""
    match = _PART.fullmatch(fold_case(words))
    if match is None:
        return None
    if match["moved"]:
        return PartOfYear(3, None, _MOVES[match["moved"]], None)
    number = int(match["digit"]) - 1 if match["digit"] else _ORDINALS.index(match["number"])
    return PartOfYear(6 if match["half"] else 3, number, 0, int(match["year"]) if match["year"] else None)


def is_year(words: str) -> bool:
    """Whether the words are a year."""
    return _YEAR.fullmatch(words) is not None


def names_days(words: str) -> bool:
    """Whether the words mean a day of every week: "Mondays"."""
    return _PLURAL_DAY.search(words) is not None


@cache
def _told() -> re.Pattern[str]:
    words = calendar_words()
    return re.compile(rf"\d|{alternation([*words.months, *words.short_months])}")


def tells_date(words: str) -> bool:
    """Whether the words hold a digit or a month; with neither they tell no date by themselves."""
    return _told().search(words) is not None
