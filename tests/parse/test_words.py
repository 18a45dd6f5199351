"""Classes and forms of words by hand-built parses: each question at its border."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from hand_built import parse
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.parse.tokens import word_beside

SENTENCE = parse(
    "Nearly/RB quantmod 1",
    "40/CD nummod 3",
    "more/JJR amod 3",
    "boats/NNS nsubj 7 lemma=boat",
    "on/IN prep 3",
    "Lake/NNP compound 6",
    "Orla/NNP pobj 4",
    "took/VBD ROOT 7 lemma=take",
    "over/RP prt 7",
    "the/DT det 10",
    "grain/NN compound 11",
    "trade/NN dobj 7",
    "in/IN prep 7",
    "returning/VBG pcomp 12 lemma=return",
    "to/TO aux 15",
    "win/VB advcl 7",
    "it/PRP dobj 15",
    "and/CC cc 15",
    "be/VB conj 15 pos=AUX",
    "richer/JJR acomp 18",
    "./. punct 7 glued",
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (grammar.is_noun, ["boats", "Lake", "Orla", "grain", "trade"]),
        (grammar.is_common_noun, ["boats", "grain", "trade"]),
        (grammar.is_plural, ["boats"]),
        (grammar.is_verb, ["took", "returning", "win", "be"]),
        (grammar.is_full_verb, ["took", "returning", "win"]),
        (grammar.is_past_tense, ["took"]),
        (grammar.is_present_participle, ["returning"]),
        (grammar.is_describing, ["Nearly", "more", "richer"]),
        (grammar.is_adjectival, ["more", "returning", "richer"]),
        (grammar.is_graded, ["more", "richer"]),
        (grammar.is_preposition, ["on", "over", "in"]),
        (grammar.is_determiner, ["the"]),
        (grammar.is_pronoun, ["it"]),
        (grammar.is_numeral, ["40"]),
        (grammar.leads_on, ["on", "the", "in", "to", "and"]),  # but "took over" ends with its particle
        (
            grammar.is_content_word,
            ["40", "more", "boats", "Lake", "Orla", "took", "grain", "trade", "returning", "win", "richer"],
        ),
    ],
)
def test_of_which_words_it_is_true(question: Callable[[Token], bool], expected: list[str]) -> None:
    assert [token.text for token in SENTENCE if question(token)] == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (rel.SUBJECT, ["boats"]),
        (rel.PARTICLE, ["over"]),
        (rel.PREMODIFIER, ["more", "Lake", "grain"]),
        (rel.CONJUNCT, ["be"]),
        (rel.ARGUMENT, ["40", "boats", "Orla", "took", "trade", "it", "be"]),
        (rel.COMPLEMENT, ["trade", "it", "richer"]),
    ],
)
def test_as_what_words_stand(relation: rel.Relation, expected: list[str]) -> None:
    assert [token.text for token in SENTENCE if stands_as(token, relation)] == expected


def test_a_hedge_belongs_to_the_number() -> None:
    assert [token.text for token in SENTENCE if phrases.hedges_number(token)] == ["Nearly"]


def test_what_modifies_and_what_is_modified() -> None:
    assert governor(SENTENCE[1], rel.ATTRIBUTE) == SENTENCE[3]
    assert governor(SENTENCE[6], rel.ATTRIBUTE) is None
    assert [token.text for token in dependents(SENTENCE[3], rel.ATTRIBUTE)] == ["40", "more"]
    assert [token.text for token in phrases.premodifiers(SENTENCE[11])] == ["grain"]
    assert dependent(SENTENCE[3], rel.DETERMINATION)  # "more"
    assert dependent(SENTENCE[11], rel.DETERMINATION) is None
    assert phrases.is_part_of_phrase(SENTENCE[9], SENTENCE[11])  # by "grain"
    assert not phrases.is_part_of_phrase(SENTENCE[1], SENTENCE[3])


@pytest.mark.parametrize(
    ("word", "steps", "expected"), [(1, -1, "nearly"), (0, -1, ""), (0, 1, "40"), (-1, -1, "richer"), (-1, 1, "")]
)
def test_the_word_beside_another(word: int, steps: int, expected: str) -> None:
    assert word_beside(SENTENCE[word], steps) == expected


def test_what_depends_on_what() -> None:
    assert governor(SENTENCE[7]) is None
    assert governor(SENTENCE[6]) == SENTENCE[4]
    assert phrases.attachment(SENTENCE[12]) == SENTENCE[7]
    back = parse("flew/VBD ROOT 0", "back/RB advmod 0", "to/IN prep 1", "Oslo/NNP pobj 2")
    assert phrases.attachment(back[2]) == back[0]
    brought = parse("brought/VBD ROOT 0", "peace/NN dobj 0", "to/IN dative 0", "Oslo/NNP pobj 2")
    assert phrases.attachment(brought[2]) == brought[2]


def test_a_row_begins_with_its_first() -> None:
    row = parse(
        "in/IN ROOT 0", "Oslo/NNP pobj 0", "and/CC cc 1", "Bergen/NNP conj 1", ",/, punct 3", "Norway/NNP appos 3"
    )
    assert phrases.first_of_row(row[5]) == row[1]
    assert phrases.first_of_row(row[1]) == row[1]


def test_due_to_and_due_to_speak() -> None:
    rain = parse("due/JJ ROOT 0", "to/IN prep 0", "rain/NN pobj 1")
    speak = parse("due/JJ ROOT 0", "to/TO aux 2", "speak/VB xcomp 0")
    assert dependent(rain[0], rel.PREPOSITION)
    assert dependent(speak[0], rel.PREPOSITION) is None
