"""Days as fields of articles have them: ISO 8601, RFC 822 (feeds), "March 4, 2026", slashes, seconds of an epoch."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from quotex.english.calendar_words import ORDINAL, calendar_words

_DIGITS = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_SLASHED = re.compile(r"(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})\b")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\b")
_IN_WORDS = re.compile(
    rf"(?:[^\W\d_]+,?\s+)?(?:(?P<month>[^\W\d_]{{3,9}})\.?\s+(?P<day>\d{{1,2}})"
    rf"|(?P<first>\d{{1,2}})(?:{ORDINAL})?[\s-]+(?P<name>[^\W\d_]{{3,9}})\.?)"
)
_BEHIND = re.compile(rf"(?:{ORDINAL})?,?[\s-]+(?P<year>\d{{4}})\b")
_SECONDS = (10**8, 10**11)
"""An epoch's seconds, from 1973 on; larger numbers are milliseconds."""


def read_day(told: object) -> date | None:
    """Return the day that a field tells; None: it tells none that could be no other, as 04/03/2026 could."""
    if isinstance(told, datetime):
        return told.date()
    if isinstance(told, date):
        return told
    if isinstance(told, int | float) and not isinstance(told, bool):
        return _of_epoch(told)
    text = " ".join(told.split()) if isinstance(told, str) else ""
    if not text:
        return None
    for read in (_iso, _rfc_822, _slashed, _in_words, _digits):
        if (day := read(text)) is not None:
            return day
    return None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])  # a time of day may follow
    except ValueError:
        return None


def _rfc_822(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _slashed(text: str) -> date | None:
    if match := _YEAR_FIRST.match(text):
        return _day(match["year"], match["month"], match["day"])
    if match := _SLASHED.match(text):
        first, second = int(match["first"]), int(match["second"])
        dotted = match["sign"] == "."  # nobody writes the month first with stops
        if dotted or first > 12 or first == second:
            return _day(match["year"], second, first)
        return _day(match["year"], first, second) if second > 12 else None
    return None


def _in_words(text: str) -> date | None:
    match = _IN_WORDS.match(text)
    year = _BEHIND.match(text, match.end()) if match else None
    if match is None or year is None:
        return None
    name = (match["month"] or match["name"]).lower()[:3]
    months = [month.lower()[:3] for month in calendar_words().months]
    return _day(year["year"], months.index(name) + 1, match["day"] or match["first"]) if name in months else None


def _digits(text: str) -> date | None:
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", text):
        return _of_epoch(float(text))
    match = _DIGITS.fullmatch(text[:8]) if len(text) == 8 or not text[8:9].isdigit() else None
    return _day(match["year"], match["month"], match["day"]) if match else None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _of_epoch(seconds: float) -> date | None:
    first, last = _SECONDS
    if not first <= seconds < last * 1000:
        return None
    return datetime.fromtimestamp(seconds if seconds < last else seconds / 1000, UTC).date()
