"""What a figure leaves to those before it in its sentence: its noun, its unit, its hedge.

"6 million homes, including 1.5 million in the city", "84.75 cents, while the lowest is 74.07", "under 8 miles (13 km)".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.figure_links import gives_again, is_part_of, joins_changed, suspends, tells_source
from quotex.english.figures import figure_words, partitive_behind, shares_noun
from quotex.english.units import POINT, SHARED
from quotex.parse import relations as rel
from quotex.parse.clauses import top
from quotex.parse.grammar import is_common_noun
from quotex.parse.relations import dependent, governor, stands_as
from quotex.quantities.counted import is_counted_noun, noun_phrase, word_before
from quotex.quantities.drafts import Figure, QuantityDraft

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NOW = Rule("quantities.now", "up from so much, it is what there is now")
_NEAR = 4
"""Times as much as what it is set against ("1,400 pesos, against 900"): of eight such pairs seven are nearer."""
_LARGE = 1000  # from which on numbers are written with a comma


class _Shape(Enum):
    """What tells apart how numbers are written: with a fraction, in thousands, and else."""

    VAGUE = auto()
    SMALL = auto()
    LARGE = auto()
    SMALL_FRACTION = auto()
    LARGE_FRACTION = auto()


def restated(view: str, earlier: Sequence[QuantityDraft], figure: Figure) -> QuantityDraft | None:
    """Return the figure that this one gives in another unit: "1 to 2 miles (1.6 to 3.2 km)"."""
    if not earlier or figure.unit is None or earlier[-1].unit in (None, figure.name):
        return None
    if partitive_behind(view, figure.span.end):  # "$19 (25% of the pay)"
        return None
    return earlier[-1] if gives_again(view[earlier[-1].span.end : figure.span.start]) else None


def elided_unit(earlier: Sequence[QuantityDraft], figure: Figure, tokens: Sequence[Token]) -> QuantityDraft | None:
    """Return the figure whose unit a bare number shares: the last one written alike behind the same word.

    A bare number that does something is a count: "$3 million was spent and 12 were hired".
    """
    if stands_as(top(tokens), rel.SUBJECT):
        return None
    led = word_before(tokens[0])
    points = next((draft for draft in reversed(earlier) if draft.unit == POINT), None)
    if (
        points
        and led in figure_words().levels
        and (isinstance(figure.value, float) or _shape(figure.value) is _Shape.LARGE)
    ):  # "rose 64.06 points to 4,577.10"
        return points
    goal, source = figure_words().prepositions.goal, figure_words().prepositions.source
    for draft in reversed(earlier):
        from_there = draft.unit and draft.led in goal and led in source  # "dropped to 3 percent from 3.4"
        if from_there and _is_large(draft.value) == _is_large(figure.value):
            return draft
        if _shape(draft.value) != _shape(figure.value):
            continue
        if draft.led == led:
            return draft if draft.money or draft.unit in SHARED else None
    return None


def with_suspended(view: str, drafts: Sequence[QuantityDraft]) -> tuple[QuantityDraft, ...]:
    """Give numbers the unit and noun of the one behind that they leave them to: "two- and three-bedroom homes"."""
    given: list[QuantityDraft] = []
    for draft in reversed(drafts):
        model = given[-1] if given else None
        leaves = draft.unit is None and (draft.counted is None or view.startswith("-", draft.span.end))
        suspended = leaves and model and suspends(view[draft.span.end : model.span.start])
        given.append(_of_the_same(draft, model) if suspended and model else draft)
    return tuple(reversed(given))


def with_levels(view: str, drafts: Sequence[QuantityDraft]) -> tuple[QuantityDraft, ...]:
    """Tell of figures that those behind them are set against what they are now: "<30> calls, up from 12"."""
    given = list(drafts)
    for i, (here, behind) in enumerate(pairwise(drafts)):
        plain = isinstance(here.value, int | float) and here.change is None and here.old is None
        from_there = plain and tells_source(view[here.span.end : behind.span.start]) and behind.unit == here.unit
        whole = i > 0 and is_part_of(view[drafts[i - 1].span.end : here.span.start])
        part = drafts[i - 1] if whole else here
        if from_there and isinstance(part.value, int | float) and NOW.decides(part.span):
            given[i - whole] = replace(part, new=part.value)
    return tuple(given)


def _of_the_same(draft: QuantityDraft, model: QuantityDraft) -> QuantityDraft:
    return replace(
        draft,
        unit=model.unit,
        counted=model.counted,
        counted_at=model.counted_at,
        subject=model.subject,
        subject_at=model.subject_at,
    )


def gapped_noun(view: str, earlier: Sequence[QuantityDraft], figure: Figure, first: Token) -> Span | None:
    """Return the noun right before a figure, whose verb stands before another: "exports fell 4% and <imports> 3%"."""
    step = last_step(earlier)
    if step is None or step.unit != figure.name or figure.name is None or figure.is_range:
        return None  # a range may be one of levels
    if not joins_changed(view[earlier[-1].span.end : figure.span.start]) or partitive_behind(view, figure.span.end):
        return None
    before = first.nbor(-1) if first.i else first
    before = before.nbor(-1) if before.lower_ in figure_words().prepositions.by and before.i else before
    return noun_phrase(before) if is_common_noun(before) and is_counted_noun(before) else None


def last_step(earlier: Sequence[QuantityDraft]) -> QuantityDraft | None:
    """Return the last figure if it is how far something moved, or the one that led there: "rose <3 cents> to $2"."""
    led_there = len(earlier) > 1 and earlier[-1].new is not None and earlier[-1].change is None
    step = earlier[-1 - led_there] if earlier else None
    return step if step is not None and step.change is not None else None


def elided_noun(view: str, earlier: Sequence[QuantityDraft], figure: Figure) -> QuantityDraft | None:
    """Return the last count before a bare number, if the two share its noun: "the other 300"."""
    counts = (draft for draft in reversed(earlier) if draft.unit is None and draft.counted)
    count = next((draft for draft in counts if not view.startswith("-", draft.number.end if draft.number else 0)), None)
    if count is None or not isinstance(figure.value, int) or figure.value < 2:
        return None
    return count if shares_noun(view, *figure.span) else None


def shares_deed(earlier: Sequence[QuantityDraft], tokens: Sequence[Token]) -> QuantityDraft | None:
    """Return the count before a bare number of those to whom else was done: "4 men were shot and <9> hurt".

    So of those whom the same has hurt that has killed others: "killed 4 men and injured <9>".
    """
    number = top(tokens)
    harm, alike = governor(number, rel.OBJECT), earlier and earlier[-1].unit is None and earlier[-1].counted
    if harm is not None and harm.lower_ in figure_words().nominal and stands_as(harm, rel.CONJUNCT) and alike:
        return earlier[-1]
    verb = governor(number, rel.SUBJECT)
    above = governor(verb, rel.CONJUNCT) if verb is not None and verb.i == tokens[-1].i + 1 else None
    if verb is None or above is None or dependent(above, rel.PASSIVE_SUBJECT) is None or dependent(verb, rel.AUXILIARY):
        return None
    return earlier[-1] if earlier and earlier[-1].unit is None and earlier[-1].counted else None


def are_alike(one: object, other: object) -> bool:
    """Whether two values are written alike: both in thousands, or with a fraction, or neither."""
    return _shape(one) == _shape(other)


def are_near(one: object, other: object) -> bool:
    """Whether two values are of one size, so that both may be in one unit: "1,400 pesos, against 900"."""
    if not isinstance(one, int | float) or not isinstance(other, int | float):
        return False
    return abs(one) < _NEAR * abs(other) and abs(other) < _NEAR * abs(one)


def _is_large(value: object) -> bool:
    return _shape(value) in (_Shape.LARGE, _Shape.LARGE_FRACTION)


def _shape(value: object) -> _Shape:
    low = value[0] if isinstance(value, tuple) else value
    if not isinstance(low, int | float):
        return _Shape.VAGUE
    large = abs(low) >= _LARGE
    if isinstance(low, float):
        return _Shape.LARGE_FRACTION if large else _Shape.SMALL_FRACTION
    return _Shape.LARGE if large else _Shape.SMALL
