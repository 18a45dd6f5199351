"""The texts of articles by their SHA-256, in a SQLite file: what lets records be shown in their articles again."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from quotex.errors import OutputError
from quotex.reading.article import Article

_EACH = 500  # texts a transaction


def texts_beside(records: str) -> Path:
    """Where the texts of a file of records stand."""
    path = Path(records)
    return path.with_name(f"{path.name}.texts")


class Texts:
    """Texts on disk, as many as there are.

    Args:
        path: of the file, made when it is not there; None: one that goes when it is closed.

    Raises:
        OutputError: on opening and of every method: it cannot be written, or is no such file, or a damaged one.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        with self._reported():
            self._file = sqlite3.connect("" if path is None else path)
            self._file.execute("PRAGMA synchronous = OFF")
            self._file.execute("CREATE TABLE IF NOT EXISTS texts (sha256 BLOB PRIMARY KEY, text BLOB) WITHOUT ROWID")
        self._waiting = 0

    def add(self, text: str) -> None:
        """Keep a text; one that is there already costs nothing."""
        raw = text.encode("utf-8", "surrogatepass")
        row = (sha256(raw).digest(), zlib.compress(raw, 1))
        with self._reported():
            self._file.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", row)
            self._waiting += 1
            if self._waiting % _EACH == 0:
                self._file.commit()

    def update(self, articles: Iterable[Article | object]) -> None:
        """Keep the texts of articles; whatever else there is among them is passed over."""
        for article in articles:
            if isinstance(article, Article):
                self.add(article.text)

    def get(self, digest: str) -> str | None:
        """Return the text with this SHA-256, in hexadecimal digits, or None."""
        with self._reported():
            row = self._file.execute("SELECT text FROM texts WHERE sha256 = ?", (bytes.fromhex(digest),)).fetchone()
            return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else None

    def close(self) -> None:
        """Save what there is."""
        with self._reported():
            self._file.commit()
            self._file.close()

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, zlib.error, TypeError, UnicodeDecodeError) as error:
            problem = f"the texts cannot be kept or read there: {error}"
            raise OutputError(f"{self._path}: {problem}; free it, or remove it and name the articles") from error
