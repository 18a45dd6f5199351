"""What the lists of nouns and names say of a word."""

from __future__ import annotations

import pytest

from quotex.english import roles
from quotex.english.people import Gender, fold, folded_words, given_names, name_words, source_nouns, without_plural


@pytest.mark.parametrize(
    ("noun", "is_source", "is_person"),
    [
        ("mayor", True, True),
        ("presenter", True, True),
        ("sharpener", False, True),  # by its ending alone
        ("charter", False, False),  # a thing with that ending
        ("ministry", True, False),
        ("newspaper", True, False),
        ("letter", True, False),
        ("coalition", True, False),
        ("quay", False, False),
    ],
)
def test_what_a_noun_can_be_said_of(noun: str, is_source: bool, is_person: bool) -> None:
    assert (noun in source_nouns(), source_nouns().is_person(noun)) == (is_source, is_person)


@pytest.mark.parametrize(("letters", "are"), [("kc", True), ("mp", True), ("of", False)])
def test_letters_behind_a_name_are_of_a_degree_or_of_a_seat(letters: str, are: bool) -> None:
    assert name_words().is_postnominal(letters) is are


@pytest.mark.parametrize(
    ("word", "lemma", "singular"),
    [
        ("mayor", "mayor", "mayor"),
        ("mayors", "mayor", "mayor"),
        ("mayors", "mayors", "mayor"),  # taken for a lemma
        ("quays", "quays", "quays"),
        ("went", "go", "go"),
    ],
)
def test_the_singular_whatever_the_lemma(word: str, lemma: str, singular: str) -> None:
    assert source_nouns().singular(word, lemma) == singular


def test_nouns_that_are_said_of_one_person() -> None:
    assert source_nouns().fits_one("lawmaker", ["senator"])
    assert not source_nouns().fits_one("lawmaker", ["baker"])
    assert source_nouns().noun_gender("chairwoman") is Gender.FEMALE
    assert source_nouns().noun_gender("uncle") is Gender.MALE
    assert source_nouns().noun_gender("mayor") is None


@pytest.mark.parametrize(
    ("name", "gender"), [("jonathan", Gender.MALE), ("ada", Gender.FEMALE), ("abdulkadir", Gender.MALE), ("quay", None)]
)
def test_the_pronoun_of_a_given_name(name: str, gender: Gender | None) -> None:
    assert given_names().gender(name) is gender


def test_given_names_of_the_world() -> None:
    names = given_names()
    assert "ada" in names
    assert "abdulkadir" not in names
    assert names.is_known("abdulkadir")
    assert names.is_known("ada-abdulkadir")
    assert not names.is_known("ada-quay")
    assert not names.is_known("quay")
    assert names.whole("joe") == "joseph"
    assert names.whole("ada") == "ada"


@pytest.mark.parametrize(
    ("word", "folded"), [("Mr.", "mr"), ("José", "jose"), ("O’Brien", "o'brien"), ("Do\u00adlan", "dolan"), ("ﬁ", "fi")]
)
def test_a_word_is_folded(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_words_and_plurals() -> None:
    assert folded_words("Mr. José Marsh-Reed, 40") == ("mr", "jose", "marsh", "reed", "40")
    assert [without_plural(word) for word in ("boats", "boss", "gas", "boat")] == ["boat", "boss", "gas", "boat"]


def test_letters_and_what_is_left_of_words() -> None:
    assert roles.is_glued("'Em", 1)
    assert not roles.is_glued("Em", 0)
    assert not roles.is_glued("a Em", 2)
    assert roles.is_letter("X.")
    assert not roles.is_letter("x.")
    assert not roles.is_letter("X")
    assert roles.aged("31") == "31-year-old"
