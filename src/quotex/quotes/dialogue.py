"""The turns of an interview as quotations; they take the place of what the tagger heard of them."""

from __future__ import annotations

from bisect import bisect_left

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.english.closed import INTERLOCUTORS
from quotex.parse.clauses import has_subject
from quotex.parse.tokens import TokenIndex
from quotex.quotes.confidence import Evidence
from quotex.quotes.drafts import Draft
from quotex.quotes.exchanges import find_exchanges
from quotex.quotes.fitting import Marks
from quotex.quotes.letters import find_letters
from quotex.quotes.turns import find_turns
from quotex.quotes.voices import find_voices
from quotex.text import Layout, Range, RangeIndex

TURN = Rule("quotes.turn", "in an interview, what stands behind a label is said by who is labelled")
HEARD_IN_TURN = Rule(
    "quotes.heard-in-turn", "what the tagger hears in a turn is the turn's, unless it is somebody else's"
)

_MOST = 0.6
"""Share of a turn from which on a quotation heard in it is the turn itself: more than half, less than all."""


class Dialogue:
    """The turns of an article, none where it holds no interview.

    Attributes:
        drafts: one a turn, in text order.
    """

    def __init__(self, layout: Layout, marks: Marks, tokens: TokenIndex) -> None:
        self._text = layout.text
        # its layout says who speaks, as surely as a cue does, however short the answer
        evidence = Evidence(content=1.0, cue=True, source=True, type=QuoteType.DIRECT, spoken=True)
        self.drafts: list[Draft] = []

        def speaks(span: Range) -> bool:
            inside = tokens.inside(*span)
            return bool(inside) and has_subject(inside)

        turns = find_turns(layout, marks, speaks) or find_letters(layout)
        for others in (find_voices(layout, marks, speaks), find_exchanges(layout, marks)):
            taken = RangeIndex([span for turn in turns for span in turn.content])
            turns = turns + [turn for turn in others if not any(map(taken.touches, turn.content))]
        silent: list[Range] = []
        for turn in turns:
            fitted = [marks.fit(span) if marks.hold(span) else span.trimmed(layout.text, "*") for span in turn.content]
            told = (span for span in fitted if span and any(map(str.isalnum, span.of(layout.text))))
            content = [span for span in told if not layout.in_boilerplate(span.start)]
            if turn.unrecorded:
                silent += turn.content
            elif content and TURN.decides((content[0].start, content[-1].end)):
                draft = Draft(content, None, turn.label, evidence, QuoteType.DIRECT, turn=True, answers=turn.answers)
                self.drafts.append(draft)
        self._spans = sorted([*silent, *(span for draft in self.drafts for span in draft.content)])
        self._labels = RangeIndex([draft.source for draft in self.drafts if draft.source])

    def part(self, draft: Draft) -> None:
        """Leave out of a draft the turns that it has beside other pieces."""
        others = [piece for piece in draft.content if not self._is_turn(piece)]
        if others and len(others) < len(draft.content) and HEARD_IN_TURN.decides(draft.span):
            draft.content = others

    def _is_turn(self, piece: Range) -> bool:
        """Whether a piece is the most of one."""
        turn = self._turn_with(piece)
        return turn is not None and turn.overlap(piece) >= _MOST * (turn.end - turn.start)

    def _turn_with(self, piece: Range) -> Range | None:
        """Return the last turn that a piece is part of."""
        at = bisect_left(self._spans, (piece.end,)) - 1
        return self._spans[at] if at >= 0 and self._spans[at].overlap(piece) else None

    def holds(self, draft: Draft) -> bool:
        """Whether a draft is part of a turn, and not somebody else's words told in it."""
        turn = self._turn_with(draft.content[0])
        if turn is None:
            return False
        own = not draft.source or draft.source.of(self._text).lower() in INTERLOCUTORS
        own = own or (draft.source is not None and self._labels.touches(draft.source))
        own = own or sum(map(turn.overlap, draft.content)) >= _MOST * (turn.end - turn.start)
        return own and HEARD_IN_TURN.decides(draft.span)
