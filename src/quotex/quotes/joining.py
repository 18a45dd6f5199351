"""Which pieces are one quotation: those that go on over paragraphs or behind their attribution, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.quotes.adjacent import Beside, Surroundings
from quotex.quotes.drafts import Draft, Quotation
from quotex.quotes.fitting import Marks
from quotex.quotes.sourcing import Sourcing
from quotex.text import STOPS, Layout, Quoted, Range

RESUMED = Rule("quotes.resumed", "a mark that opens anew in the next paragraph goes on with what was not closed before")
ANSWERED = Rule("quotes.answered", "who answers speaks on, not who is told beside to have asked")
EXCHANGE = Rule("quotes.exchange", "whoever has answered a question of another's does not ask the next one")
GOES_ON_BEHIND_CUE = Rule("quotes.goes-on-behind-cue", "“…,” she said. “…”: the second goes on with the first")
GOES_ON_NEXT = Rule("quotes.goes-on-next", "direct speech goes on in the next words between marks that name nobody")
OWN_CUE = Rule(
    "quotes.own-cue", "a piece with a cue of its own behind it, or a label before it, is a quotation of its own"
)
TOLD_LATER = Rule(
    "quotes.told-later", "who nods or agrees in the next paragraph has not said what ended in the one before"
)
OTHER_SENTENCE = Rule(
    "quotes.other-sentence", "words between marks behind another sentence are not of the cue before it"
)
LED_IN_ANEW = Rule("quotes.led-in-anew", "what a paragraph leads in with a colon is not of a cue above that paragraph")
REPORTED_THEN_QUOTED = Rule(
    "quotes.reported-then-quoted",
    "paragraphs between marks behind a sentence that is reported are a quotation of their own",
)
ACTED_THEN_QUOTED = Rule(
    "quotes.acted-then-quoted", "what somebody does in the sentence before words between marks is none of their words"
)
REPORTED_BELOW = Rule(
    "quotes.reported-below", "what is reported below a paragraph that ends between marks is a quotation of its own"
)
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

    def __init__(self, layout: Layout, marks: Marks, beside: Surroundings, sourcing: Sourcing) -> None:
        self._layout, self._marks, self._beside, self._sourcing = layout, marks, beside, sourcing

    def split(self, draft: Draft) -> list[Draft]:
        """Part pieces between marks that have a cue of their own behind them, or no share in a reported sentence."""
        for i, piece in enumerate(draft.content):
            if i and self._leaves_sentence(draft, i) and REPORTED_THEN_QUOTED.decides(piece):
                *others, first = self.split(replace(draft, content=draft.content[:i]))
                rest = replace(draft, content=draft.content[i:], continues=first)
                return [*others, first, *self.split(rest)]
            if i and self._is_acted_before(draft, i) and ACTED_THEN_QUOTED.decides(piece):
                return self.split(replace(draft, content=draft.content[i:], cue=None))
            if i and self._is_behind_other_sentence(draft, i) and OTHER_SENTENCE.decides(piece):
                rest = replace(draft, content=draft.content[i:], cue=None, source=None)
                return [replace(draft, content=draft.content[:i]), *self.split(rest)]
            if i and self._is_reported_below(draft, i) and REPORTED_BELOW.decides(piece):
                first = replace(draft, content=draft.content[:i], cue=None, source=None)
                return [first, *self.split(replace(draft, content=draft.content[i:]))]
            lead = self._lead_in(piece)
            led_anew = i and lead and draft.cue and draft.cue.end <= lead.start
            if led_anew and lead and LED_IN_ANEW.decides(piece):
                rest = replace(draft, content=draft.content[i:], cue=None, source=self._beside.leading(lead))
                return [replace(draft, content=draft.content[:i]), *self.split(rest)]
            if i and self._asks_back(draft, i) and EXCHANGE.decides(piece):
                pieces = [replace(draft, content=[part], cue=None, source=None) for part in draft.content[i:]]
                return [replace(draft, content=draft.content[:i]), *pieces]
            own = self._own_cue(piece) if draft.cue and len(draft.content) > 1 else None
            if not own or not draft.cue or own.cue.overlap(draft.cue):
                continue
            if i and draft.cue.end <= piece.start and OWN_CUE.decides(piece):
                rest = replace(draft, content=draft.content[i:], cue=own.cue, source=own.source)
                return [replace(draft, content=draft.content[:i]), *self.split(rest)]
            first_ends = min(draft.content[1].start, draft.cue.start)
            if not i and own.cue.end <= first_ends and OWN_CUE.decides(piece):
                first = replace(draft, content=[piece], cue=own.cue, source=own.source)
                return [first, *self.split(replace(draft, content=draft.content[1:]))]
        return [draft]

    def _lead_in(self, piece: Range) -> Range | None:
        """The paragraph above the one that a piece begins, where that ends in a colon."""
        at = self._layout.paragraph_at(piece.start)
        above, own = self._layout.paragraphs[max(0, at - 1)].span, self._layout.paragraphs[at].span
        begins = at > 0 and not any(map(str.isalnum, self._layout.text[own.start : piece.start]))
        return above if begins and above.of(self._layout.text).endswith(":") else None

    def join(self, found: Iterable[Draft]) -> list[Draft]:
        """Put together what goes on, and give those between marks their sources.

        Returns:
            Drafts in the order of their contents.
        """
        drafts: list[Draft] = []
        for draft in sorted(found, key=lambda draft: draft.content[0]):
            drafts.extend(self._joined(drafts[-_NEAR:], draft))
        return sorted(drafts, key=lambda draft: draft.content[0])  # some begin later now

    def _joined(self, last: Sequence[Draft], draft: Draft) -> Iterator[Draft]:
        """Yield what is left of a draft once the one before has taken what goes on with it."""
        before = self._spoke_before(last)
        quoted = self._marks.at(draft.content[0].start)
        if not quoted or draft.turn:
            yield draft
            return
        if self._is_told_later(draft) and TOLD_LATER.decides(draft.span):
            draft.cue = draft.source = None
        open_before = next((other for other in reversed(last) if not other.turn), None)
        if open_before and self._resumes(open_before, draft, quoted):
            open_before.content = sorted(open_before.content + draft.content)
            return
        if before and self._goes_on(before, draft, quoted):
            rest = draft.content[1:] if draft.cue and draft.cue.start > quoted.inner.end else []
            before.content = sorted(before.content + draft.content[: len(draft.content) - len(rest)])
            if not rest:
                return
            draft.content, quoted = rest, self._marks.at(rest[0].start)
        if quoted and not is_next_question(self._layout.text, [*last, draft]):
            self._sourcing.sign(draft, quoted)
            if not draft.source:
                self._sourcing.find(draft, quoted, before)
        if (
            before
            and draft.continues is before
            and not draft.cue
            and self._is_direct(before, draft)
            and GOES_ON_NEXT.decides(draft.span)
        ):
            before.content = sorted(before.content + draft.content)
            return
        yield draft

    def _spoke_before(self, last: Sequence[Draft]) -> Draft | None:
        """The draft before; of “…,” he said when asked if it rained, not what was asked."""
        if len(last) < 2 or last[-1].cue is None or not self._beside.asks(last[-1].cue):
            return last[-1] if last else None
        answer, question = last[-2:]
        end = max(part.end for part in (answer.content[-1], answer.cue, answer.source) if part)
        one = answer.source is not None and end <= last[-1].cue.start
        apart = self._beside.begins_sentence(end, last[-1].cue.start)
        return answer if one and not apart and ANSWERED.decides(question.span) else question

    def _is_told_later(self, draft: Draft) -> bool:
        """Whether words between marks had ended before the paragraph began in which their cue stands."""
        last, at = draft.content[-1], self._layout.paragraph_at
        later = draft.cue is not None and at(draft.cue.start) > at(last.start)
        return later and self._layout.text[last.end - 1] in STOPS

    def _leaves_sentence(self, draft: Draft, i: int) -> bool:
        """Whether from a piece on whole paragraphs are quoted, behind a reported sentence that has ended."""
        last, piece = draft.content[i - 1], draft.content[i]
        quoted, at = self._marks.at(piece.start), self._layout.paragraph_at
        return (
            quoted is not None
            and quoted.inner.start == piece.start
            and at(piece.start) < at(draft.content[-1].start)
            and self._marks.type_of([last]) is not QuoteType.DIRECT
            and (draft.cue is None or draft.cue.end <= piece.start)
            and self._beside.is_sentence_end(last.end, quoted.opening.start)
        )

    def _is_acted_before(self, draft: Draft, i: int) -> bool:
        """Whether what stands without marks before a piece is done, not said, in a sentence that ends there."""
        told, quoted = draft.content[:i], self._marks.at(draft.content[i].start)
        before = draft.cue is not None and draft.cue.end <= told[0].start and self._beside.is_silent(draft.cue)
        plain = before and self._marks.type_of(told) is QuoteType.INDIRECT
        return plain and quoted is not None and self._beside.is_sentence_end(told[-1].end, quoted.opening.start)

    def _is_behind_other_sentence(self, draft: Draft, i: int) -> bool:
        """Whether another sentence begins between what attributes a piece and its opening mark."""
        piece, quoted = draft.content[i], self._marks.at(draft.content[i].start)
        if draft.cue is None or quoted is None or quoted.inner.start != piece.start:
            return False
        start = quoted.opening.start
        told = (draft.content[i - 1], draft.cue, draft.source)
        return self._beside.begins_sentence(max(part.end for part in told if part and part.end <= start), start)

    def _is_reported_below(self, draft: Draft, i: int) -> bool:
        """Whether a piece without marks stands with the cue below a paragraph of direct speech that ends."""
        at, before, piece = self._layout.paragraph_at, draft.content[i - 1], draft.content[i]
        if draft.cue is None or at(before.start) == at(piece.start) or at(piece.start) != at(draft.cue.start):
            return False
        quoted = self._marks.at(before.start)
        closed = quoted is not None and quoted.closing is not None
        return closed and self._is_direct_only(draft.content[:i]) and self._marks.type_of([piece]) is QuoteType.INDIRECT

    def _is_direct_only(self, content: Sequence[Range]) -> bool:
        return self._marks.type_of(content) is QuoteType.DIRECT

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

    def _is_direct(self, *drafts: Draft) -> bool:
        """Whether all that drafts hold stands between marks."""
        return all(self._is_direct_only(draft.content) for draft in drafts)

    def _resumes(self, before: Draft, draft: Draft, quoted: Quoted) -> bool:
        if not quoted.resumes or draft.cue:
            return False
        left = self._marks.at(before.content[-1].start)
        goes_on = (left is not None and left.closing is None) or self._sourcing.adjoins(before, draft)
        return goes_on and RESUMED.decides(draft.span)

    def _own_cue(self, piece: Range) -> Beside | None:
        """The cue right behind a piece between marks, or else the label right before it."""
        quoted = self._marks.at(piece.start)
        if quoted is None or quoted.inner.start != piece.start:
            return None
        return self._beside.behind(quoted) or self._beside.labelled(quoted)

    def _goes_on(self, before: Draft, draft: Draft, quoted: Quoted) -> bool:
        """Whether a quotation goes on right behind what attributes it, as in “…,” she said, “…”."""
        last, cue, start = self._marks.at(before.content[-1].start), before.cue, quoted.opening.start
        if last is None or last.closing is None or cue is None or not last.closing.end <= cue.start < cue.end <= start:
            return False
        alone = len(draft.content) == 1 and draft.cue is not None and draft.cue.start > quoted.inner.end
        return (
            not alone
            and quoted.inner.start == draft.content[0].start
            and self._layout.paragraph_at(cue.start) == self._layout.paragraph_at(start)
            and self._beside.is_sentence_end(last.closing.end, start)
            and self._beside.behind(quoted) is None
            and GOES_ON_BEHIND_CUE.decides(draft.span)
        )
