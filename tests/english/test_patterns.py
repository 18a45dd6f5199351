from __future__ import annotations

import re
import sys

import pytest

from quotex.english.patterns import alternation, fold_case


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
