"""Train on from an encoder's weights: labels by chains over words, links and acts together, and what teachers say."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset

from quotex.quotes.labels import BEGIN, INSIDE, Role, Tier
from quotex.quotes.windows import Unit, Window, pack
from quotex.quotes.wordpiece import WordPiece
from training.corpus import Example, Labelled, examples
from training.crf import Chain, Chains, repaired
from training.encoder import Encoder, Scores
from training.names import IGNORE

_POOL = 32  # batches whose windows are sorted by length together
_SHORTEST = 12  # pieces of a short window, unless a paragraph is longer
_HEADS = ("tags.", "arc", "typ", "act")
_CONTENTS = [label[Role.CONTENT] for label in (BEGIN, INSIDE)]
_CUES = [label[Role.CUE] for label in (BEGIN, INSIDE)]
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
        only: what the names of the parameters begin with that are learned, all else staying as it is; empty: all are.
        minutes: how long to train at most, whatever the epochs; the rates fall by the time then.
        links, acts, pieces, taught: weights of their losses beside the chains'; ``pieces``: of the labels one by one;
            ``taught``: of what teachers say, where there are any.
    """

    epochs: int = 3
    window: int = 128
    batch: int = 12
    rate: float = 1e-4
    head_rate: float = 7e-4
    warmup: float = 0.06
    only: str = ""
    minutes: float = 0.0
    links: float = 0.25
    acts: float = 0.1
    pieces: float = 0.2
    taught: float = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """Articles that are trained on together.

    Attributes:
        articles: each in one or more readings (as it stands, without line ends, glued together, ...).
        share: how many of them are seen in an epoch: 2.0, all of them twice; 0.5, a half, drawn anew.
        altered: how often another reading than the first is taken.
        short: how often an article is cut to windows shorter than need be, as a text of a few lines is read.
    """

    articles: Sequence[Sequence[Labelled]]
    share: float = 1.0
    altered: float = 0.3
    short: float = 0.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length, as tensors [batch, length]."""

    ids: Tensor
    features: Tensor
    attended: Tensor
    outer: Tensor
    inner: Tensor
    cues: Tensor
    sources: Tensor
    acts: Tensor
    names: Tensor
    firsts: Tensor

    def to(self, device: str) -> Batch:
        """The same on another device."""
        return Batch(*(getattr(self, field.name).to(device, non_blocking=True) for field in fields(self)))


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
        padded("outer", IGNORE),
        padded("inner", IGNORE),
        padded("cues", IGNORE),
        padded("sources", IGNORE),
        padded("acts", IGNORE),
        padded("names", IGNORE),
        padded("firsts"),
    )


def loss_of(encoder: Encoder, batch: Batch, chains: Chains, settings: Settings) -> Tensor:
    """The loss of one batch: what is known of its labels, links and acts."""
    return _known(encoder(batch.ids, batch.features, batch.attended), batch, chains, settings)


def _known(scores: Scores, batch: Batch, chains: Chains, settings: Settings) -> Tensor:
    loss = scores.outer.new_zeros((), dtype=torch.float32)
    for tier in Tier:
        labels, said = getattr(batch, tier), getattr(scores, tier)
        rows = (labels != IGNORE).any(1)
        if bool(rows.any()):
            loss = loss + _chain_loss(chains[tier], said[rows].float(), labels[rows], batch.firsts[rows])
            loss = loss + settings.pieces * _missed(said, labels)
    for links, targets in ((scores.cues, batch.cues), (scores.sources, batch.sources)):
        loss = loss + settings.links * _missed(links, targets)
    return loss + settings.acts * _missed(scores.acts, batch.acts)


def _taught(scores: Scores, teachers: Sequence[Encoder], batch: Batch, settings: Settings) -> Tensor:
    """How far scores are from what teachers say together of windows without annotation.

    Labels count everywhere, links and acts where the teachers see roles.

    Source: Hinton, Vinyals and Dean (2015).
    """
    with torch.no_grad():
        every = [teacher(batch.ids, batch.features, batch.attended) for teacher in teachers]
        said = Scores(
            *(torch.stack([s.float().softmax(-1) for s in head]).mean(0) for head in zip(*every, strict=True))
        )
    attended = batch.attended.float() * (batch.outer == IGNORE).all(1, keepdim=True)
    content, cue = (said.outer[..., labels].sum(-1) * attended for labels in (_CONTENTS, _CUES))
    loss = sum((_far(getattr(scores, tier), getattr(said, tier), attended) for tier in Tier), torch.zeros(()))
    links = _far(scores.cues, said.cues, content) + _far(scores.sources, said.sources, cue)
    return loss + settings.links * links + settings.acts * _far(scores.acts, said.acts, torch.maximum(content, cue))


def _far(scores: Tensor, said: Tensor, weights: Tensor) -> Tensor:
    """Cross-entropy against a distribution, averaged by weight."""
    each = -(said * scores.float().log_softmax(-1)).sum(-1)
    return (each * weights).sum() / weights.sum().clamp(min=1.0)


def _missed(scores: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy, where there is a target."""
    known = targets != IGNORE
    if not bool(known.any()):
        return scores.new_zeros((), dtype=torch.float32)
    return functional.cross_entropy(scores[known].float(), targets[known])


def _chain_loss(chain: Chain, scores: Tensor, labels: Tensor, firsts: Tensor) -> Tensor:
    lengths = firsts.sum(1)
    order = torch.argsort((~firsts).long(), dim=1, stable=True)[:, : int(lengths.max())]
    words = torch.gather(scores, 1, order[:, :, None].expand(-1, -1, scores.shape[-1]))
    result: Tensor = chain(words, repaired(torch.gather(labels, 1, order).clamp(min=0)), lengths)
    return result


def train(
    encoder: Encoder,
    chains: Chains,
    parts: Sequence[Part],
    wordpiece: WordPiece,
    settings: Settings,
    *,
    path: Path,
    seed: int,
    teachers: Sequence[Encoder] = (),
    device: str = "cpu",
    bf16: bool = True,
    say: Callable[[str], None] = print,
) -> None:
    """Train in place; ``path`` gets the weights averaged over the last steps, a checkpoint beside it each epoch.

    A later call with the same settings goes on from the checkpoint.

    Raises:
        ValueError: the checkpoint is of other settings or articles.
    """
    _seed(seed, 0)
    modules: list[nn.Module] = [encoder, chains, *teachers]
    for module in modules:
        module.to(device)
    for teacher in teachers:
        teacher.eval()
    optimizer = _optimizer(encoder, chains, settings)
    steps = _steps(parts, settings)
    average = _Average(encoder, chains)
    sizes = [sum(len(readings[0].pieces) for readings in part.articles) for part in parts]
    run = {**asdict(settings), "seed": seed, "bf16": bf16, "pieces": sizes}
    checkpoint = path.with_suffix(".part")
    first, step = _resume(checkpoint, run, encoder, chains, optimizer, average)
    started = time.monotonic()
    for epoch in range(first, settings.epochs):
        _seed(seed, epoch)  # by epoch, so that a run that was cut off goes on as it would have
        encoder.train()
        running = 0.0
        for number, batch in enumerate(_ahead(parts, wordpiece, settings, device), 1):
            minutes = (time.monotonic() - started) / 60
            done = max(step / (settings.epochs * steps), minutes / settings.minutes if settings.minutes else 0.0)
            if settings.minutes and done >= 1:
                break
            _set_rates(optimizer, _rate(done, settings.warmup))
            with torch.autocast(device, torch.bfloat16, enabled=bf16):
                scores = encoder(batch.ids, batch.features, batch.attended)
                loss = _known(scores, batch, chains, settings)
                if teachers:
                    loss = loss + settings.taught * _taught(scores, teachers, batch, settings)
            loss.backward()
            running += float(loss.detach())
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            if done > _AVERAGED_FROM and step % _AVERAGED_EVERY == 0:
                average.take(encoder, chains)
            if number % 50 == 0:
                say(f"epoch {epoch} step {step}, {done:.0%}, loss {running / number:.4f} {minutes:.1f} min")
        _save(checkpoint, run, (epoch, step), encoder, chains, optimizer, average)
        say(f"epoch {epoch} done: loss {running / max(1, number):.4f}")
        if settings.minutes and done >= 1:
            break
    average.give(encoder, chains)
    torch.save({"parts": [encoder.cpu().state_dict(), chains.cpu().state_dict()]}, path)


def _ahead(parts: Sequence[Part], wordpiece: WordPiece, settings: Settings, device: str) -> Iterator[Batch]:
    """One epoch's batches; where an accelerator would wait for them, another process draws them."""
    drawn = _Epoch(parts, wordpiece, settings)
    if device == "cpu":
        return iter(drawn)
    return (batch.to(device) for batch in DataLoader(drawn, batch_size=None, num_workers=1, prefetch_factor=8))


class _Epoch(IterableDataset[Batch]):
    """One epoch's batches, in random order."""

    def __init__(self, parts: Sequence[Part], wordpiece: WordPiece, settings: Settings) -> None:
        self._drawn_from = parts, wordpiece, settings

    def __iter__(self) -> Iterator[Batch]:
        return map(batch_of, _groups(*self._drawn_from))


def _steps(parts: Sequence[Part], settings: Settings) -> int:
    """About how many batches an epoch has: windows are cut anew each time, and padded."""
    pieces = sum(part.share * sum(len(readings[0].pieces) for readings in part.articles) for part in parts)
    return max(1, round(pieces / (settings.batch * settings.window)))


def _groups(parts: Sequence[Part], wordpiece: WordPiece, settings: Settings) -> Iterator[list[Example]]:
    """One epoch's windows, in random order, a batch at a time."""
    drawn = [(part, readings) for part in parts for readings in _drawn(part)]
    random.shuffle(drawn)
    windows: list[Example] = []
    for part, readings in drawn:
        altered = len(readings) > 1 and random.random() < part.altered
        article = random.choice(readings[1:]) if altered else readings[0]
        size = random.randint(_SHORTEST, settings.window) if random.random() < part.short else settings.window
        windows += examples(article, list(_windows(article.units, size)), wordpiece)
        if len(windows) > _POOL * settings.batch:
            yield from _grouped(windows, settings.batch * settings.window)
            windows = []
    yield from _grouped(windows, settings.batch * settings.window)


def _drawn(part: Part) -> Iterator[Sequence[Labelled]]:
    whole, rest = divmod(part.share, 1.0)
    for _ in range(int(whole)):
        yield from part.articles
    yield from random.sample(list(part.articles), round(rest * len(part.articles)))


def _windows(units: Sequence[Unit], size: int) -> Iterator[Window]:
    """Yield windows, the first of a random size, so that an article is not cut at the same places each time."""
    first = next(pack(units, random.randint(size // 4, size)), ())
    yield from (window for window in (first, *pack(units[len(first) :], size)) if window)


def _grouped(windows: Sequence[Example], size: int) -> list[list[Example]]:
    """Group windows of like length to ``size`` pieces with the padding, and shuffle the groups."""
    groups: list[list[Example]] = []
    for window in sorted(windows, key=lambda window: -len(window.ids)):
        if not groups or len(groups[-1][0].ids) * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(window)
    random.shuffle(groups)
    return groups


def _optimizer(encoder: Encoder, chains: Chains, settings: Settings) -> torch.optim.Optimizer:
    """AdamW for all but the word embeddings, which stay as they are, and the heads that are fitted later."""
    still: list[nn.Module] = [encoder.tok, encoder.worth, encoder.near, encoder.name]
    for module in still:
        module.requires_grad_(False)
    for name, parameter in encoder.named_parameters():
        parameter.requires_grad_(parameter.requires_grad and name.startswith(settings.only))
    chains.requires_grad_(not settings.only)
    named = [(name, p) for name, p in encoder.named_parameters() if p.requires_grad]
    heads = [p for name, p in named if name.startswith(_HEADS)]
    heads += [p for p in chains.parameters() if p.requires_grad]
    matrices = [p for name, p in named if not name.startswith(_HEADS) and p.dim() > 1]
    vectors = [p for name, p in named if not name.startswith(_HEADS) and p.dim() <= 1]
    return torch.optim.AdamW(
        [
            {"params": matrices, "highest": settings.rate, "weight_decay": 0.01},
            {"params": vectors, "highest": settings.rate, "weight_decay": 0.0},
            {"params": heads, "highest": settings.head_rate, "weight_decay": 0.0},
        ]
    )


def _set_rates(optimizer: torch.optim.Optimizer, share: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = share * group["highest"]


def _rate(done: float, warmup: float) -> float:
    """Which share of the highest rate is due when so much of the training is done."""
    return max(_LEAST_RATE, min(done / warmup, (1 - done) / (1 - warmup)))


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
