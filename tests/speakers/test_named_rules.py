"""Rules of who is who, each on either side of its border; a row names the rule that decides there, or does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from marked_articles import Resolved, layout_of
from quotex.contract.records import QuoteType
from quotex.contract.rules import traced
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation
from quotex.speakers import resolve
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.language import Language

    Resolve = Callable[[str], Resolved]

BANK = "Harbour Development Bank"


@pytest.mark.parametrize(
    ("rule", "marked", "names"),
    [
        ("bracketed", f"The {BANK} (HDB) met on Monday. {{HDB}} said <it was open>.", [BANK]),
        ("bracketed", "Anna Keller (AK) met them. {AK} said <it was open>.", ["Anna Keller"]),
        ("family", "Anna Keller met Tom Keller. {The Kellers} said <they had left>.", [None]),
        ("initialled", "Tom Keller spoke on Monday. {T. Keller} said <it was late>.", ["Tom Keller"]),
        ("title-gender", "Anna Keller met Tom Keller. {Mrs. Keller} said <it was late>.", ["Anna Keller"]),
        ("title-gender", "Jim Tolvey sold a boat. {Mrs. Tolvey} said <it was late>.", ["Tolvey"]),
        (
            "country",
            "{Israel} said <it was ready>. Defence minister {Israel Tolvey} said <it was late>.",
            ["Israel", "Israel Tolvey"],
        ),
        (
            "members",
            "The Guild of Chief Officers met on Monday. {Officers} said <it was late>.",
            [None],
        ),
        (
            "quoter",
            "{Olu Marsh} told them: “<{Olu} told me <that it was late>>.”",
            ["Olu Marsh", None],
        ),
        (
            "kept-bare",
            "Anna Keller ran. {Keller} said <a>. Tom Keller left. Tom Keller sat. Tom Keller ate. {Keller} said <b>.",
            ["Anna Keller"] * 2,
        ),
        ("form-ends", "Anna Keller left Vess Inc. {Keller} said <it was over>.", ["Anna Keller"]),
        ("form-ends", "Vess Inc. Chairman Anna Keller left. {Keller} said <it was over>.", ["Anna Keller"]),
        (
            "called-mrs",
            "Tom Keller left. {Anna Keller} said <a>. {Mrs. Keller} said <b>. {Keller} said <c>.",
            ["Anna Keller", "Anna Keller", "Tom Keller"],
        ),
        (
            "heard-before",
            "Tom Keller's van was hit. {Anna Keller} said <yes>. Tom left. {Keller} said <no>.",
            ["Anna Keller"] * 2,
        ),
        ("in-headline", "{Keller} Says <Bridge Will Open In March>\n\nAnna Keller runs the bridge.", ["Anna Keller"]),
        (
            "in-headline",
            "ANNA KELLER LEAVES THE BOARD\n\nAnna Keller left on Monday. {Keller} said <it was late>.",
            ["Anna Keller"],  # as it is written in the text
        ),
        (
            "in-headline",
            "{FOREIGN MINISTRY} SAYS <QUAY WILL SHUT>\n\nThe Norland Foreign Ministry runs the quay.",
            ["Norland Foreign Ministry"],
        ),
        ("title-case", "{Keller} Says <Bridge Will Open In March>\n\nAnna Keller runs the bridge.", ["Anna Keller"]),
        ("opening-word", "Anna Keller came home. {Delighted Keller} said <it was fine>.", ["Anna Keller"]),
        ("calendar", "It rained all day. Late Monday {Anna Keller} said <it was late>.", ["Anna Keller"]),
        ("listed", "{Both the miners and the dockers} said <they had left>.", [None]),
        ("name-behind", "{The company's chairman}, Anna Keller, said <it was late>.", ["Anna Keller"]),
        (
            "revealed",
            "{A neighbour} said <it shook>.\n{The neighbour, Anna Keller,} said <it fell>.",
            ["Anna Keller"] * 2,
        ),
        ("brought-in", "A senior official was less guarded. {The official} said <it was late>.", [None]),
        (
            "owns-subject",
            "{Anna Keller} said <it was late>.\n\nThe orchard of Jane Orr lost its trees. {She} said <it hurt>.",
            ["Anna Keller", "Jane Orr"],
        ),
        ("sort-told", "{Corran Vale, the firm that leases the quay,} said <it was late>.", ["Corran Vale"]),
        ("other-kind", "Corran Vale, the firm that runs the quay, left. {The union} said <it was late>.", [None]),
        ("other-kind", "Vell Rovers were fined. {The club} said <no>. {The league} said <yes>.", ["Vell Rovers", None]),
        ("other-kind", "They waited at Dolen Royal Infirmary. {The trust} said <it was late>.", [None]),
        ("other-kind", "Labour met on Monday. {The council} said <it was late>.", [None]),
        ("other-kind", "The Sorrish Defence Forces left. {The agency} said <it was late>.", [None]),
        ("another-body", "Danish ferry firm Vell Rederi left. {The Norwegian shipping giant} said <no>.", [None]),
        ("another-body", "Vell Rederi, a Danish ferry firm, left. {The Norwegian company} said <no>.", [None]),
        (
            "another-body",
            "Vell Rederi, a ferry firm, left. {The Danish company} said <no>. {The Norwegian company} said <yes>.",
            ["Vell Rederi", None],
        ),
        (
            "still-so",
            "President Jo Marsh is back.\nrlow is cold.\nMarsh ran it.\n{Former president} said <no>.",
            [None],
        ),
        ("media", "The Beacon, a weekly, printed it. {The energy company} said <it was late>.", [None]),
        (
            "other-kind",
            "{The Sorrish Defence Forces} said <so>. {The group} said <no>.",
            ["Sorrish Defence Forces", None],
        ),
        ("another-body", "The US Supreme Court met in May. {The state's top court} said <it was late>.", [None]),
        ("another-body", "The UN rights office met in May. {The office of Ms Marsh} said <it was late>.", [None]),
        ("other-age", "Anna Keller, 34, left at noon. {The 60-year-old} said <it was late>.", [None]),
        (
            "noun-beside-name",
            "The Vess Rebels left. {The Harbour Trade Board (HTB) agency} said <it was late>.",
            ["Harbour Trade Board"],
        ),
        (
            "tells-of",
            "Trade Secretary {Carla Marsh} said <it was right for {the home secretary} to ask for <the letter>>.",
            ["Carla Marsh", None],
        ),
        (
            "other-party",
            "Carla Marsh, the Labour group leader, left. {The Conservative council leader} said <it was late>.",
            [None],
        ),
        (
            "other-party",
            "{A Labour councillor} said <it was late>.\n\nConservative councillor Carla Marsh came. {She} said <no>.",
            [None, "Carla Marsh"],
        ),
        (
            "other-owner",
            "<Carla Marsh is well>, {her son} said.\n\n{Paul Keller} said <it was late>. {He} said <she had slept>.",
            [None, "Paul Keller", "Paul Keller"],
        ),
        (
            "something-else",
            "{The mill owner} called <it wrong>.\n\n{Paul Keller} said <it was late>. {The prime minister} said <no>.",
            [None, "Paul Keller", "Paul Keller"],
        ),
        (
            "of-another",
            "{The sacked health minister} said <no>.\n\nTrade minister Carla Marsh came. {Marsh} said <it was late>.",
            [None, "Carla Marsh"],
        ),
        ("of-another", "Chelsea boss Carla Marsh laughed. {The Everton boss} said <it was late>.", [None]),
        (
            "common-word",
            "{Grain} <blast shuts the harbour>\n\nIt hit a grain silo. {The Grain Exchange} said <it was late>.",
            [None, "Grain Exchange"],
        ),
        ("team-member", "The Quorn Vale captain wept. {Quorn Vale} said <it was late>.", ["Quorn Vale"]),
        ("next-paragraph", "“<It was late>,” {Anna Keller} said.\n“<And so dark.>”", ["Anna Keller"] * 2),
        (
            "acts-above",
            "{Anna Keller} said <it was late>.\n\nJane Orr came in first.\n\n“<I did it at last!>”",
            ["Anna Keller", "Jane Orr"],
        ),
        (
            "acts-above",
            "{Anna Keller} said <it was late>.\n\nJane Orr came in first. “<I did it at last!>”",
            ["Anna Keller", "Jane Orr"],
        ),
        (
            "of-teller",
            "Norland met Sorrow. {Norland envoy Carla Marsh} said <{the country} believed <that it was late>>.",
            ["Carla Marsh", "Norland"],
        ),
        (
            "lost-article",
            "{Anna Keller} said <it was late>.\n{university student} said <it was early>.\n{She} said <no>.",
            ["Anna Keller"] * 3,
        ),
        (
            "generation",
            "Harlan Voss Jr. took over when his father, Harlan Voss Sr., left. {The younger Voss} said <no>. {The "
            "elder Voss} said <it was late>. {He} said <it was early>.",
            ["Harlan Voss Jr.", "Harlan Voss Sr.", "Harlan Voss Sr."],
        ),
        ("media", "Carla Marsh told the BBC it was late. {The group} said <no>.", [None]),
        ("no-one", "{Nobody} denies <that the quay is old>.", [None]),
        (
            "something-else",
            "{A nurse} said <the roof leaked>.\n\nThe harbour judge, Carla Marsh, came. {Marsh} said <no>. {She} said "
            "<it was late>.",
            [None, "Carla Marsh", "Carla Marsh"],
        ),
        (
            "beside-another",
            "{A judge} ruled on Friday <that Carla Marsh has to pay>.\n\n{Marsh} said <it was late>. {She} said <no>.",
            [None, "Carla Marsh", "Carla Marsh"],
        ),
    ],
)
def test_the_rule_decides(resolved: Resolve, rule: str, marked: str, names: list[str | None]) -> None:
    with traced() as decisions:
        assert resolved(marked).names() == names
    assert rule in {decision.rule.id.partition(".")[2] for decision in decisions}


@pytest.mark.parametrize(
    ("rule", "marked", "names"),
    [
        ("form-ends", "{Vess Co. Ltd.} said <it was over>.", ["Vess Co. Ltd."]),
        (
            "called-mrs",
            "Tom Keller ran. Mr. Keller sat. {Anna Keller} said <a>. {Mr. Keller} said <c>.",
            ["Anna Keller", "Tom Keller"],
        ),
        ("bracketed", "Anna Keller (HDB) met them. {HDB} said <it was open>.", ["HDB"]),
        ("bracketed", f"The {BANK} met on Monday (HDB members came). {{HDB}} said <it was open>.", [BANK]),
        (
            "heard-before",
            "Tom Keller ran it. Tom Keller left. {Keller} said <no>. {Anna Keller} said <yes>.",
            ["Tom Keller", "Anna Keller"],
        ),
        ("title-gender", "Anna Keller met Ada Keller. {Mrs. Keller} said <it was late>.", [None]),
        ("country", "{Georgia Marsh} said <it was late>. {Georgia} said <it was over>.", ["Georgia Marsh"] * 2),
        ("quoter", "{Olu Marsh} told them: “<{Marsh} told me <that it was late>>.”", ["Olu Marsh"] * 2),
        (
            "kept-bare",
            "Anna Keller runs it. {Keller} said <a>. Tom Keller left. Keller sat. {Keller} said <b>.",
            ["Anna Keller"] * 2,
        ),
        (
            "acts-above",
            "{Anna Keller} said <it was late>.\n\nJane Orr had a “<free sample>” of it.",
            ["Anna Keller", None],
        ),
        (
            "of-teller",
            "{The government} said <no>. {Norland Secretary Carla Marsh} said <{the government} knew <it was late>>.",
            [None, "Carla Marsh", None],
        ),
        (
            "lost-article",
            "{Anna Keller} said <it was late>.\n{The student} said <it was early>.",
            ["Anna Keller", None],
        ),
        (
            "other-party",
            "Conservative leader {Carla Marsh} said <no>. {The Tory leader} said <no>.",
            ["Carla Marsh"] * 2,
        ),
        (
            "other-party",
            "Sen. {Carla Marsh} (D-Ohio) said <no>. {The Democratic senator} said <no>.",
            ["Carla Marsh"] * 2,
        ),
        (
            "of-another",
            "Finance Minister {Carla Marsh} said <no>. {The far-right minister} said <it was late>.",
            ["Carla Marsh"] * 2,
        ),
        (
            "of-another",
            "Vess boss {Carla Marsh} said <no>. {The Magpies boss} said <it was late>.",
            ["Carla Marsh"] * 2,
        ),
        ("other-kind", "Vell Rovers were fined. {The club} said <no>. {The team} said <no>.", ["Vell Rovers"] * 2),
        ("still-so", "Anna Keller, the journalist, left. {The former journalist} said <no>.", ["Anna Keller"]),
        ("another-body", "Danish ferry firm Vell Rederi left. {The Danish company} said <no>.", ["Vell Rederi"]),
        ("another-body", "Scottish ferry firm Vell Rederi left. {The British company} said <no>.", ["Vell Rederi"]),
        ("another-body", "Vell Rederi, a ferry firm, left. {The Danish company} said <no>.", ["Vell Rederi"]),
        ("another-body", "The Dolen Supreme Court met. {The state's top court} said <no>.", ["Dolen Supreme Court"]),
        ("other-age", "Anna Keller, 34, left at noon. {The 34-year-old} said <it was late>.", ["Anna Keller"]),
        (
            "other-kind",
            "{The Sorrish Liberation Front} said <so>. {The group} said <no>.",
            ["Sorrish Liberation Front"] * 2,
        ),
        ("other-age", "Anna Keller left at noon. {The 34-year-old} said <it was late>.", ["Anna Keller"]),
        (
            "other-owner",
            "<Carla Marsh is well>, {her son} said.\n\n{Paul Marsh} said <it was late>. {He} said <she had slept>.",
            ["Paul Marsh"] * 3,
        ),
        ("opening-word", "Anna Keller came home. {Ada Keller} said <it was fine>.", ["Ada Keller"]),
        ("listed", "{Anna Keller of the Harbour Board} said <she had left>.", ["Anna Keller"]),
        ("noun-heads", "{Bank spokeswoman Anna Keller} said <it was open>.", ["Anna Keller"]),
        (
            "revealed",
            "{The neighbour, Jo Lee,} said <it shook>.\n{The neighbour, Ann Reed,} said <no>.",
            ["Jo Lee", "Ann Reed"],
        ),
    ],
)
def test_the_rule_does_not_decide(resolved: Resolve, rule: str, marked: str, names: list[str | None]) -> None:
    with traced() as decisions:
        assert resolved(marked).names() == names
    assert rule not in {decision.rule.id.partition(".")[2] for decision in decisions}


def test_the_city_is_the_place_that_was_named(resolved: Resolve) -> None:
    assert resolved("Oslo has 40 boats. {The city} said <it would buy more>.").names() == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("Anna Keller sat down, but said it was late.", "said", "Anna Keller"),
        ("Anna Keller shrugged, saying it was late.", "saying", "Anna Keller"),
        ("Anna Keller sat down and was told it was late.", "told", None),
        ("Anna Keller sat down when asked if it was late.", "asked", None),
    ],
)
def test_a_cue_without_a_subject_shares_that_of_the_verb_it_hangs_on(
    nlp: Language, text: str, cue: str, name: str | None
) -> None:
    start = text.index(cue)
    content = Range(text.index("it was"), len(text) - 1)
    quotation = Quotation((content,), Range(start, start + len(cue)), None, QuoteType.INDIRECT)
    assert Resolved(text, resolve(layout_of(text), TokenIndex(nlp(text)), [quotation])).names() == [name]


def test_a_schoolgirl_is_no_man_who_is_named_behind_her(resolved: Resolve) -> None:
    marked = "{A Norland schoolgirl} admitted <spreading lies>.\n\nSamuel Pell was hurt. {Pell} said <it was late>."
    assert resolved(marked).names() == [None, "Samuel Pell"]
