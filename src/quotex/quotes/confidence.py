"""How likely a quotation's content and source are both right."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from quotex.records import QuoteType

__all__ = ["Evidence", "confidence", "features"]


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
    """

    content: float = 0.5
    link: float = 1.0
    cue: bool = False
    source: bool = False
    carried: bool = False
    marked: bool = False
    type: QuoteType = QuoteType.INDIRECT
    spoken: bool = False


def features(evidence: Evidence) -> dict[str, float]:
    """The evidence as numbers in [0, 1], by the names that ``confidence.toml`` weighs."""
    return {
        "content": evidence.content,
        "content_low": max(0.0, 0.8 - evidence.content),
        "link": evidence.link,
        "no_cue": float(not evidence.cue),
        "no_source": float(not evidence.source),
        "carried": float(evidence.carried),
        "marked": float(evidence.marked),
        "direct": float(evidence.type is QuoteType.DIRECT),
        "mixed": float(evidence.type is QuoteType.MIXED),
        "spoken": float(evidence.spoken),
    }


def confidence(evidence: Evidence) -> float:
    """Logistic regression over the features."""
    return 1 / (1 + exp(-2.0))
