"""Odds and ratios are told by a word beside them."""

from __future__ import annotations

import pytest

from quotex.english.ratios import Ratio, find_ratios


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at odds of 7-2", [Ratio(11, 14, 3.5)]),
        ("a ratio of boys to girls of 3:2", [Ratio(28, 31, 1.5)]),
        ("5/1 odds", [Ratio(0, 3, 5)]),
        ("a 3:2 win", []),
        ("odds of 5-0", []),  # of none
    ],
)
def test_a_ratio(text: str, found: list[Ratio]) -> None:
    assert list(find_ratios(text)) == found
