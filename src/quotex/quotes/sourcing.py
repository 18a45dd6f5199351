"""Cues and sources that the tagger did not tie to a quotation between marks."""

from __future__ import annotations

from dataclasses import replace

from quotex.contract.rules import Rule
from quotex.quotes.adjacent import Beside, Surroundings
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks, strip_marks
from quotex.quotes.hearing import Heard
from quotex.text import STOPS, Layout, Quoted, Range

SIGNED = Rule("quotes.signed", "the name behind a dash says whose words stand before it")
LABELLED = Rule("quotes.labelled", "the name before a colon says whose words between marks follow")
CUE_BEHIND = Rule(
    "quotes.cue-behind", "a verb of speech with its subject behind a closing mark attributes what it closes"
)
LED_IN = Rule("quotes.led-in", "a paragraph that ends in a colon attributes the quotation that follows")
ACTS_BEFORE = Rule(
    "quotes.acts-before", "who acts in the sentence right before whole sentences between marks says them"
)
SPEAKS_ON = Rule(
    "quotes.speaks-on", "who spoke last speaks on in the next words between marks, if no others stand between"
)

_LEADS = ".:"
"""What ends a sentence that leads up to a quotation."""
_LEAD_IN = 200
"""How far before a quoted paragraph its cue may stand, in characters: a sentence."""


class Sourcing:
    """Finds what the marks know and the tagger does not."""

    def __init__(self, layout: Layout, marks: Marks, heard: Heard, beside: Surroundings) -> None:
        self._layout, self._marks, self._heard, self._beside = layout, marks, heard, beside

    def sign(self, draft: Draft, quoted: Quoted) -> None:
        """Let the name behind a dash, or before a colon, be the source, unless a cue stands elsewhere."""
        own = self._beside.signed(quoted)
        if own and not self._has_other_cue(draft, own) and SIGNED.decides(own.source):
            draft.cue, draft.source = own
            draft.evidence = replace(draft.evidence, content=1.0)  # the layout says so, however short it is
        label = self._beside.labelled(quoted)
        if label and (not draft.cue or draft.cue.overlap(label.source)) and LABELLED.decides(label.source):
            draft.cue, draft.source = label

    def _has_other_cue(self, draft: Draft, own: Beside) -> bool:
        at, cue = self._layout.paragraph_at, draft.cue
        if cue is None or at(cue.start) != at(draft.content[0].start):
            return False
        return not own.cue.start <= cue.start <= own.source.end

    def find(self, draft: Draft, quoted: Quoted, before: Draft | None) -> None:
        """Give a quotation the cue and source beside it, or those before it: led in with a colon, or speaking on."""
        own = None if draft.cue else self._beside.behind(quoted)
        if own and CUE_BEHIND.decides(own.cue):
            draft.cue, draft.source = own
            return
        led = None if draft.cue else self._lead_in(draft)
        if led and (place := led[0] or led[1]) and LED_IN.decides(place):
            draft.cue, draft.source = led
            return
        if before and self._goes_straight_on(before, draft, quoted) and SPEAKS_ON.decides(draft.span):
            draft.source, draft.continues = before.source, before
        elif not draft.cue and (actor := self._acting(draft, quoted)) and ACTS_BEFORE.decides(actor):
            draft.source = actor

    def _acting(self, draft: Draft, quoted: Quoted) -> Range | None:
        """Who does something in the sentence that ends right before whole sentences between marks."""
        start = self._layout.paragraphs[self._layout.paragraph_at(quoted.opening.start)].span.start
        before = Range(start, quoted.opening.start).trimmed(self._layout.text)
        ends = before.start < before.end and self._layout.text[before.end - 1] in _LEADS
        actor = self._beside.leading(before) if ends and self._is_whole(draft, quoted) else None
        return actor and strip_marks(self._layout.text, actor)

    def _goes_straight_on(self, before: Draft, draft: Draft, quoted: Quoted) -> bool:
        """Whether nothing but the end of the sentence that attributes a quotation stands between it and the next."""
        start = quoted.opening.start
        if not before.source or not self.adjoins(before, draft):
            return False
        if not self._marks.at(before.content[-1].start) and not self._is_whole(draft, quoted):
            return False  # behind what is told without marks, a word between marks may be anybody's
        told = (before.content[-1], before.source, before.cue)
        end = max((part.end for part in told if part and part.end <= start), default=None)
        if end is None:
            return False  # the two are told into one another
        between = any(map(str.isalnum, self._layout.text[end:start]))
        return not between or self._beside.is_sentence_end(end, start)

    def _is_whole(self, draft: Draft, quoted: Quoted) -> bool:
        """Whether a quotation is of sentences between marks, from the first letter to the last stop."""
        text, last = self._layout.text, self._marks.at(draft.content[-1].start)
        return (
            last is not None
            and last.inner.end == draft.content[-1].end
            and draft.content[0].start == quoted.inner.start
            and text[quoted.inner.start].isupper()
            and text[draft.content[-1].end - 1] in STOPS
        )

    def adjoins(self, before: Draft, draft: Draft) -> bool:
        """Whether one stands in the paragraph of the other or in the next."""
        first = self._layout.paragraph_at(before.content[-1].start)
        return self._layout.paragraph_at(draft.content[0].start) - first <= 1

    def _lead_in(self, draft: Draft) -> tuple[Range | None, Range | None] | None:
        """The cue of the paragraph before, where that one ends in a colon, and its source, or who acts in it."""
        start = draft.content[0].start
        at = self._layout.paragraph_at(start)
        lead = self._layout.paragraphs[at - 1].span if at else None
        opens = not any(map(str.isalnum, self._layout.text[self._layout.paragraphs[at].span.start : start]))
        if lead is None or not opens or not lead.of(self._layout.text).endswith(":"):
            return None
        heard = self._heard.last_cue(max(lead.start, lead.end - _LEAD_IN), lead.end)
        return heard or (None, self._beside.leading(lead))
