from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quotex.claims.kinds import kinds_of
from quotex.contract.records import ClaimKind
from quotex.parse.grammar import lemma

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def kinds(doc: Doc, *, has_quantity: bool = False) -> tuple[ClaimKind, ...]:
    return kinds_of(list(doc), map(lemma, doc), has_quantity=has_quantity)


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("The unemployment rate is lower than in 2010", ClaimKind.COMPARISON, True),
        ("It is the largest port in Oskaria", ClaimKind.COMPARISON, True),
        ("More than 300 people live in the valley", ClaimKind.COMPARISON, False),
        ("Most voters stayed at home", ClaimKind.COMPARISON, False),
        ("The dam burst because the gates had rusted", ClaimKind.CAUSAL, True),
        ("The rain led to floods", ClaimKind.CAUSAL, True),
        ("Troops and forces stood by", ClaimKind.CAUSAL, False),
        ("The court convicted the mayor of fraud", ClaimKind.LAW, True),
        ("Twelve miners died in the explosion", ClaimKind.EVENT, True),
        ("The mayor opened the plant", ClaimKind.ACTION, True),
        ("The contract was signed by the mayor", ClaimKind.ACTION, True),
        ("The plant is in Marvale", ClaimKind.ACTION, False),
        ("The plant is in Marvale", ClaimKind.OTHER, True),
    ],
)
def test_words_and_grammar_tell_the_kind(nlp: Language, text: str, kind: ClaimKind, held: bool) -> None:
    assert (kind in kinds(nlp(text))) is held


def test_a_figure_makes_a_quantity(nlp: Language) -> None:
    assert kinds(nlp("The plant has 40 rooms"), has_quantity=True) == (ClaimKind.QUANTITY,)
