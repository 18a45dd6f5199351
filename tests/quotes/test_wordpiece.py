"""Word pieces: what they are, and where they stand in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.quotes.wordpiece import WordPiece

PIECES = [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "re",
    "##open",
    "##ed",
    "bridge",
    "jose",
    ".",
    ",",
    "“",
    "'",
    "s",
    "a",
    "##b",
]
WORDPIECE = WordPiece(PIECES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge", [("the", "The"), ("bridge", "bridge")]),
        ("reopened.", [("re", "re"), ("##open", "open"), ("##ed", "ed"), (".", ".")]),
        ("José’s", [("jose", "José"), ("[UNK]", "’"), ("s", "s")]),
        ("“the", [("“", "“"), ("the", "the")]),
        ("theatre", [("[UNK]", "theatre")]),
        ("the\u00adbridge", [("[UNK]", "the\u00adbridge")]),
        ("th\x07e", [("the", "th\x07e")]),
        ("a" * 101, [("[UNK]", "a" * 101)]),
        ("  \n", []),
    ],
)
def test_pieces(text: str, expected: list[tuple[str, str]]) -> None:
    ids, offsets = WORDPIECE.encode(text)
    assert [(PIECES[i], text[a:b]) for i, (a, b) in zip(ids, offsets, strict=True)] == expected


def test_offsets_are_into_the_whole_text() -> None:
    assert WORDPIECE.encode("no, the bridge", 4, 7) == ([PIECES.index("the")], [(4, 7)])


@given(st.text(max_size=80))
def test_pieces_are_in_order_and_hold_no_white_space(text: str) -> None:
    ids, offsets = WORDPIECE.encode(text)
    assert len(ids) == len(offsets)
    last = 0
    for start, end in offsets:
        assert last <= start < end <= len(text)
        assert not any(char.isspace() for char in text[start:end])
        last = start
    assert WORDPIECE.encode(text) == (ids, offsets)
