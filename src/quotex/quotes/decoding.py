"""From the tagger's log probabilities to spans: the best chain of labels over words, held to the marks.

A word is labelled by its first piece. The chain is a linear-chain CRF's (its transitions come with the weights),
with impossible steps forbidden: Lafferty, McCallum and Pereira (2001); decoding: Viterbi (1967).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from quotex.contract.rules import Rule
from quotex.quotes.labels import BEGIN, INSIDE, LABELS, Role, Tier
from quotex.quotes.tagger import ChainConfig, TaggerConfig
from quotex.quotes.windows import Pieces
from quotex.text import STOPS, Layout, Quoted

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

MARKS_HOLD = Rule("quotes.marks-hold", "what begins a sentence between two marks is content as a whole or not at all")
CLOSING_MARK_ENDS = Rule("quotes.closing-mark-ends", "a quotation that begins a sentence ends at its closing mark")
STOP_IN_MARKS = Rule(
    "quotes.stop-in-marks", "a full stop inside a closing mark ends the sentence, and what is said in it"
)
RUN_IN_HEADLINE = Rule("quotes.run-in-headline", "a headline in capitals glued to a mark is nobody's words")

_BLANKS = 12  # characters before a mark among which the last that is no blank is looked for
_IMPOSSIBLE = -1e4  # in log probability: far below all that the labels of a window can add up to

Segment = tuple[int, int]
"""a half-open range of pieces"""
Segments = dict[Role, list[Segment]]

# In log probability, like the labels' own scores. On 110 articles of news-train the first and the last may be anything;
# without the second .14 of quotations in a hundred are lost, and twice as much wins .05.
_INSIDE_QUOTED = 6.0  # against leaving the content between the marks of a quotation that is one
_PAST_CLOSING = 2.0  # against running on past the closing mark of one that began a sentence
_EAGER = 2.0  # in favour of a second reading's contents: 1 hears a third fewer, of 3 more are wrong than right
_NEXT_SENTENCE = re.compile(r"\s+(?P<word>[^\W\d_])")
_RUN_IN = re.compile(r"(?:\b[A-Z][A-Z’']+[\s,:;\-]+(?:[A-Z’'\d]+[\s,:;\-]+)*)[A-Z’']{2,}$")
_LONGEST_HEADLINE = 160  # characters, and bounds the search
_SURE = 2.5  # the highest cost of a pair that may overrule the tagger
_SHARPEST = 4.0  # how much one piece can say of a whole quotation, in log odds


@dataclass(frozen=True, slots=True)
class Chain:
    """Scores of the label chain, from the tagger's configuration."""

    start: Floats
    transitions: Floats


Chains = Mapping[Tier, Chain]
_Key = TypeVar("_Key")


def chain_scores(config: TaggerConfig) -> Chains:
    """Add to the learned transitions of each tier what is impossible, and the cost of opening a content."""
    return {tier: _chain(learned) for tier, learned in config.chains.items()}


def _chain(config: ChainConfig) -> Chain:
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


def eager(chain: Chain) -> Chain:
    """Return the chain that begins a content more readily."""
    transitions = chain.transitions.copy()
    transitions[:, BEGIN[Role.CONTENT]] += _EAGER
    return Chain(chain.start, transitions)


def words_of(view: str, pieces: Pieces, cuts: Set[int] = frozenset()) -> Ints:
    """Index of each word's first piece. A word: pieces that touch and are letters or digits where they do, uncut.

    The sign before a handle is of its word: "@mira".
    """
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    first = [
        i
        for i, start in enumerate(starts)
        if not (i and ends[i - 1] == start and view[start].isalnum() and _holds_on(view[start - 1])) or start in cuts
    ]
    return np.array(first, dtype=np.int64)


def _holds_on(char: str) -> bool:
    return char.isalnum() or char == "@"


def hold_to_layout(layout: Layout, scores: Floats, starts: Ints) -> Floats:
    """Let paragraphs and marks correct the labels' scores where they are sure.

    Nothing goes on from one paragraph, or part of a quotation, into the next; what begins a sentence
    between two marks is one content as a whole or none at all, and ends at its closing mark.

    Args:
        layout: the article's.
        scores: [words, labels], log probabilities.
        starts: [words], their offsets.
    """
    held = scores.copy()
    _part(layout, held, starts)
    contents = [BEGIN[Role.CONTENT], INSIDE[Role.CONTENT]]
    others = [i for i in range(len(LABELS)) if i not in contents]
    resumed = [q.inner.start for q in layout.quoted if q.resumes]
    opening = np.searchsorted(starts, [p.span.start for p in layout.paragraphs] + resumed)
    opening = opening[opening < len(starts)]
    opens = np.zeros(len(starts), dtype=np.bool_)
    opens[opening] = True
    for label in INSIDE.values():
        held[opening, label] = _IMPOSSIBLE
    said = scores[:, contents].max(axis=1) - scores[:, others].max(axis=1)
    outer = [quoted for quoted in layout.quoted if not quoted.depth]
    for quoted, behind in zip_longest(outer, outer[1:]):
        goes_on = behind is not None and behind.resumes
        if quoted.cost > _SURE or (quoted.closing is None and not goes_on):
            continue
        first, end = np.searchsorted(starts, [quoted.inner.start, quoted.inner.end])
        if (
            first == end
            or np.clip(said[first:end], -_SHARPEST, _SHARPEST).mean() <= 0
            or not _begins_sentence(layout, quoted)
        ):
            continue
        if not MARKS_HOLD.decides(quoted.inner):
            continue
        held[first:end, others] -= _INSIDE_QUOTED
        held[first + 1 : end, BEGIN[Role.CONTENT]] -= np.where(opens[first + 1 : end], 0.0, _INSIDE_QUOTED)
        past = int(np.searchsorted(starts, quoted.outer.end))
        if past < len(starts) and CLOSING_MARK_ENDS.decides(quoted.outer.end):
            held[past, INSIDE[Role.CONTENT]] -= _PAST_CLOSING
    return held


def _part(layout: Layout, held: Floats, starts: Ints) -> None:
    """Let no content go on where another one begins, nor begin in a headline that was run into the text."""
    begin, inside = BEGIN[Role.CONTENT], INSIDE[Role.CONTENT]
    for offset in _beginnings(layout):
        word = int(np.searchsorted(starts, offset))
        if word < len(starts):
            held[word, begin] = held[word, [begin, inside]].max()
            held[word, inside] = _IMPOSSIBLE
    for quoted in layout.quoted:
        run = _RUN_IN.search(layout.text, max(0, quoted.opening.start - _LONGEST_HEADLINE), quoted.opening.start)
        if run and not quoted.depth and RUN_IN_HEADLINE.decides(run.span()):
            first, end = np.searchsorted(starts, run.span())
            held[first:end, [begin, inside]] = _IMPOSSIBLE


def _beginnings(layout: Layout) -> Iterator[int]:
    """Yield the offsets at which, by the marks, another sentence begins."""
    text = layout.text
    for quoted in layout.quoted:
        if (
            quoted.depth
            or quoted.closing is None
            or text[quoted.inner.end - 1] not in STOPS
            or _begins_sentence(layout, quoted)
        ):
            continue
        match = _NEXT_SENTENCE.match(text, quoted.closing.end)
        if match and text[match.start("word")].isupper() and STOP_IN_MARKS.decides(quoted.closing.end):
            yield match.start("word")


def _begins_sentence(layout: Layout, quoted: Quoted) -> bool:
    text = layout.text
    paragraph = layout.paragraphs[layout.paragraph_at(quoted.opening.start)].span
    before = text[max(paragraph.start, quoted.opening.start - _BLANKS) : quoted.opening.start].rstrip()
    return (not before or before[-1] in f"{STOPS}:,") and text[quoted.inner.start].isupper()


def best_chains(chains: Mapping[_Key, Chain], scores: Mapping[_Key, Floats]) -> dict[_Key, list[int]]:
    """The labels of each best chain; all go on together, for a step takes as long for one as for two.

    Args:
        chains: by what they are of.
        scores: [words, labels] for each, all of the same words.
    """
    totals = np.stack(list(scores.values()), axis=1)  # [words, chains, labels], of the best chain that ends so
    if not len(totals):
        return {key: [] for key in scores}
    transitions = np.stack([chains[key].transitions for key in scores])
    totals[0] += np.stack([chains[key].start for key in scores])
    steps, best = np.empty_like(transitions), np.empty_like(totals[0])
    before = totals[:, :, :, None]
    for reached, total in zip(before, totals[1:], strict=False):
        np.add(reached, transitions, out=steps)
        np.add(total, np.maximum.reduce(steps, axis=1, out=best), out=total)
    back = (before[:-1] + transitions).argmax(axis=2)
    last = totals[-1].argmax(axis=1).tolist()
    return {key: _walked_back(back[:, i], last[i]) for i, key in enumerate(scores)}


def _walked_back(back: Ints, label: int) -> list[int]:
    """Return the chain that ends in a label; ``back``: the label before each, for each word but the first."""
    path = [label]
    for before in reversed(back.tolist()):
        path.append(before[path[-1]])
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
