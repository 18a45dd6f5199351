"""Make the packaged tagger, from the base weights to the graph, in one go.

    python -m training.make TRAIN.jsonl PLAIN.jsonl DEBATES.jsonl --out FOLDER [--threads 2] [--articles N]

TRAIN    articles with their attributions: {"text", "attributions": [{"content", "cue", "source"}]}
PLAIN    articles without: {"text"}
DEBATES  sentences: {"text", "label": 1|0}

A model and three teachers of other seeds learn from TRAIN. A student that starts where the model ended goes on with
TRAIN and with what the four together say of PLAIN. The mean of the model and, twice, the student gets a head for
check-worthiness and becomes ``tagger.onnx`` and ``tagger.toml``, to be copied to ``src/quotex/models``. Steps that are
done are not done again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

TEACHERS = (1, 2, 3, 4)
"""Seeds; the first is the model's."""


def main() -> None:
    """Run every step whose file is not there yet."""
    options = _options()
    for made, line in steps(options):
        if not made.exists():
            print("python -m", *line, flush=True)
            subprocess.run([sys.executable, "-m", *line], check=True)


def steps(options: argparse.Namespace) -> list[tuple[Path, list[str]]]:
    """Return what each step makes, and its module and arguments."""
    out, train, threads = options.out, str(options.train), ["--threads", str(options.threads)]
    some = ["--articles", str(options.articles)] if options.articles else []
    models = {seed: out / f"model-{seed}" / "crf.pt" for seed in TEACHERS}
    model, student, soup = models[TEACHERS[0]], out / "student" / "distil.pt", out / "soup.pt"
    learned = [
        (path.with_name("tagger.onnx"), ["training.tagger", train, "--out", str(path.parent), "--seed", str(seed)])
        for seed, path in models.items()
    ]
    plain = [str(model), train, str(options.plain), "--teachers", *map(str, models.values())]
    return [
        *((made, [*line, *some, *threads]) for made, line in learned),
        (student, ["training.distil", *plain, "--out", str(student.parent), *some, *threads]),
        (soup, ["training.soup", str(soup), f"{model}:1", f"{student}:2"]),
        (
            out / "tagger.onnx",
            ["training.fit_worth", str(soup), str(options.debates), "--out", str(out / "tagger.onnx"), *threads],
        ),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("train", "plain", "debates"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--articles", type=int, help="train on only so many, to try it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
