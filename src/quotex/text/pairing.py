"""Pairing quotation marks: the cheapest reading of a whole article, by dynamic programming.

Each mark opens, closes, or is no quotation mark (an apostrophe, an inch, a stray). What it costs to read it so
depends on its place and its shape; what it costs to go from one reading to the next, on what is open. The state
holds what is open (at most two deep) and whether anything was said since; time is linear in the marks.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from quotex.english.writing import BARE_POSSESSIVE, DROPPED, ELIDED, FIRST_PERSON_WORD, SHORTENED_AND
from quotex.text.marks import Family, Mark, Place, Quoted, Side, find_marks
from quotex.text.ranges import Range
from quotex.text.stops import STOPS

# Costs in arbitrary units: 1 is "a little odd", 3 "a writer's mistake". Tuned by reading, on mangled and clean text.
_AGAINST_SHAPE = 0.7
_AGAINST_BOTH = 2.0  # against its shape and its place, in an article whose shapes and places all agree
_STRAY = 4.0  # a mark that belongs to no pair
_REOPENED = 3.5  # an opening mark while one of its family is open: the first was never closed
_REOPENED_AT_SENTENCE = 1.0  # ... where a sentence begins: its paragraph has lost its line end
_NESTED_IN_SAME = 2.5  # a pair within one of its own family
_SINGLE_QUOTE = 0.6  # apostrophes are more frequent
_EMPTY = 5.0  # a pair with nothing in it
_LEFT_OPEN = 3.0  # a mark that is not closed in its paragraph
_LEFT_OPEN_RESUMED = 0.3  # the next paragraph opens with a mark: how long quotations are set
_BLANKS_TURNED = 5.0  # all marks of an article have their blanks on the wrong side
_CARRIED = 2.0  # ... or goes on without one
_LOST = 0.9  # a mark that closed before a cue was lost: less than for one that opens anew
_LOST_OPENING = 1.5  # ... or one at the head of the paragraph: less than for a stray, or to be carried on
_WE_TELL = 1.0  # what stands between two seams and says "we" is no quotation

_PAUSES = ",;:" + STOPS
_OPENERS = "([{—–-/"

Open = tuple[Family, ...]
_OPEN: tuple[Open, ...] = (
    (),
    (Family.DOUBLE,),
    (Family.SINGLE,),
    (Family.DOUBLE, Family.SINGLE),
    (Family.SINGLE, Family.DOUBLE),
    (Family.DOUBLE, Family.DOUBLE),
)


class State(NamedTuple):
    """What is open, and whether the innermost pair is still empty."""

    open: Open
    empty: bool


_STATES = tuple(State(families, empty) for families in _OPEN for empty in (True, False) if families or not empty)
"""Of two ways that cost the same, the one by the earlier state is taken."""
_AT = {state: i for i, state in enumerate(_STATES)}


class Move(NamedTuple):
    """A way from one state to another, both as their places in ``_STATES``, and what it costs.

    Attributes:
        side: how a mark is read; None: no quotation mark, or no mark is read.
    """

    start: int
    to: int
    side: Side | None
    cost: float


Steps = list[Move | None]
"""The last move of the cheapest way into each state."""


class Reading(NamedTuple):
    """How one mark is read on the cheapest path.

    Attributes:
        side: opens, closes, or None: no quotation mark.
        paid: what reading it so costs.
        depth: how many pairs are open after it.
        carried: an open quotation came over the edge of its paragraph without a mark.
    """

    side: Side | None
    paid: float
    depth: int
    carried: bool


class Pairing(NamedTuple):
    """The pairs in the order of their openings, and what each mark was read as (None: no quotation mark)."""

    quoted: tuple[Quoted, ...]
    read: tuple[tuple[Mark, Side | None], ...]


def pair(text: str, paragraphs: Sequence[Range], *, seams: Container[int] = ()) -> Pairing:
    """Pair the marks of an article.

    Args:
        text: as read.
        paragraphs: ranges without the white space around them, in order.
        seams: offsets of marks that stand where two paragraphs touch: each ends the first or begins the second.
    """
    marks = find_marks(text, paragraphs, seams=seams)
    if not marks:
        return Pairing((), ())
    total, readings = _cheapest(text, paragraphs, marks)
    if total > _BLANKS_TURNED:
        turned, others = _cheapest(text, paragraphs, find_marks(text, paragraphs, blanks_turned=True, seams=seams))
        if turned + _BLANKS_TURNED < total:
            readings = others
    quoted = _Builder(text, paragraphs).build(marks, readings)
    return Pairing(quoted, tuple((m, r.side) for m, r in zip(marks, readings, strict=True) if not m.is_lost))


def _cheapest(text: str, paragraphs: Sequence[Range], marks: Sequence[Mark]) -> tuple[float, list[Reading]]:
    """Viterbi over the marks, with a transit (words, or the edge of a paragraph) before each.

    Returns:
        The total cost, and one reading a mark.
    """
    against_both = _AGAINST_SHAPE if any(map(_is_turned, marks)) else _AGAINST_BOTH
    front = [inf] * len(_STATES)
    front[_AT[State((), False)]] = 0.0
    trail: list[tuple[Steps, Steps]] = []
    for i, mark in enumerate(marks):
        before = marks[i - 1] if i else mark
        if before.paragraph != mark.paragraph:
            resumed = mark.span.start == paragraphs[mark.paragraph].start and not mark.is_lost
            transit = _cross(mark.family, mark.paragraph - before.paragraph, resumed=resumed)
        else:
            between = Range(before.span.end, mark.span.start)
            seams = before.place.at_seam and mark.place.at_seam
            outside = _WE_TELL if seams and FIRST_PERSON_WORD.search(text, *between) else 0.0
            transit = _stay(said=any(map(str.isalnum, between.of(text))), outside=outside)
        front, edges = _go(front, transit)
        front, steps = _go(front, _moves(_costs(text, mark, against_both)))
        trail.append((edges, steps))
    state = min(_AT.values(), key=lambda s: (front[s] + _LEFT_OPEN * len(_STATES[s].open), len(_STATES[s].open)))
    total = front[state] + _LEFT_OPEN * len(_STATES[state].open)
    readings: list[Reading] = []
    for i in range(len(marks) - 1, -1, -1):
        edges, steps = trail[i]
        step = steps[state]
        edge = edges[step.start] if step else None
        assert step and edge, "a way leads back to the first mark"
        first = i == 0 or marks[i - 1].paragraph != marks[i].paragraph
        carried = first and bool(_STATES[step.start].open)
        readings.append(Reading(step.side, step.cost, len(_STATES[state].open), carried))
        state = edge.start
    readings.reverse()
    return total, readings


def _go(front: Sequence[float], moves: Iterable[Move]) -> tuple[list[float], Steps]:
    """Take the cheapest move into each state."""
    totals, steps = [inf] * len(_STATES), Steps([None]) * len(_STATES)
    for move in moves:
        total = front[move.start] + move.cost
        if total < totals[move.to]:
            totals[move.to], steps[move.to] = total, move
    return totals, steps


@cache
def _stay(*, said: bool, outside: float) -> tuple[Move, ...]:
    """On to the next mark of the paragraph; after words, no pair is empty. Outside of all pairs, these can cost."""
    return tuple(
        Move(i, _AT[State(state.open, state.empty and not said)], None, 0.0 if state.open else outside)
        for state, i in _AT.items()
    )


@lru_cache(maxsize=256)
def _cross(family: Family, paragraphs: int, *, resumed: bool) -> tuple[Move, ...]:
    """On to a mark so many paragraphs on: what is open is left so, or carried on.

    Args:
        family: of the mark.
        paragraphs: from the mark before; the next one: 1.
        resumed: the mark begins its paragraph.
    """
    moves = []
    for state, i in _AT.items():
        again = family if resumed and paragraphs == 1 else None
        left = sum(_LEFT_OPEN_RESUMED if each is again else _LEFT_OPEN for each in state.open)
        moves.append(Move(i, _AT[State((), False)], None, left))
        if len(state.open) == 1:
            moves.append(Move(i, _AT[State(state.open, False)], None, _CARRIED * paragraphs))
    return tuple(moves)


class _Costs(NamedTuple):
    """What it costs to read one mark in each way."""

    family: Family
    opens: float
    closes: float
    none: float
    reopens: float


def _is_turned(mark: Mark) -> bool:
    """Whether the shape of a double mark says one thing and its place another: a translation has turned it."""
    if mark.is_lost or mark.lean is None or mark.family is Family.SINGLE:
        return False
    opens, closes = _by_place(mark.place)
    return closes < opens if mark.lean is Side.OPENS else opens < closes


def _costs(text: str, mark: Mark, against_both: float) -> _Costs:
    if mark.is_lost and mark.lean is Side.OPENS:
        return _Costs(mark.family, _LOST_OPENING, inf, 0.0, inf)
    if mark.is_lost:
        return _Costs(mark.family, inf, _LOST, 0.0, inf)
    opens, closes = _by_place(mark.place)
    if mark.lean is Side.OPENS:
        closes += against_both if opens < closes else _AGAINST_SHAPE
    elif mark.lean is Side.CLOSES:
        opens += against_both if closes < opens else _AGAINST_SHAPE
    if mark.family is Family.SINGLE:
        return _Costs(mark.family, opens + _SINGLE_QUOTE, closes, _apostrophe(text, mark), _REOPENED)
    reopened = _REOPENED_AT_SENTENCE if _at_sentence(mark.place) else _REOPENED
    if mark.place.at_seam:
        reopened = _LEFT_OPEN_RESUMED
    return _Costs(mark.family, opens, closes, _inch(mark), reopened)


def _at_sentence(place: Place) -> bool:
    """Whether a mark has the place of one that opens a sentence."""
    ended = place.before in tuple(STOPS) and place.blank_before and not place.blank_after
    return place.at_seam or (ended and place.after.isupper())


@lru_cache(maxsize=4096)
def _moves(costs: _Costs) -> tuple[Move, ...]:
    """All ways to read a mark that costs so much to read."""
    return tuple(
        Move(i, _AT[to], side, cost) for state, i in _AT.items() for to, side, cost in _readings_in(state, costs)
    )


def _readings_in(state: State, costs: _Costs) -> Iterator[tuple[State, Side | None, float]]:
    yield state, None, costs.none
    if state.open and state.open[-1] is costs.family:
        yield State(state.open[:-1], False), Side.CLOSES, costs.closes + (_EMPTY if state.empty else 0.0)
        yield State(state.open, True), Side.OPENS, costs.opens + costs.reopens
    elif len(state.open) == 2 and state.open[0] is costs.family:
        # the outer pair closes, the inner one never did
        yield State((), False), Side.CLOSES, costs.closes + _LEFT_OPEN
    deeper = (*state.open, costs.family)
    if deeper in _OPEN:
        nested = _NESTED_IN_SAME if deeper == (Family.DOUBLE, Family.DOUBLE) else 0.0
        yield State(deeper, True), Side.OPENS, costs.opens + nested


def _by_place(p: Place) -> tuple[float, float]:  # noqa: PLR0912 - one table, read from top to bottom
    """Cost of opening and of closing at a place."""
    if p.at_seam:
        return 0.0, 0.0
    if not p.before:
        return 0.0, 4.0
    if not p.after:
        return 5.0, 0.0
    stop_before, stop_after = p.before in _PAUSES, p.after in _PAUSES + ")]}"
    ellipsis_after = p.after == "…"
    if p.blank_before and not p.blank_after:
        if stop_after and not ellipsis_after:
            costs = (2.0, 0.6)
        elif p.before in "," + STOPS and p.after.islower():
            costs = (0.8, 1.0)
        else:
            costs = (0.0, 3.0)
    elif p.blank_after and not p.blank_before:
        if p.before in _OPENERS:
            costs = (0.6, 1.0)
        elif p.before == ":":
            costs = (0.8, 1.5)
        elif p.before == ",":
            costs = (1.2, 0.0)
        else:
            costs = (2.0, 0.0)
    elif p.blank_before and p.blank_after:
        if stop_after:
            costs = (2.0, 0.2)
        elif p.before == ":":
            costs = (0.2, 1.5)
        elif stop_before:
            costs = (1.3, 0.4) if p.after.islower() else (0.7, 0.7)
        else:
            costs = (0.8, 0.8)
    elif p.before in _OPENERS:
        costs = (0.0, 1.5)
    elif stop_after or p.after in _OPENERS:
        costs = (2.5, 0.0)
    elif p.before == ":":
        costs = (0.3, 2.0)
    elif stop_before:
        costs = (1.2, 0.5)
    else:
        costs = (1.5, 1.5)
    return costs


def _apostrophe(text: str, mark: Mark) -> float:
    """Cost of reading a single mark as an apostrophe."""
    place = mark.place
    if place.blank_before and not place.blank_after and text[mark.span.end : mark.span.end + 1].isalnum():
        end = mark.span.end
        while end < len(text) and text[end].isalnum() and end - mark.span.end < 8:
            end += 1
        word = text[mark.span.end : end].lower()
        return 0.2 if word[0].isdigit() or word in ELIDED else 1.8
    if text[max(0, mark.span.start - 2) : mark.span.start].lower() in SHORTENED_AND:
        return 0.2
    if place.blank_after and text[mark.span.start - 1 : mark.span.start].isalnum():
        letter = place.before.lower()
        return 0.3 if letter in BARE_POSSESSIVE else 0.9 if letter in DROPPED else 1.5
    return _STRAY


def _inch(mark: Mark) -> float:
    """Cost of reading a double mark as no quotation mark: an inch or seconds sign after a figure, or a stray."""
    after_figure = mark.place.before.isdigit() and not mark.place.blank_before
    return 1.0 if after_figure else _STRAY


class _Builder:
    """Turns the readings of the marks into pairs."""

    def __init__(self, text: str, paragraphs: Sequence[Range]) -> None:
        self.text, self.paragraphs = text, paragraphs
        self.quoted: list[Quoted] = []
        self.stack: list[Quoted] = []  # open pairs; their inner range and closing mark are not known yet
        self.left_open = -2  # the last paragraph that ended inside a quotation

    def build(self, marks: Sequence[Mark], readings: Sequence[Reading]) -> tuple[Quoted, ...]:
        paragraph = -1
        for mark, reading in zip(marks, readings, strict=True):
            if mark.paragraph != paragraph:
                self._turn_page(paragraph, mark.paragraph, carried=reading.carried)
                paragraph = mark.paragraph
            if reading.side is Side.OPENS:
                reopened = len(self.stack) >= reading.depth and _at_sentence(mark.place)
                self._close_down_to(reading.depth - 1, mark.span.start)
                first = mark.span.start == self.paragraphs[paragraph].start
                resumes = reopened or (first and self.left_open == paragraph - 1)
                self._open(mark.span, resumes=resumes and not self.stack, paid=reading.paid)
            elif reading.side is Side.CLOSES:
                self._close_down_to(reading.depth + 1, mark.span.start)
                self._close(mark.span.start, mark.span, reading.paid)
        self._turn_page(paragraph, paragraph + 1, carried=False)
        return tuple(sorted(self.quoted, key=lambda q: (q.opening.start, q.depth)))

    def _turn_page(self, last: int, paragraph: int, *, carried: bool) -> None:
        """End what is open with its paragraph, and carry it over where the reading says so."""
        if not self.stack:
            return
        self._close_down_to(0, self.paragraphs[last].end)
        self.left_open = last
        if not carried:
            return
        for between in range(last + 1, paragraph):
            start, end = self.paragraphs[between]
            self._open(Range(start, start), resumes=True, paid=_CARRIED)
            self._close(end, None, 0.0)
        start = self.paragraphs[paragraph].start
        self._open(Range(start, start), resumes=True, paid=_CARRIED)

    def _open(self, opening: Range, *, resumes: bool, paid: float) -> None:
        self.stack.append(Quoted(opening, opening, None, len(self.stack), resumes, paid))

    def _close_down_to(self, depth: int, end: int) -> None:
        while len(self.stack) > depth:
            self._close(end, None, 0.0)

    def _close(self, end: int, closing: Range | None, paid: float) -> None:
        pair = self.stack.pop()
        inner = Range(pair.opening.end, end).trimmed(self.text)
        if inner.start < inner.end:
            self.quoted.append(replace(pair, inner=inner, closing=closing, cost=pair.cost + paid))
