"""The patterns by which the words of one time are read."""

from __future__ import annotations

import re
from functools import cache

from quotex.english.calendar_words import DIGITS, YEAR_DIGITS, calendar_words
from quotex.english.patterns import alternation


@cache
def time_patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what the words of a time can say, by name; of words in small letters."""
    return _patterns_from_now() | _patterns_of_calendar()


def _patterns_from_now() -> dict[str, re.Pattern[str]]:
    words = calendar_words()
    unit = alternation(words.units)
    count = alternation([*words.counts, *words.half_counts])
    return {
        "ago": re.compile(r"(?:about |around |some |nearly |almost |over |roughly )?(.+) ago"),
        "in": re.compile(rf"(?:in|within) ({count}|{DIGITS}) ({unit})s?(?:[’']s?)?(?: time)?"),
        "within": re.compile(r"(.+ ago)(?: in| on|,)? (.+)"),
        "counted": re.compile(rf"({count}|{DIGITS}) ({unit})s?"),
        "stretch": re.compile(rf"(the )?(last|past|previous|next|coming) (?:({count}|{DIGITS}) )?({unit})(s?)"),
        "about": re.compile(rf"(?:{alternation(words.roughly)}) "),
        "roughly": re.compile(rf"(?:{alternation(words.roughly)})(?!\w)"),
        "hedged": re.compile(rf"^(?:{alternation([*words.roughly, *words.edges])}) "),
        "day_part": re.compile(rf"[ -](?:{alternation(words.day_parts)})$"),
        "and": re.compile(r" and (?=\d|\w+ (?:month|week|day|hour))"),
        "rest": re.compile(r"(?:rest|remainder) of (?:the|this|next) (year|month|week)"),
        "from_told": re.compile(
            rf"(following|same|next|previous|preceding) (day|{alternation(words.wholes)})"
            r"|(day|week|month|year) (before|after)"
        ),
        "beyond": re.compile(r" (before last|after next)\b"),
        "ends": re.compile(rf"(?:the )?(?:({alternation(words.ends)})|{alternation(words.starts)})(?: of (?:the )?|-)"),
        "ended": re.compile(r"(?:(last|this|next) )?(year|quarter|month|week|decade|century)"),
        "period": re.compile(rf"(?:(last|this|next) )?({alternation(words.wholes)})(?: before last| after next)?"),
    }


def _patterns_of_calendar() -> dict[str, re.Pattern[str]]:
    words = calendar_words()
    month = alternation([*words.months, *words.short_months])
    count = alternation([*words.counts, *words.half_counts])
    zone = alternation(zone.lower() for zone in words.zones)
    return {
        "iso": re.compile(rf"({YEAR_DIGITS})([-/])([01]\d)\2([0-3]\d)"),
        "week": re.compile(rf"({YEAR_DIGITS})-w(\d\d)|week (\d{{1,2}}) of ({YEAR_DIGITS})"),
        "two_years": re.compile(rf"\b{YEAR_DIGITS}[-–/]\d{{2,4}}\b"),
        "slashed": re.compile(rf"([0-3]?\d)([/.])([0-3]?\d)\2({YEAR_DIGITS}|\d\d)"),
        "abbreviated": re.compile(rf"([0-3]?\d)-({month})-({YEAR_DIGITS}|\d\d)", re.IGNORECASE),
        "nth": re.compile(
            rf"({alternation(words.ordinals)}|last|final) (?=(?:\w*day|week|half|(?:\d\d?|{count}) (?:day|week)s)"
            rf" (?:of|in) (?:{month}))",
            re.IGNORECASE,
        ),
        "month_part": re.compile(rf"(?:\b(\d\d?|{count}) )?\b(day|week|half)(s)? (?:of|in) "),
        "week_of": re.compile(r"(?:the )?week (?:of|beginning|commencing) (?:the )?"),
        "year": re.compile(rf"\b({YEAR_DIGITS})\b"),
        "old": re.compile(r"\b(?:(ad) (\d{1,4})|(\d{1,2},\d{3}|\d{1,4}) (ad|ce|bce?))\b"),
        "short_year": re.compile(r"(?<!\w)[’'](\d\d)\b(?!s)"),
        "decade": re.compile(r"(1\d|20|'|\b)(\d)0s"),
        "named_decade": re.compile(alternation(words.decades)),
        "century": re.compile(r"(\d\d)(?:st|nd|rd|th)[ -]century"),
        "month": re.compile(rf"\b({month})\b\.?", re.IGNORECASE),
        "listed": re.compile(
            r"\b\d{1,2}(?:st|nd|rd|th)?(?:, \d{1,2}(?:st|nd|rd|th)?)+,? and \d{1,2}(?:st|nd|rd|th)?\b"
        ),
        "days": re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ?(?:[-–]| to (?:the )?| and ) ?(\d{1,2})(?:st|nd|rd|th)?\b"),
        "day": re.compile(
            rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?|({alternation(words.ordinals)}))\b(?![:.]\d|\s?[ap]\.?m| o'clock)"
        ),
        "weekday": re.compile(rf"\b({alternation([*words.weekdays, *words.short_weekdays])})\b", re.IGNORECASE),
        "season": re.compile(rf"\b({alternation(words.seasons)})\b"),
        "first": re.compile(rf"(first|last|final) (\d\d?|{count}) (month|quarter)s? of "),
        "fiscal": re.compile(r"(?:q[1-4] )?fy ?(\d\d|\d{4})"),
        "part": re.compile(r"\b(first|second|third|fourth|final|last)[ -](quarter|half)\b|\bq([1-4])\b"),
        "of": re.compile(r"\b(last|next|this|the) (year|week|month)(?! before)\b"),
        "holiday": re.compile(alternation(words.fixed_days)),
        "which": re.compile(r"\b(last|next|this(?! coming)|coming|past|following)\b"),
        "clock": re.compile(
            r",?(?: at)?(?: about| around)? ?"
            r"(?:\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|o['’]clock)|\b\d{1,2}:\d\d\b"
            rf"|\b\d\d\.?\d\d(?= ?(?:hr|hour|{zone}))|\b(?:noon|midnight)\b)(?: ?(?:hrs|hours|{zone})\b)?"
            r"(?: \([^()]*\))?(?: on\b)?"
        ),
    }
