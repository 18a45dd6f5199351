"""Make the packaged tagger, and what stands behind it, in one go.

    python -m training.make CORPORA.toml DEBATES.jsonl --start tagger.onnx --teacher model.safetensors
        --out FOLDER [--device cpu] [--threads 1] [--articles N]

CORPORA  names the files that are learned from (:mod:`training.data`)
DEBATES  sentences: {"text", "label": 1|0}
START    the graph to go on from, version 5.0.0's, with its ``tagger.toml`` beside it: both are in the repository's
         history
TEACHER  ``model.safetensors`` of all-mpnet-base-v2, the base weights of a larger model

Two teachers learn from what is annotated; two students of START's size learn from that too, and what the teachers say
together of the articles that are not. Names and check-worthiness are fitted on the mean of the two, and it becomes
``tagger.onnx`` and ``tagger.toml``, to be copied to ``src/quotex/models``. Two sisters begin with the base weights,
have no teacher, and learn from one half of the modern articles each, for START and the teachers have seen all of them:
:mod:`training.fit_confidence` is given their folders, and says how sure a quotation is on articles not trained on.
Steps that are done are not done again. An accelerator (``--device cuda``) takes a quarter of an hour, two cores a day.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

FOLDS = 2
TEACHERS = ("teacher-1", "teacher-2")
STUDENTS = ("student-3", "student-4")
SHARES = (".5", ".5")
"""Of the two students in their mean."""
TEACHER = ["--epochs", "10", "--news", "2", "--political", ".3", "--passages", "1.5"]
TEACHER += ["--batch", "32", "--rate", "1e-4", "--links", ".5"]
STUDENT = ["--epochs", "10", "--news", "1.6", "--political", ".15", "--passages", "1.2", "--unlabelled", ".4"]
STUDENT += ["--batch", "48", "--rate", "4e-4"]
SISTER = ["--epochs", "14", "--news", "2", "--political", ".35", "--passages", "1.5"]
SISTER += ["--batch", "32", "--rate", "3e-4", "--links", ".4"]


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

    def trained(name: str, *arguments: str, start: Path | None = None) -> tuple[Path, list[str]]:
        where = ["--start", str(start)] if start else []
        where += ["--out", str(out / name), "--device", options.device]
        return out / name / "tagger.onnx", ["training.tagger", str(data), *where, *arguments, *threads]

    taught = ["--teachers", *(str(out / teacher / "model.pt") for teacher in TEACHERS)]
    folds = [["--fold", str(fold), "--folds", str(FOLDS)] for fold in range(FOLDS)]
    models = [str(out / student / "model.pt") for student in STUDENTS]
    mean, named = out / "mean", out / "named.pt"
    return [
        (data, ["training.data", str(options.corpora), "--out", str(data), *some]),
        *(trained(name, *TEACHER, "--seed", name[-1], start=options.teacher) for name in TEACHERS),
        *(trained(name, *STUDENT, "--seed", name[-1], *taught, start=options.start) for name in STUDENTS),
        (mean / "tagger.onnx", ["training.mean", *models, "--shares", *SHARES, "--out", str(mean)]),
        (named, ["training.fit_names", str(mean / "model.pt"), str(data), "--out", str(named), *threads]),
        (made, ["training.fit_worth", str(named), str(options.debates), "--out", str(made), *threads]),
        *(trained(f"fold-{i}", *SISTER, *kept, "--seed", str(i)) for i, kept in enumerate(folds)),
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
