"""Time the whole run against the bare spaCy parse of the same texts: one process, one thread, models loaded.

    python benchmarks/speed.py [CORPUS.jsonl | FOLDER] [--articles N] [--rounds N]

The two alternate; a ratio is of two runs that stand next to each other. CPU time, so that other work on the machine
counts little.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy  # noqa: E402 - the threads are read when it is loaded

from quotex.parse.model import DEFAULT_MODEL  # noqa: E402
from quotex.pipeline.extractor import Extractor  # noqa: E402

ARTICLES = Path(__file__).parents[1] / "data" / "articles"


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=ARTICLES)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = _texts(options.corpus)[: options.articles]
    words = sum(len(text.split()) for text in texts)
    nlp, extractor = spacy.load(DEFAULT_MODEL), Extractor()
    _time(nlp, texts[:3])
    _time(extractor.extract, texts[:3])
    rounds = [(_time(nlp, texts), _time(extractor.extract, texts)) for _ in range(options.rounds)]
    ratios = sorted(whole / parse for parse, whole in rounds)
    print(f"{len(texts)} articles, {words} words, {options.rounds} rounds, CPU time")
    print(f"bare parse  {words / median(p for p, _ in rounds):7.0f} words/s")
    print(f"whole run   {words / median(w for _, w in rounds):7.0f} words/s")
    print(f"ratio       median {median(ratios):.2f}, from {ratios[0]:.2f} to {ratios[-1]:.2f}")


def _texts(corpus: Path) -> list[str]:
    if corpus.is_dir():
        return [path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*.txt"))]
    with corpus.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _time(run: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
