"""Rules of figures on hand-built parses: a test names the rule that broke, whatever the model makes of the words."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from hand_built import parse
from quotex.contract.records import Change, Modifier
from quotex.parse.clauses import top
from quotex.quantities.changes import change_of
from quotex.quantities.counted import counted_noun
from quotex.quantities.drafts import QuantityDraft
from quotex.quantities.ellipsis import shares_deed
from quotex.quantities.measured import measured_noun
from quotex.quantities.subjects import subject_of
from quotex.text import Range


def words(found: object) -> str | None:
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("rows", "figure", "expected"),
    [
        (["40/CD nummod 1", "boats/NNS ROOT 1"], (0, 1), "boats"),
        (["40/CD nummod 2", "likely/JJ amod 2", "voters/NNS ROOT 2"], (0, 1), "likely voters"),
        (["40/CD nummod 2", "more/JJR amod 2", "boats/NNS ROOT 2"], (0, 1), "boats"),
        (["dozens/NNS ROOT 0", "of/IN prep 0", "boats/NNS pobj 1"], (0, 1), "boats"),
        (["three/CD ROOT 0", "of/IN prep 0", "the/DT det 3", "men/NNS pobj 1"], (0, 1), "men"),
        (["12/CD nummod 2", "page/NN compound 2", "report/NN ROOT 2"], (0, 1), "page"),
        (["one/CD nummod 2", "page/NN compound 2", "report/NN ROOT 2"], (0, 1), "page report"),
        (["40/CD ROOT 0", "wooden/JJ dep 0", "boats/NNS dep 0"], (0, 1), "boats"),  # a number that hangs on nothing
        (["40/CD nummod 1", "kilometers/NNS ROOT 1"], (0, 1), None),  # a unit is not counted
        (["40/CD nsubj 1", "died/VBD ROOT 1"], (0, 1), None),
    ],
)
def test_counted_noun(rows: list[str], figure: tuple[int, int], expected: str | None) -> None:
    assert words(counted_noun(list(parse(*rows)[slice(*figure)]))) == expected


RATE = parse(
    "The/DT det 1", "rate/NN nsubj 2", "came/VBD ROOT 2 lemma=come", "to/IN prep 2", "5/CD nummod 5",
    "percent/NN pobj 3",
)  # fmt: skip
FINE = parse("a/DT det 1", "fine/NN ROOT 1", "of/IN prep 1", "$/$ nmod 4", "200/CD pobj 2")
ROOF = parse("$/$ nmod 1", "200/CD ROOT 1", "for/IN prep 1", "a/DT det 4", "roof/NN pobj 2")
MAY = parse("$/$ nmod 1", "200/CD ROOT 1", "in/IN prep 1", "May/NNP pobj 2")
COST = parse("roofs/NNS nsubj 1", "cost/VBD ROOT 1", "$/$ nmod 3", "200/CD dobj 1")
STOLE = parse("cooks/NNS nsubj 1", "stole/VBD ROOT 1", "$/$ nmod 3", "9/CD dobj 1")


@pytest.mark.parametrize(
    ("doc", "figure", "money", "expected"),
    [
        (RATE, (4, 6), False, "rate"),
        (FINE, (3, 5), True, "fine"),
        (ROOF, (0, 2), True, "roof"),
        (ROOF, (0, 2), False, None),  # only money is paid for something
        (MAY, (0, 2), True, None),  # when, not what
        (COST, (2, 4), True, "roofs"),
        (STOLE, (2, 4), True, None),  # not the measure of the cook
    ],
)
def test_measured_noun(doc: Doc, figure: tuple[int, int], money: bool, expected: str | None) -> None:
    assert words(measured_noun(list(doc[slice(*figure)]), money=money, durative=False)) == expected


def test_a_duration_measures_no_subject() -> None:
    doc = parse("The/DT det 1", "war/NN nsubj 2", "lasted/VBD ROOT 2 lemma=last", "6/CD nummod 4", "days/NNS dobj 2")
    assert words(measured_noun(list(doc[3:5]), money=False, durative=False)) == "war"
    assert measured_noun(list(doc[3:5]), money=False, durative=True) is None


SURVEY = parse("a/DT det 1", "survey/NN ROOT 1", "of/IN prep 1", "600/CD nummod 4", "voters/NNS pobj 2")
PORT = parse("The/DT det 1", "port/NN nsubj 2", "has/VBZ ROOT 2", "40/CD nummod 4", "cranes/NNS dobj 2")
WITH = parse(
    "a/DT det 1", "port/NN ROOT 1", "that/WDT nsubj 3", "has/VBZ relcl 1", "40/CD nummod 5", "cranes/NNS dobj 3"
)
AGO = parse("It/PRP nsubj 1", "fell/VBD ROOT 1", "5/CD nummod 3", "years/NNS npadvmod 4", "ago/RB advmod 1")
LISTED = parse("Ostex/NNP ROOT 0", "up/RB dep 0", "2/CD nummod 3", "percent/NN ROOT 3")
TOP = parse(
    "fees/NNS nsubj 1", "rose/VBD ROOT 1", "on/IN prep 1", "top/NN pobj 2", "of/IN prep 3", "5/CD nummod 6",
    "fines/NNS pobj 4",
)  # fmt: skip


@pytest.mark.parametrize(
    ("doc", "figure", "noun", "expected"),
    [
        (SURVEY, (3, 4), (4, 5), "survey"),
        (PORT, (3, 4), (4, 5), "port"),
        (WITH, (4, 5), (5, 6), "port"),
        (AGO, (2, 4), None, None),  # only tells when
        (LISTED, (2, 4), None, "Ostex"),
        (TOP, (5, 6), (6, 7), "fees"),  # "on top of" is half a preposition
    ],
)
def test_subject(doc: Doc, figure: tuple[int, int], noun: tuple[int, int] | None, expected: str | None) -> None:
    counted = doc[slice(*noun)] if noun else None
    assert words(subject_of(list(doc[slice(*figure)]), counted)) == expected


def test_a_time_that_something_lasts_is_said_of_what_does_so() -> None:
    doc = parse(
        "Banks/NNS nsubj 1", "faced/VBD ROOT 1", "trouble/NN dobj 1", "over/IN prep 2", "3/CD nummod 5",
        "years/NNS pobj 3",
    )  # fmt: skip
    assert words(subject_of(list(doc[4:6]), None)) == "trouble"
    assert words(subject_of(list(doc[4:6]), None, durative=True)) == "Banks"


@pytest.mark.parametrize(
    ("rows", "figure", "expected"),
    [
        (["It/PRP nsubj 1", "rose/VBD ROOT 1 lemma=rise", "5/CD dobj 1"], (2, 3), Change.UP),
        (["It/PRP nsubj 1", "fell/VBD ROOT 1 lemma=fall", "by/IN prep 1", "5/CD pobj 2"], (3, 4), Change.DOWN),
        (["It/PRP nsubj 1", "fell/VBD ROOT 1 lemma=fall", "to/IN prep 1", "5/CD pobj 2"], (3, 4), None),  # a level
        (["a/DT det 1", "cut/NN ROOT 1", "of/IN prep 1", "5/CD pobj 2"], (3, 4), Change.DOWN),
        (["a/DT det 2", "5/CD nummod 2", "rise/NN ROOT 2"], (1, 2), Change.UP),
        (["5/CD nummod 1", "rebounds/NNS ROOT 1 lemma=rebound"], (0, 1), None),  # they are counted
        (["up/RB advmod 1", "5/CD ROOT 1"], (1, 2), None),  # "up" hangs on the number
        (["is/VBZ ROOT 0 lemma=be", "up/RB advmod 0", "5/CD npadvmod 0"], (2, 3), Change.UP),
        (["shot/VBD ROOT 0 lemma=shoot", "down/RB advmod 0", "5/CD dobj 0"], (2, 3), None),
        (["took/VBD ROOT 0 lemma=take", "up/RP prt 0", "5/CD dobj 0"], (2, 3), None),  # a particle
        (["It/PRP nsubj 1", "cost/VBD ROOT 1", "5/CD dobj 1"], (2, 3), None),
    ],
)
def test_change(rows: list[str], figure: tuple[int, int], expected: Change | None) -> None:
    assert change_of(top(list(parse(*rows)[slice(*figure)]))) is expected


KILLED = parse(
    "84/CD nummod 1", "people/NNS nsubjpass 3", "were/VBD auxpass 3", "killed/VBN ROOT 3", "and/CC cc 3",
    "9/CD nsubj 6", "hurt/VBN conj 3",
)  # fmt: skip
HURT = parse("9/CD nsubj 1", "hurt/VBN ROOT 1")


@pytest.mark.parametrize(("doc", "number", "expected"), [(KILLED, 5, "people"), (HURT, 0, None)])
def test_a_number_of_those_to_whom_else_was_done(doc: Doc, number: int, expected: str | None) -> None:
    before = QuantityDraft(Range(0, 9), 84, Modifier.EXACT, counted="people")
    found = shares_deed([before], [doc[number]])
    assert (found.counted if found else None) == expected
