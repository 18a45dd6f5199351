"""Tables: one article a row. CSV and TSV as they stand, Parquet a row group at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO

from quotex.errors import EmptyInputError, MalformedInputError, MissingPartError
from quotex.reading.article import Article
from quotex.reading.fields import Fields
from quotex.reading.identity import Ids
from quotex.reading.source import LARGEST, Input
from quotex.records import Failure

__all__ = ["read_csv", "read_parquet", "read_tsv"]

_ROWS = 64


def read_csv(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield each row's article, or its failure; the first row names the fields.

    Raises:
        InputError: it cannot be read, is not UTF-8, or holds no row.
    """
    yield from _read(source, ids, fields, ",;\t|")


def read_tsv(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield as :func:`read_csv`, for values between tabs."""
    yield from _read(source, ids, fields, "\t")


def _read(source: Input, ids: Ids, fields: Fields, delimiters: str) -> Iterator[Article | Failure]:
    csv.field_size_limit(LARGEST)
    number = 0
    try:
        with source.open() as stream, io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
            for number, row in enumerate(_rows(text, delimiters), start=1):
                row.pop("", None)  # what a row has too much
                yield fields.article(row, source, number, ids)
    except UnicodeDecodeError as error:
        raise MalformedInputError(f"{source.where}: not UTF-8 after row {number}; convert it with iconv") from error
    except csv.Error as error:
        raise MalformedInputError(f"{source.where}: after row {number}: {error}; mend the row") from error
    if not number:
        raise EmptyInputError(f"{source.where}: no rows; give a row of names, then one article a row")


def _rows(text: IO[str], delimiters: str) -> Iterator[dict[str, str | list[str]]]:
    first = text.readline()
    delimiter = max(delimiters, key=first.count)  # csv.Sniffer guesses by the articles' own commas
    names = next(csv.reader([first], delimiter=delimiter), [])
    yield from csv.DictReader(text, names, restkey="", delimiter=delimiter)


def read_parquet(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield each row's article, or its failure; only the columns that are needed are read.

    Raises:
        MissingPartError: pyarrow is not installed.
        InputError: it cannot be read, or is no Parquet file.
    """
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - heavy, and optional
    except ModuleNotFoundError as error:
        raise MissingPartError('reading Parquet needs pyarrow: pip install "quotex[parquet]"') from error
    number = 0
    with source.open() as stream:
        try:
            file = parquet.ParquetFile(stream)
            columns = fields.columns(file.schema_arrow.names) or file.schema_arrow.names[:1]
            for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield fields.article(row, source, number, ids)
        except ArrowException as error:
            problem = str(error).splitlines()[0]
            raise MalformedInputError(f"{source.where}: after row {number}: {problem}; write it anew") from error
    if not number:
        raise EmptyInputError(f"{source.where}: no rows; give one article a row")
