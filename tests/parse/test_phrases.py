"""Phrases by hand-built parses: each question at its border."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from hand_built import parse
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.relations import dependents, governor

STATEMENT = parse(
    "the/DT det 1",
    "lawyers/NNS poss 3",
    "'/POS case 1 glued",
    "statement/NN nsubj 4",
    "said/VBD ROOT 4",
    "so/RB advmod 4",
)
JUDGE = parse(
    "The/DT det 3",
    "retired/VBN amod 3",
    "county/NN compound 3",
    "judge/NN nsubj 8",
    ",/, punct 3 glued",
    "Carla/NNP compound 6",
    "Marsh/NNP appos 3",
    ",/, punct 3 glued",
    "left/VBD ROOT 8",
    "her/PRP$ poss 10",
    "job/NN dobj 8",
)
MEMBER = parse(
    "a/DT det 1",
    "member/NN ROOT 1",
    "of/IN prep 1",
    "the/DT det 4",
    "board/NN pobj 2",
    "who/WP nsubj 6",
    "left/VBD relcl 4",
)
ASKED = parse(
    "Asked/VBN advcl 5",
    "by/IN agent 0",
    "Marsh/NNP pobj 1",
    ",/, punct 5 glued",
    "she/PRP nsubj 5",
    "laughed/VBD ROOT 5",
    "by/IN prep 5",
    "Oslo/NNP pobj 6",
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (phrases.is_nominal, ["county", "judge", "Carla", "Marsh", "her", "job"]),
        (phrases.can_head_phrase, ["The", "county", "judge", "Carla", "Marsh", "her", "job"]),
        (phrases.is_descriptive, ["retired", "her"]),
        (phrases.has_determiner, ["judge", "job"]),
        (grammar.can_be_name, ["county", "judge", "Carla", "Marsh", "job"]),
        (grammar.is_singular, ["county", "judge", "Carla", "Marsh", "job"]),
        (grammar.is_proper_noun, ["Carla", "Marsh"]),
        (grammar.takes_complement, ["retired", "left"]),
    ],
)
def test_of_which_words_it_is_true(question: Callable[[Token], bool], expected: list[str]) -> None:
    assert [token.text for token in JUDGE if question(token)] == expected


def test_what_looks_like_a_verb_can_be_a_plural() -> None:
    doc = parse("sources/VBZ nsubj 2", "sources/NNS nsubj 2", "say/VBP ROOT 2")
    assert [grammar.may_be_plural(token) for token in doc] == [True, True, False]
    assert [grammar.is_plural(token) for token in doc] == [False, True, False]


def test_a_determiner_is_its_own_nouns() -> None:
    assert phrases.determiner(STATEMENT[1]) == "the"
    assert phrases.determiner(STATEMENT[3]) == ""
    assert phrases.determiner(JUDGE[3]) == "the"


def test_a_noun_alone_opens_its_own_phrase() -> None:
    assert phrases.determiner(parse("officials/NNS nsubj 1", "said/VBD ROOT 1")[0]) == "officials"


def test_a_phrase_is_all_that_hangs_on_the_noun() -> None:
    assert [token.text for token in phrases.phrase(JUDGE[3])] == ["The", ","]
    assert [token.text for token in phrases.phrase(MEMBER[4])] == ["the", "left"]


def test_nouns_before_a_noun() -> None:
    assert [token.text for token in dependents(JUDGE[3], rel.COMPOUND)] == ["county"]


def test_a_name_is_climbed_to_its_root_and_no_further() -> None:
    campaign = parse("Jo/NNP compound 1", "Marsh/NNP compound 2", "campaign/NN nsubj 3", "said/VBD ROOT 3")
    assert grammar.head_noun(campaign[0], 0, 8).text == "Marsh"
    assert grammar.head_noun(campaign[0]).text == "campaign"
    assert grammar.head_noun(campaign[1], 0, 8).text == "Marsh"


def test_apposition_is_seen_from_both_sides() -> None:
    assert [token.text for token in dependents(JUDGE[3], rel.APPOSITION)] == ["Marsh"]
    assert governor(JUDGE[6], rel.APPOSITION) == JUDGE[3]
    assert governor(JUDGE[5], rel.APPOSITION) is None


def test_a_name_takes_part_by_the_noun_it_is_apposed_to() -> None:
    assert phrases.argument(JUDGE[5]) == JUDGE[3]
    assert phrases.argument(JUDGE[10]) == JUDGE[10]


def test_what_hangs_on_a_noun_by_a_preposition() -> None:
    assert [token.text for token in phrases.prepositional_complements(MEMBER[1], "of")] == ["board"]
    assert not list(phrases.prepositional_complements(MEMBER[1], "from"))
    assert grammar.preposition_of(MEMBER[4]) == MEMBER[2]
    assert grammar.preposition_of(MEMBER[1]) is None


def test_partners() -> None:
    doc = parse("officials/NNS nsubj 3", "and/CC cc 0", "diplomats/NNS conj 0", "met/VBD ROOT 3")
    assert list(dependents(doc[0], rel.CONJUNCT)) == [doc[2]]
    assert not list(dependents(doc[2], rel.CONJUNCT))


def test_a_relative_pronoun_can_stand_for_the_nearest_noun_and_for_what_that_belongs_to() -> None:
    assert [token.text for token in phrases.relative_antecedents(MEMBER[5])] == ["board", "member"]
    assert phrases.relative_antecedents(parse("who/WP nsubj 1", "left/VBD ROOT 1")[0]) == []


def test_what_stands_before_the_subject_opens_a_clause() -> None:
    assert [token.i for token in ASKED if token.lower_ == "by" and phrases.opens_clause(token)] == [1]


def test_the_top_of_a_stretch_hangs_on_something_outside() -> None:
    stretch = list(JUDGE[:4])
    assert [token.text for token in stretch if phrases.is_top(token, stretch)] == ["judge"]
    assert phrases.is_top(JUDGE[8], list(JUDGE))


def test_sentences_begin_where_the_parser_begins_them() -> None:
    doc = parse("He/PRP nsubj 1", "left/VBD ROOT 1", "She/PRP nsubj 3", "stayed/VBD ROOT 3")
    assert phrases.sentence_starts(doc) == [0, 8]
    assert [token.text for token in doc if grammar.opens_sentence(token)] == ["He", "She"]
    assert grammar.sentence_of(doc[1]) != grammar.sentence_of(doc[2])
    assert phrases.sentence_starts(doc[:0].as_doc()) == []
