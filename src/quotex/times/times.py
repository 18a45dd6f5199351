"""Dates and times of an article with their EDTF values."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from quotex.contract.edtf import is_edtf
from quotex.english.closed import AHEAD
from quotex.parse.clauses import is_perfect, verb_above
from quotex.parse.grammar import auxiliaries
from quotex.parse.tokens import TokenIndex
from quotex.text import Range
from quotex.times.calendar import Stretch, find_stretches
from quotex.times.drafts import TimeDraft
from quotex.times.edtf import Direction, time_value

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotex.text import Layout

__all__ = ["find_times"]

_YEARS = re.compile(r"(\d{4})\s?[-–/]\s?(\d{1,4})")


def find_times(layout: Layout, doc: Doc, published: dt.date | None = None) -> tuple[TimeDraft, ...]:
    """Find the dates and times of an article in text order, none in boilerplate.

    A value is what the words themselves tell: "May" is "XXXX-05", "Tuesday" has none, unless the publication
    date is given. Durations and ages are no times.

    Args:
        layout: of the article.
        doc: parse of ``layout.view``.
        published: the day the article came out.
    """
    view, tokens = layout.view, TokenIndex(doc) if published else None
    return tuple(
        TimeDraft(s.span, _true(_value(view, s, published, _direction(tokens, s.span) if tokens else Direction.PAST)))
        for s in find_stretches(view)
        if not layout.in_boilerplate(s.span.start)
    )


def _value(view: str, stretch: Stretch, published: dt.date | None, direction: Direction) -> str | None:
    if stretch.last is None:
        text = stretch.first.of(view)
        if years := _YEARS.fullmatch(text):
            first, last = years[1], years[2]
            return f"{first}/{first[: -len(last)]}{last}"
        return time_value(text, published, direction)
    first, last = (time_value(r.of(view), published, direction) for r in (stretch.first, stretch.last))
    if first and last and "/" not in first + last:
        return f"{_with_year(first, last)}/{last}"
    return None


def _true(value: str | None) -> str | None:
    """Leave out a value that cannot be: of an interval that ends before it begins, the words have been misread."""
    return value if value and is_edtf(value) else None


def _with_year(first: str, last: str) -> str:
    """Give the first end the year of the second: "from May to June 2015"."""
    return last[:4] + first[4:] if first.startswith("XXXX") else first


def _direction(tokens: TokenIndex, span: Range) -> Direction:
    """Tell past from future by the verb the time hangs on."""
    token = tokens.at(span.start)
    verb = verb_above(token) if token is not None else None
    if verb is None or is_perfect(verb):
        return Direction.PAST
    ahead = any(helper.lower_ in AHEAD for helper in auxiliaries(verb))
    return Direction.FUTURE if ahead else Direction.PAST
