"""Days as the fields of articles have them."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.reading.days import read_day
from quotex.reading.front_matter import find_front_matter, read_front_matter


@pytest.mark.parametrize(
    "told",
    [
        "2026-03-04", "2026-03-04T23:30:00Z", "20260304", "20260304T101500Z", "Wed, 04 Mar 2026 10:00:00 GMT",
        "4 Mar 2026 10:00:00 +0100", "March 4, 2026", "Mar. 4, 2026 10:15 am", "Wednesday, March 4, 2026",
        "4 March 2026", "4th March 2026", "04-Mar-2026", "2026/03/04", "04.03.2026", "2026/3/4", 1772582400,
        1772582400000, "1772582400", "Wed, 04 Mar 2026 10:00:00 +99999999999999999999",
        "4 Mar 2026 99999999999999999999:00:00",
    ],
)  # fmt: skip
def test_a_day_is_read(told: object) -> None:
    assert read_day(told) == date(2026, 3, 4)


@pytest.mark.parametrize(("told", "day"), [("13/04/2026", date(2026, 4, 13)), ("04/13/2026", date(2026, 4, 13))])
def test_slashes_are_read_where_they_can_mean_one_day(told: str, day: date) -> None:
    assert read_day(told) == day


@pytest.mark.parametrize(
    "told",
    [
        "03/04/2026", "yesterday", "", None, "2026", True, 7, "31 February 2026", [2026, 3, 4], 10**400, -(10**400),
        float("inf"), float("nan"), "Wed, 04 Mar 99999999999999999999 10:00:00", "9" * 5000,
    ],
)  # fmt: skip
def test_what_tells_no_one_day_is_not_read(told: object) -> None:
    assert read_day(told) is None


def test_front_matter_is_told_from_a_rule() -> None:
    text = '---\ntitle: "Quay: closed"\nauthors: [Jo Marsh, Ada Brook]\ntags:\n  - sea\n---\nThe quay is closed.\n'
    assert text[find_front_matter(text) :] == "The quay is closed.\n"
    assert read_front_matter(text) == {"title": "Quay: closed", "authors": ["Jo Marsh", "Ada Brook"]}
    assert find_front_matter("---\nThe quay is closed.\n---\nIt rained.\n") == 0
