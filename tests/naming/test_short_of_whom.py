"""Ranks before surnames, bodies named by one of their many, and whom a part of a name is short for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("{Judge Ames} said <the evidence was thin>.", "Ames"),
        ("{Major Holt} said <the line held>.", "Holt"),
        ("{Private Eye} said <the mayor lied>.", "Private Eye"),
        ("{Prince Albin} said <no>.", "Prince Albin"),
        ("{Abbess Clara Linde} said <the roof would fall>.", "Clara Linde"),
        ("{Tan Sri Hisham Daud} said <the deal was sound>.", "Hisham Daud"),
        ("{Prior Luc Tennant} said <the bells rang>.", "Luc Tennant"),
        ("{Beatriz de la Torre e Silva} said <the court was slow>.", "Beatriz de la Torre e Silva"),
        ("{TELX Chairman, President and CEO Joren Falk} said <the plant would close>.", "Joren Falk"),
        (
            "{Kestria's President and Commander-in-Chief, His Excellency Dr. Amadou Fall,} vowed <to stay>.",
            "Amadou Fall",
        ),
        ("{The Worker's Weekly} said <the strike would go on>.", "Worker's Weekly"),
        ("{The Citizen's Voice} reported <that eleven houses had burned>.", "Citizen's Voice"),
        ("{The Fisherman’s Friend Society} said <quotas were unfair>.", "Fisherman’s Friend Society"),
        ("{The Actor's Agent} said <he was ill>.", None),
    ],
)
def test_a_title_is_no_part_of_a_name_and_an_owner_is(resolved: Resolve, marked: str, name: str | None) -> None:
    assert resolved(marked).names() == [name]


@pytest.mark.parametrize(
    ("before", "short", "whole"),
    [
        ("The Norland Red Crescent Society met.", "The Red Crescent", "Norland Red Crescent Society"),
        ("The Sorland Maritime Rescue Service met.", "Maritime Rescue", "Sorland Maritime Rescue Service"),
        ("The Professional Rowers’ Association met.", "The Rowers’ Association", "Professional Rowers’ Association"),
        ("The Irish Data Commission met.", "The Data Commission", "Irish Data Commission"),
        ("The Norland Data Commission met the Sorland Data Commission.", "The Data Commission", "Data Commission"),
        ("The Norland Central Bank Union met.", "The Central Bank", "Central Bank"),
        ("The Council of Norland and Harbour Union met.", "The Harbour Union", "Harbour Union"),
    ],
)
def test_a_part_of_one_bodys_name_is_short_for_it(resolved: Resolve, before: str, short: str, whole: str) -> None:
    assert resolved(f"{before} {{{short}}} said <it was over>.").names() == [whole]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The late chef Marco Sarti built it. It is now his daughter's, Marta Sarti's.", "Marta Sarti"),
        ("Marco Sarti, who died in 1911, built it. His granddaughter Marta Sarti lives nearby.", "Marta Sarti"),
        ("Marta Sarti, 9, was found dead in May. Her father, Marco Sarti, knew her.", "Marco Sarti"),
        ("Marta Sarti ran into the sea. Joel Sarti’s body was found.", "Marta Sarti"),
        ("The late chef Marco Sarti built it. Marta Sarti was killed in May.", None),
    ],
)
def test_of_two_who_share_a_name_the_dead_do_not_speak(resolved: Resolve, before: str, name: str | None) -> None:
    assert resolved(f"{before} “<I miss it>,” {{Sarti}} said.").names() == [name]


def test_a_suffix_behind_a_surname_is_of_the_one_who_has_it(resolved: Resolve) -> None:
    told = (
        "{Clive Barrow Jr.} said <no>. Barrow's father, {Clive Barrow}, said <yes>. {Barrow Jr.} joked <that it was>."
    )
    assert resolved(told).names() == ["Clive Barrow Jr.", "Clive Barrow", "Clive Barrow Jr."]
