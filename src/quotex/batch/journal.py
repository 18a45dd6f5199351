"""The journal of a run: what is done already, so that a run that was cut off can go on.

A SQLite file beside the output. A record is found again by its article's id, its text, and what made it (versions,
models, options): whatever of these changes, the article is done anew. Failures are not kept, they are tried again.

The file is locked as long as its run lives, and the system lets the lock go whatever the run dies of: so a journal that
was left is told from one that is written.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from time import monotonic

from quotex.contract.records import Extraction, Pipeline, read_record
from quotex.errors import OutputError, RecordError
from quotex.pipeline.settings import Settings
from quotex.reading import Article
from quotex.writing.outcome import Outcome

try:
    import fcntl
except ModuleNotFoundError:  # there is no such thing on Windows; two runs at once are the user's care there
    fcntl = None  # type: ignore[assignment]

_SECONDS = 1.0  # how much work at most a kill can undo

_KEY = "article = ? AND text = ? AND made_by = ?"
_TABLES = """
CREATE TABLE IF NOT EXISTS done (
    article TEXT NOT NULL, text BLOB NOT NULL, made_by BLOB NOT NULL, record BLOB NOT NULL,
    PRIMARY KEY (article, text, made_by)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS owner (process INTEGER NOT NULL, since TEXT NOT NULL);
"""


def journal_of(output: str) -> Path:
    """Where the journal of an output stands."""
    path = Path(output)
    return path.with_name(f"{path.name}.journal")


def is_live(path: Path) -> bool:
    """Whether a run writes a journal; False: it was left, or there is none."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _taken(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def opened(path: Path, settings: Settings) -> Iterator[Journal]:
    """Open a journal, or begin one; it goes when the block ends without an error, or if nothing is in it.

    Raises:
        OutputError: it cannot be written, is none, or another run writes it.
    """
    descriptor = _locked(path)
    try:
        journal = Journal(path, settings)
        whole = False
        try:
            yield journal
            whole = True
        finally:
            if journal.close() == 0 or whole:
                path.unlink()
    finally:
        os.close(descriptor)  # last: it lets go of the locks that SQLite holds too


def _locked(path: Path) -> int:
    """Open a journal's file, which only its owner may read, for this run alone."""
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise OutputError(f"{path}: the journal cannot be written: {error.strerror}; free or unlock it") from error
        if not _taken(descriptor):
            os.close(descriptor)
            raise OutputError(f"{path}: {_owner(path)} is at the same output; let it end, or name another")
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        os.close(descriptor)  # of a run that ended just now, and took its journal along


def _taken(descriptor: int) -> bool:
    """Lock a file; False: another run has it. Where a file system knows no locks, none has."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _owner(path: Path) -> str:
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=0.2)) as file:
        for process, since in file.execute("SELECT process, since FROM owner"):
            return f"another run, process {process} since {since},"
    return "another run"


class Journal:
    """An open journal.

    Raises:
        OutputError: on opening and of every method: it cannot be written, or is none.
    """

    def __init__(self, path: Path, settings: Settings) -> None:
        self._path = path
        self._settings = repr(sorted(asdict(settings).items()))
        self._made_by: dict[str, bytes] = {}
        self._saved = monotonic()
        with self._reported():
            self._file = sqlite3.connect(path, isolation_level="IMMEDIATE", timeout=1.0)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = NORMAL")
            self._file.execute("PRAGMA cache_size = -256")  # KiB: rows are written once and seldom read
            self._file.executescript(_TABLES)
            self._file.execute("DELETE FROM owner")
            since = datetime.now().isoformat(" ", "seconds")
            self._file.execute("INSERT INTO owner VALUES (?, ?)", (os.getpid(), since))
            self._file.commit()

    def recall(self, article: Article, pipeline: Pipeline) -> Extraction | None:
        """Return the record of an article that the same pipeline made of the same text, or None."""
        key = self._key(article, pipeline)
        with self._reported():
            row = self._file.execute(f"SELECT record FROM done WHERE {_KEY}", key).fetchone()
            record = read_record(zlib.decompress(row[0])) if row else None
        return record if isinstance(record, Extraction) else None

    def kept(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield outcomes as they are, and keep their records."""
        for outcome in outcomes:
            if isinstance(outcome.result, Extraction) and outcome.article:
                self._keep(outcome.result, outcome.article)
            yield outcome

    def _keep(self, record: Extraction, article: Article) -> None:
        packed = zlib.compress(record.model_dump_json().encode(), 1)
        with self._reported():
            key = self._key(article, record.pipeline)
            self._file.execute("INSERT OR IGNORE INTO done VALUES (?, ?, ?, ?)", (*key, packed))
            if monotonic() - self._saved > _SECONDS:
                self._file.commit()
                self._saved = monotonic()

    def close(self) -> int:
        """Save what there is; return how many records that are."""
        with self._reported():
            self._file.commit()
            (count,) = self._file.execute("SELECT COUNT(*) FROM done").fetchone()
            self._file.close()
        return int(count)

    def _key(self, article: Article, pipeline: Pipeline) -> tuple[str, bytes, bytes]:
        """The article's id, a digest of all of it that its record depends on, and one of what makes the record."""
        maker = pipeline.model_dump_json()
        if maker not in self._made_by:
            self._made_by[maker] = sha256((self._settings + maker).encode()).digest()
        text = sha256(repr(article).encode("utf-8", "surrogatepass")).digest()
        return article.id, text, self._made_by[maker]

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise OutputError(f"{self._path}: the journal cannot be written: {error}; free or unlock it") from error
        except sqlite3.DatabaseError as error:
            raise OutputError(f"{self._path}: not a journal of quotex ({error}); remove it") from error
        except (zlib.error, RecordError, TypeError, ValueError) as error:
            problem = str(error).splitlines()[0]
            raise OutputError(f"{self._path}: a damaged journal of quotex ({problem}); remove it") from error
