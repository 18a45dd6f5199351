"""From paths, standard input and bytes to articles."""

from quotex.reading.article import Article
from quotex.reading.fields import Fields
from quotex.reading.readers import count, holds_many, not_taken, paths, read, read_one

__all__ = ["Article", "Fields", "count", "holds_many", "not_taken", "paths", "read", "read_one"]
