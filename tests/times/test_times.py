from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from quotex.parse.tokens import TokenIndex
from quotex.text import Layout, Paragraph, ParagraphKind, Range
from quotex.times.edtf import time_value
from quotex.times.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

THURSDAY = dt.date(2021, 10, 21)


def times(nlp: Language, text: str, published: dt.date | None = None) -> list[tuple[str, str | None]]:
    layout = Layout(text, text, (Paragraph(Range(0, len(text))),), ())
    return [(t.span.of(text), t.value) for t in find_times(layout, TokenIndex(nlp(text)), published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May, Oskaria moved its troops.", [("May", "XXXX-05")]),
        ("It was founded in 2014.", [("2014", "2014")]),
        ("On March 4, 5 and 6 it was shut.", [("March 4, 5 and 6", "XXXX-03-04/XXXX-03-06")]),
        ("On June 3, 9 and 12 boats sank.", [("June 3", "XXXX-06-03")]),
        ("She led it from 2014 to 2017.", [("from 2014 to 2017", "2014/2017")]),
        ("Between 1998 and 2003 it shrank.", [("Between 1998 and 2003", "1998/2003")]),
        ("It opened on May 3, 2016.", [("May 3, 2016", "2016-05-03")]),
        ("It opened on 3 May.", [("3 May", "XXXX-05-03")]),
        ("It closed in September 2015.", [("September 2015", "2015-09")]),
        ("They met on Tuesday and left yesterday.", [("Tuesday", None), ("yesterday", None)]),
        ("The 2015-16 season was dull.", [("2015-16", "2015/2016")]),
        ("They paid for 2020-21, not before.", [("2020-21", "2020/2021")]),
        ("It has to close by the end of 2024.", [("2024", "../2024")]),
        ("It has grown since the start of 2024.", [("2024", "2024/..")]),
        ("It was built in the late 1980s.", [("late 1980s", "198X")]),
        ("A 19th century mill burned.", [("19th century", "18XX")]),
        ("They wed in the summer of 2015.", [("summer of 2015", "2015-22")]),
        ("It ran from May to June 2015.", [("from May to June 2015", "2015-05/2015-06")]),
        ("It shrank in the first half of 2015.", [("first half of 2015", "2015-01/2015-06")]),
        ("It shrank in the third quarter of 2015.", [("third quarter of 2015", "2015-07/2015-09")]),
        ("Sales fell in Q2 2015.", [("Q2 2015", "2015-04/2015-06")]),
        ("It shrank in the third quarter.", [("third quarter", None)]),
        ("Last Tuesday they left.", [("Last Tuesday", None)]),
        ("She has waited since 5.30 in the rain.", [("5.30", None)]),
        ("Choirs sang Christmas carols on Monday.", [("Monday", None)]),
        ("It was put off until after the May vote.", [("May", "XXXX-05")]),
        ("Fares will rise from 19 August.", [("19 August", "XXXX-08-19/..")]),
        ("It has grown since 5.30 percent was its rate.", []),
        ("They arrived on Tuesday, May 3, at 10:30 a.m.", [("Tuesday, May 3, at 10:30 a.m.", "XXXX-05-03")]),
    ],
)
def test_a_time_tells_what_its_words_tell(nlp: Language, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert times(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Results are expected on Monday.", "2021-10-25"),
        ("Results were expected on Monday.", "2021-10-18"),
        ("The trial was postponed until May.", "../2022-05"),
        ("They voted to extend the curfew until the end of January.", "../2022-01-31"),
        ("He stayed until May.", "../2021-05"),
        ("Prices rose in the year through February.", "2020-03/2021-02"),
        ("The truce began at 6 p.m. on Monday.", "2021-10-18T18:00"),
        ("The truce began at 12 a.m. on Monday.", "2021-10-18T00:00"),
    ],
)
def test_what_is_foretold_or_put_off_lies_ahead_and_a_day_may_have_its_hour(
    nlp: Language, text: str, value: str
) -> None:
    assert [found for _, found in times(nlp, text, THURSDAY)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The 45-year-old sang for three years.",
        "Ada May said they may march.",
        "Some 2000 people came, and 1,998 stayed.",
        "It weighs 2014 kg.",
        "The score was 18-20.",
        "They drew level with 2:15 left.",
        "She told Radio 4's Today programme.",
        "She wrote for USA Today.",
    ],
)
def test_durations_ages_and_counts_are_no_times(nlp: Language, text: str) -> None:
    assert times(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet today.", "2021-10-21"),
        ("They will meet tomorrow.", "2021-10-22"),
        ("They met on Tuesday.", "2021-10-19"),
        ("They will meet on Tuesday.", "2021-10-26"),
        ("The council meets on Tuesday.", "2021-10-26"),
        ("The council has met on Tuesday.", "2021-10-19"),
        ("They met last month.", "2021-09"),
        ("They met last week.", "2021-10-11/2021-10-17"),
        ("They met in May.", "2021-05"),
        ("They met in December.", "2020-12"),
        ("They will meet in December.", "2021-12"),
        ("They met in 2014.", "2014"),
        ("Last Tuesday they met.", "2021-10-19"),
        ("It will shrink next quarter.", "2022-01/2022-03"),
        ("It shrank in the second quarter.", "2021-04/2021-06"),
        ("It shrank in the fourth quarter.", "2021-10/2021-12"),
        ("It will shrink in the third quarter.", "2022-07/2022-09"),
        ("It shrank last March.", "2021-03"),
        ("It shrank last October.", "2020-10"),
        ("It will shrink next November.", "2021-11"),
    ],
)
def test_the_publication_date_gives_the_rest(nlp: Language, text: str, expected: str) -> None:
    assert [value for _, value in times(nlp, text, THURSDAY)] == [expected]


@pytest.mark.parametrize(("month", "expected"), [(5, "2021-22"), (8, "2021-22"), (9, "2022-22")])
def test_a_season_that_lies_ahead_is_this_years_until_it_is_over(nlp: Language, month: int, expected: str) -> None:
    assert [value for _, value in times(nlp, "They will meet in the summer.", dt.date(2021, month, 2))] == [expected]


def test_words_nothing_is_known_of_have_no_value() -> None:
    assert time_value("Boxing Day") is None


def test_no_time_in_boilerplate(nlp: Language) -> None:
    text = "Updated on May 3, 2016"
    layout = Layout(text, text, (Paragraph(Range(0, len(text)), ParagraphKind.BOILERPLATE),), ())
    assert find_times(layout, TokenIndex(nlp(text))) == ()
