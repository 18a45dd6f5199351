"""How likely a quotation's content and source are both right."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from quotex.contract.records import QuoteType
from quotex.english import lexicons


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a quotation.

    Attributes:
        content: mean probability of its content's labels.
        link: probability of the weaker of its links.
        cue, source: whether it has one.
        carried: its source was taken from the quotation before.
        marked: it was found by its marks alone.
        type: direct, indirect or mixed.
        spoken: its cue is one of speech.
        words: how many words its content has.
        acts: how likely each act is, in the order of ``ACTS``.
        held: it is a thought by its cue.
        within: it was heard within another, where links say nothing.
    """

    content: float = 0.5
    link: float = 1.0
    cue: bool = False
    source: bool = False
    carried: bool = False
    marked: bool = False
    type: QuoteType = QuoteType.INDIRECT
    spoken: bool = False
    words: int = 10
    acts: tuple[float, ...] = (1.0, 0.0, 0.0)
    held: bool = False
    within: bool = False


class _Weights(lexicons.Lexicon):
    intercept: float
    weights: dict[str, float]


def features(evidence: Evidence) -> dict[str, float]:
    """The evidence as numbers of about 0 to 1, by the names that ``confidence.toml`` weighs."""
    return {
        "content": evidence.content,
        "content_squared": evidence.content**2,
        "link": evidence.link,
        "no_cue": float(not evidence.cue),
        "no_source": float(not evidence.source),
        "carried": float(evidence.carried),
        "marked": float(evidence.marked),
        "direct": float(evidence.type is QuoteType.DIRECT),
        "mixed": float(evidence.type is QuoteType.MIXED),
        "spoken": float(evidence.spoken),
        "few_words": 1 / max(1, evidence.words),
        "thought": evidence.acts[1],
        "other": evidence.acts[2],
        "held": float(evidence.held),
        "within": float(evidence.within),
    }


def confidence(evidence: Evidence) -> float:
    """Logistic regression over the features; ``training/fit_confidence.py`` makes the weights."""
    weights = _weights()
    total = weights.intercept + sum(weights.weights[name] * value for name, value in features(evidence).items())
    return 1 / (1 + exp(-total))


_weights = lexicons.loader("confidence", _Weights, package="quotex.models")
