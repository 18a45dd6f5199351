"""Reporting clauses by hand-built parses."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from hand_built import parse
from quotex.parse import reporting

SAID = parse(
    "She/PRP nsubj 1",
    "said/VBD ROOT 1 lemma=say",
    "that/IN mark 4",
    "it/PRP nsubj 4",
    "rained/VBD ccomp 1 lemma=rain",
    "and/CC cc 1",
    "left/VBD conj 1 lemma=leave",
)
WOULD = parse(
    "She/PRP nsubj 1",
    "said/VBD ROOT 1 lemma=say",
    "it/PRP nsubj 4",
    "would/MD aux 4",
    "rain/VB ccomp 1",
    "and/CC cc 4",
    "left/VBD conj 4 lemma=leave",
)
BEHIND = parse("said/VBD ROOT 0 lemma=say", "the/DT det 2", "mayor/NN nsubj 0")
NOT_YET = parse(
    "The/DT det 1",
    "mayor/NN nsubj 4",
    "has/VBZ aux 4 lemma=have",
    "not/RB neg 4",
    "stopped/VBN ROOT 4 lemma=stop",
    "short/RB advmod 4",
    "of/IN prep 4",
    "saying/VBG pcomp 6 lemma=say",
    "so/RB advmod 7",
)
BLAMED = parse(
    "Reed/NNP nsubjpass 2",
    "was/VBD auxpass 2",
    "fined/VBN ROOT 2",
    "for/IN prep 2",
    "saying/VBG pcomp 3 lemma=say",
    "it/PRP nsubj 6",
    "rained/VBD ccomp 4",
)
LEFT = parse(
    "Reed/NNP nsubj 1",
    "left/VBD ROOT 1",
    "Marsh/NNP dobj 1",
    "for/IN prep 1",
    "saying/VBG pcomp 3 lemma=say",
    "so/RB advmod 4",
    "and/CC cc 1",
    "said/VBD conj 1 lemma=say",
    "no/UH intj 7",
    ",/, punct 1",
    "adding/VBG advcl 1 lemma=add",
    "more/JJR dobj 10",
)
BURNED = parse(
    "It/PRP nsubj 1",
    "burned/VBD ccomp 4",
    ",/, punct 4",
    "Marsh/NNP nsubj 4",
    "said/VBD ROOT 4 lemma=say",
    "and/CC cc 4",
    "told/VBD conj 4 lemma=tell",
    "her/PRP dobj 6",
)


def words(tokens: object) -> str:
    return " ".join(token.text for token in tokens)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("doc", "verb", "first", "last", "subject"),
    [
        (BEHIND, 0, 1, 3, "the mayor"),  # it ends the stretch
        (BEHIND, 0, 2, 3, "mayor"),  # part of it lies outside
        (BEHIND, 0, 0, 2, ""),
        (NOT_YET, 4, 0, 2, "The mayor"),
        (NOT_YET, 4, 1, 3, "mayor"),  # it opens the stretch
        (NOT_YET, 4, 2, 6, ""),
    ],
)
def test_the_subject_of_a_verb_within_a_stretch(doc: Doc, verb: int, first: int, last: int, subject: str) -> None:
    assert words(reporting.subject_within(doc[verb], list(doc[first:last]))) == subject


def test_what_a_verb_reports() -> None:
    told = reporting.reported(SAID[1])
    assert told is not None
    assert [words(part) for part in told[1:]] == ["She", "said", "that it rained"]
    shared = reporting.reported(SAID[6])  # its subject is that of the verb it is joined to
    assert shared is not None
    assert [words(part) for part in shared[1:]] == ["She", "left", ""]
    assert reporting.reported(BEHIND[0]) is None  # its subject stands behind
    assert reporting.reported(NOT_YET[7]) is None  # no finite verb


def test_verbs_that_share_a_subject() -> None:
    assert words(reporting.coordinated_verbs(SAID[1])) == "left"
    assert words(reporting.coordinated_verbs(WOULD[1])) == "left"
    assert words(reporting.coordinated_verbs(SAID[4])) == ""


def test_a_verb_with_what_governs_it() -> None:
    assert words(reporting.verb_group(NOT_YET[7])) == "has not stopped short of saying"
    assert words(reporting.verb_group(SAID[1])) == "said"
    assert words(reporting.behind_verb(NOT_YET[4])) == "short of saying so"


@pytest.mark.parametrize(
    ("doc", "verb", "who"),
    [
        (BLAMED, 4, "Reed"),
        (BLAMED, 2, ""),  # he says nothing by being fined
        (BLAMED, 6, ""),  # it has a subject of its own
        (LEFT, 4, ""),  # who is left for saying so
        (LEFT, 7, "Reed"),
        (LEFT, 10, "Reed"),
        (BURNED, 6, ""),  # it may go on in what Marsh said
    ],
)
def test_the_subject_of_a_verb_beside_another(doc: Doc, verb: int, who: str) -> None:
    found = reporting.sayer(doc[verb])
    assert (found.text if found is not None else "") == who


def test_what_is_told_before_the_verb_that_says_it() -> None:
    told = reporting.told_before(BURNED[4])
    assert told is not None
    assert told.text == "burned"
    assert reporting.told_before(SAID[1]) is None
