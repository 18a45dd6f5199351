"""A quotation as found, before anyone has asked who the speaker is."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.contract.terms import Act, QuoteType, Stance
from quotex.text import Range

__all__ = ["Quotation"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Content, cue and source of one attribution, as ranges of code points.

    Attributes:
        content: in text order, outer quotation marks left out; never empty.
        cue: the words that attribute ("said", "according to"); None where there are none.
        source: the words that name the source, whole ("Jamie Shea, a former official"); None where there are none.
        type: direct, indirect or mixed.
        act: whether it is said, thought, or neither.
        stance: what the source does with the content, from the cue.
        confidence: in [0, 1].
        continues: index of the earlier quotation (in the same list) whose source speaks on here, where this one
            has no source of its own.
    """

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    type: QuoteType
    act: Act = Act.SAID
    stance: Stance = Stance.UNKNOWN
    confidence: float = 1.0
    continues: int | None = None
