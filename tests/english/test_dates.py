"""Questions about the words around dates."""

from __future__ import annotations

import pytest

from quotex.english.dates import as_years, day_leads, names_days
from quotex.english.time_links import Run, lies_ahead, run_before
from quotex.english.timewords import Unit


@pytest.mark.parametrize(
    ("before", "run"),
    [
        ("in the 12 months to ", Run(7, Unit.MONTH, 12)),
        ("in the year ended ", Run(7, Unit.YEAR, 1)),
        ("three months to the end of ", Run(0, Unit.MONTH, 3)),
        ("for 99 weeks up to ", Run(4, Unit.WEEK, 99)),
        ("100 weeks to ", None),  # nobody counts so far
        ("0 weeks to ", None),
        ("it took years of ", None),
    ],
)
def test_a_run_ends_with_a_date(before: str, run: Run | None) -> None:
    assert run_before(before, len(before)) == run


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("It fell on 25/12/2015.", True),
        ("It fell on 12/25/2015.", False),
        ("On 13/1/2015, 1/13/2015 and 14/2/2015.", True),
        ("On 13/1/2015 and 1/13/2015.", False),  # as many one way as the other
        ("It fell on 12/12/2015.", False),
        ("It fell.", False),
    ],
)
def test_the_day_leads_where_most_dates_say_so(text: str, leads: bool) -> None:
    assert day_leads(text) is leads


@pytest.mark.parametrize(
    ("words", "years"), [("2015-16", "2015/2016"), ("1998–2003", "1998/2003"), ("2015", None), ("2015-16 and", None)]
)
def test_years_that_a_mark_joins(words: str, years: str | None) -> None:
    assert as_years(words) == years


def test_what_lies_ahead_and_what_comes_every_week() -> None:
    assert lies_ahead("in two weeks")
    assert not lies_ahead("two weeks ago")
    assert names_days("Mondays")
    assert names_days("every Monday")
    assert not names_days("Monday")
