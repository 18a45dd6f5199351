from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quotex.claims.drafts import QuantityDraft
from quotex.claims.repetition import group_repetitions
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.language import Language


def figure(value: float, counted: str) -> QuantityDraft:
    return QuantityDraft(Range(0, 1), value, counted=counted)


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
            False,
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
    claims = [(list(nlp(text)), quantities) for text, quantities in (first, second)]
    assert dict(group_repetitions(claims)) == ({0: 0, 1: 0} if same else {})


def test_groups_count_in_text_order(nlp: Language) -> None:
    texts = ["The old mill burned", "The dam burst", "The town slept", "The dam burst", "The old mill burned"]
    assert dict(group_repetitions([(list(nlp(t)), []) for t in texts])) == {0: 0, 4: 0, 1: 1, 3: 1}
