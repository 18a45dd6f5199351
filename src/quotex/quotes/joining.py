"""Which pieces are one quotation: those that go on over paragraphs or behind their attribution, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.sourcing import Sourcing
from quotex.text import Layout, Quoted
from quotex.text.marks import SINGLE_MARKS

RESUMED = Rule("quotes.resumed", "a mark that opens anew in the next paragraph goes on with what was not closed before")
GOES_ON_NEXT = Rule("quotes.goes-on-next", "direct speech goes on in the next words between marks that name nobody")
STANDS_APART = Rule("quotes.stands-apart", "words between marks behind another sentence are not of the cue before it")
OWN_CUE = Rule("quotes.own-cue", "a sentence between marks with a cue right behind it is a quotation of its own")
CUT_IN = Rule("quotes.cut-in", "who does something between a cue and a colon says what stands between marks behind it")
LESSER_MARKS = Rule(
    "quotes.lesser-marks",
    "a few words between single marks do not go on with speech between double ones: they head more",
)
_LONGEST_HEADING = 60
"""Characters; what is said is longer as a rule."""
_NEAR = 2
"""Quotations back from one that a quotation which goes on in it can be: a post may stand between the two."""


class Joining:
    """Splits drafts that hold more than one quotation, and joins those that are one."""

    def __init__(self, layout: Layout, marks: Marks, sourcing: Sourcing) -> None:
        self._layout, self._marks, self._sourcing = layout, marks, sourcing

    def split(self, draft: Draft) -> list[Draft]:
        """Part pieces that have a cue of their own, or stand apart."""
        for i, piece in enumerate(draft.content[1:], start=1):
            quoted = self._marks.at(piece.start)
            if quoted is None or draft.cue is None:
                continue
            first = replace(draft, content=draft.content[:i])
            own = self._sourcing.cue_behind(quoted) if draft.cue.end <= quoted.opening.start else None
            if own and OWN_CUE.decides(piece):
                rest = replace(draft, content=draft.content[i:], cue=own[0], source=own[1])
                return [first, *self.split(rest)]
            other = self._sourcing.cut_in(max(draft.content[i - 1].end, draft.cue.end), quoted)
            if other and CUT_IN.decides(piece):
                return [first, *self.split(replace(draft, content=draft.content[i:], cue=None, source=other))]
            if self._stands_apart(draft, i, quoted) and STANDS_APART.decides(piece):
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
        open_before = next((other for other in reversed(last) if not other.turn), None)
        if open_before and self._resumes(open_before, draft, quoted):
            open_before.content = sorted(open_before.content + draft.content)
            return True
        told = [other for other in last if not self._sourcing.describes(other)] or last
        before = told[-1] if told else None
        if before and self._is_heading(before, draft) and LESSER_MARKS.decides(draft.span):
            return True
        self._sourcing.find(draft, quoted, before)
        if before and self._goes_on(before, draft) and GOES_ON_NEXT.decides(draft.span):
            before.content = sorted(before.content + draft.content)
            return True
        return False

    def _stands_apart(self, draft: Draft, i: int, quoted: Quoted) -> bool:
        """Whether another sentence begins between what attributes a piece and its opening mark."""
        told = (draft.content[i - 1], draft.cue, draft.source)
        ends = [part.end for part in told if part and part.end <= quoted.opening.start]
        own = quoted.inner.start == draft.content[i].start
        return own and bool(ends) and self._sourcing.begins_sentence(max(ends), quoted.opening.start)

    def _goes_on(self, before: Draft, draft: Draft) -> bool:
        """Whether a draft speaks on and names nobody, and all of both stands between marks."""
        direct = all(self._marks.type_of(one.content) is QuoteType.DIRECT for one in (before, draft))
        return draft.continues is before and not draft.cue and direct

    def _is_heading(self, before: Draft, draft: Draft) -> bool:
        """Whether a few words that nothing attributes stand between single marks, behind speech between double ones."""
        pairs = self._marks.at(before.content[-1].start), self._marks.at(draft.content[0].start)
        was_single, is_single = (
            pair is not None and pair.opening.of(self._layout.text) in SINGLE_MARKS for pair in pairs
        )
        short = draft.span.end - draft.span.start <= _LONGEST_HEADING
        told = draft.cue is not None or draft.source is not None
        return is_single and not was_single and pairs[0] is not None and short and not told

    def _resumes(self, before: Draft, draft: Draft, quoted: Quoted) -> bool:
        if not quoted.resumes or draft.cue:
            return False
        left = self._marks.at(before.content[-1].start)
        goes_on = (left is not None and left.closing is None) or self._sourcing.adjoins(before, draft)
        return goes_on and RESUMED.decides(draft.span)
