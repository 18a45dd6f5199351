"""Time cold starts, each as a process of its own, against what cannot be avoided.

    python benchmarks/startup.py [ARTICLE.txt] [--rounds N]

extract    ``quotex extract ARTICLE`` against ``import spacy; spacy.load(...)`` of the parts that are read
help       ``quotex --help`` against ``import typer, rich``
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from quotex.parse.model import DEFAULT_MODEL, UNREAD

ARTICLE = Path(__file__).parents[1] / "data" / "articles" / "harbour-wire.txt"


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", default=str(ARTICLE))
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    quotex = [sys.executable, "-m", "quotex"]
    _compare(
        "extract",
        [*quotex, "extract", options.article, "-f", "json"],
        [sys.executable, "-c", f"import spacy; spacy.load({DEFAULT_MODEL!r}, exclude={UNREAD!r})"],
        options.rounds,
    )
    _compare("help", [*quotex, "--help"], [sys.executable, "-c", "import typer, rich"], options.rounds)


def _compare(name: str, ours: list[str], floor: list[str], rounds: int) -> None:
    _time(ours)
    _time(floor)
    pairs = [(_time(ours), _time(floor)) for _ in range(rounds)]
    ratios = sorted(a / b for a, b in pairs)
    print(
        f"{name:8} {median(a for a, _ in pairs):.2f} s against {median(b for _, b in pairs):.2f} s, "
        f"ratio median {median(ratios):.2f}, from {ratios[0]:.2f} to {ratios[-1]:.2f}"
    )


def _time(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
