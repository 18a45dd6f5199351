"""What the units of the records measure: their dimension, the code of a currency, the value in a base unit."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

LENGTH, MONEY = "length", "money"

_PER = " per "
_POWERS = {"square ": ("area", 2), "cubic ": ("volume", 3)}
_DIGITS = 12  # significant ones: fewer than a double has, so that products show no error in the last


class _Dimension(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    base: str | None = None
    units: dict[str, float]


class _Vocabulary(BaseModel):
    """``contract/units.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prefixes: dict[str, float]
    dimensions: dict[str, _Dimension]
    offsets: dict[str, float]
    rates: dict[str, str]
    currencies: dict[str, str]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures.

    Attributes:
        dimension: "length", "money", "money per volume".
        currency: its code (ISO 4217); None: no money, or money of several nations.
        base: the unit that values are compared in; None: there is none.
        factor: how many of the base one of the unit is.
        offset: what is added to a value before that.
    """

    dimension: str
    currency: str | None = None
    base: str | None = None
    factor: float = 1
    offset: float = 0

    def in_base(self, value: float) -> float:
        """Convert a value of the unit to the base, to twelve digits."""
        exact = (_exact(value) + _exact(self.offset)) * _exact(self.factor)
        rounded = float(f"{float(exact):.{_DIGITS}g}")
        return int(rounded) if rounded.is_integer() else rounded


def _exact(value: float) -> Fraction:
    return Fraction(str(value))


@cache
def _vocabulary() -> _Vocabulary:
    raw = resources.files(__package__).joinpath("units.toml").read_text(encoding="utf-8")
    return _Vocabulary.model_validate(tomllib.loads(raw))


@cache
def known_units() -> dict[str, Measure]:
    """Return the units that have a measure of their own, prefixes and rates aside, with it."""
    words = _vocabulary()
    found = {
        unit: Measure(name, None, dimension.base, factor, words.offsets.get(unit, 0))
        for name, dimension in words.dimensions.items()
        for unit, factor in dimension.units.items()
    }
    return found | {name: Measure(MONEY, code or None) for name, code in words.currencies.items()}


@lru_cache(maxsize=1024)
def measure_of(unit: str | None) -> Measure | None:
    """Tell what a unit measures; None: a count, or a unit that is none of the vocabulary's.

    Args:
        unit: as records have it: "kilowatt hour", "dollar per barrel", "per day".
    """
    if unit is None:
        return None
    if (found := _one(unit)) is not None:
        return found
    over, *under = f" {unit}".split(_PER)
    over = over.strip()
    measure = _one(over) if over else Measure("count", None, "")
    for part in under:
        measure = _rate(measure, part) if measure is not None else None
    return measure


def base_value(unit: str | None, value: float | tuple[float, float] | None) -> float | tuple[float, float] | None:
    """Convert a value to the base unit of its unit; None: there is no such unit, or no value."""
    measure = measure_of(unit)
    if measure is None or measure.base is None or value is None:
        return None
    if isinstance(value, tuple):
        return measure.in_base(value[0]), measure.in_base(value[1])
    return measure.in_base(value)


def _one(unit: str) -> Measure | None:
    """Tell what a unit measures that is no rate: one of the vocabulary, a power, or one with a prefix."""
    plain, words = known_units(), _vocabulary()
    if unit in plain:
        return plain[unit]
    for power, (dimension, exponent) in _POWERS.items():
        if unit.startswith(power) and (length := _one(unit.removeprefix(power))) and length.dimension == LENGTH:
            return Measure(dimension, None, f"{power}{length.base}", length.factor**exponent)
    for prefix, times in words.prefixes.items():
        stem = plain.get(unit.removeprefix(prefix)) if unit.startswith(prefix) else None
        if stem is not None and not stem.offset and stem.dimension != MONEY:
            return Measure(stem.dimension, None, stem.base, float(_exact(times) * _exact(stem.factor)))
    return None


def _rate(over: Measure, unit: str) -> Measure:
    """Tell what so much per unit measures; the unit can be anything counted, too: "per head"."""
    under = _one(unit)
    dimension = f"{over.dimension}{_PER}{under.dimension if under is not None else unit}"
    dimension = _vocabulary().rates.get(dimension, dimension)
    if under is None or over.base is None or under.base is None or over.offset or under.offset:
        return Measure(dimension, over.currency)
    base = f"{over.base}{_PER}{under.base}".strip()
    return Measure(dimension, over.currency, base, float(_exact(over.factor) / _exact(under.factor)))
