"""The English of dates: the words that times are made of, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from quotex.english.calendar_words import DIGITS, YEAR_DIGITS, calendar_words
from quotex.english.patterns import alternation, fold_case, followed_by, holding, matching, search_before
from quotex.english.units import unit_behind

# Where times stand ---------------------------------------------------------------------------------------------------


class Kind(StrEnum):
    """What a piece of a time is, by the name of the pattern's group."""

    ISO = "iso"
    DATE = "date"
    MONTH = "month"
    WEEKDAY = "weekday"
    CLOCK = "clock"
    DECADE = "decade"
    SEASON = "season"
    QUARTER = "quarter"
    RELATIVE = "relative"
    HOLIDAY = "holiday"
    YEARS = "years"
    YEAR = "year"


class Piece(NamedTuple):
    """A piece of a time as found: its kind, where its words start and end."""

    kind: Kind
    start: int
    end: int


_OTHER_END = re.compile(r"(?: to |-|–)(\d{4})(?!\d)")
_NEXT_YEAR = re.compile(rf",? (?:and|or|to) {YEAR_DIGITS}\b")
_LAST_YEAR = re.compile(r"\b1\d{3} (?:to|until|and|or) $")
_IN_NAME = re.compile(r"[Tt]he \d{4} [A-Z][a-z]+s? (?:of|[A-Z])")
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")
_NOUN_BEHIND = re.compile(r" (?!(?:and|for|from|had|has|in|is|of|on|to|was|were|will)\b)[a-z]")
_IN = re.compile(r"\bin $", re.IGNORECASE)
_MOVED = re.compile(r"(?:early|last|mid|next|this)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:\b(?:an?|the) |[“\"])$", re.IGNORECASE)
_NAMED = re.compile(r"(?:[A-Z]\w*|\d)(?:['’]s)? $")  # before a capital, a name's: "USA <Today>"
_POINTED = re.compile(r"\d\d\.\d\d")
_CLAUSE = 60  # characters before a price, among which it says what was sold


@cache
def _fields() -> dict[str, str]:
    """Make the patterns that those of whole times are put together from."""
    words = calendar_words()
    month = rf"(?:{alternation(words.months)}|(?:{alternation(words.short_months)})\b\.?(?=\s\d))"
    short_names = alternation(words.short_months)
    short = rf"(?:{alternation(words.short_months)})\b\.?(?!\w)"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    named_day = rf"(?i:{alternation(words.ordinals)})"
    edge = r"(?:(?i:early|late|mid)[ -])"
    unit = alternation(words.units)
    ends = rf"(?i:{alternation([*words.ends, *words.starts])})"
    decades = rf"(?i:{alternation(words.decades)})"
    year = rf"{YEAR_DIGITS}(?![\d,]\d|\d|[%°])"
    weekday = rf"(?:{alternation(words.weekdays)}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?(?=,?\s{month}))"
    part = rf"(?:{alternation(words.day_parts)})"
    period = rf"(?:{alternation(words.periods)})"
    season = rf"(?:{alternation(words.seasons)})"
    zone = rf"(?:\ (?:{alternation(words.zones)})\b)?(?:\ \([^()\s]+(?:\ \S+)?\ (?:{alternation(words.zones)})\))?"
    count = rf"(?:{DIGITS}|several|a\ few|{alternation([*words.counts, *words.half_counts])})"
    some = rf"(?:\d\d?|{alternation(words.counts)})"
    return {
        "month": month, "short": short, "short_names": short_names, "day": day, "named_day": named_day, "edge": edge,
        "unit": unit, "ends": ends, "decades": decades, "year": year, "weekday": weekday, "part": part,
        "period": period, "season": season, "zone": zone, "count": count, "some": some, "century": YEAR_DIGITS[:-4],
        "fiscal_year": YEAR_DIGITS, "days": alternation(words.relative_days), "holidays": alternation(words.holidays),
        "timetabled": alternation(words.timetabled), "hours": alternation(words.hours),
        "whole": alternation(words.wholes), "zones": alternation(words.zones),
    }  # fmt: skip


_TIMES = r"""(?<![\w$€£.,])(?:
  (?P<iso> {fiscal_year}-[01]\d-[0-3]\d | {fiscal_year}-W[0-5]\d | [Ww]eek\ \d{{1,2}}\ of\ {fiscal_year}
    | {fiscal_year}/[01]\d/[0-3]\d | [0-3]?\d/[0-3]?\d/(?:{fiscal_year}|\d\d)(?![\d/])
    | [0-3]?\d\.[01]?\d\.{fiscal_year}
    | [0-3]?\d-(?:{month}|{short_names})-(?:{fiscal_year}|\d\d) )
| (?P<date> (?:week\ (?:of|beginning|commencing)\ )?(?i:{month})\ {day}
        (?:\ ?[-–]\ ?{day}|\ (?:and|to)\ {day}(?=[.,;)]|\ {year})
        |(?:,\ {day})+,?\ and\ {day}(?!\ [a-z]+s\b))?(?!\d)(?:(?:,\ |\ ){year})?
    | (?:week\ (?:of|beginning|commencing)\ )?(?:(?:{day},\ )*{day}(?:\ ?[-–]\ ?|\ to\ (?:the\ )?|,?\ and\ ))?
        {day}(?:\ of)?\ (?:(?i:{month})|{short})(?:,?\ (?:{year}|[’']\d\d(?!\d)|\d{{1,4}}\ (?:BCE?|CE|AD)))?
    | (?:first|last|final)\ {some}\ (?:days|weeks)\ (?:of|in)\ (?:{month})(?:,?\ {year})?
    | (?:{named_day}|last|final)\ (?:{weekday}|day|week|half)\ (?:of|in)\ (?:{month})(?:,?\ {year})?
    | {named_day}(?:\ of)?\ (?i:{month})(?:,?\ {year})?
    | (?:{ends}(?:\ of\ |-))?{edge}?{month}(?:,|\ of)?\ {year} )
| (?P<month> (?:{ends}(?:\ of\ |-))?(?:(?i:last|next|this)\ )?{edge}?{month}(?!\ Day\b) )
| (?P<weekday> (?:(?i:last|next|this|coming|this\ coming|early|late|every)\ )?{weekday}
    (?:\ the\ {day}|\ before\ last|\ after\ next)?(?:\ {part})?s? )
| (?P<clock> (?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\ ?(?:[ap]\.m\.|[ap]m){zone}
    | (?:[01]?\d|2[0-3]):[0-5]\d{zone}(?!\ (?:left|remaining|to\ (?:go|play))\b)
    | (?:[01]\d|2[0-3])(?:\.?[0-5]\d\ (?:{zones})|[0-5]\d\ ?h(?:ou)?rs)\b
    | (?:(?<=since\ )|(?<=until\ ))(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\ (?:per|p[ct]|[mb]illion|point))
    | (?:(?<=\bat\ )|(?<=\bAt\ ))(?:[01]\d|2[0-3])\.[0-5]\d(?![\d%]|\ (?:per|p[ct]|[mb]illion|point|in\ the))
    | (?<=\b[Tt]he\ )(?:[01]\d|2[0-3])\.[0-5]\d(?=\ (?:{timetabled})\b)
    | (?i:(?:half\ past|(?:a\ )?quarter\ (?:past|to)|(?:five|ten|twenty)\ past)\ (?:{hours}|\d{{1,2}}))(?!\w|[.:,]\d)
    | (?:noon|midnight) | (?:\d{{1,2}}|(?i:{hours}))\ o['’]clock )
| (?P<decade> {edge}?(?:{century}\d0s|[’']\d0s|\d\d(?:st|nd|rd|th)[ -][Cc]entury)
    | (?<=[Tt]he\ ){edge}?(?:\d0s|(?:(?:swinging|roaring)\ )?(?:{decades})) )
| (?P<season> (?:early|late|mid)?-?(?:{season})(?:\ of)?\ (?:{year}(?:[-–/](?:\d{{4}}|\d\d)(?!\d))?|[’']\d\d\b)
    | (?:{season})\ of\ (?:last|this|next)\ year\b
    | (?:(?<=[Ii]n\ the\ )|(?<=[Oo]ver\ the\ )|(?<=[Dd]uring\ the\ )|(?<=[Bb]y\ the\ ))(?:{season})\b(?!\ of) )
| (?P<quarter> (?:(?:first|second|third|fourth|final|last)[ -]quarter|(?:first|second)\ half|Q[1-4])(?:\ of)?\ {year}
    | {fiscal_year}\ Q[1-4]
    | (?:(?:first|second|third|fourth|final|last)\ quarter|(?:first|second)\ half)\ of\ (?:the|this|last|next)\ year
    | (?:first|last|final)\ {some}\ (?:month|quarter)s?\ of\ (?:{year}|(?:the|this|last|next)\ year\b)
    | (?:(?<=[Tt]he\ )(?:first|second|third|fourth)\ |(?<!fiscal\ )(?i:first|second|third|fourth)-)quarter
        (?!\ (?:of|final|century)|-)
    | Q[1-4](?!\w) )
| (?P<relative> (?i:{days})(?:\ {part})?
    | (?:(?i:early|earlier|late|later)\ )?(?:yesterday|today)
    | (?:rest|remainder)\ of\ (?:the|this|next)\ (?:year|month|week)\b
    | {ends}\ of\ (?:the|this|next|last)\ (?:year|quarter|month|week|decade|century)\b
    | (?i:last|past|previous|next|coming)\ {count}\ (?:{unit})s?\b
    | (?<=[Tt]he\ )(?:past|coming)\ (?:{unit})\b
    | [Tt]he\ (?:last|next)\ (?:week|month|year|decade|century)\b(?!\ of\b)
    | (?<=[Tt]he\ )(?:following|same|previous|preceding)\ (?:day|{whole})\b(?!\ (?:in|last|of)\b)
    | (?<=[Tt]he\ )next\ day\b
    | (?<=[Tt]he\ )(?:day|week|month|year)\ (?:before|after)(?=[.,;])
    | (?:(?<=[Oo]ver\ the\ )|(?<=[Aa]t\ the\ )|(?<=[Dd]uring\ the\ ))weekend\b
    | (?<=[Tt]he\ )(?:week|month|year|weekend)\ (?:before\ last|after\ next)
    | (?:in|within)\ {count}\ (?!minute|hour)(?:{unit})s?(?:[’']s?)?(?:\ time)?\b
        (?!\ (?:during|in|of|that|when|where)\b)
    | (?:(?i:early|earlier|late|later)\ )?(?<![Tt]he\ )(?i:last|next|this)\ {period}(?![-\w])
    | (?:(?i:about|around|some|nearly|almost)\ )?(?i:{count})\ (?:{unit})s?
        (?:\ and\ {count}\ (?:{unit})s?)?\ ago(?:\ (?:today|(?:last|this)\ (?:{weekday}|week|month)|on\ {weekday}))? )
| (?P<holiday> {holidays}(?!\ [A-Z][a-z]) | (?<!\d)9/11(?!\d) )
| (?P<years> {fiscal_year}\ ?[-–/]\ ?(?:{fiscal_year}|\d\d?)(?![\d-]|,\d) )
| (?P<year> {edge}?{year} | AD\ \d{{1,4}} | \d{{1,2}},\d{{3}}\ BCE? | \d{{1,4}}\ (?:BCE?|CE|AD)
    | FY\ ?(?:{fiscal_year}|\d\d)(?:[-–/]\d\d)?(?!\d)
    | (?<=\bin\ )[’']\d\d(?![\w%]) | (?<=\bof\ )[’']\d\d(?![\w%]) )
)(?![\w%]|\.\d)"""
"""The patterns of times, by kind: a format of the fields."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_TIMES.format(**_fields()), re.VERBOSE)


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    """Return what stands before a month that is a common word too, a year, an old year, and a day in a name."""
    words = calendar_words()
    month = rf"(?:\b(?:{alternation(words.before_month)})[ -]|[(–-])$"
    led = (
        rf"\b(?:{alternation(led)})[ -]$" for led in (words.before_year, words.before_old_year, words.before_named_day)
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (month, *led))


def find_pieces(view: str) -> Iterator[Piece]:
    """Yield dates, times of day, years, ... in text order; a date and its hour are two."""
    for match in _pattern().finditer(view):
        piece = Piece(Kind(match.lastgroup or ""), *match.span())
        if not _means_else(view, piece):
            yield piece


def _means_else(view: str, piece: Piece) -> bool:
    """Whether words that can be a time are none here: a count, a price, a verb, a name."""
    kind, start, end = piece
    match kind:
        case Kind.MONTH:
            return _is_other_word(view, start, end)
        case Kind.WEEKDAY:
            titled = _NAME_BEHIND.match(view, end) and search_before(_ARTICLE, view, start)  # "the <Sunday> Courier"
            return bool(titled or search_before(_before()[3], view, start))
        case Kind.YEAR:
            return not _is_year_at(view, start, end)
        case Kind.CLOCK:
            return _is_price(view, start, end)
        case Kind.QUARTER:
            return not view[start:end][-1].isdigit() and _in_game(view, start, end)
        case Kind.RELATIVE:
            return view[start].isupper() and search_before(_NAMED, view, start) is not None
    return False


def _is_other_word(view: str, start: int, end: int) -> bool:
    """Whether a month is a name or another word: "<June> Harlow", "they <May> leave"."""
    month = view[start:end]
    if _NAME_BEHIND.match(view, end):
        return not (search_before(_IN, view, start) or _MOVED.match(month))
    if month not in calendar_words().common_words or search_before(_before()[0], view, start):
        return False
    return not (_NOUN_BEHIND.match(view, end) and search_before(_ARTICLE, view, start))


@cache
def _played() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(calendar_words().played)})\b|\b\d{{1,3}}-\d{{1,3}}\b", re.IGNORECASE)


def _in_game(view: str, start: int, end: int) -> bool:
    """Whether a quarter is one of a game, and none of a year: "scored 24 points in the third quarter"."""
    return _played().search(view, max(0, start - _CLAUSE), end + _CLAUSE) is not None


@cache
def _priced() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(calendar_words().priced)})\b[^.;]*$", re.IGNORECASE)


def _is_price(view: str, start: int, end: int) -> bool:
    """Whether a number with a point behind "at" is one: "shares closed at 14.30"; with a nought before, it is none."""
    digits = view[start:end]
    if not _POINTED.fullmatch(digits) or digits.startswith("0"):
        return False
    return bool(_priced().search(view, max(0, start - _CLAUSE), start) or unit_behind(view, end, digits=True))


_counts = followed_by(
    lambda: (
        rf" (?!(?:was|is|has)\b)(?:[a-z]+s|people|men|women|children|percent|per cent|more|of)\b"
        rf"(?! (?:{alternation(calendar_words().of_a_year)})\b)"
    )
)
"""Whether what stands behind a number can be counted, and is of no year: "2030 ships", not "2030 emissions target"."""


def _is_year_at(view: str, start: int, end: int) -> bool:
    """Whether a number is a year and counts nothing."""
    _, year, old, _ = _before()
    digits = view[end - 4 : end]
    if not digits.isdigit() or not view[start:end].strip()[-4:].isdigit():  # "AD 79", "'98"
        return True
    counted = _counts(view, end)
    led = search_before(year, view, start) is not None
    if (other := _OTHER_END.match(view, end)) and not _is_year_at(view, *other.span(1)):  # "from 1500 to 1800 members"
        return False
    if _NEXT_YEAR.match(view, end):
        return True
    if digits < "1900":
        led = bool(search_before(old, view, start) or _IN_NAME.match(view, max(0, start - 4)))
        return not counted and (led or search_before(_LAST_YEAR, view, start) is not None)
    if digits.endswith("00"):
        return led and not counted
    return led or not ((counted and digits.endswith("0")) or unit_behind(view, end, digits=True))


glues = matching(r",? (?:on |at |of |in )?(?:about |around )?")
"""Whether what stands between two pieces makes one time of them: "Tuesday<, >May 3<, at >10:30"."""


# Within a time -------------------------------------------------------------------------------------------------------

_NOON = 12  # hours of half a day
_CLOCK = re.compile(
    r"\b(?P<hour>0?[1-9]|1[0-2])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b"
    r"|\b(?P<plain>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)\b"
    r"|\b(?P<timed>[01]\d|2[0-3])\.?(?P<past>[0-5]\d) ?(?=h|[A-Z]{2,4}\b|local)",
    re.IGNORECASE,
)


def clock_of(words: str) -> str | None:
    """Read the time of day in the words of a time: "6 p.m. on Thursday" as "18:00"; None: they tell none."""
    match = _CLOCK.search(words)
    if match is None:
        return None
    hour, half = int(match["hour"] or match["plain"] or match["timed"]), fold_case(match["half"] or "")
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02d}:{match['minute'] or match['minutes'] or match['past'] or '00'}"


names_days = holding(lambda: r"\b\w+days$|^every ")
"""Whether the words mean a day of every week: "Mondays"."""
names_end = holding(lambda: rf"^(?:{alternation(calendar_words().ends)}) of ")
"""Whether the words mean the last day of what they name: "end of May"."""
_ORDERED = re.compile(r"(?<![\d/])([0-3]?\d)/([0-3]?\d)/(?:\d\d){1,2}(?![\d/])")


def day_leads(view: str) -> bool:
    """Whether the dates of a text that can be read one way only have the day first: "25/12/2015"."""
    votes = [int(first) > 12 for first, second in _ORDERED.findall(view) if max(int(first), int(second)) > 12]
    return sum(votes) * 2 > len(votes)


def as_years(words: str) -> str | None:
    """Read years joined by a mark: "2015-16", as "2015/2016"."""
    match = _YEARS.fullmatch(words.removeprefix("FY").strip())
    return f"{match[1]}/{match[1][: -len(match[2])]}{match[2]}" if match else None


_YEARS = re.compile(r"(\d{4})\s?[-–/]\s?(\d{1,4})")
