"""A text and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quotex.contract.records import WarningCode
from quotex.reading.decoding import mend_surrogates


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader, or a request, hands to the pipeline; lone surrogates, which cannot be written, are U+FFFD in it.

    Attributes:
        text: as decoded; line ends and everything else kept as they are, a byte order mark left out.
        id: unique within a run: the path, or the record's own id.
        path, url, title, author, published, language: where it is from, as its source tells; None: it does not.
        notes: what reading had to decide, as (warning code, message).
        kept: name and value of the columns that were asked for, as strings.
    """

    text: str
    id: str = "-"
    path: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    notes: tuple[tuple[WarningCode, str], ...] = ()
    kept: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Mend what is told of it too: a record of anything else could not be written."""
        for name in ("text", "id", "path", "url", "title", "author", "language"):
            if value := getattr(self, name):
                object.__setattr__(self, name, mend_surrogates(value).text)
