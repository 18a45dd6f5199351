"""From paths, standard input and bytes to articles."""

from quotex.reading.article import Article

__all__ = ["Article"]
