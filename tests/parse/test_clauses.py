"""Clauses by hand-built parses: each question at its border."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from spacy.tokens import Doc, Token

from hand_built import parse
from quotex.parse import clauses, grammar
from quotex.parse import relations as rel
from quotex.parse.relations import dependent, dependents, governor, stands_as

HAS_SOLD = parse("She/PRP nsubj 2", "has/VBZ aux 2 lemma=have", "sold/VBN ROOT 2 lemma=sell", "it/PRP dobj 2")
WAS_SOLD = parse("It/PRP nsubjpass 2", "was/VBD auxpass 2 lemma=be", "sold/VBN ROOT 2 lemma=sell", "by/IN agent 2")
MAY_BE_SOLD = parse("It/PRP nsubjpass 3", "may/MD aux 3", "be/VB auxpass 3", "sold/VBN ROOT 3 lemma=sell")
SOLD = parse("She/PRP nsubj 1", "sold/VBD ROOT 1 lemma=sell", "it/PRP dobj 1")
SELLS = parse("She/PRP nsubj 1", "sells/VBZ ROOT 1 lemma=sell", "it/PRP dobj 1")
MISTAGGED = parse("She/PRP nsubj 1", "sold/VBN ROOT 1 lemma=sell", "it/PRP dobj 1")
SELLING = parse("selling/VBG ROOT 0 lemma=sell", "it/PRP dobj 0")
THERE_IS = parse("There/EX expl 1", "is/VBZ ROOT 1 lemma=be", "a/DT det 3", "mill/NN attr 1")

PLANS = parse(
    "She/PRP nsubj 1",
    "plans/VBZ ROOT 1 lemma=plan",
    "to/TO aux 3",
    "go/VB xcomp 1",
    ",/, punct 1 glued",
    "if/IN mark 7",
    "he/PRP nsubj 7",
    "stays/VBZ advcl 1 lemma=stay",
)
CAME = parse(
    "The/DT det 1",
    "mill/NN nsubj 6",
    "that/WDT nsubj 3",
    "burned/VBD relcl 1 lemma=burn",
    "in/IN prep 3",
    "May/NNP pobj 4",
    "reopened/VBD ROOT 6 lemma=reopen",
    "because/IN mark 9",
    "it/PRP nsubj 9",
    "pays/VBZ advcl 6 lemma=pay",
)
STRUNG = parse("They/PRP nsubj 1", "came/VBD ccomp 4", ",/, punct 4 glued", "they/PRP nsubj 4", "saw/VBD ROOT 4")
JOINED = parse("She/PRP nsubj 1", "came/VBD ROOT 1", "and/CC cc 1", "he/PRP nsubj 4", "left/VBD conj 1")
SHARED = parse("She/PRP nsubj 1", "came/VBD ROOT 1", "and/CC cc 1", "left/VBD conj 1")


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        (grammar.is_finite, [HAS_SOLD, WAS_SOLD, MAY_BE_SOLD, SOLD, SELLS, MISTAGGED], [SELLING]),
        (clauses.is_past, [HAS_SOLD, WAS_SOLD, SOLD], [MAY_BE_SOLD, SELLS, MISTAGGED, SELLING]),
        (clauses.is_perfect, [HAS_SOLD], [WAS_SOLD, MAY_BE_SOLD, SOLD, MISTAGGED]),
        (clauses.is_passive, [WAS_SOLD, MAY_BE_SOLD], [HAS_SOLD, SOLD, MISTAGGED]),
        (partial(dependent, relation=rel.AGENT), [WAS_SOLD], [MAY_BE_SOLD, SOLD]),
        (partial(dependent, relation=rel.ACTIVE_SUBJECT), [HAS_SOLD, SOLD, SELLS], [WAS_SOLD, SELLING, THERE_IS]),
        (partial(dependent, relation=rel.OBJECT), [SOLD, SELLING], [WAS_SOLD, THERE_IS]),
        (grammar.subject, [SOLD, WAS_SOLD, THERE_IS], [SELLING]),
    ],
)
def test_what_is_true_of_a_verb(question: Callable[[Token], object], yes: list[Doc], no: list[Doc]) -> None:
    def holds(doc: Doc) -> bool:
        return question(next(token for token in doc if token.head == token)) not in (None, False)

    assert [doc.text for doc in yes if not holds(doc)] == []
    assert [doc.text for doc in no if holds(doc)] == []


def test_a_predicate_noun_is_an_object_too_but_no_direct_one() -> None:
    assert [token.text for token in dependents(THERE_IS[1], rel.NOMINAL_COMPLEMENT)] == ["mill"]
    assert governor(THERE_IS[3], rel.PREDICATE) == THERE_IS[1]
    assert governor(THERE_IS[3], rel.OBJECT) is None
    assert governor(SOLD[2], rel.OBJECT) == SOLD[1]


def test_what_a_verb_governs() -> None:
    assert clauses.governed_infinitive(PLANS[1]) == PLANS[3]
    assert clauses.governed_infinitive(PLANS[3]) is None
    assert list(dependents(PLANS[1], rel.ADVERBIAL_CLAUSE)) == [PLANS[7]]
    assert [token.text for token in clauses.introducers(PLANS[7])] == ["if"]
    assert governor(PLANS[5], rel.INTRODUCER) == PLANS[7]
    assert governor(PLANS[6], rel.INTRODUCER) is None
    assert clauses.governed_clause(PLANS[1]) is None
    says = parse("She/PRP nsubj 1", "says/VBZ ROOT 1", "it/PRP nsubj 3", "pays/VBZ ccomp 1")
    assert clauses.governed_clause(says[1]) == says[3]


def test_the_predicate_of_a_link() -> None:
    likely = parse("It/PRP nsubj 1", "is/VBZ ROOT 1", "likely/JJ acomp 1", "to/TO aux 4", "rise/VB xcomp 2")
    assert dependent(likely[1], rel.PREDICATE_ADJECTIVE) == likely[2]
    assert clauses.governed_infinitive(likely[2]) == likely[4]
    assert dependent(SOLD[1], rel.PREDICATE_ADJECTIVE) is None


def test_clauses_under_others() -> None:
    assert governor(CAME[3], rel.RELATIVE_CLAUSE) == CAME[1]
    assert governor(CAME[9], rel.RELATIVE_CLAUSE) is None
    assert [token.text for token in CAME if stands_as(token, rel.SUBORDINATE_CLAUSE)] == ["pays"]
    assert [token.text for token in CAME if stands_as(token, rel.SUBORDINATOR)] == ["because"]


def test_the_subject_that_is_understood() -> None:
    assert clauses.understood_subject(CAME[3]) == CAME[1]  # "that" stands for the mill
    assert clauses.understood_subject(SHARED[3]) == SHARED[0]
    assert clauses.understood_subject(PLANS[3]) == PLANS[0]
    assert clauses.understood_subject(SELLING[0]) is None
    burned = parse("a/DT det 1", "mill/NN ROOT 1", "burned/VBN acl 1")
    assert clauses.understood_subject(burned[2]) == burned[1]
    inverted = parse("left/VBD ROOT 0", "she/PRP nsubj 0")
    assert clauses.understood_subject(inverted[0]) is None


def test_the_verb_above_a_word() -> None:
    assert clauses.verb_above(CAME[5]) == CAME[3]
    assert clauses.verb_above(CAME[6]) == CAME[6]
    assert clauses.verb_above(parse("a/DT det 1", "mill/NN ROOT 1")[0]) is None


def test_the_tops_of_a_stretch() -> None:
    assert clauses.tops(list(CAME)) == [CAME[6]]
    assert clauses.tops(list(CAME[2:6])) == [CAME[3]]
    assert clauses.top(list(CAME[7:10])) == CAME[9]
    two = parse("5/CD ROOT 0", "-/, punct 0", "6/CD ROOT 2")
    assert clauses.top(list(two)) == two[2]
    assert clauses.main_verb(list(CAME)) == CAME[6]
    assert clauses.main_verb([]) is None


@pytest.mark.parametrize(
    ("doc", "verbs"),
    [
        (STRUNG, ["came", "saw"]),  # behind nothing but a comma
        (JOINED, ["came", "left"]),
        (SHARED, ["came"]),  # the second has no subject of its own
        (CAME, ["reopened"]),
        (PLANS, ["plans"]),
    ],
)
def test_main_verbs(doc: Doc, verbs: list[str]) -> None:
    assert [verb.text for verb in clauses.main_verbs(list(doc))] == verbs


def test_a_clause_starts_behind_its_conjunction() -> None:
    assert clauses.clause_start(JOINED[4]) == JOINED[3].i
    assert clauses.clause_start(STRUNG[4]) == STRUNG[3].i
    assert clauses.clause_start(SELLING[0]) == 0


def test_a_stretch_that_states_something() -> None:
    assert clauses.has_clause(list(SOLD))
    assert not clauses.has_clause(list(SELLING))
    assert not clauses.has_clause(list(SOLD[1:]))  # its subject lies outside
    assert not clauses.has_clause(list(parse("Who/WP nsubj 1", "sold/VBD ROOT 1", "it/PRP dobj 1")))
    assert not clauses.has_clause([])
    assert clauses.has_subject(list(SOLD))
    assert not clauses.has_subject(list(SOLD[1:]))
    assert clauses.has_finite_verb(list(MAY_BE_SOLD))
    assert not clauses.has_finite_verb(list(SELLING))
