"""What became of one input."""

from __future__ import annotations

from typing import NamedTuple

from quotex.contract.records import Extraction, Failure
from quotex.reading.article import Article


class Outcome(NamedTuple):
    """What a writer is handed.

    Attributes:
        result: the records, or why there are none.
        article: what was read; None where it could not be.
    """

    result: Extraction | Failure
    article: Article | None = None
