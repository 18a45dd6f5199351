"""CSV, Parquet and SQLite, read back by other programs' readers."""

from __future__ import annotations

import csv
import io
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import extraction
from quotex.contract.records import Extraction, Failure, FailureDetail, read_record
from quotex.errors import MissingPartError
from quotex.writing.flat import COLUMNS, rows
from quotex.writing.formats import Destination, Format, RecordKind, Style, destination, of_suffix, save, text
from quotex.writing.outcome import Outcome

FAILED = Failure(id="b.txt", error=FailureDetail(code="empty_input", message="b.txt: empty"))
OTHER = extraction().model_copy(
    update={"source": extraction().source.model_copy(update={"id": "other", "title": "=1+1"}), "speakers": ()}
)


def _outcomes(*results: Extraction | Failure) -> Iterable[Outcome]:
    return [Outcome(result) for result in results]


def _csv(results: Iterable[Outcome], kind: RecordKind | None = None) -> str:
    return "".join(text(results, Format.CSV, Style(records=kind), io.StringIO()))


@pytest.mark.parametrize("kind", RecordKind)
def test_csv_has_a_row_a_record(kind: RecordKind) -> None:
    written = _csv(_outcomes(extraction(), FAILED), kind)
    assert written.count("\r\n") == written.count("\n")
    read = list(csv.DictReader(io.StringIO(written, newline="")))
    expected = list(rows(extraction(), kind))
    assert read == [{k: "" if v is None else str(v) for k, v in row.items()} for row in expected]


def test_csv_of_nothing_has_its_names() -> None:
    assert _csv([]).splitlines() == [",".join(COLUMNS[RecordKind.QUOTES])]


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n\"',;a1 é"), min_size=1))
def test_no_cell_of_a_csv_is_a_formula_and_none_is_lost(words: str) -> None:
    source = extraction().source.model_copy(update={"title": words})
    written = _csv(_outcomes(extraction().model_copy(update={"source": source})))
    for row in csv.DictReader(io.StringIO(written, newline="")):
        assert row["title"] in (words, f"'{words}")
        assert row["title"][0] not in "=+-@\t\r\n"
        assert float(row["confidence"]) >= 0


def test_parquet_of_whole_extractions_reads_back(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    made = extraction()
    measured = [quantity.model_copy(update={"base_value": quantity.value}) for quantity in made.quantities]
    made = made.model_copy(update={"quantities": (*made.quantities, *measured)})
    save(_outcomes(made, FAILED, OTHER), Format.PARQUET, Style(), tmp_path / "a")
    first, second = parquet.read_table(tmp_path / "a").to_pylist()
    assert second["source"]["id"] == "other"
    for quantity in first["quantities"]:
        for name in ("value", "base_value"):
            if interval := quantity[name]:
                quantity[name] = interval["low"] if interval["low"] == interval["high"] else list(interval.values())
    whole = made.model_dump(mode="json")
    first["source"]["kept"] = dict(first["source"]["kept"])
    assert first == whole


@pytest.mark.parametrize("kind", [None, *RecordKind])
def test_a_parquet_schema_does_not_depend_on_what_is_written(tmp_path: Path, kind: RecordKind | None) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    save([], Format.PARQUET, Style(records=kind), tmp_path / "empty")
    save(_outcomes(extraction()), Format.PARQUET, Style(records=kind), tmp_path / "full")
    assert parquet.read_schema(tmp_path / "empty") == parquet.read_schema(tmp_path / "full")
    assert parquet.read_table(tmp_path / "empty").num_rows == 0


def test_parquet_of_flat_records_is_typed(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    save(_outcomes(extraction()), Format.PARQUET, Style(records=RecordKind.QUANTITIES), tmp_path / "a")
    table = parquet.read_table(tmp_path / "a")
    assert table.to_pylist() == list(rows(extraction(), RecordKind.QUANTITIES))
    assert {str(table.schema.field(name).type) for name in ("low", "high")} == {"double"}
    assert str(table.schema.field("start").type) == "int64"


def test_sqlite_binds_its_tables(tmp_path: Path) -> None:
    save(_outcomes(extraction(), FAILED, extraction()), Format.SQLITE, Style(), tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        said = """
            SELECT a.name, s.name, q.text FROM quotes q JOIN speakers s ON q.speaker = s.id
            JOIN articles a ON q.article = a.id WHERE s.name IS NOT NULL
        """
        source = extraction().source.id
        assert database.execute(said).fetchall() == [(source, "Mira Dolan", "We will not wait,")] * 2
        counted = """
            SELECT n.low, n.counted, s.description FROM quantities n JOIN claims c ON n.claim = c.id
            JOIN speakers s ON n.asserted_by = s.id
        """
        assert database.execute(counted).fetchall() == [(1200.0, "crates", "A senior official")] * 2
        found = "SELECT q.type FROM quotes_fts JOIN quotes q ON q.id = quotes_fts.rowid WHERE quotes_fts MATCH 'wait'"
        assert database.execute(found).fetchall() == [("direct",)] * 2


def test_sqlite_of_nothing_has_its_tables(tmp_path: Path) -> None:
    save([], Format.SQLITE, Style(), tmp_path / "a.db")
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        assert database.execute("SELECT COUNT(*) FROM quotes").fetchall() == [(0,)]


@pytest.mark.parametrize(
    ("format", "package", "line"),
    [
        (Format.PARQUET, "pyarrow", 'pip install "quotex[parquet]"'),
    ],
)
def test_a_missing_package_is_named_with_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, format: Format, package: str, line: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingPartError) as raised:
        save([], format, Style(), tmp_path / "a")
    assert line in str(raised.value)


@pytest.mark.parametrize("format", Format)
def test_suffixes_stand_for_formats_that_can_take_them(format: Format) -> None:
    by_suffix = {of_suffix(suffix) for suffix in (".json", ".jsonl", ".csv", ".parquet", ".db", ".sqlite", ".html")}
    assert format in by_suffix or destination(format) is not Destination.FILE


def test_the_invented_extraction_reads_back() -> None:
    assert read_record(extraction().model_dump_json()) == extraction()
