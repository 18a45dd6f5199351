"""``quotex evaluate`` as a process."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from invented import extraction
from program import run, run_on_terminal
from quotex.contract.records import Failure, FailureDetail


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    failure = Failure(id="b.txt", error=FailureDetail(code="empty_input", message="b.txt: empty"))
    (tmp_path / "gold.json").write_text(extraction().model_dump_json(indent=2))
    (tmp_path / "found.jsonl").write_text(f"{extraction().model_dump_json()}\n{failure.model_dump_json()}\n")
    return tmp_path


def test_json_in_a_pipe(folder: Path) -> None:
    done = run("evaluate", "gold.json", "found.jsonl", cwd=folder)
    assert done.code == 0
    report = json.loads(done.out)
    full = next(s for s in report["scores"] if (s["what"], s["of"], s["measure"]) == ("quotations", "all", "full"))
    assert (full["gold"], full["found"], full["value"]) == (2, 2, 1.0)
    assert "left out" in done.err


def test_a_table_on_a_terminal_fits(folder: Path) -> None:
    shown = run_on_terminal("evaluate", "gold.json", "found.jsonl", cwd=folder, width=90).out
    assert "Quotations" in shown
    assert "1.000" in shown
    assert max(len(line) for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()) <= 90


def test_gold_without_an_answer_is_told(folder: Path) -> None:
    other = extraction().model_dump(mode="json")
    other["source"] |= {"id": "other.txt", "sha256": "0" * 64}
    done = run("evaluate", "gold.json", "-", input=json.dumps(other).encode(), cwd=folder)
    assert done.code == 0
    assert "no records of 1 of 1 articles, the first harbour.txt" in done.err
    assert json.loads(done.out)["extra"] == 1


@pytest.mark.parametrize(("content", "told"), [("{}", "not a quotex/1 record"), ("", "empty")])
def test_what_is_no_record_is_refused(folder: Path, content: str, told: str) -> None:
    (folder / "bad.json").write_text(content)
    done = run("evaluate", "bad.json", "found.jsonl", cwd=folder)
    assert done.code == 4
    assert done.err.startswith("quotex: bad.json")
    assert told in done.err
    assert done.err.count("\n") == 1
