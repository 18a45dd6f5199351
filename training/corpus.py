"""Articles with annotated attributions, as the windows and targets that the tagger learns from.

Word pieces, features and windows are those of the run time (:mod:`quotex.quotes.windows`), and the text read is the
view of :mod:`quotex.text`, so that training and inference cannot part.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from quotex.quotes.decoding import words_of
from quotex.quotes.labels import BEGIN, INSIDE, Role
from quotex.quotes.windows import Pieces, Unit, Window, cut, inputs
from quotex.quotes.wordpiece import WordPiece
from quotex.text import analyze

__all__ = ["IGNORE", "NONE", "Example", "Labelled", "examples", "joined", "labelled", "positions", "read"]

IGNORE = -100
"""A target that no loss counts."""
NONE = 0
"""The position of [CLS]: a link to nothing, or to what stands in another window."""

_MOVED = 2
"""How many characters the view may move a mark."""

Ints = npt.NDArray[np.int64]
_FIELDS = {Role.CONTENT: "content", Role.SOURCE: "source", Role.CUE: "cue"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article's pieces and units with what is to be learned of each piece.

    Attributes:
        labels: index into ``LABELS``.
        cues, sources: offset of the first character of the cue (source) that the piece hangs on; -1: the piece hangs
            on none by its role; -2: it has a role, and nothing to hang on.
        firsts: whether the piece begins a word.
    """

    pieces: Pieces
    units: tuple[Unit, ...]
    labels: Ints
    cues: Ints
    sources: Ints
    firsts: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Example:
    """One window: inputs and targets, arrays of one length (links are positions within the window)."""

    ids: Ints
    features: Ints
    labels: Ints
    cues: Ints
    sources: Ints
    firsts: npt.NDArray[np.bool_]


def read(path: Path, wordpiece: WordPiece, longest: int) -> Iterator[Labelled]:
    """Read a corpus: JSON lines with ``text`` and ``attributions`` (lists of [start, end) by role).

    Raises:
        ValueError: a line without these fields, or a span outside its text.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield labelled(json.loads(line), wordpiece, longest)
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}:{number}: not an annotated article ({error!r})") from error


def labelled(article: dict[str, Any], wordpiece: WordPiece, longest: int) -> Labelled:
    """Cut one article and lay its annotations over the pieces.

    Raises:
        ValueError: a span outside the text.
    """
    layout = analyze(article["text"])
    view = layout.view
    pieces, units = cut(view, [p.span for p in layout.paragraphs], [q.inner for q in layout.quoted], wordpiece, longest)
    attributions = article["attributions"]
    role = np.full(len(view) + 1, -1)
    owner = np.full(len(view) + 1, -1)
    begins = np.zeros(len(view) + 1, dtype=bool)
    for index, attribution in enumerate(attributions):
        for which, name in _FIELDS.items():
            for start, end in attribution[name]:
                if not 0 <= start < end <= len(view):
                    raise ValueError(f"{name} [{start}, {end}) of a text of {len(view)} characters")
                role[start:end], owner[start:end] = which, index
                begins[start] = True
    labels, cues, sources = (np.full(len(pieces), fill, dtype=np.int64) for fill in (0, -1, -1))
    before = (-1, -1)
    for i, start in enumerate(pieces.starts.tolist()):
        here = int(role[start]), int(owner[start])
        if here[0] >= 0:
            which = Role(here[0])
            labels[i] = INSIDE[which] if here == before and not begins[start] else BEGIN[which]
            if which is Role.CONTENT:
                cues[i] = _first(attributions[here[1]]["cue"])
            elif which is Role.CUE:
                sources[i] = _first(attributions[here[1]]["source"])
        before = here
    for start, _ in units:  # what was cut begins again: the decoder lets nothing go on over a paragraph's edge
        for which in Role:
            if labels[start] == INSIDE[which]:
                labels[start] = BEGIN[which]
    firsts = np.zeros(len(pieces), dtype=bool)
    firsts[words_of(view, pieces)] = True
    return Labelled(pieces, tuple(units), labels, cues, sources, firsts)


def _first(spans: Sequence[Sequence[int]]) -> int:
    return min((start for start, _ in spans), default=-2)


def joined(article: Labelled, longest: int) -> Labelled:
    """The article as if it had no line ends: units run together as far as they fit."""
    units: list[Unit] = []
    for start, end in article.units:
        if units and units[-1][1] == start and end - units[-1][0] <= longest:
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return Labelled(article.pieces, tuple(units), article.labels, article.cues, article.sources, article.firsts)


def examples(article: Labelled, windows: Sequence[Window], wordpiece: WordPiece) -> Iterator[Example]:
    """Lay out windows with their targets."""
    for window in windows:
        ids, features, where = inputs(article.pieces, window, wordpiece)
        real = where >= 0
        places = [(int(article.pieces.starts[w]), i) for i, w in enumerate(where.tolist()) if w >= 0]
        yield Example(
            ids,
            features,
            np.where(real, article.labels[where], IGNORE),
            positions(article.cues, where, places),
            positions(article.sources, where, places),
            real & article.firsts[where],
        )


def positions(offsets: Ints, where: Ints, places: Sequence[tuple[int, int]]) -> Ints:
    """Turn offsets into positions in the window: of the piece there, or the next one where the view moved a mark."""

    def position(offset: int) -> int:
        at = bisect_left(places, (offset, -1))
        inside = offset >= 0 and at < len(places) and places[at][0] - offset <= _MOVED
        return places[at][1] if inside else NONE

    targets = [IGNORE if w < 0 or offsets[w] == -1 else position(int(offsets[w])) for w in where.tolist()]
    return np.array(targets, dtype=np.int64)
