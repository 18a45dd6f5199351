"""What was said, thought or neither, where the words of the cue settle it, with the packaged model."""

from __future__ import annotations

import pytest

from quotex.contract.records import Act, Stance
from quotex.pipeline.extractor import Extractor

REST = "\n\nThe council of Orrin Falls meets again in March. The bridge stays closed until then.\n"


@pytest.fixture(scope="module")
def everything() -> Extractor:
    """An extractor that writes every act."""
    return Extractor(acts=tuple(Act), min_confidence=0.0)


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        ("The panel concluded its second week of hearings on Thursday.", "second week of hearings", Act.OTHER),
        ("Mayor Ada Brook condemned the attempts to close the bridge.", "to close the bridge", Act.OTHER),
        ("Mayor Ada Brook praised the guards for keeping the gate shut.", "keeping the gate shut", Act.OTHER),
        ("Videos posted online showed officers racing up a staircase.", "racing up a staircase", Act.OTHER),
        ("The study showed that two in five bridges leak.", "two in five bridges leak", Act.SAID),
        ("Ada Brook has denied the guards their seventh title in a row.", "their seventh title in a row", Act.OTHER),
        ("The court has denied the guards' request for a new gate.", "request for a new gate", Act.OTHER),
        ("The court has denied the guards a permit.", "a permit", Act.OTHER),
        ("River guards denied town fair slot", "town fair slot", Act.OTHER),
        ("The envoy called for “a better future” for the guards.", "a better future", Act.SAID),
        ("Tom Birch denied any request to keep the gate.", "any request", Act.SAID),
        ("Mayor Ada Brook praised the guards for their “brave work” on Monday.", "brave work", Act.SAID),
        ("She thanked Tom Birch for his “kind and brave words” and left.", "kind and brave words", Act.SAID),
        ("Tom Birch has twice branded Ada Brook “weird”, a word that others use.", "weird", Act.SAID),
        ("The guards will be disappointed not to have won the title.", "to have won the title", Act.OTHER),
        ("The guards hope that they will win the title.", "they will win the title", Act.THOUGHT),
        ("If the guards want to win the title, Ada Brook must go.", "to win the title", Act.OTHER),
        ("The guards likely considered the gate to be shut.", "the gate to be shut", Act.OTHER),
        ("The children of Orrin Falls should know that the dam could break.", "the dam could break", Act.OTHER),
        ("There are fears in the town that the dam will break.", "the dam will break", Act.OTHER),
        ("Ada Brook fears that the dam will break.", "the dam will break", Act.THOUGHT),
        ("Ada Brook told reporters about a scarf given to her by the town.", "given to her by the town", Act.OTHER),
        ("The group's leader was said to have fled to Norland.", "fled to Norland", Act.OTHER),
        ("Ada Brook expressed the hope that the dam would hold.", "the dam would hold", Act.SAID),
        ("Norland has vowed to punish the raiders.", "to punish the raiders", Act.SAID),
        ("Ada Brook believes that the dam will hold.", "the dam will hold", Act.THOUGHT),
        ("Tom Birch withdrew his earlier claim that police had beaten him.", "police had beaten him", Act.SAID),
        ("The code requires drivers to rest for an hour every day.", "drivers to rest", Act.OTHER),
        ("The constitution gives the president 14 days to sign.", "14 days to sign", Act.OTHER),
        ("The code says that drivers must rest every day.", "drivers must rest", Act.SAID),
        ("The code specifies that drivers must rest every day.", "drivers must rest", Act.SAID),
        ("The council required Norland to pay, the code warns.", "The council required", Act.SAID),
        ("Norland speculated that the dam would hold.", "the dam would hold", Act.SAID),
    ],
)
def test_the_cue_settles_the_act(everything: Extractor, text: str, content: str, act: Act) -> None:
    quotes = [quote for quote in everything.extract(text + REST).quotes if content in quote.text]
    assert {quote.act for quote in quotes} <= {act}
    assert quotes or act is Act.OTHER


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Brook remembers the night of the flood.", False),
        ("Ada Brook remembers that it was dark.", True),
        ("Ada Brook recalled seeing a boat in the church.", True),
    ],
)
def test_of_what_is_but_remembered_nothing_is_said(extractor: Extractor, text: str, said: bool) -> None:
    assert bool(extractor.extract(text + REST).quotes) is said


@pytest.mark.parametrize(
    "text",
    [
        "Having said that, the new timetable is not a disaster.",
        "It is broadly fair to say that the eastern towns vote for others.",
        "Needless to say, the lake is deep.",
        "Rest assured that the lake is deep.",
        "And rest assured that we will never sell your address.",
        "Readers can rest assured that the lake is deep.",
        "Suffice it to say that the lake is deep.",
    ],
)
def test_a_turn_of_speech_is_nobodys(everything: Extractor, text: str) -> None:
    assert not everything.extract(text + REST).quotes


@pytest.mark.parametrize(
    "text",
    [
        "Contrary to what the governor told parliament, the dam had never been inspected.",
        "Contrary to the minister's claim, exports fell by 4 per cent.",
        "Despite what the company says, the river is poisoned.",
        "Whatever the ministry says, 12 people died in the camp.",
    ],
)
def test_what_is_held_against_somebody_is_not_what_he_says(everything: Extractor, text: str) -> None:
    assert not everything.extract(text + REST).quotes


def test_what_comes_whatever_happens_is_said(everything: Extractor) -> None:
    (quote,) = everything.extract("Whatever happens, Ada Brook said, the dam will be built." + REST).quotes
    assert quote.text.endswith("the dam will be built")


def test_in_speech_it_is_somebodys(everything: Extractor) -> None:
    (quote,) = everything.extract("“Having said that, I like the bridge,” said Ada Brook." + REST).quotes
    assert (quote.text, quote.stance) == ("Having said that, I like the bridge", Stance.ASSERTS)


@pytest.mark.parametrize(
    ("text", "content", "act"),
    [
        ("Ada Brook does not believe it.", "it", Act.OTHER),
        ("The council wants a dam. Mayor Ada Brook is against it.", "it", Act.OTHER),
        ("Ada Brook is hoping for more.", "more", Act.OTHER),
        ("Ada Brook is hoping for more money.", "more money", Act.THOUGHT),
        ("“So,” said Ada Brook.", "So", Act.SAID),  # between marks it is what she said
    ],
)
def test_who_holds_a_word_that_tells_nothing_has_an_attitude(
    everything: Extractor, text: str, content: str, act: Act
) -> None:
    *_, quote = everything.extract(text + REST).quotes
    assert (quote.text, quote.act) == (content, act)


def test_what_is_heard_but_faintly_is_told_with_all_alone(everything: Extractor, extractor: Extractor) -> None:
    text = "They would reveal extensive business interests in Norland." + REST
    (quote,) = everything.extract(text).quotes
    assert (quote.text, quote.act) == ("extensive business interests in Norland", Act.OTHER)
    assert not extractor.extract(text).quotes
    assert not everything.extract("They spoke for an hour." + REST).quotes


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ada Brook warned the guards to stay indoors.", Stance.URGES),
        ("Ada Brook warned that the dam would break.", Stance.WARNS),
        ("Ada Brook has been clear that the dam will hold.", Stance.ASSERTS),
        ("Ada Brook sent a clear warning that the dam would break.", Stance.WARNS),
    ],
)
def test_what_is_done_with_a_content_shows_in_its_form(everything: Extractor, text: str, stance: Stance) -> None:
    assert [quote.stance for quote in everything.extract(text + REST).quotes] == [stance]


def test_a_source_is_more_than_its_article(everything: Extractor) -> None:
    (quote,) = everything.extract(
        "It is not affected by an individual's decision to release her letters." + REST
    ).quotes
    assert quote.source is not None
    assert quote.source.text == "an individual"


@pytest.mark.parametrize(
    ("source", "ground"),
    [
        ("A clerk who asked not to be identified", "asked not to be identified"),
        (
            "A guard who spoke on condition of anonymity because he feared the sack",
            "on condition of anonymity because he feared the sack",
        ),
        (
            "A clerk, who asked not to be named because she feared the sack,",
            "asked not to be named because she feared the sack",
        ),
    ],
)
def test_who_is_not_named_says_what_stands_behind_the_reason(extractor: Extractor, source: str, ground: str) -> None:
    extraction = extractor.extract(f"{source} said that the files had been shredded.{REST}")
    assert [quote.text for quote in extraction.quotes] == ["the files had been shredded"]
    (speaker,) = extraction.speakers
    assert speaker.anonymity is not None
    assert speaker.anonymity.text == ground


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("As they say, the dam is older than the town.", False),
        ("The couple called it quits in June.", False),
        ("The dam is older than the town, as they say in court.", True),
        ("The couple called it a ruin.", True),
    ],
)
def test_words_for_a_turn_of_speech_can_say_something(extractor: Extractor, text: str, said: bool) -> None:
    assert bool(extractor.extract(text + REST).quotes) is said
