"""Fit the tagger's head for check-worthiness on sentences of debates, and export the graph with it.

    python -m training.fit_worth CHECKPOINT.pt DEBATES.jsonl --out tagger.onnx [--l2 L]

CHECKPOINT  of ``training.soup``, ``training.distil`` or ``training.tagger`` (``crf.pt``)
DEBATES     {"text", "label": 1|0}

The encoder stays as it is: a logistic regression over the mean of a sentence's pieces in its fourth layer, which is the
same as the mean of what the head gives for each piece. Prints average precision by five-fold cross-validation.
"""

from __future__ import annotations

import argparse
import json
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from quotex.quotes.windows import cut, inputs, pack
from quotex.quotes.wordpiece import WordPiece
from quotex.text import analyze
from training.crf import Chain
from training.encoder import Encoder, Shape
from training.export import NAME, WINDOW, export, write_config
from training.logistic import fit

Array = npt.NDArray[np.float64]
FOLDS = 5


def main() -> None:
    """Cross-validate, fit on all, export."""
    options = _options()
    torch.set_num_threads(options.threads)
    encoder, chain = Encoder(Shape()), Chain()
    weights, steps = torch.load(options.checkpoint, weights_only=True)["parts"]
    encoder.load_state_dict(weights, strict=False)
    chain.load_state_dict(steps)
    encoder.eval()
    with options.debates.open(encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines]
    means = np.stack([_mean(encoder, sentence["text"]) for sentence in sentences])
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
    write_config(chain, options.out, name=options.name, version=options.version)


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


@cache
def _wordpiece() -> WordPiece:
    vocabulary = resources.files("quotex.models").joinpath("vocab.txt").read_text(encoding="utf-8")
    return WordPiece(vocabulary.removesuffix("\n").split("\n"))


def _mean(encoder: Encoder, text: str) -> Array:
    """Return the mean of a sentence's pieces in the layer that the head reads, special pieces left out."""
    layout = analyze(text)
    quoted = [q.inner for q in layout.quoted]
    pieces, units = cut(layout.view, [p.span for p in layout.paragraphs], quoted, _wordpiece(), WINDOW - 2)
    total, count = torch.zeros(encoder.shape.width), 0
    for window in pack(units, WINDOW):
        ids, features, where = (torch.as_tensor(a) for a in inputs(pieces, window, _wordpiece()))
        with torch.no_grad():
            hidden: Tensor = encoder.lower(ids[None], features[None], torch.zeros(1, len(ids)))[0]
        total, count = total + hidden[where >= 0].sum(0), count + int((where >= 0).sum())
    return (total / max(1, count)).double().numpy()


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
