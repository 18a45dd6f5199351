"""The attribution tagger: a small encoder that says for each word piece which role it plays and on whom it hangs.

Heads over one encoder: a label for each piece, and another for what is attributed within an attribution; for a piece of
content, the first piece of its cue; for a piece of a cue, the first piece of its source ([CLS]: none); for a piece of
either, whether it is said, thought or neither; for each piece, what it is a name of, and how much it adds to a
statement's worth.
int8 on ONNX Runtime; ``models/MODEL_CARD.md`` says from what it was made and how well it does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from quotex.errors import MissingPartError
from quotex.quotes.labels import ACTS, LABELS, NAMES, Tier
from quotex.quotes.windows import Pieces, cut, inputs, pack
from quotex.quotes.wordpiece import WordPiece
from quotex.text import ParagraphKind

if TYPE_CHECKING:
    from quotex.text import Layout

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Ints = npt.NDArray[np.int64]


class ChainConfig(BaseModel):
    """Scores of one tier's chain: of the first label, of each label after each, and what a content pays to begin."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: tuple[float, ...]
    transitions: tuple[tuple[float, ...], ...]
    content_cost: float


class TaggerConfig(BaseModel):
    """What stands beside the weights, in ``tagger.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    version: str
    sha256: str
    window: int
    labels: tuple[str, ...]
    chains: dict[Tier, ChainConfig]


@dataclass(frozen=True, slots=True)
class Links:
    """One window's links.

    Attributes:
        where: for each position, the index of its piece in the article, -1 for a special piece.
        cue: [position, position] logits: the row's content begins its cue at the column.
        source: [position, position] logits: the row's cue has its source begin at the column; column 0: none.

    Half precision keeps a book's links in memory.
    """

    where: Ints
    cue: Halves
    source: Halves


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger makes of an article.

    Attributes:
        pieces: the word pieces, n of them.
        labels: for each tier [n, 7] log probabilities, in the order of ``LABELS``.
        window_of: [n] index into ``links`` of the window that a piece was read in.
        links: one entry a window.
        worth: [n] log odds that a statement is worth checking, to be averaged over its pieces.
        acts: [n, 3] log probabilities, in the order of ``ACTS``; they mean something in contents and cues.
        names: [n, 9] log probabilities, in the order of ``NAMES``.
    """

    pieces: Pieces
    labels: Mapping[Tier, Floats]
    window_of: Ints
    links: tuple[Links, ...]
    worth: Floats
    acts: Floats
    names: Floats

    def worth_of(self, start: int, end: int) -> float:
        """Log odds that the statement from one offset to another is worth checking; 0 where it has no piece."""
        first, last = np.searchsorted(self.pieces.starts, [start, end])
        return float(self.worth[first:last].mean()) if first < last else 0.0


class Tagger:
    """Loads a model once and tags articles, one window at a time.

    Windows run alone, never in batches: int8 activations are scaled over all that runs together, and an article's
    records must not depend on its neighbours. Batching is no faster on a CPU here.

    Args:
        folder: holds ``tagger.toml``, ``tagger.onnx`` and ``vocab.txt``, as ``training/export.py`` writes them; None:
            the tagger that comes with quotex.
        threads: threads of ONNX Runtime within one window.

    Raises:
        MissingPartError: the files are not there, do not belong together, or are of a tagger with other labels.
    """

    def __init__(self, folder: Path | None = None, *, threads: int = 1) -> None:
        # onnxruntime takes a tenth of a second to import, and only a tagger needs it
        import onnxruntime  # noqa: PLC0415

        place: Traversable = folder or resources.files("quotex.models")
        self.config = _read_packaged() if folder is None else _read_checked(folder)
        vocabulary = place.joinpath("vocab.txt").read_text(encoding="utf-8")
        self.wordpiece = WordPiece(vocabulary.removesuffix("\n").split("\n"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        with resources.as_file(place.joinpath("tagger.onnx")) as path:
            self._session: Any = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    @cached_property
    def name(self) -> str:
        """Name and version, for the records."""
        return f"{self.config.name}-{self.config.version}"

    def tag(self, layout: Layout) -> Tagging:
        """Read an article's view, a paragraph at a time, with what stands in quotation marks marked; no notices."""
        size = self.config.window
        paragraphs = [p.span for p in layout.paragraphs if p.kind is not ParagraphKind.BOILERPLATE]
        quoted = [q.inner for q in layout.quoted]
        pieces, units = cut(layout.view, paragraphs, quoted, self.wordpiece, longest=size - 2, cuts=layout.cuts)
        labels = {tier: np.zeros((len(pieces), len(LABELS)), dtype=np.float32) for tier in Tier}
        window_of = np.zeros(len(pieces), dtype=np.int64)
        worth = np.zeros(len(pieces), dtype=np.float32)
        acts = np.zeros((len(pieces), len(ACTS)), dtype=np.float32)
        names = np.zeros((len(pieces), len(NAMES)), dtype=np.float32)
        links: list[Links] = []
        for window in pack(units, size):
            ids, features, where = inputs(pieces, window, self.wordpiece)
            *tags, cue, source, worths, kinds, named = self._run(ids, features)
            real = where >= 0
            for tier, scores in zip(Tier, tags, strict=True):
                labels[tier][where[real]] = log_softmax(scores[real])
            window_of[where[real]] = len(links)
            worth[where[real]] = worths[real]
            acts[where[real]] = log_softmax(kinds[real])
            names[where[real]] = log_softmax(named[real])
            links.append(Links(where, cue.astype(np.float16), source.astype(np.float16)))
        return Tagging(pieces, labels, window_of, tuple(links), worth, acts, names)

    def _run(self, ids: Ints, features: Ints) -> list[Floats]:
        feed = {"ids": ids[None], "feat": features[None], "att": np.ones((1, len(ids)), dtype=np.int64)}
        return [scores[0] for scores in self._session.run([*Tier, "cue", "src", "worth", "act", "name"], feed)]


def log_softmax(logits: Floats) -> Floats:
    """Log probabilities along the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def _read_packaged() -> TaggerConfig:
    try:
        return _read_config(resources.files("quotex.models"))
    except FileNotFoundError as error:
        raise MissingPartError(
            "the attribution tagger is not in the package; install it again: pip install --force-reinstall quotex"
        ) from error


def _read_config(folder: Traversable) -> TaggerConfig:
    raw = folder.joinpath("tagger.toml").read_text(encoding="utf-8")
    config = TaggerConfig.model_validate(tomllib.loads(raw))
    if config.labels != LABELS:
        raise MissingPartError(f"tagger {config.name}-{config.version} has other labels than this quotex reads")
    return config


def _read_checked(folder: Path) -> TaggerConfig:
    """Read the configuration of somebody's own tagger, and make sure that it is that of the weights beside it."""
    try:
        config = _read_config(folder)
        with (folder / "tagger.onnx").open("rb") as weights:
            found = file_digest(weights, "sha256").hexdigest()
        (folder / "vocab.txt").stat()
    except OSError as error:
        raise MissingPartError(f"{folder} holds no tagger: {error.filename}: {error.strerror}") from error
    except ValueError as error:  # of TOML, of its shape
        raise MissingPartError(f"{folder / 'tagger.toml'} cannot be read: {str(error).splitlines()[0]}") from error
    if found != config.sha256:
        raise MissingPartError(f"{folder / 'tagger.onnx'} is not what its tagger.toml was written for; export it again")
    return config
