"""Names, shingles and differences, each on its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.corpus.differences import likeness, marked
from quotex.corpus.names import is_acronym, is_generic, spelling
from quotex.corpus.shingles import fingerprints, words_of
from quotex.english.keys import key_of


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Barack H. Obama", ("barack", "obama")),
        ("Mr Dolan", ("dolan",)),
        ("Pres. Dolan", ("dolan",)),
        ("Amid Vellmar", ("vellmar",)),
        ("the Ellery Post's", ("ellery", "post")),
        ("António Guerra", ("antonio", "guerra")),
        ("Marc Dolan Jr.", ("marc", "dolan", "jr")),
        ("Prince Ottokar", ("prince", "ottokar")),
        ("Vellmar Grain Ltd", ("vellmar", "grain")),
        ("GPs", ("gp",)),
        ("Ann Lee/Reuters The Ellery Post", ("ellery", "post")),
        ("Ann Lee/Reuters", ("ann", "lee", "reuters")),
        ("Ann Lee/Getty Images Related", ("ann", "lee", "getty", "images", "related")),
        ("Ferry News.While Dolan", ("dolan",)),
        ("Vice-President Dolan", ("dolan",)),
        ("Ukrainian Grain Board", ("ukraine", "grain", "board")),
        ("…", ()),
    ],
)
def test_names_are_compared_without_what_varies(name: str, key: tuple[str, ...]) -> None:
    assert key_of(name, person=True) == key


@pytest.mark.parametrize(
    ("form", "name", "expected"),
    [
        ("UN", "United Nations", True),
        ("U.N.", "United Nations", True),
        ("DfE", "Department for Education", True),
        ("Nato", "North Atlantic Treaty Organization", True),
        ("CNE", "National Electoral Council", True),
        ("UN", "United Kingdom", False),
        ("Sun", "Sun Yingsha", False),
        ("EC", "Court of Elections", False),
    ],
)
def test_initials(form: str, name: str, expected: bool) -> None:
    assert is_acronym(form, key_of(name)) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ministry of Health", True), ("Supreme Court", True), ("Vellmar Supreme Court", False), ("World Bank", False)],
)
def test_bodies_that_every_country_has(name: str, expected: bool) -> None:
    assert is_generic(key_of(name)) is expected


def test_spellings_of_one_name_are_alike() -> None:
    assert len({spelling(key_of(name)) for name in ("Volodymyr Zorskiy", "Volodymyr Zorskyy", "Volodymyr Zorsky")}) == 1
    assert spelling(("mira", "dolan")) != spelling(("mira", "nolan"))


def test_what_differs_is_marked() -> None:
    assert marked("We will not wait, she said.", "We will wait, he said") == "We will [-not-] wait, [-she-] {+he+} said"
    long = " ".join(f"w{i}" for i in range(20))
    assert marked(f"{long} the end of it", "the end of it") == "[-w0 w1 w2 … w17 w18 w19-] the end of it"


@given(st.lists(st.sampled_from("abcdefg"), max_size=12), st.lists(st.sampled_from("abcdefg"), max_size=12))
def test_what_differs_holds_every_word_of_the_other(one: list[str], other: list[str]) -> None:
    shown = marked(" ".join(one), " ".join(other))
    kept = shown.replace("{+", "").replace("+}", "").split("[-")
    words = " ".join(piece.partition("-]")[2] if i else piece for i, piece in enumerate(kept)).split()
    assert words == other


@given(
    st.lists(st.sampled_from("abcdefgh"), min_size=6, max_size=6),
    st.text("xyz ", max_size=30),
    st.text("xyz ", max_size=30),
)
def test_a_run_of_six_words_is_never_missed(run: list[str], before: str, after: str) -> None:
    inside = words_of(f"{before} {' '.join(run)} {after}")
    assert set(fingerprints(run, 4, 3)) & set(fingerprints(inside, 4, 3))


def test_single_words_in_common_say_nothing() -> None:
    assert likeness(["a", "b", "c", "d"], ["x", "b", "y", "d"]) == (0, 0)
    assert likeness(["a", "b", "c", "d"], ["a", "b", "x", "c", "d"]) == (4, 2)
