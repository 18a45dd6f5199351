from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quotex.claims.agreement import disagree
from quotex.claims.repetition import Stated, find_repetitions
from quotex.contract.records import Modifier
from quotex.quantities.drafts import QuantityDraft
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.language import Language


def figure(value: float, counted: str | None, unit: str | None = None) -> QuantityDraft:
    return QuantityDraft(Range(0, 1), value, counted=counted, unit=unit)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (
            ("Oskaria moved 4,000 troops to the border", [figure(4000, "troops")]),
            ("Oskaria has moved 4,000 troops to the border", [figure(4000, "troops")]),
            True,
        ),
        (
            ("Oskaria moved 4,000 troops to the border", [figure(4000, "troops")]),
            ("Oskaria moved 5,000 troops to the border", [figure(5000, "troops")]),
            True,  # and the figures are in conflict
        ),
        (
            ("Oskaria moved 4,000 troops to the border", [figure(4000, "troops")]),
            ("Belland trained 4,000 troops last summer", [figure(4000, "troops")]),
            False,
        ),
        (("The old mill burned", []), ("The old mill has burned", []), True),
        (("The old mill burned", []), ("The new mill burned", []), False),
    ],
)
def test_repetitions_share_figures_and_words(
    nlp: Language,
    first: tuple[str, list[QuantityDraft]],
    second: tuple[str, list[QuantityDraft]],
    same: bool,
) -> None:
    claims = [
        Stated(list(nlp(text)), dict(enumerate(quantities, 10 * i)))
        for i, (text, quantities) in enumerate((first, second))
    ]
    found = find_repetitions(claims)
    assert dict(found.groups) == ({0: 0, 1: 0} if same else {})


def test_groups_count_in_text_order(nlp: Language) -> None:
    texts = ["The old mill burned", "The dam burst", "The town slept", "The dam burst", "The old mill burned"]
    claims = [Stated(list(nlp(text)), {}) for text in texts]
    assert dict(find_repetitions(claims).groups) == {0: 0, 4: 0, 1: 1, 3: 1}


LEAD = "At least 14 people died in the fire at the Ostrel mill"


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        (("Fire kills 12 at Ostrel mill", figure(12, None)), (LEAD, figure(14, "people")), True),
        (("Fire kills 14 at Ostrel mill", figure(14, None)), (LEAD, figure(14, "people")), False),
        (("Fire kills 12 at Belland mill", figure(12, None)), (LEAD, figure(14, "people")), False),
        (
            ("Mills in Ostrel hired 12 people", figure(12, "people")),
            ("Nationwide mills hired 400 people", figure(400, "people")),
            False,
        ),
        (("The fire at the Ostrel mill hurt 12 bakers", figure(12, "bakers")), (LEAD, figure(14, "people")), False),
        (("The Ostrel mill employs 230 people", figure(230, "people")), (LEAD, figure(14, "people")), False),
        (
            ("The rate for savers is 3 percent", figure(3, "rate", "percent")),
            ("The rate for savers is 5 percent", figure(5, "rate", "percent")),
            True,
        ),
        (
            ("A third of the bakers joined the strike", figure(1 / 3, "bakers", "fraction")),
            ("Half of the bakers joined the strike", figure(0.5, "bakers", "fraction")),
            False,
        ),
    ],
)
def test_figures_of_one_thing_can_be_in_conflict(
    nlp: Language, first: tuple[str, QuantityDraft], second: tuple[str, QuantityDraft], conflict: bool
) -> None:
    claims = [Stated(list(nlp(text)), {i: quantity}) for i, (text, quantity) in enumerate((first, second))]
    assert find_repetitions(claims).conflicts == (((0, 1),) if conflict else ())


def test_what_is_of_other_times_is_not_in_conflict(nlp: Language) -> None:
    claims = [
        Stated(list(nlp("The port handled 40 ships a day")), {0: figure(40, "ships")}, frozenset(["2019"])),
        Stated(list(nlp("The port handled 30 ships a day")), {1: figure(30, "ships")}, frozenset(["2020"])),
    ]
    assert find_repetitions(claims).conflicts == ()


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ((12, Modifier.EXACT), (14, Modifier.EXACT), True),
        ((12, Modifier.AT_LEAST), (14, Modifier.EXACT), False),
        ((14, Modifier.MORE_THAN), (12, Modifier.EXACT), True),
        ((12, Modifier.AT_MOST), (14, Modifier.AT_LEAST), True),
        ((4200, Modifier.EXACT), (4213, Modifier.EXACT), False),  # rounded
        ((4000, Modifier.APPROXIMATELY), (4400, Modifier.EXACT), False),
        (((10, 15), Modifier.RANGE), (12, Modifier.EXACT), False),
        (((10, 15), Modifier.RANGE), (16, Modifier.EXACT), True),
    ],
)
def test_figures_disagree_when_no_number_is_both(
    first: tuple[float | tuple[float, float], Modifier],
    second: tuple[float | tuple[float, float], Modifier],
    apart: bool,
) -> None:
    one, other = (QuantityDraft(Range(0, 1), value, modifier) for value, modifier in (first, second))
    assert disagree(one, other) is disagree(other, one) is apart
