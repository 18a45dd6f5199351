"""Which content hangs on which cue, and which cue on which source, from the tagger's links."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log

import numpy as np
import numpy.typing as npt

from quotex.quotes.decoding import Segment, Segments
from quotex.quotes.labels import Role
from quotex.quotes.tagger import Tagging, log_softmax

_LEAST_LINK = -2.0
"""Log probability under which a content is not tied to a cue; of -8, -4, -2 and -1 the best on news-train."""


@dataclass(slots=True)
class Attribution:
    """Contents that hang on one cue, and its source, as segments of pieces.

    Attributes:
        strength: the weaker of the two links' probabilities.
    """

    contents: list[Segment]
    cue: Segment | None
    source: Segment | None = None
    strength: float = 1.0


@dataclass(slots=True)
class _Row:
    """Where a segment points: log probabilities of the pieces of its window, and of pointing nowhere."""

    pieces: list[int]
    scores: list[float]
    nowhere: float
    order: dict[int, float] = field(init=False)

    def __post_init__(self) -> None:
        self.order = dict(zip(self.pieces, self.scores, strict=True))

    def best(self, segments: Sequence[Segment], least: float) -> tuple[int | None, float]:
        """Index of the segment pointed at most, where its score is above ``least``; segments are in order."""
        best, score = None, least
        if not self.pieces:
            return best, score
        at = bisect_left(segments, (self.pieces[0] + 1,))
        at = max(0, at - 1)
        while at < len(segments) and segments[at][0] <= self.pieces[-1]:
            here = max((self.order.get(i, -np.inf) for i in range(*segments[at])), default=-np.inf)
            if here > score:
                best, score = at, float(here)
            at += 1
        return best, score

    def top(self) -> tuple[int, float]:
        """The piece pointed at most."""
        at = max(range(len(self.scores)), key=self.scores.__getitem__)
        return self.pieces[at], self.scores[at]


def link(tagging: Tagging, segments: Segments) -> list[Attribution]:
    """Tie contents to cues and cues to sources; attributions come in the order of their first contents."""
    contents, sources = segments[Role.CONTENT], segments[Role.SOURCE]
    cues = sorted(segments[Role.CUE])
    found: list[Attribution] = []
    by_cue: dict[Segment, Attribution] = {}
    for content in contents:
        cue, score = _cue_of(tagging, content, cues)
        attribution = by_cue.get(cue) if cue else None
        if attribution is None:
            attribution = Attribution([], cue)
            found.append(attribution)
            if cue:
                by_cue[cue] = attribution
        attribution.contents.append(content)
        attribution.strength = min(attribution.strength, exp(score) if cue else 1.0)
    for attribution in found:
        if attribution.cue:
            attribution.source, score = source_of(tagging, attribution.cue, sources)
            attribution.strength = min(attribution.strength, exp(score))
    return found


def _cue_of(tagging: Tagging, content: Segment, cues: list[Segment]) -> tuple[Segment | None, float]:
    best, score = _row(tagging, content, Role.CUE).best(cues, _LEAST_LINK)
    return (cues[best], score) if best is not None else (None, 0.0)


def source_of(tagging: Tagging, cue: Segment, sources: Sequence[Segment]) -> tuple[Segment | None, float]:
    """Find the source that a cue points at (None: at none), and the log probability of that."""
    row = _row(tagging, cue, Role.SOURCE)
    best, score = row.best(sources, row.nowhere)
    if best is not None:
        return sources[best], score
    if row.pieces:
        piece, score = row.top()
        if score > row.nowhere:
            return (piece, piece + 1), score
    return None, row.nowhere


def _row(tagging: Tagging, segment: Segment, role: Role) -> _Row:
    """Mean of where the segment's pieces point, over those in the window of its first."""
    window = tagging.window_of[segment[0]]
    links = tagging.links[window]
    logits = links.cue if role is Role.CUE else links.source
    inside = np.flatnonzero((links.where >= segment[0]) & (links.where < segment[1]))
    rows = log_softmax(logits[inside].astype(np.float32))
    mean = np.logaddexp.reduce(rows, axis=0) - log(len(inside))
    real: npt.NDArray[np.bool_] = links.where >= 0
    return _Row(links.where[real].tolist(), mean[real].tolist(), float(mean[0]))
