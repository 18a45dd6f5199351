"""The words around and between figures and times, each on either side of its border."""

from __future__ import annotations

import pytest

from quotex.contract.terms import Modifier
from quotex.english import figure_links, hedges, money, time_links
from quotex.english.figure_links import Link, Opener
from quotex.english.time_links import Bound


@pytest.mark.parametrize(
    ("gap", "link"),
    [
        (" to ", Link.TO),
        ("-to-", Link.TO),
        (" to nearly ", Link.TO),
        (" – ", Link.UP_TO),
        (" to as many as ", Link.UP_TO),
        (" AND ", Link.AND),
        (" or ", Link.OR),
        (", ", None),
        ("", None),
    ],
)
def test_what_joins_two_figures(gap: str, link: Link | None) -> None:
    assert figure_links.link_of(gap) is link


@pytest.mark.parametrize(
    ("view", "opener"),
    [
        ("between the ages of 4", Opener.BETWEEN),
        ("from 4", Opener.FROM),
        ("by about 4", Opener.BY),
        ("near 4", None),
        ("standby 4", None),
    ],
)
def test_what_opens_a_range(view: str, opener: Opener | None) -> None:
    found = figure_links.opener_before(view, view.index("4"))
    assert (found and found.opener) == opener


@pytest.mark.parametrize(
    ("gap", "against", "source"),
    [
        (", up from ", True, True),
        (", down sharply from ", True, True),
        (" (up from about ", True, True),
        (" against ", True, False),
        (", compared with ", True, False),
        (" from ", False, False),
        (", ", False, False),
    ],
)
def test_a_figure_set_against_another(gap: str, against: bool, source: bool) -> None:
    assert (figure_links.sets_against(gap), figure_links.tells_source(gap)) == (against, source)


@pytest.mark.parametrize(
    ("gap", "level"),
    [(" to ", "to"), (" at ", "at"), (", to close at ", "at"), (" to a record high of ", "at"), (" in ", None)],
)
def test_where_a_step_leads(gap: str, level: str | None) -> None:
    assert figure_links.leads_to_level(gap) == level


@pytest.mark.parametrize(
    ("gap", "with_unit", "bare"),
    [(" ", True, True), (", ", True, False), ("", True, False), ("-", True, True), ("; ", False, False)],
)
def test_two_parts_of_one_measure(gap: str, with_unit: bool, bare: bool) -> None:
    assert (figure_links.joins_parts(gap, bare=False), figure_links.joins_parts(gap, bare=True)) == (with_unit, bare)


def test_a_number_said_again() -> None:
    assert figure_links.says_again("twenty-two (22)", " (", 14)
    assert not figure_links.says_again("twenty-two (22 men)", " (", 14)
    assert not figure_links.says_again("twenty-two, 22)", ", ", 14)


@pytest.mark.parametrize(
    ("view", "name", "start"),
    [
        ("$5", "dollar", 0),
        ("USD 5", "dollar", 0),
        ("HK $5", "Hong Kong dollar", 0),
        ("R5,000", "rand", 0),
        ("R5", None, 0),  # a road or a room
        ("a €5", "euro", 2),
        ("x$5", None, 0),
    ],
)
def test_money_before_a_number(view: str, name: str | None, start: int) -> None:
    found = money.money_before(view, view.index("5"))
    assert (found and (found.name, found.start)) == (name and (name, start))


@pytest.mark.parametrize(
    ("view", "name", "factor"),
    [
        ("5 USD", "dollar", 1),
        ("5 MUSD", "dollar", 1_000_000),
        ("5 USD million", "dollar", 1_000_000),
        ("5€", "euro", 1),
        ("5 men", None, 1),
    ],
)
def test_money_behind_a_number(view: str, name: str | None, factor: int) -> None:
    found = money.money_behind(view, 1)
    assert (found and (found.name, found.factor)) == (name and (name, factor))


@pytest.mark.parametrize(
    ("view", "bound"),
    [
        ("since May", Bound.SINCE),
        ("by the end of May", Bound.UP_TO_THEN),
        ("after May", Bound.AFTER),
        ("before May", Bound.BEFORE),
        ("three weeks before May", None),  # how far from it
        ("from about May", Bound.FROM),
        ("through May", Bound.THROUGH),
        ("on May", None),
    ],
)
def test_what_the_word_before_a_time_makes_of_it(view: str, bound: Bound | None) -> None:
    assert time_links.bound_before(view, view.index("May")) is bound


@pytest.mark.parametrize(
    ("view", "start", "number"),
    [("the 12 months to May", 4, 12), ("in the year ended May", 7, 1), ("99 weeks to May", 0, 99)],
)
def test_a_stretch_that_ends_with_a_time(view: str, start: int, number: int) -> None:
    run = time_links.run_before(view, view.index("May"))
    assert run is not None
    assert (run.start, run.number) == (start, number)


@pytest.mark.parametrize("view", ["100 years to May", "0 weeks to May", "a May"])
def test_no_stretch(view: str) -> None:
    assert time_links.run_before(view, view.index("May")) is None


@pytest.mark.parametrize(
    ("opening", "gap", "links"),
    [
        ("", " to ", True),
        ("", " and ", False),
        ("between ", " and ", True),
        ("from ", " and ", False),
        ("", ", ", False),
    ],
)
def test_the_ends_of_a_period(opening: str, gap: str, links: bool) -> None:
    assert time_links.links_ends(gap, time_links.opener_of_period(opening, len(opening))) is links


@pytest.mark.parametrize(
    ("view", "modifier", "edge"),
    [
        ("just 40", Modifier.EXACT, 0),
        ("more than just 40", Modifier.MORE_THAN, 0),  # what is outside counts where the inner one is exact
        ("only about 40", Modifier.APPROXIMATELY, 0),
        ("of about 40", Modifier.APPROXIMATELY, 3),
    ],
)
def test_the_hedge_before_a_figure(view: str, modifier: Modifier, edge: int) -> None:
    assert hedges.hedge_before(view, view.index("40")) == (modifier, edge)


@pytest.mark.parametrize(
    ("view", "modifier", "edge"),
    [
        ("40 or so", Modifier.APPROXIMATELY, 8),
        ("40 or more men", Modifier.AT_LEAST, 10),
        ("40 at most", Modifier.AT_MOST, 10),
    ],
)
def test_the_hedge_behind_a_figure(view: str, modifier: Modifier, edge: int) -> None:
    assert hedges.hedge_behind(view, 2) == (modifier, edge)


def test_no_hedge_around_a_figure() -> None:
    assert hedges.hedge_before("the 40 men", 4) is None
    assert hedges.hedge_behind("the 40 men", 6) is None
