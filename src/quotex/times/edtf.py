"""What the words of a time mean, in EDTF (Extended Date/Time Format, ISO 8601-2, level 1).

dateparser reads the words; nothing here knows the grammar of dates. It completes what a text leaves out from a
base date, so each text is read against two bases that share no field: what both readings agree on is what the
text itself says, the rest is not known ("May 3" is "XXXX-05-03").
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quotex.english.dates import (
    LANGUAGE,
    PartOfYear,
    century_of,
    decade_of,
    is_year,
    names_days,
    part_of_year,
    plain_words,
    season_of,
    tells_date,
    without_day_part,
)

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = ["Direction", "time_value"]


class Direction(StrEnum):
    """Where an incomplete date lies, seen from the publication date."""

    PAST = "past"
    FUTURE = "future"


class _Period(StrEnum):
    """The finest field that the words of a date give, as dateparser names it."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_BASES = (dt.date(1911, 2, 8), dt.date(1966, 11, 27))


class _Read(NamedTuple):
    date: dt.date
    period: _Period


def time_value(text: str, published: dt.date | None = None, direction: Direction = Direction.PAST) -> str | None:
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
    words = plain_words(text)
    if decade := decade_of(words):
        return f"{decade}X"
    if (century := century_of(words)) is not None:
        return f"{century:02d}XX"
    if season := season_of(words):
        return f"{season[0]}-{season[1]}"
    if part := part_of_year(words):
        return _part(part, published, direction)
    words = without_day_part(words)
    if is_year(words):
        return words
    if names_days(words) or (published is None and not tells_date(words)):
        return None
    first, second = (_read(words, base, direction) for base in _BASES)
    if first is None or second is None:
        return None
    said = _agreed(first, second)
    if said[0] is not None or published is None:
        return _edtf(*said)
    read = _read(words, published, direction)
    return _edtf(*_fields(read)) if read and read.period is not _Period.WEEK else _week(read)


def _part(part: PartOfYear, published: dt.date | None, direction: Direction) -> str | None:
    """Give the first and last month of a quarter or half of a year."""
    if part.number is None:
        if published is None:
            return None
        year, number = divmod(published.year * 4 + (published.month - 1) // 3 + part.moved, 4)
    else:
        number = part.number
        year = part.year or _year_of(number, published, direction)
    if not year:
        return None
    first = number * part.months + 1
    return f"{year}-{first:02d}/{year}-{first + part.months - 1:02d}"


def _year_of(quarter: int, published: dt.date | None, direction: Direction) -> int:
    """Return the year of the last quarter of that number to have begun, or of the next one; 0: not known."""
    if published is None:
        return 0
    now = (published.month - 1) // 3
    return published.year + (quarter < now if direction is Direction.FUTURE else -(quarter > now))


@cache
def _parser(base: dt.date, direction: Direction) -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to import, and only articles with times need it

    noon = dt.datetime.combine(base, dt.time(12))
    settings = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": direction.value, "RETURN_AS_TIMEZONE_AWARE": False}
    return DateDataParser(languages=[LANGUAGE], settings=settings)


def _read(words: str, base: dt.date, direction: Direction) -> _Read | None:
    data = _parser(base, direction).get_date_data(words)
    return _Read(data.date_obj.date(), _Period(data.period)) if data.date_obj else None


def _fields(read: _Read) -> tuple[int | None, int | None, int | None]:
    date, period = read
    month = date.month if period is not _Period.YEAR else None
    return date.year, month, date.day if period in (_Period.DAY, _Period.TIME) else None


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
