from __future__ import annotations

import re
import sys

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotex.english.figures import figure_words
from quotex.english.hedges import hedge_before
from quotex.english.numbers import find_numerals
from quotex.english.patterns import alternation, fold_case
from quotex.parse.tokens import TokenIndex
from quotex.quantities.figures import find_figures


def test_the_longest_alternative_is_tried_first() -> None:
    found = re.match(alternation(["no", "no more", "no."]), "no. 5")
    assert found is not None
    assert found.group() == "no."


@pytest.mark.parametrize("words", [[], [""], ["some", ""]])
def test_an_alternation_that_matches_everywhere_is_refused(words: list[str]) -> None:
    with pytest.raises(ValueError, match="at least one word"):
        alternation(words)


def test_what_a_pattern_takes_for_a_word_folds_to_it() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pattern = re.compile(f"[{letters}]", re.IGNORECASE)
    taken = [chr(code) for code in range(sys.maxunicode + 1) if pattern.match(chr(code))]
    assert {fold_case(letter) for letter in taken} == set(letters)
    assert "İ" in taken


LOOK_ALIKES = str.maketrans({"I": "İ", "i": "ı", "S": "ſ", "s": "ſ", "K": "K", "k": "K"})


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("THEY PAID 5 MILLION", 5_000_000, None),
        ("They saw thirty-six of them", 36, None),
        ("It fell by almost six sixths of it", 1, "fraction"),
        ("It cost 5k", 5_000, None),
        ("They sold twice as many", 2, "times"),
        ("They were in their early sixties", (60, 63), "year of age"),
        ("It weighs 6 kilograms", 6, "kilogram"),
        ("It runs at 60 kilometres per second", 60, "kilometer per second"),
        ("It cost six swiss francs", 6, "Swiss franc"),
        ("It has six deaths per 1,000 sailors", 6, None),
    ],
)
def test_letters_that_look_like_others_are_read_as_these(text: str, value: object, unit: str | None) -> None:
    for view in (text, text.translate(LOOK_ALIKES)):
        found = [(f.value, f.name) for f in find_figures(view, find_numerals(view), TokenIndex(Doc(Vocab())))]
        assert found, view
        assert found[0][0] == value, view
        assert unit is None or found[0][1] == unit, view


@pytest.mark.parametrize("phrase", [phrase for phrases in figure_words().before.values() for phrase in phrases])
def test_a_hedge_is_found_however_its_letters_look(phrase: str) -> None:
    for view in (phrase, phrase.upper(), phrase.translate(LOOK_ALIKES)):
        assert hedge_before(f"of {view} ", len(view) + 4) is not None, view


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize(
    "words",
    [
        ["no", "no more", "no.", "nothing", "none", "an", "a", "any"],
        ["Us", "used", "US", "use", "a.m.", "a-b", "a b"],  # capitals and small letters
        ["50-50", "50", "5", "ſo", "so"],
    ],
)
def test_words_that_share_a_beginning_are_found_as_in_a_plain_list(words: list[str], flags: int) -> None:
    plain = "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
    text = " ".join([*words, *(word.upper() for word in words), "nob usee aa 500 50-5"])
    for end in ("", r"\b", r"(?=[ e])"):
        found = re.findall(f"(?:{alternation(words)}){end}", text, flags)
        assert found == re.findall(f"(?:{plain}){end}", text, flags)
