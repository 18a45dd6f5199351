"""The records quotex emits: version 1 of the contract.

Frozen pydantic models. Offsets count Unicode code points of the text as read, half open, and every span
carries its text: ``text[span.start:span.end] == span.text``. Identifiers count in text order, and an
:class:`Extraction` in which a reference does not resolve cannot be made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from quotex.contract.terms import (
    Change,
    ClaimKind,
    MentionRule,
    Modality,
    Modifier,
    QuoteType,
    SpeakerKind,
    Stance,
    WarningCode,
)
from quotex.errors import RecordError

__all__ = [
    "SCHEMA",
    "Change",
    "Claim",
    "ClaimKind",
    "Extraction",
    "Failure",
    "FailureDetail",
    "MentionRule",
    "Modality",
    "Modifier",
    "Pipeline",
    "Quantity",
    "Quote",
    "QuoteType",
    "Source",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Time",
    "Warning",
    "WarningCode",
    "mismatches",
    "parse",
]

SCHEMA = "quotex/1"

Offset = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
SpeakerId = Annotated[str, Field(pattern=r"^s[1-9]\d*$")]
QuoteId = Annotated[str, Field(pattern=r"^q[1-9]\d*$")]
ClaimId = Annotated[str, Field(pattern=r"^c[1-9]\d*$")]
QuantityId = Annotated[str, Field(pattern=r"^n[1-9]\d*$")]
GroupId = Annotated[str, Field(pattern=r"^g[1-9]\d*$")]
Number = int | float


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)


class Span(_Record):
    """A half-open range of code points and the text it covers."""

    start: Offset
    end: Offset
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length_agrees(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} carries a text of {len(self.text)} characters")
        return self


class Source(_Record):
    """Where the text came from. ``sha256`` and ``length`` (code points) are of the text as read."""

    id: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = Field(default=None, description="publication date, EDTF (ISO 8601)")
    language: str | None = None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    length: Offset


class Pipeline(_Record):
    """What made the records: with the same values, the same text gives the same bytes."""

    quotex: str
    spacy: str
    model: str = Field(description="the spaCy model, name and version")
    tagger: str = Field(description="the attribution tagger, name and version")


class Speaker(_Record):
    """One real-world source. ``name``, ``description``, ``role`` and ``affiliation`` are verbatim.

    ``kind`` also tells the number of an unnamed source: a person is one, a group several.
    """

    id: SpeakerId
    name: str | None = Field(default=None, description="the fullest name in the article; null: unnamed")
    kind: SpeakerKind
    description: str | None = Field(default=None, description="what an unnamed source is called")
    role: str | None = Field(default=None, description="the role that tells most, of ``roles``")
    affiliation: str | None = None
    mentions: tuple[Span, ...] = Field(min_length=1)
    joined_by: tuple[MentionRule, ...] = Field(default=(), description="for each mention, why it is of this speaker")
    roles: tuple[Span, ...] = Field(default=(), description="all roles that the article gives, in text order")
    anonymity: Span | None = Field(default=None, description="on what ground the source is not named")

    @model_validator(mode="after")
    def _every_mention_is_explained(self) -> Self:
        if self.joined_by and len(self.joined_by) != len(self.mentions):
            raise ValueError(f"{len(self.mentions)} mentions, {len(self.joined_by)} rules")
        return self


class Quote(_Record):
    """Words attributed to a source. ``spans`` leave out the outer marks; ``text`` joins them with " … "."""

    id: QuoteId
    type: QuoteType
    spans: tuple[Span, ...] = Field(min_length=1)
    text: str
    cue: Span | None = None
    source: Span | None = Field(default=None, description="the words that name the source")
    speaker: SpeakerId | None = None
    stance: Stance = Stance.UNKNOWN
    confidence: Share = Field(description="how likely content and source are both right")
    speaker_confidence: Share | None = Field(
        default=None, description="how likely the speaker is right, if content and source are; null: no speaker"
    )


class Time(_Record):
    """When something is said to have happened."""

    span: Span
    text: str
    value: str | None = Field(default=None, description='EDTF: "2014", "XXXX-05", "2014/2017"; null: not known')


class Quantity(_Record):
    """A figure: value, unit, and what is counted or measured."""

    id: QuantityId
    span: Span
    text: str
    value: Number | tuple[Number, Number] | None = Field(description="a number, [low, high], or null: vague")
    modifier: Modifier = Modifier.EXACT
    change: Change | None = None
    unit: str | None = Field(default=None, description="null: a plain count")
    counted: str | None = Field(default=None, description="what is counted or measured")
    subject: str | None = Field(default=None, description="whom or what the figure is said of")
    claim: ClaimId | None = None


class Claim(_Record):
    """A checkable statement. ``asserted_by`` null: the article itself."""

    id: ClaimId
    span: Span
    text: str
    kinds: tuple[ClaimKind, ...] = Field(min_length=1)
    quantities: tuple[QuantityId, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Span, ...] = ()
    modality: Modality = Modality.ASSERTED
    asserted_by: SpeakerId | None = None
    quote: QuoteId | None = None
    group: GroupId | None = None
    worthiness: Share


class Warning(_Record):  # the contract's name; the built-in one is not used here
    """Something a reader should know."""

    code: WarningCode
    message: str
    span: Span | None = None
    other: Span | None = Field(default=None, description="the second place, where the warning is about two")


class Extraction(_Record):
    """All records of one article.

    Raises:
        pydantic.ValidationError: identifiers do not count in text order, a reference does not resolve, or a
            span ends past the text.
    """

    schema_: Literal["quotex/1"] = Field(default="quotex/1", alias="schema")
    source: Source
    pipeline: Pipeline
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    warnings: tuple[Warning, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        speakers = _numbered("s", self.speakers, [s.mentions[0].start for s in self.speakers])
        quotes = _numbered("q", self.quotes, [q.spans[0].start for q in self.quotes])
        claims = _numbered("c", self.claims, [c.span.start for c in self.claims])
        quantities = _numbered("n", self.quantities, [n.span.start for n in self.quantities])
        _resolve("a quote's speaker", (q.speaker for q in self.quotes), speakers)
        _resolve("a claim's asserted_by", (c.asserted_by for c in self.claims), speakers)
        _resolve("a claim's quote", (c.quote for c in self.claims), quotes)
        _resolve("a claim's quantity", (n for c in self.claims for n in c.quantities), quantities)
        _resolve("a quantity's claim", (n.claim for n in self.quantities), claims)
        for what, span in self.spans():
            if span.end > self.source.length:
                raise ValueError(f"{what} ends at {span.end}, past the text's {self.source.length} characters")
        return self

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield every span of every record, with words that say where it stands."""
        for s in self.speakers:
            yield from ((f"mention of {s.id}", m) for m in s.mentions)
            yield from ((f"role of {s.id}", r) for r in s.roles)
            yield from ((f"anonymity of {s.id}", a) for a in (s.anonymity,) if a)
        for q in self.quotes:
            yield from ((f"content of {q.id}", piece) for piece in q.spans)
            yield from ((f"{what} of {q.id}", x) for what, x in (("cue", q.cue), ("source", q.source)) if x)
        for c in self.claims:
            yield f"span of {c.id}", c.span
            yield from ((f"time of {c.id}", t.span) for t in c.times)
            yield from ((f"place of {c.id}", p) for p in c.places)
        yield from ((f"span of {n.id}", n.span) for n in self.quantities)
        yield from (("boilerplate", b) for b in self.boilerplate)
        yield from ((f"warning {w.code}", w.span) for w in self.warnings if w.span)


class FailureDetail(_Record):
    """What went wrong with one input."""

    code: str
    message: str


class Failure(_Record):
    """Stands in JSON Lines output where an input's extraction would stand."""

    schema_: Literal["quotex/1"] = Field(default="quotex/1", alias="schema")
    id: str
    error: FailureDetail


def mismatches(extraction: Extraction, text: str) -> list[str]:
    """Hold an extraction against the text it claims to be of.

    Returns:
        One line per record that does not agree with the text; empty when all do.
    """
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    found = [] if extraction.source.sha256 == digest else ["source: sha256 is of another text"]
    found += [
        f"{what}: {span.start}-{span.end} is {text[span.start : span.end]!r} in the text, {span.text!r} in the record"
        for what, span in extraction.spans()
        if text[span.start : span.end] != span.text
    ]
    for s in extraction.speakers:
        found += [
            f"{field} of {s.id} is not in the text: {value!r}"
            for field in ("name", "description", "role", "affiliation")
            if (value := getattr(s, field)) is not None and value not in text
        ]
    return found


def _numbered(prefix: str, records: Sequence[Speaker | Quote | Claim | Quantity], starts: list[int]) -> set[str]:
    ids = [r.id for r in records]
    if ids != [f"{prefix}{i}" for i in range(1, len(ids) + 1)] or starts != sorted(starts):
        raise ValueError(f"identifiers {prefix}1, {prefix}2, … do not count in text order")
    return set(ids)


def _resolve(what: str, references: Iterator[str | None], known: set[str]) -> None:
    for reference in references:
        if reference is not None and reference not in known:
            raise ValueError(f"{what} refers to {reference}, which is not there")


_LINE: TypeAdapter[Extraction | Failure] = TypeAdapter(Extraction | Failure)


def parse(raw: str | bytes) -> Extraction | Failure:
    """Read one record line back.

    Raises:
        RecordError: it is not a record of this contract.
    """
    try:
        return _LINE.validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RecordError(f"not a {SCHEMA} record: {where}: {first['msg']}") from error
