"""From the tagger's attributions to quotations: pieces joined, sources carried on, what is no quotation left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from quotex.contract.terms import Act, QuoteType, Stance
from quotex.english.closed import ARTICLES, INTERLOCUTORS
from quotex.parse.reporting import can_be_predicate
from quotex.parse.tokens import TokenIndex
from quotex.quotes.adjacent import Beside, Surroundings
from quotex.quotes.confidence import Evidence, confidence
from quotex.quotes.cues import HELD, SPOKEN, stance_of
from quotex.quotes.decoding import Chain, Segment, best_chain, hold_to_layout, segment, words_of
from quotex.quotes.drafts import Quotation
from quotex.quotes.fitting import Marks, strip_marks
from quotex.quotes.labels import ACTS, BEGIN, INSIDE, Role
from quotex.quotes.linking import Attribution, link, source_of
from quotex.quotes.tagger import Tagging
from quotex.quotes.turns import find_turns
from quotex.text import Layout, Quoted, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Draft", "find_drafts", "find_quotations"]

_FEWEST_WORDS = 4
_DOUBTFUL = 2.5
_NEEDS_SOURCE = HELD | {Stance.ASKS, Stance.URGES}
_SCRAP = 4
_WHOLE = 0.9
_MOST = 0.6

_LEAD_IN = 200
"""How far before a quoted paragraph its cue may stand, in speakers."""


@dataclass(slots=True)
class Draft:
    """An attribution in offsets."""

    content: list[Range]
    cue: Range | None
    source: Range | None
    evidence: Evidence
    type: QuoteType = QuoteType.INDIRECT
    act: Act = Act.SAID
    stance: Stance = Stance.UNKNOWN
    continues: Draft | None = field(default=None, repr=False)
    turn: bool = False


def find_quotations(layout: Layout, doc: Doc, tagging: Tagging, chain: Chain) -> tuple[Quotation, ...]:
    """Find the quotations of an article.

    Args:
        layout: the article's.
        doc: the parse of its view.
        tagging: the tagger's reading of its view.
        chain: the label chain's scores.

    Returns:
        Quotations in the order of their contents.
    """
    drafts = find_drafts(layout, doc, tagging, chain)
    index = {id(draft): i for i, draft in enumerate(drafts)}
    return tuple(
        Quotation(
            _apart(draft.content),
            draft.cue,
            draft.source,
            draft.type,
            draft.act,
            draft.stance,
            confidence(draft.evidence),
            index.get(id(draft.continues)),
        )
        for draft in drafts
    )


def _apart(pieces: Sequence[Range]) -> tuple[Range, ...]:
    """Make one piece of those that overlap."""
    apart: list[Range] = []
    for piece in sorted(pieces):
        if apart and piece.start < apart[-1].end:
            apart[-1] = Range(apart[-1].start, max(apart[-1].end, piece.end))
        else:
            apart.append(piece)
    return tuple(apart)


def find_drafts(layout: Layout, doc: Doc, tagging: Tagging, chain: Chain) -> list[Draft]:
    """Find quotations with the evidence for each; arguments and order as in ``find_quotations``."""
    marks = Marks(layout)
    heard = _Heard(layout, marks, tagging, chain)
    tokens = TokenIndex(doc)
    drafts = _Joined(layout, marks, heard, Surroundings(layout, tokens)).drafts
    for draft in drafts:
        if len(draft.content) > 1 and _is_scrap(draft.content, marks, tokens):
            draft.content.pop()
        if draft.source and all(token.lower_ in ARTICLES for token in tokens.inside(*draft.source)):
            draft.source = None
        draft.type = QuoteType.DIRECT if draft.turn else marks.type_of(draft.content)
        draft.stance = stance_of(tokens.inside(*draft.cue)) if draft.cue else Stance.UNKNOWN
        draft.evidence = replace(
            draft.evidence,
            cue=draft.cue is not None,
            source=draft.source is not None,
            carried=draft.continues is not None,
            type=draft.type,
            spoken=draft.stance in SPOKEN,
            words=sum(len(span.of(layout.text).split()) for span in draft.content),
        )
    return [draft for draft in drafts if _is_quotation(draft)]


class _Heard:
    """The tagging, decoded: drafts in the order of their contents, and every cue in text order."""

    def __init__(self, layout: Layout, marks: Marks, tagging: Tagging, chain: Chain) -> None:
        self._tagging, self._text = tagging, layout.text
        pieces = tagging.pieces
        self.drafts: list[Draft] = []
        self.cues: list[Range] = []
        self._cue_pieces: list[Segment] = []
        self._sources: list[Segment] = []
        if not len(pieces):
            return
        words = words_of(layout.view, pieces)
        scores = hold_to_layout(layout, tagging.labels[words], pieces.starts[words])
        segments = segment(best_chain(chain, scores), words.tolist(), len(pieces))
        content_labels = [BEGIN[Role.CONTENT], INSIDE[Role.CONTENT]]
        said = np.exp(tagging.labels[:, content_labels]).sum(axis=1)
        for found in link(tagging, segments):
            content = sorted(fitted for piece in found.contents if (fitted := marks.fit(self._offsets(piece))))
            if content and not layout.in_boilerplate(content[0].start):
                sure = float(np.mean([said[slice(*piece)].mean() for piece in found.contents]))
                acts = self._acts(found)
                self.drafts.append(
                    Draft(
                        content,
                        self._words(found.cue) if found.cue else None,
                        self._words(found.source) if found.source else None,
                        Evidence(content=sure, link=found.strength, acts=acts),
                        act=ACTS[acts.index(max(acts))],
                    )
                )
        self.drafts.sort(key=lambda draft: draft.content[0])
        self._cue_pieces, self._sources = segments[Role.CUE], segments[Role.SOURCE]
        self.cues = [self._words(cue) for cue in self._cue_pieces]

    def _acts(self, found: Attribution) -> tuple[float, ...]:
        """How likely each act is: over the cue and over the contents, in equal parts."""
        likely = np.exp(self._tagging.acts)
        held = [np.concatenate([likely[slice(*piece)] for piece in found.contents]).mean(axis=0)]
        if found.cue:
            held.append(likely[slice(*found.cue)].mean(axis=0))
        return tuple(np.mean(held, axis=0).tolist())

    def last_cue(self, start: int, end: int) -> tuple[Range, Range | None] | None:
        """Return the last cue in a stretch of text, with its source."""
        i = bisect_left(self.cues, (end,)) - 1
        if i < 0 or self.cues[i].start < start:
            return None
        source, _ = source_of(self._tagging, self._cue_pieces[i], self._sources)
        return self.cues[i], self._words(source) if source else None

    def _offsets(self, piece: Segment) -> Range:
        pieces = self._tagging.pieces
        return Range(int(pieces.starts[piece[0]]), int(pieces.ends[piece[1] - 1]))

    def _words(self, piece: Segment) -> Range:
        return strip_marks(self._text, self._offsets(piece))


class _Joined:
    """Drafts with what spreads over paragraphs put together, and what only the marks know added."""

    def __init__(self, layout: Layout, marks: Marks, heard: _Heard, beside: Surroundings) -> None:
        self._layout, self._marks, self._heard, self._beside = layout, marks, heard, beside
        self.drafts: list[Draft] = []
        turns = _Turns(layout, marks)
        found = [part for draft in heard.drafts for part in self._split(draft) if not turns.hold(part)]
        found += turns.drafts
        found += self._unheard(found)
        for draft in sorted(found, key=lambda draft: draft.content[0]):
            before = self.drafts[-1] if self.drafts else None
            quoted = marks.at(draft.content[0].start)
            if quoted and quoted.resumes and before and not (draft.cue or draft.turn) and self._adjoins(before, draft):
                before.content = sorted(before.content + draft.content)
                continue
            if before and quoted and not draft.turn and self._goes_on(before, draft, quoted):
                rest = draft.content[1:] if draft.cue and draft.cue.start > quoted.inner.end else []
                before.content = sorted(before.content + draft.content[: len(draft.content) - len(rest)])
                if not rest:
                    continue
                draft.content, quoted = rest, marks.at(rest[0].start)
            if quoted and not draft.turn:
                self._sign(draft, quoted)
            if quoted and not draft.source:
                self._find_source(draft, before)
            self.drafts.append(draft)
        self.drafts.sort(key=lambda draft: draft.content[0])  # some begin later now

    def _split(self, draft: Draft) -> list[Draft]:
        """Part pieces between marks that have a cue of their own behind them from those that have another."""
        if draft.cue and self._speaks_on(draft.content[0], draft.cue):
            first = replace(draft, content=draft.content[:1], cue=None, source=None)
            later = draft.content[1:]
            return [first, *self._split(replace(draft, content=later))] if later else [first]
        for i, piece in enumerate(draft.content):
            own = self._own_cue(piece) if draft.cue and len(draft.content) > 1 else None
            if not own or not draft.cue or own.cue.overlap(draft.cue):
                continue
            if i and draft.cue.end <= piece.start:
                rest = replace(draft, content=draft.content[i:], cue=own.cue, source=own.source)
                return [replace(draft, content=draft.content[:i]), *self._split(rest)]
            if not i and own.cue.end <= draft.content[1].start and own.cue.end <= draft.cue.start:
                first = replace(draft, content=[piece], cue=own.cue, source=own.source)
                return [first, *self._split(replace(draft, content=draft.content[1:]))]
        return [draft]

    def _speaks_on(self, piece: Range, cue: Range) -> bool:
        """Whether a piece goes on with the quotation of the paragraph before, not with one whose cue comes later."""
        quoted = self._marks.at(piece.start)
        at = self._layout.paragraph_at(piece.start)
        return quoted is not None and quoted.resumes and cue.start > self._layout.paragraphs[at].span.end

    def _own_cue(self, piece: Range) -> Beside | None:
        quoted = self._marks.at(piece.start)
        return self._beside.behind(quoted) if quoted and quoted.inner.start == piece.start else None

    def _unheard(self, drafts: list[Draft]) -> list[Draft]:
        """Quotations that the tagger missed: pairs with a cue beside them, and paragraphs between marks."""
        taken = sorted(piece for draft in drafts for piece in draft.content)
        added = []
        for quoted in self._marks.pairs:
            at = bisect_left(taken, (quoted.inner.end,))
            if (at and taken[at - 1].end > quoted.inner.start) or self._layout.in_boilerplate(quoted.inner.start):
                continue
            words = quoted.inner.of(self._layout.text).split()
            if len(words) < _FEWEST_WORDS or _is_title(words) or quoted.cost > _DOUBTFUL:
                continue
            own = self._beside.behind(quoted) or self._beside.before(quoted)
            if own or self._fills_paragraph(quoted):
                evidence = Evidence(content=0.5, link=0.5, marked=True)
                added.append(Draft([quoted.inner], own.cue if own else None, own.source if own else None, evidence))
        return added

    def _fills_paragraph(self, quoted: Quoted) -> bool:
        paragraph = self._layout.paragraphs[self._layout.paragraph_at(quoted.inner.start)].span
        return quoted.inner.end - quoted.inner.start >= _WHOLE * (paragraph.end - paragraph.start)

    def _sign(self, draft: Draft, quoted: Quoted) -> None:
        """Let the name behind a dash be the source, unless a cue stands elsewhere."""
        own = self._beside.signed(quoted)
        if own and (draft.cue is None or own.cue.start <= draft.cue.start <= own.source.end):
            draft.cue, draft.source = own

    def _find_source(self, draft: Draft, before: Draft | None) -> None:
        """A quoted paragraph whose source stands before it: led in with a colon, or speaking on."""
        paragraphs = self._layout.paragraphs
        at = self._layout.paragraph_at(draft.content[0].start)
        lead = paragraphs[at - 1].span if at else None
        quoted = self._marks.at(draft.content[0].start)
        own = self._beside.behind(quoted) if quoted and not draft.cue else None
        if own:
            draft.cue, draft.source = own
            return
        if lead and not draft.cue and self._opens_paragraph(draft) and lead.of(self._layout.text).endswith(":"):
            found = self._heard.last_cue(max(lead.start, lead.end - _LEAD_IN), lead.end)
            if found:
                draft.cue, draft.source = found
                return
        if before and before.source and self._adjoins(before, draft) and self._marks.at(before.content[-1].start):
            draft.source, draft.continues = before.source, before

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
        )

    def _opens_paragraph(self, draft: Draft) -> bool:
        start = draft.content[0].start
        paragraph = self._layout.paragraphs[self._layout.paragraph_at(start)].span
        return not any(map(str.isalnum, self._layout.text[paragraph.start : start]))

    def _adjoins(self, before: Draft, draft: Draft) -> bool:
        """Whether one stands in the paragraph of the other or in the next."""
        first = self._layout.paragraph_at(before.content[-1].start)
        return self._layout.paragraph_at(draft.content[0].start) - first <= 1


class _Turns:
    """The turns of an interview, as drafts; they take the place of what the tagger heard of them."""

    def __init__(self, layout: Layout, marks: Marks) -> None:
        self._text = layout.text
        evidence = Evidence(content=1.0, marked=True)
        self.drafts = [
            Draft(content, None, turn.label, evidence, QuoteType.DIRECT, turn=True)
            for turn in find_turns(layout, marks)
            if (
                content := [
                    fitted for span in turn.content if (fitted := marks.fit(span) if marks.at(span.start) else span)
                ]
            )
        ]
        self._spans = sorted(span for draft in self.drafts for span in draft.content)
        self._labels = {draft.source for draft in self.drafts}

    def hold(self, draft: Draft) -> bool:
        """Whether a draft is part of a turn, and not somebody else's words told in it."""
        at = bisect_left(self._spans, (draft.content[0].end,)) - 1
        if at < 0 or not self._spans[at].overlap(draft.content[0]):
            return False
        turn = self._spans[at]
        own = not draft.source or draft.source.of(self._text).lower() in INTERLOCUTORS
        own = own or (draft.source is not None and draft.source in self._labels)
        return own or sum(map(turn.overlap, draft.content)) >= _MOST * (turn.end - turn.start)


def _is_scrap(content: Sequence[Range], marks: Marks, tokens: TokenIndex) -> bool:
    """Whether the last piece is a word or two of the attribution: "…, the mayor pointed out for his part"."""
    *_, before, last = content
    words = tokens.inside(*last)
    return (
        len(words) < _SCRAP <= len(tokens.inside(*before))
        and marks.at(last.start) is None
        and not any(map(can_be_predicate, words))
    )


def _is_title(words: Sequence[str]) -> bool:
    """Whether every long word is capitalised, as in the title of a book or a show."""
    return all(not word[0].islower() for word in words if len(word) > 3)


def _is_quotation(draft: Draft) -> bool:
    """Whether a draft is anybody's words.

    Without a source: what stands between marks without a cue (somebody says it), or what is said, not thought, asked
    or urged, without marks (with them: a title, a word in scare quotes).
    """
    if draft.source:
        return True
    if draft.cue:
        return draft.type is QuoteType.INDIRECT and draft.stance not in _NEEDS_SOURCE
    return draft.type is QuoteType.DIRECT
