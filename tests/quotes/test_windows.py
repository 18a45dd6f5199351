"""Windows hold every piece once, in order, and no more than fit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.quotes.windows import FEATURES, cut, inputs, pack
from quotex.quotes.wordpiece import WordPiece

WORDPIECE = WordPiece(["[UNK]", "[CLS]", "[SEP]", "one", "two", ".", '"'])
TEXTS = st.lists(st.sampled_from(["One", "two", "TWO", ".", '"', ". ", "\n", " "]), max_size=120).map(" ".join)


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


@given(TEXTS, st.integers(min_value=4, max_value=20))
def test_every_piece_stands_in_one_window(text: str, size: int) -> None:
    pieces, units = cut(text, paragraphs(text), [], WORDPIECE, longest=size - 2)
    seen: list[int] = []
    for window in pack(units, size):
        ids, features, where = inputs(pieces, window, WORDPIECE)
        assert len(ids) == len(features) == len(where) <= size
        assert ids[0] == WORDPIECE.start
        assert ids[-1] == WORDPIECE.separator
        assert all((0 <= f < FEATURES) for f in features)
        seen += [w for w in where.tolist() if w >= 0]
    assert seen == list(range(len(pieces)))


def test_each_window_is_filled() -> None:
    assert list(pack([(0, 3), (3, 6), (6, 9), (9, 12)], 9)) == [((0, 3), (3, 6)), ((6, 9), (9, 12))]


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "One two. One two two two. One two two."
    pieces, units = cut(text, [(0, len(text))], [], WORDPIECE, longest=9)
    assert [text[pieces.starts[a] : pieces.ends[b - 1]] for a, b in units] == [
        "One two. One two two two.",
        "One two two.",
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ('One two two. "One two. Two two," two one.', ["One two two.", '"One two. Two two," two one.']),
        ('One. Two "two." One two two two.', ["One.", 'Two "two." One two two two.']),
        ('"One two two one two." Two one two.', ['"One two two one two."', "Two one two."]),
        ('"One two two. One two one two two."', ['"One two two.', 'One two one two two."']),
    ],
)
def test_a_long_paragraph_is_cut_outside_of_marks_where_it_can_be(text: str, units: list[str]) -> None:
    quoted = [(match.start() + 1, match.end() - 1) for match in re.finditer('"[^"]*"', text)]
    pieces, found = cut(text, [(0, len(text))], quoted, WORDPIECE, longest=11)
    assert [text[pieces.starts[a] : pieces.ends[b - 1]] for a, b in found] == units


def test_features_tell_case_and_blank() -> None:
    text = 'one "Two TWO'
    pieces, _ = cut(text, [(0, len(text))], [], WORDPIECE, longest=10)
    assert pieces.features.tolist() == [1, 1, 2, 5]


def test_features_tell_what_stands_inside_marks() -> None:
    text = 'one "two" two'
    outside, _ = cut(text, [(0, len(text))], [], WORDPIECE, longest=10)
    inside, _ = cut(text, [(0, len(text))], [(5, 8)], WORDPIECE, longest=10)
    changed = (outside.features != inside.features).tolist()
    assert [text[a:b] for a, b, c in zip(inside.starts, inside.ends, changed, strict=True) if c] == ["two"]
    assert all(0 <= f < FEATURES for f in inside.features)
