"""When holidays are, year by year, as the lexicon of the calendar tells."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from quotex.english.calendar_words import calendar_words


def day_of(name: str, year: int) -> dt.date | None:
    """Return the day of a holiday in a year.

    Args:
        name: as ``english/lexicons/times.toml`` has it under ``fixed_days``, in small letters.
        year: of our era.
    """
    if not 1583 <= year <= 9999:
        return None
    told = calendar_words().fixed_days[name]
    if len(told) == 1:
        return easter(year) + dt.timedelta(days=told[0])
    if len(told) == 2:
        return dt.date(year, told[0], told[1])
    if len(told) == 4:  # of one year alone
        return dt.date(told[0], told[1], told[2])
    month, weekday, which = told
    if which < 0:
        last = dt.date(year, month, monthrange(year, month)[1])
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> dt.date:
    """Return the Sunday of Easter (the anonymous Gregorian algorithm, as in Meeus, Astronomical Algorithms, 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
