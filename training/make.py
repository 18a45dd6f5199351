"""Make the packaged tagger, and what stands behind it, in one go.

    python -m training.make CORPORA.toml DEBATES.jsonl --start tagger.onnx --out FOLDER [--threads 1] [--articles N]

CORPORA  names the files that are learned from (:mod:`training.data`)
DEBATES  sentences: {"text", "label": 1|0}
START    the graph to go on from: version 2.0.0's, which is in the repository's history

A model goes on from START, its lower layers frozen. Names and check-worthiness are fitted on what it gives, and it
becomes ``tagger.onnx`` and ``tagger.toml``, to be copied to ``src/quotex/models``. Two more, made the same way without
every other modern article, say how sure a quotation is on articles not trained on: :mod:`training.fit_confidence` is
given their folders. Steps that are done are not done again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

__all__ = ["FOLDS", "steps"]

FOLDS = 2
CONTENT_COST = "1.0"
SETTINGS = ("--epochs", "3", "--frozen", "2", "--news", "1.6", "--political", ".3", "--rate", "1.5e-4", "--seed", "9")


def main() -> None:
    """Run every step whose file is not there yet."""
    options = _options()
    for made, line in steps(options):
        if not made.exists():
            print("python -m", *line, flush=True)
            subprocess.run([sys.executable, "-m", *line], check=True)


def steps(options: argparse.Namespace) -> list[tuple[Path, list[str]]]:
    """Return what each step makes, and its module and arguments."""
    out, threads = options.out, ["--threads", str(options.threads)]
    data, made = out / "data.pkl", out / "tagger.onnx"
    some = ["--articles", str(options.articles)] if options.articles else []

    def trained(folder: Path, *arguments: str) -> tuple[Path, list[str]]:
        line = ["training.tagger", str(data), "--start", str(options.start), "--out", str(folder)]
        return folder / "tagger.onnx", [*line, *SETTINGS, *arguments, *threads]

    model, named = out / "whole" / "model.pt", out / "named.pt"
    worth = [str(named), str(options.debates), "--out", str(made), "--content-cost", CONTENT_COST, *threads]
    return [
        (data, ["training.data", str(options.corpora), "--out", str(data), *some]),
        trained(model.parent),
        (named, ["training.fit_names", str(model), str(data), "--out", str(named), *threads]),
        (made, ["training.fit_worth", *worth]),
        *(trained(out / f"fold-{k}", "--fold", str(k), "--folds", str(FOLDS)) for k in range(FOLDS)),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "debates"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--articles", type=int, help="train on only so many, to try it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
