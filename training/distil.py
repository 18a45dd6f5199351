"""Train on from a model: on annotated articles, and on what several models together say of articles without annotation.

    python -m training.distil START.pt TRAIN.jsonl PLAIN.jsonl --teachers A.pt B.pt C.pt --out FOLDER [--epochs 5]

PLAIN is JSON lines with ``text``. A share of all articles is read without line ends; of the plain ones the teachers
have seen the paragraphs, so that the student learns to do without. Annotated batches are seen twice, the second time
with their word embeddings moved against the loss (Miyato and others, ICLR 2017). ``distil.pt`` holds the weights
averaged over the last two thirds of the steps.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from quotex.quotes.labels import BEGIN, INSIDE, LABELS, Role
from quotex.quotes.windows import Pieces, Unit, Window, cut, inputs, pack
from quotex.quotes.wordpiece import WordPiece
from quotex.text import analyze
from training.corpus import IGNORE, Example, Labelled, examples, labelled, positions
from training.crf import Chain
from training.encoder import Encoder, Shape
from training.train import CRF_STAGE, Batch, batch_of, grouped, loss_of, optimizer_of

WINDOW = 128
STAGE = replace(CRF_STAGE, name="distil", window=WINDOW, batch=12, rate=8e-5, head_rate=5.6e-4, epochs=5, joined=0.3)
FGM = 0.5  # how far embeddings are moved
SHARE = 0.5  # of the plain articles, read in each epoch
SURE = 0.6  # how likely a link must be to the teachers to be learnt
LINKS = 0.15

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Taught:
    """An article without annotation: how it is cut, whole and without line ends, and what the teachers say of it.

    Attributes:
        cuts: pieces and units of both readings, with the index of each piece in the first (-1: not there).
        labels: [pieces, labels] probabilities.
        cues, sources: [pieces] offset of the first character of what the piece hangs on; -2 nothing, -1 unsure.
    """

    cuts: tuple[tuple[Pieces, Sequence[Unit], Ints], ...]
    labels: Floats
    cues: Ints
    sources: Ints


@dataclass(frozen=True, slots=True)
class Soft:
    """One window of a taught article; labels of special pieces are all 0."""

    ids: Ints
    features: Ints
    labels: Floats
    cues: Ints
    sources: Ints


def main() -> None:
    """Ask the teachers, train, save."""
    options = _options()
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    encoder, chain = _load(options.start)
    teachers = [_load(path)[0].eval() for path in options.teachers]
    taught = [_taught(teachers, line["text"]) for line in islice(_lines(options.plain), options.articles)]
    articles = [
        tuple(labelled(line | {"text": text}, _wordpiece(), WINDOW - 2) for text in (line["text"], flat(line["text"])))
        for line in islice(_lines(options.corpus), options.articles)
    ]
    options.out.mkdir(parents=True, exist_ok=True)
    _train(encoder, chain, articles, taught, options)


def flat(text: str) -> str:
    """Return a text of the same length without line ends."""
    return text.replace("\n", " ").replace("\r", " ")


def _train(
    encoder: Encoder,
    chain: Chain,
    articles: Sequence[Sequence[Labelled]],
    taught: Sequence[Taught],
    options: argparse.Namespace,
) -> None:
    stage = replace(STAGE, epochs=options.epochs)
    optimizer = optimizer_of(encoder, chain, stage)
    batches = _epoch(articles, taught)
    total = len(batches) * stage.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / (stage.warmup * total), max(0.02, (total - step) / (total * (1 - stage.warmup)))),
    )
    averaged: dict[str, Tensor] | None = None
    step, started = 0, time.monotonic()
    for epoch in range(stage.epochs):
        encoder.train()
        for batch in batches:
            with torch.autocast("cpu", torch.bfloat16):
                _backward(encoder, chain, batch)
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            if step > total // 3 and step % 20 == 0:
                now = {name: value.detach().clone() for name, value in encoder.state_dict().items()}
                averaged = {n: averaged[n].lerp(v, 0.02) for n, v in now.items()} if averaged else now
        print(f"epoch {epoch} of {stage.epochs}: {(time.monotonic() - started) / 60:.1f} min", flush=True)
        torch.save({"parts": [averaged or encoder.state_dict(), chain.state_dict()]}, options.out / "distil.part")
        batches = _epoch(articles, taught)
    (options.out / "distil.part").replace(options.out / "distil.pt")


def _backward(encoder: Encoder, chain: Chain, batch: Batch | Sequence[Soft]) -> None:
    """Add the gradients of one batch, an annotated one with its moved copy."""
    if not isinstance(batch, Batch):
        _soft_loss(encoder, batch).backward()
        return
    seen: list[Tensor] = []
    moved: list[Tensor] = []

    def hook(_module: nn.Module, _args: object, output: Tensor) -> Tensor:
        output = output.detach()
        if moved:
            return output + moved[0]
        seen.append(output.requires_grad_())
        return output

    handle = encoder.tok.register_forward_hook(hook)
    try:
        loss_of(encoder, batch, chain).backward()
        gradient = seen[0].grad
        assert gradient is not None
        longest = gradient.norm(dim=-1, keepdim=True).amax(1, keepdim=True)
        moved.append(FGM * gradient / (longest + 1e-8))
        loss_of(encoder, batch, chain).backward()
    finally:
        handle.remove()


def _soft_loss(encoder: Encoder, windows: Sequence[Soft]) -> Tensor:
    length = max(len(window.ids) for window in windows)

    def padded(name: str, fill: int) -> Tensor:
        rows = [torch.as_tensor(getattr(window, name)) for window in windows]
        return torch.stack(
            [functional.pad(row, (0, 0) * (row.dim() - 1) + (0, length - len(row)), value=fill) for row in rows]
        )

    attended = torch.stack([(torch.arange(length) < len(window.ids)).long() for window in windows])
    wanted = padded("labels", 0)
    scores, cues, sources, _ = encoder(padded("ids", 0), padded("features", 0), attended)
    real = wanted.sum(-1) > 0.5
    loss = -(wanted * functional.log_softmax(scores.float(), -1)).sum(-1)[real].mean()
    for links, targets in ((cues, padded("cues", IGNORE)), (sources, padded("sources", IGNORE))):
        if bool((targets != IGNORE).any()):
            loss = loss + LINKS * functional.cross_entropy(
                links.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORE
            )
    return loss


def _epoch(articles: Sequence[Sequence[Labelled]], taught: Sequence[Taught]) -> list[Batch | Sequence[Soft]]:
    """Return one epoch's batches, of either kind, in random order."""
    hard: list[Example] = []
    for readings in articles:
        article = readings[random.random() < STAGE.joined]
        hard += examples(article, list(_windows(article.units)), _wordpiece())
    soft = [window for article in random.sample(taught, int(len(taught) * SHARE)) for window in _soft_windows(article)]
    batches: list[Batch | Sequence[Soft]] = [*map(batch_of, grouped(hard, STAGE.batch)), *grouped(soft, STAGE.batch)]
    random.shuffle(batches)
    return batches


def _windows(units: Sequence[Unit]) -> Iterator[Window]:
    """Yield windows, the first of a random size, so that an article is not cut at the same places each time."""
    first = next(pack(units, random.randint(WINDOW // 4, WINDOW)), ())
    yield from (window for window in (first, *pack(units[len(first) :], WINDOW)) if window)


def _soft_windows(article: Taught) -> Iterator[Soft]:
    pieces, units, index = article.cuts[random.random() < STAGE.joined]
    for window in _windows(units):
        ids, features, where = inputs(pieces, window, _wordpiece())
        at = np.where(where >= 0, index[where], -1)
        labels = np.where((at >= 0)[:, None], article.labels[at], 0).astype(np.float32)
        role = labels.argmax(1)
        places = [(int(pieces.starts[w]), i) for i, w in enumerate(where.tolist()) if w >= 0]
        ends = []
        for targets, which in ((article.cues, Role.CONTENT), (article.sources, Role.CUE)):
            linked = (at >= 0) & ((role == BEGIN[which]) | (role == INSIDE[which]))
            ends.append(positions(np.where(linked, targets[at], -1), np.arange(len(ids)), places))
        yield Soft(ids, features, labels, *ends)


def _taught(teachers: Sequence[Encoder], text: str) -> Taught:
    """Read an article with all teachers and average what they say."""
    cuts: list[tuple[Pieces, Sequence[Unit], Ints]] = []
    for reading in (text, flat(text)):
        layout = analyze(reading)
        quoted = [q.inner for q in layout.quoted]
        pieces, units = cut(layout.view, [p.span for p in layout.paragraphs], quoted, _wordpiece(), WINDOW - 2)
        first = cuts[0][0] if cuts else pieces
        known = {int(start): i for i, start in enumerate(first.starts)}
        cuts.append((pieces, units, np.array([known.get(int(start), -1) for start in pieces.starts], dtype=np.int64)))
    pieces, whole, _ = cuts[0]
    labels = np.zeros((len(pieces), len(LABELS)), dtype=np.float32)
    ends = np.full((2, len(pieces)), -1, dtype=np.int64)
    for window in pack(whole, WINDOW):
        ids, features, where = inputs(pieces, window, _wordpiece())
        real = where >= 0
        tags, *links = _asked(teachers, ids, features)
        labels[where[real]] = tags[real]
        starts = np.where(real, pieces.starts[where], -2)  # a special piece: nothing
        for end, link in zip(ends, links, strict=True):
            end[where[real]] = np.where(link.max(1) > SURE, starts[link.argmax(1)], -1)[real]
    return Taught(tuple(cuts), labels, ends[0], ends[1])


def _asked(teachers: Sequence[Encoder], ids: Ints, features: Ints) -> list[Floats]:
    feed = [torch.as_tensor(a)[None] for a in (ids, features, np.ones_like(ids))]
    with torch.no_grad():
        answers = [[scores[0].softmax(-1) for scores in teacher(*feed)[:3]] for teacher in teachers]
    return [torch.stack(scores).mean(0).numpy() for scores in zip(*answers, strict=True)]


def _load(path: Path) -> tuple[Encoder, Chain]:
    encoder, chain = Encoder(Shape()), Chain()
    parts = torch.load(path, weights_only=True)["parts"]
    encoder.load_state_dict(parts[0], strict=False)  # the head for worth is fitted later
    chain.load_state_dict(parts[1])
    return encoder, chain


@cache
def _wordpiece() -> WordPiece:
    vocabulary = resources.files("quotex.models").joinpath("vocab.txt").read_text(encoding="utf-8")
    return WordPiece(vocabulary.removesuffix("\n").split("\n"))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path, help="the checkpoint to go on from")
    parser.add_argument("corpus", type=Path, help="JSON lines: text, attributions [{content, cue, source}]")
    parser.add_argument("plain", type=Path, help="JSON lines: text")
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--articles", type=int, help="learn from only so many of each, to try it")
    parser.add_argument("--epochs", type=int, default=STAGE.epochs)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
