"""Fit the names head of a trained tagger; all else stays as it is.

    python -m training.fit_names model.pt data.pkl --out named.pt

Learns from articles whose names are sure and from annotated sentences (:mod:`training.names`). The layer that it reads
is run once for each window, and a small network over every piece and its neighbours learns from what it gives.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from quotex.quotes.windows import pack
from training.corpus import Labelled, examples, packaged_pieces
from training.data import Data
from training.encoder import Encoder
from training.export import WINDOW
from training.names import IGNORE
from training.tagger import load
from training.train import Batch, batch_of

SHARES = {"news": 1.0, "silver": 1.0, "political": 0.25, "sentences": 0.65}
"""How much of each part is learned from."""
_TOGETHER = 16
_EPOCHS = 8
_RATE = 2e-3
_ROWS = 2048


def fit_names(encoder: Encoder, articles: Sequence[Labelled], *, epochs: int = _EPOCHS) -> float:
    """Train the head in place; return its share of errors in the last epoch."""
    rows, targets = _features(encoder, articles)
    head: list[nn.Linear] = [encoder.near, encoder.name]
    for module in head:
        module.reset_parameters()
    optimizer = torch.optim.AdamW([p for module in head for p in module.parameters()], lr=_RATE, weight_decay=0.01)
    steps = epochs * -(-len(rows) // _ROWS)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / (steps + 1))
    wrong = 0
    for _ in range(epochs):
        wrong = 0
        for index in torch.randperm(len(rows)).split(_ROWS):
            with torch.autocast("cpu", torch.bfloat16):
                scores = encoder.name(functional.gelu(encoder.near(functional.dropout(rows[index], 0.1))))
            functional.cross_entropy(scores.float(), targets[index]).backward()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            wrong += int((scores.argmax(-1) != targets[index]).sum())
    return wrong / max(1, len(rows))


def _features(encoder: Encoder, articles: Sequence[Labelled]) -> tuple[Tensor, Tensor]:
    """What the head reads of each piece whose name is known, [pieces, 3 * width], and its target."""
    encoder.eval()
    rows, targets = [], []
    layers = slice(0, encoder.shape.worth_layer)
    for batch in _batches(articles):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            middle = encoder.through(encoder.embedded(batch.ids, batch.features), batch.attended, layers)
        known = batch.names != IGNORE
        rows.append(encoder.neighbours(middle.to(torch.bfloat16))[known])
        targets.append(batch.names[known])
    return torch.cat(rows), torch.cat(targets)


def _batches(articles: Sequence[Labelled]) -> Iterator[Batch]:
    windows = [
        window
        for article in articles
        for window in examples(article, list(pack(article.units, WINDOW)), packaged_pieces())
        if (window.names > 0).any()  # most of what has no name at all teaches nothing
    ]
    windows.sort(key=lambda window: len(window.ids))
    for start in range(0, len(windows), _TOGETHER):
        yield batch_of(windows[start : start + _TOGETHER])


def drawn(data: Data) -> list[Labelled]:
    """The articles and sentences that are learned from."""
    some: list[Labelled] = []
    for name, share in SHARES.items():
        held = [readings[0] for readings in getattr(data, name)]
        some += random.sample(held, round(share * len(held)))
    return some


def main() -> None:
    """Fit, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    with options.data.open("rb") as file:
        data = pickle.load(file)
    encoder, chains = load(options.model)
    print(f"{fit_names(encoder, drawn(data)):.2%} of the pieces are called something else")
    torch.save({"parts": [encoder.state_dict(), chains.state_dict()]}, options.out)


if __name__ == "__main__":
    main()
