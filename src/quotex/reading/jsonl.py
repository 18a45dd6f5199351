"""JSON Lines: one article a line, in an object with ``text`` and, where known, ``id`` and where it came from.

Known fields: ``id``, ``text``, ``title``, ``url``, ``author``, ``language``, ``published`` (ISO 8601). Others are
left alone, and so is a known one whose value is of the wrong kind, except ``text``.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from quotex.errors import EmptyInputError, InputError, MalformedInputError
from quotex.reading.article import Article
from quotex.reading.decoding import mend_surrogates, require_text
from quotex.reading.identity import Ids
from quotex.reading.source import Input
from quotex.records import Failure, FailureDetail

__all__ = ["read_jsonl"]

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_jsonl(source: Input, ids: Ids) -> Iterator[Article | Failure]:
    """Yield each line's article, or its failure, as the lines come in; blank lines are passed over.

    An article's id is the line's own, or ``path:line`` where there is none or it was there before.

    Raises:
        InputError: the input cannot be read at all, or holds no line.
    """
    empty = True
    with source.open() as stream:
        for number, raw in enumerate(stream, start=1):
            if raw.startswith(_UTF16) and number == 1:
                raise MalformedInputError(f"{source.where}: UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8")
            line = (raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw).strip()
            if line:
                empty = False
                yield _read_line(line, number, source, ids)
    if empty:
        raise EmptyInputError(f"{source.where}: empty; give one article a line")


def _read_line(line: bytes, number: int, source: Input, ids: Ids) -> Article | Failure:
    where, place = f"{source.where}:{number}", f"{source.id}:{number}"
    fields: dict[str, Any] = {}
    try:
        fields = _parse(line, where)
        text, notes = mend_surrogates(_text(fields, where))
    except InputError as error:
        detail = FailureDetail(code=error.code, message=str(error))
        return Failure(id=ids.take(_id(fields), place), error=detail)
    return Article(
        text,
        id=ids.take(_id(fields), place),
        path=source.path,
        url=_string(fields, "url"),
        title=_string(fields, "title"),
        author=_string(fields, "author"),
        published=_published(fields),
        language=_string(fields, "language"),
        notes=notes,
    )


def _parse(line: bytes, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise MalformedInputError(f"{where}: not UTF-8 at byte {error.start}; mend or drop the line") from error
    except json.JSONDecodeError as error:
        problem = f"{error.msg} (column {error.colno})"
        raise MalformedInputError(f"{where}: not JSON: {problem}; give one whole object a line") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, thousands of brackets
        raise MalformedInputError(f"{where}: JSON that cannot be read: {error}; mend or drop the line") from error
    if not isinstance(fields, dict):
        raise MalformedInputError(f'{where}: not an object; give {{"id": …, "text": …}} a line')
    return fields


def _text(fields: dict[str, Any], where: str) -> str:
    text = fields.get("text")
    if not isinstance(text, str):
        problem = "no field" if "text" not in fields else "not a string in field"
        raise MalformedInputError(f'{where}: {problem} "text"; put the article\'s text there')
    require_text(text, where)
    return text


def _id(fields: dict[str, Any]) -> str | None:
    value = fields.get("id")
    return str(value) if type(value) is int else _string(fields, "id")


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return mend_surrogates(value).text if isinstance(value, str) and value.strip() else None


def _published(fields: dict[str, Any]) -> date | None:
    try:
        return date.fromisoformat((_string(fields, "published") or "")[:10])  # a time of day may follow
    except ValueError:
        return None
