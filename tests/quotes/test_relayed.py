"""Words of one who is quoted by another, and what a report says it was not told."""

from __future__ import annotations

import pytest

from quotex.contract.records import Stance
from quotex.pipeline.extractor import Extractor

REST = "\n\nThe council of Orrin Falls meets again in March. The bridge stays closed until then.\n"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The agency Norpress quoted the mayor, Jo Lund, as saying that shots were fired near the school.",
            "the mayor, Jo Lund",
            "shots were fired near the school",
        ),
        ("Norpress cited a police officer as saying the road was closed.", "a police officer", "the road was closed"),
        (
            "The Pacific reported the swimmer Ana Fuentes as saying she had won.",
            "the swimmer Ana Fuentes",
            "she had won",
        ),
        (
            'State television quoted defence minister Ana Reyes as saying: "We will not move an inch."',
            "defence minister Ana Reyes",
            "We will not move an inch.",
        ),
        (
            "The paper quoted an unnamed source as telling reporters that the bank would close.",
            "an unnamed source",
            "the bank would close",
        ),
        ("“We will not move an inch,” Norpress quoted Ana Reyes as saying.", "Ana Reyes", "We will not move an inch"),
        ("Lund was quoted by Norpress as saying the plan was dead.", "Lund", "the plan was dead"),
        ("The mayor was quoted as saying that the plan was dead.", "The mayor", "the plan was dead"),
    ],
)
def test_who_is_quoted_by_another_says_it(unsure: Extractor, text: str, source: str, content: str) -> None:
    told = [(quote.source.text if quote.source else None, quote.text) for quote in unsure.extract(text + REST).quotes]
    assert (source, content) in told


def test_who_cites_a_thing_as_an_example_is_not_quoting_it(extractor: Extractor) -> None:
    text = "Critics cited the new toll as making matters worse, and said that it should go."
    quote = extractor.extract(text + REST).quotes[-1]
    assert quote.source is not None
    assert quote.source.text == "Critics"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Reyes, the minister, said the road was shut, without giving a reason.", "the road was shut"),
        (
            "Both were released on bail, Norpress said, without stating what charges they face.",
            "Both were released on bail",
        ),
        (
            "Ana Reyes said the town could not survive without giving up the school.",
            "the town could not survive without giving up the school",
        ),
        ("“They left without giving a reason,” Ana Reyes said.", "They left without giving a reason"),
        ("Ana Reyes said they had left without saying goodbye.", "they had left without saying goodbye"),
    ],
)
def test_what_was_not_told_is_no_part_of_what_was(extractor: Extractor, text: str, content: str) -> None:
    quote, *others = extractor.extract(text + REST).quotes
    assert quote.text == content
    assert all(other.stance is Stance.WITHHOLDS for other in others)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“It is over,” he said, according to police.",
            [("police", "“It is over,” he said"), ("he", "It is over")],
        ),
        (
            "“You can feel it. It shakes,” she said, according to the Doran Argus.",
            [("the Doran Argus", "“You can feel it. It shakes,” she said"), ("she", "You can feel it. It shakes")],
        ),
        (
            "Guards “made us wait in the snow,” he said, according to the Doran Argus.",
            [
                ("the Doran Argus", "Guards “made us wait in the snow,” he said"),
                ("he", "Guards “made us wait in the snow,”"),
            ],
        ),
        (
            "The guards “made us wait in the snow,” one of the women said, according to a tape.",
            [
                ("a tape", "The guards “made us wait in the snow,” one of the women said"),
                ("one of the women", "The guards “made us wait in the snow,”"),
            ],
        ),
        (
            "The guards “made us wait,” according to Reyes, who said it to the Argus.",
            [("Reyes", "The guards “made us wait,”")],
        ),
        ("“It is over,” according to police.", [("police", "It is over")]),
        ("“It is over,” he said.", [("he", "It is over")]),
    ],
)
def test_who_reports_words_in_marks_reports_who_said_them(
    extractor: Extractor, text: str, told: list[tuple[str, str]]
) -> None:
    quotes = extractor.extract(text + REST).quotes
    assert [(quote.source.text if quote.source else None, quote.text) for quote in quotes] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“The gate will stay shut,” he told a local radio, the Norpress agency reported.",
            {
                "the Norpress agency": "“The gate will stay shut,” he told a local radio",
                "he": "The gate will stay shut",
            },
        ),
        (
            "The rent stood at 700 crowns, according to the Doran Rent Office, the agency Norpress reported.",
            {
                "the agency Norpress": "The rent stood at 700 crowns, according to the Doran Rent Office",
                "the Doran Rent Office": "The rent stood at 700 crowns",
            },
        ),
        (
            "According to the Doran Argus, Marsh Steel said it was forced out of the town.",
            {
                "the Doran Argus": "Marsh Steel said it was forced out of the town",
                "Marsh Steel": "it was forced out of the town",
            },
        ),
        (
            "He added that Mr Marsh had already indicated that the plans would stay as they are.",
            {
                "He": "Mr Marsh had already indicated that the plans would stay as they are",
                "Mr Marsh": "the plans would stay as they are",
            },
        ),
        (
            "US officials have said they will pay Norland, according to the Doran Argus.",
            {
                "the Doran Argus": "US officials have said they will pay Norland",
                "US officials": "they will pay Norland",
            },
        ),
        (
            "The mayor said the works were run according to the rules.",
            {"The mayor": "the works were run according to the rules"},
        ),
        ("When she was asked about the gate, Ana Reyes said it was shut.", {"Ana Reyes": "it was shut"}),
        ("Mayor Ana Reyes celebrates what she calls major wins for the town.", {}),
    ],
)
def test_who_relays_what_another_says_tells_it(extractor: Extractor, text: str, told: dict[str, str]) -> None:
    quotes = extractor.extract(text + REST).quotes
    assert {quote.source.text: quote.text for quote in quotes if quote.source} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The minister rejected claims that he had lied to the council.",
            [("The minister", "claims that he had lied to the council"), (None, "he had lied to the council")],
        ),
        ("The club denied reports that its coach would go.", [("The club", "reports that its coach would go")]),
        ("There were claims that the minister had lied.", [(None, "the minister had lied")]),
    ],
)
def test_who_denies_what_nobody_is_named_for_is_the_source_of_it(
    extractor: Extractor, text: str, told: list[tuple[str | None, str]]
) -> None:
    quotes = extractor.extract(text + REST).quotes
    assert [(quote.source.text if quote.source else None, quote.text) for quote in quotes] == told
    assert all(quote.stance is Stance.DENIES for quote in quotes if quote.source)
