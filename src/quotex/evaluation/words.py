"""Spans as sets of words, so that punctuation and blanks at their edges never decide."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quotex.contract.records import Extraction, Span

WordSet = frozenset[int]

_WORD = re.compile(r"\w+")


class Words:
    """The words of an article, counted, as far as its records, gold and found, show them."""

    def __init__(self, *extractions: Extraction) -> None:
        chars = [" "] * extractions[0].source.length
        for extraction in extractions:
            for _, span in extraction.spans():
                chars[span.start : span.end] = span.text
        places = [match.span() for match in _WORD.finditer("".join(chars))]
        self._starts = [start for start, _ in places]
        self._ends = [end for _, end in places]

    def of(self, spans: Iterable[Span | None]) -> WordSet:
        """Return the words that the spans touch; none for None."""
        return frozenset(
            word
            for span in spans
            if span is not None
            for word in range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
        )


def pair(gold: Sequence[WordSet], found: Sequence[WordSet]) -> dict[int, tuple[int, float]]:
    """Pair one to one, those first that have most words in common (intersection over union).

    Returns:
        For each index into ``gold`` that has a partner, that one's index into ``found`` and how much they overlap.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for j, words in enumerate(found):
        for word in words:
            holders[word].append(j)
    shared = Counter((i, j) for i, words in enumerate(gold) for word in words for j in holders.get(word, ()))
    ranked = sorted(((n / len(gold[i] | found[j]), i, j) for (i, j), n in shared.items()), reverse=True)
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for overlap, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j, overlap
            taken.add(j)
    return pairs


def overlaps(gold: Sequence[Span], found: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """Yield (index into gold, index into found, characters in common) for all that overlap, in gold's order."""
    order = sorted(range(len(found)), key=lambda j: found[j].start)
    starts = [found[j].start for j in order]
    longest = max((span.end - span.start for span in found), default=0)
    for i, span in enumerate(gold):
        near = order[bisect_left(starts, span.start - longest) : bisect_left(starts, span.end)]
        for j in sorted(near):
            common = min(span.end, found[j].end) - max(span.start, found[j].start)
            if common > 0:
                yield i, j, common
