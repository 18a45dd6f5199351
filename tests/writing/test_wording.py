"""Records in words for people."""

from __future__ import annotations

import pytest

from quotex.contract.records import Modifier, Quantity, Span
from quotex.writing.wording import figure


@pytest.mark.parametrize(
    ("value", "unit", "counted", "words"),
    [
        (1200, None, "crates", "1,200 crates"),
        (3_400_000, "crown per day", "strike", "3,400,000 crown per day (strike)"),
        (4.1, "percent", None, "4.1 percent"),
        (0.25, "fraction", "adults", "0.25 of adults"),
        (0.2, "fraction", None, "0.2"),
    ],
)
def test_a_figure_says_what_it_counts_or_measures(
    value: float, unit: str | None, counted: str | None, words: str
) -> None:
    told = Quantity(
        id="n1",
        span=Span(start=0, end=1, text="x"),
        text="x",
        value=value,
        modifier=Modifier.EXACT,
        unit=unit,
        counted=counted,
    )
    assert figure(told) == words
