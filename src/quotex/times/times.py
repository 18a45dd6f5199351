"""Dates and times of an article with their EDTF values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.edtf import is_edtf
from quotex.contract.rules import Rule
from quotex.english.calendar_words import calendar_words
from quotex.english.closed import AHEAD
from quotex.english.dates import (
    Bound,
    as_years,
    bound_before,
    clock_of,
    day_leads,
    joins_dates,
    lies_ahead,
    names_days,
    run_before,
)
from quotex.parse import relations as rel
from quotex.parse.clauses import is_infinitive, is_perfect, verb_above
from quotex.parse.grammar import has_tense, is_past_tense, lemma
from quotex.parse.relations import dependents, governor
from quotex.parse.tokens import TokenIndex
from quotex.text import Range
from quotex.times.calendar import Stretch, find_stretches
from quotex.times.drafts import TimeDraft
from quotex.times.edtf import Direction, last_days, time_value

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotex.text import Layout

AHEAD_BY_VERB = Rule("times.ahead", "the verb that governs it tells of what is to come")
FORETOLD = Rule("times.foretold", "what is expected, or put off until then, is yet to come")
ONE_YEAR = Rule("times.one-year", "the first end of a period is in the year or month that the second names")
RUN = Rule("times.run", "so many months, weeks or years that end then")
OPEN_END = Rule("times.open-end", "from then on, or up to then")
_NO_YEAR = "XXXX"
NEAR = Rule("times.near", "the word before it says that it is only near")


def find_times(layout: Layout, tokens: TokenIndex, published: dt.date | None = None) -> tuple[TimeDraft, ...]:
    """Find the dates and times of an article in text order, none in boilerplate.

    A value is what the words themselves tell: "May" is "XXXX-05", "Tuesday" has none, unless the publication
    date is given. Durations and ages are no times.

    Args:
        layout: of the article.
        tokens: of a parse of ``layout.view``.
        published: the day the article came out.
    """
    reader = _Reader(layout.view, tokens if published else None, published)
    stretches = [s for s in find_stretches(layout.view) if not layout.in_boilerplate(s.span.start)]
    found = map(reader.read, stretches, reader.shared_years(stretches))
    return tuple(draft for draft in found if draft is not None)


class _Reader:
    """Gives the times of one article their values."""

    def __init__(self, view: str, tokens: TokenIndex | None, published: dt.date | None) -> None:
        self._view = view
        self._tokens = tokens
        self._published = published
        self._day_first = day_leads(view)

    def shared_years(self, stretches: Sequence[Stretch]) -> list[str | None]:
        """Return the year of the time that each is joined to, where it has none itself: "May and June <2009>"."""
        shared: list[str | None] = []
        year, behind = None, len(self._view)
        for stretch in reversed(stretches):
            own = self._undated(stretch.first.of(self._view)) or ""
            joined = year is not None and own.startswith(_NO_YEAR)
            joined = joined and joins_dates(self._view[stretch.span.end : behind]) and ONE_YEAR.decides(stretch.span)
            shared.append(year if joined else None)
            year = year if joined else own[:4] if own[:4].isdigit() else None
            behind = stretch.span.start
        return shared[::-1]

    def read(self, stretch: Stretch, year: str | None) -> TimeDraft | None:
        """Return a time with its value; None: "in two weeks" where nothing lies ahead tells how long it took.

        Args:
            stretch: its words.
            year: that it shares with the time behind it.
        """
        span, words = stretch.span, stretch.span.of(self._view)
        direction = self._direction(span)
        if lies_ahead(words) and direction is Direction.PAST:
            return None
        value = self._period(stretch, direction) if stretch.last else self._single(span, words, direction, year)
        return TimeDraft(span, value if value and is_edtf(value) else None)

    def _single(self, span: Range, words: str, direction: Direction, year: str | None) -> str | None:
        if names_days(words):
            return None
        value = as_years(words) or (self._value(words, direction) if year is None else self._undated(words))
        value = value.replace(_NO_YEAR, year) if value and year else value
        if value and len(value) == len("0000-00-00") and value[:4].isdigit() and (clock := clock_of(words)):
            return f"{value}T{clock}"
        if value is None or "/" in value:
            return value
        run = run_before(self._view, span.start)
        if run is not None and RUN.decides(span):
            return last_days(value, run.unit, run.number) or value
        match bound_before(self._view, span.start):
            case Bound.FROM_THEN if OPEN_END.decides(span):
                return f"{value}/.."
            case Bound.UP_TO_THEN if OPEN_END.decides(span):
                return f"../{value}"
            case Bound.NEAR if len(value) == len("0000") and NEAR.decides(span):
                return f"{value.removesuffix('~')}~"
        return value

    def _value(self, words: str, direction: Direction) -> str | None:
        return time_value(words, self._published, direction, day_first=self._day_first)

    def _undated(self, words: str) -> str | None:
        """Return what words tell by themselves: of "3 May" no year."""
        return time_value(words, None, day_first=self._day_first)

    def _period(self, stretch: Stretch, direction: Direction) -> str | None:
        """Give the value of a period: what its first end leaves out, the second tells."""
        assert stretch.last is not None
        first, last = (r.of(self._view) for r in (stretch.first, stretch.last))
        end = self._value(last, direction)
        if end is None or "/" in end:
            return None
        begin = time_value(first, None, direction, day_first=self._day_first)
        if begin is None:
            begin = self._before(first, end, direction)
        elif begin.startswith(_NO_YEAR) and ONE_YEAR.decides(stretch.span):
            year = end[:4]
            begin = year + begin[4:]
            if year.isdigit() and begin > end:
                begin = f"{int(year) - 1:04d}{begin[4:]}"
        return f"{begin}/{end}" if begin and "/" not in begin else None

    def _before(self, words: str, end: str, direction: Direction) -> str | None:
        """Read the first end of a period as the last such day before the second: "from Thursday to Sunday"."""
        try:
            last = dt.date.fromisoformat(end)
        except ValueError:
            return self._value(words, direction)
        return time_value(words, last, Direction.PAST)

    def _direction(self, span: Range) -> Direction:
        """Tell past from future by the verb the time hangs on, and for an infinitive by the verb that governs it."""
        token = self._tokens.at(span.start) if self._tokens is not None else None
        verb = verb_above(token) if token is not None else None
        if verb is None or is_perfect(verb):
            return Direction.PAST
        if self._is_foretold(verb, span) and FORETOLD.decides(span):
            return Direction.FUTURE
        ahead = any(helper.lower_ in AHEAD for helper in dependents(verb, rel.AUXILIARY))
        if ahead and is_infinitive(verb):
            above = governor(verb)
            leading = verb_above(above) if above is not None else None
            ahead = leading is None or not is_past_tense(leading)
        if (ahead or (has_tense(verb) and not is_past_tense(verb))) and AHEAD_BY_VERB.decides(span):
            return Direction.FUTURE
        return Direction.PAST

    def _is_foretold(self, verb: Token, span: Range) -> bool:
        """Whether a verb lets a day lie ahead, whatever its tense: "is due on Friday", "was put off until May"."""
        words = calendar_words()
        if lemma(verb) in words.putting_off and bound_before(self._view, span.start) is Bound.UP_TO_THEN:
            return True
        helpers = list(dependents(verb, rel.AUXILIARY))
        return lemma(verb) in words.foretelling and helpers != [] and not any(map(is_past_tense, helpers))
