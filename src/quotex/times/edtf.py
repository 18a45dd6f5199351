"""What the words of a time mean, in EDTF (Extended Date/Time Format, ISO 8601-2, level 1).

dateparser reads the words; nothing here knows the grammar of dates. It completes what a text leaves out from a
base date, so each text is read against two bases that share no field: what both readings agree on is what the
text itself says, the rest is not known ("May 3" is "XXXX-05-03").
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quotex.times.calendar import YEAR, calendar_lexicon

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = ["Direction", "time_value"]

Direction = str
"""Where an incomplete date lies: "past" or "future" of the publication date."""

_BASES = (dt.date(1911, 2, 8), dt.date(1966, 11, 27))
_DECADE = re.compile(r"(1[5-9]|20)(\d)0s")
_CENTURY = re.compile(r"(\d\d)(?:st|nd|rd|th) century", re.IGNORECASE)
_YEAR = re.compile(rf"\b{YEAR}\b")
_VAGUE = re.compile(r"^(?:early|late|mid|earlier|later)[ -]|\bmid-", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s\b")
_DAY_PART = re.compile(
    r"[ ,]+(?:at )?(?:morning|afternoon|evening|night|lunchtime|midday|noon|midnight)s?$", re.IGNORECASE
)
_AS_LAST = re.compile(r"^(?:previous|preceding|Last)(?= (?!quarter))", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth")
_MOVES = {"last": -1, "previous": -1, "preceding": -1, "this": 0, "next": 1}
_PART = re.compile(
    rf"(?:(?P<moved>{'|'.join(_MOVES)})[ ]quarter|(?:(?P<number>{'|'.join(_ORDINALS)})[ -](?:quarter|(?P<half>half))"
    rf"|q(?P<digit>[1-4]))(?:(?: of)? (?P<year>{YEAR}))?)"
)
_PLURAL_DAY = re.compile(r"\b\w+days$", re.IGNORECASE)


class _Read(NamedTuple):
    date: dt.date
    period: str  # "day", "week", "month" or "year": the finest field the words give


def time_value(text: str, published: dt.date | None = None, direction: Direction = "past") -> str | None:
    """Give the EDTF value of the words of one time.

    Args:
        text: the words, without leading prepositions: "May", "last month", "May 3, 2016".
        published: the base of words that need one; None: they have no value.
        direction: where words that leave out the year or the week lie.

    Returns:
        "2016-05-03", "XXXX-05", "2014", "198X"; None where the words do not tell.
    """
    return _value(text, published, direction)


@lru_cache(maxsize=4096)
def _value(text: str, published: dt.date | None, direction: Direction) -> str | None:
    words = _AS_LAST.sub("last", _POSSESSIVE.sub("", text).strip())
    if decade := _DECADE.search(words):
        return f"{decade[1]}{decade[2]}X"
    if century := _CENTURY.search(words):
        return f"{int(century[1]) - 1:02d}XX"
    if season := _season(words):
        return season
    if part := _PART.fullmatch(words.lower()):
        return _part(part, published, direction)
    words = _DAY_PART.sub("", _VAGUE.sub("", words)) or words
    if _YEAR.fullmatch(words):
        return words
    if _PLURAL_DAY.search(words) or (published is None and not _told().search(words)):
        return None
    first, second = (_read(words, base, direction) for base in _BASES)
    if first is None or second is None:
        return None
    said = _agreed(first, second)
    if said[0] is not None or published is None:
        return _edtf(*said)
    read = _read(words, published, direction)
    return _edtf(*_fields(read)) if read and read.period != "week" else _week(read)


def _part(words: re.Match[str], published: dt.date | None, direction: Direction) -> str | None:
    """Give the first and last month of a quarter or half of a year."""
    months = 6 if words["half"] else 3
    if words["moved"]:
        if published is None:
            return None
        index = published.year * 4 + (published.month - 1) // 3 + _MOVES[words["moved"]]
        year, number = divmod(index, 4)
    else:
        number = "1234".find(words["digit"]) if words["digit"] else _ORDINALS.index(words["number"])
        year = int(words["year"]) if words["year"] else _year_of(number, published, direction)
    if not year:
        return None
    first = number * months + 1
    return f"{year}-{first:02d}/{year}-{first + months - 1:02d}"


def _year_of(quarter: int, published: dt.date | None, direction: Direction) -> int:
    """Return the year of the last quarter of that number to have begun, or of the next one; 0: not known."""
    if published is None:
        return 0
    now = (published.month - 1) // 3
    return published.year + (quarter < now if direction == "future" else -(quarter > now))


def _season(words: str) -> str | None:
    lowered, year = words.lower(), _YEAR.search(words)
    number = next((n for name, n in calendar_lexicon().seasons.items() if name in lowered), None)
    return f"{year.group()}-{number}" if year and number else None


@cache
def _told() -> re.Pattern[str]:
    """Find a digit or a month: a text with neither tells no date by itself, and reading it would only show that."""
    words = calendar_lexicon()
    return re.compile("|".join([r"\d", *words.months, *words.short_months]))


@cache
def _parser(base: dt.date, direction: Direction) -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to import, and only articles with times need it

    noon = dt.datetime.combine(base, dt.time(12))
    settings = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": direction, "RETURN_AS_TIMEZONE_AWARE": False}
    return DateDataParser(languages=["en"], settings=settings)


def _read(words: str, base: dt.date, direction: Direction) -> _Read | None:
    data = _parser(base, direction).get_date_data(words)
    return _Read(data.date_obj.date(), data.period) if data.date_obj else None


def _fields(read: _Read) -> tuple[int | None, int | None, int | None]:
    date, period = read
    return date.year, date.month if period != "year" else None, date.day if period in ("day", "time") else None


def _agreed(first: _Read, second: _Read) -> tuple[int | None, int | None, int | None]:
    """Keep the fields both readings share."""
    year, month, day = (a if a == b else None for a, b in zip(_fields(first), _fields(second), strict=True))
    return year, month, day if month else None


def _edtf(year: int | None, month: int | None, day: int | None) -> str | None:
    if year is None and month is None:
        return None
    head = f"{year:04d}" if year is not None else "XXXX"
    return head + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _week(read: _Read | None) -> str | None:
    if read is None:
        return None
    monday = read.date - dt.timedelta(days=read.date.weekday())
    return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
