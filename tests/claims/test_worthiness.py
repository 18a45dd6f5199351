from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quotex.claims.kinds import kinds_of
from quotex.claims.worthiness import Circumstances, features_of, worthiness_model, worthiness_of
from quotex.contract.records import ClaimKind, Stance
from quotex.parse.grammar import lemma

if TYPE_CHECKING:
    from spacy.language import Language

DAM = ["the", "dam", "leak"]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The ministry spent 40 million marks on the dam in 2014", "The dam is a beautiful thing"),
        ("The court convicted Tomas Wehr of fraud", "Tomas Wehr is a wonderful and honest man"),
        ("Oskaria invaded the valley in May", "You should think about the valley"),
        ("Ilse Brandt closed the plant in Marvale", "We will really miss the plant"),
        ("It was the highest toll since the flood of Marvale", "It would be a terrible mistake"),
    ],
)
def test_facts_rank_above_opinion_exhortation_and_plans(nlp: Language, more: str, less: str) -> None:
    def worth(text: str) -> float:
        figures, times = text.count("40 million"), text.count("2014") + text.count("May")
        tokens = list(nlp(text))
        lemmas = list(map(lemma, tokens))
        kinds = kinds_of(tokens, lemmas, has_quantity=figures > 0)
        return worthiness_of(tokens, lemmas, kinds, Circumstances(quantities=figures, measured=figures, times=times))

    assert worth(less) < 0.5 < worth(more)


@pytest.mark.parametrize(
    ("circumstances", "features"),
    [
        (Circumstances(quantities=1), {"quantity", "quantities"}),
        (Circumstances(measured=1), {"measure"}),
        (Circumstances(times=1), {"time"}),
        (Circumstances(places=1), {"place"}),
        (Circumstances(direct=True), {"direct"}),
        (Circumstances(reported=True), {"reported"}),
        (Circumstances(stance=Stance.ASSERTS), {"attributed"}),
        (Circumstances(stance=Stance.ASSERTS, direct=True), {"direct"}),
        (Circumstances(headline=True), {"headline"}),
        (Circumstances(topic=frozenset(["dam", "flood"])), {"topic"}),
        (Circumstances(position=0.9), {"position"}),
        (Circumstances(clause=True), {"clause"}),
        (Circumstances(encoder=0.9), {"encoder"}),
    ],
)
def test_each_circumstance_is_a_feature(nlp: Language, circumstances: Circumstances, features: set[str]) -> None:
    tokens = list(nlp("The dam leaks"))
    plain, other = features_of(tokens, DAM, (), Circumstances()), features_of(tokens, DAM, (), circumstances)
    assert {name for name in plain if other[name] > plain[name]} == features
    assert all(other[name] == plain[name] for name in plain.keys() - features)


@pytest.mark.parametrize(
    ("kind", "feature"),
    [
        (ClaimKind.COMPARISON, "comparison"),
        (ClaimKind.LAW, "law"),
        (ClaimKind.EVENT, "event"),
        (ClaimKind.CAUSAL, "cause"),
    ],
)
def test_what_it_states_is_a_feature(nlp: Language, kind: ClaimKind, feature: str) -> None:
    tokens = list(nlp("The dam leaks"))
    plain, other = features_of(tokens, DAM, (), Circumstances()), features_of(tokens, DAM, (kind,), Circumstances())
    assert {name for name in plain if other[name] > plain[name]} == {feature}


def test_every_feature_has_a_weight_and_lies_in_the_unit_interval(nlp: Language) -> None:
    crowded = "If we must fight, you, I and they would really say that it had been a terrible law in Marvale, Oskaria"
    full = Circumstances(quantities=9, measured=9, times=9, places=9, direct=True, clause=True)
    for text, circumstances in ((crowded, full), ("x", Circumstances())):
        tokens = list(nlp(text))
        features = features_of(tokens, list(map(lemma, tokens)), tuple(ClaimKind), circumstances)
        assert list(features) == list(worthiness_model().weights)
        assert all(0 <= value <= 1 for value in features.values())
