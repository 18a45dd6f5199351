"""What callers hand over as an article and as its day: made plain, or refused with what to do instead."""

from __future__ import annotations

import os
import re
import warnings
from datetime import date, datetime
from typing import IO

from quotex.contract.records import Failure
from quotex.reading import Article, holds_many, read_one
from quotex.reading.decoding import decode, mend_surrogates

_NAME = re.compile(r"https?://\S+|\S*[^\s.]\.[A-Za-z]\w{1,6}")
"""An address, or the name of a file with its suffix."""
_LONGEST_NAME = 1000  # characters: what is longer is an article, whatever it looks like

Given = str | Article | os.PathLike[str] | IO[str] | IO[bytes]
"""An article: its text, the text with where it came from, a file that holds it, or that file, opened."""


def article_of(given: Given) -> Article:
    """Make an article of what was given. Lone surrogates, which cannot be written, are read as U+FFFD, one for one.

    Raises:
        InputError: a file cannot be read, or holds no article.
        TypeError: it is nothing that holds one article.
    """
    match given:
        case Article():
            return given
        case str():
            _warn_of_name(given)
            text, notes = mend_surrogates(given)
            return Article(text, notes=notes)
        case os.PathLike():
            return _read(os.fspath(given))
    if callable(getattr(given, "read", None)):
        return _opened(given)
    raise TypeError(f"extract takes the text of one article, not {_kind(given)}{_advice(given)}")


def day_of(published: date | str | None) -> date | None:
    """Return the day of publication.

    Raises:
        ValueError: it is written in another way than 2026-05-31.
        TypeError: it is no day.
    """
    match published:
        case datetime():
            return published.date()
        case date() | None:
            return published
        case str():
            try:
                return date.fromisoformat(published)
            except ValueError:
                raise ValueError(f"published is {published!r}; give a day like '2026-05-31'") from None
    raise TypeError(f"published is {_kind(published)}; give a datetime.date, or a string like '2026-05-31'")


def _warn_of_name(text: str) -> None:
    """Warn whoever gives what looks like the name of an article, for a string is always a text."""
    if len(text) > _LONGEST_NAME or not _NAME.fullmatch(text):
        return
    told = "nothing is fetched here" if "://" in text else f"of a file, give pathlib.Path({text!r})"
    warnings.warn(f"{text!r} is read as a text; {told}", stacklevel=5)


def _read(path: str) -> Article:
    if holds_many(path):
        raise TypeError(f"{path} may hold many articles: Extractor().stream(quotex.read([{path!r}])) reads them all")
    return read_one(path)


def _opened(file: IO[str] | IO[bytes]) -> Article:
    content = file.read()
    name = getattr(file, "name", None)
    id = name if isinstance(name, str) else "-"
    text, notes = decode(content, id) if isinstance(content, bytes) else mend_surrogates(content)
    return Article(text, id=id, path=None if id == "-" else id, notes=notes)


def _kind(given: object) -> str:
    return type(given).__name__


def _advice(given: object) -> str:
    match given:
        case bytes() | bytearray():
            return "; decode them: data.decode('utf-8')"
        case dict():
            return "; give its text, or quotex.Article(text, title=…, published=…)"
        case Failure():
            return f": {given.error.message}"
        case _ if hasattr(given, "text"):
            return "; give its text: .text"
        case _ if hasattr(given, "__iter__"):
            return "; of several, use quotex.Extractor().stream(texts)"
    return ""
