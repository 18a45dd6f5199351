"""W3C Web Annotation: a line of JSON-LD an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from quotex.annotation.web import page
from quotex.contract.records import Extraction
from quotex.writing.formats import Style
from quotex.writing.json import dump
from quotex.writing.outcome import Outcome


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield a page of annotations an article, of all of its records, whatever ``style`` says; failures are left out."""
    for result, article in outcomes:
        if isinstance(result, Extraction) and article is not None:
            yield dump(page(result, article.text)) + "\n"
