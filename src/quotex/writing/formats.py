"""Which formats there are, and which writer writes which. Loads a writer only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from quotex.records import Extraction, Failure

__all__ = ["Format", "RecordKind", "written"]


class Format(StrEnum):
    """A way to write results."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


class RecordKind(StrEnum):
    """The records one can ask for alone, flat: one a line or row, references resolved."""

    QUOTES = "quotes"
    CLAIMS = "claims"
    QUANTITIES = "quantities"
    SPEAKERS = "speakers"


def written(
    results: Iterable[Extraction | Failure], format: Format, *, records: RecordKind | None, stream: TextIO
) -> Iterator[str]:
    """Write results one after another, each as soon as it is there.

    Args:
        results: in the order in which they are written. Only JSON Lines of whole extractions has a place for
            failures; elsewhere they are left out.
        format: how. JSON holds one article: with a second one, two documents follow each other.
        records: the kind of flat records to write, or None for whole extractions.
        stream: where the text will go: a terminal decides width and colour of a table.

    Yields:
        Text, to be written in this order; each piece ends with a line end.
    """
    if format is Format.TABLE:
        from quotex.writing.table import tables  # noqa: PLC0415

        return tables(results, records, stream)
    from quotex.writing import json  # noqa: PLC0415

    return json.documents(results, records) if format is Format.JSON else json.lines(results, records)
