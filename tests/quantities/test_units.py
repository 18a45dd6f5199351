from __future__ import annotations

import pytest

from quotex.english import lexicons
from quotex.english.units import UnitLexicon, rate_behind, subunit, unit_before, unit_behind, unit_names


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("worth $", "dollar"),
        ("A$", "Australian dollar"),
        ("HK $", "Hong Kong dollar"),
        ("€ ", "euro"),
        ("GBP ", "pound sterling"),
        ("CLP ", "Chilean peso"),
    ],
)
def test_money_before_a_number(before: str, name: str) -> None:
    unit = unit_before(before + "40", len(before))
    assert unit is not None and unit.money and unit.name == name


@pytest.mark.parametrize("before", ["", "BUS ", "RUSD", "about "])
def test_other_words_are_no_money(before: str) -> None:
    assert unit_before(before + "40", len(before)) is None


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("%", "percent"),
        (" per cent", "percent"),
        (" percentage points", "percentage point"),
        (" Australian dollars", "Australian dollar"),
        ("km", "kilometer"),
        (" km/h", "kilometer per hour"),
        ("-mile", "mile"),
        ("-km pipe", "kilometer"),
        (" kilometres", "kilometer"),
        ("-year-old", "year of age"),
        (" years of age", "year of age"),
        (" degrees Celsius", "celsius"),
        ("°C", "celsius"),
        ("p", "penny"),
        (" square feet", "square foot"),
        (" tonnes", "metric ton"),
        (" Jamaican dollars", "Jamaican dollar"),
        (" Turkish lira", "lira"),
        (" Egyptian pounds", "Egyptian pound"),
        (" deutsche marks", "mark"),
        (" usd", "dollar"),
        ("mxn$", "Mexican peso"),
        ("₭", "kip"),
        (" kW", "kilowatt"),
        (" microgrammes", "microgram"),
        ("hPa", "hectopascal"),
        (" [kg]", "kilogram"),
        ("yo", "year of age"),
        ("st", "stone"),
        ('" scar', "inch"),
    ],
)
def test_units_behind_a_number(behind: str, name: str) -> None:
    unit = unit_behind("40" + behind, 2, digits=True)
    assert unit is not None and unit.name == name


def test_money_before_belongs_to_one_number() -> None:
    assert unit_before("10 $ 30", 5, floor=4) is None


@pytest.mark.parametrize(("number", "name"), [("R2.5 million", "rand"), ("PS21,700", "pound sterling"), ("R2", None)])
def test_letters_are_money_before_large_numbers(number: str, name: str | None) -> None:
    start = next(i for i, c in enumerate(number) if c.isdigit())
    unit = unit_before(number, start)
    assert (unit.name if unit else None) == name


@pytest.mark.parametrize(("sure", "name"), [(True, "mark"), (False, None)])
def test_one_mark_is_money_where_the_number_is(sure: bool, name: str | None) -> None:
    unit = unit_behind("40 mark", 2, digits=True, sure=sure)
    assert (unit.name if unit else None) == name


@pytest.mark.parametrize(
    "behind",
    [" mice", " metered", "s", " pm", " in the sun", " a day", " minutely", " p on", " x on", " h on", "-m on"],
)
def test_other_words_are_no_units(behind: str) -> None:
    assert unit_behind("40" + behind, 2, digits=True) is None


@pytest.mark.parametrize(
    ("number", "is_weight"), [("14", True), ("11", True), ("1", False), ("21", False), ("101", False)]
)
def test_an_ordinal_is_no_weight(number: str, is_weight: bool) -> None:
    assert (unit_behind(f"{number}st", len(number), digits=True) is not None) is is_weight


def test_abbreviations_need_digits() -> None:
    assert unit_behind("forty m", 5, digits=False) is None


@pytest.mark.parametrize(
    ("behind", "name"),
    [(" an hour", "hour"), ("-an-hour", "hour"), (" per barrel", "barrel"), ("/kg", "kilogram"), (" a head", "head")],
)
def test_rates(behind: str, name: str) -> None:
    assert rate_behind("$4" + behind, 2) == (name, 2 + len(behind))


@pytest.mark.parametrize("behind", [" a year ago", " a clown", " an hour earlier", ""])
def test_no_rates(behind: str) -> None:
    assert rate_behind("$4" + behind, 2) is None


NOT_PHYSICAL = {
    "basis point",
    "brake horsepower",
    "percentage point",
    "cent",
    "penny",
    "times",
    "part per million",
    "part per billion",
}


def test_names_of_physical_units_are_those_of_pint() -> None:
    registry = pytest.importorskip("pint").UnitRegistry()
    for name in unit_names():
        if name not in NOT_PHYSICAL and not name.endswith(" of age"):
            joined = [(part, part.replace(" ", "_")) for part in name.split(" per ")]
            assert registry.parse_units(" per ".join(one if one in registry else part for part, one in joined))


def test_parts_of_units_are_those_of_pint() -> None:
    registry = pytest.importorskip("pint").UnitRegistry()
    for unit, parts in lexicons.load("units", UnitLexicon).subunits.items():
        for smaller, number in parts.items():
            assert subunit(unit, smaller) == number
            if smaller not in ("cent", "penny"):
                assert registry.Quantity(1, unit).m_as(smaller) == pytest.approx(number)
