from __future__ import annotations

import pint
import pytest

from quotex.contract.units import base_value, known_units, measure_of
from quotex.english.units import unit_names

WITHOUT = {"degree", "point"}
"""Names of units that measure one thing here and another there."""
OURS = {"barrel", "fraction", "percentage point", "basis point", "part per million", "part per billion", "knot", "byte"}
"""Those whose conversion is told by our own vocabulary: of other names, or of other sizes than with pint."""


@pytest.mark.parametrize(
    ("unit", "value", "dimension", "currency", "base"),
    [
        ("mile", 45, "length", None, ("meter", 72420.48)),
        ("kilometer per hour", 120, "speed", None, ("meter per second", 33.3333333333)),
        ("fahrenheit", 212, "temperature", None, ("kelvin", 373.15)),
        ("celsius", -4, "temperature", None, ("kelvin", 269.15)),
        ("microgram per cubic meter", 45, "concentration", None, ("kilogram per cubic meter", 4.5e-08)),
        ("cubic kilometer", 4, "volume", None, ("cubic meter", 4_000_000_000)),
        ("gigawatt hour", 30, "energy", None, ("joule", 108_000_000_000_000)),
        ("percent", (3, 4), "share", None, ("fraction", (0.03, 0.04))),
        ("per day", 300, "count per time", None, ("per second", 0.00347222222222)),
        ("dollar", 5, "money", "USD", (None, None)),
        ("peso", 5, "money", None, (None, None)),
        ("pound sterling per head per week", 12, "money per head per time", "GBP", (None, None)),
    ],
)
def test_a_unit_tells_what_it_measures(
    unit: str, value: float, dimension: str, currency: str | None, base: tuple[str | None, object]
) -> None:
    measure = measure_of(unit)
    assert measure is not None
    assert (measure.dimension, measure.currency) == (dimension, currency)
    assert (measure.base, base_value(unit, value)) == base


@pytest.mark.parametrize("unit", [None, "degree", "point", "crate"])
def test_other_words_measure_nothing(unit: str | None) -> None:
    assert measure_of(unit) is None and base_value(unit, 4) is None


def test_every_unit_that_is_found_is_known() -> None:
    assert {name for name in unit_names() if measure_of(name) is None} == WITHOUT


def test_conversions_are_those_of_pint() -> None:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    for unit in set(known_units()) | unit_names():
        measure = measure_of(unit)
        if measure is None or measure.base in (None, "fraction", "year of age") or measure.offset or unit in OURS:
            continue
        try:
            ours, theirs = (registry.parse_expression(name) for name in (unit.replace(" ", "_"), measure.base))
        except pint.UndefinedUnitError:
            continue
        if ours.is_compatible_with(theirs):
            assert ours.to(theirs).magnitude == pytest.approx(measure.factor), unit
