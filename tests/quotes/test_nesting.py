"""Speech told within speech, with the packaged model."""

from __future__ import annotations

import pytest

from quotex.contract.records import Act, QuoteType
from quotex.pipeline.extractor import Extractor

REST = "\n\nThe council of Orrin Falls meets again in March. The bridge stays closed until then.\n"


@pytest.mark.parametrize(
    ("text", "source", "content", "kind"),
    [
        (
            "Ada Brook said that the doctor had told her the leg was broken in two places.",
            "the doctor",
            "the leg was broken in two places",
            QuoteType.INDIRECT,
        ),
        (
            "“My father always told me, ‘Never trust a bridge,’” said Ada Brook.",
            "My father",
            "Never trust a bridge",
            QuoteType.DIRECT,
        ),
        (
            "The clerk recalled that the man said, “I will burn it down,” the sheriff's office said.",
            "the man",
            "I will burn it down",
            QuoteType.DIRECT,
        ),
        (
            "“My father said, ‘I hope you’ll mend it one day’, and I think of it every morning,” said Ada Brook.",
            "My father",
            "I hope you’ll mend it one day",
            QuoteType.DIRECT,
        ),
        (
            "“We open the gate at dawn,” she told the villagers, according to a statement of the council.",
            "she",
            "We open the gate at dawn",
            QuoteType.DIRECT,
        ),
        (
            "The clerk who took the call recalled that the man said, “I will burn it down,” according to the sheriff.",
            "The clerk who took the call",
            "the man said, “I will burn it down,”",
            QuoteType.MIXED,
        ),
        (
            "The man told the clerk that the bridge would burn, court papers say.",
            "The man",
            "the bridge would burn",
            QuoteType.INDIRECT,
        ),
        (
            "The driver told a guard that his cousin had bragged he could outrun anyone, papers say.",
            "his cousin",
            "he could outrun anyone",
            QuoteType.INDIRECT,
        ),
        (
            "According to the Post, one user on Weblo, which is a forum, posted: “I want to know how they came here.”",
            "one user on Weblo, which is a forum",
            "I want to know how they came here.",
            QuoteType.DIRECT,
        ),
        (
            "“He told me he was ill,” Ada Brook said.",
            "He",
            "he was ill",
            QuoteType.INDIRECT,
        ),
        (
            "The complaint says Birch texted his wife that the money was hidden under the bridge.",
            "Birch",
            "the money was hidden under the bridge",
            QuoteType.INDIRECT,
        ),
        (
            "He called the engineer a “clown” and said “somebody should throw her off”, the prosecutor's office said.",
            "He",
            "somebody should throw her off",
            QuoteType.DIRECT,
        ),
        (
            "The clerk recalled that Tom Birch shouted, “Get out of my yard!” the prosecutor told the court.",
            "Tom Birch",
            "Get out of my yard!",
            QuoteType.DIRECT,
        ),
        (
            "Investigators found that Birch had met the officials twice, the port authority said.",
            "Investigators",
            "Birch had met the officials twice",
            QuoteType.INDIRECT,
        ),
        (
            "The Herald reported that the minister had called the judge “a disgrace”.",
            "the minister",
            "the judge “a disgrace”",
            QuoteType.MIXED,
        ),
        (
            "Prosecutors say that Birch texted a friend that he “might have to disappear” on the night of the fire.",
            "Birch",
            "he “might have to disappear” on the night of the fire",
            QuoteType.MIXED,
        ),
        (
            "According to the complaint, Birch warned his partner that the roof would fall.",
            "Birch",
            "the roof would fall",
            QuoteType.INDIRECT,
        ),
        (
            "The report says Tom Birch promised to pay the workers.",
            "Tom Birch",
            "to pay the workers",
            QuoteType.INDIRECT,
        ),
        (
            "Court papers show that Tom Birch denied taking the money.",
            "Tom Birch",
            "taking the money",
            QuoteType.INDIRECT,
        ),
    ],
)
def test_the_inner_speaker_has_a_quotation(
    extractor: Extractor, text: str, source: str, content: str, kind: QuoteType
) -> None:
    quotes = extractor.extract(text + REST).quotes
    inner = next(quote for quote in quotes if quote.source and (quote.source.text, quote.text) == (source, content))
    outer = next(quote for quote in quotes if quote.id == inner.within)
    assert inner.type is kind
    assert content in outer.text


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook said that the bridge told of better times.",
        "“I believe that it will hold,” said Ada Brook.",
        "Ada Brook said that Norland could tell its allies that the talks had failed.",
        "“They showed what they can do,” Ada Brook said.",
        "Officers went to the yard and found the victim dead, Ada Brook said.",
        "Ada Brook said that Tom Birch had talked about the safety of the bridge.",
        "Ada Brook said that the driver had refused to let her board.",
        "The mayor said that if he believed the report he would close the bridge.",
        "“Words cannot describe how I feel,” said Ada Brook.",
        "“The state should not dictate what we wear,” said Ada Brook.",
        "“As I said, the bridge will hold,” said Ada Brook.",
    ],
)
def test_nobody_else_speaks_in_it(extractor: Extractor, text: str) -> None:
    quotes = extractor.extract(text + REST).quotes
    assert quotes
    assert {quote.within for quote in quotes} == {None}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("BRENN: The fair is off. The mayor, Tom Birch, said that it was too wet.", "it was too wet"),
        ("VINT: A van burned. Tom Birch, who owns it, said he had left the key in it.", "he had left the key in it"),
    ],
)
def test_what_is_heard_in_words_of_nobodys_stands_by_itself(extractor: Extractor, text: str, heard: str) -> None:
    (quote,) = extractor.extract("AROUND THE REGION\n\n" + text + REST).quotes
    assert (quote.text, quote.within) == (heard, None)


@pytest.mark.parametrize("text", ["“Is she aware that it leaks?” Birch asked.", "“Did she say it leaks?” Birch asked."])
def test_nobody_knows_or_says_what_is_asked(extractor: Extractor, text: str) -> None:
    assert [quote.within for quote in extractor.extract(text + REST).quotes] == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Does Mayor Ada Brook really want to reopen the mill?", []),
        ("Does the mayor believe that the mill will close in May?", []),
        ("Did Tom Birch say that the mill was shut?", []),
        ("Why did Tom Birch say that the mill was shut?", ["the mill was shut"]),
        ("“Is the mill open?” asked Ada Brook.", ["Is the mill open?"]),
        ("“Anyone who thought he would go is a fool,” Ada Brook said.", ["Anyone who thought he would go is a fool"]),
        (
            "“Anyone who claims that the bridge is safe has not seen it,” Ada Brook said.",
            ["Anyone who claims that the bridge is safe has not seen it"],
        ),
        ("Ada Brook said that whoever took the boat had left.", ["whoever took the boat had left"]),
    ],
)
def test_who_asks_whether_something_is_said_tells_nothing_of_it(
    extractor: Extractor, text: str, told: list[str]
) -> None:
    assert [quote.text for quote in extractor.extract(text + REST).quotes] == told


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“He told me it had leaked all winter,” Ada Brook said.", "He", "it had leaked all winter"),
        ("She said he hoped that the bridge would hold.", "he", "the bridge would hold"),
        ("Ada Brook said they hoped that the bridge would hold.", "they", "the bridge would hold"),
        (
            "Ada Brook said a report recommended moving the bridge to Norland.",
            "a report",
            "moving the bridge to Norland",
        ),
        ("Ada Brook said the firm admitted the theft of the papers.", "the firm", "the theft of the papers"),
        ("Ada Brook said the guards had spoken of “a shadow” on the bridge.", "the guards", "“a shadow” on the bridge"),
    ],
)
def test_the_tagger_hears_who_else_speaks_in_it(extractor: Extractor, text: str, source: str, content: str) -> None:
    outer, inner = extractor.extract(text + REST).quotes
    assert (inner.source and inner.source.text, inner.text, inner.within) == (source, content, outer.id)


def test_marks_within_marks_are_the_inner_speakers_own(extractor: Extractor) -> None:
    told = "Tom is a brother to me, he put his arm round me and said, 'Don't worry everything's fine'. He's kind,"
    _, inner = extractor.extract(f'"{told}" Ada Brook said.{REST}').quotes
    assert (inner.text, inner.type) == ("Don't worry everything's fine", QuoteType.DIRECT)


@pytest.mark.parametrize(
    ("text", "act", "type"),
    [
        ("Norland plans to sell the port to a foreign firm, Ada Brook said.", Act.THOUGHT, QuoteType.INDIRECT),
        (
            "“The workers think that it will hold, and the mayor hopes so,” said Ada Brook.",
            Act.THOUGHT,
            QuoteType.INDIRECT,
        ),
        ("Ada Brook said that Norland had announced new tolls for the bridge.", Act.SAID, QuoteType.INDIRECT),
    ],
)
def test_what_is_meant_within_is_a_thought(extractor: Extractor, text: str, act: Act, type: QuoteType) -> None:
    _, inner = extractor.extract(text + REST).quotes
    assert (inner.act, inner.type) == (act, type)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brook said she hoped that the bridge would hold.",
        "The workers said they believed that the bridge would hold.",
        "He said he expected the bridge to hold.",
    ],
)
def test_an_own_thought_is_told_once_unless_all_is_asked_for(extractor: Extractor, text: str) -> None:
    once = extractor.extract(text + REST)
    assert (len(once.quotes), once.quotes_left_out) == (1, 1)
    both = Extractor(acts=tuple(Act), min_confidence=0.0).extract(text + REST).quotes
    assert [(quote.within, quote.act) for quote in both] == [(None, Act.SAID), ("q1", Act.THOUGHT)]
    assert [quote.act for quote in Extractor(acts=(Act.THOUGHT,)).extract(text + REST).quotes] == [Act.THOUGHT]


def test_what_is_done_within_a_quotation_by_nobody_is_no_quotation() -> None:
    told = "“The illegality of the wall has always been stated as a fact by judges,” Ada Brook said."
    extractor = Extractor(acts=tuple(Act), min_confidence=0.0)
    assert len(extractor.extract(told + REST).quotes) == 1
    told = "Ada Brook said the harbour board's refusal to answer did not go over well with the miners."
    assert [quote.act for quote in extractor.extract(told + REST).quotes] == [Act.SAID, Act.OTHER]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“I miss her. They say that the mill will help us.” Birch said.", "the mill will help us"),
        ("“I miss her. They say that the mill came from the U.S.” Birch said.", "the mill came from the U.S."),
    ],
)
def test_the_last_stop_is_the_outer_quotations(extractor: Extractor, text: str, told: str) -> None:
    outer, inner = extractor.extract(text + REST).quotes
    assert outer.text.endswith(".")
    assert inner.text == told
