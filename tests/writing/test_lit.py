"""Words lit within their sentences: none lost, none lit that should not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.writing.around import surroundings
from quotex.writing.harmless import one_line
from quotex.writing.lit import lit

STORY = "The quay is shut. “We will not wait,” said Mira Dolan. “Nobody asked us.” The council met.\n\nIt rained."


@given(
    st.text(alphabet="ab \n\x1b", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=4)
)
def test_no_word_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    ranges = [(start, start + length) for start, length in places if start + length <= len(text)]
    plain = lit(text, ranges).plain
    assert "".join(plain.split()) == "".join(one_line(text).split())
    assert "\n" not in plain
    bracketed = lit(text, ranges, brackets=True).plain
    assert "".join(bracketed.replace("⟦", "").replace("⟧", "").split()) == "".join(plain.split())
    assert bracketed.count("⟦") == bracketed.count("⟧")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We will not wait,", "“⟦We will not wait,⟧” said Mira Dolan."),
        ("Nobody asked us.", "“⟦Nobody asked us.⟧”"),
        ("It rained.", "⟦It rained.⟧"),
        ("The council met.", "⟦The council met.⟧"),
        ("not wait,” said Mira Dolan. “Nobody", "“We will ⟦not wait,” said Mira Dolan. “Nobody⟧ asked us.”"),
    ],
)
def test_a_record_stands_in_its_sentence(words: str, shown: str) -> None:
    at = STORY.index(words)
    start, end = surroundings(STORY, at, at + len(words))
    assert lit(STORY[start:end], [(at - start, at + len(words) - start)], brackets=True).plain == shown


def test_a_sentence_without_an_end_is_cut() -> None:
    text = "word " * 4000
    start, end = surroundings(text, 9000, 9004)
    assert 8000 < start <= 9000
    assert 9004 <= end < 10000


def test_what_is_lit_is_told_by_style_too() -> None:
    spans = lit("two dockers missing", [(0, 11)]).spans
    assert [(span.start, span.end) for span in spans if "bold" in str(span.style)] == [(0, 11)]
