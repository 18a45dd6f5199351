"""Where a view speaks of dates and times of day. What they mean is read elsewhere (``edtf``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from quotex.english import lexicons
from quotex.english.units import unit_behind
from quotex.text import Range

__all__ = ["YEAR", "CalendarLexicon", "Stretch", "calendar_lexicon", "find_stretches"]

YEAR = r"(?:1[5-9]|20)\d\d"


class CalendarLexicon(BaseModel):
    """``english/lexicons/times.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    months: list[str]
    short_months: list[str]
    weekdays: list[str]
    day_parts: list[str]
    relative_days: list[str]
    periods: list[str]
    holidays: list[str]
    seasons: dict[str, int]


@cache
def calendar_lexicon() -> CalendarLexicon:
    """Load the words of the calendar."""
    return lexicons.load("times", CalendarLexicon)


class Stretch(NamedTuple):
    """A stretch of the view that is a time, or, with ``to``, a period from one time to another."""

    span: Range
    first: Range
    last: Range | None = None


_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|by|until|till|last|this|next|of|from|to|through|during|early|late|mid|between|and|for|before|after"
    r"|every|each|earlier|later|or|around|about)[ -]|[(-])$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|through|during|between|and|before|after|around|about|circa|year|early|late|mid"
    r"|the|for|fiscal|financial|season|summer|winter|spring|autumn|fall|christmas)[ -]$",
    re.IGNORECASE,
)
_BEFORE_OLD_YEAR = re.compile(
    r"\b(?:in|since|until|till|from|during|between|before|after|circa|year|early|late|mid|around)[ -]$", re.IGNORECASE
)
_COUNTED = re.compile(
    r" (?:[a-z]+s|people|men|women|children|percent|per cent|more|of)\b(?! (?:elections?|campaign)\b)"
)
_NEXT_YEAR = re.compile(rf",? (?:and|or|to) {YEAR}\b")
_GLUE = re.compile(r",? (?:on |at |of |in )?|, ")
_TO = re.compile(r" ?[-–—] ?| (?:to|until|till|through|and) ")
_OPENS = re.compile(r"\b(from|between) (?:the )?$", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p) for p in phrases)


@cache
def _pattern() -> re.Pattern[str]:
    words = calendar_lexicon()
    month = rf"(?:{'|'.join(words.months)}|(?:{'|'.join(words.short_months)})\b\.?(?=\s\d))"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    year = rf"{YEAR}(?![\d,]\d|\d|[%°])"
    weekday = rf"(?:{'|'.join(words.weekdays)}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?(?=,?\s{month}))"
    part = rf"(?:{'|'.join(words.day_parts)})"
    period = rf"(?:{'|'.join(words.periods)})"
    season = rf"(?:{'|'.join(words.seasons)})"
    zone = r"(?:\ (?:E[SD]?T|P[SD]?T|C[SD]?T|GMT|BST|UTC))?"
    count = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\ few|a\ couple\ of)"
    return re.compile(
        rf"""(?<![\w$€£.,])(?:
          (?P<iso> {YEAR}-[01]\d-[0-3]\d | [0-3]?\d/[0-3]?\d/(?:{YEAR}|\d\d)(?![\d/]) )
        | (?P<date> (?i:{month})\ {day}(?:\ ?[-–]\ ?{day})?(?!\d)(?:(?:,\ |\ ){year})?
            | {day}(?:\ of)?\ (?i:{month})(?:,?\ {year})? | {month}(?:,|\ of)?\ {year} )
        | (?P<month> (?:(?:early|late|mid)[ -])?{month} (?!\ [A-Z][a-z]) )
        | (?P<weekday> (?:(?i:last|next|this|early|late)\ )?{weekday}(?:\ {part})?s? )
        | (?P<clock> (?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\ ?(?:[ap]\.m\.|[ap]m){zone}
            | (?:[01]?\d|2[0-3]):[0-5]\d{zone}
            | (?:(?<=since\ )|(?<=until\ ))(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\ (?:per|p[ct]|[mb]illion|point))
            | (?:noon|midnight) | \d{{1,2}}\ o'clock )
        | (?P<decade> (?:(?:early|late|mid)[ -])?(?:{YEAR[:-2]}0s|[’']\d0s|\d\d(?:st|nd|rd|th)\ [Cc]entury) )
        | (?P<season> (?:early|late|mid)?-?(?:{season})(?:\ of)?\ {year} )
        | (?P<quarter> (?:(?:first|second|third|fourth)[ -]quarter|(?:first|second)\ half|Q[1-4])(?:\ of)?\ {year}
            | (?<=the\ )(?:first|second|third|fourth)[ -]quarter(?!\ (?:of|final|century)|-) | Q[1-4](?!\w) )
        | (?P<relative> (?i:{_any_of(words.relative_days)})(?:\ {part})?
            | (?:(?i:early|earlier|late|later)\ )?(?i:last|next|this|previous|preceding)\ {period}(?![-\w])
            | (?i:{count})\ (?:(?:minute|hour|day|week|month|year|decade)s?)\ ago )
        | (?P<holiday> {_any_of(words.holidays)} )
        | (?P<years> {YEAR}\ ?[-–/]\ ?(?:{YEAR}|\d\d?)(?![\d,-]) )
        | (?P<year> (?:(?:early|late|mid)[ -])?{year} )
        )(?![\w%]|\.\d)""",
        re.VERBOSE,
    )


def find_stretches(view: str) -> Iterator[Stretch]:
    """Yield the times of a view in text order, without leading prepositions.

    "Tuesday, May 3" is one stretch; "from 2014 to 2017" is one with two ends. A bare number from 1500 to 2099 is
    a year unless it counts something; a bare "May" or "March" is a month behind a preposition.
    """
    found = list(_glued(view, _pieces(view)))
    i = 0
    while i < len(found):
        here = found[i]
        if i + 1 < len(found) and (stretch := _period(view, here, found[i + 1])):
            yield stretch
            i += 2
        else:
            yield Stretch(here, here)
            i += 1


def _pieces(view: str) -> Iterator[tuple[str, Range]]:
    for match in _pattern().finditer(view):
        kind, span = match.lastgroup or "", Range(*match.span())
        if kind == "month" and span.end - span.start <= 6 and match.group() in ("May", "March", "August"):
            if not _BEFORE_MONTH.search(view, max(0, span.start - 12), span.start):
                continue
        elif kind == "year" and not _is_year(view, span):
            continue
        yield kind, span


def _is_year(view: str, span: Range) -> bool:
    digits = view[span.end - 4 : span.end]
    counted = _COUNTED.match(view, span.end) is not None
    led = _BEFORE_YEAR.search(view, max(0, span.start - 12), span.start) is not None
    if _NEXT_YEAR.match(view, span.end):
        return True
    if digits < "1900":
        return not counted and _BEFORE_OLD_YEAR.search(view, max(0, span.start - 12), span.start) is not None
    if digits.endswith("00"):
        return led and not counted
    return led or not ((counted and digits.endswith("0")) or unit_behind(view, span.end, digits=True))


def _glued(view: str, pieces: Iterable[tuple[str, Range]]) -> Iterator[Range]:
    """Join neighbours of different kinds: a weekday with its date, a day with its hour."""
    kinds: set[str] = set()
    whole: Range | None = None
    for kind, span in pieces:
        if whole and kind not in kinds and kind != "years" and _GLUE.fullmatch(view[whole.end : span.start]):
            whole = Range(whole.start, span.end)
            kinds.add(kind)
            continue
        if whole:
            yield whole
        whole, kinds = span, {kind}
    if whole:
        yield whole


def _period(view: str, first: Range, last: Range) -> Stretch | None:
    link = _TO.fullmatch(view[first.end : last.start])
    opens = _OPENS.search(view, max(0, first.start - 12), first.start)
    if not link or ("and" in link.group() and not (opens and opens[1].lower() == "between")):
        return None
    return Stretch(Range(opens.start() if opens else first.start, last.end), first, last)
