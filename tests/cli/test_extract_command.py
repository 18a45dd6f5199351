"""``quotex extract`` as a process, with a stand-in for the extractor."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from program import COMMAND, environment, run, run_on_terminal
from quotex.contract.records import Extraction, Failure, read_record

ARTICLE = 'The mayor of Ellery said: "We are ready."\r\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_bytes(ARTICLE.encode())
    (tmp_path / "b.txt").write_text('"No," said Dr Marsh.')
    (tmp_path / "break.txt").write_text("BREAK")
    lines = [{"id": "x", "text": ARTICLE}, {"text": 3}, {"id": "y", "text": 'He "\ud800" said.'}]
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return tmp_path


def _lines(text: str) -> list[Extraction | Failure]:
    return [read_record(line) for line in text.splitlines()]


def test_one_article_in_a_pipe_is_json(folder: Path) -> None:
    done = run("extract", "a.txt", cwd=folder)
    assert (done.code, done.err) == (0, "")
    record = read_record(done.out)
    assert isinstance(record, Extraction)
    assert record.quotes[0].text == "We are ready."
    assert record.source.length == len(ARTICLE)


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "-"]])
def test_standard_input_is_an_article(arguments: list[str]) -> None:
    done = run(*arguments, input=ARTICLE.encode("utf-16"))
    record = read_record(done.out)
    assert isinstance(record, Extraction)
    assert (record.source.id, record.source.path, record.source.length) == ("-", None, len(ARTICLE))


def test_several_articles_are_json_lines_in_the_order_given(folder: Path) -> None:
    done = run("extract", "b.txt", "c.jsonl", "a.txt", cwd=folder)
    ids = [r.source.id if isinstance(r, Extraction) else r.id for r in _lines(done.out)]
    assert ids == ["b.txt", "x", "c.jsonl:2", "y", "a.txt"]
    assert done.code == 3
    assert done.err.startswith("quotex: c.jsonl:2: not a string in field 'text'; put the article's text there\n")


def test_json_lines_are_known_on_standard_input(folder: Path) -> None:
    done = run("extract", input=(folder / "c.jsonl").read_bytes())
    assert len(_lines(done.out)) == 3


def test_options_reach_the_extractor(folder: Path) -> None:
    arguments = (
        "extract",
        "a.txt",
        "--min-worthiness",
        "0.25",
        "--min-confidence",
        "0.75",
        "--published",
        "2031-02-03",
    )
    record = read_record(run(*arguments, cwd=folder, QUOTEX_MODEL="xx_news").out)
    assert isinstance(record, Extraction)
    assert (record.pipeline.model, record.source.published) == ("xx_news 0.25 0.75", "2031-02-03")


def test_an_articles_own_date_comes_first(tmp_path: Path) -> None:
    line = json.dumps({"text": "Fine.", "published": "2030-01-01"})
    record = read_record(run("extract", "--published", "2031-02-03", input=line.encode()).out)
    assert isinstance(record, Extraction)
    assert record.source.published == "2030-01-01"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["gone.txt", "a.txt"], 3, "gone.txt: no such file; check the path"),
        (
            ["break.txt", "a.txt"],
            3,
            "break.txt: unexpected failure: ValueError: broken as ordered; see more with --debug",
        ),
        (["gone.txt"], 4, "gone.txt: no such file"),
        (["gone.txt", "break.txt"], 4, "gone.txt: no such file"),
        ([], 4, "standard input: empty"),
        (["a.txt", "--model", "missing"], 5, "the spaCy model missing is not installed: pip install missing"),
        (["a.txt", "-o", "nowhere/out.json"], 1, "nowhere/out.json: no such folder; make it first"),
        (["a.txt", "-f", "xml"], 2, "'xml'"),
        (["a.txt", "b.txt", "-f", "json"], 2, "json holds one article; for several, use -f jsonl"),
        (["c.jsonl", "-f", "json"], 2, "json holds one article"),
        (["a.txt", "-o", "a.txt"], 2, "the output a.txt is one of the inputs"),
        (["a.txt", "--published", "yesterday"], 2, "not a date like 2026-05-31"),
        (["a.txt", "--min-worthiness", "7"], 2, "--min-worthiness"),
        (["a.txt", "--colour"], 2, "--colour"),
    ],
)
def test_what_goes_wrong_is_a_line_and_a_code(folder: Path, arguments: list[str], code: int, told: str) -> None:
    done = run("extract", *arguments, cwd=folder)
    assert done.code == code
    assert told in done.err
    assert all(line.startswith("quotex: ") for line in done.err.splitlines())
    assert (folder / "a.txt").read_bytes() == ARTICLE.encode()


def test_debug_shows_where(folder: Path) -> None:
    done = run("extract", "break.txt", "a.txt", "--debug", cwd=folder)
    assert done.code == 3
    assert "Traceback" in done.err
    assert "Traceback" in run("extract", "a.txt", "--model", "missing", "--debug", cwd=folder).err


@pytest.mark.parametrize(("name", "lines"), [("out.json", 25), ("out.jsonl", 1), ("out", 25)])
def test_an_output_file_says_by_its_name_what_it_holds(folder: Path, name: str, lines: int) -> None:
    done = run("extract", "b.txt", "-o", name, cwd=folder)
    assert (done.code, done.out, done.err) == (0, "", "")
    text = (folder / name).read_text()
    assert isinstance(read_record(text), Extraction)
    assert (text.count("\n") == 1) == (lines == 1)


def test_an_output_file_stays_as_it_was_when_nothing_succeeds(folder: Path) -> None:
    (folder / "out.jsonl").write_text("old")
    assert run("extract", "break.txt", "gone.txt", "-o", "out.jsonl", cwd=folder).code == 4
    assert (folder / "out.jsonl").read_text() == "old"
    assert not list(folder.glob(".quotex*"))


def test_flat_records_are_lines(folder: Path) -> None:
    done = run("extract", "c.jsonl", "--records", "quotes", cwd=folder)
    assert [json.loads(line)["text"] for line in done.out.splitlines()] == ["We are ready.", "\ufffd"]
    assert done.code == 3


def test_output_is_utf8_in_any_locale(folder: Path) -> None:
    (folder / "a.txt").write_text('«Ž» "“naïve”"', encoding="utf-8")
    done = run("extract", "a.txt", cwd=folder, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "“naïve”" in done.out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", [["extract", "a.txt"], ["schema"], ["--help"]])
def test_a_full_disk_is_a_line(folder: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment(), cwd=folder, check=False
        )
    assert done.returncode == 1
    assert done.stderr == b"quotex: standard output: cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    "arguments", [["extract", "c.jsonl"], ["extract", "a.txt", "-f", "table"], ["schema"], ["--help"]]
)
def test_a_reader_that_goes_away_ends_the_run_quietly(folder: Path, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=pipe, stderr=subprocess.PIPE, env=environment(), cwd=folder, check=False
        )
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_closed_output_is_a_line(folder: Path) -> None:
    command = ["sh", "-c", 'exec "$@" >&-', "sh", *COMMAND, "extract", "a.txt"]
    done = subprocess.run(command, capture_output=True, env=environment(), cwd=folder, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"quotex: standard output: cannot be written")


def test_ctrl_c_leaves_nothing_behind(folder: Path) -> None:
    command = [*COMMAND, "extract", "-", "-o", "out.json"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=folder
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b"WAIT")
        process.stdin.close()
        assert process.stderr.readline() == b"waiting\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
        assert process.stderr.read() == b""
    assert not list(folder.glob("*out*"))
    assert not list(folder.glob(".quotex*"))


def test_lines_are_written_as_they_are_done(folder: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), cwd=folder
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for n in range(2):
            process.stdin.write(json.dumps({"id": f"a{n}", "text": ARTICLE}).encode() + b"\n")
            process.stdin.flush()
            record = read_record(process.stdout.readline())
            assert isinstance(record, Extraction)
            assert record.source.id == f"a{n}"
        process.stdin.close()
        assert process.wait(timeout=20) == 0


@pytest.mark.parametrize("width", [60, 80, 132, 240])
def test_a_terminal_gets_a_table_of_its_width(folder: Path, width: int) -> None:
    (folder / "a.txt").write_text('"We are ready," she said. "Nobody asked," he said.')
    done = run_on_terminal("extract", "a.txt", width=width, cwd=folder)
    assert done.code == 0
    assert "Quotations (2)" in done.out
    rule = max((line for line in done.out.splitlines() if "─" in line), key=len)
    assert rule.count("─") == min(width, 200)


def test_a_terminal_without_colour(folder: Path) -> None:
    bold = "\x1b[1m"
    assert bold in run_on_terminal("extract", "a.txt", cwd=folder).out
    colours = ("\x1b[3", "\x1b[9", ";3")
    plain = run_on_terminal("extract", "a.txt", cwd=folder, env={"NO_COLOR": "1"}).out
    assert not any(colour in plain for colour in colours)


def test_a_terminal_with_nothing_to_read_gets_a_hint() -> None:
    done = run_on_terminal("extract")
    assert done.code == 2
    assert done.out.startswith("quotex: no input: name a file (quotex extract article.txt)")


def test_progress_shows_only_to_a_person_who_waits(folder: Path) -> None:
    waiting = run_on_terminal("extract", "a.txt", "b.txt", cwd=folder, piped="out")
    assert "2/2" in waiting.err
    assert len(_lines(waiting.out)) == 2
    assert "2/2" not in run_on_terminal("extract", "a.txt", "b.txt", cwd=folder).out
    assert run_on_terminal("extract", "a.txt", cwd=folder, piped="out").err == ""
    told = run_on_terminal("extract", "a.txt", "b.txt", cwd=folder, piped="out err").err
    assert told.startswith("quotex: 2 articles, ")
    assert len(told.splitlines()) == 1


def test_a_single_article_has_patience_too(tmp_path: Path) -> None:
    (tmp_path / "slow.txt").write_text("WAIT")
    done = run("extract", "slow.txt", "--patience", "1", cwd=tmp_path)
    assert done.code == 4
    assert "quotex: slow.txt: not done in time; shorten it or raise --patience\n" in done.err
