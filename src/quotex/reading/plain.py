"""Plain text: the whole input is one article; what front matter above it tells is taken along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotex.reading.article import Article
from quotex.reading.decoding import decode
from quotex.reading.fields import Fields
from quotex.reading.front_matter import read_front_matter
from quotex.reading.identity import Ids
from quotex.reading.source import Input


def read_plain(source: Input, ids: Ids, fields: Fields) -> Iterator[Article]:
    """Yield the one article.

    Raises:
        InputError: it cannot be read, is empty, or is no text.
    """
    text, notes = decode(source.read(), source.where)
    known = Fields().known(read_front_matter(text))
    notes = (*notes, *known.notes)
    yield replace(known, text=text, id=ids.take(source.id, source.id), path=source.path, notes=notes)
