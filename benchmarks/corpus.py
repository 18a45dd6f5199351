"""Time and memory of ``quotex corpus``, of half of the records and of all, and what can be read of it by eye.

    python benchmarks/corpus.py RECORDS...            processor seconds, seconds, peak memory, and how they grow
    python benchmarks/corpus.py --sample CORPUS.db    100 pairs of joined forms, and 100 of what is repeated, to read

Each run is a process of its own. What is drawn is the same for the same corpus.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path

from quotex.corpus import build

_DRAWN = 100


def main() -> None:
    """Measure, or draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="RECORDS")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.sample:
        _sample(options.inputs[0])
    elif options.one:
        _measure(options.inputs[0])
    else:
        _both(options.inputs)


def _both(inputs: list[Path]) -> None:
    lines = [line for path in inputs for line in path.read_bytes().splitlines(keepends=True)]
    print("articles  processor s  seconds  peak MB")
    with tempfile.TemporaryDirectory() as folder:
        for share in (len(lines) // 2, len(lines)):
            records = Path(folder, f"{share}.jsonl")
            records.write_bytes(b"".join(lines[:share]))
            subprocess.run([sys.executable, __file__, "--one", str(records)], check=True)


def _measure(records: Path) -> None:
    began = time.monotonic()
    summary = build(records, records.with_suffix(".db"))
    used = resource.getrusage(resource.RUSAGE_SELF)
    processor, peak = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    print(f"{summary.articles:8}  {processor:11.1f}  {time.monotonic() - began:7.1f}  {peak:7}")


def _sample(corpus: Path) -> None:
    dice = random.Random(1)
    with sqlite3.connect(corpus) as database:
        forms: dict[int, list[str]] = {}
        rows = "SELECT DISTINCT o.identity, s.name FROM identity_of o JOIN speakers s ON s.id = o.speaker ORDER BY 1, 2"
        for identity, name in database.execute(rows):
            forms.setdefault(identity, []).append(name)
        pairs = [pair for names in forms.values() for pair in combinations(names, 2)]
        for one, other in dice.sample(pairs, min(_DRAWN, len(pairs))):
            print(f"{one} | {other}")
        repeated = [row[0] for row in database.execute("SELECT repeated FROM the_same_words ORDER BY 1")]
        for number in sorted(dice.sample(repeated, min(_DRAWN, len(repeated)))):
            shown = "SELECT how, who, difference FROM what_differs WHERE repeated = ?"
            print(*(" | ".join(map(str, row)) for row in database.execute(shown, (number,))), sep="\n", end="\n\n")


if __name__ == "__main__":
    main()
