"""Names in two spellings, aliases and sites."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]

HARROW = "{Paul Harrowell} said <it was late>. "


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (HARROW + "Harrowell left. {Harowell} said <it was early>.", ["Paul Harrowell"] * 2),
        (HARROW + "Harrowell left. {Mr Harrewell} said <it was early>.", ["Paul Harrowell"] * 2),
        (HARROW + "Harrowell left. {Paul Harrewell} said <it was early>.", ["Paul Harrowell"] * 2),
        (HARROW + "{Jane Harrewell} said <it was early>.", ["Paul Harrowell", "Jane Harrewell"]),  # somebody else
        (HARROW + "{Barrowell} said <it was early>.", ["Paul Harrowell", "Barrowell"]),  # another first letter
        ("{Paul Reed} said <it was late>. Reed left. {Read} said <no>.", ["Paul Reed", "Read"]),  # too short to tell
        ("{Martin Osgood} said <yes>. {Martina Osgood} said <no>.", ["Martin Osgood", "Martina Osgood"]),
        (
            "Paul Harrowell left. {Harowell} said <yes>. {Harowell} said <no>. {Harowell} said <well>.",
            ["Harowell"] * 3,  # too often for a slip
        ),
    ],
)
def test_a_misspelled_name_is_the_persons(resolved: Resolve, marked: str, names: list[str]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Patrick Osgood left. {Pat Osgood} said <yes>. Osgood sat. {Osgood} said <no>.", ["Patrick Osgood"] * 2),
        ("{Mohamed Orr} said <yes>. {Mo Orr} said <no>.", ["Mohamed Orr"] * 2),
        ("{Erik Osgood} said <yes>. {Erika Osgood} said <no>.", ["Erik Osgood", "Erika Osgood"]),  # of another gender
        ("{Ann Osgood} said <yes>. {Anna Osgood} said <no>.", ["Ann Osgood", "Anna Osgood"]),  # hardly shorter
        ("{Pat Osgood} said <yes>. {Patrick Orr} said <no>.", ["Pat Osgood", "Patrick Orr"]),
    ],
)
def test_a_shortened_name_is_the_persons(resolved: Resolve, marked: str, names: list[str]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Dwight “The Rock” Marsh} said <it was late>.", "Dwight “The Rock” Marsh"),
        ("{Actor Marlon “The Hammer” Reed} said <it was late>.", "Marlon “The Hammer” Reed"),
    ],
)
def test_a_nickname_stands_inside_a_name(resolved: Resolve, marked: str, name: str) -> None:
    assert resolved(marked).names() == [name]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("{Slipper} wrote <yes>. Paul Harrowell, also known as “Slipper”, is a clerk.", ["Paul Harrowell"]),
        ("Paul Harrowell (aka Slipper) left. {Slipper} wrote <yes>.", ["Paul Harrowell"]),
        ("{Paul Harrowell, aka Slipper}, said <no>. {Slipper} wrote <yes>.", ["Paul Harrowell"] * 2),
        ("Paul Harrowell, better known by the stage name Slipper, left. {Slipper} wrote <yes>.", ["Paul Harrowell"]),
        ("Paul Harrowell left. Harrowell, popularly known as Slipper, wept. {Slipper} said <yes>.", ["Paul Harrowell"]),
        ("Paul Harrowell knows Slipper. {Slipper} wrote <yes>.", ["Slipper"]),
    ],
)
def test_an_alias_is_its_bearers(resolved: Resolve, marked: str, names: list[str]) -> None:
    assert resolved(marked).names() == names


def test_a_site_has_its_ending(resolved: Resolve) -> None:
    assert resolved("{Orlan} said <yes>. Orlan.org is free.").names() == ["Orlan.org"]
