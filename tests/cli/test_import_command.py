"""``quotex extract -f TOOL`` and ``quotex import --from TOOL`` as processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import run
from quotex.contract.records import read_record

TEXTS = {
    "one.txt": 'The mayor said: "We are ready."\r\nThen she left.',
    "two.txt": '🙂 "Nobody asked," said Ada Brook.',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


@pytest.mark.parametrize(
    ("tool", "output", "input"),
    [("brat", "out", "out"), ("labelstudio", "out", "out/tasks.json"), ("annotation", "out.jsonld", "out.jsonld")],
)
def test_there_and_back(folder: Path, tool: str, output: str, input: str) -> None:
    assert run("extract", *TEXTS, "-f", "jsonl", "-o", "as-found.jsonl", cwd=folder).code == 0
    assert run("extract", *TEXTS, "-f", tool, "-o", output, cwd=folder).code == 0
    done = run("import", input, "--from", tool, "-o", "back.jsonl", cwd=folder)
    assert (done.code, done.err) == (0, "")
    assert (folder / "back.jsonl").read_bytes() == (folder / "as-found.jsonl").read_bytes()


def test_one_article_that_cannot_be_read_is_no_end_to_the_others(folder: Path) -> None:
    assert run("extract", *TEXTS, "-f", "brat", "-o", "out", cwd=folder).code == 0
    (folder / "out" / "one.ann").write_text("T1 nonsense\n")
    done = run("import", "out", "--from", "brat", cwd=folder)
    assert done.code == 3
    assert [json.loads(line)["source"]["id"] for line in done.out.splitlines()] == ["two.txt"]
    assert done.err.startswith("quotex: out/one.ann:1: not as brat writes it")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere", "--from", "brat"], "no such file"),
        ([".", "--from", "brat"], "no .ann file"),
        (["one.txt", "--from", "labelstudio"], "not JSON"),
        (["one.txt", "--from", "annotation"], "not a page of annotations"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(folder: Path, arguments: list[str], told: str) -> None:
    done = run("import", *arguments, cwd=folder)
    assert done.code == 4
    assert told in done.err
    assert done.err.count("\n") == 1


def test_linked_data_a_line_an_article(folder: Path) -> None:
    done = run("extract", *TEXTS, "-f", "jsonld", cwd=folder)
    assert [json.loads(line)["@context"] for line in done.out.splitlines()] == ["https://schema.org"] * 2
    assert "ClaimReview" not in done.out


def test_a_folder_is_asked_for(folder: Path) -> None:
    done = run("extract", "one.txt", "-f", "brat", cwd=folder)
    assert done.code == 2
    assert "name it with -o" in done.err


def test_articles_of_one_name_have_files_of_their_own(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "ONE.txt").write_text('She said: "No."')
    assert run("extract", "one.txt", "sub/ONE.txt", "-f", "brat", "-o", "out", cwd=folder).code == 0
    assert {path.name for path in (folder / "out").glob("*.ann")} == {"one.ann", "ONE-2.ann"}
    back = run("import", "out", "--from", "brat", cwd=folder)
    assert len([read_record(line) for line in back.out.splitlines()]) == 2
