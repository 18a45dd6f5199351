"""Questions about how names are written, on words alone."""

from __future__ import annotations

import pytest

from quotex.english import names
from quotex.english.people import Gender


@pytest.mark.parametrize(
    ("word", "ending"),
    [("Marshes", 11), ("James's", 23), ("Marsh’s", 43), ("bus", None)],  # in words with an apostrophe alone, behind
)
def test_the_ending_of_a_possessive(word: str, ending: int | None) -> None:
    view = "the Marshes' bus, James's car and Ada Marsh’s"
    start = view.index(word)
    assert names.possessive_ending(view, start, start + len(word)) == ending


@pytest.mark.parametrize(
    ("word", "folded"),
    [("José", "jose"), ("No", "no"), ("No 10", "number 10"), ("Number 10", "number 10"), ("Mar-\nsh", "marsh")],
)
def test_a_word_of_a_name_is_folded(word: str, folded: str) -> None:
    assert names.fold_name(word) == folded


@pytest.mark.parametrize(
    ("words", "surname"), [(("ada", "marsh"), "marsh"), (("biden", "jr"), "biden"), (("jr",), "jr"), (("ada",), "ada")]
)
def test_a_suffix_is_no_surname(words: tuple[str, ...], surname: str) -> None:
    assert names.surname(words) == surname


def test_what_a_name_is_shortened_to() -> None:
    whole = ("jean", "de", "la", "tour")
    assert names.short_forms(whole) == [whole, ("de", "la", "tour"), ("la", "tour"), ("tour",), ("jean",)]
    assert ("sisi",) in names.short_forms(("mohamed", "al-sisi"))
    assert names.family_stems("marshes") == ["marshe", "marsh"]
    assert names.family_stems("ada") == []
    assert ("de", "la", "vega") in names.short_forms(("ana", "de", "la", "vega", "ortiz"))
    assert names.acronyms(("bank", "of", "the", "north")) == ["bn"]
    assert names.acronyms(("anti-damp", "league")) == ["al", "adl"]


@pytest.mark.parametrize(
    ("between", "linked", "joined"),
    [
        (" and ", True, True),
        (", ", True, True),
        (", the ", True, True),
        (" (D-Orrin) and ", True, False),
        (" and the mayor, ", False, False),
        (", of Orrin and ", False, False),
        (" said ", False, False),
    ],
)
def test_what_makes_a_list_of_two_names(between: str, linked: bool, joined: bool) -> None:
    assert (names.is_linked(between), names.is_joined(between)) == (linked, joined)


def test_what_heads_the_name_of_a_body() -> None:
    assert names.head_word(("court", "of", "appeals")) == "court"
    assert names.head_word(("harbour", "board")) == "board"
    assert names.without_purpose(("court", "of", "appeals", "for", "the", "coast")) == ("court", "of", "appeals")
    assert names.without_purpose(("centre", "for", "peace")) == ("centre", "for", "peace")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("marsh", "mash", True), ("marsh", "mersh", True), ("marsh", "marchant", False), ("reed", "red", False)],
)
def test_misspellings_share_a_key(one: str, other: str, alike: bool) -> None:
    shared = set(names.spelling_keys(one)) & {other, *names.spelling_keys(other)}
    assert bool(shared) is alike


def test_words_that_are_no_plain_names() -> None:
    assert names.is_with_article("al-Sisi")
    assert not names.is_with_article("al-sisi")
    assert names.is_ordinal("92nd")
    assert not names.is_ordinal("92")
    assert names.is_credit("Marsh/AFP/Getty")
    assert not names.is_credit("AFP/Getty")
    assert not names.is_credit("Marsh/Reed")
    assert names.is_participle_of_name("orrin-based")
    assert names.is_state("the United Kingdom")
    assert not names.is_state("Orrin")


@pytest.mark.parametrize(
    ("titles", "gender"), [(["mrs"], Gender.FEMALE), (["dr", "congressman"], Gender.MALE), (["dr"], None), ([], None)]
)
def test_what_titles_tell_of_a_pronoun(titles: list[str], gender: Gender | None) -> None:
    assert names.title_gender(titles) == gender
