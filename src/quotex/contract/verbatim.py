"""Fields that hold words of the text, and what makes them others than those at their places."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.contract.models import Claim, Quantity, Quote, Speaker, Time

PIECES = " … "
"""What stands between the pieces of a quotation in its ``text``."""
VERBATIM = ("name", "description", "affiliation", "counted", "subject")
"""Fields that hold words of the text, any blanks between them one; the ``_span`` beside each says where they stand."""


def on_one_line(words: str) -> str:
    """Words with one blank between them, whatever stands there: a line end, a blank that does not break."""
    return " ".join(words.split())


def text_is_the_words_of_its_spans(record: Quote | Claim | Quantity | Time) -> Iterator[str]:
    """``text`` is the span's, or the spans', joined."""
    meant = PIECES.join(span.text for span in record.spans) if isinstance(record, Quote) else record.span.text
    if record.text != meant:
        what = f"time {meant!r}" if isinstance(record, Time) else record.id
        yield f"{what}: text is {record.text!r}, but {meant!r} at its place"


def words_stand_at_their_places(record: Speaker | Quantity) -> Iterator[str]:
    """``name``, ``counted`` and the like are the words at their spans."""
    for field in VERBATIM:
        words, place = getattr(record, field, None), getattr(record, f"{field}_span", None)
        if place is not None and on_one_line(place.text) != on_one_line(words or ""):
            yield f"{record.id}: {field} is {words!r}, but {place.text!r} at its place"
