"""From paths, standard input and bytes to articles."""

from quotex.reading.article import Article
from quotex.reading.fields import Fields
from quotex.reading.html import Page, opened
from quotex.reading.readers import count, fetch, holds_many, not_taken, paths, read, read_one

__all__ = [
    "Article",
    "Fields",
    "Page",
    "count",
    "fetch",
    "holds_many",
    "not_taken",
    "opened",
    "paths",
    "read",
    "read_one",
]
