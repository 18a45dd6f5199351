"""Cues and sources that the tagger did not tie to a quotation between marks, and quotations that it missed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotex.contract.rules import Rule
from quotex.quotes.adjacent import Surroundings
from quotex.quotes.confidence import Evidence
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.hearing import Heard
from quotex.text import Layout, Quoted, Range

__all__ = ["Sourcing"]

SIGNED = Rule("quotes.signed", "the name behind a dash says whose words stand before it")
CUE_BEHIND = Rule(
    "quotes.cue-behind", "a verb of speech with its subject behind a closing mark attributes what it closes"
)
LED_IN = Rule("quotes.led-in", "a paragraph that ends in a colon attributes the quotation that follows")
SPEAKS_ON = Rule("quotes.speaks-on", "who was quoted last speaks on in a paragraph between marks that names nobody")
MISSED_WITH_CUE = Rule("quotes.missed-with-cue", "what stands between marks beside a cue of speech is a quotation")
MISSED_WHOLE = Rule("quotes.missed-whole", "a paragraph all between marks is a quotation")

_FEWEST_WORDS = 4
"""Under so many, what stands between marks alone is oftener a title or a word in scare quotes."""
_DOUBTFUL = 2.5
"""Cost of a pair of marks (``text/pairing.py``) above which it alone proves nothing."""
_WHOLE = 0.9
"""Share of a paragraph that is all of it: what is left are marks and a stop."""
_LEAD_IN = 200
"""How far before a quoted paragraph its cue may stand, in characters: a sentence."""


class Sourcing:
    """Finds what the marks know and the tagger does not."""

    def __init__(self, layout: Layout, marks: Marks, heard: Heard, beside: Surroundings) -> None:
        self._layout, self._marks, self._heard, self._beside = layout, marks, heard, beside

    def missed(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield quotations that the tagger missed: pairs with a cue beside them, and paragraphs between marks."""
        taken = sorted(piece for draft in drafts for piece in draft.content)
        for quoted in self._marks.pairs:
            at = bisect_left(taken, (quoted.inner.end,))
            if (at and taken[at - 1].end > quoted.inner.start) or self._layout.in_boilerplate(quoted.inner.start):
                continue
            words = quoted.inner.of(self._layout.text).split()
            if len(words) < _FEWEST_WORDS or _is_title(words) or quoted.cost > _DOUBTFUL:
                continue
            evidence = Evidence(content=0.5, link=0.5, marked=True)
            own = self._beside.behind(quoted) or self._beside.before(quoted)
            if own and MISSED_WITH_CUE.decides(quoted.inner):
                yield Draft([quoted.inner], own.cue, own.source, evidence)
            elif self._fills_paragraph(quoted) and MISSED_WHOLE.decides(quoted.inner):
                yield Draft([quoted.inner], None, None, evidence)

    def sign(self, draft: Draft, quoted: Quoted) -> None:
        """Let the name behind a dash be the source, unless a cue stands elsewhere."""
        own = self._beside.signed(quoted)
        here = own and (draft.cue is None or own.cue.start <= draft.cue.start <= own.source.end)
        if own and here and SIGNED.decides(own.source):
            draft.cue, draft.source = own

    def find(self, draft: Draft, quoted: Quoted, before: Draft | None) -> None:
        """Give a quotation the cue and source beside it, or those before it: led in with a colon, or speaking on."""
        own = None if draft.cue else self._beside.behind(quoted)
        if own and CUE_BEHIND.decides(own.cue):
            draft.cue, draft.source = own
            return
        led = None if draft.cue else self._lead_in(draft)
        if led and LED_IN.decides(led[0]):
            draft.cue, draft.source = led
            return
        carries = before and before.source and self._marks.at(before.content[-1].start)
        if before and carries and self.adjoins(before, draft) and SPEAKS_ON.decides(draft.span):
            draft.source, draft.continues = before.source, before

    def adjoins(self, before: Draft, draft: Draft) -> bool:
        """Whether one stands in the paragraph of the other or in the next."""
        first = self._layout.paragraph_at(before.content[-1].start)
        return self._layout.paragraph_at(draft.content[0].start) - first <= 1

    def _lead_in(self, draft: Draft) -> tuple[Range, Range | None] | None:
        """The cue of the paragraph before, where that one ends in a colon, and its source."""
        start = draft.content[0].start
        at = self._layout.paragraph_at(start)
        lead = self._layout.paragraphs[at - 1].span if at else None
        opens = not any(map(str.isalnum, self._layout.text[self._layout.paragraphs[at].span.start : start]))
        if lead is None or not opens or not lead.of(self._layout.text).endswith(":"):
            return None
        return self._heard.last_cue(max(lead.start, lead.end - _LEAD_IN), lead.end)

    def _fills_paragraph(self, quoted: Quoted) -> bool:
        paragraph = self._layout.paragraphs[self._layout.paragraph_at(quoted.inner.start)].span
        return quoted.inner.end - quoted.inner.start >= _WHOLE * (paragraph.end - paragraph.start)


def _is_title(words: Sequence[str]) -> bool:
    """Whether every long word is capitalised, as in the title of a book or a show."""
    return all(not word[0].islower() for word in words if len(word) > 3)
