"""A quotation as found, before anyone has asked who the speaker is; the draft and the turn it is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from quotex.contract.terms import Act, QuoteType, Stance
from quotex.quotes.confidence import Evidence
from quotex.text import Range


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
        within: index of the quotation (in the same list) in whose content this one is told, the innermost of them.
        repeats: it is a thought of its own speaker's, of which the one around it tells: "she said <she hopes …>".
        turn: it is a turn of an interview: no speaker goes on from one into the next.
        answers: it is such a turn, answers a question, and nothing beside it names who gives it.
    """

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    type: QuoteType
    act: Act = Act.SAID
    stance: Stance = Stance.UNKNOWN
    confidence: float = 1.0
    within: int | None = None
    repeats: bool = False
    turn: bool = False
    answers: bool = False


def kept(quotations: Sequence[Quotation], is_kept: Callable[[Quotation], bool]) -> tuple[Quotation, ...]:
    """Leave quotations out, and let none refer to one that is."""
    places = [i for i, quotation in enumerate(quotations) if is_kept(quotation)]
    now = {before: after for after, before in enumerate(places)}

    def outer(i: int | None) -> int | None:
        """The innermost that is kept of those around."""
        while i is not None and i not in now:
            i = quotations[i].within
        return None if i is None else now[i]

    return tuple(replace(q, within=outer(q.within)) for q in map(quotations.__getitem__, places))


@dataclass(slots=True)
class Draft:
    """An attribution in offsets, while rules are at work on it; ``confidence.Evidence`` says what speaks for it."""

    content: list[Range]
    cue: Range | None
    source: Range | None
    evidence: Evidence
    type: QuoteType = QuoteType.INDIRECT
    act: Act = Act.SAID
    stance: Stance = Stance.UNKNOWN
    continues: Draft | None = field(default=None, repr=False)
    within: Draft | None = field(default=None, repr=False)
    repeats: bool = False
    turn: bool = False
    answers: bool = False

    @property
    def span(self) -> Range:
        """From the first of its content to the last."""
        return Range(self.content[0].start, self.content[-1].end)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch.

    Attributes:
        label: what names the speaker; None: nothing does.
        content: a range in each paragraph.
        answers: it is the answer to a question of whoever leads the interview, and nothing names its speaker.
        unrecorded: nobody says it: the header of a message, or a question that no name stands for, nor a byline.
    """

    label: Range | None
    content: tuple[Range, ...]
    answers: bool = False
    unrecorded: bool = False
