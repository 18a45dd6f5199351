"""Where the texts of records' articles are found again, by their SHA-256."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quotex.contract.records import Extraction, Failure
from quotex.reading.article import Article
from quotex.reading.readers import read
from quotex.reading.records import read_records
from quotex.reading.source import STDIN
from quotex.reading.texts import Texts, texts_beside


class Finder:
    """Finds texts in what :meth:`gather` has been told of.

    Attributes:
        missed: how many records have been asked for, and their text is not there; 0 where none is looked for.
        first: what the first of these is called.
    """

    def __init__(self) -> None:
        self.missed = 0
        self.first = ""
        self._stores: list[Texts] = []

    def gather(self, records: Sequence[str], inputs: Sequence[str]) -> None:
        """Look in the inputs named; without any, beside the records and in the files that they name."""
        self._stores = [
            Texts(path) for name in records if not inputs and name != STDIN and (path := texts_beside(name)).is_file()
        ]
        if not inputs and STDIN not in records and len(self._stores) < len(records):
            named = {r.source.path for r in read_records(records) if isinstance(r, Extraction) and r.source.path}
            inputs = sorted(path for path in named if Path(path).is_file())
        read_anew = Texts()
        self._stores.append(read_anew)
        read_anew.update(read(inputs))

    def article_of(self, record: Extraction | Failure) -> Article | None:
        """Return a record's article, if there is such a text."""
        if isinstance(record, Failure) or not self._stores:
            return None
        for store in self._stores:
            if (text := store.get(record.source.sha256)) is not None:
                return Article(text, id=record.source.id, path=record.source.path)
        self.missed += 1
        self.first = self.first or record.source.id
        return None

    def close(self) -> None:
        """Close what texts are found in."""
        for store in self._stores:
            store.close()
