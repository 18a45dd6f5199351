"""The same records on a real Ray of this machine as from the local processes."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from program import run
from quotex.contract.records import Extraction, read_record

pytestmark = pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed")


def test_ray_gives_the_records_of_the_local_engine(tmp_path: Path) -> None:
    odd = {7: "BREAK", 9: "DIE"}
    lines = [{"id": f"a{i}", "text": f'"Item {i}," said the clerk. {odd.get(i, "")}'} for i in range(40)]
    (tmp_path / "corpus.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (tmp_path / "one.txt").write_text('"Alone," said the clerk.')
    inputs = [str(tmp_path / name) for name in ("corpus.jsonl", "one.txt", "gone.txt")]
    local = run("extract", *inputs, "-o", "local.jsonl", cwd=tmp_path)
    there = run("extract", *inputs, "--engine", "ray", "-j", "2", "-o", "parts", cwd=tmp_path)
    assert (local.code, there.code) == (3, 3), there.err
    told = [line for line in there.err.splitlines() if line.startswith("quotex: ")]  # Ray has its own to tell
    *here, closing = local.err.splitlines()
    assert closing.startswith("quotex: 39 articles, 3 failed")
    assert sorted(told) == sorted(here)
    parts = [part.read_text().splitlines() for part in (tmp_path / "parts").iterdir()]
    assert sorted(line for part in parts for line in part) == sorted(
        (tmp_path / "local.jsonl").read_text().splitlines()
    )
    assert sum(isinstance(read_record(line), Extraction) for part in parts for line in part) == 39


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "out", "-f", "sqlite"], "sqlite cannot be written in parts"),
        ([], "--engine ray reads files and writes into a folder"),
        (["-o", "out", "--resume"], "it does not --resume"),
    ],
)
def test_what_ray_cannot_do_is_told(tmp_path: Path, arguments: list[str], told: str) -> None:
    done = run("extract", "a.txt", "--engine", "ray", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert told in done.err
