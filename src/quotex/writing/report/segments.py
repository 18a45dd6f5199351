"""An article's text cut wherever a record begins or ends: runs that nest in nothing, so any overlap is valid HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from quotex.contract.records import Extraction, Span


class Mark(NamedTuple):
    """Part of a record in the text: what it is (``quote``, ``cue``, ``source``, ``claim``, ``figure``), and whose."""

    start: int
    end: int
    role: str
    record: str


class Segment(NamedTuple):
    """A run of text and the marks that cover all of it; ``first``: the records whose first words these are."""

    text: str
    marks: tuple[Mark, ...]
    first: frozenset[str]


def marks_of(extraction: Extraction) -> Iterator[Mark]:
    """Yield everything that is to be seen in the text."""
    for quote in extraction.quotes:
        yield from (_mark(span, "quote", quote.id) for span in quote.spans)
        yield from (
            _mark(span, role, quote.id) for role, span in (("cue", quote.cue), ("source", quote.source)) if span
        )
    yield from (_mark(claim.span, "claim", claim.id) for claim in extraction.claims)
    yield from (_mark(quantity.span, "figure", quantity.id) for quantity in extraction.quantities)


def _mark(span: Span, role: str, record: str) -> Mark:
    return Mark(span.start, span.end, role, record)


def paragraphs(text: str, marks: Iterable[Mark]) -> list[list[Segment]]:
    """Cut a text into lines, and these into segments; empty lines are left out. Time grows with text and marks."""
    found = sorted(marks)
    begun: dict[str, int] = {}
    for mark in found:
        if mark.role in ("quote", "claim", "figure"):
            begun.setdefault(mark.record, mark.start)
    pieces = _pieces(text, found, begun)
    lines = (list(line) for is_end, line in groupby(pieces, key=lambda piece: piece.text == "\n") if not is_end)
    return [line for line in lines if any(not piece.text.isspace() for piece in line)]


def _pieces(text: str, marks: Sequence[Mark], begun: dict[str, int]) -> Iterator[Segment]:
    ends = [i for i, character in enumerate(text) if character == "\n"]
    cuts = sorted({0, len(text), *(i for m in marks for i in m[:2]), *ends, *(i + 1 for i in ends)})
    live: list[Mark] = []
    ahead = 0
    for start, end in pairwise(cuts):
        live = [mark for mark in live if mark.end > start]
        while ahead < len(marks) and marks[ahead].start <= start:
            live.append(marks[ahead])
            ahead += 1
        first = frozenset(m.record for m in live if begun.get(m.record) == start and m.start == start)
        yield Segment(text[start:end], tuple(live), first)
