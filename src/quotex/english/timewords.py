"""What the words of one time say, field by field; nothing here knows what day it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from quotex.english.calendar_words import calendar_words
from quotex.english.patterns import fold_case
from quotex.english.time_patterns import time_patterns


class Unit(StrEnum):
    """What time is told in."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from now: "last week" is -1 week, "two years ago" -2 years.

    Attributes:
        whole: the whole unit is meant ("last week"), not a day in it.
    """

    unit: Unit
    by: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The fields that a time's words give; None: not told.

    Attributes:
        weekday: from 0, Monday.
        years: first digits of a decade's or century's years: "198", "18".
        season: as EDTF numbers it.
        part: first month and length of a quarter or half of a year.
        which: -1, 0, 1: the last, this, the next one.
        shifts: how far it is from now; several add up.
        of: of which year or week, seen from this one ("May last year").
        stretch: so many units up to now (negative) or from now on.
        ends: the last day of it is meant ("the end of May").
        last_day: of several days of one month.
        week: its number in the year (ISO 8601).
        two_years: the season goes over into the next year ("winter 2009-10").
        nth: which of its weekdays, days, weeks or halves, of a month; from 1, and -1 the last.
        each: how long a part of the month of that number is, in days, 1 where it is a day.
        rest: from now to the end of it.
        weekend: the nearest one.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    years: str | None = None
    season: int | None = None
    part: tuple[int, int] | None = None
    which: int | None = None
    shifts: tuple[Shift, ...] = ()
    of: Shift | None = None
    stretch: Shift | None = None
    ends: bool = False
    last_day: int | None = None
    holiday: str | None = None
    about: bool = False
    week_of: bool = False
    week: int | None = None
    two_years: bool = False
    nth: int | None = None
    each: int = 1
    rest: bool = False
    weekend: bool = False


_MOVES = {
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "before": -1,
    "past": -1,
    "this": 0,
    "same": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "after": 1,
}
_QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": 3, "last": 3}


def said_by(text: str, *, day_first: bool) -> Said | None:
    """Read the words of one time; None: they tell nothing.

    Args:
        text: the words, without leading prepositions.
        day_first: "3/4/2015" is of April.
    """
    words = time_patterns()["clock"].sub(" ", fold_case(text).replace("’", "'")).strip(" ,.")
    if match := time_patterns()["fiscal"].fullmatch(words):
        return Said(year=_full_year(match[1]))
    return _numeric(words, day_first) or _relative(words) or _within(words) or _calendar(words)


def _within(words: str) -> Said | None:
    """Read the month or the weekday of a time told from now: "three years ago in May"."""
    match = time_patterns()["within"].fullmatch(words)
    whole = _relative(match[1]) if match else None
    if match is None or whole is None:
        return None
    if (now := _relative(match[2])) is not None and now.shifts and not now.shifts[0].by:  # "a year ago today"
        return replace(whole, shifts=(*whole.shifts, *now.shifts))
    part = _calendar(match[2])
    return replace(part, shifts=whole.shifts) if part is not None else None


def _numeric(words: str, day_first: bool) -> Said | None:
    found = time_patterns()
    if match := found["iso"].fullmatch(words):
        return Said(year=int(match[1]), month=int(match[3]), day=int(match[4]))
    if match := found["week"].fullmatch(words):
        return Said(year=int(match[1] or match[4]), week=int(match[2] or match[3]))
    if match := found["slashed"].fullmatch(words):
        first, second, year = int(match[1]), int(match[3]), _full_year(match[4])
        day_leads = day_first or match[2] == "." or first > 12
        month, day = (second, first) if day_leads and second <= 12 else (first, second)
        return Said(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if match := found["abbreviated"].fullmatch(words):
        return Said(year=_full_year(match[3]), month=_month(match[2]), day=int(match[1]))
    return None


_PIVOT = 50
"""Between Excel's 30 and the 69 of POSIX: no article of 3,600 tells of a year that the two would part."""


def _full_year(digits: str) -> int:
    """Complete a year of two digits: up to 49 of this century, else of the last."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < _PIVOT else 1900)


def _month(name: str) -> int:
    return next(i for i, month in enumerate(calendar_words().months, 1) if month.lower().startswith(name[:3].lower()))


def _shift(count: str, unit: str, sign: int = 1) -> Shift | None:
    """Read so many units; None: nobody can tell how many ("several")."""
    words = calendar_words()
    digits = count.replace(",", "")
    number = float(digits) if digits.isdigit() else words.counts.get(count, words.half_counts.get(count))
    name, by = words.units[unit]
    return None if number is None else Shift(Unit(name), sign * int(number * by))


def _relative(words: str) -> Said | None:
    """Read what is told from now: "yesterday", "two years ago", "in the last six months", "last week"."""
    found, days = time_patterns(), calendar_words().days_from_now
    plain = found["hedged"].sub("", words)
    day = found["day_part"].sub("", plain)
    if plain == Unit.WEEKEND:
        return Said(weekend=True)
    if match := found["from_told"].fullmatch(plain):
        move, unit = (match[1], match[2]) if match[1] else (match[4], match[3])
        return Said(shifts=(Shift(Unit(unit), _MOVES[move], whole=unit != Unit.DAY),))
    if day in days:
        return Said(shifts=(Shift(Unit.DAY, days[day]),))
    if match := found["rest"].fullmatch(words):
        return Said(shifts=(Shift(Unit(match[1]), 0, whole=True),), rest=True)
    if found["ago"].fullmatch(words):
        parts = map(found["counted"].fullmatch, found["and"].split(plain.removesuffix(" ago")))
        shifts = [part and _shift(part[1], part[2], -1) for part in parts]
        told = tuple(shift for shift in shifts if shift)
        return Said(shifts=told, about=bool(found["about"].match(words))) if all(shifts) else None
    if match := found["in"].fullmatch(words):
        shift = _shift(match[1], match[2])
        if shift is None:
            return None
        return Said(stretch=shift) if words.startswith("within") else Said(shifts=(shift,))
    match = found["stretch"].fullmatch(plain)
    if match and (match[1] or match[3] or match[2] in ("past", "coming")):
        several = match[5] and not match[3]
        stretch = None if several else _shift(match[3] or "1", match[4], _MOVES[match[2]])
        return Said(stretch=stretch) if stretch else None
    return _period(plain, words)


def _period(plain: str, words: str) -> Said | None:
    found = time_patterns()
    ends = found["ends"].match(words)
    if ends and (inner := found["ended"].fullmatch(words, ends.end())):
        return Said(shifts=(Shift(Unit(inner[2]), _MOVES.get(inner[1] or "this", 0), whole=True),), ends=bool(ends[1]))
    match = found["period"].fullmatch(plain)
    before_last, after_next = plain.endswith(" before last"), plain.endswith(" after next")
    if match is None or not (match[1] or before_last or after_next):
        return None
    by = -2 if before_last else 2 if after_next else _MOVES[match[1]]
    return Said(shifts=(Shift(Unit(match[2]), by, whole=True),))


class _Rest:
    """What is left of a time's words while its fields are taken out of them."""

    def __init__(self, words: str) -> None:
        self.words = words

    def take(self, name: str) -> re.Match[str] | None:
        """Find a field by its pattern, and take it out."""
        match = time_patterns()[name].search(self.words)
        if match:
            self.words = f"{self.words[: match.start()]} {self.words[match.end() :]}"
        return match

    def opens_with(self, name: str) -> re.Match[str] | None:
        """Take a field off the front where it stands there."""
        match = time_patterns()[name].match(self.words)
        self.words = self.words[match.end() :] if match else self.words
        return match


def _calendar(words: str) -> Said | None:
    """Read years, months, days, weekdays, seasons and holidays."""
    rest = _Rest(words)
    edge = rest.opens_with("ends")
    fields: dict[str, object] = {
        "ends": edge is not None and edge[1] is not None,
        "week_of": rest.opens_with("week_of") is not None,
        "about": rest.opens_with("roughly") is not None,
    }
    if years := _years(rest):
        return Said(years=years)
    two_years = time_patterns()["two_years"].search(words) is not None
    beyond = rest.take("beyond")
    told = _holiday(rest) | _year(rest) | _date(rest) | _part(rest, two_years=two_years)
    if match := rest.take("which"):
        fields["which"] = _MOVES[match[1]]
    if beyond:
        fields["which"] = -2 if beyond[1] == "before last" else 2
    named = {"year", "month", "weekday", "season", "part", "holiday"} & told.keys()
    return Said(**fields, **told) if named else None  # type: ignore[arg-type]


def _years(rest: _Rest) -> str | None:
    """Read a decade or a century, by the first digits of its years."""
    if match := rest.take("century"):
        return f"{int(match[1]) - 1:02d}"
    if match := rest.take("decade"):
        if len(match[1]) < 2:
            return ("20" if match[2] in "01" else "19") + match[2]
        return match[1] if match[2] == "0" and match[1] != _THIS_CENTURY else match[1] + match[2]
    match = rest.take("named_decade")
    return calendar_words().decades[match.group()] if match else None


_THIS_CENTURY = "20"  # "the 2000s" are its first decade


def _holiday(rest: _Rest) -> dict[str, object]:
    match = rest.take("holiday")
    return {"holiday": match.group()} if match else {}


def _year(rest: _Rest) -> dict[str, object]:
    if match := rest.take("old"):
        year = int((match[2] or match[3]).replace(",", ""))
        return {"year": 1 - year if (match[4] or "").startswith("b") else year}
    if match := rest.take("year"):
        return {"year": int(match[1])}
    if match := rest.take("short_year"):
        return {"year": _full_year(match[1])}
    if match := rest.take("of"):
        return {"of": Shift(Unit(match[2]), _MOVES.get(match[1], 0))}
    return {}


def _date(rest: _Rest) -> dict[str, object]:
    calendar, fields = calendar_words(), dict[str, object]()
    if match := rest.take("nth"):
        fields["nth"] = calendar.ordinals.index(match[1]) + 1 if match[1] in calendar.ordinals else -1
        if part := rest.take("month_part"):
            count = calendar.counts.get(part[1], 1) if not (part[1] or "").isdigit() else int(part[1])
            fields["each"] = int(count) * {"day": 1, "week": 7, "half": 15}[part[2]]
    if match := rest.take("weekday"):
        fields["weekday"] = [day[:3].lower() for day in calendar.weekdays].index(match[1][:3])
    if match := rest.take("month"):
        fields["month"] = _month(match[1])
        if listed := rest.take("listed"):
            numbers = [int(number) for number in re.findall(r"\d+", listed[0])]
            in_a_row = numbers == list(range(numbers[0], numbers[-1] + 1))
            return fields | {"day": numbers[0], "last_day": numbers[-1]} if in_a_row else {}
        if days := rest.take("days"):
            return fields | {"day": int(days[1]), "last_day": int(days[2])}
    if fields and "nth" not in fields and (match := rest.take("day")):
        fields["day"] = int(match[1]) if match[1] else calendar.ordinals.index(match[2]) + 1
    return fields


def _part(rest: _Rest, *, two_years: bool) -> dict[str, object]:
    if match := rest.take("first"):
        count = int(match[2]) if match[2].isdigit() else int(calendar_words().counts[match[2]])
        months = count * (3 if match[3] == "quarter" else 1)
        return {"part": (1 if match[1] == "first" else 13 - months, months)} if 0 < months <= 12 else {}
    if match := rest.take("part"):
        months = 6 if match[2] == "half" else 3
        number = int(match[3]) - 1 if match[3] else _QUARTERS[match[1]]
        return {"part": (number * months + 1, months)}
    match = rest.take("season")
    return {"season": calendar_words().seasons[match[1]], "two_years": two_years} if match else {}
