"""Everything that makes the record of a figure false, a function a rule."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.contract.models import Check, Quantity
from quotex.contract.terms import Change, Modifier
from quotex.contract.units import base_value, measure_of
from quotex.contract.verbatim import text_is_the_words_of_its_spans, words_stand_at_their_places


def range_has_two_ends_in_order(figure: Quantity) -> Iterator[str]:
    """A value of two ends has the lower first, and such a value is what the modifier calls a range."""
    if isinstance(figure.value, tuple) != (figure.modifier is Modifier.RANGE):
        yield f"{figure.id}: value {figure.value}, but modifier {figure.modifier}"
    if isinstance(figure.value, tuple) and figure.value[0] > figure.value[1]:
        yield f"{figure.id}: a range from {figure.value[0]} down to {figure.value[1]}"


def number_and_unit_stand_in_it(figure: Quantity) -> Iterator[str]:
    """``number_span`` and ``unit_span`` lie in the figure."""
    for what, span in (("number", figure.number_span), ("unit", figure.unit_span)):
        if span is not None and not figure.span.holds(span):
            yield f"{figure.id}: its {what} {span.text!r} lies outside"
    if figure.unit is None and figure.unit_span is not None:
        yield f"{figure.id}: no unit, but one that stands at {figure.unit_span.text!r}"


def measure_is_the_units(figure: Quantity) -> Iterator[str]:
    """What is told of the unit (``dimension``, ``currency``, ``base_unit``, ``base_value``) is true of it."""
    measure = measure_of(figure.unit)
    base = measure.base if measure is not None else None
    meant = {
        "dimension": measure.dimension if measure is not None else None,
        "currency": measure.currency if measure is not None else None,
        "base_unit": base if figure.value is not None else None,
        "base_value": base_value(figure.unit, figure.value),
    }
    for field, right in meant.items():
        told = getattr(figure, field)
        if told is not None and told != right:
            yield f"{figure.id}: {field} is {told!r}, but {right!r} of {figure.unit!r}"


def change_is_of_its_ends(figure: Quantity) -> Iterator[str]:
    """``old`` and ``new`` are the value, or its ends, and lie as ``change`` says."""
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    strangers = (end for end in (figure.old, figure.new) if end not in (None, *ends))
    yield from (f"{figure.id}: {end} is no end of {figure.value}" for end in strangers)
    if figure.old is not None and figure.new is not None:
        way = Change.UP if figure.old < figure.new else Change.DOWN
        if figure.old == figure.new or figure.change is not way:
            yield f"{figure.id}: from {figure.old} to {figure.new}, but change {figure.change}"


OF_A_FIGURE: tuple[Check, ...] = (
    text_is_the_words_of_its_spans,
    range_has_two_ends_in_order,
    words_stand_at_their_places,
    number_and_unit_stand_in_it,
    measure_is_the_units,
    change_is_of_its_ends,
)
