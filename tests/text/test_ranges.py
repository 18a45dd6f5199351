from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.text import Range, RangeIndex

RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: Range(pair[0], pair[0] + pair[1])), max_size=8
)


@given(RANGES, st.integers(0, 40))
def test_around_finds_what_an_offset_lies_in(ranges: list[Range], offset: int) -> None:
    assert sorted(RangeIndex(ranges).around(offset)) == [i for i, r in enumerate(ranges) if offset in r]


@given(RANGES, st.integers(0, 30), st.integers(1, 10))
def test_within_and_touches(ranges: list[Range], start: int, length: int) -> None:
    span, index = Range(start, start + length), RangeIndex(ranges)
    assert sorted(index.within(span)) == [i for i, r in enumerate(ranges) if span.covers(r)]
    assert index.touches(span) is any(span.overlap(r) for r in ranges)


@pytest.mark.parametrize(("offset", "expected"), [(1, [0]), (5, [2, 1, 0]), (9, [0]), (10, [])])
def test_the_innermost_comes_first(offset: int, expected: list[int]) -> None:
    assert list(RangeIndex([Range(0, 10), Range(3, 8), Range(5, 6)]).around(offset)) == expected


def test_blanks_and_edges_are_cut_off_both_ends() -> None:
    text = " –, the senator, "
    assert Range(0, len(text)).trimmed(text, ",–").of(text) == "the senator"
    assert Range(0, len(text)).trimmed(text).of(text) == "–, the senator,"
    assert not Range(0, 3).trimmed(text, ",–").of(text)
    assert Range(0, len(text)).trimmed(text, "–", ",ro").of(text) == ", the senat"
