"""JSON: one article, an object with the text and, where known, where it came from; or a list of such objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from quotex.contract.records import Failure
from quotex.errors import EmptyInputError, MalformedInputError
from quotex.reading.article import Article
from quotex.reading.decoding import decode
from quotex.reading.fields import Fields, failed
from quotex.reading.identity import Ids
from quotex.reading.source import Input


def read_json(source: Input, ids: Ids, fields: Fields) -> Iterator[Article | Failure]:
    """Yield the one article, or that of each object in the list, or its failure.

    Raises:
        InputError: the input cannot be read, is no JSON, or neither an object nor a list with something in it.
    """
    document, _ = decode(source.read(), source.where)
    value = value_of(document, source.where, "mend it, or save the article's text as .txt")
    if isinstance(value, dict):
        yield fields.article(value, source, None, ids)
        return
    if not isinstance(value, list) or not value:
        raise EmptyInputError(f'{source.where}: no article; give {{"id": …, "text": …}} or a list of such objects')
    for number, item in enumerate(value, start=1):
        if isinstance(item, dict):
            yield fields.article(item, source, number, ids)
        else:
            error = MalformedInputError(f'{source.where}:{number}: not an object; give {{"id": …, "text": …}}')
            yield failed(source, number, ids, error)


def value_of(document: str, where: str, advice: str) -> Any:
    """Parse JSON.

    Raises:
        MalformedInputError: it does not parse; the message ends with ``advice``.
    """
    try:
        return json.loads(document)
    except json.JSONDecodeError as error:
        problem = f"{error.msg} (line {error.lineno}, column {error.colno})"
        raise MalformedInputError(f"{where}: not JSON: {problem}; {advice}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, thousands of brackets
        raise MalformedInputError(f"{where}: JSON that cannot be read: {error}; {advice}") from error
