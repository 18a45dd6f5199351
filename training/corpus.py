"""Articles with annotated attributions, as the windows and targets that the tagger learns from.

Word pieces, features and windows are those of the run time (:mod:`quotex.quotes.windows`), and the text read is the
view of :mod:`quotex.text`, so that training and inference cannot part.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from quotex.contract.terms import Act
from quotex.quotes.decoding import words_of
from quotex.quotes.labels import ACTS, BEGIN, INSIDE, Role
from quotex.quotes.windows import Pieces, Unit, Window, cut, inputs
from quotex.quotes.wordpiece import WordPiece
from quotex.text import analyze
from training.names import IGNORE, targets
from training.nesting import flattened

NONE = 0
"""The position of [CLS]: a link to nothing, or to what stands in another window."""

ACT_OF = {"speech": Act.SAID, "thought": Act.THOUGHT, "loose": Act.OTHER}
"""Acts, by the levels of a corpus."""

_MOVED = 2
"""How many characters the view may move a mark."""

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Article = Mapping[str, Any]
_FIELDS = {Role.CONTENT: "content", Role.SOURCE: "source", Role.CUE: "cue"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article's pieces and units with what is to be learned of each piece.

    Attributes:
        outer, inner: index into ``LABELS``, one array for each tier; ``IGNORE``: nobody knows.
        cues, sources: offset of the first character of the cue (source) that the piece hangs on; -1: the piece hangs
            on none by its role, or nobody knows; -2: it has a role, and nothing to hang on.
        acts: index into ``ACTS``; ``IGNORE``: unknown, or no act.
        names: index into ``NAMES``, or ``IGNORE``.
        firsts: whether the piece begins a word.
    """

    pieces: Pieces
    units: Sequence[Unit]
    outer: Ints
    inner: Ints
    cues: Ints
    sources: Ints
    acts: Ints
    names: Ints
    firsts: Bools


@dataclass(frozen=True, slots=True)
class Example:
    """One window: inputs and targets, arrays of one length (links are positions within the window)."""

    ids: Ints
    features: Ints
    outer: Ints
    inner: Ints
    cues: Ints
    sources: Ints
    acts: Ints
    names: Ints
    firsts: Bools


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Read JSON lines."""
    with path.open(encoding="utf-8") as rows:
        yield from map(json.loads, rows)


@cache
def packaged_pieces() -> WordPiece:
    """What cuts words for the packaged tagger."""
    vocabulary = resources.files("quotex.models").joinpath("vocab.txt").read_text(encoding="utf-8")
    return WordPiece(vocabulary.removesuffix("\n").split("\n"))


def cut_article(text: str, wordpiece: WordPiece, longest: int) -> tuple[str, Pieces, list[Unit]]:
    """Return the view of a text, its pieces, and its units of at most ``longest``, as the run time cuts them."""
    layout = analyze(text)
    paragraphs, quoted = [p.span for p in layout.paragraphs], [q.inner for q in layout.quoted]
    return layout.view, *cut(layout.view, paragraphs, quoted, wordpiece, longest)


def labelled(article: Article, wordpiece: WordPiece, longest: int) -> Labelled:
    """Cut one article and lay its annotations over the pieces.

    Args:
        article: ``text``; perhaps ``attributions``, lists of [start, end) by role, perhaps with a ``level``; ``flat``:
            whether those within others are left out; perhaps ``names`` and ``unsure`` (:mod:`training.names`).
        wordpiece: what cuts words.
        longest: pieces of a unit at most.

    Raises:
        ValueError: a span outside the text.
    """
    view, pieces, units = cut_article(article["text"], wordpiece, longest)
    unknown = np.full(len(pieces), IGNORE, dtype=np.int64)
    outer, inner, acts = (unknown,) * 3
    cues = sources = np.full(len(pieces), -1, dtype=np.int64)
    if "attributions" in article:
        attributions = flattened(article["attributions"])
        outer, owners = _labels(attributions, len(view), pieces, units)
        cues, sources, acts = _hung(attributions, outer, owners)
        if not article.get("flat"):
            within = flattened([a for a in article["attributions"] if a not in attributions])
            inner, _ = _labels(within, len(view), pieces, units)
    names = targets(article, pieces) if "names" in article else unknown
    firsts = np.zeros(len(pieces), dtype=bool)
    firsts[words_of(view, pieces)] = True
    return Labelled(pieces, tuple(units), outer, inner, cues, sources, acts, names, firsts)


def _labels(attributions: Sequence[Article], length: int, pieces: Pieces, units: Sequence[Unit]) -> tuple[Ints, Ints]:
    """The label of each piece, and the index of its attribution."""
    role, owner, begins = _painted(attributions, length)
    labels = np.zeros(len(pieces), dtype=np.int64)
    before = (-1, -1)
    for i, start in enumerate(pieces.starts.tolist()):
        here = int(role[start]), int(owner[start])
        if here[0] >= 0:
            which = Role(here[0])
            labels[i] = INSIDE[which] if here == before and not begins[start] else BEGIN[which]
        before = here
    for start, _ in units:  # what was cut begins again: the decoder lets nothing go on over a paragraph's edge
        for which in Role:
            if labels[start] == INSIDE[which]:
                labels[start] = BEGIN[which]
    return labels, owner[pieces.starts]


def _hung(attributions: Sequence[Article], labels: Ints, owners: Ints) -> tuple[Ints, Ints, Ints]:
    """Which cue and which source each piece hangs on, and its act."""
    cues, sources, acts = (np.full(len(labels), fill, dtype=np.int64) for fill in (-1, -1, IGNORE))
    for i in np.flatnonzero(labels).tolist():
        which, attribution = Role((int(labels[i]) - 1) // 2), attributions[int(owners[i])]
        if which is Role.CONTENT:
            cues[i] = _first(attribution["cue"])
        elif which is Role.CUE:
            sources[i] = _first(attribution["source"])
        if which is not Role.SOURCE and attribution.get("level"):
            acts[i] = ACTS.index(ACT_OF[attribution["level"]])
    return cues, sources, acts


def _painted(attributions: Sequence[Article], length: int) -> tuple[Ints, Ints, Bools]:
    """The role and the attribution of each character, and whether a span begins there."""
    role, owner = np.full(length + 1, -1), np.full(length + 1, -1)
    begins = np.zeros(length + 1, dtype=bool)
    for index, attribution in enumerate(attributions):
        for which, name in _FIELDS.items():
            for start, end in attribution[name]:
                if not 0 <= start < end <= length:
                    raise ValueError(f"{name} [{start}, {end}) of a text of {length} characters")
                role[start:end], owner[start:end] = which, index
                begins[start] = True
    return role, owner, begins


def _first(spans: Sequence[Sequence[int]]) -> int:
    return min((start for start, _ in spans), default=-2)


def examples(article: Labelled, windows: Sequence[Window], wordpiece: WordPiece) -> Iterator[Example]:
    """Lay out windows with their targets."""
    for window in windows:
        ids, features, where = inputs(article.pieces, window, wordpiece)
        real = where >= 0
        yield Example(
            ids,
            features,
            np.where(real, article.outer[where], IGNORE),
            np.where(real, article.inner[where], IGNORE),
            _positions(article.cues, where, article.pieces.starts),
            _positions(article.sources, where, article.pieces.starts),
            np.where(real, article.acts[where], IGNORE),
            np.where(real, article.names[where], IGNORE),
            real & article.firsts[where],
        )


def _positions(offsets: Ints, where: Ints, starts: Ints) -> Ints:
    """Turn offsets into positions in the window: of the piece there, or the next one where the view moved a mark."""
    wanted = offsets[where]
    (at,) = np.nonzero(where >= 0)
    here = np.minimum(np.searchsorted(starts[where[at]], wanted), len(at) - 1)
    ahead = starts[where[at[here]]] - wanted
    inside = (wanted >= 0) & (ahead >= 0) & (ahead <= _MOVED)
    return np.where((where < 0) | (wanted == -1), IGNORE, np.where(inside, at[here], NONE))
