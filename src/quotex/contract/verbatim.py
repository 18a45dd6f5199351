"""Fields that hold words of the text, and what makes them others than those at their places."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.contract.models import Quantity, Speaker

VERBATIM = ("name", "description", "affiliation", "counted", "subject")
"""Fields that hold words of the text, any blanks between them one; the ``_span`` beside each says where they stand."""


def on_one_line(words: str) -> str:
    """Words with one blank between them, whatever stands there: a line end, a blank that does not break."""
    return " ".join(words.split())


def told_otherwise(what: str, told: str, meant: str) -> Iterator[str]:
    """Yield a line where a record's ``text`` is not that of its spans."""
    if told != meant:
        yield f"{what}: text is {told!r}, but {meant!r} at its place"


def placed_otherwise(record: Speaker | Quantity) -> Iterator[str]:
    """Yield a line for each field whose words are not those at its span."""
    for field in VERBATIM:
        words, place = getattr(record, field, None), getattr(record, f"{field}_span", None)
        if place is not None and on_one_line(place.text) != on_one_line(words or ""):
            yield f"{record.id}: {field} is {words!r}, but {place.text!r} at its place"
