"""Where a day without a week, or a month without a year, lies: by the verb it hangs on and what it is the day of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from quotex.parse.tokens import TokenIndex
from quotex.text import Layout, Paragraph, Range
from quotex.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

WEDNESDAY = dt.date(2026, 11, 18)


def values(nlp: Language, text: str, published: dt.date = WEDNESDAY) -> list[str | None]:
    layout = Layout(text, text, (Paragraph(Range(0, len(text))),), ())
    return [time.value for time in find_times(layout, TokenIndex(nlp(text)), published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday's raid shows that the state is weak.", ["2026-11-13"]),
        ("The blast on Friday is the third this year.", ["2026-11-13", "2026"]),
        ("Sunday's election is seen as a test of the government.", ["2026-11-22"]),
        ("Friday's attack comes a week after a truce was agreed.", ["2026-11-13"]),
        ("Officials say 40 people are missing after Saturday's landslide.", ["2026-11-14"]),
        ("A strike planned for Friday has been called off.", ["2026-11-20"]),
        ("The two leaders spoke before Saturday's summit.", ["2026-11-14"]),
        ("The government says it will appeal against Monday's ruling.", ["2026-11-16"]),
        ("The team hope to make up for Saturday's defeat.", ["2026-11-14"]),
        ("Investors are waiting for Friday's jobs report.", ["2026-11-20"]),
        ("Ministers are preparing for the Dec. 6 election.", ["2026-12-06"]),
        ("The film, out on Friday, cost 40 million dollars.", ["2026-11-20"]),
        ("The vote was postponed to Tuesday.", ["2026-11-24"]),
        ("The company said on Monday it would cut 300 jobs by June.", ["2026-11-16", "../2027-06"]),
        ("They vowed to finish the bridge by April.", ["../2027-04"]),
        ("The storm could reach the coast on Friday.", ["2026-11-20"]),
        ("The sanctions announced Monday target 12 banks.", ["2026-11-16"]),
        ("Sunday's vote comes as prices soar.", ["2026-11-22"]),
        ("The storm may have killed 12 on Friday.", ["2026-11-13"]),
        ("She could not be reached on Friday.", ["2026-11-13"]),
        ("The launch had been set for Monday.", ["2026-11-16"]),
        ("Fighting broke out on Friday.", ["2026-11-13"]),
    ],
)
def test_a_day_lies_where_its_verb_and_its_event_say(nlp: Language, text: str, expected: list[str]) -> None:
    assert values(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The April 2016 raid left 9 dead. On April 20, a curfew was imposed.", dt.date(2018, 7, 19), "2016-04-20"),
        (
            "The April 2016 raid left 9 dead. On April 20, a park was named for them.",
            dt.date(2018, 4, 22),
            "2018-04-20",
        ),
        ("The April 2016 raid left 9 dead. He had been seen on April 20.", dt.date(2018, 4, 22), "2016-04-20"),
        ("She was hired in May 2016 and dismissed in March.", dt.date(2020, 4, 22), "2017-03"),
    ],
)
def test_a_date_is_of_the_year_that_its_story_tells(
    nlp: Language, text: str, published: dt.date, expected: str
) -> None:
    assert values(nlp, text, published)[-1] == expected
