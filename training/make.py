"""Make the packaged tagger, and what stands behind it, in one go.

    python -m training.make CORPORA.toml DEBATES.jsonl --start tagger.onnx --teacher model.safetensors
        --out FOLDER [--device cpu] [--threads 1] [--articles N]

CORPORA  names the files that are learned from (:mod:`training.data`)
DEBATES  sentences: {"text", "label": 1|0}
START    the graph to go on from, version 3.1.0's, with its ``tagger.toml`` beside it: both are in the repository's
         history
TEACHER  ``model.safetensors`` of all-mpnet-base-v2, the base weights of a larger model

Two teachers learn from what is annotated; two students of START's size learn from that too, and what the teachers say
together of the articles that are not. Names and check-worthiness are fitted on the mean of the two, and it becomes
``tagger.onnx`` and ``tagger.toml``, to be copied to ``src/quotex/models``. One more, made the same way without every
other modern article, says how sure a quotation is on articles not trained on: :mod:`training.fit_confidence` is given
its folder. Steps that are done are not done again. An accelerator (``--device cuda``) takes a quarter of an hour, two
cores about a day.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

FOLDS = 2
SHARES = (".5", ".5")
"""Of the two students in their mean."""
TEACHER = [
    "--epochs",
    "6",
    "--news",
    "2",
    "--political",
    ".35",
    "--passages",
    "1.5",
    "--batch",
    "32",
    "--rate",
    "1e-4",
    "--links",
    ".5",
]
STUDENT = ["--epochs", "8", "--news", "1.6", "--political", ".15", "--passages", "1.2", "--unlabelled", ".4"]
STUDENT += ["--batch", "48", "--rate", "4e-4"]


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

    def trained(name: str, start: Path, *arguments: str, teachers: Sequence[str] = ()) -> tuple[Path, list[str]]:
        where = ["--start", str(start), "--out", str(out / name), "--device", options.device]
        taught = ["--teachers", *(str(out / teacher / "model.pt") for teacher in teachers)] if teachers else []
        return out / name / "tagger.onnx", ["training.tagger", str(data), *where, *arguments, *taught, *threads]

    def school(fold: int | None, students: Sequence[str]) -> Iterator[tuple[Path, list[str]]]:
        kept = [] if fold is None else ["--fold", str(fold), "--folds", str(FOLDS)]
        end = "" if fold is None else f"-{fold}"
        teachers = [f"teacher-{seed}{end}" for seed in "12"]
        for seed, teacher in zip("12", teachers, strict=True):
            yield trained(teacher, options.teacher, *TEACHER, "--seed", seed, *kept)
        for student, seed in zip(students, "34", strict=False):
            yield trained(student, options.start, *STUDENT, "--seed", seed, *kept, teachers=teachers)

    students = ["student-1", "student-2"]
    models = [str(out / student / "model.pt") for student in students]
    mean, named = out / "mean", out / "named.pt"
    return [
        (data, ["training.data", str(options.corpora), "--out", str(data), *some]),
        *school(None, students),
        (mean / "tagger.onnx", ["training.mean", *models, "--shares", *SHARES, "--out", str(mean)]),
        (named, ["training.fit_names", str(mean / "model.pt"), str(data), "--out", str(named), *threads]),
        (made, ["training.fit_worth", str(named), str(options.debates), "--out", str(made), *threads]),
        *school(0, ["fold-0"]),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "debates"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--articles", type=int, help="train on only so many, to try it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
