"""From the tagger's log probabilities to spans: the best chain of labels over words, held to the marks.

A word is labelled by its first piece. The chain is a linear-chain CRF's (its transitions come with the weights),
with impossible steps forbidden: Lafferty, McCallum and Pereira (2001); decoding: Viterbi (1967).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
import numpy.typing as npt

from quotex.quotes.labels import BEGIN, INSIDE, LABELS, Role
from quotex.quotes.tagger import TaggerConfig
from quotex.quotes.windows import Pieces
from quotex.text import Layout, Quoted

__all__ = ["Chain", "Segment", "Segments", "best_chain", "chain_scores", "hold_to_layout", "segment", "words_of"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_IMPOSSIBLE = -1e4

Segment = tuple[int, int]
"""a half-open range of pieces"""
Segments = dict[Role, list[Segment]]

# In log probability, like the labels' own scores.
_INSIDE_QUOTED = 6.0  # against leaving the content between the marks of a quotation that is one
_PAST_CLOSING = 2.0  # against running on past the closing mark of one that began a sentence
_SURE = 2.5  # the highest cost of a pair that may overrule the tagger


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of the label chain, from the tagger's configuration."""

    start: Floats
    transitions: Floats


def chain_scores(config: TaggerConfig) -> Chain:
    """Add to the learned transitions what is impossible, and the cost of opening a content."""
    inside = list(INSIDE.values())
    start = np.array(config.start, dtype=np.float32)
    start[inside] = _IMPOSSIBLE
    transitions = np.array(config.transitions, dtype=np.float32)
    for role in Role:
        allowed = [BEGIN[role], INSIDE[role]]
        barred = [i for i in range(len(LABELS)) if i not in allowed]
        transitions[barred, INSIDE[role]] = _IMPOSSIBLE
    transitions[:, BEGIN[Role.CONTENT]] -= config.content_cost
    return Chain(start, transitions)


def words_of(view: str, pieces: Pieces, cuts: Set[int] = frozenset()) -> Ints:
    """Index of each word's first piece. A word: pieces that touch and are letters or digits where they do, uncut."""
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    first = [
        i
        for i, start in enumerate(starts)
        if not (i and ends[i - 1] == start and view[start].isalnum() and view[start - 1].isalnum()) or start in cuts
    ]
    return np.array(first, dtype=np.int64)


def hold_to_layout(layout: Layout, scores: Floats, starts: Ints) -> Floats:
    """Let paragraphs and marks correct the labels' scores where they are sure.

    Nothing goes on from one paragraph, or part of a quotation, into the next; what stands between two marks is content
    as a whole or not at all; and a quotation that begins a sentence ends at its closing mark.

    Args:
        layout: the article's.
        scores: [words, labels], log probabilities.
        starts: [words], their offsets.
    """
    held = scores.copy()
    contents = [BEGIN[Role.CONTENT], INSIDE[Role.CONTENT]]
    others = [i for i in range(len(LABELS)) if i not in contents]
    resumed = [q.inner.start for q in layout.quoted if q.resumes]
    opening = np.searchsorted(starts, [p.span.start for p in layout.paragraphs] + resumed)
    for label in INSIDE.values():
        held[opening[opening < len(starts)], label] = _IMPOSSIBLE
    said = scores[:, contents].max(axis=1) - scores[:, others].max(axis=1)
    outer = [quoted for quoted in layout.quoted if not quoted.depth]
    for quoted, behind in zip_longest(outer, outer[1:]):
        goes_on = behind is not None and behind.resumes
        if quoted.cost > _SURE or (quoted.closing is None and not goes_on):
            continue
        first, end = np.searchsorted(starts, [quoted.inner.start, quoted.inner.end])
        if first == end or np.clip(said[first:end], -4, 4).mean() <= 0:
            continue
        held[first:end, others] -= _INSIDE_QUOTED
        past = int(np.searchsorted(starts, quoted.outer.end))
        if past < len(starts) and _begins_sentence(layout, quoted):
            held[past, INSIDE[Role.CONTENT]] -= _PAST_CLOSING
    return held


def _begins_sentence(layout: Layout, quoted: Quoted) -> bool:
    text = layout.text
    paragraph = layout.paragraphs[layout.paragraph_at(quoted.opening.start)].span
    before = text[max(paragraph.start, quoted.opening.start - 12) : quoted.opening.start].rstrip()
    return (not before or before[-1] in ".!?…:,") and text[quoted.inner.start].isupper()


def best_chain(chain: Chain, scores: Floats) -> list[int]:
    """The labels of the best chain over [words, labels] scores."""
    if not len(scores):
        return []
    total = chain.start + scores[0]
    back = np.zeros(scores.shape, dtype=np.int64)
    columns = np.arange(len(LABELS))
    for i in range(1, len(scores)):
        steps = total[:, None] + chain.transitions
        back[i] = steps.argmax(axis=0)
        total = steps[back[i], columns] + scores[i]
    label = int(total.argmax())
    path = [label]
    for i in range(len(scores) - 1, 0, -1):
        label = int(back[i, label])
        path.append(label)
    path.reverse()
    return path


def segment(labels: Iterable[int], words: Sequence[int], pieces: int) -> Segments:
    """Turn the labels of words into segments of pieces.

    Args:
        labels: one a word.
        words: index of each word's first piece.
        pieces: how many pieces there are.
    """
    found: Segments = {role: [] for role in Role}
    ends = [*words[1:], pieces]
    for label, first, end in zip(labels, words, ends, strict=True):
        if not label:
            continue
        role = Role((label - 1) // 2)
        if label == BEGIN[role]:
            found[role].append((first, end))
        else:
            found[role][-1] = (found[role][-1][0], end)
    return found
