"""Which formats there are, and which writer writes which. Loads a writer only when it is asked for.

A writer is a module of this package, and offers one function, by where its format goes:

- a stream: ``text(outcomes, style, stream)`` yields strings, to be written to ``stream`` as they come;
- a file: ``save(outcomes, style, path)`` writes over the file ``path``, which is empty;
- a folder: ``fill(outcomes, style, folder)`` makes files in the folder ``folder``, which is empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from quotex.writing.outcome import Outcome


class Format(StrEnum):
    """A way to write results."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    HTML = "html"
    BRAT = "brat"
    LABELSTUDIO = "labelstudio"
    ANNOTATION = "annotation"
    JSONLD = "jsonld"


class RecordKind(StrEnum):
    """The records one can ask for alone, flat: one a line or row, references resolved."""

    QUOTES = "quotes"
    CLAIMS = "claims"
    QUANTITIES = "quantities"
    SPEAKERS = "speakers"

    @classmethod
    def _missing_(cls, value: object) -> None:
        raise ValueError(f"{value!r} is not one of {', '.join(cls)}")


class Color(StrEnum):
    """When a table is coloured."""

    ALWAYS = "always"
    AUTO = "auto"
    NEVER = "never"


class Destination(StrEnum):
    """Where a format goes."""

    STREAM = "stream"
    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Style:
    """What to write of the results, and how.

    Attributes:
        records: the kind of flat records to write, or None for whole extractions.
        context: show records of a table within the sentences around them.
        brief: show each record of a table in one line.
        top: show so many records of each kind in a table, the surest or most worth checking first; None: all.
        color: when a table is coloured; by itself on a terminal, unless ``NO_COLOR`` is set.
        keep: columns of the input that flat records and tables of SQLite get.
    """

    records: RecordKind | None = None
    context: bool = False
    brief: bool = False
    top: int | None = None
    color: Color = Color.AUTO
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Writer:
    module: str  # in this package
    to: Destination = Destination.STREAM
    suffixes: tuple[str, ...] = ()
    many: Destination | None = None  # where several articles go, if elsewhere


_WRITERS = {
    Format.TABLE: _Writer("table"),
    Format.JSON: _Writer("json", suffixes=(".json",)),
    Format.JSONL: _Writer("jsonl", suffixes=(".jsonl", ".ndjson")),
    Format.CSV: _Writer("csv", suffixes=(".csv",)),
    Format.PARQUET: _Writer("parquet", Destination.FILE, (".parquet",)),
    Format.SQLITE: _Writer("sqlite", Destination.FILE, (".sqlite", ".sqlite3", ".db")),
    Format.HTML: _Writer("html", suffixes=(".html", ".htm"), many=Destination.FOLDER),
    Format.BRAT: _Writer("brat", Destination.FOLDER),
    Format.LABELSTUDIO: _Writer("labelstudio", Destination.FOLDER),
    Format.ANNOTATION: _Writer("annotation"),
    Format.JSONLD: _Writer("jsonld", suffixes=(".jsonld",)),
}


def of_suffix(suffix: str) -> Format | None:
    """Return the format that a file name's suffix, with its dot and in lower case, stands for."""
    return next((format for format, writer in _WRITERS.items() if suffix in writer.suffixes), None)


def suffixes() -> list[str]:
    """Return the suffixes that stand for a format, the usual one of each."""
    return [writer.suffixes[0] for writer in _WRITERS.values() if writer.suffixes]


def destination(format: Format, *, many: bool = False) -> Destination:
    """Return where a format goes, for one article or for several."""
    writer = _WRITERS[format]
    return (writer.many if many else None) or writer.to


def text(outcomes: Iterable[Outcome], format: Format, style: Style, stream: TextIO) -> Iterator[str]:
    """Write results to a stream one after another, each as soon as it is there.

    Args:
        outcomes: in the order in which they are written. Only JSON Lines of whole extractions has a place for
            failures; elsewhere they are left out.
        format: one that goes to a stream. JSON holds one article: with a second one, two documents follow each other.
        style: what to write of them.
        stream: where the text will go: a terminal decides width and colour of a table.

    Yields:
        Text, to be written in this order; each piece ends with a line end.
    """
    pieces: Iterator[str] = _module(format).text(outcomes, style, stream)
    return pieces


def save(outcomes: Iterable[Outcome], format: Format, style: Style, path: Path) -> None:
    """Write results to an empty file.

    Raises:
        MissingPartError: the format needs an optional package that is not installed.
        OSError: the disk is full, or the like.
    """
    _module(format).save(outcomes, style, path)


def fill(outcomes: Iterable[Outcome], format: Format, style: Style, folder: Path) -> None:
    """Write results to files in an empty folder.

    Raises:
        MissingPartError: the format needs an optional package that is not installed.
        OSError: the disk is full, or the like.
    """
    _module(format).fill(outcomes, style, folder)


def _module(format: Format) -> Any:
    return import_module(f"quotex.writing.{_WRITERS[format].module}")
