"""``quotex convert`` gives the very bytes that ``quotex extract`` would, and reads no article again."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from program import Ended, run
from quotex.writing.formats import Format

TEXTS = {
    "a": 'The mayor spoke. "We are ready," she said.\nThen she left.',
    "b": '"Nobody asked us," he said. "=1+1," she said.',
    "c": "BREAK",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles, and their records with the texts beside them."""
    lines = [json.dumps({"id": id, "text": text, "outlet": f"Post {id}"}) for id, text in TEXTS.items()]
    (tmp_path / "news.jsonl").write_text("\n".join(lines) + "\n")
    done = run("extract", "news.jsonl", "--keep", "outlet", "--with-text", "-o", "records.jsonl", cwd=tmp_path)
    assert done.code == 3
    return tmp_path


def _bytes(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else sorted(path.rglob("*"))
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files}


def _same(folder: Path, *options: str) -> Ended:
    run("extract", "news.jsonl", "--keep", "outlet", *options, "-o", "direct", cwd=folder)
    done = run("convert", "records.jsonl", "--keep", "outlet", *options, "-o", "converted", cwd=folder)
    assert _bytes(folder / "converted") == _bytes(folder / "direct")
    return done


@pytest.mark.parametrize("format", [each for each in Format if each not in (Format.JSON, Format.PARQUET)])
def test_the_bytes_are_those_of_a_direct_run(folder: Path, format: str) -> None:
    assert _same(folder, "-f", format).code == 3


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_flat_records_too(folder: Path, format: str) -> None:
    _same(folder, "-f", format, "--records", "quotes")


def test_parquet_too(folder: Path) -> None:
    pytest.importorskip("pyarrow")
    _same(folder, "-f", "parquet")


def test_texts_are_found_in_the_files_that_records_name(folder: Path) -> None:
    (folder / "records.jsonl.texts").unlink()
    _same(folder, "-f", "html")


def test_texts_are_found_where_it_is_said(folder: Path) -> None:
    (folder / "records.jsonl.texts").unlink()
    (folder / "news.jsonl").rename(folder / "moved.jsonl")
    done = run("convert", "records.jsonl", "--records", "quotes", "-f", "csv", cwd=folder)
    assert "no text of 2 articles, as of a; say where the articles are with --text" in done.err
    done = run("convert", "records.jsonl", "--records", "quotes", "-f", "csv", "--text", "moved.jsonl", cwd=folder)
    assert "no text" not in done.err
    rows = list(csv.DictReader(done.out.splitlines()))
    assert [row["sentence"] for row in rows] == [
        '"We are ready," she said.',
        '"Nobody asked us," he said.',
        '"=1+1," she said.',
    ]


def test_several_kinds_go_into_a_folder(folder: Path) -> None:
    done = run(
        "convert", "records.jsonl", "--records", "quotes", "--records", "claims", "-f", "csv", "-o", "out", cwd=folder
    )
    assert done.code == 3
    assert done.err.count("broken as ordered") == 1
    assert sorted(path.name for path in (folder / "out").glob("[!.]*")) == ["claims.csv", "quotes.csv"]
    assert run("convert", "records.jsonl", "--records", "quotes", "--records", "claims", cwd=folder).code == 2


def test_a_text_that_comes_twice_is_marked(folder: Path) -> None:
    (folder / "more.jsonl").write_text((folder / "records.jsonl").read_text())
    done = run("convert", "records.jsonl", "more.jsonl", "--records", "quotes", "-f", "jsonl", "-q", cwd=folder)
    assert [json.loads(line)["duplicate"] for line in done.out.splitlines()] == [False] * 3 + [True] * 3


def test_what_is_no_record_costs_no_other(folder: Path) -> None:
    with (folder / "records.jsonl").open("a") as stream:
        stream.write('{"no": "record"}\n')
    done = run("convert", "records.jsonl", "-f", "csv", cwd=folder)
    assert done.code == 3
    assert "records.jsonl:4: not a quotex/1 record" in done.err
    assert len(list(csv.DictReader(done.out.splitlines()))) == 3


def test_one_record_of_one_article_is_a_page(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXTS["a"])
    (folder / "a.json").write_text(run("extract", "a.txt", "-f", "json", cwd=folder).out)
    direct = run("extract", "a.txt", "-f", "html", cwd=folder)
    assert run("convert", "a.json", "-f", "html", cwd=folder).out == direct.out != ""
