"""The English around a figure: what joins two of them, what makes one an age, a rank, a label, a duration.

Questions on raw characters, at the offset where a figure starts or ends; the words stand in a lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quotex.contract.terms import Modifier
from quotex.english import lexicons
from quotex.english.calendar_words import calendar_words
from quotex.english.figure_links import opener_before
from quotex.english.patterns import (
    alternation,
    fold_case,
    followed_by,
    holding,
    led_by,
    length_behind,
    matching,
    search_before,
)

_TELEPHONE = re.compile(
    r"(?<![\w$€£])(?:\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}|\(\d{3,5}\) ?\d{3,4}[ .-]\d{3,4}"
    r"|1[38]\d{0,2}(?: \d{2,3}){2}|\d{3}[.-]\d{3}[.-]\d{4}|0\d{2,4} \d{3,4}(?: \d{3,4})?|0\d{3,4} \d{5,6})(?![\d%])"
)

_TRIES = re.compile(r"(?<![\w.,])\d{1,3}-(?:of|for)-\d{1,3}(?![\w%])")  # "20-of-24 passing"
_JETLINERS = re.compile(
    r"7[0-8]7(?<![\w.,]...)(?: M(?:AX|ax)(?: \d+)?|-\d+|(?= (?:aircraft|(?:air|jet)liners?|jets?|planes?)\b))"
)
_INNINGS = re.compile(  # of cricket: "on 92 not out", "bowled out for 142", "took 5 for 43"
    r"\d (?:not|all) out\b|(?:all|bowled) out for \d|\d{1,2}(?:(?<=took .)|(?<=took ..)) for \d{1,3}\b(?! [a-z]{2,}s\b)"
)
_WARS = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?[ -](?:Day|Week|Month|Year)s?[’']?s? Wars?\b")  # "the Six-Day War"
_SIDES = re.compile(r"\w-(?:on-\w+|a-side|in-(?:one|1))\b")  # "six-on-six", from the last letter of the first


class _Change(lexicons.Lexicon):
    up: frozenset[str]
    down: frozenset[str]
    still: frozenset[str]
    particles: frozenset[str]
    comparatives: frozenset[str]
    bounds: frozenset[str]
    shares: frozenset[str]
    closing: frozenset[str]
    filling: frozenset[str]
    earlier: list[str]
    fewer: frozenset[str]
    outright: frozenset[str]
    yielding: frozenset[str]
    scoring: frozenset[str]
    motions: frozenset[str]
    heights: frozenset[str]


class _Prepositions(lexicons.Lexicon):
    partitive: frozenset[str]
    off: frozenset[str]
    during: frozenset[str]
    by: frozenset[str]
    source: frozenset[str]
    goal: frozenset[str]
    cost: frozenset[str]
    moved: list[str]
    price: frozenset[str]
    measure: frozenset[str]
    circumstance: frozenset[str]
    participial: frozenset[str]


class FigureWords(lexicons.Lexicon):
    """``english/lexicons/quantities.toml``."""

    before: dict[Modifier, list[str]]
    behind: dict[Modifier, list[str]]
    change: _Change
    prepositions: _Prepositions
    measures: frozenset[str]
    valuing: frozenset[str]
    turning: frozenset[str]
    climbing: frozenset[str]
    summing: frozenset[str]
    able: frozenset[str]
    handing: frozenset[str]
    setting: frozenset[str]
    deducted: frozenset[str]
    deducting: frozenset[str]
    adding: list[str]
    idioms: list[str]
    labels: frozenset[str]
    bodies: list[str]
    calling: list[str]
    called: list[str]
    emergencies: list[str]
    results: frozenset[str]
    ratios: list[str]
    odds: list[str]
    behind_votes: frozenset[str]
    light: frozenset[str]
    sums: frozenset[str]
    left_out: frozenset[str]
    levels: frozenset[str]
    former: frozenset[str]
    extremes: frozenset[str]
    sharing: list[str]
    going_on: list[str]
    pointing: list[str]
    present: list[str]
    lasting: list[str]
    lasting_over: frozenset[str]
    ages: list[str]
    ageing: frozenset[str]
    aged: frozenset[str]
    at_that_age: frozenset[str]
    behind_results: frozenset[str]
    bounded: frozenset[str]
    bounding_age: list[str]
    people_of: frozenset[str]
    parents_of: frozenset[str]
    counts: frozenset[str]
    tolls: frozenset[str]
    how_often: frozenset[str]
    nominal: frozenset[str]
    on_a_scale: list[str]
    away: frozenset[str]
    beside: frozenset[str]
    ones: frozenset[str]


figure_words = lexicons.loader("quantities", FigureWords)
"""Loads the words around figures."""


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(figure_words().idioms)})(?!\w)", re.IGNORECASE)


@cache
def _called() -> re.Pattern[str]:
    """Make the pattern of a number that is called: "dialled 999", "a 911 dispatcher", "the helpline, 116 123"."""
    words = figure_words()
    calling, short = alternation(words.calling), alternation(words.emergencies)
    number = rf"(?:\d{{2,4}}(?: \d{{2,4}})+|(?:{short})(?: (?:and|or) (?:{short}))?)"
    return re.compile(
        rf"\b(?:{calling})(?:,| at| on| free on)? {number}(?!\w|[,.]\d)(?! [a-z]+s\b)"
        rf"|(?<!\d)(?:{short})[ -](?:{alternation(words.called)})\b",
        re.IGNORECASE,
    )


@cache
def _bodies() -> re.Pattern[str]:
    """Make the pattern of bodies named by how many they are: "Group of 20"; small letters make a count of it."""
    return re.compile(rf"\b(?:{alternation(figure_words().bodies)}) of (?:\d+|[A-Z][a-z]+)\b")


def find_idioms(view: str) -> Iterator[tuple[int, int]]:
    """Find where numbers count nothing: in phrases ("one another"), in telephone numbers, in calls for help."""
    return (
        match.span()
        for pattern in (_idioms(), _bodies(), _TELEPHONE, _called(), _WARS, _SIDES, _TRIES, _JETLINERS, _INNINGS)
        for match in pattern.finditer(view)
    )


# Before and behind a figure ------------------------------------------------------------------------------------------


@cache
def _bounded() -> re.Pattern[str]:
    return re.compile(rf"(\w+),? (?:{alternation(figure_words().bounding_age)}) $", re.IGNORECASE)


def bounded_before(view: str, start: int) -> str:
    """Return the word before what bounds an age, in small letters: "patients" of "patients under <five>"."""
    match = search_before(_bounded(), view, start)
    return fold_case(match[1]) if match else ""


below_zero_behind = length_behind(r"(?: degrees?)? below (?:zero|0)\b")
"""The length of the words behind a number that put it below nought: "4< degrees below zero>"."""
one_of_behind = length_behind(r"(?: of)? an?(?= )")
"""The length of what ties a part to the one unit it is part of: "half< a> mile", "3/4< of an> ounce"."""
more_behind = length_behind(r" (?:additional|extra|further|more|other)(?= )")
"""The length of the word between a number and its unit that tells it is not all: "20< more> years"."""
partitive_behind = length_behind(" of ")
"""The length of the "of" behind a number, with its blanks."""


_opens_share = led_by(lambda: rf"\b(?:{alternation(figure_words().sharing)}) $")
_goes_on = followed_by(lambda: rf"(?-i: (?:{alternation(figure_words().going_on)})\b)")


def shares_noun(view: str, start: int, end: int) -> bool:
    """Whether the words around a bare number tell that it counts what one before it counts: "while 40 were"."""
    return _opens_share(view, start) or _goes_on(view, end)


adds_more = led_by(lambda: rf"\b(?:{alternation(figure_words().adding)}) (?:\w+ly )?$")
"""Whether the words before a bare number tell of more of what the sentence before counts: "<a further> 40"."""
counts_of_these = matching(r"[ -]?|,? of (?:the |all |these |those |its |their |his |her |our )?")
"""Whether what stands between a figure and a noun leaves the noun part of it: "two< of the >men"."""

names_deed = matching(r"[a-z]+ing")
"""Whether a noun has the form of a deed that takes its time: "a year <teaching>"."""
compares_behind = followed_by(lambda: r" (?:more|fewer|less|higher|lower) than\b")
"""Whether the words behind a number set it against another: "44,000< fewer than> in April"."""
tells_distance = holding(lambda: r" ago$|^(?:in|within|last|past|previous|next|coming) (?:\d+|[a-z ]+?) [a-z]+s\b")
"""Whether the words of a time say how far off it is, so that they hold a figure: "two years ago"."""


def opens_with_particle(words: str) -> bool:
    """Whether a hedge has a word of change that tells none: "<up> to 30"."""
    return fold_case(words).split(" ", 1)[0] in figure_words().change.particles


@cache
def _differs() -> re.Pattern[str]:
    calendar = calendar_words()
    earlier = alternation([*figure_words().change.earlier, *calendar.months, *calendar.weekdays])
    than = rf"(?:in |at |on |it was |its |their |his |her )?(?:{earlier}|(?:[A-Z][a-z]+ )?(?:19|20)\d\d)\b"
    return re.compile(rf" (?:(more|higher|fewer|less|lower)(?: \w+){{0,2}} than|(above|below|under)) {than}")


def differs_behind(view: str, end: int) -> str | None:
    """Return the word by which a figure sets what there is against what there was: "3,000 <fewer> than last year"."""
    match = _differs().match(view, end)
    return match[1] or match[2] if match else None


tells_age = led_by(lambda: rf"\b(?:{alternation(figure_words().ages)}) (?:between |from |over |under |up to )?$")
"""Whether the words before a number make it an age: "<aged> 45", "<the age of> 21"."""


comes_at = led_by(lambda: r", at $")
"""Whether a number says at what age, or when: "she was, <at> 57, fit"."""
scale_behind = followed_by(lambda: rf"(?-i: (?:{alternation(figure_words().on_a_scale)}|[a-z]+s)\b)")
"""Whether the words behind a number make it a score or a count, and no age: "he was 3 over par"."""
_is_lasting = led_by(lambda: rf"\b(?:{alternation(figure_words().lasting)}) $")


def tells_duration(view: str, start: int, end: int) -> bool:
    """Whether a hedge of a duration is one: "over" is in "for over three years", not in "over three years"."""
    hedge = fold_case(view[start:end].strip())
    return hedge not in figure_words().lasting_over or _is_lasting(view, start)


# What is no quantity -------------------------------------------------------------------------------------------------


_NEXT_WORD = re.compile(r"[ -]([a-z]+)")
_VOTED_BEHIND = re.compile(r"(\d{1,3})(?P<votes> votes)? to (\d{1,3})(?![\d.,%]\d|\w|%)")
_VOTED_BEFORE = re.compile(r"(?<![\d.,$€£])(\d{1,3})(?P<votes> votes)? to (\d{1,3})$")
_CONTESTED = re.compile(r"\b(?:beat|beaten|defeated|drew|led|lost|trailed|won)\b[^.,;:\d]{0,40}$")
_SCORED = re.compile(r"\d[-–]\d\)?,? \(?$")

is_labelled = holding(lambda: rf"(?:^|[\s(])(?:{alternation(figure_words().labels)})[ -]?$")
"""Whether the words before a number make it part of a name: "Article 5", "No. 10"."""
is_pointed_at = holding(lambda: rf"\b(?:{alternation(figure_words().pointing)}) $")
"""Whether the words before a number point at those it stands for: "the two said"."""
are_present = followed_by(lambda: rf" (?:{alternation(figure_words().present)})\b")
"""Whether the words behind a number tell where those are that it counts: "all 31 aboard"."""
is_ranked = holding(lambda: r"top $")
"""Whether the words before a number make it a rank: "the top ten"."""


def is_voted(view: str, start: int, end: int) -> bool:
    """Whether a number is of those on either side of a vote: "passed it 61 to 38"; not in "cut it from 61 to 38"."""
    match = _VOTED_BEHIND.match(view, start) or search_before(_VOTED_BEFORE, view, end)
    if match is None or int(match[1]) <= int(match[3]):
        return False
    if match["votes"]:
        return True
    counted = _NEXT_WORD.match(view, match.end())
    return (counted is None or counted[1] in figure_words().behind_votes) and not opener_before(view, match.start())


def is_scored(view: str, start: int, end: int) -> bool:
    """Whether two numbers with a hyphen are a result: none is who counts something, like "10-15 people"."""
    match = _NEXT_WORD.match(view, end)
    if match is None or match[1] in figure_words().results:
        return True
    contested = match[1] in figure_words().behind_results and search_before(_CONTESTED, view, start)
    return bool(contested) or search_before(_SCORED, view, start) is not None
