"""Tables: one article a row. CSV and TSV as they stand, Parquet a few rows at a time."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import chain, zip_longest
from typing import IO

from quotex.contract.records import Failure
from quotex.errors import EmptyInputError, InputError, MalformedInputError, MissingPartError
from quotex.reading.article import Article
from quotex.reading.decoding import Note, decode
from quotex.reading.fields import Fields, failed
from quotex.reading.identity import Ids
from quotex.reading.json import value_of
from quotex.reading.source import LARGEST, Input

__all__ = ["read_csv", "read_parquet", "read_tsv"]

_Row = dict[str, str | None]

_ROWS = 64
_BUFFER = 1 << 20

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UNDECODED = re.compile(r"[\udc80-\udcff]")
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*')  # a line that Excel takes, and writes, before the names


def read_csv(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield each row's article, or its failure; the first row names the fields.

    Raises:
        InputError: it cannot be read, holds no row, or no field of the text.
    """
    yield from _read(source, ids, fields, ",;\t|")


def read_tsv(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield as :func:`read_csv`, for values between tabs."""
    yield from _read(source, ids, fields, "\t")


def _read(source: Input, ids: Ids, fields: Fields, delimiters: str) -> Iterator[Article | Failure]:
    csv.field_size_limit(LARGEST)
    number = 0
    with source.open() as stream, _text(stream) as text:
        rows = _Rows(text, delimiters, source.where)
        if rows.names:
            fields.require(rows.names, source.where)
        try:
            for number, row in enumerate(rows, start=1):
                yield _article(row, source, number, ids, fields)
        except csv.Error as error:
            raise MalformedInputError(f"{source.where}: after row {number}: {error}; mend the row") from error
    if not number:
        raise EmptyInputError(f"{source.where}: no rows; give a row of names, then one article a row")


def _text(stream: io.BufferedReader) -> io.TextIOWrapper:
    """Decode lines as they are read; bytes that are not UTF-8 are left for their row to decide."""
    if stream.peek(2).startswith(_UTF16):
        return io.TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="")
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")


class _Rows:
    """The rows of a table, after the names, which may be missing.

    Args:
        text: the table.
        delimiters: the one that is most frequent in the line of names is taken.
        where: what messages call the table.
    """

    def __init__(self, text: IO[str], delimiters: str, where: str) -> None:
        self._where = where
        self._ended = False
        lines = self._lines(text)
        first = next(filter(str.strip, lines), "")
        told = _SEPARATOR.fullmatch(first)
        if told:
            first = next(lines, "")
        # csv.Sniffer guesses by the articles' own commas.
        delimiter = told[1] if told else max(delimiters, key=first.count)
        self._reader = csv.reader(chain([first] if first else [], lines), delimiter=delimiter)
        self.names = next(self._reader, [])

    def __iter__(self) -> Iterator[_Row]:
        """Yield values by name; what a row lacks is None, and what it has too much left out.

        Raises:
            MalformedInputError: a value is not closed, and has taken in the rest of the table.
            csv.Error: a value is too long.
        """
        start = self._reader.line_num + 1
        for row in self._reader:
            if self._ended:
                raise MalformedInputError(
                    f"{self._where}: the row in line {start} opens a quotation mark that is never closed, and takes in "
                    "all the rest; close it"
                )
            if row:
                yield dict(zip_longest(self.names, row[: len(self.names)]))
            start = self._reader.line_num + 1

    def _lines(self, text: IO[str]) -> Iterator[str]:
        while line := text.readline(LARGEST + 1):
            if len(line) > LARGEST:
                raise MalformedInputError(f"{self._where}: a line of over {LARGEST >> 20} MiB; give one article a row")
            yield line
        self._ended = True  # whatever row is still to come has not been closed


def _article(row: _Row, source: Input, number: int, ids: Ids, fields: Fields) -> Article | Failure:
    notes: tuple[Note, ...] = ()
    if any(value and _UNDECODED.search(value) for value in row.values()):
        try:
            row, notes = _decoded(row, f"{source.where}:{number}")
        except InputError as error:
            return failed(source, number, ids, error)
    return fields.article(row, source, number, ids, notes)


def _decoded(row: _Row, where: str) -> tuple[_Row, tuple[Note, ...]]:
    """Decode a row that is not UTF-8 as a file of its own would be: all of it, as a guess needs many letters."""
    values = json.dumps(list(row.values()), ensure_ascii=False)
    text, notes = decode(values.encode("utf-8", "surrogateescape"), where)
    return dict(zip(row, value_of(text, where, "convert it with iconv"), strict=True)), notes


def read_parquet(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield each row's article, or its failure; only the columns that are needed are read.

    Raises:
        MissingPartError: pyarrow is not installed.
        InputError: it cannot be read, is no Parquet file, or has no field of the text.
    """
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - heavy, and optional
    except ModuleNotFoundError as error:
        raise MissingPartError('reading Parquet needs pyarrow: pip install "quotex[parquet]"') from error
    number = 0
    with source.open() as stream:
        try:
            file = parquet.ParquetFile(stream, buffer_size=_BUFFER)
            names = file.schema_arrow.names
            fields.require(names, source.where)
            for batch in file.iter_batches(batch_size=_ROWS, columns=fields.columns(names)):
                for row in batch.to_pylist():
                    number += 1
                    yield fields.article(row, source, number, ids)
        except ArrowException as error:
            problem = str(error).splitlines()[0]
            raise MalformedInputError(f"{source.where}: after row {number}: {problem}; write it anew") from error
    if not number:
        raise EmptyInputError(f"{source.where}: no rows; give one article a row")
