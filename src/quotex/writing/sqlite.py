"""SQLite: a table for each kind of record, bound by keys, with an index for full-text search; for Datasette and SQL."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any, get_args, get_type_hints

from quotex.contract.records import Extraction, Source
from quotex.writing.flat import Row, columns, rows
from quotex.writing.formats import RecordKind, Style
from quotex.writing.outcome import Outcome

_REFERENCES = {
    RecordKind.SPEAKERS: {"article": "articles"},
    RecordKind.QUOTES: {"article": "articles", "speaker": "speakers", "within": "quotes"},
    RecordKind.CLAIMS: {"article": "articles", "asserted_by": "speakers", "quote": "quotes", "part_of": "claims"},
    RecordKind.QUANTITIES: {"article": "articles", "claim": "claims", "asserted_by": "speakers"},
}
"""What stands in a column as words in a flat record, and here as the number of a row of another table."""

_OF_OTHERS = ("title", "url", "published", "sha256", "duplicate", "speaker_", "asserted_by_", "claim_id")
"""Columns of flat records that the other tables have; not ``speaker_confidence``, which is of the quotation."""

_SEARCHED = {"quotes": ("text",), "claims": ("text",), "speakers": ("name", "description", "role")}

_TYPES = {int: "INTEGER", bool: "INTEGER", float: "REAL"}


def save(outcomes: Iterable[Outcome], style: Style, path: Path) -> None:
    """Write every kind of record, whatever ``style`` says but for ``keep``; failures are left out."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = OFF")  # the file is given its name only when it is whole
        database.execute("BEGIN")
        tables = Tables(database, style.keep)
        tables.create()
        for outcome in outcomes:
            tables.add(outcome)
        tables.index()
        database.execute("COMMIT")


class Tables:
    """The tables of records in an open database, that goes on from what is in it."""

    def __init__(self, database: sqlite3.Connection, keep: Sequence[str] = ()) -> None:
        self._database = database
        self._keep = keep
        self._article = {"id": int, "name": str} | {
            name: hint for name, hint in get_type_hints(Source).items() if name not in ("id", "kept")
        }
        self._article |= {"duplicate": bool} | {name: str for name in keep if name not in self._article}
        self._columns = {kind: _own_columns(kind) for kind in _REFERENCES}
        self._counts: Counter[str] | None = None

    def create(self) -> None:
        """Make them, empty."""
        self._create("articles", self._article, {})
        for kind, references in _REFERENCES.items():
            self._create(kind, self._columns[kind] | dict.fromkeys(("id", *references), int), references)
        self._database.execute("CREATE INDEX articles_sha256 ON articles (sha256)")

    def add(self, outcome: Outcome) -> int | None:
        """Add an article's records; return the number of the article, or None for a failure."""
        if not isinstance(outcome.result, Extraction):
            return None
        text = outcome.article.text if outcome.article else None
        for name, found in groupby(self._rows(outcome.result, text), key=lambda pair: pair[0]):
            made = [row for _, row in found]
            into, marks = ", ".join(map(quoted, made[0])), ", ".join("?" * len(made[0]))
            sql = f"INSERT INTO {quoted(name)} ({into}) VALUES ({marks})"
            self._database.executemany(sql, [tuple(row.values()) for row in made])
        return self.counts["articles"]

    def forget(self) -> None:
        """Count anew: rows that were added have been taken back."""
        self._counts = None

    def index(self) -> None:
        """Index what refers to other tables, and the words; to be done once, when all is there."""
        for kind, references in _REFERENCES.items():
            for column in references:
                self._database.execute(f"CREATE INDEX {kind}_{column} ON {kind} ({column})")
        for name, searched in _SEARCHED.items():
            listed = ", ".join(searched)
            self._database.execute(
                f"CREATE VIRTUAL TABLE {name}_fts USING fts5({listed}, content='{name}', content_rowid='id')"
            )
            self._database.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")

    @property
    def counts(self) -> Counter[str]:
        """How many rows each table has."""
        if self._counts is None:
            most = {
                name: self._database.execute(f"SELECT MAX(id) FROM {name}").fetchone()[0] or 0
                for name in ("articles", *_REFERENCES)
            }
            self._counts = Counter(most)
        return self._counts

    def _create(self, name: str, columns: Mapping[str, Any], references: Mapping[str, str]) -> None:
        lines = ["id INTEGER PRIMARY KEY"]
        lines += [f"{quoted(column)} {_type(hint)}" for column, hint in columns.items() if column != "id"]
        lines += [f"FOREIGN KEY ({column}) REFERENCES {table} (id)" for column, table in references.items()]
        self._database.execute(f"CREATE TABLE {name} ({', '.join(lines)})")

    def _rows(self, extraction: Extraction, text: str | None) -> Iterator[tuple[str, Row]]:
        """Yield each table's rows of one article, numbered on from what is there."""
        source, counts = extraction.source, self.counts
        known = "SELECT 1 FROM articles WHERE sha256 = ? LIMIT 1"
        duplicate = self._database.execute(known, (source.sha256,)).fetchone() is not None
        counts["articles"] += 1
        article = counts["articles"]
        of_source = source.model_dump(exclude={"kept"}) | {"name": source.id, "duplicate": duplicate}
        row = dict.fromkeys(self._article) | {name: source.kept.get(name) for name in self._keep} | of_source
        yield "articles", row | {"id": article}
        numbers: dict[str | None, int] = {}
        for kind in _REFERENCES:
            for record in getattr(extraction, kind):
                counts[kind] += 1
                numbers[record.id] = counts[kind]
        for kind, references in _REFERENCES.items():
            for flat in rows(extraction, kind, text):
                row = {name: flat[name] for name in self._columns[kind]}
                row |= {name: numbers.get(flat.get(f"{name}_id", flat[name])) for name in references}
                yield kind, row | {"id": numbers[flat["id"]], "article": article}


def quoted(name: str) -> str:
    """Return a name as SQL takes any name."""
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def _own_columns(kind: RecordKind) -> dict[str, type]:
    """Return the columns that a table has of its records; None is allowed everywhere."""
    return {
        name: type
        for name, type in columns(kind).items()
        if name == "speaker_confidence" or not name.startswith(_OF_OTHERS)
    }


def _type(hint: Any) -> str:
    kinds = (*get_args(hint), hint)
    return next((_TYPES[kind] for kind in kinds if kind in _TYPES), "TEXT")
