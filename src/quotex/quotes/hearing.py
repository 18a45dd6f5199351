"""What the tagger hears: its labels and links, decoded to drafts of quotations and to cues."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.english.acts import act_words
from quotex.quotes.confidence import Evidence
from quotex.quotes.decoding import Chains, Segment, Segments, best_chains, eager, hold_to_layout, segment, words_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.labels import ACTS, BEGIN, INSIDE, Role, Tier
from quotex.quotes.linking import Attribution, link, source_of
from quotex.quotes.tagger import Tagging
from quotex.text import STOPPED, Layout, Range, RangeIndex

Floats = npt.NDArray[np.float32]

_AGAIN = f"{Tier.OUTER}+"  # the outer tier, read a second time
_FARTHEST = 12  # pieces between what is attributed within an attribution and its cue, or that and its source
_LONGEST_HEADING = 60  # characters; what is said is longer as a rule where its stop was forgotten
_SENTENCE_BEFORE = re.compile(rf"{STOPPED}\s+$")
_SENTENCE_BEHIND = re.compile(r"[ \xa0]+[A-Z]")
_CONTENT = [BEGIN[Role.CONTENT], INSIDE[Role.CONTENT]]

HEADING = Rule(
    "quotes.heading", "a line in capitals run into the text says nothing but between marks, nor who said what is below"
)
HEADING_IN_MARKS = Rule(
    "quotes.heading-in-marks", "a few words between marks without a stop, between two sentences, head the second one"
)
TELLER_FIRST = Rule("quotes.teller-first", "what one reports, citing another, is said by the one who reports it")
TAKES_IN = Rule("quotes.takes-in", "who reports what another said in marks reports, too, who said it")
WHOLE_PAIR = Rule("quotes.whole-pair", "a sentence between marks whose end is said by a source behind is so as a whole")
ONE_PARAGRAPH = Rule("quotes.one-paragraph", "what is told without marks stands in the paragraph of what attributes it")


class Heard:
    """The tagging, decoded.

    Attributes:
        drafts: of the outer tier, in the order of their contents.
        cues: of the outer tier, in text order.
        within: drafts of the inner tier, whose words stand in the contents of others.
        faint: drafts beside those of the outer tier, heard where contents begin more readily, in the same order.
    """

    def __init__(self, layout: Layout, marks: Marks, tagging: Tagging, chains: Chains) -> None:
        self._layout, self._marks, self._tagging, self._chains = layout, marks, tagging, chains
        self._text = layout.text
        self.drafts: list[Draft] = []
        self.cues: list[Range] = []
        self.within: list[Draft] = []
        self.faint: list[Draft] = []
        self._cue_pieces: list[Segment] = []
        self._sources: list[Segment] = []
        if not len(tagging.pieces):
            return
        self._words = words_of(layout.view, tagging.pieces, layout.cuts)
        self._acts = np.exp(tagging.acts)
        decoded = self._decoded()
        segments = decoded[Tier.OUTER]
        self.drafts = self._drafts(link(tagging, segments), Tier.OUTER)
        self._cue_pieces, self._sources = segments[Role.CUE], segments[Role.SOURCE]
        self.cues = [self._whole(cue) for cue in self._cue_pieces]
        self.within = self._within(decoded[Tier.INNER])
        self._put_tellers_first()
        self._take_in_speakers()
        self.faint = self._drafts(link(tagging, _beside(segments, decoded[_AGAIN])), Tier.OUTER)

    def _decoded(self) -> dict[str, Segments]:
        tagging, words = self._tagging, self._words
        starts, first = tagging.pieces.starts[words], words.tolist()
        scores = {str(tier): hold_to_layout(self._layout, of[words], starts) for tier, of in tagging.labels.items()}
        scores[_AGAIN] = scores[Tier.OUTER]
        labels = best_chains({**self._chains, _AGAIN: eager(self._chains[Tier.OUTER])}, scores)
        return {key: segment(of, first, len(tagging.pieces)) for key, of in labels.items()}

    def _within(self, found: Segments) -> list[Draft]:
        """What the inner tier finds; its contents hang on the nearest cue, for links are learned of the outer."""
        by_cue: dict[Segment, Attribution] = {}
        for content in found[Role.CONTENT]:
            cue = _nearest(content, found[Role.CUE])
            if cue:
                source = _nearest(cue, found[Role.SOURCE])
                by_cue.setdefault(cue, Attribution([], cue, source)).contents.append(content)
        return self._drafts(by_cue.values(), Tier.INNER)

    def _put_tellers_first(self) -> None:
        """Make who tells of a content the outer one of two: in "the Post reported, citing two engineers", the Post."""
        starts = [draft.content[0].start for draft in self.within]
        for i, outer in enumerate(self.drafts):
            at = bisect_right(starts, outer.content[0].start) - 1
            inner = self.within[at] if at >= 0 and self._is_cited(outer) else None
            if inner is None or inner.source is None or inner.content[-1].end < outer.content[-1].end:
                continue
            if TELLER_FIRST.decides(inner.content[0]):
                self.within[at] = replace(outer, evidence=replace(outer.evidence, within=True))
                self.drafts[i] = replace(inner, evidence=replace(inner.evidence, within=False))
        self.within = [draft for draft in self.within if draft.cue]

    def _take_in_speakers(self) -> None:
        """Let what one reports of another take in who said it: "“It is over,” he said, according to police"."""
        by_content = {draft.content[0]: draft for draft in self.within if len(draft.content) == 1}
        for i, outer in enumerate(self.drafts):
            inner, (content, *others) = by_content.get(outer.content[0]), outer.content
            if inner is None or inner.cue is None or inner.source is None or outer.cue is None or others:
                continue
            said = Range(min(inner.cue.start, inner.source.start), max(inner.cue.end, inner.source.end))
            pair = self._marks.at(content.start)
            apart = "," in self._text[said.end : min(outer.cue.start, (outer.source or outer.cue).start)]
            if pair is None or said.start < content.end or not apart:  # "Norpress quoted Ana Reyes as saying"
                continue
            if TAKES_IN.decides(content):
                self.drafts[i] = replace(outer, content=[Range(pair.opening.start, said.end)])

    def _is_cited(self, draft: Draft) -> bool:
        """Whether a draft has no cue, or one of citing: "quoting"."""
        words = draft.cue.of(self._text).lower().split() if draft.cue else []
        return not words or words[-1] in act_words().citing

    def _drafts(self, attributions: Iterable[Attribution], tier: Tier) -> list[Draft]:
        said = np.exp(self._tagging.labels[tier][:, _CONTENT]).sum(axis=1)
        drafts = (self._draft(found, tier, said) for found in attributions)
        return sorted(filter(None, drafts), key=lambda draft: draft.content[0])

    def _draft(self, found: Attribution, tier: Tier, said: Floats) -> Draft | None:
        """What an attribution comes to between the marks; None: nothing that anybody says.

        ``said``: how likely each piece is of a content.
        """
        layout, marks = self._layout, self._marks
        heard = map(self._offsets, found.contents)
        fitted = sorted(fit for piece in heard if (fit := marks.fit(piece)))
        cue = self._whole(found.cue) if found.cue else None
        source = self._whole(found.source) if found.source else None
        if cue and layout.is_heading(cue.start) and HEADING.decides(cue):
            cue = source = None
            fitted = [fit for fit in fitted if marks.at(fit.start)]
        content = [
            fit
            for fit in fitted
            if not _is_nobodys(layout, marks, fit)
            and not (_heads_sentence(layout, marks, fit, cue) and HEADING_IN_MARKS.decides(fit))
        ]
        content = [_whole(marks, fit, cue) for fit in _within_one(layout, marks, content, cue)]
        if not content:
            return None
        acts = _acts(self._acts, found)
        return Draft(
            content,
            cue,
            source,
            Evidence(
                content=float(np.mean([said[slice(*piece)].mean() for piece in found.contents])),
                link=found.strength,
                acts=acts,
                within=tier is Tier.INNER,
            ),
            act=ACTS[acts.index(max(acts))],
        )

    def last_cue(self, start: int, end: int) -> tuple[Range, Range | None] | None:
        """Return the last cue in a stretch of text, with its source."""
        i = bisect_left(self.cues, (end,)) - 1
        if i < 0 or self.cues[i].start < start:
            return None
        return self._sourced(i)

    def first_cue(self, start: int, end: int) -> tuple[Range, Range | None] | None:
        """Return the first cue in a stretch of text, with its source."""
        i = bisect_left(self.cues, (start,))
        return self._sourced(i) if i < len(self.cues) and self.cues[i].end <= end else None

    def _sourced(self, i: int) -> tuple[Range, Range | None]:
        source, _ = source_of(self._tagging, self._cue_pieces[i], self._sources)
        return self.cues[i], self._whole(source) if source else None

    def _offsets(self, piece: Segment) -> Range:
        pieces = self._tagging.pieces
        return Range(int(pieces.starts[piece[0]]), int(pieces.ends[piece[1] - 1]))

    def _whole(self, piece: Segment) -> Range:
        """The whole words that a segment stands in: one that no label bears out is of a single piece."""
        first, end = np.searchsorted(self._words, [piece[0] + 1, piece[1]])
        behind = self._words[end] if end < len(self._words) else len(self._tagging.pieces)
        return self._marks.strip(self._offsets((int(self._words[first - 1]), int(behind))))


def _beside(usual: Segments, more: Segments) -> Segments:
    """The segments of a reading, of its contents those that share no piece with any segment of the usual one."""
    taken = RangeIndex([Range(*found) for role in Role for found in usual[role]])
    return {**more, Role.CONTENT: [found for found in more[Role.CONTENT] if not taken.touches(Range(*found))]}


def _nearest(segment: Segment, others: Sequence[Segment]) -> Segment | None:
    """Which of others, in order and apart, stands nearest, and near enough."""
    at = bisect_left(others, segment)
    gaps = [(max(start - segment[1], segment[0] - end), (start, end)) for start, end in others[max(0, at - 1) : at + 1]]
    gap, nearest = min(gaps, default=(_FARTHEST, segment))
    return nearest if gap < _FARTHEST else None


def _acts(likely: Floats, found: Attribution) -> tuple[float, ...]:
    """How likely each act is: over the cue and over the contents, in equal parts.

    Args:
        likely: [pieces, acts], probabilities.
        found: the attribution.
    """
    held = [np.concatenate([likely[slice(*piece)] for piece in found.contents]).mean(axis=0)]
    if found.cue:
        held.append(likely[slice(*found.cue)].mean(axis=0))
    return tuple(np.mean(held, axis=0).tolist())


def _within_one(layout: Layout, marks: Marks, content: list[Range], cue: Range | None) -> list[Range]:
    """Leave out what stands without marks above the paragraph of the cue; where some stands in it, below it too."""
    if cue is None:
        return content
    home = layout.paragraph_at(cue.start)
    own = [fit for fit in content if layout.paragraph_at(fit.start) == home or marks.type_of([fit]) is QuoteType.DIRECT]
    own = own or [fit for fit in content if layout.paragraph_at(fit.start) > home]
    return own if len(own) < len(content) and ONE_PARAGRAPH.decides(content[0]) else content


def _whole(marks: Marks, content: Range, cue: Range | None) -> Range:
    """The whole sentence between marks that a content ends, where its cue stands behind them."""
    whole = marks.ended_by(content, cue) if cue else None
    return whole if whole and WHOLE_PAIR.decides(content) else content


def _is_nobodys(layout: Layout, marks: Marks, content: Range) -> bool:
    """Whether a content stands in a notice, or without marks in a heading."""
    if layout.in_boilerplate(content.start):
        return True
    return layout.is_heading(content.start) and marks.at(content.start) is None and HEADING.decides(content)


def _heads_sentence(layout: Layout, marks: Marks, content: Range, cue: Range | None) -> bool:
    """Whether a content is all that stands between two marks, is short, has no stop, and a sentence on each side."""
    pair, text = marks.at(content.start), layout.text
    if pair is None or pair.closing is None or pair.inner != content or content.end - content.start > _LONGEST_HEADING:
        return False
    if re.search(rf"(?:{STOPPED}|,)$", content.of(text)) or (cue and cue.start >= pair.closing.end):
        return False
    start = max(layout.paragraphs[layout.paragraph_at(content.start)].span.start, pair.opening.start - _LONGEST_HEADING)
    before = _SENTENCE_BEFORE.search(text, start, pair.opening.start)
    return before is not None and _SENTENCE_BEHIND.match(text, pair.closing.end) is not None
