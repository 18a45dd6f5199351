"""JSON Lines for many articles: one line a result, or one a flat record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TextIO

from quotex.contract.records import Extraction
from quotex.writing.flat import rows
from quotex.writing.formats import Style
from quotex.writing.json import dump, harmless
from quotex.writing.outcome import Outcome

__all__ = ["text"]


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield one line a result, or one a flat record; failures only among whole extractions."""
    for result, _ in outcomes:
        if style.records is None:
            yield harmless(result.model_dump_json()) + "\n"
        elif isinstance(result, Extraction):
            yield from (dump(asdict(row)) + "\n" for row in rows(result, style.records))
