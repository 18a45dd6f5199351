"""Who is meant by words that were not used of them, or that lost their beginning, or that two turn out to share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from quotex.contract.records import SpeakerKind
from quotex.speakers.choice import Choice, Way
from quotex.speakers.entities import Entity
from quotex.speakers.pooling import pooled

if TYPE_CHECKING:
    from marked_articles import Resolved

Resolve = Callable[[str], "Resolved"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Paul Osgood wrote two books. Osgood was ill. {The novelist} said <he would stay>.", ["Paul Osgood"]),
        ("Paul Osgood was held in May. Osgood had run. Osgood slept. {The detective} said <no>.", [None]),
        ("Paul Osgood sued in May. Osgood won. Osgood cried. {The judge} said <he would pay>.", [None]),
        ("Paul Osgood built the house. {The driver} said <he would stay>.", [None]),
    ],
)
def test_a_noun_that_was_not_used_of_somebody_can_be_what_readers_know_them_as(
    resolved: Resolve, marked: str, names: list[str | None]
) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Ann Marsh won on Monday. Marsh sang.\nrms were open.\n{61-year-old Glaswegian} said <it was late>.",
            ["Ann Marsh"],
        ),
        ("Dolen Bank rose.\nrms were open.\n{Bank} also said <it was late>.", ["Dolen Bank"]),
        ("Dolen Bank rose.\nrms were open.\n{Harlow's bank} said <it was late>.", [None]),
        ("Dolen Bank rose.\nDoors were open.\n{Bank} also said <it was late>.", [None]),
    ],
)
def test_words_that_lost_their_article_point_back(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("{Ann Marsh} said <it was late>.\n“<And so dark.>”", ["Ann Marsh", "Ann Marsh"]),
        ("{Ann Marsh} said <it was late>.\nIt rained.\n“<And so dark.>”", ["Ann Marsh", None]),
    ],
)
def test_a_paragraph_of_speech_goes_on_what_was_only_reported(
    resolved: Resolve, marked: str, names: list[str | None]
) -> None:
    assert resolved(marked).names() == names


@pytest.mark.parametrize(("shares", "is_chosen"), [((0.45, 0.4), True), ((0.2, 0.3), False)])
def test_what_speaks_for_a_description_speaks_for_whose_it_is(shares: tuple[float, float], is_chosen: bool) -> None:
    mayor, marsh = Entity(SpeakerKind.PERSON), Entity(SpeakerKind.PERSON)
    choice = Choice(Way.PRONOUN, [(mayor, {}), (marsh, {})], shares, None, 1 - sum(shares))
    anew = pooled(choice, {mayor: marsh})
    assert (anew.chosen is marsh) is is_chosen
    assert anew.confidence == pytest.approx(sum(shares) if is_chosen else choice.confidence)
    assert pooled(choice, {}) is choice


def test_what_a_department_is_for_goes_on_behind_an_ampersand(resolved: Resolve) -> None:
    marked = "{The Department for Ports, Fish & Rural Affairs} said <it was late>."
    assert resolved(marked).names() == ["Department for Ports, Fish & Rural Affairs"]
