"""Sources that are described: which named thing they are, whose they are, and why they have no name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from marked_articles import layout_of, read_markup
from quotex.contract.records import MentionRule
from quotex.parse.tokens import TokenIndex
from quotex.speakers.coreference import resolve_choices

if TYPE_CHECKING:
    from spacy.language import Language

    from marked_articles import Resolved

    Resolve = Callable[[str], Resolved]

COURT = "The case was heard by the Sorrand Court of Appeals for the Northern Coast on Monday."


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            f"{{A federal appeals court}} ruled <the law void>.\n{COURT} {{The appeals court}} said <it was final>.",
            ["Sorrand Court of Appeals for the Northern Coast"] * 2,
        ),
        (
            "{A union of coastal ferry crews} wrote <it would strike>. The Coastal Ferry Federation has 400 members.",
            [None],
        ),
        (
            "{The coastal ferry union} wrote <crews would go>. {The Coastal Ferry Union of Vellmar} said <it would>.",
            ["Coastal Ferry Union of Vellmar"] * 2,
        ),
        (f"{COURT} {{A court in Vellmar}} said <it would wait>.", [None]),  # one more of the kind
        (
            "{The court} said <it would wait>. The Court of Trade and the Court of Audit share a house.",
            [None],  # two would do
        ),
        ("{Exit polls} showed <he had won>. {A Brightwater poll} showed <he had lost>.", [None, "Brightwater poll"]),
    ],
)
def test_a_described_thing_has_the_name_it_has_elsewhere(
    resolved: Resolve, marked: str, names: list[str | None]
) -> None:
    assert resolved(marked).names() == names


def test_a_bare_surname_stays_with_the_one_it_was_first_used_of(resolved: Resolve) -> None:
    marked = (
        "John Petrov presented the plan. Petrov wants it passed by May. Anna Petrov helped to write it.\n"
        "Anna Petrov went to the papers last week. Anna Petrov said nothing of the cost.\n"
        "{Petrov} says <the harbour will pay>."
    )
    assert resolved(marked).names() == ["John Petrov"]


@pytest.mark.parametrize(
    ("marked", "description", "affiliation", "ground"),
    [
        ("{Even the mayor} said <it was late>.", "the mayor", None, None),
        ("Even {some mosques} told them <to stay>.", "some mosques", None, None),
        ("{An even number of nurses} said <it was late>.", "An even number of nurses", None, None),
        (
            "{A senior official at the transport ministry}, who spoke on condition of anonymity because the inquiry had"
            " not begun, said <the silo was old>.",
            "A senior official at the transport ministry",
            "the transport ministry",
            "on condition of anonymity because the inquiry had not begun",
        ),
        (
            "{An aide}, who was not authorized to speak publicly, said <she would resign>.",
            "An aide",
            None,
            "was not authorized to speak publicly",
        ),
        (
            "Asking not to be named, {two officials of the Harbour Board} said <it was late>.",
            "two officials of the Harbour Board",
            "Harbour Board",
            "Asking not to be named",
        ),
        (
            "A senior official at the transport ministry was less guarded.\n“<It was old>,” {the official} said.",
            "A senior official at the transport ministry",
            "the transport ministry",
            None,
        ),
        ("{A fisherman} said <the boats were safe>.", "A fisherman", None, None),
        ("{A baker}, whom the Herald is not naming, said <it was late>.", "A baker", None, "is not naming"),
        (
            "The girl, who cannot be named, was found by a baker. {The baker} said <it was late>.",
            "The baker",
            None,
            None,
        ),
        ("Police are not naming the girl. {A baker} said <it was late>.", "A baker", None, None),
    ],
)
def test_an_unnamed_source_keeps_whose_it_is_and_why(
    resolved: Resolve, marked: str, description: str, affiliation: str | None, ground: str | None
) -> None:
    found = resolved(marked)
    told = found.first("description"), found.first("affiliation"), found.first("anonymity")
    assert told == (description, affiliation, ground)


@pytest.mark.parametrize(
    ("marked", "role", "affiliation"),
    [
        ("{Martin Reed, Liberal MP for Brigg and Harlow,} said <no>.", "Liberal MP for Brigg and Harlow", None),
        ("{Martin Reed, chief executive of 38 Harbours,} said <no>.", "chief executive of 38 Harbours", None),
        ("{First Ferry boss Martin Reed} said <no>.", "First Ferry boss", None),
        ("{Former RNB boss Martin Reed} said <no>.", "Former RNB boss", "RNB"),
    ],
)
def test_no_affiliation_is_cut_or_a_constituency(
    resolved: Resolve, marked: str, role: str, affiliation: str | None
) -> None:
    found = resolved(marked)
    assert (found.first("role"), found.first("affiliation")) == (role, affiliation)


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "{A neighbour} said <the house shook>. People ran out.\n{The neighbour, Carla Marsh,} said <it was over>.",
            ["Carla Marsh"] * 2,
        ),
        (
            "{A neighbour} said <the house shook>. {Another neighbour} said <it fell>.\n"
            "{The neighbour, Carla Marsh,} said <it was over>.",
            [None, None, "Carla Marsh"],
        ),
        (
            "{A minister} said <the house is unsafe>.\n{Housing minister Carla Marsh} said <the house must go>. "
            "{She} said <it was old>. She wrote to the Norland trade minister Paul Osgood.",
            ["Carla Marsh"] * 3,
        ),
        (
            "{A neighbour} said <the house shook>.\n{Carla Marsh, a neighbour,} said <it was over>.",
            ["Carla Marsh"] * 2,
        ),
        (
            "{Vellmar's foreign minister} said <the talks had failed>.\n{Vellmar's foreign minister} has said <the "
            "talks can go on>.\n{Foreign Minister Carla Marsh} said <the talks had failed for good>. {She} said <no>.",
            ["Carla Marsh"] * 4,
        ),
        (
            "{A minister} said <the talks had failed>.\n{A minister} has said <the talks can go on>.\n"
            "{Foreign Minister Carla Marsh} said <the talks had failed for good>.",
            [None, None, "Carla Marsh"],
        ),
        (
            "{Union minister of state Lata Bhosle} said <no>. {Bhosle} said <it was late>.",
            ["Lata Bhosle"] * 2,
        ),
        (
            "{Carla Reed, Ph.D., President and Chief Scientific Officer of Norlys,} said <no>.",
            ["Carla Reed"],
        ),
        ("Norlys Airways is late. {The airline} said <no>.", ["Norlys Airways"]),
        ("The Isle of Dolen Constabulary came. {The force} said <no>.", ["Isle of Dolen Constabulary"]),
        ("It fell, {state media RIA Norlys} said <late>. {RIA Norlys} said <no>.", ["RIA Norlys"] * 2),
        (
            "{Former Vice-President and lifelong Republican Carla Reed} said <no>.",
            ["Carla Reed"],
        ),
    ],
)
def test_one_who_is_named_later_was_the_same_all_along(resolved: Resolve, marked: str, names: list[str | None]) -> None:
    assert resolved(marked).names() == names


def test_one_official_is_not_the_officials(resolved: Resolve) -> None:
    marked = "{Officials} said <two men were missing>.\nAn official of the port went on. {The official} said <no more>."
    first, second = resolved(marked).speakers()
    assert first is not second


@pytest.mark.parametrize(
    ("marked", "one"),
    [
        ("{Two security sources} said <it was shut>. {The sources} said <it would open>.", True),
        ("{Several officials} said <no>. {The officials, who asked for no names,} said <it was late>.", True),
        ("Three men sat on a roof. {A guard} said <they sang>. {The men} said <they had lost a key>.", False),
        ("{Norland officials} said <no>. {Sorrish officials} said <yes>. {The officials} said <it was late>.", False),
        ("{Several officials} said <no>. {The officials in Dolen} said <yes>.", False),
        ("{Several officials} said <no>. {Officials} said <yes>.", False),
    ],
)
def test_the_officials_are_the_only_ones_told_of(resolved: Resolve, marked: str, *, one: bool) -> None:
    first, *_, last = resolved(marked).speakers()
    assert (first is last) is one


def test_every_mention_says_why_it_is_of_its_speaker(resolved: Resolve) -> None:
    marked = (
        "Marta Lindqvist, the mayor of Harlow Bay, opened the bridge. {Lindqvist} said <it was late>. "
        "{She} said <it was dear>. {The mayor} said <it was strong>."
    )
    found = resolved(marked)
    speaker = found.resolution.speakers[0]
    assert {place.of(found.text): rule for place, rule in speaker.mentions} == {
        "Marta Lindqvist": MentionRule.NAME,
        "Lindqvist": MentionRule.SHORT_NAME,
        "She": MentionRule.PRONOUN,
        "The mayor": MentionRule.NOUN,
    }


def test_all_roles_are_kept_and_the_fullest_that_is_not_past_is_the_role(resolved: Resolve) -> None:
    marked = (
        "{Mayor Marta Lindqvist} said <it was late>. Lindqvist, a former director of the Harbour Board, smiled.\n"
        "Ms. Lindqvist said no more."
    )
    found = resolved(marked)
    speaker = found.resolution.speakers[0]
    assert [role.of(found.text) for role in speaker.roles] == ["Mayor", "former director of the Harbour Board"]
    assert found.first("role") == "Mayor"


def test_each_choice_says_how_sure_it_is(resolved: Resolve) -> None:
    marked = "{Marta Lindqvist} said <it was late>. Carla Holm was there. {She} said <it was dear>."
    name, she = resolved(marked).resolution.confidence_of
    assert name is not None
    assert she is not None
    assert 0 < name < 1
    assert 0 < she < 1


def test_who_is_described_since_no_candidate_fits_is_told_less_sure_than_that_none_does(nlp: Language) -> None:
    text, quotations = read_markup(
        "Jo Marsh owns Harbour Motors, and Bill Reed runs Coastal Steel. {The company} said <it was late>."
    )
    _, (choice,), _ = resolve_choices(layout_of(text), TokenIndex(nlp(text)), quotations)
    assert choice.anew
    assert choice.chosen not in [candidate for candidate, _ in choice.candidates]
    assert choice.told < choice.confidence == pytest.approx(1 - sum(choice.shares))


@pytest.mark.parametrize("surer", ["A spokesman", "The spokesmen", "Marta Lindqvist’s spokesman"])
def test_one_who_is_pointed_back_to_with_no_word_of_whom_is_least_likely_to_be_nameless(
    resolved: Resolve, surer: str
) -> None:
    alone, other = (resolved(f"{{{x}}} said <it was late>.").resolution.confidence_of for x in ("The spokesman", surer))
    assert alone[0] is not None
    assert other[0] is not None
    assert alone[0] + 0.1 < other[0]


def test_a_word_that_opens_a_sentence_is_no_given_name(resolved: Resolve) -> None:
    marked = "Delighted Marsh opens the season.\nCarla Marsh won on Sunday. {Marsh} said <it was late>."
    assert resolved(marked).names() == ["Carla Marsh"]


@pytest.mark.parametrize(
    ("marked", "described"),
    [
        ("It fell.\n\n{ge} said <it was sorry>.", False),
        ("It fell.\n\n{judge} said <it was sorry>.", True),
        ("It fell. {ge} said <it was sorry>.", True),
    ],
)
def test_the_rest_of_a_word_that_opens_a_line_is_nobody(resolved: Resolve, marked: str, described: bool) -> None:
    assert (resolved(marked).speakers()[0] is not None) is described
