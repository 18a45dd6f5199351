"""Average the weights of models that were trained on from one another.

    python -m training.soup OUT.pt A.pt:1 B.pt:2

Checkpoints are those of ``training.tagger`` and ``training.distil``. Source: Wortsman and others, "Model soups" (ICML
2022): models fine-tuned from one start lie in one basin, and their mean does as well as their ensemble, at the price
of one.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

__all__ = ["mean"]

State = Mapping[str, Any]


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", nargs="+", help="CHECKPOINT:WEIGHT")
    options = parser.parse_args()
    named = [model.rpartition(":") for model in options.models]
    loaded = [torch.load(path, weights_only=True)["parts"][:2] for path, _, _ in named]
    weights = [float(weight) for _, _, weight in named]
    parts = [mean([model[i] for model in loaded], weights) for i in (0, 1)]
    torch.save({"parts": parts}, options.out)


def mean(states: Sequence[State], weights: Sequence[float]) -> State:
    """Average the tensors of state dictionaries with the same keys."""
    total = sum(weights)
    return {
        key: sum(state[key].float() * weight for state, weight in zip(states, weights, strict=True)) / total
        for key in states[0]
    }


if __name__ == "__main__":
    main()
