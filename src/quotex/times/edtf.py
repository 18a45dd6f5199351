"""What the words of a time mean, in EDTF (Extended Date/Time Format, ISO 8601-2, level 1).

The words give fields ("May 3" a month and a day); what they leave out is completed from the day of publication, towards
the past or the future. Without it, "May 3" is "XXXX-05-03" and "yesterday" has no value.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from quotex.english.timewords import Said, Shift, Unit, said_by
from quotex.times.holidays import day_of


class Direction(StrEnum):
    """Where an incomplete date lies, seen from the publication date."""

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"


_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_DAY = dt.timedelta(days=1)
_WEEK = 7  # days
_MONTHS = 12  # of a year
_FARTHEST = 400  # days in which a weekday and a day of the month meet, but for a few pairs in a few years
_HOURS = 24  # of a day
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_MONTHS_OF = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: _MONTHS}
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_WINTER = 24  # the season of EDTF that goes over into the next year


@lru_cache(maxsize=4096)
def time_value(
    text: str, published: dt.date | None = None, direction: Direction = Direction.PAST, *, day_first: bool = False
) -> str | None:
    """Give the EDTF value of the words of one time.

    Args:
        text: the words, without leading prepositions: "May", "last month", "May 3, 2016".
        published: the base of words that need one; None: they have no value.
        direction: where words that leave out the year or the week lie.
        day_first: "3/4/2015" is of April.

    Returns:
        "2016-05-03", "XXXX-05", "2014", "198X", "2016-05-01/2016-05-07"; None where the words do not tell.
    """
    said = said_by(text, day_first=day_first)
    if said is None:
        return None
    try:
        value = _value(said, published, direction)
    except (OverflowError, ValueError):  # a day that the month has not; a year before the first
        return None
    if value and (said.ends or said.rest):
        value = _end(value)
    if said.rest:
        return f"{published}/{value}"
    return f"{value}~" if value and said.about and "/" not in value else value


def _value(said: Said, published: dt.date | None, direction: Direction) -> str | None:
    if said.years:
        return said.years.ljust(4, "X")
    if said.weekend:
        return _weekend(published, direction) if published is not None else None
    if said.shifts or said.stretch:
        if published is None:
            return None
        return _stretch(said.stretch, published) if said.stretch else _shifted(said, published, direction)
    year = said.year
    if year is None and said.of is not None and said.of.unit is Unit.YEAR and published is not None:
        year = published.year + said.of.by
    if said.week and year is not None:
        return _week(dt.date.fromisocalendar(year, said.week, 1))
    if said.holiday:
        return _holiday(said.holiday, year, published, direction)
    if said.part:
        return _part(said.part, year, published, direction)
    if said.season:
        return _season(said, year, published, direction)
    if said.month:
        return _month_or_day(said, year, published, direction)
    if said.weekday is not None and said.year is None:  # not "a Friday in 1962"
        return _weekday(said, published, direction)
    return _year(year) if year is not None else None


def _end(value: str) -> str:
    """Return the last day of a time; a year stays one."""
    end = value.rpartition("/")[2]
    return str(_last_day(end)) if _MONTH_OR_DAY.fullmatch(end) else end


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _weekend(published: dt.date, direction: Direction) -> str:
    """Give the weekend that a day is in, or the one before or after it."""
    saturday = published - _DAY * ((published.weekday() - 5) % _WEEK)
    if direction is Direction.FUTURE and published.weekday() < 5:
        saturday += _DAY * _WEEK
    return f"{saturday}/{saturday + _DAY}"


def _month_or_day(said: Said, year: int | None, published: dt.date | None, direction: Direction) -> str | None:
    month, day = said.month or 1, said.day
    if said.nth is not None:
        return _nth(said, said.nth, year, published, direction)
    if year is None and published is not None:
        here, now = (month, day or 0), (published.month, published.day if day else 0)
        year = published.year
        if said.which is not None:  # "next May" is never this one
            year += (said.which > 0) * (here <= now) - (said.which < 0) * (here >= now)
        elif direction is Direction.PAST:
            year -= here > now
        else:
            year += here < now
    head = "XXXX" if year is None else _year(year)
    value = f"{head}-{month:02d}" + (f"-{day:02d}" if day else "")
    if day and year is not None and year > 0:
        dt.date(year, month, day)
    if said.week_of and day and year is not None:
        return _week(dt.date(year, month, day))
    return f"{value}/{head}-{month:02d}-{said.last_day:02d}" if said.last_day else value


def _nth(said: Said, nth: int, year: int | None, published: dt.date | None, direction: Direction) -> str | None:
    """Give one of a month's weekdays, or days, by its number: "the last Sunday of October"."""
    month = said.month or 1
    if year is None:
        if published is None:
            return None
        past = direction is Direction.PAST
        year = published.year + (-(month > published.month) if past else month < published.month)
    days = [dt.date(year, month, day + 1) for day in range(monthrange(year, month)[1])]
    if said.each > 1:
        first = len(days) - said.each if nth < 0 else (nth - 1) * said.each
        last = len(days) if said.each * (nth + 1) > len(days) else first + said.each  # of the second half, the last day
        return f"{days[first]}/{days[last - 1]}" if first < len(days) else None
    named = [day for day in days if said.weekday in (None, day.weekday())]
    return str(named[nth - (nth > 0)]) if nth <= len(named) else None


def _weekday(said: Said, published: dt.date | None, direction: Direction) -> str | None:
    if published is None or said.weekday is None:
        return None
    if said.of is not None:
        if said.of.unit is not Unit.WEEK:
            return None
        monday = published - _DAY * published.weekday() + dt.timedelta(weeks=said.of.by)
        return str(monday + _DAY * said.weekday)
    if said.day:
        step = -_DAY if direction is Direction.PAST else _DAY
        days = (published + step * n for n in range(_FARTHEST))
        return next((str(d) for d in days if (d.weekday(), d.day) == (said.weekday, said.day)), None)
    back = (published.weekday() - said.weekday) % _WEEK
    ahead = (said.weekday - published.weekday()) % _WEEK
    if said.which is None:
        return str(published - _DAY * back if direction is Direction.PAST else published + _DAY * ahead)
    if said.which < 0:
        return str(published - _DAY * ((back or _WEEK) - _WEEK * (said.which + 1)))
    if said.which > 0:
        return str(published + _DAY * ((ahead or _WEEK) + _WEEK * (said.which - 1)))
    day = published - _DAY * published.weekday() + _DAY * said.weekday
    return str(day + _DAY * _WEEK if direction is Direction.FUTURE and day < published else day)


def _season(said: Said, year: int | None, published: dt.date | None, direction: Direction) -> str | None:
    season = said.season or 21
    if year is None:
        if published is None:
            return None
        year = published.year
        if said.which is not None:
            year += said.which
        elif direction is Direction.PAST:
            year -= _SEASON_STARTS[season] > published.month
        else:
            year += _SEASON_STARTS[season] + 2 < published.month
    if said.two_years:
        return f"{_year(year)}-12/{_year(year + 1)}-02" if season == _WINTER else f"{_year(year)}/{_year(year + 1)}"
    return f"{_year(year)}-{season}"


def _part(part: tuple[int, int], year: int | None, published: dt.date | None, direction: Direction) -> str | None:
    """Give the first and last month of a quarter or half of a year."""
    first, months = part
    if year is None:
        if published is None:
            return None
        past = direction is Direction.PAST
        year = published.year + (-(first > published.month) if past else first + months <= published.month)
    return f"{year}-{first:02d}/{year}-{first + months - 1:02d}"


def _holiday(name: str, year: int | None, published: dt.date | None, direction: Direction) -> str | None:
    if year is not None:
        found = day_of(name, year)
        return str(found) if found else None
    if published is None:
        return None
    days = [day for n in (-1, 0, 1) if (day := day_of(name, published.year + n))]
    if direction is Direction.PAST:
        return next((str(day) for day in reversed(days) if day <= published), None)
    return next((str(day) for day in days if day >= published), None)


def told_from(words: str) -> int:
    """Return how much of a time must be known for words that are told from it: so many characters of its EDTF."""
    said = said_by(words, day_first=False)
    if said is None or (said.month and not said.shifts):
        return len("0000")
    unit = said.shifts[-1].unit if said.shifts else said.stretch.unit if said.stretch else Unit.DAY
    return len("0000" if unit in _YEARS else "0000-00" if unit in _MONTHS_OF and said.shifts else "0000-00-00")


# From now ------------------------------------------------------------------------------------------------------------


def _shifted(said: Said, published: dt.date, direction: Direction) -> str | None:
    here = published
    for shift in said.shifts:
        here = _moved(here, shift)
    unit = said.shifts[-1].unit
    if said.weekday is not None and said.which is not None and said.which < 0:  # "a year ago last Tuesday"
        then = dt.date.fromisoformat(_weekday(replace(said, shifts=()), published, direction) or str(published))
        return str(_moved(then, said.shifts[0]))
    if said.weekday is not None:
        return str(here - _DAY * (here.weekday() - said.weekday))
    if said.month:
        return _month_or_day(said, here.year, published, direction)
    if not said.shifts[-1].whole:
        return str(here)[: 4 if unit in _YEARS else 7 if unit is Unit.MONTH else 10]
    match unit:
        case Unit.WEEK:
            return _week(here)
        case Unit.WEEKEND:
            return f"{here}/{here + _DAY}"
        case Unit.NIGHT | Unit.EVENING | Unit.MORNING | Unit.AFTERNOON:
            return str(here)
        case Unit.QUARTER:
            first = (here.month - 1) // 3 * 3 + 1
            return f"{here.year}-{first:02d}/{here.year}-{first + 2:02d}"
        case Unit.MONTH:
            return str(here)[:7]
        case Unit.DECADE | Unit.CENTURY:
            return _year(here.year)[: 3 if unit is Unit.DECADE else 2].ljust(4, "X")
        case Unit.YEAR:
            return f"{here.year}-12-31" if said.ends or said.rest else _year(here.year)
    return None


def _moved(here: dt.date, shift: Shift) -> dt.date:
    """Go so many units from a day; of months and years, to the last day where the month is shorter."""
    match shift.unit:
        case Unit.WEEK:
            return here + dt.timedelta(weeks=shift.by)
        case Unit.WEEKEND:
            saturday = here - _DAY * ((here.weekday() - 5) % _WEEK)
            if here.weekday() < 5:
                saturday += dt.timedelta(weeks=1)
            return saturday + dt.timedelta(weeks=shift.by)
        case Unit.MONTH | Unit.QUARTER:
            return _by_months(here, shift.by * (3 if shift.unit is Unit.QUARTER else 1))
        case Unit.YEAR | Unit.DECADE | Unit.CENTURY:
            return _by_months(here, shift.by * _MONTHS * _YEARS[shift.unit])
        case Unit.HOUR:
            return here + _DAY * int(shift.by / _HOURS)
        case Unit.MINUTE:
            return here
    return here + _DAY * shift.by


def _by_months(here: dt.date, months: int) -> dt.date:
    year, month = divmod(here.year * _MONTHS + here.month - 1 + months, _MONTHS)
    return dt.date(year, month + 1, min(here.day, monthrange(year, month + 1)[1]))


def _stretch(stretch: Shift, published: dt.date) -> str:
    """Give the time from so long ago to now, or from now on."""
    ends = sorted([published, _moved(published, stretch)])
    length = 4 if stretch.unit in _YEARS else 10
    return "/".join(str(end)[:length] for end in ends)


def _week(day: dt.date) -> str:
    monday = day - _DAY * day.weekday()
    return f"{monday}/{monday + _DAY * 6}"


def _last_day(value: str) -> dt.date:
    """Return the last day of a month, or the day itself."""
    year, month, *day = map(int, value.split("-"))
    return dt.date(year, month, day[0] if day else monthrange(year, month)[1])


def last_days(end: str, unit: Unit, count: int) -> str | None:
    """Give the stretch of so many units that ends with a month or a day: "the 12 months to June 2015".

    Args:
        end: EDTF of a year, a month or a day.
        unit: a week, a month, a quarter or a year.
        count: how many.
    """
    if end.isdigit() and unit is Unit.YEAR:
        return f"{int(end) - count + 1:04d}/{end}"
    if not _MONTH_OR_DAY.fullmatch(end):
        return None
    last = _last_day(end)
    if len(end) == len("0000-00") and unit is not Unit.WEEK:
        months = count * _MONTHS_OF[unit]
        first = _by_months(last.replace(day=1), 1 - months)
        return f"{str(first)[:7]}/{end}"
    if unit is Unit.WEEK:
        return f"{last - dt.timedelta(days=_WEEK * count - 1)}/{last}"
    months = count * _MONTHS_OF[unit]
    begun = last + _DAY
    return f"{_by_months(begun, -months)}/{last}"
