"""Two stages of training: labels and links by cross-entropy, then a CRF over words."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from quotex.quotes.labels import LABELS
from quotex.quotes.windows import pack
from quotex.quotes.wordpiece import WordPiece
from training.corpus import IGNORE, Example, Labelled, examples, joined
from training.crf import Chain, repaired
from training.encoder import Encoder

__all__ = ["CRF_STAGE", "LABEL_STAGE", "Batch", "Stage", "batch_of", "grouped", "loss_of", "optimizer_of", "train"]

_LINK_WEIGHT = 0.15
_LABEL_WEIGHT = 0.2  # of the piece-wise loss beside the CRF's
_POOL = 16  # batches whose windows are sorted by length together
_HEADS = ("tag", "arc", "typ")


@dataclass(frozen=True, slots=True)
class Stage:
    """Settings of one stage. ``joined``: share of the articles read without line ends; ``crf``: with the word chain."""

    name: str
    epochs: int
    window: int
    batch: int
    rate: float
    head_rate: float
    warmup: float
    crf: bool = False
    joined: float = 0.0
    positions: bool = False


LABEL_STAGE = Stage("labels", epochs=4, window=192, batch=8, rate=1.5e-4, head_rate=1e-3, warmup=0.06)
CRF_STAGE = Stage(
    "crf", epochs=3, window=160, batch=10, rate=1e-4, head_rate=7e-4, warmup=0.05, crf=True, joined=0.15, positions=True
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length, as tensors [batch, length]."""

    ids: Tensor
    features: Tensor
    attended: Tensor
    labels: Tensor
    cues: Tensor
    sources: Tensor
    firsts: Tensor


def batch_of(windows: Sequence[Example]) -> Batch:
    """Pad windows to the longest."""
    length = max(len(window.ids) for window in windows)

    def padded(name: str, fill: int) -> Tensor:
        rows = [torch.as_tensor(getattr(window, name).astype("int64")) for window in windows]
        return torch.stack([functional.pad(row, (0, length - len(row)), value=fill) for row in rows])

    attended = torch.stack([(torch.arange(length) < len(window.ids)).long() for window in windows])
    return Batch(
        padded("ids", 0),
        padded("features", 0),
        attended,
        padded("labels", IGNORE),
        padded("cues", IGNORE),
        padded("sources", IGNORE),
        padded("firsts", 0).bool(),
    )


def loss_of(encoder: Encoder, batch: Batch, chain: Chain | None) -> Tensor:
    """The loss of one batch: labels (by the chain where there is one) and links."""
    scores, cues, sources, _ = encoder(batch.ids, batch.features, batch.attended)
    scores = scores.float()
    loss = functional.cross_entropy(scores.flatten(0, 1), batch.labels.flatten(), ignore_index=IGNORE)
    if chain is not None:
        loss = _LABEL_WEIGHT * loss + _chain_loss(chain, scores, batch)
    for links, targets in ((cues, batch.cues), (sources, batch.sources)):
        if bool((targets != IGNORE).any()):
            loss = loss + _LINK_WEIGHT * functional.cross_entropy(
                links.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORE
            )
    return loss


def _chain_loss(chain: Chain, scores: Tensor, batch: Batch) -> Tensor:
    lengths = batch.firsts.sum(1)
    order = torch.argsort((~batch.firsts).long(), dim=1, stable=True)[:, : int(lengths.max())]
    words = torch.gather(scores, 1, order[:, :, None].expand(-1, -1, len(LABELS)))
    labels = repaired(torch.gather(batch.labels, 1, order).clamp(min=0))
    result: Tensor = chain(words, labels, lengths)
    return result


def train(
    encoder: Encoder,
    chain: Chain,
    articles: Sequence[Labelled],
    wordpiece: WordPiece,
    stage: Stage,
    *,
    folder: Path,
    seed: int,
    held_out: Sequence[Labelled] = (),
    bf16: bool = True,
    say: Callable[[str], None] = print,
) -> None:
    """Train one stage; after each epoch a checkpoint in ``folder``, from which a later call goes on.

    Args:
        encoder: trained in place.
        chain: trained too, where the stage has it.
        articles: cut into units that fit the stage's window.
        wordpiece: what cut them.
        stage: the settings.
        folder: for the checkpoint.
        seed: for everything drawn.
        held_out: articles whose loss is told after each epoch.
        bf16: compute in 16-bit floats where that is safe; slower on processors without them.
        say: takes the progress, a line each time.

    Raises:
        ValueError: the checkpoint in ``folder`` is of other settings or articles.
    """
    _seed(seed, 0)
    optimizer = optimizer_of(encoder, chain, stage)
    steps = sum(1 for _ in _batches(articles, wordpiece, stage))
    total = max(1, steps * stage.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / (stage.warmup * total), max(0.0, (total - step) / (total * (1 - stage.warmup)))),
    )
    run = {**asdict(stage), "seed": seed, "bf16": bf16, "pieces": [len(article.pieces) for article in articles]}
    first = _resume(_path(folder, stage), run, encoder, chain, optimizer, schedule)
    started = time.monotonic()
    for epoch in range(first, stage.epochs):
        _seed(seed, epoch)  # by epoch, so that a run that was cut off goes on as it would have
        encoder.train()
        running = 0.0
        for number, batch in enumerate(_batches(articles, wordpiece, stage), 1):
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                loss = loss_of(encoder, batch, chain if stage.crf else None)
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            running += float(loss.detach())
            if number % 50 == 0:
                minutes = (time.monotonic() - started) / 60
                say(f"{stage.name} epoch {epoch} step {number}/{steps} loss {running / number:.4f} {minutes:.1f} min")
        _save(_path(folder, stage), run, epoch, encoder, chain, optimizer, schedule)
        after = f", held out {_held_out_loss(encoder, chain, held_out, wordpiece, stage):.4f}" if held_out else ""
        say(f"{stage.name} epoch {epoch} done: loss {running / steps:.4f}{after}")


def _held_out_loss(
    encoder: Encoder, chain: Chain, articles: Sequence[Labelled], wordpiece: WordPiece, stage: Stage
) -> float:
    """Mean loss of an article: with its paragraphs as they stand, and without dropout."""
    encoder.eval()
    losses: list[float] = []
    with torch.no_grad():
        for article in articles:
            windows = list(examples(article, list(pack(article.units, stage.window)), wordpiece))
            if windows:
                losses.append(float(loss_of(encoder, batch_of(windows), chain if stage.crf else None)))
    return sum(losses) / max(1, len(losses))


def _batches(articles: Sequence[Labelled], wordpiece: WordPiece, stage: Stage) -> Iterator[Batch]:
    """One epoch's batches: windows of random size, sorted by length within pools, in random order."""
    windows: list[Example] = []
    for article in articles:
        read = joined(article, stage.window - 2) if random.random() < stage.joined else article
        # the first window's size varies, so that an article is not cut at the same places each time
        size = random.randint(stage.window // 4, stage.window)
        first = next(pack(read.units, size), ())
        rest = pack(read.units[len(first) :], stage.window)
        windows += examples(read, [window for window in (first, *rest) if window], wordpiece)
    yield from map(batch_of, grouped(windows, stage.batch))


class _Sized(Protocol):
    @property
    def ids(self) -> npt.NDArray[np.int64]: ...


Sized = TypeVar("Sized", bound=_Sized)


def grouped(windows: list[Sized], size: int) -> list[list[Sized]]:
    """Shuffle windows and group them, those of like length together within pools."""
    random.shuffle(windows)
    groups: list[list[Sized]] = []
    for start in range(0, len(windows), size * _POOL):
        pool = sorted(windows[start : start + size * _POOL], key=lambda window: len(window.ids))
        parts = [pool[i : i + size] for i in range(0, len(pool), size)]
        random.shuffle(parts)
        groups += parts
    return groups


def optimizer_of(encoder: Encoder, chain: Chain, stage: Stage) -> torch.optim.Optimizer:
    """AdamW for what the stage trains; word embeddings stay as they are."""
    encoder.tok.weight.requires_grad = False
    encoder.pos.weight.requires_grad = stage.positions
    named = [(name, p) for name, p in encoder.named_parameters() if p.requires_grad]
    heads = [p for name, p in named if name.startswith(_HEADS)] + (list(chain.parameters()) if stage.crf else [])
    matrices = [p for name, p in named if not name.startswith(_HEADS) and p.dim() > 1]
    vectors = [p for name, p in named if not name.startswith(_HEADS) and p.dim() <= 1]
    return torch.optim.AdamW(
        [
            {"params": matrices, "lr": stage.rate, "weight_decay": 0.01},
            {"params": vectors, "lr": stage.rate, "weight_decay": 0.0},
            {"params": heads, "lr": stage.head_rate, "weight_decay": 0.0 if stage.crf else 0.01},
        ]
    )


def _seed(seed: int, epoch: int) -> None:
    random.seed(1000 * seed + epoch)
    torch.manual_seed(1000 * seed + epoch)


def _path(folder: Path, stage: Stage) -> Path:
    return folder / f"{stage.name}.pt"


def _save(path: Path, run: dict[str, Any], epoch: int, *parts: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    torch.save({"run": run, "epoch": epoch, "parts": [part.state_dict() for part in parts]}, temporary)
    temporary.replace(path)


def _resume(path: Path, run: dict[str, Any], *parts: Any) -> int:
    """Load a stage's checkpoint where there is one; return the first epoch still to do."""
    if not path.exists():
        return 0
    saved = torch.load(path, weights_only=True)
    if saved.get("run") != run:
        raise ValueError(f"{path} is of other settings or articles: remove it, or choose another folder")
    for part, state in zip(parts, saved["parts"], strict=True):
        part.load_state_dict(state)
    return int(saved["epoch"]) + 1
