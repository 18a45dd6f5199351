"""What is a value of EDTF (Extended Date/Time Format, ISO 8601-2), and that an interval ends after it begins.

Read: levels 0 and 1, an X for any digit (of level 2), times of day, and a time of day by itself.
"""

from __future__ import annotations

import re
from calendar import isleap

_CLOCK = r"T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d(?::\d\d)?)?"
_DATE = re.compile(
    r"(?P<year>-?[\dX]{4}|Y-?\d{5,})(?:-(?P<season>2[1-4])|(?:-(?P<month>[01X][\dX])(?:-(?P<day>[0-3X][\dX]))?)?)?"
    rf"(?P<time>{_CLOCK})?[?~%]?"
)
_OPEN = ("", "..")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of the months

Day = tuple[int, int, int]


def is_edtf(value: str) -> bool:
    """Whether a value is a date, a time or an interval of EDTF, and of an interval, whether it can be true.

    An interval is false where its end is over before it begins, whatever stands for X: "2016/2014"; not
    "XXXX-11/XXXX-03".
    """
    begin, slash, end = value.partition("/")
    if not slash:
        return re.fullmatch(_CLOCK, value) is not None or _bounds(value) is not None
    if begin in _OPEN:
        return _bounds(end) is not None
    first, last = _bounds(begin), _bounds(end)
    if end in _OPEN or first is None:
        return first is not None
    return last is not None and first[0] <= last[1]


def _bounds(date: str) -> tuple[Day, Day] | None:
    """Return the first and the last day that a date can be; None: it is no date."""
    match = _DATE.fullmatch(date)
    if not match or (match["time"] and not match["day"]):
        return None
    years = _years(match["year"])
    months = [m for m in range(1, 13) if _fits(match["month"], m)] if match["month"] else [1, 12]
    leap = years[0] != years[1] or isleap(years[0])  # where the year is not known, it may be one
    longest = max((_LENGTHS[m - 1] + (leap and m == 2) for m in months), default=0)
    days = [d for d in range(1, longest + 1) if _fits(match["day"], d)] if match["day"] else [1, 31]
    if not months or not days:
        return None
    return (years[0], months[0], days[0]), (years[1], months[-1], days[-1])


def _years(text: str) -> tuple[int, int]:
    ends = (int(text.removeprefix("Y").replace("X", "0")), int(text.removeprefix("Y").replace("X", "9")))
    return min(ends), max(ends)


def _fits(pattern: str, number: int) -> bool:
    return all(sign in ("X", digit) for sign, digit in zip(pattern, f"{number:02d}", strict=True))
