"""SQLite: a table for each kind of record, bound by keys, with an index for full-text search; for Datasette and SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from quotex.contract.records import Extraction
from quotex.errors import MissingPartError
from quotex.writing.flat import ROWS, rows
from quotex.writing.formats import RecordKind, Style
from quotex.writing.outcome import Outcome

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["save"]

Row = dict[str, Any]

_ARTICLES = 200  # a transaction

_REFERENCES = {
    RecordKind.SPEAKERS: {"article": "articles"},
    RecordKind.QUOTES: {"article": "articles", "speaker": "speakers"},
    RecordKind.CLAIMS: {"article": "articles", "asserted_by": "speakers", "quote": "quotes"},
    RecordKind.QUANTITIES: {"article": "articles", "claim": "claims", "asserted_by": "speakers"},
}
"""What stands in a column as words in a flat record, and here as the number of a row of another table."""

_ARTICLE = {"id": int, "name": str} | dict.fromkeys(("path", "url", "title", "author", "published", "language"), str)
_ARTICLE |= {"sha256": str, "length": int}

_OF_OTHERS = ("title", "url", "published", "speaker_", "asserted_by_", "claim_id")
"""Columns of flat records that the other tables have."""

_SEARCHED = {"quotes": ["text"], "claims": ["text"], "speakers": ["name", "description", "role"]}


def save(outcomes: Iterable[Outcome], style: Style, path: Path) -> None:
    """Write every kind of record, whatever ``style`` says; failures are left out.

    Raises:
        MissingPartError: sqlite-utils is not installed.
    """
    try:
        from sqlite_utils import Database  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise MissingPartError('writing SQLite needs sqlite-utils: pip install "quotex[sqlite]"') from error
    database = Database(path)
    with closing(database.conn):
        database.table("articles").create(_ARTICLE, pk="id")
        for kind, references in _REFERENCES.items():
            columns = _columns(ROWS[kind]) | dict.fromkeys(("id", *references), int)
            keys = [(column, table, "id") for column, table in references.items()]
            database.table(kind).create(columns, pk="id", foreign_keys=keys)
        _fill(database, outcomes)
        for kind, references in _REFERENCES.items():
            for column in references:
                database.table(kind).create_index([column])
        for name, searched in _SEARCHED.items():
            database.table(name).enable_fts(searched)


def _columns(of: type) -> dict[str, type]:
    """Name and type of each column that a table has of its records; None is allowed everywhere."""
    hints = get_type_hints(of).items()
    return {name: (*get_args(hint), hint)[0] for name, hint in hints if not name.startswith(_OF_OTHERS)}


def _fill(database: Database, outcomes: Iterable[Outcome]) -> None:
    counts: Counter[str] = Counter()
    waiting: dict[str, list[Row]] = {}
    for result, _ in outcomes:
        if isinstance(result, Extraction):
            for name, row in _rows(result, counts):
                waiting.setdefault(name, []).append(row)
        if counts["articles"] % _ARTICLES == 0:
            _insert(database, waiting)
    _insert(database, waiting)


def _insert(database: Database, waiting: dict[str, list[Row]]) -> None:
    for name in ("articles", *_REFERENCES):
        database.table(name).insert_all(waiting.pop(name, ()))


def _rows(extraction: Extraction, counts: Counter[str]) -> Iterator[tuple[str, Row]]:
    """Yield each table's rows of one article, numbered on from ``counts``."""
    counts["articles"] += 1
    article = counts["articles"]
    yield "articles", extraction.source.model_dump() | {"id": article, "name": extraction.source.id}
    numbers: dict[str | None, int] = {}
    for kind in _REFERENCES:
        for record in getattr(extraction, kind):
            counts[kind] += 1
            numbers[record.id] = counts[kind]
    for kind, references in _REFERENCES.items():
        for flat in map(asdict, rows(extraction, kind)):
            row = {name: value for name, value in flat.items() if not name.startswith(_OF_OTHERS)}
            row |= {name: numbers.get(flat.get(f"{name}_id", flat[name])) for name in references}
            yield kind, row | {"id": numbers[flat["id"]], "article": article}
