"""Flat records: one self-contained row each, references resolved, for jq and spreadsheets.

Every row of a kind has the same columns in the same order, and values are strings, numbers or null. Where a
record holds several of something, they are joined by "; ".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from quotex.records import Claim, Extraction, Quantity, Speaker
from quotex.writing.formats import RecordKind

__all__ = ["Row", "rows"]

_R = TypeVar("_R", Claim, Quantity, Speaker)

_SPEAKER_FIELDS = ("name", "id", "kind", "description", "role", "affiliation")

Row = dict[str, str | int | float | None]


def rows(extraction: Extraction, kind: RecordKind) -> Iterator[Row]:
    """Yield the rows of one kind, in text order."""
    source = extraction.source
    article: Row = {
        "article": source.id,
        "title": source.title,
        "url": source.url,
        "published": source.published,
    }
    for row in _TABLES[kind](extraction):
        yield article | row


def _quotes(extraction: Extraction) -> Iterator[Row]:
    speakers = _by_id(extraction.speakers)
    for quote in extraction.quotes:
        yield {
            "id": quote.id,
            "type": quote.type,
            "text": quote.text,
            "start": quote.spans[0].start,
            "end": quote.spans[-1].end,
            "cue": quote.cue.text if quote.cue else None,
            "source": quote.source.text if quote.source else None,
            **_speaker("speaker", speakers.get(quote.speaker or "")),
            "stance": quote.stance,
            "confidence": quote.confidence,
        }


def _claims(extraction: Extraction) -> Iterator[Row]:
    speakers, quantities = _by_id(extraction.speakers), _by_id(extraction.quantities)
    for claim in extraction.claims:
        yield {
            "id": claim.id,
            "text": claim.text,
            "start": claim.span.start,
            "end": claim.span.end,
            "kinds": _joined(claim.kinds),
            "quantities": _joined(quantities[n].text for n in claim.quantities),
            "times": _joined(time.text for time in claim.times),
            "dates": _joined(time.value or "?" for time in claim.times),
            "places": _joined(place.text for place in claim.places),
            "modality": claim.modality,
            **_speaker("asserted_by", speakers.get(claim.asserted_by or "")),
            "quote": claim.quote,
            "group": claim.group,
            "worthiness": claim.worthiness,
        }


def _quantities(extraction: Extraction) -> Iterator[Row]:
    speakers, claims = _by_id(extraction.speakers), _by_id(extraction.claims)
    for quantity in extraction.quantities:
        claim = claims.get(quantity.claim or "")
        low, high = _bounds(quantity)
        yield {
            "id": quantity.id,
            "text": quantity.text,
            "start": quantity.span.start,
            "end": quantity.span.end,
            "low": low,
            "high": high,
            "modifier": quantity.modifier,
            "change": quantity.change,
            "unit": quantity.unit,
            "counted": quantity.counted,
            "claim": claim.text if claim else None,
            **_speaker("asserted_by", speakers.get((claim.asserted_by if claim else None) or "")),
        }


def _speakers(extraction: Extraction) -> Iterator[Row]:
    for speaker in extraction.speakers:
        yield {
            "id": speaker.id,
            "name": speaker.name,
            "kind": speaker.kind,
            "description": speaker.description,
            "role": speaker.role,
            "affiliation": speaker.affiliation,
            "start": speaker.mentions[0].start,
            "mentions": len(speaker.mentions),
            "quotes": sum(quote.speaker == speaker.id for quote in extraction.quotes),
            "claims": sum(claim.asserted_by == speaker.id for claim in extraction.claims),
        }


_TABLES: dict[RecordKind, Callable[[Extraction], Iterator[Row]]] = {
    RecordKind.QUOTES: _quotes,
    RecordKind.CLAIMS: _claims,
    RecordKind.QUANTITIES: _quantities,
    RecordKind.SPEAKERS: _speakers,
}


def _speaker(prefix: str, speaker: Speaker | None) -> Row:
    known = speaker.model_dump(include=set(_SPEAKER_FIELDS)) if speaker else {}
    return {prefix: known.get("name")} | {f"{prefix}_{field}": known.get(field) for field in _SPEAKER_FIELDS[1:]}


def _bounds(quantity: Quantity) -> tuple[int | float | None, int | float | None]:
    return quantity.value if isinstance(quantity.value, tuple) else (quantity.value, quantity.value)


def _by_id(records: Iterable[_R]) -> dict[str, _R]:
    return {record.id: record for record in records}


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None
