"""The whole program with nothing in place of the extractor."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import run
from quotex.contract.records import Extraction, mismatches, read_record

TEXT = (
    "PORT ELLERY, March 4 – The harbour will close for good in 2031, its master said on Tuesday.\r\n\r\n"
    "“We cannot pay for it any more,” said Mira Dolan, the harbour master. About 1,200 people work there.\r\n\r\n"
    "A council official, who asked not to be named, told reporters that the decision had been made in May.\r\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    (folder / "harbour.txt").write_bytes(TEXT.encode())
    (folder / "odd.txt").write_bytes("\ufeff” “\r\n😀 אמר השר\r\n".encode())
    return folder


def test_an_article_becomes_records_that_hold(folder: Path) -> None:
    done = run("extract", "harbour.txt", real=True, cwd=folder)
    assert (done.code, done.err) == (0, "")
    record = read_record(done.out)
    assert isinstance(record, Extraction)
    assert mismatches(record, TEXT) == []
    named = {speaker.id: speaker.name for speaker in record.speakers}
    assert ("We cannot pay for it any more", "Mira Dolan") in [
        (q.text, named.get(q.speaker or "")) for q in record.quotes
    ]


def test_what_it_writes_it_finds_valid(folder: Path) -> None:
    assert run("extract", "harbour.txt", "odd.txt", "-o", "out.jsonl", real=True, cwd=folder).code == 0
    done = run("validate", "out.jsonl", "--text", "harbour.txt", "--text", "odd.txt", cwd=folder)
    assert (done.code, done.out) == (0, "")


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    once, again = (run("extract", "harbour.txt", real=True, cwd=folder, PYTHONHASHSEED=seed).out for seed in "17")
    assert once == again


def test_a_model_that_is_not_installed_is_told_with_what_to_install(folder: Path) -> None:
    done = run("extract", "harbour.txt", "--model", "en_core_web_none", real=True, cwd=folder)
    assert (done.code, done.out) == (5, "")
    assert done.err.count("\n") == 1
    assert "en_core_web_none" in done.err
    assert "install" in done.err


def test_one_article_is_explained_record_by_record(folder: Path) -> None:
    done = run("extract", "harbour.txt", "--explain", real=True, cwd=folder)
    assert (done.code, done.err) == (0, "")
    assert any(line.startswith("q") and "Mira Dolan: We cannot pay for it" in line for line in done.out.splitlines())


def test_several_articles_are_not_explained(folder: Path) -> None:
    done = run("extract", "harbour.txt", "odd.txt", "--explain", real=True, cwd=folder)
    assert done.code == 2
    assert "--explain is for one article" in done.err
