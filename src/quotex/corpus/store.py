"""A corpus while it is made: what is done is kept, and the finished file is the same however often it stopped."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

from quotex.contract.records import Extraction, Failure, MentionRule
from quotex.errors import OutputError
from quotex.writing.outcome import Outcome
from quotex.writing.sqlite import Tables

_CACHE = -65_536  # KiB in memory


def work_of(output: Path) -> Path:
    """Where a corpus stands until it is whole."""
    return output.with_name(f"{output.name}.unfinished")


def statements(name: str) -> Iterator[str]:
    """Yield the statements of one of the package's SQL files."""
    text = resources.files("quotex.corpus").joinpath(f"{name}.sql").read_text(encoding="utf-8")
    yield from (statement for statement in text.split(";\n") if statement.strip())


class Store:
    """A working file, and what has been done in it.

    Args:
        path: of the file; one that is there is gone on with.
        run: what the corpus is made of and how: a run with another one does not go on.
        keep: columns of the input to keep.

    Attributes:
        database: for the stages to read and write; each commits by :meth:`stage`.

    Raises:
        OutputError: the file cannot be written, or is of another run.
    """

    def __init__(self, path: Path, run: str, keep: tuple[str, ...] = ()) -> None:
        self.path = path
        self.database = sqlite3.connect(path, isolation_level=None)
        try:
            self.database.execute("PRAGMA journal_mode = WAL")
            self.database.execute("PRAGMA synchronous = NORMAL")
            self.database.execute(f"PRAGMA cache_size = {_CACHE}")
            self.database.execute("PRAGMA temp_store = FILE")
            self._tables = Tables(self.database, ("outlet", *(name for name in keep if name != "outlet")))
            self._open(run)
        except sqlite3.DatabaseError as error:
            raise OutputError(f"{path}: cannot be written, or is no corpus ({error}); remove or free it") from error

    def _open(self, run: str) -> None:
        there = self.database.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone()
        if there is None:
            with self._transaction():
                self._tables.create()
                for statement in statements("tables"):
                    self.database.execute(statement)
                self._mark("run", run)
        elif self._progress("run") != run:
            raise OutputError(f"{self.path}: left of a run with other records or options; remove it or repeat that")

    @property
    def read(self) -> int:
        """How many records have been taken in."""
        return int(str(self._progress("read") or 0))

    def add(self, records: list[Extraction | Failure]) -> None:
        """Take in records; all of them or, killed in between, none."""
        with self._transaction():
            done = self.read
            for record in records:
                if isinstance(record, Failure):
                    row = (record.id, record.error.code, record.error.message)
                    self.database.execute("INSERT INTO failures (article, code, message) VALUES (?, ?, ?)", row)
                else:
                    self._add(record)
            self._mark("read", done + len(records))

    def _add(self, record: Extraction) -> None:
        first = self._tables.counts["speakers"] + 1
        article = self._tables.add(Outcome(record))
        if not record.source.kept.get("outlet") and record.source.url:
            with suppress(ValueError):
                host = (urlsplit(record.source.url).hostname or "").removeprefix("www.")
                self.database.execute("UPDATE articles SET outlet = ? WHERE id = ?", (host or None, article))
        for number, speaker in enumerate(record.speakers, start=first):
            counts: Counter[tuple[str, str]] = Counter()
            for mention in speaker.mentions:
                is_pronoun = mention.rule is MentionRule.PRONOUN
                counts[mention.text.lower() if is_pronoun else mention.text, mention.rule or ""] += 1
            rows = [(number, form, rule or None, count) for (form, rule), count in sorted(counts.items())]
            self.database.executemany("INSERT INTO forms (speaker, form, rule, mentions) VALUES (?, ?, ?, ?)", rows)

    @contextmanager
    def stage(self, name: str) -> Iterator[bool]:
        """Do a stage as a whole or not at all; gives whether it is still to be done."""
        if self._progress(name) is not None:
            yield False
            return
        with self._transaction():
            yield True
            self._mark(name, 1)

    def index(self) -> None:
        """Make the indexes of the records' tables."""
        self._tables.index()

    def finish(self, part: Path) -> None:
        """Write the finished corpus to a new file: its bytes depend on what is in it, not on how it came there."""
        self.database.execute("PRAGMA schema_version = 1")
        self.database.execute("VACUUM INTO ?", (str(part),))

    def close(self) -> None:
        """Keep what there is for later."""
        self.database.close()

    def remove(self) -> None:
        """Remove the working file."""
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.database.execute("COMMIT")
        except BaseException:
            self.database.execute("ROLLBACK")
            self._tables.forget()
            raise

    def _progress(self, what: str) -> object:
        row = self.database.execute("SELECT value FROM about WHERE what = ?", (what,)).fetchone()
        return row[0] if row else None

    def _mark(self, what: str, value: object) -> None:
        self.database.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (what, value))
