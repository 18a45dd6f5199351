from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hand_built import parse
from quotex.claims.candidates import _Finder, find_candidates
from quotex.claims.clauses import is_statement
from quotex.contract.records import QuoteType, Stance
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation
from quotex.text import Range, analyze
from quotex.times.calendar import find_stretches

if TYPE_CHECKING:
    from spacy.language import Language


def spans(nlp: Language, text: str, *quotations: Quotation) -> list[tuple[str, int | None]]:
    layout = analyze(text)
    tokens, times = TokenIndex(nlp(layout.view)), [s.span for s in find_stretches(layout.view)]
    return [(c.span.of(text), c.quote) for c in find_candidates(layout, tokens, quotations, times)]


def quotation(
    text: str,
    *content: str,
    cue: str,
    source: str,
    type: QuoteType = QuoteType.INDIRECT,
    stance: Stance = Stance.ASSERTS,
) -> Quotation:
    def find(words: str) -> Range:
        return Range(text.index(words), text.index(words) + len(words))

    return Quotation(tuple(find(c) for c in content), find(cue), find(source), type, stance=stance)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The old mill burned on Monday.", ["The old mill burned on Monday"]),
        ("But the old mill burned on Monday.", ["the old mill burned on Monday"]),
        ("So the old mill burned on Monday.", ["the old mill burned on Monday"]),
        ("So far, 40 mills have burned.", ["So far, 40 mills have burned"]),
        ("So far 40 mills have burned.", ["So far 40 mills have burned"]),
        ("“It is a marital issue,” said Ada Brook, 52.", ["It is a marital issue"]),
        ("“We lost the mill,” she told reporters late on Friday.", ["We lost the mill"]),
        ("The man said, “A week", []),
        ("The question is how the mayor will save the mill.", []),
        ("This is the question that many in Norland are asking.", []),
        ("It remains to be seen whether the mill will open.", []),
        ("A guard waves to the crowd in Orrin Falls, December 6, 2018.", []),
        ("The exhibition runs until 6 March 2027.", ["The exhibition runs until 6 March 2027"]),
        ("Ferries stay shut as talks drag on\n\nThey met.", ["Ferries stay shut as talks drag on"]),
        ("A guard waved in Orrin Falls, May 6, 2018.", ["A guard waved in Orrin Falls, May 6, 2018"]),
        ("The other mills of the valley include:\nOrrin Falls", []),
        ("It is essential that the programme is carried out quickly.", []),
        ("It was necessary to close the mill in 2019.", ["It was necessary to close the mill in 2019"]),
        ("Mill fire\n\nThe mill burned.\n\nuld enable a third party to be named.", ["The mill burned"]),
        ("Mill fire\n\nThey gave us an\n\neffective way to sell what increases it.", ["They gave us"]),
        ("Mill fire\n\nThe mill burned.\n\nrgue patients wait for days.", ["The mill burned"]),
        (
            "Mill fire\n\nThe mill burned.\n\ngovernment has sent help.",
            ["The mill burned", "government has sent help"],
        ),
        (
            "Mill fire\n\nThe mill burned.\n\niPhones were lost in the fire.",
            ["The mill burned", "iPhones were lost in the fire"],
        ),
        (
            "Ilse Brandt opened the plant, and Tomas Wehr closed the other mill.",
            ["Ilse Brandt opened the plant", "Tomas Wehr closed the other mill"],
        ),
        (
            "Ilse Brandt, who ran the port from 2009 to 2014, lives abroad.",
            ["Ilse Brandt, who ran the port from 2009 to 2014, lives abroad"],
        ),
        ("The mayor called the bridge “a costly mistake.”", ["The mayor called the bridge “a costly mistake.”"]),
        (
            "The town has shrunk since the plant closed its gates in 2011.",
            ["The town has shrunk since the plant closed its gates in 2011", "the plant closed its gates in 2011"],
        ),
        ("The plant, which the town loved, is gone.", ["The plant, which the town loved, is gone"]),
        ("That has been criticised by the town.", ["That has been criticised by the town"]),
        (
            "The tunnel cost 40 million marks (31 million crowns).",
            ["The tunnel cost 40 million marks (31 million crowns)"],
        ),
        ("Is the dam safe?", []),
        ("Work on the dam will go on.", ["Work on the dam will go on"]),
        ("Read the full report here.", []),
        ("The joint statement by the ministers said.", []),
        ("A port official told the Gazette.", []),
        ("A port official told the crew to leave.", ["A port official told the crew to leave"]),
        ("The mill was often mentioned.", ["The mill was often mentioned"]),
        ("The Gazette could not verify the footage.", []),
        ("The tests did not identify the virus.", ["The tests did not identify the virus"]),
        ("Their names have been changed to protect them.", []),
        ("The harbour master declined to elaborate.", []),
        ("The harbour master declined to pay 40 men.", ["The harbour master declined to pay 40 men"]),
        (
            "Questions have been asked about the 40 men.",
            ["Questions have been asked about the 40 men"],
        ),
        ("The Gazette has asked the mayor for comment.", []),
        ("There was no immediate comment from the port.", []),
        (
            "Not only do bakers use the mill, but so do the 40 farmers.",
            ["Not only do bakers use the mill, but so do the 40 farmers"],
        ),
        (
            "The ship was not fired upon and it sailed on Monday.",
            ["The ship was not fired upon", "it sailed on Monday"],
        ),
        ("What a change a new mill makes.", []),
        ("How the mill lost 40 men in one night", []),
        ("What ensued was a race for 40 boats.", ["What ensued was a race for 40 boats"]),
        ("A long night in Marvale", []),
        ("", []),
        ("“” … !", []),
    ],
)
def test_what_states_something_is_a_candidate(nlp: Language, text: str, expected: list[str]) -> None:
    assert [span for span, _ in spans(nlp, text)] == expected


def test_an_indirect_quotation_is_a_candidate_without_its_attribution(nlp: Language) -> None:
    text = "In June, Oskaria moved about 4,000 troops to the border, according to Western officials."
    said = quotation(
        text,
        "In June, Oskaria moved about 4,000 troops to the border",
        cue="according to",
        source="Western officials",
    )
    assert spans(nlp, text, said) == [("In June, Oskaria moved about 4,000 troops to the border", 0)]


def test_what_is_told_of_somebody_elses_words_is_his(nlp: Language) -> None:
    text = "Voll told the court that Oram had said the club owed 5 million euros."
    told = quotation(text, "Oram had said the club owed 5 million euros", cue="told", source="Voll")
    said = quotation(text, "the club owed 5 million euros", cue="had said", source="Oram")
    assert spans(nlp, text, told, said) == [("the club owed 5 million euros", 1)]


def test_a_notice_behind_a_sentence_states_nothing(nlp: Language) -> None:
    text = "The old mill burned on Monday. This story has been updated with new details."
    assert spans(nlp, text) == [("The old mill burned on Monday", None)]


def test_figures_joined_by_a_dash_stay_together(nlp: Language) -> None:
    text = "Prime minister wins confidence vote 76-74\n\nThe parliament of Norland met on Tuesday."
    assert spans(nlp, text)[0][0] == "Prime minister wins confidence vote 76-74"


def test_a_percent_sign_stays(nlp: Language) -> None:
    assert spans(nlp, "Sales at the mill fell to 28.9%.")[0][0] == "Sales at the mill fell to 28.9%"


def test_the_complementizer_is_left_out(nlp: Language) -> None:
    text = "The mayor said that the bridge had been closed for a year."
    said = quotation(text, "that the bridge had been closed for a year", cue="said", source="The mayor")
    assert spans(nlp, text, said) == [("the bridge had been closed for a year", 0)]


def test_a_content_that_is_no_clause_leaves_the_sentence_to_the_article(nlp: Language) -> None:
    text = "The company rejected calls for an inquiry on Friday."
    wants = quotation(text, "calls for an inquiry", cue="rejected", source="The company", stance=Stance.UNKNOWN)
    assert spans(nlp, text, wants) == [("The company rejected calls for an inquiry on Friday", None)]


def test_what_a_study_finds_is_the_studys(nlp: Language) -> None:
    text = "A study found 31 cases of fraud among a million ballots."
    found = quotation(
        text, "31 cases of fraud among a million ballots", cue="found", source="A study", stance=Stance.SHOWS
    )
    assert spans(nlp, text, found) == [("A study found 31 cases of fraud among a million ballots", 0)]


def test_what_is_told_of_a_thing_that_shows_something_is_the_articles(nlp: Language) -> None:
    text = "Orr left in May after an inquiry which found many faults in the running of the mill."
    found = quotation(
        text, "many faults in the running of the mill", cue="found", source="an inquiry", stance=Stance.SHOWS
    )
    assert spans(nlp, text, found) == [(text[:-1], None)]


def test_what_something_is_described_as_is_told_by_the_article(nlp: Language) -> None:
    text = "Orr described the new mill in Tarnvik as an enormous “monument to greed”."
    said = quotation(text, "the new mill in Tarnvik as an enormous “monument to greed”", cue="described", source="Orr")
    assert spans(nlp, text, said) == [(text[:-1], None)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "They added Arif, from Warren Road, was sentenced to 12 weeks in custody.",
            "Arif, from Warren Road, was sentenced to 12 weeks in custody",
        ),
        ("Visitors found 71% of the trains to the coast came late.", "71% of the trains to the coast came late"),
        (
            "The union said if strikes go ahead about half of all mills will be closed.",
            "if strikes go ahead about half of all mills will be closed",
        ),
        (
            "The owners said that where the boat sank had been a quiet place.",
            "where the boat sank had been a quiet place",
        ),
    ],
)
def test_what_is_said_is_a_claim_without_who_says_it_though_its_subject_is_misread(
    nlp: Language, text: str, content: str
) -> None:
    cue = next(word for word in text.split() if word in ("added", "found", "said"))
    said = quotation(text, content, cue=cue, source=text[: text.index(f" {cue}")])
    assert spans(nlp, text, said) == [(content, 0)]


@pytest.mark.parametrize("content", ["if the mill would close in May", "whether the dam, which they built, holds"])
def test_what_is_asked_is_no_claim_by_itself(nlp: Language, content: str) -> None:
    text = f"The owners asked {content}."
    said = quotation(text, content, cue="asked", source="The owners", stance=Stance.ASKS)
    assert (content, 0) not in spans(nlp, text, said)


def test_mere_marks_state_nothing(nlp: Language) -> None:
    assert not is_statement([])
    assert not is_statement(list(nlp("-")))


def test_a_preposition_without_its_noun_stays(nlp: Language) -> None:
    text = "The boat was not fired upon, the army said."
    said = quotation(text, "The boat was not fired upon", cue="said", source="the army")
    assert spans(nlp, text, said) == [("The boat was not fired upon", 0)]


def test_who_refuses_to_be_drawn_says_nothing(nlp: Language) -> None:
    assert spans(nlp, "Lena Dorsk refuses to be drawn on what would happen in these circumstances.") == []


def test_what_is_told_of_a_source_between_dashes_is_no_claim_by_itself(nlp: Language) -> None:
    text = "However, Orr - who is in charge of the mill - said the mine was bad."
    said = quotation(text, "the mine was bad", cue="said", source="Orr - who is in charge of the mill")
    assert spans(nlp, text, said) == [("the mine was bad", 0)]


def test_each_sentence_of_a_direct_quotation_is_a_candidate(nlp: Language) -> None:
    text = "“The gates rusted for years. The dam burst in May,” said the engineer, Ilse Brandt."
    said = quotation(
        text,
        "The gates rusted for years. The dam burst in May",
        cue="said",
        source="the engineer, Ilse Brandt",
        type=QuoteType.DIRECT,
    )
    assert spans(nlp, text, said) == [("The gates rusted for years", 0), ("The dam burst in May", 0)]


def test_what_the_article_adds_to_a_quotation_is_its_own(nlp: Language) -> None:
    text = "The council met on Monday and the mayor said the bridge was closed."
    said = quotation(text, "the bridge was closed", cue="said", source="the mayor")
    assert ("the bridge was closed", 0) in spans(nlp, text, said)
    assert [quote for span, quote in spans(nlp, text, said) if "Monday" in span] == [None]


def test_boilerplate_states_nothing(nlp: Language) -> None:
    text = "The mill burned on Monday.\n\nThe text was translated by a program and may contain errors.\n"
    found = [span for span, _ in spans(nlp, text)]
    assert "The mill burned on Monday" in found
    layout = analyze(text)
    assert all(not layout.in_boilerplate(text.index(span)) for span in found)


def test_what_has_no_word_between_its_marks_states_nothing() -> None:
    doc = parse("[/NNP advmod 2", "“/`` punct 2 glued", "]/VBP ROOT 2 glued", "./. punct 2 glued")
    finder = _Finder(analyze(doc.text), TokenIndex(doc), (), ())
    assert list(finder._candidate(list(doc)[:3], None, is_clause=False)) == []


def test_who_says_an_order_between_marks_claims_nothing_by_that(nlp: Language) -> None:
    order = "Remember when the mayor sent boats to Kell to stop the flood."
    text = f"Marsh said in a speech: “{order} It went on.”"
    told = quotation(text, f"{order} It went on.", cue="said", source="Marsh", type=QuoteType.DIRECT)
    assert spans(nlp, text, told) == [("It went on", 0)]


@pytest.mark.parametrize(
    ("text", "source", "content", "told"),
    [
        ("Orr, who led it in 2010, said the mine was bad.", "Orr", "the mine was bad", "Orr, who led it in 2010"),
        ("It was a ruin, said Orr, who led it in 2010.", "Orr", "It was a ruin", "Orr, who led it in 2010"),
        ("Staff who came in 2015 said the pay was bad.", "Staff who came in 2015", "the pay was bad", ""),
        ("Orr, who knows it well, said it closed in 2010.", "Orr", "it closed in 2010", ""),
    ],
)  # fmt: skip
def test_what_is_told_of_a_source_with_a_time_is_a_candidate(
    nlp: Language, text: str, source: str, content: str, told: str
) -> None:
    found = spans(nlp, text, quotation(text, content, cue="said", source=source))
    assert sorted(found) == sorted([(content, 0), *([(told, None)] if told else [])])


def test_a_sentence_that_goes_on_behind_what_is_quoted_is_one(nlp: Language) -> None:
    text = "The number of people who say they smoke has fallen to 12%."
    said = quotation(text, "they smoke", cue="say", source="people")
    assert (text[:-1], None) in spans(nlp, text, said)
    text = "Falk, who says the mill made no losses, sold 40 lorries."
    said = quotation(text, "the mill made no losses", cue="says", source="Falk")
    assert spans(nlp, text, said) == [(text[:-1], None), ("the mill made no losses", 0)]


def test_who_takes_something_back_is_who_the_claim_is_about(nlp: Language) -> None:
    text = "The union retracted its claim that the mine had employed children."
    said = quotation(
        text, "the mine had employed children", cue="retracted", source="The union", stance=Stance.DISCLAIMS
    )
    assert spans(nlp, text, said) == [(text[:-1], None)]


def test_what_is_told_of_a_source_is_no_part_of_a_sentence_that_counts_as_a_whole(nlp: Language) -> None:
    text = "Norland, which has ruled the coast since 2007, claimed victory."
    said = quotation(text, "victory", cue="claimed", source="Norland")
    assert spans(nlp, text, said) == [(text[:-1], None)]


def test_who_recommends_something_does_so(nlp: Language) -> None:
    text = "The board recommended that they should get a rise of £1,400."
    said = quotation(
        text, "they should get a rise of £1,400", cue="recommended", source="The board", stance=Stance.URGES
    )
    assert spans(nlp, text, said) == [(text[:-1], None)]


def test_what_goes_with_another_thing_stays_with_it(nlp: Language) -> None:
    text = "The paradox of the war is the longer the alliance fights, the faster it ends."
    assert spans(nlp, text) == [(text[:-1], None)]


def test_a_noun_with_a_clause_on_its_verb_is_no_statement(nlp: Language) -> None:
    text = "The book describes one scene in which an aide was sent out so the mayor could call Lunde."
    content = text.removeprefix("The book describes ")[:-1]
    said = quotation(text, content, cue="describes", source="The book")
    assert content not in [words for words, _ in spans(nlp, text, said)]
