"""Whom the words for a source stand for: a choice between candidates, or none of them.

A conditional logit (McFadden, 1974, "Conditional logit analysis of qualitative choice behavior"): each candidate has a
score, the sum of its features by their weights; none of them has the score 0; how likely one is, is its share of the
exponentials. Rules say who can be a candidate at all. The weights are fitted by ``training/fit_reference.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import exp, log2
from typing import TYPE_CHECKING

from quotex.english import lexicons

if TYPE_CHECKING:
    from quotex.speakers.entities import Entity

Features = Mapping[str, float]


class _Feature(StrEnum):
    ALWAYS = "always"


ALWAYS = _Feature.ALWAYS
"""The feature that each candidate has."""


class Way(StrEnum):
    """By what a speaker is found."""

    NAME = "name"
    SHARED_NAME = "shared_name"
    """a form of name that several people have"""
    PRONOUN = "pronoun"
    """he, she"""
    OTHER_PRONOUN = "other_pronoun"
    AUTHOR = "author"
    """I, we"""
    NOUN = "noun"
    """words for a person that point back: "the senator\""""
    BODY_NOUN = "body_noun"
    """words for anything else that do: "the company\""""
    DESCRIPTION = "description"
    ANEW = "anew"
    """words that could point back, and do not: told by, never chosen by"""
    NAMED_LATER = "named_later"
    """a description of a person whom the article names behind it"""
    NAMESAKE = "namesake"
    """a description of something else that it names elsewhere"""
    LABEL = "label"
    """the letter before an interview's answer"""
    FLOW = "flow"
    """no source of its own: whoever speaks on"""


class _Weights(lexicons.Lexicon):
    """``models/reference.toml``: the weight of each feature, by the way in which a speaker is found."""

    level: dict[Way, float]
    least: dict[Way, float]
    weights: dict[Way, dict[str, float]]


@dataclass(slots=True)
class Choice:
    """A choice as it was made.

    Attributes:
        candidates: each with its features.
        shares: how likely each is; what is left to 1 is none of them.
        chosen: the entity; None: none of them, or none that is likely enough.
        confidence: how likely that is right, in [0, 1].
        named: of one that is only described, the choice between those with a name.
        anew: none of the candidates is, and who is chosen is one described anew.
    """

    way: Way
    candidates: Sequence[tuple[Entity, Features]]
    shares: Sequence[float] = field(default=())
    chosen: Entity | None = None
    confidence: float = 0.0
    named: Choice | None = None
    anew: bool = False

    @property
    def told(self) -> float:
        """How likely it is said to be right, in [0, 1]: by way, surer or less sure than the weights say."""
        if self.chosen is None:
            return self.confidence
        return raised(self.confidence, levels_of().get(Way.ANEW if self.anew else self.way, 0.0))

    @property
    def last(self) -> Choice:
        """The choice that told."""
        return self.named if self.named is not None and self.named.chosen is not None else self


_weights = lexicons.loader("reference", _Weights, package="quotex.models")


def raised(likely: float, level: float) -> float:
    """Return a probability whose log odds are greater by a level."""
    return likely / (likely + (1 - likely) * exp(-level))


def weights_of(way: Way) -> Mapping[str, float]:
    """Return the weights of a way, by the names of its features."""
    return _weights().weights.get(way, {})


def levels_of() -> Mapping[Way, float]:
    """Return by how much who is chosen is surer than the weights say, by the way."""
    return _weights().level


def least_of(way: Way) -> float:
    """Return how likely one has to be to be chosen."""
    return _weights().least.get(way, 0.0)


def likely(way: Way, rows: Sequence[Features]) -> list[float]:
    """Return how likely each candidate is, in [0, 1]; together at most 1."""
    weights = weights_of(way)
    scores = [exp(min(30.0, sum(weights.get(name, 0.0) * value for name, value in row.items()))) for row in rows]
    return [score / (1 + sum(scores)) for score in scores]


def choose(way: Way, candidates: Sequence[tuple[Entity, Features]], *, least: float | None = None) -> Choice:
    """Choose one of the candidates, the first of those that are as likely, or none.

    Args:
        way: by what it is found.
        candidates: each with its features.
        least: how likely it has to be; None: as the model has it.
    """
    least = least_of(way) if least is None else least
    shares = likely(way, [features for _, features in candidates])
    best = max(range(len(shares)), key=lambda i: (shares[i], -i), default=None)
    if best is None or shares[best] < least:
        return Choice(way, candidates, shares, None, 1 - sum(shares))
    return Choice(way, candidates, shares, candidates[best][0], shares[best])


def by_name(entity: Entity | None) -> Choice:
    """Say how likely a name is whole, and a name at all."""
    if entity is None or entity.identity is None:
        return Choice(Way.NAME, ())
    identity = entity.identity
    features = {
        ALWAYS: 1.0,
        "person": float(identity.is_person),
        "words": min(4.0, len(identity.fullest.words)),
        "one_word": float(len(identity.fullest.words) == 1),
        "evidence": min(4.0, log2(1 + abs(identity.evidence))),
        "mentions": min(4.0, log2(len(identity.names))),
        "headline": float(not identity.fullest.plain),
        "place": float(entity.is_place),
    }
    return choose(Way.NAME, [(entity, features)], least=0.0)
