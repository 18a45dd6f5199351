"""The English around a time: what the words before it make of it, and what joins two.

Questions on the raw characters before it and between them.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from quotex.english.calendar_words import ORDINAL, calendar_words
from quotex.english.figure_links import Opener, Opening, opener_before
from quotex.english.patterns import alternation, fold_case, followed_by, holding, led_by, matching, search_before
from quotex.english.timewords import Unit

# Two times -----------------------------------------------------------------------------------------------------------

_TO = re.compile(r" ?[-–—] ?| (?:to|until|till|through|and) (?:the early hours of )?")
_AND = " and "
_OPENS = re.compile(r"\b(from|between) (?:the )?$", re.IGNORECASE)


joins_dates = matching(", | or |,? and ")
"""Whether two times with this between them are told in one breath: "May< and >June 2009"."""
joins_deeds = matching(r" and (?:[a-z]+ ){1,3}(?:in|on) ")
"""Whether what stands between two times tells of one deed after the other: "March< and ended in >July 2023"."""


def opener_of_period(view: str, start: int) -> Opening | None:
    """Find "from" or "between" right before a time."""
    return opener_before(view, start, _OPENS)


def links_ends(gap: str, opening: Opening | None) -> bool:
    """Whether what stands between two times makes them the ends of a period; "and" does so behind "between" only."""
    if not _TO.fullmatch(gap):
        return False
    return not gap.startswith(_AND) or (opening is not None and opening.opener is Opener.BETWEEN)


# Before a time -------------------------------------------------------------------------------------------------------


class Bound(Enum):
    """What the word before a time makes of it."""

    SINCE = auto()
    FROM_THEN = auto()
    UP_TO_THEN = auto()
    AFTER = auto()
    BEFORE = auto()
    FROM = auto()
    THROUGH = auto()
    TO = auto()


class Run(NamedTuple):
    """So many units that end with a time, and where the words for them start: "the 12 months to <June>"."""

    start: int
    unit: Unit
    number: int


_LEADS_TO = re.compile(r"\b(to|until|till|for) (?:the |early |late |at least |after )*$", re.IGNORECASE)

is_near = led_by(lambda: rf"\b(?:{alternation(calendar_words().circa)}) (?:the )?$")
"""Whether the word before a time says that it is only near: "<circa> 1870"."""
is_the_next = led_by(lambda: r"\bfollowing $")
"""Whether a month or weekday is told from another time: "the <following> June"."""
recurs = led_by(lambda: r"\b(?:every|each) $")
"""Whether a time is told of each year: "every <October>"."""
in_aftermath = led_by(lambda: r"\b(?:after|following|since) (?:[\w'’-]+ ){1,5}(?:on |in |of )?$")
"""Whether a time is that of what came before: "missing <after a landslide on> Friday"."""
recalls = led_by(lambda: r"\b(?:as recently as |anniversary of (?:[\w'’-]+ ){0,6})(?:on |in |of )?$")
"""Whether a time is that of what is remembered: "the <anniversary of the> May 3 attack"."""
ranks = led_by(
    lambda: (
        rf"\b(?:{alternation(calendar_words().ordinals)}|\d+(?:{ORDINAL})|\w{{2,}}est|worst|most|least|only|last|record)"
        r"\b[^.,;]*$"
    )
)
"""Whether something is the most, or the first, of a stretch of time: "the <worst drought> in 40 years"."""
looks_ahead = led_by(
    lambda: (
        rf"\b(?:{alternation(calendar_words().looking_ahead)})(?: (?:an?|the|its|his|her|their))?(?: on| in)? "
        r"(?:[\w'’-]+ (?:on |in )?)?$"
    )
)
"""Whether the words before a time look forward to what is then: "<ahead of the> Oct. 27 election"."""

_is_distance = led_by(lambda: rf"\b(?:{alternation(calendar_words().units)})s? $")
"""Whether it is from a time that another is told: "three <weeks> before Christmas"."""


@cache
def _bounds() -> tuple[re.Pattern[str], dict[str, Bound]]:
    words = calendar_words()
    meanings = {
        **dict.fromkeys(words.since, Bound.SINCE),
        **dict.fromkeys(words.onward, Bound.FROM_THEN),
        **dict.fromkeys(words.until, Bound.UP_TO_THEN),
        "after": Bound.AFTER,
        "before": Bound.BEFORE,
        "from": Bound.FROM,
        "through": Bound.THROUGH,
        "to": Bound.TO,
    }
    pattern = rf"(?<![\w-])({alternation(meanings)}) (?:(?:{alternation([*words.loosely, *words.circa])}) )*(?:the )?"
    return re.compile(rf"{pattern}(?:(?:{alternation(words.parts)}) of )?(?:the )?$", re.IGNORECASE), meanings


def bound_before(view: str, start: int) -> Bound | None:
    """Read "since", "until", "by" before a time."""
    pattern, meanings = _bounds()
    match = search_before(pattern, view, start)
    if match is None:
        return None
    bound = meanings[fold_case(match[1])]
    told_from = bound in (Bound.AFTER, Bound.BEFORE, Bound.FROM, Bound.TO)
    return None if told_from and _is_distance(view, match.start()) else bound


@cache
def _run() -> re.Pattern[str]:
    words = calendar_words()
    return re.compile(
        rf"\b(?:(?P<count>\d+|{alternation(words.counts)})[ -])?(?P<unit>week|month|quarter|year|decade)s?"
        r" (?:to|through|ended|ending|up to)(?: the end of)?(?: on)? (?:the )?$",
        re.IGNORECASE,
    )


def run_before(view: str, start: int) -> Run | None:
    """Find the stretch of time that a date ends: "the 12 months to", "in the year ended"."""
    match = search_before(_run(), view, start)
    if match is None:
        return None
    count = fold_case(match["count"] or "1")
    number = int(count) if count.isdigit() else int(calendar_words().counts[count])
    unit, times = calendar_words().units[fold_case(match["unit"])]
    return Run(match.start(), Unit(unit), number * times) if 0 < number < 100 else None


is_reported = matching(r"\w+-quarter")
"""Whether a time is that of figures, which are told when it is over: "<fourth-quarter> results"."""
is_credited = followed_by(lambda: r"(?-i:\.\s{0,3}[A-Z][^\n./]{2,30}/[A-Z])")
"""Whether a time ends the words of a picture, and who took it follows: "on <Friday>. Ann Lee/Agency"."""
lies_ahead = holding(lambda: r"^(?:in|within|the next) ")
"""Whether a time is told as a distance into the future: "in two weeks"."""
is_from_told = holding(lambda: r"^(?:(?:following|same|previous|preceding) |next day$|\w+ (?:before|after)$)")
"""Whether the words of a time are told from another time: "the <following day>"."""


def leads_to(view: str, start: int) -> str | None:
    """Return the word by which something is put off or set: "adjourned <to> May 3", "set <for> May"."""
    match = search_before(_LEADS_TO, view, start)
    return fold_case(match[1]) if match else None
