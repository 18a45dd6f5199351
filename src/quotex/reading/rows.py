"""Rows of tables, whatever holds them: values by name, of which some may not be UTF-8."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from quotex.contract.records import Failure
from quotex.errors import InputError
from quotex.reading.article import Article
from quotex.reading.decoding import Note, decode
from quotex.reading.fields import Fields, failed
from quotex.reading.identity import Ids
from quotex.reading.json import value_of
from quotex.reading.source import Input

_UNDECODED = re.compile(r"[\udc80-\udcff]")


def article_of_row(row: Mapping[str, Any], source: Input, number: int, ids: Ids, fields: Fields) -> Article | Failure:
    """Make the article of a row, or its failure; bytes that are not UTF-8 stand as ``surrogateescape`` leaves them."""
    if not any(isinstance(value, str) and _UNDECODED.search(value) for value in row.values()):
        return fields.article(row, source, number, ids)
    try:
        decoded, notes = _decoded(row, f"{source.where}:{number}")
    except InputError as error:
        return failed(source, number, ids, error)
    return fields.article(decoded, source, number, ids, notes)


def _decoded(row: Mapping[str, Any], where: str) -> tuple[dict[str, Any], tuple[Note, ...]]:
    """Decode a row that is not UTF-8 as a file of its own would be: all of it, as a guess needs many letters."""
    words = {name: value for name, value in row.items() if isinstance(value, str)}
    raw = json.dumps(list(words.values()), ensure_ascii=False).encode("utf-8", "surrogateescape")
    text, notes = decode(raw, where)
    return {**row, **dict(zip(words, value_of(text, where, "convert it with iconv"), strict=True))}, notes
