from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotex.contract.records import Change, Modifier
from quotex.parse.tokens import TokenIndex
from quotex.quantities.quantities import find_quantities
from quotex.text import Layout, Paragraph, ParagraphKind, Range

if TYPE_CHECKING:
    from spacy.language import Language

    from quotex.quantities.drafts import QuantityDraft


def layout(text: str, kind: ParagraphKind = ParagraphKind.BODY) -> Layout:
    paragraphs = (Paragraph(Range(0, len(text)), kind),) if text else ()
    return Layout(text, text, paragraphs, ())


def quantities(nlp: Language, text: str) -> tuple[QuantityDraft, ...]:
    return find_quantities(layout(text), TokenIndex(nlp(text)))


def only(nlp: Language, text: str) -> QuantityDraft:
    found = quantities(nlp, text)
    assert len(found) == 1, [q.span.of(text) for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        (
            "Oskaria moved around 100,000 troops to the border.",
            "around 100,000 troops",
            {"value": 100_000, "modifier": Modifier.APPROXIMATELY, "unit": None, "counted": "troops"},
        ),
        (
            "The survey found that 52 percent of likely voters agreed.",
            "52 percent of likely voters",
            {"value": 52, "unit": "percent", "counted": "likely voters"},
        ),
        ("The clerks earn $15 an hour.", "$15 an hour", {"value": 15, "unit": "dollar per hour"}),
        (
            "The harbour cost at least €2.4bn.",
            "at least €2.4bn",
            {"value": 2_400_000_000, "modifier": Modifier.AT_LEAST},
        ),
        ("The dam holds up to 40 million litres of water.", "up to 40 million litres of water", {"unit": "liter"}),
        ("More than two dozen people were hurt.", "More than two dozen people", {"value": 24, "counted": "people"}),
        ("They sold 300 tickets or more.", "300 tickets or more", {"modifier": Modifier.AT_LEAST}),
        ("Dozens of people were hurt.", "Dozens of people", {"value": None, "modifier": Modifier.APPROXIMATELY}),
        ("It takes 10 to 15 minutes.", "10 to 15 minutes", {"value": (10, 15), "modifier": Modifier.RANGE}),
        ("It earned between $2 and $3 million.", "between $2 and $3 million", {"value": (2_000_000, 3_000_000)}),
        ("A 15 percent rate applies.", "15 percent rate", {"counted": "rate"}),
        ("The 45-year-old baker was fined.", "45-year-old baker", {"value": 45, "unit": "year of age"}),
        ("Mara Lind, 45, baked bread.", "45", {"value": 45, "unit": "year of age"}),
        ("About a third of the islanders left.", "About a third of the islanders", {"counted": "islanders"}),
        ("She taught 18- to 24-year-old singers.", "18- to 24-year-old singers", {"value": (18, 24)}),
        ("By a 3 to 1 margin, they agreed.", "3 to 1 margin", {"value": 3, "unit": "ratio"}),
        ("The mast is 5 feet 6 inches tall.", "5 feet 6 inches", {"value": 5.5, "unit": "foot"}),
        ("The ferry makes 12 trips a day.", "12 trips a day", {"unit": "per day", "counted": "trips"}),
        ("The 12-page report was late.", "12-page", {"value": 12, "counted": "page", "subject": "report"}),
        ("The 40 army trucks were late.", "40 army trucks", {"counted": "army trucks"}),
        ("The guard is 6-foot-2.", "6-foot-2", {"value": 6 + 2 / 12, "unit": "foot"}),
        ("It cost 15 dollars and 50.", "15 dollars and 50", {"value": 15.5, "unit": "dollar"}),
        ("The bank lost 75 USD million.", "75 USD million", {"value": 75_000_000, "unit": "dollar"}),
        ("The client owes 30 MEUR.", "30 MEUR", {"value": 30_000_000, "unit": "euro"}),
        ("The mine cost R2.5 million.", "R2.5 million", {"value": 2_500_000, "unit": "rand"}),
        ("He owed 2.5 million marks.", "2.5 million marks", {"value": 2_500_000, "unit": "mark"}),
        ("The dam holds 1,5 million litres.", "1,5 million litres", {"value": 1_500_000, "unit": "liter"}),
        (
            "There were 12 deaths per 100,000 people.",
            "12 deaths per 100,000 people",
            {"value": 12, "unit": "per 100,000 people", "counted": "deaths"},
        ),
        ("It costs quarter million dollars.", "quarter million dollars", {"value": 250_000, "unit": "dollar"}),
        ("The fund shrank by almost a third.", "almost a third", {"value": 1 / 3, "change": Change.DOWN}),
        ("A crowd of 40-odd thousand people sang.", "40-odd thousand people", {"value": 40_000, "counted": "people"}),
        ("She stands 5ft 6in and sings.", "5ft 6in", {"value": 5.5, "unit": "foot"}),
        ("The minister, 54, has resigned.", "54", {"value": 54, "unit": "year of age"}),
        ("She is in her mid-30s.", "mid-30s", {"value": (34, 36), "unit": "year of age"}),
        ("A woman in her early forties sang.", "early forties", {"value": (40, 43), "unit": "year of age"}),
        ("Their daughter, who was 10, sang.", "10", {"value": 10, "unit": "year of age"}),
        (
            "They studied children under the age of 5 years.",
            "under the age of 5 years",
            {"unit": "year of age", "modifier": "less_than"},
        ),
        ("The index is trending up 0.2%.", "0.2%", {"unit": "percent", "change": "up"}),
        ("The ferry lost $40,000 in fares.", "$40,000", {"counted": "fares"}),
        ("The port took $5 million in May.", "$5 million", {"counted": None}),
        ("Sales rose by 3 to 5 million crowns.", "3 to 5 million crowns", {"unit": "crown"}),
        ("Visitors spent $5 million in the capital.", "$5 million", {"counted": None}),
        ("Only 10 percent of May was dry.", "Only 10 percent of May", {"counted": "May"}),
        ("Index: Kestrel -0.6%.", "-0.6%", {"value": -0.6, "change": Change.DOWN}),
    ],
)
def test_a_figure_with_all_that_belongs_to_it(nlp: Language, text: str, span: str, expected: dict[str, Any]) -> None:
    found = only(nlp, text)
    assert {name: getattr(found, name) for name in expected} == expected
    assert found.span.of(text) == span


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Exports fell 4% and imports 3%.", [Change.DOWN, Change.DOWN]),
        ("Prices rose 0.8% on the month and 6.4% on the year.", [Change.UP, Change.UP]),
        ("Prices rose 4% in May and 30% of flats stood empty.", [Change.UP, None]),
        ("Aid fell short by $1.1bn.", [None]),
        ("Prices rose by 5%.", [Change.UP]),
        ("Exports fell 12 percent.", [Change.DOWN]),
        ("Turnover rose 6% to $4bn.", [Change.UP, None]),
        ("They announced a 5 percent increase.", [Change.UP]),
        ("Rents fell from 9 percent to 7 percent.", [Change.DOWN]),
        ("Rents rose from 4.1 % to 5.2 %.", [Change.UP]),
        ("Rents range from 4 to 5 percent.", [None]),
        ("The shares were up 3%.", [Change.UP]),
        ("The rate is 5%.", [None]),
        ("It employs up to 30 bakers.", [None]),
    ],
)
def test_a_change_has_a_direction_and_a_level_has_none(nlp: Language, text: str, change: list[Change | None]) -> None:
    assert [q.change for q in quantities(nlp, text)] == change


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2014 and ended on May 3, 2016.",
        "The meeting starts at 10:30 on Tuesday.",
        "She finished 22nd in the race.",
        "Rovers beat United 3-2 on Sunday.",
        "Article 5 was never invoked.",
        "The G7 leaders met aboard a Boeing 747.",
        "One of the bakers sang.",
        "No one sang, and they looked at one another.",
        "Call 555-0142 for details.",
        "They drove along Route 66.",
        "The second half of 2015 was calm.",
        "The Kestrel 9 landed.",
        "Fog hid the 1980s arcade.",
        "Call +44 20 7946 0958 or (555) 555-0142 for details.",
        "She scored twice as Rovers won.",
        "The FTSE 100 was calm.",
        "It reached the top 40.",
        "It was a one-sided game.",
        "The blue one sank.",
        "They met in room 12 again.",
        "Write to us or call 01604 055512.",
        "Can I still call 999 or 111?",
        "The Kestrel 007 sedan is out.",
        "She left a six-figure sum.",
        "The ferry bill passed the chamber 217 to 213.",
        "The council voted 12 to 9 to close the ferry.",
        "They played a six-on-six game.",
        "He sold a 7-in-1 tool.",
        "She saw the herd on 8 or 9 September.",
    ],
)
def test_not_every_number_is_a_quantity(nlp: Language, text: str) -> None:
    assert [q.span.of(text) for q in quantities(nlp, text)] == []


@pytest.mark.parametrize(
    ("text", "units", "counted"),
    [
        ("Debt fell by 6 million to 41 million crowns.", ["crown", "crown"], None),
        ("Output fell by 400,000 to 1.2 million tonnes.", ["metric ton", "metric ton"], None),
        ("Output will fall by 2 million to 3 million tonnes.", ["metric ton"], None),
        (
            "Of the 500 workers, 200 were rehired; the other 300 got nothing.",
            [None, None, None],
            ["workers", "workers", "workers"],
        ),
        ("The highest bid is 84.75 euros, while the lowest is 74.07.", ["euro", "euro"], None),
        ("The index rose 64.06 points to 4,577.10.", ["point", "point"], None),
        ("The firm spent $3 million and 12 were hired.", ["dollar", None], None),
        ("They have children aged six and nine.", ["year of age", "year of age"], None),
        ("The guide lists two- and three-bedroom flats.", [None, None], ["bedroom", "bedroom"]),
        ("The engine gives 450 Nm (332 lb-ft) of torque.", ["newton meter", "pound foot"], ["torque", "torque"]),
    ],
)
def test_a_figure_takes_what_it_leaves_out_from_one_beside(
    nlp: Language, text: str, units: list[str | None], counted: list[str | None] | None
) -> None:
    found = quantities(nlp, text)
    assert [q.unit for q in found] == units
    assert counted is None or [q.counted for q in found] == counted


def test_a_figure_in_a_second_unit_says_the_same(nlp: Language) -> None:
    first, second = quantities(nlp, "The ferry sailed more than 8 miles (13 km).")
    assert second.modifier is first.modifier is Modifier.MORE_THAN


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The port has 40 cranes.", "port"),
        ("Rents rose 3 percent.", None),  # what is measured says it
        ("They polled a sample of 600 voters.", "sample"),
        ("The squad that Mara Lind leads contains 17 players.", "squad"),
        ("The bakers who own 12 ovens sang.", "bakers"),
        ("There were 12 ferries.", None),
        ("Forty ferries sank.", None),
        ("It has 12 ovens.", None),
    ],
)
def test_a_figure_is_said_of_something(nlp: Language, text: str, subject: str | None) -> None:
    found = only(nlp, text)
    if found.unit is None:
        assert found.subject == subject
    else:
        assert found.counted == "Rents"


def test_a_figure_is_not_said_of_a_dateline(nlp: Language) -> None:
    text = "MARVALE — Two dock workers died on Monday."
    told = Layout(text, text, (Paragraph(Range(0, len(text)), dateline=Range(0, 9)),), ())
    assert [q.subject for q in find_quantities(told, TokenIndex(nlp(text)))] == [None]


def test_figures_stand_in_text_order_and_apart(nlp: Language) -> None:
    text = "The 12-member panel spent $4m (£3m) on 30 or 40 of the thousands of $9-an-hour workers."
    spans = [q.span for q in quantities(nlp, text)]
    assert len(spans) >= 4
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "The rope hung 5 feet 15 inches down.",
        "The rope is 5.5 feet 3 inches long.",
        "It lasted 3 hours 75 minutes.",
    ],
)
def test_what_can_be_no_part_of_the_larger_unit_stands_apart(nlp: Language, text: str) -> None:
    assert len(quantities(nlp, text)) == 2


def test_nothing_is_found_in_boilerplate(nlp: Language) -> None:
    text = "Over 5,000 articles await you."
    assert find_quantities(layout(text, ParagraphKind.BOILERPLATE), TokenIndex(nlp(text))) == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "5",
                "$",
                "half",
                "a",
                "million",
                "-",
                "%",
                "to",
                "of",
                "between",
                "goats",
                "(",
                "2014",
                "\n",
                "🙂",
                "٣",
                "½",
                "in",
            ]
        ),
        max_size=25,
    )
)
def test_odd_text_neither_crashes_nor_overlaps(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for found in quantities(nlp, text):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The toll rose by 12 to 52.", [("12", "up", None, None), ("52", None, None, 52)]),
        ("The toll rose by 412 to 1,035.", [("412", "up", None, None), ("1,035", None, None, 1035)]),
        ("The rate rose to 3.4 percent from 3.1 percent.", [("3.4", None, None, 3.4), ("3.1", None, 3.1, None)]),
        ("Support fell from 40 percent to 30 percent.", [("40 percent to 30", "down", 40, 30)]),
        ("Fares rose 4% in May.", [("4", "up", None, None)]),
        ("They drove to Oslo with 40 crates.", [("40", None, None, None)]),
    ],
)
def test_a_change_has_its_parts(nlp: Language, text: str, parts: list[tuple[object, ...]]) -> None:
    assert [
        (q.number.of(text) if q.number else None, q.change.value if q.change else None, q.old, q.new)
        for q in quantities(nlp, text)
    ] == parts


UP, DOWN = Change.UP, Change.DOWN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The charity raised $2m for the mill.", [(2_000_000, None)]),
        ("The union lost eight of its 30 seats.", [(8, None), (30, None)]),
        ("Shares of Orbel lost 18 cents to $23.50.", [(18, DOWN), (23.5, None)]),
        ("A climber fell 40 metres into a ravine.", [(40, None)]),
        ("Troops advanced two kilometres on Monday.", [(2, None)]),
        ("The river rose 3 metres overnight.", [(3, UP)]),
        ("The mayor cut the number of buses by 40.", [(40, DOWN)]),
        ("Bookings were up by half on last year.", [(0.5, UP)]),
        ("The tax went from 4 percent to 6 percent.", [((4, 6), UP)]),
        ("The reform raises the pension age from 62 to 64.", [((62, 64), UP)]),
        ("Tickets go from $5 to $90.", [((5, 90), None)]),
        ("The crown strengthened 0.3 percent.", [(0.3, UP)]),
        ("They fired in response to over a dozen rockets.", [(12, None)]),
        ("Shares sank as much as 7 percent.", [(7, DOWN)]),
        ("Up to 30 men fell.", [(30, None)]),
        ("Sales were 12 per cent below last year.", [(12, DOWN)]),
        ("Rainfall was a quarter below normal.", [(0.25, DOWN)]),
        ("Rents average €1,900, €210 more than in 2022.", [(1900, None), (210, UP)]),
        ("The river carried 4 ppb, 2 ppb below the legal limit.", [(4, None), (2, None)]),
        ("Fuel prices have gone up by a quarter since May.", [(0.25, UP)]),
        ("Call-outs are up a fifth.", [(0.2, UP)]),
        ("The average wait jumped by nine days.", [(9, UP)]),
        ("The army had shot down 23 of 31 drones.", [(23, None), (31, None)]),
        ("They have to pay the growing $35.6tn debt.", [(35.6e12, None)]),
    ],
)
def test_what_moves_changes_and_what_is_but_so_much_does_not(
    nlp: Language, text: str, told: list[tuple[object, Change | None]]
) -> None:
    assert [(q.value, q.change) for q in quantities(nlp, text)] == told


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The ministry put the death toll at 15.", ["death toll"]),
        ("The move takes the number of guards to 4,000.", ["guards"]),
        ("The count of cases has passed 20,000.", ["cases"]),
        ("Sedan sales were down 12 percent.", ["Sedan sales"]),
        ("The port handled 640 ships, up from 158 in 2019.", ["ships", "ships"]),
        ("Dealers sold 3,000 cars in May, down 4 percent from April.", ["cars", "cars"]),
        ("Police hired 40 clerks, a rise of 8 percent on 2019.", ["clerks", "clerks"]),
        ("The court imposed a fine of $2m for spills.", ["fine"]),
        ("Profit before tax fell to $3m.", ["Profit"]),
        ("The town counted 90 births, 12 fewer than in 2019.", ["births", "births"]),
        ("Forty people were hurt. A further 12 were missing.", ["people", "people"]),
        ("The current was 2 amps and the voltage across it was 5 volts.", ["current", "voltage"]),
        ("The tax went from 4 percent to 6 percent.", ["tax"]),
        ("The fleet was cut by a third following protests.", [None]),
        ("The firm paid a one-time bonus of $40 to clerks.", ["bonus"]),
        ("The population now numbers 2.3 million.", [None]),
        ("The coach completed 25 of 40 passes.", ["passes", "passes"]),
        ("Police searched 20 welfare homes on Monday.", ["welfare homes"]),
        ("She was ordered to pay a £1,500 fine and £500 in costs.", ["fine", "costs"]),
        ("They need an extra £400,000 in total.", [None]),
        ("It says that a total of $47,620 was repaid.", [None]),
        ("The rebels bought $360 million worth of arms.", ["arms"]),
        ("The trip covers a little under half the car's full range.", ["full range"]),
        ("Orban Mills raised £140,000 in May.", [None]),
        ("It was paid as a single lump sum.", ["lump sum"]),
        ("The number of dead rose to 51 and the number of injured rose to 20.", ["dead", "injured"]),
        ("A seven-time world champion won.", ["world champion"]),
        ("Wheat output is forecast to grow 6% this season.", ["Wheat output"]),
        ("The line carried 40,000 pilgrims, compared with 65,000 in May.", ["pilgrims", "pilgrims"]),
        ("The 24-strong team left.", ["team"]),
        ("The ship was worth $300 at the time - some $2m now.", ["ship", "ship"]),
        ("They hold 90 people, including three Lebanese and two Danes.", ["people", "Lebanese", "Danes"]),
        ("The crash killed 3 Chinese, two Portuguese and one Dane.", ["Chinese", "Portuguese", "Dane"]),
        ("They spoke to her within 48 hours of the first call.", [None]),
        ("They sat through 48 hours of talks.", ["talks"]),
        ("Orrin reduced its workforce by 400.", ["workforce"]),
        ("The club raised its membership by 1,200.", ["membership"]),
        ("The firm cut prices by 40 and wages by 12.", ["prices", None]),
        ("The club grew by 1,200.", [None]),
        ("The number of farms in debt rose from 4.5 million last October to 8.4 million.", ["farms", "farms"]),
        ("The number of riders climbed to 3 million yesterday.", ["riders"]),
        ("The gallery counted 300 Monday visitors and 200 last Tuesday.", ["Monday visitors", "Monday visitors"]),
    ],
)
def test_what_a_figure_counts_or_measures(nlp: Language, text: str, counted: list[str | None]) -> None:
    assert [q.counted for q in quantities(nlp, text)] == counted


def test_what_there_is_now_is_new_where_it_is_up_from_what_was(nlp: Language) -> None:
    now, before = quantities(nlp, "The port handled 640 ships, up from 158 in 2019.")
    assert (now.new, before.old) == (640, 158)


def test_a_share_of_something_in_brackets_is_no_conversion(nlp: Language) -> None:
    pay, share, _ = quantities(nlp, "He is paid about £19,000 (25% of the £79,000 wage).")
    assert (pay.modifier, share.modifier) == (Modifier.APPROXIMATELY, Modifier.EXACT)


def test_pounds_that_nobody_counted_are_money(nlp: Language) -> None:
    assert [q.unit for q in quantities(nlp, "He gave hundreds of thousands of pounds to Vale.")] == ["pound sterling"]
    assert [q.unit for q in quantities(nlp, "They caught thousands of pounds of fish.")] == ["pound"]


def test_what_a_figure_is_set_against_is_in_its_unit(nlp: Language) -> None:
    assert [q.unit for q in quantities(nlp, "A kilo went for 90 pesos, against 35 in the spring.")] == ["peso", "peso"]
    found = quantities(nlp, "The line carried 40,000 pilgrims a month, compared with 65,000 before the war.")
    assert [q.unit for q in found] == ["per month", "per month"]


def test_two_numbers_joined_before_a_unit_share_it(nlp: Language) -> None:
    assert [q.unit for q in quantities(nlp, "They were jailed for 14 and 13 years.")] == ["year", "year"]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("It cost £12 a head.", "12", "£"),
        ("The tower is 300 metres tall.", "300", "metres"),
        ("It sells 40 loaves a day.", "40", "a day"),
        ("He drove at 120 miles per hour.", "120", "miles per hour"),
        ("They found 40 crates.", "40", None),
    ],
)
def test_number_and_unit_stand_apart(nlp: Language, text: str, number: str, unit: str | None) -> None:
    (found,) = find_quantities(layout(text), TokenIndex(nlp(text)))
    assert found.number is not None and found.number.of(text) == number
    assert (found.unit_at.of(text) if found.unit_at else None) == unit


def test_where_a_step_leads_is_said_of_what_took_it(nlp: Language) -> None:
    step, level = quantities(nlp, "Gold rose $5 to $1,300 an ounce.")
    assert (step.value, step.change) == (5, Change.UP)
    assert (level.value, level.change, level.new) == (1300, None, 1300)
    step, level = quantities(nlp, "Orban Mills climbed, up 9.4 per cent to $84.")
    assert step.counted == level.counted == "Orban Mills"


def test_what_shares_its_verb_is_counted_for_itself(nlp: Language) -> None:
    assert [q.counted for q in quantities(nlp, "Exports rose by 11% and imports by 4%.")] == ["Exports", "imports"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The crash killed all 31 aboard.", [31]),
        ("They spent 62bn.", [62_000_000_000]),
        ("Every day 3,000 lorries cross the bridge.", [3000]),
        ("A single father was shot.", []),
        ("One in 12 of those tested fell ill.", [1 / 12]),
        ("The Senate rejected it by 52 votes to 47.", []),
        ("The council won 52 votes.", [52]),
    ],
)
def test_who_is_aboard_is_counted_and_votes_are_a_result(nlp: Language, text: str, values: list[int]) -> None:
    assert [q.value for q in quantities(nlp, text)] == values


def test_a_price_for_so_much_before_something_keeps_its_unit(nlp: Language) -> None:
    assert [q.unit for q in quantities(nlp, "Gold hit $2,790 an ounce before easing.")] == ["dollar per ounce"]
    assert [q.unit for q in quantities(nlp, "The price was $40 a year earlier.")] == ["dollar"]


def test_now_is_the_part_and_not_the_whole(nlp: Language) -> None:
    found = quantities(nlp, "The party won 61 of the 120 seats, up from 44.")
    assert [(q.value, q.new, q.old) for q in found] == [(61, 61, None), (120, None, None), (44, None, 44)]


def test_what_is_cut_by_so_much_to_so_much_went_down_by_the_first(nlp: Language) -> None:
    step, level = quantities(nlp, "The airline cut its forecast by $200 million to $550 million.")
    assert (step.change, level.change, level.new) == (Change.DOWN, None, 550_000_000)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The firm will cut its workforce by 850 to 6,100.",
            [(850, None, "down", None, None), (6100, None, None, None, 6100)],
        ),
        ("The quay fell by 12 to 15 metres.", [((12, 15), "meter", "down", None, None)]),
        ("The toll on salt doubles to 50 percent.", [(2, "times", "up", None, None), (50, "percent", None, None, 50)]),
        ("The quota halves to 400 litres.", [(0.5, "times", "down", None, None), (400, "liter", None, None, 400)]),
        ("Ada Brook doubles as a coach of 12.", [(12, None, None, None, None)]),
        ("Deaths fell to 211 per 100,000 births.", [(211, "per 100,000 births", None, None, 211)]),
        (
            "Tin rose 3 cents to $2.41 a pound and zinc 0.4 cents to 19.7 cents.",
            [
                (3, "cent", "up", None, None),
                (2.41, "dollar per pound", None, None, 2.41),
                (0.4, "cent", "up", None, None),
                (19.7, "cent", None, None, 19.7),
            ],
        ),
        (
            "Copper slipped 5 cents to $4.02 a pound and lead 1.5 cents to 96 cents.",
            [
                (5, "cent", "down", None, None),
                (4.02, "dollar per pound", None, None, 4.02),
                (1.5, "cent", "down", None, None),
                (96, "cent", None, None, 96),
            ],
        ),
        ("Sweets cost 5 cents to 10 cents.", [((5, 10), "cent", None, None, None)]),
        ("Waits have fallen from 14 weeks to nine.", [((9, 14), "week", "down", 14, 9)]),
        ("The trip was cut from six hours to two.", [((2, 6), "hour", "down", 6, 2)]),
        ("Its share fell from 40 percent to 12.", [((12, 40), "percent", "down", 40, 12)]),
        ("The ferry fell from 90 metres to 12 rocks.", [(90, "meter", None, 90, None), (12, None, None, None, 12)]),
        ("The rate is a point and a half lower than in May.", [(1.5, "point", "down", None, None)]),
        ("The toll went up to 90 euros.", [(90, "euro", None, None, 90)]),
        ("Tolls go up to 5.20 euros from 4.40.", [(5.2, "euro", None, None, 5.2), (4.4, "euro", None, 4.4, None)]),
        ("Fines go up to 500 euros.", [(500, "euro", None, None, None)]),
        ("The airline trimmed its fleet by 14 jets.", [(14, None, "down", None, None)]),
        ("The airline filled its hall by 14 doors.", [(14, None, None, None, None)]),
    ],
)
def test_what_moves_from_to_and_by(nlp: Language, text: str, figures: list[tuple[object, ...]]) -> None:
    found = [(q.value, q.unit, str(q.change) if q.change else None, q.old, q.new) for q in quantities(nlp, text)]
    assert found == figures


@pytest.mark.parametrize(
    ("text", "span", "modifier"),
    [
        ("Renters in Orrin hand over €840 a month.", "€840 a month", Modifier.EXACT),
        ("The gang handed over 300 rifles.", "300 rifles", Modifier.EXACT),
        ("She paid over €300.", "over €300", Modifier.MORE_THAN),
        ("The toll went up to 90 euros.", "90 euros", Modifier.EXACT),
        ("The fee will go up to 90 euros.", "90 euros", Modifier.EXACT),
        ("The car can go up to 200 km/h.", "up to 200 km/h", Modifier.AT_MOST),
        ("The costs add up to €4 million.", "€4 million", Modifier.EXACT),
        ("The bill has topped €4 million.", "topped €4 million", Modifier.MORE_THAN),
    ],
)
def test_a_particle_of_a_verb_bounds_nothing(nlp: Language, text: str, span: str, modifier: Modifier) -> None:
    figure = only(nlp, text)
    assert (figure.span.of(text), figure.modifier) == (span, modifier)


def test_what_an_attribute_is_of_is_not_counted_again(nlp: Language) -> None:
    assert [q.counted for q in quantities(nlp, "The 12-storey tower fell, injuring more than 100.")] == ["storey", None]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A trader in Kampala was fined Shs2.5m.", "shilling"),
        ("The cave is 5m deep.", "meter"),
        ("Maize costs K420 in Lusaka.", "kwacha"),
        ("The clinic in Port Moresby got K300,000.", "kina"),
        ("The mine near Francistown cost P1.2 billion.", "pula"),
        ("The mine cost P1.2 billion.", "peso"),
        ("Cocoa costs GH¢3,100 per bag.", "cedi per bag"),
        ("Salt costs US$1,200 a container.", "dollar per container"),
        ("The trader in Lahore paid Rs 900.", "Pakistani rupee"),
        ("Lahore bought wheat from India for Rs 4 billion.", "rupee"),
        ("The trader paid 900 rupees.", "rupee"),
    ],
)
def test_money_is_of_the_land_that_the_text_names(nlp: Language, text: str, unit: str) -> None:
    assert only(nlp, text).unit == unit


@pytest.mark.parametrize("text", ["Ada Brook climbed K2.", "A crash shut the R21 near Pretoria.", "The K25 was late."])
def test_letters_before_a_small_number_are_no_money_without_a_land(nlp: Language, text: str) -> None:
    assert not quantities(nlp, text)
