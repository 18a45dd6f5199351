"""Which pieces are one quotation: those that go on over paragraphs or behind their attribution, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.quotes.drafts import Draft, Quotation
from quotex.quotes.fitting import Marks
from quotex.quotes.sourcing import ACTS_BEHIND, Sourcing
from quotex.text import STOPS, Layout, Quoted

RESUMED = Rule("quotes.resumed", "a mark that opens anew in the next paragraph goes on with what was not closed before")
EXCHANGE = Rule("quotes.exchange", "whoever has answered a question of another's does not ask the next one")
GOES_ON_NEXT = Rule("quotes.goes-on-next", "direct speech goes on in the next words between marks that name nobody")
STANDS_APART = Rule("quotes.stands-apart", "words between marks behind another sentence are not of the cue before it")
ACTED_THEN_QUOTED = Rule(
    "quotes.acted-then-quoted", "what somebody does in the sentence before words between marks is none of their words"
)
LED_IN_ANEW = Rule("quotes.led-in-anew", "what a paragraph leads in with a colon is not of a cue above that paragraph")
REPORTED_THEN_QUOTED = Rule(
    "quotes.reported-then-quoted",
    "paragraphs between marks behind a sentence that is reported are a quotation of their own",
)
TOLD_LATER = Rule("quotes.told-later", "who nods or agrees in the next paragraph has not said what ended before it")
OWN_CUE = Rule("quotes.own-cue", "a sentence between marks with a cue right behind it is a quotation of its own")
OWN_NAME = Rule("quotes.own-name", "a piece that is signed, or has a label, is a quotation of its own")
_NEAR = 2
"""Quotations back from one that a quotation which goes on in it can be: a post may stand between the two."""


def is_next_question(text: str, told: Sequence[Draft | Quotation]) -> bool:
    """Whether the last of three quotations is a question without a source, behind another's question and its answer."""
    if len(told) < 3:
        return False
    asked, answer, again = told[-3:]
    questions = all(text[part.content[-1].end - 1] == "?" for part in (asked, again))
    others = asked.source and answer.source and asked.source.of(text) != answer.source.of(text)
    return bool(questions and others and not (again.cue or again.source)) and EXCHANGE.decides(again.content[0])


class Joining:
    """Splits drafts that hold more than one quotation, and joins those that are one."""

    def __init__(self, layout: Layout, marks: Marks, sourcing: Sourcing) -> None:
        self._layout, self._marks, self._sourcing = layout, marks, sourcing

    def split(self, draft: Draft) -> list[Draft]:
        """Part pieces that are signed or stand apart, and questions of whoever is answered."""
        if len(draft.content) > 1 and self._is_labelled_before_cue(draft) and OWN_NAME.decides(draft.content[0]):
            first = replace(draft, content=draft.content[:1], cue=None, source=None)
            return [first, *self.split(replace(draft, content=draft.content[1:]))]
        for i, piece in enumerate(draft.content[1:], start=1):
            if self._asks_back(draft, i) and EXCHANGE.decides(piece):
                pieces = [replace(draft, content=[part], cue=None, source=None) for part in draft.content[i:]]
                return [replace(draft, content=draft.content[:i]), *pieces]
            quoted = self._marks.at(piece.start)
            first = replace(draft, content=draft.content[:i])
            if quoted and self._sourcing.acting_behind(quoted) and ACTS_BEHIND.decides(piece):
                told = draft.cue or draft.source
                rest = replace(draft, content=draft.content[i:])
                unsaid = first if told and told.start >= piece.end else rest
                unsaid.cue = unsaid.source = None
                return [first, *self.split(rest)]
            if quoted is None or draft.cue is None:
                continue
            own = self._sourcing.cue_behind(quoted) if draft.cue.end <= quoted.opening.start else None
            if own and OWN_CUE.decides(piece):
                rest = replace(draft, content=draft.content[i:], cue=own[0], source=own[1])
                return [first, *self.split(rest)]
            lead = self._sourcing.lead_in(piece)
            if lead and draft.cue.end <= lead.start and LED_IN_ANEW.decides(piece):
                source = self._sourcing.leading(lead)
                return [first, *self.split(replace(draft, content=draft.content[i:], cue=None, source=source))]
            if self._leaves_sentence(draft, i, quoted) and REPORTED_THEN_QUOTED.decides(piece):
                return [first, replace(draft, content=draft.content[i:], continues=first)]
            if self._is_acted_before(draft, i, quoted) and ACTED_THEN_QUOTED.decides(piece):
                return self.split(replace(draft, content=draft.content[i:], cue=None))
            apart = self._stands_apart(draft, i, quoted) and STANDS_APART.decides(piece)
            if apart or (self._is_named(draft, i, quoted) and OWN_NAME.decides(piece)):
                return [first, *self.split(replace(draft, content=draft.content[i:], cue=None, source=None))]
        return [draft]

    def join(self, found: Iterable[Draft]) -> list[Draft]:
        """Put together what goes on, and give those between marks their sources.

        Returns:
            Drafts in the order of their contents.
        """
        drafts: list[Draft] = []
        for draft in sorted(found, key=lambda draft: draft.content[0]):
            if not self._is_taken(drafts[-_NEAR:], draft):
                drafts.append(draft)
        return drafts

    def _is_taken(self, last: Sequence[Draft], draft: Draft) -> bool:
        """Whether a draft goes on with one before it, which takes it then; else it is given its source."""
        quoted = self._marks.at(draft.content[0].start)
        if not quoted or draft.turn:
            return False
        if self._is_told_later(draft) and TOLD_LATER.decides(draft.span):
            draft.cue = draft.source = None
        open_before = next((other for other in reversed(last) if not other.turn), None)
        if open_before and self._resumes(open_before, draft, quoted):
            open_before.content = sorted(open_before.content + draft.content)
            return True
        before = last[-1] if last else None
        if not is_next_question(self._layout.text, [*last, draft]):
            self._sourcing.find(draft, quoted, before)
        if before and self._goes_on(before, draft) and GOES_ON_NEXT.decides(draft.span):
            before.content = sorted(before.content + draft.content)
            return True
        return False

    def _is_told_later(self, draft: Draft) -> bool:
        """Whether words between marks had ended before the paragraph began in which their cue stands."""
        last, at = draft.content[-1], self._layout.paragraph_at
        later = draft.cue is not None and at(draft.cue.start) > at(last.start)
        return later and self._layout.text[last.end - 1] in STOPS

    def _leaves_sentence(self, draft: Draft, i: int, quoted: Quoted) -> bool:
        """Whether from a piece on whole paragraphs are quoted, behind a reported sentence with its cue."""
        last, at = draft.content[i - 1], self._layout.paragraph_at
        reported = self._marks.type_of([last]) is not QuoteType.DIRECT
        behind = draft.cue is not None and draft.cue.end <= quoted.opening.start
        return reported and behind and at(last.end) < at(quoted.inner.start) < at(draft.content[-1].start)

    def _is_acted_before(self, draft: Draft, i: int, quoted: Quoted) -> bool:
        """Whether what stands without marks before a piece is done, not said, in a sentence that ends there."""
        told = draft.content[:i]
        before = draft.cue is not None and draft.cue.end <= told[0].start and self._sourcing.is_silent(draft.cue)
        plain = before and self._marks.type_of(told) is QuoteType.INDIRECT
        return plain and self._sourcing.is_sentence_end(told[-1].end, quoted.opening.start)

    def _stands_apart(self, draft: Draft, i: int, quoted: Quoted) -> bool:
        """Whether another sentence begins between what attributes a piece and its opening mark."""
        told = (draft.content[i - 1], draft.cue, draft.source)
        ends = [part.end for part in told if part and part.end <= quoted.opening.start]
        own = quoted.inner.start == draft.content[i].start
        return own and bool(ends) and self._sourcing.begins_sentence(max(ends), quoted.opening.start)

    def _is_labelled_before_cue(self, draft: Draft) -> bool:
        """Whether the first piece has a label, and the cue stands behind it: 'Mayor Marsh: "…" He said …'."""
        quoted = self._marks.at(draft.content[0].start)
        return (
            quoted is not None
            and draft.cue is not None
            and draft.cue.start >= quoted.outer.end
            and (self._is_named(draft, 0, quoted))
        )

    def _is_named(self, draft: Draft, i: int, quoted: Quoted) -> bool:
        """Whether a piece opens between marks beside a name of its own."""
        own = self._sourcing.named(quoted) if quoted.inner.start == draft.content[i].start else None
        return own is not None and draft.cue is not None and not own[0].overlap(draft.cue)

    def _asks_back(self, draft: Draft, i: int) -> bool:
        """Whether a piece is a question in a paragraph of its own, in a draft that answers another's question."""
        first, before, piece = draft.content[0], draft.content[i - 1], draft.content[i]
        at, last = self._layout.paragraph_at, self._marks.at(before.start)
        asked = self._marks.before(first.start)
        return (
            self._layout.text[piece.end - 1] == "?"
            and at(piece.start) > at(before.start)
            and last is not None
            and last.closing is not None
            and asked is not None
            and self._layout.text[asked.inner.end - 1] == "?"
            and at(asked.inner.start) == at(first.start) - 1
        )

    def _goes_on(self, before: Draft, draft: Draft) -> bool:
        """Whether a draft speaks on and names nobody, and all of both stands between marks."""
        direct = all(self._marks.type_of(one.content) is QuoteType.DIRECT for one in (before, draft))
        return draft.continues is before and not draft.cue and direct

    def _resumes(self, before: Draft, draft: Draft, quoted: Quoted) -> bool:
        if not quoted.resumes or draft.cue:
            return False
        left = self._marks.at(before.content[-1].start)
        goes_on = (left is not None and left.closing is None) or self._sourcing.adjoins(before, draft)
        return goes_on and RESUMED.decides(draft.span)
