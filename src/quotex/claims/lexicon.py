"""The words by which a text commits itself to a statement, or does not."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from quotex.english import lexicons


class ModalityLexicon(BaseModel):
    """``english/lexicons/modality.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    negations: frozenset[str]
    negations_of_nouns: frozenset[str]
    comparatives: frozenset[str]
    standing: frozenset[str]
    denials: frozenset[str]
    rejecting: frozenset[str]
    spurning: frozenset[str]
    acquittals: frozenset[str]
    confirming: frozenset[str]
    asserting: frozenset[str]
    factive: frozenset[str]
    hearsay: frozenset[str]
    suspecting: frozenset[str]
    hearsay_adverbs: frozenset[str]
    falsely: frozenset[str]
    rumours: frozenset[str]
    spreading: frozenset[str]
    surfacing: frozenset[str]
    proofs: frozenset[str]
    doubts: frozenset[str]
    doubting: frozenset[str]
    hiding: frozenset[str]
    granted: frozenset[str]
    false: frozenset[str]
    true: frozenset[str]
    unproven: frozenset[str]
    substance: frozenset[str]
    versions: frozenset[str]
    earlier: frozenset[str]
    little: frozenset[str]
    scarcely: frozenset[str]
    lacking: frozenset[str]
    nobody: frozenset[str]
    failing: frozenset[str]
    until: frozenset[str]
    only: frozenset[str]
    inverted: frozenset[str]
    ought: frozenset[str]
    inferring: frozenset[str]
    needing: frozenset[str]
    having: frozenset[str]
    exhorting: frozenset[str]
    ruling: frozenset[str]
    triggers: frozenset[str]
    comment: frozenset[str]
    silent: frozenset[str]
    telling: frozenset[str]
    unanswered: frozenset[str]
    asked: frozenset[str]
    intentions: frozenset[str]
    wishing: frozenset[str]
    going: frozenset[str]
    copula: frozenset[str]
    purposes: frozenset[str]
    forecasts: frozenset[str]
    possible: frozenset[str]
    able: frozenset[str]
    uncertain: frozenset[str]
    future: frozenset[str]
    hypothetical: frozenset[str]
    maybe: frozenset[str]
    conditions: frozenset[str]
    someone: frozenset[str]
    states: frozenset[str]
    deliberate: frozenset[str]


@cache
def modality_lexicon() -> ModalityLexicon:
    """Load the words of modality."""
    return lexicons.load("modality", ModalityLexicon)
