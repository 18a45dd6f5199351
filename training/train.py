"""Train on from an encoder's weights: labels by a chain over words, links and acts together."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from quotex.quotes.windows import Unit, Window, pack
from quotex.quotes.wordpiece import WordPiece
from training.corpus import Example, Labelled, examples
from training.crf import Chain, repaired
from training.encoder import Encoder
from training.names import IGNORE

_POOL = 400  # windows that are sorted by length together
_HEADS = ("tag", "arc", "typ", "act")
_AVERAGED_FROM = 0.4  # of the steps
_AVERAGED_EVERY = 10
_AVERAGE = 0.03
_LEAST_RATE = 0.02


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train.

    Attributes:
        epochs: how often everything is seen, a part's share aside.
        window: pieces of a window.
        batch: whole windows of a step, or as many pieces in shorter ones.
        rate, head_rate: highest learning rates.
        warmup: share of the steps in which the rates rise.
        frozen: how many of the lowest layers, and the embeddings below them, stay as they are; what they give is kept,
            so that windows are drawn once for all epochs. Three of six save half of the time.
        links, acts, pieces: weights of their losses beside the chain's; ``pieces``: of the labels one by one.
    """

    epochs: int = 3
    window: int = 128
    batch: int = 12
    rate: float = 1e-4
    head_rate: float = 7e-4
    warmup: float = 0.06
    frozen: int = 0
    links: float = 0.25
    acts: float = 0.1
    pieces: float = 0.2


@dataclass(frozen=True, slots=True)
class Part:
    """Articles that are trained on together.

    Attributes:
        articles: each in one or more readings (as it stands, without line ends, glued together, ...).
        share: how many of them are seen in an epoch: 2.0, all of them twice; 0.5, a half, drawn anew.
        altered: how often another reading than the first is taken.
    """

    articles: Sequence[Sequence[Labelled]]
    share: float = 1.0
    altered: float = 0.3


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length, as tensors [batch, length]."""

    ids: Tensor
    features: Tensor
    attended: Tensor
    labels: Tensor
    cues: Tensor
    sources: Tensor
    acts: Tensor
    names: Tensor
    firsts: Tensor
    below: list[Tensor] = field(default_factory=list)
    """What the frozen layers give, once they have been run."""


def batch_of(windows: Sequence[Example]) -> Batch:
    """Pad windows to the longest."""
    length = max(len(window.ids) for window in windows)

    def padded(name: str, fill: int = 0) -> Tensor:
        rows = [torch.as_tensor(getattr(window, name)) for window in windows]
        return torch.stack([functional.pad(row, (0, length - len(row)), value=fill) for row in rows])

    attended = torch.stack([(torch.arange(length) < len(window.ids)).long() for window in windows])
    return Batch(
        padded("ids"),
        padded("features"),
        attended,
        padded("labels", IGNORE),
        padded("cues", IGNORE),
        padded("sources", IGNORE),
        padded("acts", IGNORE),
        padded("names", IGNORE),
        padded("firsts"),
    )


def loss_of(encoder: Encoder, batch: Batch, chain: Chain, settings: Settings) -> Tensor:
    """The loss of one batch: what is known of its labels, links and acts."""
    scores = encoder.read(_middle(encoder, batch, settings.frozen), batch.attended)
    loss = _chain_loss(chain, scores.labels.float(), batch) + settings.pieces * _missed(scores.labels, batch.labels)
    for links, targets in ((scores.cues, batch.cues), (scores.sources, batch.sources)):
        loss = loss + settings.links * _missed(links, targets)
    return loss + settings.acts * _missed(scores.acts, batch.acts)


def _middle(encoder: Encoder, batch: Batch, frozen: int) -> Tensor:
    """Run the lower layers, those that are frozen once."""
    if frozen and not batch.below:
        training = encoder.training
        encoder.eval()
        with torch.no_grad():
            below = encoder.through(encoder.embedded(batch.ids, batch.features), batch.attended, slice(0, frozen))
        batch.below.append(below.to(torch.bfloat16))
        encoder.train(training)
    below = batch.below[0].float() if frozen else encoder.embedded(batch.ids, batch.features)
    return encoder.through(below, batch.attended, slice(frozen, encoder.shape.worth_layer))


def _missed(scores: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy, where there is a target."""
    known = targets != IGNORE
    if not bool(known.any()):
        return scores.new_zeros((), dtype=torch.float32)
    return functional.cross_entropy(scores[known].float(), targets[known])


def _chain_loss(chain: Chain, scores: Tensor, batch: Batch) -> Tensor:
    lengths = batch.firsts.sum(1)
    order = torch.argsort((~batch.firsts).long(), dim=1, stable=True)[:, : int(lengths.max())]
    words = torch.gather(scores, 1, order[:, :, None].expand(-1, -1, scores.shape[-1]))
    labels = repaired(torch.gather(batch.labels, 1, order).clamp(min=0))
    result: Tensor = chain(words, labels, lengths)
    return result


def train(
    encoder: Encoder,
    chain: Chain,
    parts: Sequence[Part],
    wordpiece: WordPiece,
    settings: Settings,
    *,
    path: Path,
    seed: int,
    bf16: bool = True,
    say: Callable[[str], None] = print,
) -> None:
    """Train in place; ``path`` gets the weights averaged over the last steps, a checkpoint beside it each epoch.

    A later call with the same settings goes on from the checkpoint.

    Raises:
        ValueError: the checkpoint is of other settings or articles.
    """
    _seed(seed, 0)
    optimizer = _optimizer(encoder, chain, settings)
    drawn = list(_batches(parts, wordpiece, settings)) if settings.frozen else []
    total = settings.epochs * (len(drawn) or sum(1 for _ in _batches(parts, wordpiece, settings)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, total, settings.warmup))
    average = _Average(encoder, chain)
    sizes = [sum(len(readings[0].pieces) for readings in part.articles) for part in parts]
    run = {**asdict(settings), "seed": seed, "bf16": bf16, "pieces": sizes}
    checkpoint = path.with_suffix(".part")
    first, step = _resume(checkpoint, run, encoder, chain, optimizer, schedule, average)
    started = time.monotonic()
    for epoch in range(first, settings.epochs):
        _seed(seed, epoch)  # by epoch, so that a run that was cut off goes on as it would have
        encoder.train()
        running = 0.0
        random.shuffle(drawn)
        for number, batch in enumerate(drawn or _batches(parts, wordpiece, settings), 1):
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                loss = loss_of(encoder, batch, chain, settings)
            loss.backward()
            running += float(loss.detach())
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            if step > total * _AVERAGED_FROM and step % _AVERAGED_EVERY == 0:
                average.take(encoder, chain)
            if number % 50 == 0:
                minutes = (time.monotonic() - started) / 60
                say(f"epoch {epoch} step {step}/{total} loss {running / number:.4f} {minutes:.1f} min")
        _save(checkpoint, run, (epoch, step), encoder, chain, optimizer, schedule, average)
        say(f"epoch {epoch} done: loss {running / number:.4f}")
    average.give(encoder, chain)
    torch.save({"parts": [encoder.state_dict(), chain.state_dict()]}, path)


def _batches(parts: Sequence[Part], wordpiece: WordPiece, settings: Settings) -> Iterator[Batch]:
    """One epoch's batches, in random order."""
    windows: list[Example] = []
    for part in parts:
        for readings in _drawn(part):
            altered = len(readings) > 1 and random.random() < part.altered
            article = random.choice(readings[1:]) if altered else readings[0]
            windows += examples(article, list(_windows(article.units, settings.window)), wordpiece)
    groups = _grouped(windows, settings.batch * settings.window)
    random.shuffle(groups)
    yield from map(batch_of, groups)


def _drawn(part: Part) -> Iterator[Sequence[Labelled]]:
    whole, rest = divmod(part.share, 1.0)
    for _ in range(int(whole)):
        yield from part.articles
    yield from random.sample(list(part.articles), round(rest * len(part.articles)))


def _windows(units: Sequence[Unit], size: int) -> Iterator[Window]:
    """Yield windows, the first of a random size, so that an article is not cut at the same places each time."""
    first = next(pack(units, random.randint(size // 4, size)), ())
    yield from (window for window in (first, *pack(units[len(first) :], size)) if window)


def _grouped(windows: list[Example], size: int) -> list[list[Example]]:
    """Shuffle windows and group them to ``size`` pieces with the padding, those of like length within pools."""
    random.shuffle(windows)
    groups: list[list[Example]] = []
    for start in range(0, len(windows), _POOL):
        group: list[Example] = []
        for window in sorted(windows[start : start + _POOL], key=lambda window: -len(window.ids)):
            if group and len(group[0].ids) * (len(group) + 1) > size:
                groups.append(group)
                group = []
            group.append(window)
        groups.append(group)
    return groups


def _optimizer(encoder: Encoder, chain: Chain, settings: Settings) -> torch.optim.Optimizer:
    """AdamW for all but the word embeddings, which stay as they are, and the heads that are fitted later."""
    later: list[nn.Module] = [encoder.worth, encoder.near, encoder.name]
    still = [encoder.tok, *later, *encoder.layers[: settings.frozen]]
    for module in still + ([encoder.pos, encoder.typ, encoder.ln] if settings.frozen else []):
        module.requires_grad_(False)
    named = [(name, p) for name, p in encoder.named_parameters() if p.requires_grad]
    heads = [p for name, p in named if name.startswith(_HEADS)] + list(chain.parameters())
    matrices = [p for name, p in named if not name.startswith(_HEADS) and p.dim() > 1]
    vectors = [p for name, p in named if not name.startswith(_HEADS) and p.dim() <= 1]
    return torch.optim.AdamW(
        [
            {"params": matrices, "lr": settings.rate, "weight_decay": 0.01},
            {"params": vectors, "lr": settings.rate, "weight_decay": 0.0},
            {"params": heads, "lr": settings.head_rate, "weight_decay": 0.0},
        ]
    )


def _rate(step: int, total: int, warmup: float) -> float:
    return min((step + 1) / (warmup * total), max(_LEAST_RATE, (total - step) / (total * (1 - warmup))))


class _Average:
    """Weights averaged over the last steps, each time a little more of the newest."""

    def __init__(self, *modules: nn.Module) -> None:
        self._state = {key: value.detach().clone() for key, value in self._now(*modules).items()}
        self._taken = 0

    @staticmethod
    def _now(*modules: nn.Module) -> dict[str, Tensor]:
        return {f"{i}.{key}": value for i, module in enumerate(modules) for key, value in module.state_dict().items()}

    def take(self, *modules: nn.Module) -> None:
        self._taken += 1
        share = max(_AVERAGE, 1 / self._taken)
        for key, value in self._now(*modules).items():
            self._state[key].lerp_(value.detach(), share)

    def give(self, *modules: nn.Module) -> None:
        if self._taken:
            for key, value in self._now(*modules).items():
                value.copy_(self._state[key])

    def state_dict(self) -> dict[str, Any]:
        return {"state": self._state, "taken": self._taken}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._state, self._taken = state["state"], state["taken"]


def _seed(seed: int, epoch: int) -> None:
    random.seed(1000 * seed + epoch)
    torch.manual_seed(1000 * seed + epoch)


def _save(path: Path, run: dict[str, Any], done: tuple[int, int], *parts: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    torch.save({"run": run, "done": done, "parts": [part.state_dict() for part in parts]}, temporary)
    temporary.replace(path)


def _resume(path: Path, run: dict[str, Any], *parts: Any) -> tuple[int, int]:
    """Load a checkpoint where there is one; return the first epoch still to do, and the steps done."""
    if not path.exists():
        return 0, 0
    saved = torch.load(path, weights_only=True)
    if saved.get("run") != run:
        raise ValueError(f"{path} is of other settings or articles: remove it, or choose another folder")
    for part, state in zip(parts, saved["parts"], strict=True):
        part.load_state_dict(state)
    epoch, step = saved["done"]
    return int(epoch) + 1, int(step)
