"""Make the packaged tagger, and what stands behind it, in one go.

    python -m training.make CORPORA.toml DEBATES.jsonl --start tagger.onnx --teacher model.safetensors
        --out FOLDER [--threads 1] [--articles N]

CORPORA  names the files that are learned from (:mod:`training.data`)
DEBATES  sentences: {"text", "label": 1|0}
START    the graph to go on from: version 2.0.0's, which is in the repository's history
TEACHER  ``model.safetensors`` of all-mpnet-base-v2, the base weights of a larger model

A first model goes on from START, its lower layers frozen, and TEACHER learns the same. Together they annotate the
articles that have no annotation, and a student of START's size learns from these too; what is shipped is its mean with
the first. Names and check-worthiness are fitted on what that gives, and it becomes ``tagger.onnx`` and ``tagger.toml``,
to be copied to ``src/quotex/models``. Two more, made the same way without every other modern article, say how sure a
quotation is on articles not trained on: :mod:`training.fit_confidence` is given their folders. Steps that are done are
not done again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path

FOLDS = 2
CONTENT_COST = "1.0"
SHARES = (".65", ".35")
"""Of the student and the first in their mean."""
TEACHER = ("--epochs", "3", "--frozen", "4", "--news", "1.5", "--political", ".35", "--rate", "7e-5", "--links", ".5")
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
    most = ["--articles-at-most", str(options.articles)] if options.articles else []

    def trained(name: str, start: Path, *arguments: str) -> tuple[Path, list[str]]:
        line = ["training.tagger", str(data), "--start", str(start), "--out", str(out / name)]
        return out / name / "tagger.onnx", [*line, *arguments, *threads]

    def averaged(name: str, *models: str) -> tuple[Path, list[str]]:
        paths = [str(out / model / "model.pt") for model in models]
        return out / name / "tagger.onnx", ["training.mean", *paths, "--shares", *SHARES, "--out", str(out / name)]

    plain = options.corpora.parent / tomllib.loads(options.corpora.read_text(encoding="utf-8"))["unlabelled"]
    taught, teachers = out / "taught.jsonl", [str(out / "teacher"), str(out / "first")]
    named = out / "named.pt"
    worth = [str(named), str(options.debates), "--out", str(made), "--content-cost", CONTENT_COST, *threads]
    held = [(k, ["--fold", str(k), "--folds", str(FOLDS)]) for k in range(FOLDS)]
    return [
        (data, ["training.data", str(options.corpora), "--out", str(data), *some]),
        trained("first", options.start, *SETTINGS),
        trained("teacher", options.teacher, *TEACHER),
        (taught, ["training.taught", str(plain), "--teachers", *teachers, "--out", str(taught), *most]),
        trained("student", options.start, *SETTINGS, "--taught", str(taught)),
        averaged("mean", "student", "first"),
        (named, ["training.fit_names", str(out / "mean" / "model.pt"), str(data), "--out", str(named), *threads]),
        (made, ["training.fit_worth", *worth]),
        *(trained(f"first-{k}", options.start, *SETTINGS, *fold) for k, fold in held),
        *(trained(f"student-{k}", options.start, *SETTINGS, "--taught", str(taught), *fold) for k, fold in held),
        *(averaged(f"fold-{k}", f"student-{k}", f"first-{k}") for k, _ in held),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "debates"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--articles", type=int, help="train on only so many, to try it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
