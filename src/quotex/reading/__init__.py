"""From paths, standard input and bytes to articles."""

from quotex.reading.article import Article
from quotex.reading.readers import count, holds_many, read

__all__ = ["Article", "count", "holds_many", "read"]
