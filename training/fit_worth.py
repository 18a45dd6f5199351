"""Fit the tagger's head for check-worthiness on sentences of debates, and export the graph with it.

    python -m training.fit_worth CHECKPOINT.pt DEBATES.jsonl --out tagger.onnx [--l2 L]

CHECKPOINT  of ``training.tagger`` or ``training.fit_names``
DEBATES     {"text", "label": 1|0}

The encoder stays as it is: a logistic regression over the mean of a sentence's pieces in its fourth layer, which is the
same as the mean of what the head gives for each piece. Prints average precision by five-fold cross-validation.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from quotex.quotes.windows import inputs, pack
from training.corpus import cut_article, lines, packaged_pieces
from training.encoder import Encoder
from training.export import NAME, WINDOW, export, write_config
from training.logistic import fit
from training.tagger import load

Array = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
FOLDS = 5
_TOGETHER = 32


def main() -> None:
    """Cross-validate, fit on all, export."""
    options = _options()
    torch.set_num_threads(options.threads)
    encoder, chains = load(options.checkpoint)
    encoder.eval()
    sentences = list(lines(options.debates))
    means = _means(encoder, [sentence["text"] for sentence in sentences])
    labels = np.array([float(sentence["label"]) for sentence in sentences])
    scores = np.zeros(len(labels))
    folds = np.random.default_rng(0).permutation(len(labels)) % FOLDS
    for fold in range(FOLDS):
        held = folds == fold
        head, bias = _head(means[~held], labels[~held], options.l2)
        scores[held] = means[held] @ head + bias
    print(f"average precision, five-fold: {average_precision(scores, labels):.3f}")
    head, bias = _head(means, labels, options.l2)
    with torch.no_grad():
        encoder.worth.weight.copy_(torch.as_tensor(head)[None])
        encoder.worth.bias.fill_(bias)
    export(encoder, options.out)
    write_config(chains, options.out, name=options.name, version=options.version)


def average_precision(scores: Array, labels: Array) -> float:
    """Mean of the precision at each positive, ranked by score."""
    ranked = labels[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked == 1].mean())


def _head(means: Array, labels: Array, l2: float) -> tuple[Array, float]:
    """Fit on standardised means; give the weights for means as they are."""
    centre, spread = means.mean(0), means.std(0) + 1e-6
    intercept, *standardised = fit((means - centre) / spread, labels, ridge=l2)
    weights = np.array(standardised) / spread
    return weights, float(intercept - weights @ centre)


def _means(encoder: Encoder, texts: Sequence[str]) -> Array:
    """The mean of each sentence's pieces in the layer that the head reads, special pieces left out."""
    windows: list[tuple[int, Ints, Ints, Ints]] = []
    for i, text in enumerate(texts):
        _, pieces, units = cut_article(text, packaged_pieces(), WINDOW - 2)
        windows += [(i, *inputs(pieces, window, packaged_pieces())) for window in pack(units, WINDOW)]
    windows.sort(key=lambda window: len(window[1]))
    sums, counts = torch.zeros(len(texts), encoder.shape.width), torch.zeros(len(texts))
    for start in range(0, len(windows), _TOGETHER):
        some = windows[start : start + _TOGETHER]
        length = len(some[-1][1])
        ids, features, real = (
            torch.stack([functional.pad(torch.as_tensor(row), (0, length - len(row))) for row in rows])
            for rows in zip(*((ids, features, where >= 0) for _, ids, features, where in some), strict=True)
        )
        attended = torch.stack([(torch.arange(length) < len(window[1])).long() for window in some])
        with torch.no_grad():
            below = encoder.embedded(ids, features)
            hidden = encoder.through(below, attended, slice(0, encoder.shape.worth_layer))
        index = torch.tensor([window[0] for window in some])
        sums.index_add_(0, index, (hidden * real[:, :, None]).sum(1))
        counts.index_add_(0, index, real.sum(1).float())
    return (sums / counts.clamp(min=1)[:, None]).double().numpy()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("debates", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the graph; its configuration goes beside it")
    parser.add_argument("--name", default=NAME)
    parser.add_argument("--version", default="0")
    parser.add_argument("--l2", type=float, default=100.0)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
