"""Where a view speaks of dates and times of day. What they mean is read elsewhere (``edtf``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from quotex.english.dates import Kind, Piece, find_pieces, glues
from quotex.english.time_links import links_ends, opener_of_period
from quotex.text import Range


class Stretch(NamedTuple):
    """A stretch of the view that is a time or, with ``last``, a period from one time to another."""

    span: Range
    first: Range
    last: Range | None = None


@lru_cache(maxsize=2)
def find_stretches(view: str) -> tuple[Stretch, ...]:
    """Find the times of a view in text order, without leading prepositions.

    "Tuesday, May 3" is one stretch; "from 2014 to 2017" is one with two ends. A bare number from 1500 to 2099 is
    a year unless it counts something; a bare "May" or "March" is a month behind a preposition.
    """
    return tuple(_stretches(view))  # kept, for figures and times both ask


def _stretches(view: str) -> Iterator[Stretch]:
    found = list(_glued(view, find_pieces(view)))
    i = 0
    while i < len(found):
        here = found[i]
        if i + 1 < len(found) and (stretch := _period(view, here, found[i + 1])):
            yield stretch
            i += 2
        else:
            yield Stretch(here, here)
            i += 1


def _glued(view: str, pieces: Iterable[Piece]) -> Iterator[Range]:
    """Join neighbours of different kinds: a weekday with its date, a day with its hour."""
    kinds: set[Kind] = set()
    whole: Range | None = None
    for kind, start, end in pieces:
        other = kind is Kind.YEARS or (kind is Kind.DATE and Kind.RELATIVE in kinds)  # "last week, on 3 May"
        if whole and kind not in kinds and not other and glues(view[whole.end : start]):
            whole = Range(whole.start, end)
            kinds.add(kind)
            continue
        if whole:
            yield whole
        whole, kinds = Range(start, end), {kind}
    if whole:
        yield whole


def _period(view: str, first: Range, last: Range) -> Stretch | None:
    opener = opener_of_period(view, first.start)
    if not links_ends(view[first.end : last.start], opener):
        return None
    return Stretch(Range(opener.start if opener else first.start, last.end), first, last)
