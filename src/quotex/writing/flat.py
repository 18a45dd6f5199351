"""Flat records: one self-contained row each, references resolved, for jq, spreadsheets and tables.

Where a record holds several of something, they are joined by "; ". ``sentence`` is what the article has around a
record, where its text is at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, TypeVar

from quotex.contract.records import Claim, Extraction, Quantity, Quote, Speaker, SpeakerKind
from quotex.english.keys import key_of
from quotex.writing.around import surroundings
from quotex.writing.formats import RecordKind, Style
from quotex.writing.outcome import Outcome

_R = TypeVar("_R", Claim, Quantity, Speaker)


_TOLD = ("id", "kind", "description", "role", "affiliation")
"""What columns tell of a speaker beside the name."""
_ARTICLE = ("article", "title", "url", "published", "sha256", "duplicate")
"""What every row begins with; ``duplicate``: the same text has come before in the run."""
_ASSERTED_BY = ("asserted_by", *(f"asserted_by_{name}" for name in _TOLD))
# fmt: off
COLUMNS = {
    RecordKind.QUOTES: (
        *_ARTICLE, "id", "type", "text", "start", "end", "cue", "source",
        "speaker", "speaker_key", *(f"speaker_{name}" for name in _TOLD),
        "act", "stance", "within", "confidence", "speaker_confidence", "anonymity", "sentence",
    ),
    RecordKind.CLAIMS: (
        *_ARTICLE, "id", "text", "start", "end", "kinds", "quantities", "times", "dates", "places", "countries",
        "modality", "modality_cue", "hearsay", *_ASSERTED_BY,
        "about", "quote", "group", "part_of", "worthiness", "sentence",
    ),
    RecordKind.QUANTITIES: (
        *_ARTICLE, "id", "text", "start", "end", "low", "high", "modifier", "margin", "change", "old", "new",
        "unit", "dimension", "currency", "base_low", "base_high", "base_unit", "counted", "subject",
        "claim", "claim_id", *_ASSERTED_BY, "sentence",
    ),
    RecordKind.SPEAKERS: (
        *_ARTICLE, "id", "name", "key", "kind", "description", "role", "affiliation", "anonymity", "start",
        "mentions", "quotes", "claims",
    ),
}
# fmt: on
"""The columns of each kind, in order."""
_TYPES = {
    **dict.fromkeys(("duplicate", "hearsay"), bool),
    **dict.fromkeys(("start", "end", "mentions", "quotes", "claims"), int),
    **dict.fromkeys(("low", "high", "margin", "old", "new", "base_low", "base_high"), float),
    **dict.fromkeys(("confidence", "speaker_confidence", "worthiness"), float),
}
"""Of columns that hold no words."""

Row = dict[str, Any]


def columns(kind: RecordKind, keep: Sequence[str] = ()) -> dict[str, type]:
    """Return the names of a kind's columns with their types; kept columns of the input come last."""
    names = (*COLUMNS[kind], *(name for name in keep if name not in COLUMNS[kind]))
    return {name: _TYPES.get(name, str) if name in COLUMNS[kind] else str for name in names}


class Flat:
    """Makes flat records of outcomes, one article after the other.

    Attributes:
        columns: their names, in order, with their types.
    """

    def __init__(self, kind: RecordKind, keep: Sequence[str] = ()) -> None:
        self._kind = kind
        self.columns = columns(kind, keep)
        self._seen: set[str] = set()

    def __call__(self, outcome: Outcome) -> list[Row]:
        """Return one article's records; of a failure, none."""
        result, article = outcome
        if not isinstance(result, Extraction):
            return []
        digest = result.source.sha256
        duplicate = digest in self._seen
        self._seen.add(digest)
        found = rows(result, self._kind, article.text if article else None, duplicate=duplicate)
        kept = {name: result.source.kept.get(name) for name in self.columns}
        return [{name: row[name] if name in row else kept[name] for name in self.columns} for row in found]

    @classmethod
    def of(cls, style: Style, default: RecordKind = RecordKind.QUOTES) -> Flat:
        """Make one as a style says."""
        return cls(style.records or default, style.keep)


def rows(
    extraction: Extraction, kind: RecordKind, text: str | None = None, *, duplicate: bool = False
) -> Iterator[Row]:
    """Yield the rows of one kind, in text order.

    Args:
        extraction: the records of one article.
        kind: of the rows.
        text: the article's; without it, ``sentence`` is None.
        duplicate: whether the same text has come before.
    """
    source = extraction.source
    article = {
        "article": source.id,
        "title": source.title,
        "url": source.url,
        "published": source.published,
        "sha256": source.sha256,
        "duplicate": duplicate,
    }
    for record in _VALUES[kind](extraction):
        row: Row = {**article, **record}
        if "sentence" in COLUMNS[kind]:
            row["sentence"] = _sentence(text, row["start"], row["end"])
        yield {name: row[name] for name in COLUMNS[kind]}


def to_rows(
    extractions: Extraction | Iterable[Extraction],
    kind: Literal["quotes", "claims", "quantities", "speakers"] | RecordKind = "quotes",
) -> list[dict[str, str | int | float | None]]:
    """Make flat records of one article or many, as ``quotex extract --records`` writes them.

    ``pandas.DataFrame(quotex.to_rows(extractions))`` is a table of them, as it is with other such libraries.

    Raises:
        ValueError: there is no such kind.
    """
    articles = [extractions] if isinstance(extractions, Extraction) else extractions
    return [row for extraction in articles for row in rows(extraction, RecordKind(kind))]


def _quotes(extraction: Extraction) -> Iterator[Row]:
    speakers = _by_id(extraction.speakers)
    for quote in extraction.quotes:
        yield {
            **_alike(quote, RecordKind.QUOTES),
            "start": quote.spans[0].start,
            "end": quote.spans[-1].end,
            "cue": quote.cue.text if quote.cue else None,
            "source": quote.source.text if quote.source else None,
            "speaker_key": _key(speakers.get(quote.speaker or "")),
            **_speaker("speaker", speakers.get(quote.speaker or "")),
            "anonymity": _ground(speakers.get(quote.speaker or "")),
        }


def _claims(extraction: Extraction) -> Iterator[Row]:
    speakers, quantities = _by_id(extraction.speakers), _by_id(extraction.quantities)
    for claim in extraction.claims:
        yield {
            **_alike(claim, RecordKind.CLAIMS),
            "start": claim.span.start,
            "end": claim.span.end,
            "kinds": _joined(claim.kinds),
            "quantities": _joined(quantities[n].text for n in claim.quantities),
            "times": _joined(time.text for time in claim.times),
            "dates": _joined(time.value or "?" for time in claim.times),
            "places": _joined(place.text for place in claim.places),
            "countries": _joined(claim.countries),
            "modality_cue": claim.modality_cue.text if claim.modality_cue else None,
            **_speaker("asserted_by", speakers.get(claim.asserted_by or "")),
            "about": _called(speakers.get(claim.about or "")) or (claim.about_span.text if claim.about_span else None),
        }


def _quantities(extraction: Extraction) -> Iterator[Row]:
    speakers, claims = _by_id(extraction.speakers), _by_id(extraction.claims)
    for quantity in extraction.quantities:
        claim = claims.get(quantity.claim or "")
        low, high = _bounds(quantity.value)
        base_low, base_high = _bounds(quantity.base_value)
        yield {
            **_alike(quantity, RecordKind.QUANTITIES),
            "start": quantity.span.start,
            "end": quantity.span.end,
            "low": low,
            "high": high,
            "base_low": base_low,
            "base_high": base_high,
            "claim": claim.text if claim else None,
            "claim_id": quantity.claim,
            **_speaker("asserted_by", speakers.get((claim.asserted_by if claim else None) or "")),
        }


def _speakers(extraction: Extraction) -> Iterator[Row]:
    for speaker in extraction.speakers:
        yield {
            **_alike(speaker, RecordKind.SPEAKERS),
            "key": _key(speaker),
            "anonymity": _ground(speaker),
            "start": speaker.mentions[0].start,
            "mentions": len(speaker.mentions),
            "quotes": sum(quote.speaker == speaker.id for quote in extraction.quotes),
            "claims": sum(claim.asserted_by == speaker.id for claim in extraction.claims),
        }


_VALUES: dict[RecordKind, Callable[[Extraction], Iterator[Row]]] = {
    RecordKind.QUOTES: _quotes,
    RecordKind.CLAIMS: _claims,
    RecordKind.QUANTITIES: _quantities,
    RecordKind.SPEAKERS: _speakers,
}


def _alike(record: Quote | Claim | Quantity | Speaker, kind: RecordKind) -> Row:
    """Return what a record holds under the names of its columns."""
    return {name: getattr(record, name) for name in COLUMNS[kind] if hasattr(record, name)}


def _speaker(prefix: str, speaker: Speaker | None) -> dict[str, str | None]:
    about = {f"{prefix}_{name}": getattr(speaker, name) if speaker else None for name in _TOLD}
    return {prefix: speaker.name if speaker else None, **about}


def _key(speaker: Speaker | None) -> str | None:
    """Return what a name is counted by across articles."""
    if speaker is None or speaker.name is None:
        return None
    return " ".join(key_of(speaker.name, person=speaker.kind is SpeakerKind.PERSON))


def _called(speaker: Speaker | None) -> str | None:
    return (speaker.name or speaker.description) if speaker else None


def _ground(speaker: Speaker | None) -> str | None:
    return speaker.anonymity.text if speaker and speaker.anonymity else None


def _sentence(text: str | None, start: int, end: int) -> str | None:
    if text is None:
        return None
    first, last = surroundings(text, start, end)
    return text[first:last].strip()


def _bounds(value: float | tuple[float, float] | None) -> tuple[float | None, float | None]:
    return value if isinstance(value, tuple) else (value, value)


def _by_id(records: Iterable[_R]) -> dict[str, _R]:
    return {record.id: record for record in records}


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None
