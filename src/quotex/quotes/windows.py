"""From a text to the windows of word pieces that the tagger reads.

A unit is a paragraph, or part of one that is longer than a window, cut at a sentence end where there is one.
A window holds as many whole units as fit: ``[CLS] unit [SEP] unit [SEP] ...``. Windows do not overlap.
Training reads its articles through this module too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from quotex.quotes.wordpiece import WordPiece
from quotex.text import SENTENCE_END

FEATURES = 12
"""How many values a piece's surface feature takes: (outside, inside quotation marks) x (lower, Capitalised, UPPER) x
(no blank before, blank before)."""

_SURFACES = FEATURES // 2

Ints = npt.NDArray[np.int64]
Unit = tuple[int, int]
"""a half-open range of pieces"""
Window = tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """All word pieces of a text, in order: four arrays of one length.

    Attributes:
        ids: vocabulary identifiers.
        starts, ends: offsets into the text.
        features: surface features, in ``range(FEATURES)``.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints

    def __len__(self) -> int:
        return len(self.ids)


def cut(
    text: str,
    paragraphs: Iterable[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
    wordpiece: WordPiece,
    longest: int,
    *,
    cuts: Set[int] = frozenset(),
) -> tuple[Pieces, list[Unit]]:
    """Cut paragraphs into pieces and units of at most ``longest`` pieces.

    Args:
        text: the view.
        paragraphs: their ranges, in order.
        quoted: what stands inside quotation marks.
        wordpiece: what cuts words.
        longest: pieces of a unit at most.
        cuts: offsets at which a word begins although no blank stands before it.
    """
    joints = sorted(cuts)
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    units: list[Unit] = []
    for start, end in paragraphs:
        first = len(ids)
        inside = joints[bisect_right(joints, start) : bisect_left(joints, end)]
        for a, b in pairwise([start, *inside, end]):
            more, places = wordpiece.encode(text, a, b)
            ids += more
            offsets += places
        stops = [first, *_stops(text, (start, end), offsets, first, longest), len(ids)]
        units += [(a, b) for a, b in pairwise(stops) if a < b]
    bounds = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    features = np.array([_feature(text, a, b, cuts) for a, b in offsets], dtype=np.int64)
    for a, b in quoted:
        first, end = np.searchsorted(bounds[:, 0], [a, b])
        features[first:end] %= _SURFACES
        features[first:end] += _SURFACES
    return Pieces(np.array(ids, dtype=np.int64), bounds[:, 0], bounds[:, 1], features), units


def pack(units: Sequence[Unit], size: int) -> Iterator[Window]:
    """Fill windows of at most ``size`` pieces, their special pieces counted."""
    window: list[Unit] = []
    room = size - 1
    for unit in units:
        need = unit[1] - unit[0] + 1
        if window and need > room:
            yield tuple(window)
            window, room = [], size - 1
        window.append(unit)
        room -= need
    if window:
        yield tuple(window)


def inputs(pieces: Pieces, window: Window, wordpiece: WordPiece) -> tuple[Ints, Ints, Ints]:
    """Lay out one window.

    Returns:
        Identifiers, features, and the index of each position's piece in ``pieces`` (-1: a special piece).
    """
    special = np.array([-1], dtype=np.int64)
    parts = [special]
    for start, end in window:
        parts += [np.arange(start, end), special]
    where = np.concatenate(parts)
    ids = np.where(where >= 0, pieces.ids[where], wordpiece.separator)
    ids[0] = wordpiece.start
    return ids, np.where(where >= 0, pieces.features[where], 0), where


def _stops(
    text: str, paragraph: tuple[int, int], offsets: list[tuple[int, int]], first: int, longest: int
) -> Iterator[int]:
    """Where to cut a paragraph that is too long: after the last sentence that fits, else in mid-sentence."""
    last = len(offsets)
    if last - first <= longest:
        return
    starts = [a for a, _ in offsets[first:]]
    ends = [m.end() for m in SENTENCE_END.finditer(text, *paragraph)]
    good = sorted({first + bisect_right(starts, end - 1) for end in ends})
    while last - first > longest:
        at = bisect_right(good, first + longest) - 1
        first = good[at] if at >= 0 and good[at] > first else first + longest
        yield first


def _feature(text: str, start: int, end: int, cuts: Set[int]) -> int:
    word = text[start:end]
    case = 2 if len(word) > 1 and word.isupper() else 1 if word[0].isupper() else 0
    return case * 2 + (start == 0 or text[start - 1].isspace() or start in cuts)
