"""Train a tagger on from another, and export it.

    python -m training.tagger data.pkl --start tagger.onnx --out FOLDER [--teachers MODEL.pt ...] [--fold K --folds N]

START is a shipped graph, a checkpoint, or the base weights of a teacher (``model.safetensors`` of all-mpnet-base-v2);
without it training begins with the base weights of the student. What teachers say together is learned beside what is
annotated, and on articles that are not. With ``--fold`` every Nth modern article, from the Kth on, is kept from
training, for fitting what stands behind the tagger (:mod:`training.fit_confidence`). Writes
``model.pt``, ``tagger.onnx`` and ``tagger.toml``; call it again after an interruption, and it goes on from the last
epoch.
"""

from __future__ import annotations

import argparse
import pickle
import shutil
from dataclasses import fields
from importlib import resources
from pathlib import Path

import torch

from training.corpus import packaged_pieces
from training.crf import Chains
from training.data import Data, Readings
from training.encoder import Encoder, Shape, minilm
from training.export import NAME, export, write_config
from training.held_out import fold_of
from training.mpnet import Teacher, mpnet
from training.packaged import packaged
from training.train import Part, Settings, train

SHARES = {"news": 1.5, "political": 0.5, "passages": 1.5, "unlabelled": 0.0}
"""How much of each part an epoch sees."""
KEPT_OF_POLITICAL = 20
"""Of so many political articles, each fold keeps one."""


def main() -> None:
    """Train, export."""
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    with options.data.open("rb") as file:
        data = pickle.load(file)
    encoder, chains = load(options.start)
    teachers = [load(path)[0] for path in options.teachers]
    given = {field.name: getattr(options, field.name) for field in fields(Settings)}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})
    shares = {name: getattr(options, name) for name in SHARES}
    parts = parts_of(data, shares, fold=options.fold, folds=options.folds)
    train(
        encoder,
        chains,
        parts,
        packaged_pieces(),
        settings,
        path=options.out / "model.pt",
        seed=options.seed,
        teachers=teachers,
        device=options.device,
        bf16=not options.float32,
    )
    weights = options.out / "tagger.onnx"
    export(encoder, weights)
    write_config(chains, weights, name=options.name, version=options.version)
    vocabulary = resources.files("quotex.models").joinpath("vocab.txt")
    with resources.as_file(vocabulary) as path:
        shutil.copy(path, options.out)


def load(start: Path | None) -> tuple[Encoder, Chains]:
    """Load a graph (``.onnx``), a checkpoint (``.pt``), a teacher's base weights, or the student's."""
    if start is None:
        return minilm(), Chains()
    if start.suffix == ".safetensors":
        return mpnet(start), Chains()
    if start.suffix == ".onnx":
        return packaged(start)
    weights, steps = torch.load(start, weights_only=True)["parts"]
    encoder, chains = Teacher() if "distance.weight" in weights else Encoder(Shape()), Chains()
    heads = ("act.", "near.", "name.", "worth.")  # of another make, perhaps: these are fitted later, or learned soon
    state = encoder.state_dict()
    known = {k: v for k, v in weights.items() if k in state and v.shape == state[k].shape}
    if lost := {key for key in state if key not in known and not key.startswith(heads)}:
        raise ValueError(f"{start} has no {', '.join(sorted(lost))}")
    encoder.load_state_dict(known, strict=False)
    chains.load_state_dict(steps)
    return encoder, chains


def parts_of(data: Data, shares: dict[str, float], *, fold: int | None = None, folds: int = 1) -> list[Part]:
    """What is trained on, without what a fold keeps; parts of which nothing is seen are left out."""

    def kept(articles: Readings, every: int) -> Readings:
        return [readings for i, readings in enumerate(articles) if fold is None or fold_of(i, every, folds) != fold]

    held = {
        "news": kept(data.news, folds),
        "political": kept(data.political, KEPT_OF_POLITICAL),
        "passages": data.passages,
        "unlabelled": data.unlabelled,
    }
    return [Part(held[name], share) for name, share in shares.items() if share and held[name]]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="of training.data")
    parser.add_argument("--start", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, nargs="*", default=(), help="checkpoints whose word is learned too")
    parser.add_argument("--fold", type=int)
    parser.add_argument("--folds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--float32", action="store_true", help="for processors without 16-bit floats")
    parser.add_argument("--name", default=NAME)
    parser.add_argument("--version", default="0")
    for name, share in SHARES.items():
        parser.add_argument(f"--{name}", type=float, default=share, help="share of this part in an epoch")
    for setting in fields(Settings):
        kind = {"int": int, "float": float, "str": str}[str(setting.type)]
        parser.add_argument(f"--{setting.name.replace('_', '-')}", type=kind, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
