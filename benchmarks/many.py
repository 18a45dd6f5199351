"""Speed, CPU time and peak memory of ``quotex extract`` over many articles, at one worker and at several.

    python benchmarks/many.py [--articles 300] [--words 300] [--jobs 1 2] [--parse]

The articles are made from the project's own: paragraphs drawn at random, names and figures varied, the same for the
same seed. Each run is a process of its own, timed with its start; ``--parse`` runs the bare spaCy parse of the same
texts in as many processes beside it, for what the machine itself allows. Seconds are those of the clock; where others
use the machine too, those of the processor tell more: of the parent, and of all its workers. A last line says what
100,000 articles of 500 words take, by calculation from them; with two numbers of articles, what it takes to start
counts once. Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
_MANY = 100_000 * 500

_TICKS = os.sysconf("SC_CLK_TCK")

_PARSE = """
import json, sys, time
from quotex.parse.model import load_model
path, share, shares = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
nlp = load_model()
with open(path, encoding="utf-8") as lines:
    for number, line in enumerate(lines):
        if number % shares == share:
            with nlp.memory_zone():
                nlp(json.loads(line)["text"])
"""


class Run(NamedTuple):
    """What a run took: seconds of the clock, of the parent's CPU and of all others', and their peaks in MB."""

    seconds: float
    own_cpu: float
    cpu: float
    own_peak: int
    peak: int


def main() -> None:
    """Make a corpus, run, and print a line a run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[300])
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--parse", action="store_true")
    options = parser.parse_args()
    print("articles  jobs  seconds  words/s  articles/s and core  parent CPU s  workers CPU s  parent MB  worker MB")
    runs: list[tuple[int, Run]] = []
    for articles in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder, "corpus.jsonl")
            words = write_corpus(corpus, articles, options.words)
            for jobs in options.jobs:
                quotex = ["-m", "quotex", "extract", str(corpus), "-j", str(jobs), "-o", str(Path(folder, "out.jsonl"))]
                measured = _measure([quotex])
                _report(articles, jobs, words, measured)
                if options.parse:
                    parses = [["-c", _PARSE, str(corpus), str(i), str(jobs)] for i in range(jobs)]
                    _report(articles, jobs, words, _measure(parses), "bare")
            runs.append((words, measured))
    _foretell(runs)


def write_corpus(path: Path, articles: int, words: int, seed: int = 1) -> int:
    """Write articles of about so many words each as JSON Lines; return how many words there are in all."""
    paragraphs = [p for file in sorted(ARTICLES.glob("*.txt")) for p in re.split(r"\n\s*\n", file.read_text("utf-8"))]
    dice = random.Random(seed)
    total = 0
    with path.open("w", encoding="utf-8") as lines:
        for number in range(articles):
            text = "\n\n".join(_article(paragraphs, words, dice))
            total += len(text.split())
            lines.write(json.dumps({"id": f"article-{number}", "text": text}) + "\n")
    return total


def _article(paragraphs: list[str], words: int, dice: random.Random) -> Iterator[str]:
    """Draw paragraphs; every figure and every name in the middle of a sentence is another in each article."""
    while words > 0:
        drawn = dice.choice(paragraphs)
        shift = dice.randrange(1, 9)
        drawn = drawn.translate({ord("0") + i: str((i + shift) % 10) for i in range(10)})
        yield re.sub(r"(?<=[a-z,] [A-Z])[a-z](?=[a-z]{2})", dice.choice("bdfgklmnprst"), drawn)
        words -= len(drawn.split())


def _measure(commands: list[list[str]]) -> Run:
    """Run commands side by side, the first of them the parent."""
    start = time.monotonic()
    running = [
        subprocess.Popen([sys.executable, *command], env=os.environ | {"OMP_NUM_THREADS": "1"}) for command in commands
    ]
    own = below = 0
    spent: dict[int, float] = {}
    while any(process.poll() is None for process in running):
        own = max(own, _peak(running[0].pid))
        others = [process.pid for process in running[1:]] + list(_descendants(running[0].pid))
        below = max([below, *map(_peak, others)])
        spent |= {pid: max(_cpu(pid), spent.get(pid, 0.0)) for pid in (running[0].pid, *others)}
        time.sleep(0.2)
    if any(process.returncode for process in running):
        raise SystemExit("a run failed")
    own_cpu = spent.pop(running[0].pid)
    return Run(time.monotonic() - start, own_cpu, sum(spent.values()), own, below)


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) // 1024 if found else 0


def _descendants(pid: int) -> Iterator[int]:
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in path.read_text().split():
            yield int(child)
            yield from _descendants(int(child))


def _report(articles: int, jobs: int, words: int, run: Run, what: str = "") -> None:
    rates = f"{run.seconds:7.1f} {words / run.seconds:8.0f} {articles / run.seconds / jobs:20.2f}"
    print(f"{articles:8}  {jobs:4} {rates} {run.own_cpu:13.1f} {run.cpu:14.1f} {run.own_peak:10} {run.peak:10} {what}")


def _foretell(runs: list[tuple[int, Run]]) -> None:
    """Say what many articles take: the parent's work is its alone, the workers' is shared by all cores.

    Args:
        runs: each with its number of words.
    """
    (few, first), (many, last) = runs[0] if len(runs) > 1 else (0, Run(0.0, 0.0, 0.0, 0, 0)), runs[-1]
    alone, shared = (last.own_cpu - first.own_cpu) / (many - few), (last.cpu - first.cpu) / (many - few)
    hours = {n: _MANY * max(alone, (alone + shared) / n) / 3600 for n in (2, 8, 64)}
    said = ", ".join(f"{n} cores {h:.2f} h" for n, h in hours.items())
    print(
        f"100,000 articles of 500 words, by calculation ({alone / (alone + shared):.1%} is the parent's work): {said}"
    )


if __name__ == "__main__":
    main()
