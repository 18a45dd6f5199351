"""The extent of a body's name, by the first letters that brackets give behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Norland department of ports (DOP)", "Norland department of ports"),
        ("The department of ports (DOP)", "department of ports"),
        ("The Organization of Northern Harbours (ONH)", "Organization of Northern Harbours"),  # "of" is no letter's
        ("The Office of Fish (OOF)", "Office of Fish"),  # unless a word is left for the first
        ("The Centre For Research on Tides and Clean Water (CRTW)", "Centre For Research on Tides and Clean Water"),
        ("The Centre for Tides and Clean Water Research (CTWR)", "Centre for Tides and Clean Water Research"),
        ("The Dolen Guild of Rail and Harbour Workers (DGHW)", "Dolen Guild of Rail and Harbour Workers"),
        ("The Harlow Bank (THB)", "Harlow Bank"),  # "the" is no part of a name, though it has a letter
    ],
)
def test_the_letters_in_brackets_tell_where_a_name_begins(resolved: Resolve, source: str, name: str) -> None:
    assert resolved(f"{{{source}}} said <the bay was clean>.").names() == [name]


def test_who_is_of_the_body_is_not_of_its_name(resolved: Resolve) -> None:
    assert resolved("{Ada Marsh of the Vess Harbour Police (VHP)} said <no>.").names() == ["Ada Marsh"]
