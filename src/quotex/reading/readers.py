"""Which reader reads which input: one file a format, registered here by suffix."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from os import PathLike, fspath
from typing import NamedTuple

from quotex.contract.records import Failure
from quotex.errors import InputError, MissingPartError, UnsupportedInputError
from quotex.reading.article import Article
from quotex.reading.csv import count_rows, read_csv
from quotex.reading.decoding import AS_TEXT
from quotex.reading.expansion import expand, is_folder, is_several, left_out
from quotex.reading.fields import Fields
from quotex.reading.html import Page, opened, read_html, read_mhtml
from quotex.reading.identity import Ids
from quotex.reading.json import read_json
from quotex.reading.jsonl import count_lines, read_jsonl
from quotex.reading.markdown import read_markdown
from quotex.reading.parquet import count_parquet, read_parquet
from quotex.reading.plain import read_plain
from quotex.reading.source import Input
from quotex.reading.warc import read_warc


class _Reader(NamedTuple):
    read: Callable[[Input, Ids, Fields], Iterator[Article | Page | Failure]]
    many: bool = False  # whether one input holds many articles
    size: Callable[[Input], int] | None = None  # how many these are, where that can be told without reading them


_PLAIN, _HTML, _MHTML = _Reader(read_plain), _Reader(read_html), _Reader(read_mhtml)
_JSONL = _Reader(read_jsonl, many=True, size=count_lines)
_READERS = {
    ".txt": _PLAIN,
    **dict.fromkeys((".md", ".markdown"), _Reader(read_markdown)),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _HTML),
    **dict.fromkeys((".mhtml", ".mht"), _MHTML),
    ".json": _Reader(read_json, many=True),
    **dict.fromkeys((".jsonl", ".ndjson"), _JSONL),
    ".csv": _Reader(read_csv, many=True, size=count_rows),
    ".tsv": _Reader(partial(read_csv, delimiters="\t"), many=True, size=count_rows),
    ".parquet": _Reader(read_parquet, many=True, size=count_parquet),
    ".warc": _Reader(read_warc, many=True),
}
_NOT_READ = frozenset({".wat", ".wet", ".xml", *AS_TEXT})
"""Not an article's text: read as plain text, their markup would pass for its words."""

_BY_START = {
    re.compile(rb'\s*\{\s*"'): _JSONL,
    re.compile(
        rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|\?xml[^>]{0,40}\?>\s*<(?:!doctype\s+)?html)\b", re.I
    ): _HTML,
    re.compile(rb"From: \W*Saved by |MIME-Version: ", re.I): _MHTML,
}
"""How an input begins that has no suffix to tell its format."""


def read(names: Iterable[str | PathLike[str]], fields: Fields | None = None) -> Iterator[Article | Failure]:
    """Read articles, one at a time, in the order given.

    Args:
        names: paths, folders, patterns, or ``-`` for standard input; one given twice is read once.
        fields: which fields of lines and rows hold what.

    Yields:
        The articles, and in place of one that cannot be read, its failure.

    Raises:
        TypeError: a single name is given.
    """
    if isinstance(names, str | PathLike):
        raise TypeError(f"read takes several names: quotex.read([{fspath(names)!r}])")
    found = fetch((fspath(name) for name in names), fields)
    return (opened(item) if isinstance(item, Page) else item for item in found)


def fetch(names: Iterable[str], fields: Fields | None = None) -> Iterator[Article | Page | Failure]:
    """Read articles as :func:`read` does, but leave it to others to find those of pages."""
    ids = Ids()
    for name in dict.fromkeys(names):
        for path in expand(name, _is_read):
            source = Input(name if isinstance(path, InputError) else path)
            try:
                if isinstance(path, InputError):
                    raise path
                yield from _reader(source).read(source, ids, fields or Fields())
            except InputError as error:
                yield Failure.of(ids.take(source.id, source.id), error)


def read_one(path: str) -> Article:
    """Read a file that holds one article, as :func:`holds_many` tells.

    Raises:
        InputError: it cannot be read, or there is no article in it.
        MissingPartError: its format needs an optional package.
    """
    source = Input(path)
    (article,) = _reader(source).read(source, Ids(), Fields())
    if isinstance(article, Failure):
        raise UnsupportedInputError(article.error.message)
    return article.article() if isinstance(article, Page) else article


def paths(names: Iterable[str]) -> Iterator[str | InputError]:
    """Yield the files that names stand for, and what is wrong with names and folders."""
    for name in dict.fromkeys(names):
        yield from expand(name, _is_read)


def count(names: Iterable[str]) -> int | None:
    """How many articles there are, as far as a quick look tells: lines, rows, files; None: it does not."""
    total = 0
    for path in paths(names):
        if isinstance(path, InputError):  # reading it will say so
            total += 1
            continue
        source = Input(path)
        try:
            if source.is_stdin:
                return None
            reader = _reader(source)
            if reader.many and reader.size is None:
                return None
            total += reader.size(source) if reader.size else 1
        except InputError:
            total += 1
        except MissingPartError:
            return None
    return total


def not_taken(names: Iterable[str]) -> Counter[str]:
    """Count the files in the folders among the names that are not read, by suffix; hidden ones apart."""
    return sum((left_out(name, _is_read) for name in dict.fromkeys(names) if is_folder(name)), Counter[str]())


def holds_many(name: str) -> bool:
    """Whether an input can hold many articles, however many it does hold."""
    with suppress(InputError):  # reading it will say so
        return is_several(name) or _reader(Input(name)).many
    return False


def _is_read(path: str) -> bool:
    return Input(path).suffix in _READERS


def _reader(source: Input) -> _Reader:
    if source.is_stdin:
        # It has no suffix, and no article begins like these.
        with source.open() as stream:
            start = stream.peek(64)
        return next((reader for pattern, reader in _BY_START.items() if pattern.match(start)), _PLAIN)
    if source.suffix in _NOT_READ:
        known = " ".join(sorted(_READERS))
        advice = AS_TEXT.get(source.suffix, "save the article's text as .txt").replace("FILE", source.where)
        raise UnsupportedInputError(f"{source.where}: {source.suffix} is not read (only {known}); {advice}")
    return _READERS.get(source.suffix, _PLAIN)
