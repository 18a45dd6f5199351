"""Where contents begin and end, with the packaged model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hand_built import parse
from quotex.parse.tokens import TokenIndex
from quotex.pipeline.extractor import Extractor
from quotex.quotes.extents import Extents
from quotex.quotes.fitting import Marks
from quotex.text import Range, analyze

if TYPE_CHECKING:
    from spacy.language import Language

REST = "\n\nThe council of Orrin Falls meets again in March. The bridge stays closed until then.\n"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("No ferry ran from 10 p.m. to 6:30 a.m., the port said.", ["No ferry ran from 10 p.m. to 6:30 a.m."]),
        ("“She asked me, ‘Are you mad?’” said Ada Brook.", ["She asked me, ‘Are you mad?’"]),
        ("Ada Brook told the Post that “we are late”.", ["we are late"]),
        ("Ada Brook assured shop owners and their staff the road would open.", ["the road would open"]),
        (
            "Ada Brook said the bank would cut 900 jobs and called the decision “painful”.",
            ["the bank would cut 900 jobs", "the decision “painful”"],
        ),
        ("Ada Brook, asked if more would follow, said it was too early.", ["it was too early"]),
        (
            "The shop opens at 9 a.m., Ada Brook said, and shuts at 5 p.m.",
            ["The shop opens at 9 a.m. … and shuts at 5 p.m."],
        ),
        (
            "Tom Birch was seen throwing stones at officers, Orrin Crown Court was told.",
            ["Tom Birch was seen throwing stones at officers"],
        ),
        (
            "Ada Brook said it was hard to tell what the fire would look like but her study warns that it will come.",
            ["it was hard to tell what the fire would look like", "it will come"],
        ),
        (
            "Ada Brook said she was not the one the board would talk to.",
            ["she was not the one the board would talk to"],
        ),
        (
            "HALDEN, Norland — Two bridges over the Orrin closed for the winter, engineers reported on Tuesday.",
            ["Two bridges over the Orrin closed for the winter"],
        ),
        ("The engineers were told by Ada Brook that the bridge would stay closed.", ["the bridge would stay closed"]),
        ("Ada Brook told the hall that repairs had begun.", ["repairs had begun"]),
        ("Ada Brook called it a lie that the school hid 30 letters.", ["the school hid 30 letters"]),
        ("Ada Brook called it a shame that the school shut.", ["it a shame that the school shut"]),
        ("A study is said to show that the men fled and hid in May.", ["the men fled and hid in May"]),
        (
            "Ada Brook said “next year is the answer”, but did not give a date.",
            ["next year is the answer"],
        ),
        ("It rained all day. The bridge is shut, the county said. Two people fell.", ["The bridge is shut"]),
        (
            "Guards said the gate was locked between 9 p.m. and 6 a.m. on Monday. Nobody came.",
            ["the gate was locked between 9 p.m. and 6 a.m. on Monday"],
        ),
        ("🔴 Fire crews said the blaze was out. 🔥", ["the blaze was out"]),
        (
            "“We got it wrong,” Ada Brook added.\n\n“In closing it we failed to ask the town. I am sorry for that.”",
            ["We got it wrong, … In closing it we failed to ask the town. I am sorry for that."],
        ),
        (
            "Ada Brook told the Post that soldiers had slept near their “command post.” The people are free, and “the "
            "men who asked them call themselves agents,” Tom Birch said.",
            [
                "soldiers had slept near their “command post.”",
                "The people are free, and “the men who asked them call themselves agents,”",
            ],
        ),
        (
            "The town met on Friday. BIRCH DENIES EVERYTHING, SAYS AIDE“The people who wrote this letter have failed,” "
            "Ada Brook said in a statement.",
            ["The people who wrote this letter have failed"],
        ),
        (
            "The hum, Ada Brook believes, is a fault. The river, she added, had risen.",
            ["The hum … is a fault", "The river … had risen"],
        ),
        (
            "Several members of the Orrin Council are thinking of leaving, according to one of them.",
            ["Several members of the Orrin Council are thinking of leaving"],
        ),
        (
            "Within five years a third of the town had left, according to a history that Birch's wife typed by hand.",
            ["Within five years a third of the town had left"],
        ),
        (
            "Under the Quays Act of 2008, the owners can be jailed for no more than six years. The firm, which sold 40 "
            "boats last year, was fined nine million crowns in 2018 over a collapse, court records show.",
            ["The firm, which sold 40 boats last year, was fined nine million crowns in 2018 over a collapse"],
        ),
        ("The quay, which the engineers say is safe, was shut on Monday.", ["is safe"]),
    ],
)
def test_content(extractor: Extractor, text: str, contents: list[str]) -> None:
    found = [quote.text.removeprefix("that ") for quote in extractor.extract(text + REST).quotes if not quote.within]
    assert found == contents


@pytest.mark.parametrize(
    ("verb", "clause", "told"),
    [
        ("voiced", ["it/PRP nsubj 8", "held/VBD acl 5"], ("voiced to them the hope", "it held")),
        ("voiced", ["fuels/VBZ relcl 5", "towns/NNS dobj 7"], None),  # a hope, told of by what it does
        ("sold", ["it/PRP nsubj 8", "held/VBD acl 5"], None),
    ],
)
def test_the_noun_that_is_put_in_words_belongs_to_the_cue(
    verb: str, clause: list[str], told: tuple[str, str] | None
) -> None:
    before = ["Brook/NNP nsubj 1", f"{verb}/VBD ROOT 1", "to/IN prep 1", "them/PRP pobj 2"]
    noun = ["the/DT det 5", "hope/NN dobj 1", "that/IN mark 8"]
    doc = parse(*before, *noun, *clause)
    layout = analyze(doc.text)
    cue, content = (Range(doc[1].idx, doc[4].idx - 1), Range(doc[4].idx, len(doc.text)))
    found = Extents(Marks(layout), TokenIndex(doc)).behind_noun(content, cue)
    assert (found and (found[0].of(doc.text), found[1].of(doc.text))) == told


def test_a_noun_that_the_cue_has_already_takes_nothing_with_it() -> None:
    doc = parse(
        "She/PRP nsubj 1",
        "voiced/VBD ROOT 1",
        "hope/NN dobj 1",
        "that/IN mark 5",
        "it/PRP nsubj 5",
        "held/VBD acl 2",
        "water/NN dobj 5",
    )
    cue, content = Range(doc[1].idx, doc[3].idx - 1), Range(doc[3].idx, len(doc.text))
    assert Extents(Marks(analyze(doc.text)), TokenIndex(doc)).behind_noun(content, cue) is None


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        (
            "Marsh added: “We watch it closely.” Roe and Lind know that.",
            "“We watch it closely.” Roe and Lind know that",
            "We watch it closely.",
        ),
        ("Marsh added: “We watch” Roe and Lind.", "“We watch” Roe and Lind", "“We watch” Roe and Lind"),
        ("She told us that their wall would hold.", "that their wall would hold", "their wall would hold"),
        ("“I told you that their wall would hold,” she said.", "that their wall would hold", "their wall would hold"),
        ("“That wall will hold,” she said.", "That wall will hold", "That wall will hold"),
        ("She said that was the case.", "that was the case", "that was the case"),
    ],
)
def test_what_is_no_part_of_a_content_at_its_edges(nlp: Language, text: str, content: str, kept: str) -> None:
    layout = analyze(text)
    start = text.index(content)
    cue = Range(text.index("added"), text.index("added") + 5) if "added" in text else None
    (piece,) = Extents(Marks(layout), TokenIndex(nlp(text))).cut([Range(start, start + len(content))], cue)
    assert piece.of(text) == kept
