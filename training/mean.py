"""Average models of one start: each weight is the mean of theirs, and the model no larger than one of them.

    python -m training.mean A/model.pt B/model.pt --shares .65 .35 --out FOLDER

Writes ``model.pt``, ``tagger.onnx`` and ``tagger.toml``. Source: Wortsman and others (ICML 2022).
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import torch
from torch import Tensor

from training.export import export, write_config
from training.tagger import load

State = dict[str, Tensor]


def mean_of(states: Sequence[State], shares: Sequence[float]) -> State:
    """Return the weighted mean of states that have the same tensors."""
    return {
        key: sum((share * state[key] for state, share in zip(states, shares, strict=True)), torch.zeros(()))
        for key in states[0]
    }


def main() -> None:
    """Average, export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--shares", type=float, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    pairs = [load(model) for model in options.models]
    encoder, chains = pairs[0]
    encoders, steps = ([module.state_dict() for module in modules] for modules in zip(*pairs, strict=True))
    encoder.load_state_dict(mean_of(encoders, options.shares))
    chains.load_state_dict(mean_of(steps, options.shares))
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({"parts": [encoder.state_dict(), chains.state_dict()]}, options.out / "model.pt")
    export(encoder, options.out / "tagger.onnx")
    write_config(chains, options.out / "tagger.onnx")
    with resources.as_file(resources.files("quotex.models").joinpath("vocab.txt")) as vocabulary:
        shutil.copy(vocabulary, options.out)


if __name__ == "__main__":
    main()
