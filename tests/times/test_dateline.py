"""The day of a dateline is the day that its article speaks from."""

from __future__ import annotations

import datetime as dt

import pytest

from quotex.text import analyze
from quotex.times import day_of_dateline

BODY = "The port was shut on Tuesday after the storm, the council said, and it is to open again next week.\n\n"


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("VINT, Norland, June 4, 2025 /Newsline/ -- ", dt.date(2025, 6, 4)),
        ("VINT, Norland -- (WIRELINE) -- March 3, 2025 -- ", dt.date(2025, 3, 3)),
        ("VINT, 3 March 2025 (NW) – ", dt.date(2025, 3, 3)),
        ("VINT, March 3 (NW) – ", None),
        ("VINT – ", None),
        ("", None),
    ],
)
def test_the_day_of_a_dateline(dateline: str, day: dt.date | None) -> None:
    assert day_of_dateline(analyze(f"Port shut after storm\n\n{dateline}{BODY}On May 9, 2019 it shut.\n")) == day
