"""The models of the records. Take them from :mod:`quotex.contract.records`, where they refuse what is false."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from quotex.contract.showing import clipped, in_article
from quotex.contract.terms import (
    Act,
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
from quotex.errors import QuotexError

Check = Callable[[Any], Iterator[str]]
"""Yields a line for each thing that makes a record false."""

Offset = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
SpeakerId = Annotated[str, Field(pattern=r"^s[1-9]\d*$")]
QuoteId = Annotated[str, Field(pattern=r"^q[1-9]\d*$")]
ClaimId = Annotated[str, Field(pattern=r"^c[1-9]\d*$")]
QuantityId = Annotated[str, Field(pattern=r"^n[1-9]\d*$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
GroupId = Annotated[str, Field(pattern=r"^g[1-9]\d*$")]
Number = int | float
_BESIDE = "_text"  # in an extraction's dict, where pydantic leaves alone what is no field


class _Record(BaseModel):
    """A record that is true, or is not made.

    With a list for ``context``, validation puts there what is false, and makes the record all the same.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True, allow_inf_nan=False
    )
    checks: ClassVar[Sequence[Check]] = ()
    """What is asked of each; :mod:`quotex.contract.checks` sets it."""

    @model_validator(mode="after")
    def _is_true(self, info: ValidationInfo) -> Self:
        breaches = [breach for check in type(self).checks for breach in check(self)]
        if isinstance(info.context, list):
            info.context.extend(breaches)
        elif breaches:
            more = f" (and {len(breaches) - 1} more)" if len(breaches) > 1 else ""
            raise ValueError(breaches[0] + more)
        # which fields were given is nobody's question, and a set of each record's own takes a third of its memory
        object.__setattr__(self, "__pydantic_fields_set__", _fields_of(type(self)))
        return self

    def __repr__(self) -> str:
        """One line that tells which it is; ``model_dump()`` has all of it."""
        values = self.__dict__
        words = values.get("name") or values.get("text") or values.get("description") or values.get("message")
        place = f"{values['start']}:{values['end']}" if "start" in values else ""
        told = [type(self).__name__, place, *(str(values[n]) for n in ("id", "type", "code") if n in values)]
        return f"<{' '.join(filter(None, told))}{f' {clipped(words)}' if words else ''}>"


@cache
def _fields_of(model: type[_Record]) -> set[str]:
    return set(model.model_fields)


class Span(_Record):
    """A half-open range of code points and the text it covers."""

    start: Offset
    end: Offset
    text: str = Field(min_length=1)

    def holds(self, other: Span) -> bool:
        """Whether another span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Mention(Span):
    """A mention of a speaker, and why it is taken to be of this one."""

    rule: MentionRule | None = Field(default=None, description="null: a person says so")


class Source(_Record):
    """Where the text came from. ``sha256`` and ``length`` (code points) are of the text as read."""

    id: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = Field(default=None, description="publication date, EDTF (ISO 8601)")
    place: str | None = Field(default=None, description="where it is from, in the words of its dateline")
    language: str | None = None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    length: Offset
    kept: dict[str, str] = Field(default_factory=dict, description="columns of the input that were asked for")


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
    name_span: Span | None = Field(default=None, description="where the name stands")
    kind: SpeakerKind
    description: str | None = Field(default=None, description="what an unnamed source is called")
    description_span: Span | None = Field(default=None, description="where the description stands")
    role: str | None = Field(default=None, description="the role that tells most, of ``roles``")
    affiliation: str | None = None
    affiliation_span: Span | None = Field(default=None, description="where the affiliation stands")
    mentions: tuple[Mention, ...] = Field(min_length=1)
    roles: tuple[Span, ...] = Field(default=(), description="all roles that the article gives, in text order")
    anonymity: Span | None = Field(default=None, description="on what ground the source is not named")
    pronouns: tuple[Span, ...] = Field(
        default=(), description="the first of each pronoun of one person that the article uses for the speaker"
    )


class Quote(_Record):
    """Words attributed to a source. ``spans`` leave out the outer marks; ``text`` joins them with " … "."""

    id: QuoteId
    type: QuoteType
    act: Act | None = Field(default=None, description="whether it is said, thought, or neither; null: not known")
    spans: tuple[Span, ...] = Field(min_length=1)
    text: str
    cue: Span | None = None
    source: Span | None = Field(default=None, description="the words that name the source")
    speaker: SpeakerId | None = None
    stance: Stance = Stance.UNKNOWN
    within: QuoteId | None = Field(default=None, description="the innermost quotation in whose words it is told")
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
    old: Number | None = Field(default=None, description="where the figure tells what it was before a change")
    new: Number | None = Field(default=None, description="where it tells what it was after one")
    margin: Number | None = Field(default=None, ge=0, description='how far it may be off, in its unit: "40 ± 2"')
    number_span: Span | None = Field(default=None, description="where the number stands, or the numbers of a range")
    unit: str | None = Field(default=None, description="null: a plain count")
    unit_span: Span | None = Field(default=None, description="where it stands; null: it is understood")
    dimension: str | None = Field(default=None, description='what is measured in the unit: "length", "money per time"')
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$", description="ISO 4217; null: none, or not known")
    base_value: Number | tuple[Number, Number] | None = Field(default=None, description="the value in ``base_unit``")
    base_unit: str | None = Field(default=None, description='"meter", "kilogram per cubic meter"; null: not physical')
    counted: str | None = Field(default=None, description="what is counted or measured")
    counted_span: Span | None = Field(default=None, description="where that stands")
    subject: str | None = Field(default=None, description="whom or what the figure is said of")
    subject_span: Span | None = Field(default=None, description="where that stands")
    claim: ClaimId | None = None


class Claim(_Record):
    """A checkable statement. ``asserted_by`` null: the article itself, or, where ``hearsay``, somebody not named."""

    id: ClaimId
    span: Span
    text: str
    kinds: tuple[ClaimKind, ...] = Field(min_length=1)
    quantities: tuple[QuantityId, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Span, ...] = ()
    countries: tuple[CountryCode, ...] = Field(default=(), description="that its places name, each once: ISO 3166-1")
    modality: Modality = Modality.ASSERTED
    modality_cue: Span | None = Field(default=None, description="the words that tell the modality; null: none")
    hearsay: bool = Field(default=False, description='somebody says so who is not named: "it is alleged that"')
    asserted_by: SpeakerId | None = None
    quote: QuoteId | None = None
    group: GroupId | None = None
    part_of: ClaimId | None = Field(default=None, description="the claim whose words hold its words, and more")
    about: SpeakerId | None = Field(default=None, description="whom the pronoun stands for that is its subject")
    about_span: Span | None = Field(default=None, description="where whom or what it stands for was called by name")
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
        pydantic.ValidationError: one of the rules in :mod:`quotex.contract.checks` is broken.
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
    quotes_left_out: int = Field(default=0, ge=0, description="quotations found that the settings leave out")

    def __repr__(self) -> str:
        """How much there is of what."""
        kinds = ("speakers", "quotes", "claims", "quantities")
        return f"<Extraction {self.source.id!r}: {', '.join(f'{len(getattr(self, kind))} {kind}' for kind in kinds)}>"

    def beside(self, text: str) -> Self:
        """Keep the article's text at hand, for notebooks; it is no part of the record. Returns the record."""
        self.__dict__[_BESIDE] = text
        return self

    def _repr_html_(self) -> str | None:
        """The article with its quotations lit, for notebooks; None: its text is not at hand."""
        text = self.__dict__.get(_BESIDE)
        if text is None:
            return None
        names = {speaker.id: speaker.name or speaker.description for speaker in self.speakers}
        told = [
            (span.start, span.end, f"{names.get(quote.speaker or '') or 'not known'} · {quote.type}")
            for quote in self.quotes
            for span in quote.spans
        ]
        return in_article(text, told)

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield every span of every record, with words that say where it stands."""
        for s in self.speakers:
            yield from ((f"mention of {s.id}", m) for m in s.mentions)
            yield from ((f"role of {s.id}", r) for r in s.roles)
            yield from ((f"pronoun of {s.id}", p) for p in s.pronouns)
            yield from _there(s, name=s.name_span, description=s.description_span)
            yield from _there(s, affiliation=s.affiliation_span, anonymity=s.anonymity)
        for q in self.quotes:
            yield from ((f"content of {q.id}", piece) for piece in q.spans)
            yield from _there(q, cue=q.cue, source=q.source)
        for c in self.claims:
            yield f"span of {c.id}", c.span
            yield from _there(c, modality_cue=c.modality_cue, about=c.about_span)
            yield from ((f"time of {c.id}", t.span) for t in c.times)
            yield from ((f"place of {c.id}", p) for p in c.places)
        for n in self.quantities:
            yield from _there(n, span=n.span, counted=n.counted_span, subject=n.subject_span)
            yield from _there(n, number=n.number_span, unit=n.unit_span)
        yield from (("boilerplate", b) for b in self.boilerplate)
        yield from ((f"warning {w.code}", span) for w in self.warnings for span in (w.span, w.other) if span)


class FailureDetail(_Record):
    """What went wrong with one input."""

    code: str
    message: str


class Failure(_Record):
    """Stands in JSON Lines output where an input's extraction would stand."""

    schema_: Literal["quotex/1"] = Field(default="quotex/1", alias="schema")
    id: str
    error: FailureDetail

    @classmethod
    def of(cls, id: str, error: QuotexError) -> Self:
        """Make one of what was raised about an input."""
        return cls(id=id, error=FailureDetail(code=error.code, message=str(error)))


def _there(record: Speaker | Quote | Claim | Quantity, **spans: Span | None) -> Iterator[tuple[str, Span]]:
    return ((f"{what} of {record.id}", span) for what, span in spans.items() if span)
