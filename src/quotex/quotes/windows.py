"""From a text to the windows of word pieces that the tagger reads.

A unit is a paragraph, or part of one that is longer than a window, cut at a sentence end where there is one: outside of
quotation marks if it can be, for what attributes words between marks stands behind them as often as before.
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
    parts: list[tuple[Unit, tuple[int, int]]] = []
    for start, end in paragraphs:
        first = len(ids)
        inside = joints[bisect_right(joints, start) : bisect_left(joints, end)]
        for a, b in pairwise([start, *inside, end]):
            more, places = wordpiece.encode(text, a, b)
            ids += more
            offsets += places
        parts.append(((first, len(ids)), (start, end)))
    bounds = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    features = np.array([_feature(text, a, b, cuts) for a, b in offsets], dtype=np.int64)
    for a, b in quoted:
        first, end = np.searchsorted(bounds[:, 0], [a, b])
        features[first:end] %= _SURFACES
        features[first:end] += _SURFACES
    marked = features >= _SURFACES
    units: list[Unit] = []
    for part, paragraph in parts:
        ends = (match.end() for match in SENTENCE_END.finditer(text, *paragraph))
        stops = [part[0], *_stops(ends, part, bounds[:, 0], marked, longest), part[1]]
        units += [(a, b) for a, b in pairwise(stops) if a < b]
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


def _stops(ends: Iterable[int], part: Unit, starts: Ints, inside: npt.NDArray[np.bool_], longest: int) -> Iterator[int]:
    """Where to cut a paragraph that is too long: after the last sentence that fits, else in mid-sentence.

    Args:
        ends: offsets at which the next sentence begins, behind each sentence of it.
        part: its pieces.
        starts: offsets of all pieces.
        inside: which of them stand between marks.
        longest: pieces of a unit at most.
    """
    first, last = part
    if last - first <= longest:
        return
    good = sorted({first + int(np.searchsorted(starts[first:last], end)) for end in ends} - {last})
    apart = [at for at in good if not (inside[at - 1] and inside[at])]
    plain = [at for at in apart if not inside[max(first, at - 2) : at + 2].any()]  # no mark ends or begins there
    while last - first > longest:
        fit = (at for stops in (plain, apart, good) if (at := _last(stops, first + longest)) > first)
        first = next(fit, first + longest)
        yield first


def _last(stops: Sequence[int], end: int) -> int:
    """The last of some stops up to one; 0: none is."""
    at = bisect_right(stops, end)
    return stops[at - 1] if at else 0


def _feature(text: str, start: int, end: int, cuts: Set[int]) -> int:
    word = text[start:end]
    case = 2 if len(word) > 1 and word.isupper() else 1 if word[0].isupper() else 0
    return case * 2 + (start == 0 or text[start - 1].isspace() or start in cuts)
