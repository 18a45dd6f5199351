"""Runs over many articles that are killed, crowded, or out of room or time: the bytes of an undisturbed run, or a line.

    python benchmarks/ordeals.py [--articles 200] [--kills 50] [--seed 1] [--models]

- ``kills``: a run is killed at random moments and taken up again with ``--resume``, again and again until it ends;
- ``jobs``: 1, 2, 4 and 64 processes;
- ``hash seeds``, ``locales``, ``clock``: set back by years between a kill and its resumption, where faketime is there;
- ``disk full``: no file may be longer than so many bytes (``prlimit``): what is there stays as it was.

Without ``--models`` the extractor is the one that the tests use, so that what is tried is all but the models; with it
the articles are those of ``short.py``, and there are no 64 processes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

from short import texts

ROOT = Path(__file__).parents[1]
_FULL = 1  # quotex's exit code where the output cannot be written
_CLOCKS = ("1999-12-31 23:59:50", "2038-01-19 03:14:00")
_LOCALES = ("C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1")


class _Runs:
    """Runs the program over one corpus, in one folder.

    Args:
        folder: where the corpus is, and what is written.
        models: whether to extract with the real models.
    """

    def __init__(self, folder: Path, *, models: bool) -> None:
        self.folder = folder
        self._command = [sys.executable, *(["-m", "quotex"] if models else [str(ROOT / "tests" / "stand_in.py")])]
        self.jobs = ("1", "2", "4") if models else ("1", "2", "4", "64")
        self.whole = b""

    def start(self, *arguments: str, prefix: tuple[str, ...] = (), **more: str) -> subprocess.Popen[bytes]:
        """Start ``quotex extract`` in a process group of its own."""
        command = [*prefix, *self._command, "extract", "corpus.jsonl", "-q", "-o", "out.jsonl", *arguments]
        path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": path, **more}
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=environment,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def is_whole(self) -> bool:
        """Whether the output is that of the first run and nothing else is left; it goes."""
        out = self.folder / "out.jsonl"
        same = out.is_file() and out.read_bytes() == self.whole
        alone = {path.name for path in self.folder.iterdir()} <= {"corpus.jsonl", "out.jsonl"}
        for path in self.folder.glob("*out.jsonl*"):
            path.unlink()
        return same and alone


def _kills(runs: _Runs, most: int, dice: random.Random) -> Iterator[tuple[str, bool]]:
    """Kill runs until so many kills have been; a run that ends meanwhile is looked at, and another begun."""
    killed = ended = 0
    sound = True
    began = time.monotonic()
    runs.start().wait()
    usual = time.monotonic() - began
    runs.is_whole()
    while killed < most:
        resume = ["--resume"] if (runs.folder / "out.jsonl.journal").exists() else []
        process = runs.start(*resume)
        try:
            process.wait(dice.uniform(0.05, 0.9) * usual)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
        else:
            ended += 1
            sound &= runs.is_whole()
    runs.start("--resume").wait()
    yield f"kills: {killed}, runs that came to their end {ended + 1}", sound & runs.is_whole()


def _settings(runs: _Runs) -> Iterator[tuple[str, bool]]:
    for jobs in runs.jobs:
        runs.start("-j", jobs).wait()
        yield f"jobs {jobs}", runs.is_whole()
    for seed in ("0", "1", "4294967295"):
        runs.start(PYTHONHASHSEED=seed).wait()
        yield f"hash seed {seed}", runs.is_whole()
    for locale in _LOCALES:
        runs.start(LC_ALL=locale, LANG=locale).wait()
        yield f"locale {locale}", runs.is_whole()


def _clocks(runs: _Runs, dice: random.Random) -> Iterator[tuple[str, bool]]:
    faketime = shutil.which("faketime")
    if faketime is None:
        print("no faketime: the clock is not set")
        return
    for when in _CLOCKS:
        process = runs.start()
        time.sleep(dice.uniform(0.5, 2))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        resume = ["--resume"] if (runs.folder / "out.jsonl.journal").exists() else []
        runs.start(*resume, prefix=(faketime, when)).wait()
        yield f"clock set to {when} between kill and resumption", runs.is_whole()


def _full(runs: _Runs) -> Iterator[tuple[str, bool]]:
    out = runs.folder / "out.jsonl"
    for share in (0.1, 0.5, 0.9):
        out.write_bytes(b"an older run's\n")
        code = runs.start(prefix=("prlimit", f"--fsize={max(4096, int(share * len(runs.whole)))}")).wait()
        kept = out.read_bytes() == b"an older run's\n"
        runs.is_whole()
        yield f"no file over {share:.0%} of the output", kept and code == _FULL


def main() -> None:
    """Go through all ordeals; the exit code is 1 where one was not stood."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--models", action="store_true")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        runs = _Runs(Path(folder), models=options.models)
        made = texts(options.seed) if options.models else (f'"Item {i}," said he. NAP {"x" * 400}' for i in count())
        lines = [json.dumps({"id": f"a{i}", "text": text}) for i, text in enumerate(islice(made, options.articles))]
        (runs.folder / "corpus.jsonl").write_text("\n".join(lines))
        runs.start().wait()
        runs.whole = (runs.folder / "out.jsonl").read_bytes()
        ordeals: list[Callable[[], Iterator[tuple[str, bool]]]] = [
            lambda: _settings(runs),
            lambda: _full(runs),
            lambda: _clocks(runs, dice),
            lambda: _kills(runs, options.kills, dice),
        ]
        for ordeal in ordeals:
            for what, stood in ordeal():
                failed |= not stood
                print(f"{what}: {'the same' if stood else 'BROKEN'}", flush=True)
    raise SystemExit(int(failed))


if __name__ == "__main__":
    main()
