"""What the words of a time say, field by field, whatever day it is."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.english.timewords import Said, Shift, Unit, said_by


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("2015-05-03", {"year": 2015, "month": 5, "day": 3}),
        ("2015-W07", {"year": 2015, "week": 7}),
        ("week 7 of 2015", {"year": 2015, "week": 7}),
        ("25/12/2015", {"year": 2015, "month": 12, "day": 25}),
        ("3/4/2015", {"year": 2015, "month": 3, "day": 4}),
        ("3.4.2015", {"year": 2015, "month": 4, "day": 3}),
        ("25/12/49", {"year": 2049, "month": 12, "day": 25}),
        ("25/12/50", {"year": 1950, "month": 12, "day": 25}),
        ("05-Aug-2016", {"year": 2016, "month": 8, "day": 5}),
        ("'98", {"year": 1998}),
        ("300 BC", {"year": -299}),
        ("AD 79", {"year": 79}),
        ("May 3", {"month": 5, "day": 3}),
        ("the third of July, 1995", {"year": 1995, "month": 7, "day": 3}),
        ("the fourth of July, 1995", {"year": 1995, "holiday": "fourth of july"}),
        ("3-5 May", {"month": 5, "day": 3, "last_day": 5}),
        ("Sunday the 10th", {"weekday": 6, "day": 10}),
        ("next Monday", {"weekday": 0, "which": 1}),
        ("May last year", {"month": 5, "of": Shift(Unit.YEAR, -1), "which": None}),
        ("the end of May", {"month": 5, "ends": True}),
        ("the week of May 3", {"month": 5, "day": 3, "week_of": True}),
        ("third quarter of 2015", {"year": 2015, "part": (7, 3)}),
        ("second half of 2015", {"year": 2015, "part": (7, 6)}),
        ("Q4", {"part": (10, 3)}),
        ("first quarter of 2015", {"year": 2015, "part": (1, 3)}),
        ("second quarter of 2015", {"year": 2015, "part": (4, 3)}),
        ("fourth quarter of 2015", {"year": 2015, "part": (10, 3)}),
        ("summer of '09", {"year": 2009, "season": 22}),
        ("winter 2009-10", {"year": 2009, "season": 24, "two_years": True}),
        ("the late '80s", {"years": "198"}),
        ("the 2000s", {"years": "200"}),
        ("19th century", {"years": "18"}),
        ("yesterday morning", {"shifts": (Shift(Unit.DAY, -1),)}),
        ("about three weeks ago", {"shifts": (Shift(Unit.WEEK, -3),), "about": True}),
        ("a year and two months ago", {"shifts": (Shift(Unit.YEAR, -1), Shift(Unit.MONTH, -2))}),
        ("three years ago in May", {"shifts": (Shift(Unit.YEAR, -3),), "month": 5}),
        ("in two weeks", {"shifts": (Shift(Unit.WEEK, 2),)}),
        ("within five years", {"stretch": Shift(Unit.YEAR, 5)}),
        ("over the past 20 years", {"stretch": Shift(Unit.YEAR, -20)}),
        ("the coming week", {"stretch": Shift(Unit.WEEK, 1)}),
        ("last week", {"shifts": (Shift(Unit.WEEK, -1, whole=True),)}),
        ("week before last", {"shifts": (Shift(Unit.WEEK, -2, whole=True),)}),
        ("the end of the year", {"shifts": (Shift(Unit.YEAR, 0, whole=True),), "ends": True}),
    ],
)
def test_the_fields_of_a_time(words: str, fields: dict[str, Any]) -> None:
    assert said_by(words, day_first=False) == Said(**fields)


def test_the_day_comes_first_where_it_does() -> None:
    assert said_by("3/4/2015", day_first=True) == Said(year=2015, month=4, day=3)


@pytest.mark.parametrize(
    ("word", "by"),
    [("last", -1), ("previous", -1), ("preceding", -1), ("this", 0), ("next", 1), ("following", 1)],
)
def test_which_one_is_meant(word: str, by: int) -> None:
    assert said_by(f"{word} month", day_first=False) == Said(shifts=(Shift(Unit.MONTH, by, whole=True),))


@pytest.mark.parametrize(("word", "by"), [("last", -1), ("this", 0), ("next", 1), ("following", 1)])
def test_which_month_is_meant(word: str, by: int) -> None:
    assert said_by(f"{word} May", day_first=False) == Said(month=5, which=by)


@pytest.mark.parametrize(("word", "by"), [("past", -1), ("last", -1), ("coming", 1), ("next", 1)])
def test_how_far_a_stretch_goes(word: str, by: int) -> None:
    assert said_by(f"the {word} three months", day_first=False) == Said(stretch=Shift(Unit.MONTH, 3 * by))


@pytest.mark.parametrize("words", ["several years ago", "the past years", "Tuesdayish"])
def test_some_words_tell_no_time(words: str) -> None:
    assert said_by(words, day_first=False) is None
