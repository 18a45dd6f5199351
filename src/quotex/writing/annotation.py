"""W3C Web Annotation: a line of JSON-LD an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from quotex.annotation.web import page
from quotex.writing.formats import Style
from quotex.writing.json import dump
from quotex.writing.outcome import Outcome, with_articles


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield a page of annotations an article, of all of its records, whatever ``style`` says; failures are left out."""
    for result, article in with_articles(outcomes):
        yield dump(page(result, article.text)) + "\n"
