"""What became of one input."""

from __future__ import annotations

from typing import NamedTuple

from quotex.reading.article import Article
from quotex.records import Extraction, Failure

__all__ = ["Outcome"]


class Outcome(NamedTuple):
    """What a writer is handed.

    Attributes:
        result: the records, or why there are none.
        article: what was read; None where it could not be.
    """

    result: Extraction | Failure
    article: Article | None = None
