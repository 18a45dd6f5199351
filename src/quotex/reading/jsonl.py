"""JSON Lines: one article a line, an object with the text and, where known, where it came from."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

from quotex.contract.records import Failure
from quotex.errors import EmptyInputError, InputError, MalformedInputError
from quotex.reading.article import Article
from quotex.reading.decoding import UTF16_MARKS
from quotex.reading.fields import Fields, failed
from quotex.reading.identity import Ids
from quotex.reading.json import value_of
from quotex.reading.source import Input, lines


def read_jsonl(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield each line's article, or its failure, as the lines come in; blank lines are passed over.

    Raises:
        InputError: the input cannot be read at all, or holds no line.
    """
    empty = True
    with source.open() as stream:
        for number, raw in enumerate(lines(stream, source.where), start=1):
            if isinstance(raw, InputError):
                empty = False
                yield failed(source, number, ids, raw)
                continue
            if raw.startswith(UTF16_MARKS) and number == 1:
                raise MalformedInputError(f"{source.where}: UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8")
            line = (raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw).strip()
            if line:
                empty = False
                yield _read_line(line, number, source, ids, fields)
    if empty:
        raise EmptyInputError(f"{source.where}: empty; give one article a line")


def count_lines(source: Input) -> int:
    """How many lines hold something.

    Raises:
        InputError: it cannot be read.
    """
    with source.open() as stream:
        return sum(isinstance(line, InputError) or not line.isspace() for line in lines(stream, source.where))


def _read_line(line: bytes, number: int, source: Input, ids: Ids, fields: Fields) -> Article | Failure:
    try:
        values = _parse(line, f"{source.where}:{number}")
    except InputError as error:
        return failed(source, number, ids, error)
    return fields.article(values, source, number, ids)


def _parse(line: bytes, where: str) -> dict[str, Any]:
    try:
        values = value_of(line.decode("utf-8"), where, "give one whole object a line")
    except UnicodeDecodeError as error:
        raise MalformedInputError(f"{where}: not UTF-8 at byte {error.start}; mend or drop the line") from error
    if not isinstance(values, dict):
        raise MalformedInputError(f'{where}: not an object; give {{"id": …, "text": …}} a line')
    return values
