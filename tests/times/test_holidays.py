"""The days of holidays, against almanacs."""

from __future__ import annotations

import datetime as dt

import pytest

from quotex.times.holidays import day_of, easter


@pytest.mark.parametrize(
    "day",
    # the earliest and the latest there is, two that an exception of the reckoning moves by a week, and common ones
    ["1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2024-03-31", "2049-04-18"],
)
def test_easter(day: str) -> None:
    assert str(easter(int(day[:4]))) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("good friday", "2024-03-29"),  # so many days from Easter
        ("christmas eve", "2024-12-24"),
        ("thanksgiving", "2024-11-28"),  # the fourth Thursday
        ("labor day", "2025-09-01"),  # the first Monday, on the first of the month
        ("memorial day", "2024-05-27"),  # the last Monday
        ("memorial day", "2027-05-31"),
    ],
)
def test_day_of_a_holiday(name: str, day: str) -> None:
    assert day_of(name, int(day[:4])) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("year", [1582, 10000])
def test_there_are_none_before_the_calendar_or_beyond_it(year: int) -> None:
    assert day_of("christmas eve", year) is None
