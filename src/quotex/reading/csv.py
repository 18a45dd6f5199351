"""CSV (RFC 4180) and TSV: one article a row, as the rows come in.

A row that has not as many values as the row of names says is damaged; so is one in which a quotation mark is never
closed, or closed by that of a later row. Such a row is a failure, and the rows that it has taken in are read.
"""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import IO

from quotex.contract.records import Failure
from quotex.errors import EmptyInputError, InputError, MalformedInputError
from quotex.reading.article import Article
from quotex.reading.decoding import UTF16_MARKS
from quotex.reading.fields import Fields, failed
from quotex.reading.identity import Ids
from quotex.reading.rows import article_of_row
from quotex.reading.source import LARGEST, Input, skip_line

_SEPARATOR = re.compile(r'"?sep=(.)"?\s*')  # a line that Excel takes, and writes, before the names

_SURE = 100  # lines that must be whole rows before they are taken for such
_RETURNS = 100  # to lines read already, so that time grows with the length of a table


def read_csv(source: Input, ids: Ids, fields: Fields, delimiters: str = ",;\t|") -> Iterator[Article | Failure]:
    """Yield each row's article, or its failure; the first row names the fields.

    Raises:
        InputError: it cannot be read, holds no row, or no field of the text.
    """
    csv.field_size_limit(LARGEST)
    number = 0
    with source.open() as stream, _text(stream) as text:
        rows = _Rows(text, delimiters, source.where)
        if rows.names:
            fields.require(rows.names, source.where)
        for number, row in enumerate(rows, start=1):
            if isinstance(row, InputError):
                yield failed(source, number, ids, row)
            else:
                yield article_of_row(row, source, number, ids, fields)
    if not number:
        raise EmptyInputError(f"{source.where}: no rows; give a row of names, then one article a row")


def count_rows(source: Input) -> int:
    """About how many rows there are after the names: lines that begin a row, as far as their quotation marks tell.

    Raises:
        InputError: it cannot be read.
    """
    rows, inside = -1, False
    with source.open() as stream:
        for line in stream:
            rows += not inside and not line.isspace()
            inside ^= line.count(b'"') % 2 == 1
    return max(0, rows)


def _text(stream: io.BufferedReader) -> io.TextIOWrapper:
    """Decode lines as they are read; bytes that are not UTF-8 are left for their row to decide."""
    if stream.peek(2).startswith(UTF16_MARKS):
        return io.TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="")
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")


class _LongLineError(MalformedInputError):
    """A line is too long, and passed; those behind it can be read."""


class _Lines:
    """The lines of a table; those of the row in work can be given once more.

    Attributes:
        number: of the line given last, from 1.
        row: the lines given since the row began.
        ended: whether there was none left.
    """

    def __init__(self, text: IO[str], where: str) -> None:
        self._text, self._where = text, where
        self._again: deque[str] = deque()
        self.number = 0
        self.row: list[str] = []
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._text.readline(LARGEST + 1)
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        if len(line) > LARGEST:
            problem = _LongLineError(
                f"{self._where}: line {self.number}: over {LARGEST >> 20} MiB; give one article a row"
            )
            skip_line(line, self._text.readline, problem)
            raise problem
        self.row.append(line)
        return line

    def take_back(self, lines: list[str]) -> None:
        """Give the last lines once more."""
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)
        self.ended = False


class _Rows:
    """The rows of a table, after the names, which may be missing; the delimiter most frequent in these is taken."""

    def __init__(self, text: IO[str], delimiters: str, where: str) -> None:
        self._where = where
        self._lines = _Lines(text, where)
        first = next(filter(str.strip, self._lines), "")
        told = _SEPARATOR.fullmatch(first)
        if told:
            first = next(self._lines, "")
        # csv.Sniffer guesses by the articles' own commas.
        self._delimiter = told[1] if told else max(delimiters, key=first.count)
        self._lines.take_back([first] if first else [])
        self._reader = csv.reader(self._lines, delimiter=self._delimiter)
        self.names = next(self._reader, [])
        self._flat = True  # no value so far has a line end in it
        self._returns = _RETURNS

    def __iter__(self) -> Iterator[dict[str, str] | MalformedInputError]:
        """Yield values by name, or what is wrong with a row."""
        while True:
            self._lines.row = []
            start = self._lines.number + 1
            try:
                row = next(self._reader)
            except StopIteration:
                return
            except _LongLineError as error:  # what is wrong with the stream is so at each further try
                yield error
                continue
            except csv.Error as error:
                yield MalformedInputError(f"{self._where}: the row in line {start}: {error}; mend it")
                continue
            if problem := self._problem(row):
                if self._holds_rows():
                    self._lines.take_back(self._lines.row[1:])
                    self._returns -= 1
                yield MalformedInputError(f"{self._where}: the row in line {start} {problem}")
            elif not self._is_blank(row):
                self._flat = self._flat and len(self._lines.row) == 1
                yield dict(zip(self.names, row, strict=False))

    def _problem(self, row: list[str]) -> str | None:
        if self._lines.ended:
            return "opens a quotation mark that is never closed, and takes in all the rest; close it"
        if self._is_blank(row) or self._is_whole(row):
            return None
        counted = f"{len(row)} value{'s' * (len(row) != 1)}, where {len(self.names)} are named"
        return f"has {counted}; put one with {self._delimiter!r} or a line end in it between quotation marks"

    def _is_whole(self, row: list[str]) -> bool:
        """Whether a row has a value for every name, and at most delimiters more."""
        count = len(self.names)
        return len(row) >= count and not any(row[count:])

    @staticmethod
    def _is_blank(row: list[str]) -> bool:
        return not row or (len(row) == 1 and not row[0].strip())

    def _holds_rows(self) -> bool:
        """Whether the lines that a damaged row has taken in are rows, as far as that can be told.

        Where values have several lines, or the last one is cut, they may as well be an article's.
        """
        lines = self._lines.row[1:]
        if not (lines and self._flat and self._returns and len(self.names) > 1 and lines[-1].endswith(("\r", "\n"))):
            return False
        try:
            rows = list(csv.reader(islice(lines, _SURE), delimiter=self._delimiter, strict=True))
        except csv.Error:
            return False
        return len(rows) == min(len(lines), _SURE) and all(self._is_blank(row) or self._is_whole(row) for row in rows)
