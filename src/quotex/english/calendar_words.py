"""The words of the calendar, as the lexicon has them."""

from __future__ import annotations

from quotex.english import lexicons

ORDINAL = "st|nd|rd|th"
"""Matches what stands behind the number of a day: "the 4th"."""
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
"""A pattern of a whole number in digits."""
YEAR_DIGITS = r"(?:1[0-9]|20)\d\d"
"""A pattern of the years that are written with four digits."""


class CalendarWords(lexicons.Lexicon):
    """``english/lexicons/times.toml``."""

    months: list[str]
    short_months: list[str]
    common_words: frozenset[str]
    weekdays: list[str]
    short_weekdays: list[str]
    day_parts: list[str]
    relative_days: list[str]
    periods: list[str]
    holidays: list[str]
    feasts: frozenset[str]
    before_month: list[str]
    before_year: list[str]
    of_a_year: list[str]
    before_old_year: list[str]
    before_named_day: list[str]
    roughly: list[str]
    edges: list[str]
    priced: list[str]
    timetabled: list[str]
    played: list[str]
    hours: list[str]
    ends: list[str]
    starts: list[str]
    wholes: list[str]
    ordinals: list[str]
    since: frozenset[str]
    onward: frozenset[str]
    until: frozenset[str]
    circa: frozenset[str]
    loosely: list[str]
    parts: list[str]
    foretelling: frozenset[str]
    putting_off: frozenset[str]
    granting: frozenset[str]
    intending: frozenset[str]
    lasting: frozenset[str]
    means: frozenset[str]
    aspectual: frozenset[str]
    timetabling: frozenset[str]
    perceived: frozenset[str]
    pending: frozenset[str]
    looking_ahead: list[str]
    scheduled: frozenset[str]
    happenings: frozenset[str]
    zones: list[str]
    seasons: dict[str, int]
    days_from_now: dict[str, int]
    counts: dict[str, float]
    half_counts: dict[str, float]
    units: dict[str, tuple[str, int]]
    decades: dict[str, str]
    fixed_days: dict[str, list[int]]


calendar_words = lexicons.loader("times", CalendarWords)
"""Loads the words of the calendar."""
