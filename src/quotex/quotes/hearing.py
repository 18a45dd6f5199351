"""What the tagger hears: its labels and links, decoded to drafts of quotations and to cues."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
import numpy.typing as npt

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.quotes.confidence import Evidence
from quotex.quotes.decoding import Chain, Segment, best_chain, hold_to_layout, segment, words_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks, strip_marks
from quotex.quotes.labels import ACTS, BEGIN, INSIDE, Role
from quotex.quotes.linking import Attribution, link, source_of
from quotex.quotes.tagger import Tagging
from quotex.text import Layout, Range

Floats = npt.NDArray[np.float32]

HEADING = Rule(
    "quotes.heading", "a line in capitals run into the text says nothing but between marks, nor who said what is below"
)
BEHIND_DATELINE = Rule("quotes.behind-dateline", "the place before the dash of a dateline is no part of what is said")
ONE_PARAGRAPH = Rule("quotes.one-paragraph", "what is told without marks stands in the paragraph of what attributes it")


class Heard:
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
        words = self._word_starts = words_of(layout.view, pieces, layout.cuts)
        scores = hold_to_layout(layout, tagging.labels[words], pieces.starts[words])
        segments = segment(best_chain(chain, scores), words.tolist(), len(pieces))
        content_labels = [BEGIN[Role.CONTENT], INSIDE[Role.CONTENT]]
        said = np.exp(tagging.labels[:, content_labels]).sum(axis=1)
        likely = np.exp(tagging.acts)
        for found in link(tagging, segments):
            heard = (_behind_dateline(layout, self._offsets(piece)) for piece in found.contents)
            fitted = sorted(fit for piece in heard if (fit := marks.fit(piece)))
            cue = self._words(found.cue) if found.cue else None
            source = self._words(found.source) if found.source else None
            if cue and layout.is_heading(cue.start) and HEADING.decides(cue):
                cue = source = None
                fitted = [fit for fit in fitted if marks.at(fit.start)]
            content = [fit for fit in fitted if not _is_nobodys(layout, marks, fit)]
            content = _within_one(layout, marks, content, cue)
            if content:
                sure = float(np.mean([said[slice(*piece)].mean() for piece in found.contents]))
                acts = _acts(likely, found)
                self.drafts.append(
                    Draft(
                        content,
                        cue,
                        source,
                        Evidence(content=sure, link=found.strength, acts=acts),
                        act=ACTS[acts.index(max(acts))],
                    )
                )
        self.drafts.sort(key=lambda draft: draft.content[0])
        self._cue_pieces, self._sources = segments[Role.CUE], segments[Role.SOURCE]
        self.cues = [self._words(cue) for cue in self._cue_pieces]

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
        """The whole words that a segment stands in: one that no label bears out is of a single piece."""
        first, end = np.searchsorted(self._word_starts, [piece[0] + 1, piece[1]])
        behind = self._word_starts[end] if end < len(self._word_starts) else len(self._tagging.pieces)
        return strip_marks(self._text, self._offsets((int(self._word_starts[first - 1]), int(behind))))


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
    """Leave out what stands outside of marks in another paragraph than the cue, where some of it stands in its own."""
    if cue is None or len(content) < 2:
        return content
    home = layout.paragraph_at(cue.start)
    own = [fit for fit in content if layout.paragraph_at(fit.start) == home or marks.type_of([fit]) is QuoteType.DIRECT]
    return own if own and len(own) < len(content) and ONE_PARAGRAPH.decides(content[0]) else content


def _behind_dateline(layout: Layout, content: Range) -> Range:
    """The content without a dateline that it begins with or in: "OSLO — The vaccine works, researchers said"."""
    dateline = layout.paragraphs[layout.paragraph_at(content.start)].dateline
    runs_on = dateline is not None and content.start < dateline.end < content.end
    return Range(dateline.end, content.end) if dateline and runs_on and BEHIND_DATELINE.decides(dateline) else content


def _is_nobodys(layout: Layout, marks: Marks, content: Range) -> bool:
    """Whether a content stands in a notice, or without marks in a heading."""
    if layout.in_boilerplate(content.start):
        return True
    return layout.is_heading(content.start) and marks.at(content.start) is None and HEADING.decides(content)
