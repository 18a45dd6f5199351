"""Dates and times of an article with their EDTF values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from quotex.contract.edtf import is_edtf
from quotex.contract.rules import Rule
from quotex.english.calendar_words import calendar_words
from quotex.english.closed import FUTURE, NOT
from quotex.english.dates import as_years, clock_of, day_leads, names_days, names_end
from quotex.english.time_links import (
    Bound,
    bound_before,
    is_from_told,
    is_near,
    is_the_next,
    joins_dates,
    joins_deeds,
    lies_ahead,
    ranks,
    recurs,
    run_before,
)
from quotex.parse import relations as rel
from quotex.parse.clauses import is_perfect, top, verb_above
from quotex.parse.grammar import is_past_tense, lemma
from quotex.parse.phrases import first_of_row
from quotex.parse.relations import dependent, dependents, governor
from quotex.parse.tokens import TokenIndex
from quotex.text import Range
from quotex.times.calendar import Stretch, find_stretches
from quotex.times.direction import FORETOLD, direction_of
from quotex.times.drafts import TimeDraft
from quotex.times.edtf import Direction, last_days, time_value, told_from
from quotex.times.story import Story

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotex.text import Layout

ONE_YEAR = Rule("times.one-year", "the first end of a period is in the year or month that the second names")
RUN = Rule("times.run", "so many months, weeks or years that end then")
YEAR_TOLD = Rule("times.year-told", "a month or day is of the year that the story told")
NEXT_AFTER = Rule("times.next-after", "it is the first such day or month after the time told before it")
OPEN_END = Rule("times.open-end", "from then on, or up to then")
_NO_YEAR = "XXXX"
FEAST = Rule("times.feast", "a feast before a noun says of what kind it is")
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
    reader = _Reader(layout.view, tokens, published)
    stretches = [s for s in find_stretches(layout.view) if not layout.in_boilerplate(s.span.start)]
    return tuple(chain.from_iterable(map(reader.read, stretches, reader.shared_years(stretches))))


class _Reader:
    """Gives the times of one article their values."""

    def __init__(self, view: str, tokens: TokenIndex | None, published: dt.date | None) -> None:
        self._view = view
        self._tokens = tokens
        self._published = published
        self._day_first = day_leads(view)
        self._story = Story(published)

    def shared_years(self, stretches: Sequence[Stretch]) -> list[str | None]:
        """Return the year of the time that each is joined to, where it has none itself: "May and June <2009>"."""
        shared: list[str | None] = []
        year, in_month, behind = None, False, len(self._view)
        for stretch in reversed(stretches):
            own = self._undated(stretch.first.of(self._view)) or ""
            joined = year is not None and own.startswith(_NO_YEAR)
            gap = self._view[stretch.span.end : behind]
            joined = joined and (joins_dates(gap) or (in_month and joins_deeds(gap))) and ONE_YEAR.decides(stretch.span)
            shared.append(year if joined else None)
            in_month = len(own) >= len("0000-00")
            year = year if joined else own[:4] if own[:4].isdigit() else None
            behind = stretch.span.start
        return shared[::-1]

    def read(self, stretch: Stretch, year: str | None) -> Iterator[TimeDraft]:
        """Yield a time with its value; of "postponed from Tuesday to May 3" there are two.

        "In two weeks" is none where nothing lies ahead: it tells how long something took.

        Args:
            stretch: its words.
            year: that it shares with the time behind it.
        """
        first, last = stretch.first, stretch.last
        if last is not None and self._is_put_off(stretch) and FORETOLD.decides(stretch.span):
            ends = [(Stretch(first, first), Direction.PAST), (Stretch(last, last), Direction.FUTURE)]
        else:
            direction = direction_of(self._view, stretch.span, self._inside(stretch.span))
            ends = [(stretch, self._nearer(last or first) if direction is Direction.EITHER else direction)]
        for end, direction in ends:
            if lies_ahead(end.span.of(self._view)) and (direction is Direction.PAST or self._is_duration(end.span)):
                continue
            if self._is_of_kind(end.span) and FEAST.decides(end.span):
                continue
            value = self._period(end, direction) if end.last else self._single(end.span, direction, year)
            value = value if value and is_edtf(value) else None
            undated = self._undated((end.last or end.span).of(self._view)) or _NO_YEAR
            self._story.tell(end.span, value, dated=not undated.startswith(_NO_YEAR), row=self._row(end.span))
            yield TimeDraft(end.span, value)

    def _nearer(self, span: Range) -> Direction:
        """Tell where the nearer of the days lies that a date without its year can be; a weekday's is the last."""
        words, whole = span.of(self._view), len("0000-00-00")
        undated = self._undated(words) or ""
        if self._published is None or not undated.startswith(_NO_YEAR) or len(undated) != whole:
            return Direction.PAST
        days = [self._value(words, direction) for direction in (Direction.PAST, Direction.FUTURE)]
        back, ahead = (abs(dt.date.fromisoformat(day) - self._published) if day else dt.timedelta.max for day in days)
        return Direction.FUTURE if ahead < back else Direction.PAST

    def _inside(self, span: Range) -> list[Token]:
        return self._tokens.inside(*span) if self._tokens is not None else []

    def _verb(self, span: Range) -> Token | None:
        tokens = self._inside(span)
        return verb_above(tokens[0]) if tokens else None

    def _row(self, span: Range) -> int | None:
        """Return which row of joined verbs a time hangs on: "was jailed in May 2019 and freed in June"."""
        verb = self._verb(span)
        return first_of_row(verb).i if verb is not None else None

    def _is_put_off(self, stretch: Stretch) -> bool:
        verb = self._verb(stretch.span)
        return (
            verb is not None
            and lemma(verb) in calendar_words().putting_off
            and stretch.span.start < stretch.first.start
        )

    def _is_duration(self, span: Range) -> bool:
        """Whether so much time is how long something takes, or took to happen again: "the worst <in 40 years>"."""
        verb = self._verb(span)
        if verb is None or dependent(verb, rel.AUXILIARY) is not None:
            return ranks(self._view, span.start)
        adjoins = verb.i + 1 == self._inside(span)[0].i  # "the vote is in two weeks"
        return not adjoins and lemma(verb) not in calendar_words().timetabling

    def _is_of_kind(self, span: Range) -> bool:
        """Whether a feast says of what kind a thing is, and not when: "Christmas trees"."""
        tokens = self._inside(span) if span.of(self._view) in calendar_words().feasts else []
        return bool(tokens) and governor(tokens[0], rel.PREMODIFIER) is not None

    def _single(self, span: Range, direction: Direction, year: str | None) -> str | None:
        words = span.of(self._view)
        if names_days(words):
            return None
        if recurs(self._view, span.start):
            return self._undated(words)
        value = as_years(words) or (self._in_story(span, direction) if year is None else self._undated(words))
        value = value.replace(_NO_YEAR, year) if value and year else value
        if value is None or "/" in value:
            return value
        clock = clock_of(words) if len(value) == len("0000-00-00") and value[:4].isdigit() else None
        if clock and bound_before(self._view, span.start) not in (Bound.SINCE, Bound.UP_TO_THEN):
            return f"{value}T{clock}"
        run = run_before(self._view, span.start)
        if run is not None and RUN.decides(span):
            return last_days(value[: len("0000-00")] if names_end(words) else value, run.unit, run.number) or value
        return self._bounded(span, value, direction)

    def _bounded(self, span: Range, value: str, direction: Direction) -> str:
        """Give a time the open end, or the doubt, that the words before it tell of."""
        if len(value.lstrip("-")) == len("0000") and is_near(self._view, span.start) and NEAR.decides(span):
            value = f"{value.removesuffix('~')}~"
        bound, tokens = bound_before(self._view, span.start), self._inside(span)
        if (
            bound in (Bound.AFTER, Bound.BEFORE, Bound.UP_TO_THEN)
            and tokens
            and governor(top(tokens), rel.ATTRIBUTE) is not None
        ):
            return value  # "after Saturday's vote", "saddened by Monday's news"
        if bound is Bound.THROUGH:
            bound = Bound.UP_TO_THEN if len(value) >= len("0000-00") else None
        if bound is Bound.FROM:
            ahead = direction is Direction.FUTURE and value >= str(self._published)[: len(value)]
            bound = Bound.FROM_THEN if ahead else None  # "dates from 1870"
        verb = self._verb(span)
        if bound is Bound.TO:
            lasts = verb is not None and lemma(verb) in calendar_words().lasting and not is_past_tense(verb)
            bound = Bound.UP_TO_THEN if lasts else None
        if bound is Bound.BEFORE:
            excluded = verb is not None and not NOT.isdisjoint(word.lower_ for word in dependents(verb, rel.ADVERB))
            bound = Bound.FROM_THEN if excluded else Bound.UP_TO_THEN
        if bound in (Bound.SINCE, Bound.FROM_THEN, Bound.AFTER) and OPEN_END.decides(span):
            return f"{value}/.."
        if bound is Bound.UP_TO_THEN and OPEN_END.decides(span):
            return f"../{value}"
        return value

    def _in_story(self, span: Range, direction: Direction) -> str | None:
        """Read one time's words, and what they leave out, from the day of publication or from the times before it."""
        words = span.of(self._view)
        value = self._value(words, direction)
        if self._published is None:
            return value
        if (is_from_told(words) or is_the_next(self._view, span.start)) and NEXT_AFTER.decides(span):
            day = self._story.day_before(span, told_from(words))
            return time_value(words, day, Direction.FUTURE, day_first=self._day_first) if day else None
        undated = self._undated(words) or ""
        if value is None or not undated.startswith(_NO_YEAR) or "/" in value:
            return value
        if self._value(words, Direction.PAST) == self._value(words, Direction.FUTURE):  # "7 May last year"
            return value
        verb = self._verb(span)
        helpers = list(dependents(verb, rel.AUXILIARY)) if verb is not None else []
        if direction is Direction.FUTURE:
            again = self._story.same_day(value) if FUTURE.isdisjoint(word.lower_ for word in helpers) else None
            return again if again and YEAR_TOLD.decides(span) else value
        earlier = verb is not None and is_perfect(verb) and any(map(is_past_tense, helpers))
        told = self._story.year_of(value, span, row=self._row(span), earlier=earlier)
        return f"{told}{value[4:]}" if told and YEAR_TOLD.decides(span) else value

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
