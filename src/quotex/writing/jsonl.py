"""JSON Lines for many articles: one line a result, or one a flat record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from quotex.writing.flat import Flat
from quotex.writing.formats import Style
from quotex.writing.json import dump, harmless
from quotex.writing.outcome import Outcome


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield one line a result, or one a flat record; failures only among whole extractions."""
    flat = Flat.of(style)
    for outcome in outcomes:
        if style.records is None:
            yield harmless(outcome.result.model_dump_json()) + "\n"
        else:
            yield from (dump(row) + "\n" for row in flat(outcome))
