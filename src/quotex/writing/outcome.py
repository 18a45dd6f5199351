"""What became of one input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def with_articles(outcomes: Iterable[Outcome]) -> Iterator[tuple[Extraction, Article]]:
    """Yield records with the articles that they are of; failures, and records without their text, are left out."""
    for result, article in outcomes:
        if isinstance(result, Extraction) and article is not None:
            yield result, article
