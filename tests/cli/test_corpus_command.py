"""``quotex corpus`` as a program."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from made_articles import Said, made
from program import run

pytest.importorskip("rensa")

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    said = Said("Mira Dolan", "We will not wait for the council to find the money", "harbour master", ("Dolan",))
    articles = [made(id, said, published="2024-05-01", outlet="Ellery Post") for id in ("a", "b")]
    (tmp_path / "records.jsonl").write_text("".join(f"{each.model_dump_json()}\n" for each in articles))
    return tmp_path


def test_all_that_is_asked_for_is_written(folder: Path) -> None:
    asked = ("--report", "report", "--tables", "tables", "--metadata", "metadata.json", "--review", "review.csv")
    done = run("corpus", "records.jsonl", "-o", "corpus.db", *asked, cwd=folder)
    assert done.code == 0, done.err
    assert done.err.startswith(
        "quotex: 2 articles (1 copies): 2 quotations, 1 people and bodies, 1 quotations repeated"
    )
    (quoted,) = csv.DictReader((folder / "tables" / "who_is_quoted.csv").read_text().splitlines())
    assert (quoted["name"], quoted["articles"]) == ("Mira Dolan", "2")
    assert (folder / "report" / "index.html").is_file()
    described = json.loads((folder / "metadata.json").read_text())["databases"]["corpus"]["tables"]
    with sqlite3.connect(folder / "corpus.db") as database:
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    assert set(described) <= there


def test_what_fails_is_counted(folder: Path) -> None:
    with (folder / "records.jsonl").open("a") as stream:
        stream.write('{"no": "record"}\n')
    done = run("corpus", "records.jsonl", "-o", "corpus.db", cwd=folder)
    assert done.code == 3
    assert "1 without records" in done.err
    assert run("corpus", "gone.jsonl", "-o", "corpus.db", cwd=folder).code == 4
    assert run("corpus", "records.jsonl", "-o", "records.jsonl", cwd=folder).code == 2


def test_datasette_opens_it_as_a_site(folder: Path) -> None:
    pytest.importorskip("datasette")
    assert run("corpus", "records.jsonl", "-o", "corpus.db", "--metadata", "metadata.json", cwd=folder).code == 0
    for page in ("/corpus/who_is_quoted.json", "/corpus/search_quotations.json?words=council", "/corpus/articles"):
        command = [sys.executable, "-m", "datasette", "corpus.db", "-m", "metadata.json", "--get", page]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "Mira Dolan" in done.stdout or "Ellery Post" in done.stdout


def test_the_recipe_in_r_runs(folder: Path) -> None:
    rscript = shutil.which("Rscript") or pytest.skip("R is not installed")
    if subprocess.run([rscript, "-e", "library(DBI); library(RSQLite)"], capture_output=True, check=False).returncode:
        pytest.skip("R has no DBI and RSQLite")
    assert run("corpus", "records.jsonl", "-o", "corpus.db", cwd=folder).code == 0
    recipe = (ROOT / "docs" / "corpus.md").read_text().partition("```r\n")[2].partition("```")[0]
    done = subprocess.run([rscript, "-e", recipe], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Mira Dolan" in done.stdout
    assert "2024-05" in done.stdout


def test_the_recipe_in_duckdb_runs(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    assert run("corpus", "records.jsonl", "-o", "corpus.db", cwd=folder).code == 0
    recipe = (ROOT / "docs" / "corpus.md").read_text().partition("```sql\n")[2].partition("```")[0]
    connection = duckdb.connect()
    try:
        connection.execute("INSTALL sqlite; LOAD sqlite;")
    except duckdb.Error as error:
        pytest.skip(f"DuckDB's extension for SQLite cannot be had: {error}")
    recipe = recipe.replace("'corpus.db'", f"'{folder / 'corpus.db'}'")
    assert connection.execute(recipe).fetchall() == [("Mira Dolan", 2)]
