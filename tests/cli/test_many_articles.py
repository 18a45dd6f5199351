"""``quotex extract`` over many articles, with a stand-in for the extractor: processes, faults, resuming."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from program import COMMAND, environment, run, run_on_terminal
from quotex.contract.records import Extraction, Failure, read_record

LONG = "The council of Ellery met again. " * 200  # three of them make a chunk


def _corpus(folder: Path, texts: dict[str, str], name: str = "corpus.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items()))
    return path


def _results(path: Path) -> dict[str, str]:
    """The length of each article, or the code of its failure, in the order written."""
    found = {}
    for line in path.read_text().splitlines():
        result = read_record(line)
        if isinstance(result, Extraction):
            found[result.source.id] = str(result.source.length)
        else:
            found[result.id] = result.error.code
    return found


def test_the_number_of_jobs_changes_no_byte(tmp_path: Path) -> None:
    _corpus(tmp_path, {f"a{i}": f'{LONG * (i % 4)} "Item {i}," said the clerk. NAP' for i in range(30)})
    outputs = []
    for jobs in ("1", "2", "4"):
        assert run("extract", "corpus.jsonl", "-j", jobs, "-o", "out.jsonl", cwd=tmp_path).code == 0
        outputs.append((tmp_path / "out.jsonl").read_bytes())
        assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus.jsonl", "out.jsonl"]
    assert len(set(outputs)) == 1
    assert list(_results(tmp_path / "out.jsonl")) == [f"a{i}" for i in range(30)]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_an_article_that_a_worker_dies_of_costs_no_other(tmp_path: Path, jobs: str) -> None:
    texts = {"good1": "Fine.", "bad": "DIE", "good2": LONG * 4, "good3": "Fine.", "slow": "WAIT", "good4": "Fine."}
    _corpus(tmp_path, texts)
    done = run("extract", "corpus.jsonl", "-j", jobs, "-o", "out.jsonl", "-q", "--patience", "1.5", cwd=tmp_path)
    assert done.code == 3
    expected = {id: str(len(text)) for id, text in texts.items()} | {"bad": "worker_died", "slow": "timed_out"}
    assert _results(tmp_path / "out.jsonl") == expected
    assert list(_results(tmp_path / "out.jsonl")) == list(texts)
    told = [line for line in done.err.splitlines() if line != "waiting"]
    assert [line.split(":")[1] for line in told] == [" bad", " slow"]


def test_an_article_is_tried_once_more(tmp_path: Path) -> None:
    _corpus(tmp_path, {"a": "Fine.", "b": "FLICKER", "c": "Fine."})
    done = run("extract", "corpus.jsonl", "-o", "out.jsonl", "-q", cwd=tmp_path, FLICKER_MARK=str(tmp_path / "mark"))
    assert (done.code, done.err) == (0, "")
    assert list(_results(tmp_path / "out.jsonl")) == ["a", "b", "c"]


def test_bad_items_of_every_kind_cost_no_good_one(tmp_path: Path) -> None:
    (tmp_path / "nul.txt").write_bytes(b"\x00\x01\x02 ELF")
    (tmp_path / "good.txt").write_text("Fine.")
    lines = [b'{"id": "first", "text": "Fine."}', b"{broken", b'{"id": "last", "text": "Fine."}']
    (tmp_path / "lines.jsonl").write_bytes(b"\n".join(lines))
    done = run("extract", "nul.txt", "lines.jsonl", "gone.txt", "good.txt", "-q", "-o", "out.jsonl", cwd=tmp_path)
    assert done.code == 3
    assert _results(tmp_path / "out.jsonl") == {
        "nul.txt": "binary_input",
        "first": "5",
        "lines.jsonl:2": "malformed_input",
        "last": "5",
        "gone.txt": "missing_input",
        "good.txt": "5",
    }
    assert len(done.err.splitlines()) == 3


def test_a_missing_model_ends_the_run_with_its_own_code(tmp_path: Path) -> None:
    _corpus(tmp_path, {"a": "Fine.", "b": "Fine."})
    done = run("extract", "corpus.jsonl", "--model", "missing", "-o", "out.jsonl", cwd=tmp_path)
    assert (done.code, done.err) == (5, "quotex: the spaCy model missing is not installed: pip install missing\n")
    assert [path.name for path in tmp_path.iterdir()] == ["corpus.jsonl"]


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    texts = {f"a{i}": f'{LONG} "Item {i}." NAP' for i in range(60)} | {"bad": "BREAK"}
    corpus = _corpus(tmp_path, texts)
    assert run("extract", str(corpus), "-o", "whole.jsonl", cwd=tmp_path).code == 3
    command = [*COMMAND, "extract", str(corpus), "-j", "2", "-o", "out.jsonl"]
    dice = random.Random(7)
    for i in range(4):
        more = ["--resume"] if i else []
        process = subprocess.Popen([*command, *more], env=environment(), cwd=tmp_path, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.5, 1.6))
        process.kill()
        process.wait()
        if not (tmp_path / "out.jsonl.journal").exists():
            break
    assert run("extract", str(corpus), "-o", "out.jsonl", "--resume", cwd=tmp_path).code == 3
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus.jsonl", "out.jsonl", "whole.jsonl"]


def test_a_journal_that_was_left_is_not_lost_unasked(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path, {"a": "Fine.", "b": "WAIT"})
    command = [*COMMAND, "extract", str(corpus), "-o", "out.jsonl"]
    with subprocess.Popen(
        command, env=environment(), cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"waiting\n"
        time.sleep(0.5)  # the first article's record is on its way
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=20) == 130
        told = process.stderr.read().decode()
    assert told == "quotex: interrupted; the same line with --resume goes on from out.jsonl.journal\n"
    assert not (tmp_path / "out.jsonl").exists()
    again = run("extract", str(corpus), "-o", "out.jsonl", cwd=tmp_path)
    assert again.code == 2
    assert "out.jsonl.journal is left of a run that was cut off" in again.err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_ended_leaves_its_journal_alone(tmp_path: Path, number: signal.Signals) -> None:
    corpus = _corpus(tmp_path, {"a": "Fine.", "b": "WAIT"})
    command = [*COMMAND, "extract", str(corpus), "-o", "out.jsonl"]
    before = signal.signal(number, signal.SIG_DFL)  # under nohup it is ignored, and so it stays in the program
    process = subprocess.Popen(command, env=environment(), cwd=tmp_path, stderr=subprocess.PIPE)
    signal.signal(number, before)
    with process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"waiting\n"
        time.sleep(0.5)
        meanwhile = run("extract", str(corpus), "-o", "out.jsonl", "--resume", cwd=tmp_path)
        assert (meanwhile.code, f"process {process.pid} since" in meanwhile.err) == (1, True)
        process.send_signal(number)
        assert process.wait(timeout=20) == 128 + number
        told = process.stderr.read().decode()
    assert told == "quotex: interrupted; the same line with --resume goes on from out.jsonl.journal\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus.jsonl", "out.jsonl.journal"]


@pytest.mark.parametrize("deaths", [2, 3])
def test_a_worker_that_is_killed_as_it_loads_is_started_again(tmp_path: Path, deaths: int) -> None:
    _corpus(tmp_path, {"a": "Fine.", "b": "Fine."})
    done = run(
        "extract", "corpus.jsonl", "-j", "1", "-q", "-o", "out.jsonl", cwd=tmp_path, DEATHS=str(tmp_path / f"{deaths}")
    )
    if deaths == 2:
        assert (done.code, done.err) == (0, "")
    else:
        assert done.code == 5
        assert done.err == "quotex: worker processes die as they load their models; with little memory, lower --jobs\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.txt", "--resume", "-o", "out.json"], "--resume goes on with many articles"),
        (["a.txt", "b.txt", "--resume"], "--resume needs the output of the run that was cut off"),
        (["a.txt", "b.txt", "-j", "0"], "--jobs"),
    ],
)
def test_options_that_make_no_sense_are_refused(tmp_path: Path, arguments: list[str], told: str) -> None:
    done = run("extract", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert told in done.err


def test_folders_and_patterns_stand_for_the_files_in_them(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", "deep/d.txt", ".hidden.txt", ".git/e.txt", "picture.png"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Fine.")

    def read(*inputs: str) -> list[str]:
        done = run("extract", *inputs, cwd=tmp_path)
        return [
            r.source.id if isinstance(r := read_record(line), Extraction) else r.id for line in done.out.splitlines()
        ]

    assert read("news") == ["news/a.txt", "news/b.txt", "news/deep/c.txt", "news/deep/d.txt"]
    assert read("news/**/[cd].txt", "news/b.txt") == ["news/deep/c.txt", "news/deep/d.txt", "news/b.txt"]


def test_a_folder_with_nothing_to_read_fails(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("extract", "empty", "*.md", cwd=tmp_path)
    assert done.code == 4
    assert done.err.splitlines() == [
        "quotex: empty: a folder without articles; check the path",
        "quotex: *.md: no file matches; check the path",
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_ends_a_long_run_with_a_line(tmp_path: Path) -> None:
    _corpus(tmp_path, {f"a{i}": LONG for i in range(20)})
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "extract", "corpus.jsonl", "-j", "2"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=tmp_path,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"quotex: standard output: cannot be written: No space left on device\n"


def test_a_reader_that_has_enough_ends_a_long_run(tmp_path: Path) -> None:
    _corpus(tmp_path, {f"a{i}": f"{LONG} NAP" for i in range(400)})
    line = 'set -o pipefail; "$@" | head -n 1 > first; echo $?'
    command = ["bash", "-c", line, "bash", *COMMAND, "extract", "corpus.jsonl", "-j", "2"]
    done = subprocess.run(command, capture_output=True, env=environment(), cwd=tmp_path, check=False, timeout=60)
    assert done.stdout == b"141\n"
    assert list(_results(tmp_path / "first")) == ["a0"]


def test_a_run_ends_with_its_counts(tmp_path: Path) -> None:
    _corpus(tmp_path, {"a": "Fine.", "b": "BREAK", "c": "Fine."})
    done = run_on_terminal("extract", "corpus.jsonl", cwd=tmp_path, piped="out")
    assert "2 articles, 1 failed, 10 characters in 0:00:0" in done.err
    assert "2 articles, 1 failed, 10 characters in 0:00:0" in run("extract", "corpus.jsonl", cwd=tmp_path).err
    assert "2 articles" not in run("extract", "corpus.jsonl", "-q", cwd=tmp_path).err


@pytest.mark.parametrize(
    ("line", "count", "what"),
    [('{"text": 3}', 3, "not a string in field 'text'"), ('{"words": ""}', 1, "no field 'text'")],
)
def test_the_same_error_on_every_line_is_told_of_and_counted(tmp_path: Path, line: str, count: int, what: str) -> None:
    (tmp_path / "corpus.jsonl").write_text(f"{line}\n" * 50 + '{"text": "Fine."}\n')
    done = run("extract", "corpus.jsonl", "-q", cwd=tmp_path)
    *told, last = done.err.splitlines()
    assert done.code == 3
    assert len(told) == count
    assert last.startswith(f"quotex: {50 - count} more like this: {what}")


def test_a_failure_has_a_place_in_json_lines(tmp_path: Path) -> None:
    _corpus(tmp_path, {"a": "BREAK", "b": "Fine."})
    first = read_record(run("extract", "corpus.jsonl", cwd=tmp_path).out.splitlines()[0])
    assert isinstance(first, Failure)
    assert first.error.message == (
        "a: unexpected failure: ValueError: broken as ordered; see more with --debug, and report it"
    )
