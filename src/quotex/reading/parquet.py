"""Parquet: one article a row, a few rows at a time; a row group that is damaged costs no other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any

from quotex.contract.records import Failure
from quotex.errors import EmptyInputError, MalformedInputError, MissingPartError
from quotex.reading.article import Article
from quotex.reading.fields import Fields, failed
from quotex.reading.identity import Ids
from quotex.reading.rows import article_of_row
from quotex.reading.source import Input

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetFile

_ROWS = 64  # articles in memory at once
_BUFFER = 1 << 20


def read_parquet(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield each row's article, or its failure; only the columns that are needed are read.

    The rest of a row group that is damaged is one failure.

    Raises:
        MissingPartError: pyarrow is not installed.
        InputError: it cannot be read, is no Parquet file, or has no field of the text.
    """
    number = 0
    with _opened(source) as file:
        names = list(file.schema_arrow.names)
        fields.require(names, source.where)
        for group in range(file.num_row_groups):
            first, behind = number + 1, number + file.metadata.row_group(group).num_rows
            try:
                for row in _rows(file, group, fields.columns(names), source.where):
                    number += 1
                    yield article_of_row(row, source, number, ids, fields)
                problem = MalformedInputError(f"{source.where}: fewer rows than it says; write it anew")
            except MalformedInputError as error:
                problem = error
            if number < behind:
                told = f"{problem} (rows {number + 1} to {behind} are lost, of a row group from {first} on)"
                yield failed(source, number + 1, ids, MalformedInputError(told))
                number = behind
    if not number:
        raise EmptyInputError(f"{source.where}: no rows; give one article a row")


def count_parquet(source: Input) -> int:
    """How many rows there are.

    Raises:
        MissingPartError: pyarrow is not installed.
        InputError: it cannot be read, or is no Parquet file.
    """
    with _opened(source) as file:
        return int(file.metadata.num_rows)


@contextmanager
def _opened(source: Input) -> Iterator[ParquetFile]:
    """Open a table; errors as of :func:`read_parquet`."""
    try:
        from pyarrow import parquet  # noqa: PLC0415 - heavy, and optional
    except ModuleNotFoundError as error:
        raise MissingPartError('reading Parquet needs pyarrow: pip install "quotex[parquet]"') from error
    with source.open() as stream, _seekable(stream) as sought:
        try:
            file = parquet.ParquetFile(sought, buffer_size=_BUFFER, page_checksum_verification=True)
        except Exception as error:
            raise _damaged(source.where, error) from error
        yield file


@contextmanager
def _seekable(stream: BufferedReader) -> Iterator[IO[bytes]]:
    """Give a stream in which one can go back, as a file of this format is read from its end."""
    if stream.seekable():
        yield stream
        return
    with TemporaryFile() as copy:
        copyfileobj(stream, copy)
        copy.seek(0)
        yield copy


def _rows(file: ParquetFile, group: int, columns: list[str], where: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a group, values by name; what is not UTF-8 stands as ``surrogateescape`` leaves it.

    Raises:
        MalformedInputError: the group is damaged.
    """
    batches = file.iter_batches(batch_size=_ROWS, row_groups=[group], columns=columns)
    while True:
        try:
            batch = next(batches, None)
        except Exception as error:  # whatever damage does to the parsers of others, it costs no other group
            raise _damaged(where, error) from error
        if batch is None:
            return
        try:
            rows = batch.to_pylist()
        except (ValueError, ArithmeticError):  # a string that is not UTF-8, a date that is none
            rows = [_row(batch, i) for i in range(batch.num_rows)]
        yield from rows


def _row(batch: RecordBatch, i: int) -> dict[str, Any]:
    return {name: _value(batch.column(j)[i]) for j, name in enumerate(batch.schema.names)}


def _value(scalar: Any) -> Any:
    """Return a value, a string as its bytes have it, or None for what Python has no value for."""
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return (
            scalar.as_buffer().to_pybytes().decode("utf-8", "surrogateescape") if hasattr(scalar, "as_buffer") else None
        )
    except (ValueError, ArithmeticError):
        return None


def _damaged(where: str, error: Exception) -> MalformedInputError:
    problem = (str(error).splitlines() or [type(error).__name__])[0]
    return MalformedInputError(f"{where}: damaged Parquet: {problem}; write it anew")
