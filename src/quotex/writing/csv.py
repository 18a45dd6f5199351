"""CSV (RFC 4180) of flat records, safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula begins with an apostrophe instead, as OWASP's "CSV Injection" advises.
UTF-8 without a byte order mark, which not every reader expects.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TextIO

from quotex.writing.flat import Flat
from quotex.writing.formats import Style
from quotex.writing.outcome import Outcome

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield the row of names, then each article's rows of one kind, quotations unless told; failures are left out."""
    flat = Flat.of(style)
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(flat.columns)
    for outcome in outcomes:
        writer.writerows(map(harmless, row.values()) for row in flat(outcome))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def harmless(value: str | float | None) -> str | float | None:
    """Return a cell that no spreadsheet runs as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
