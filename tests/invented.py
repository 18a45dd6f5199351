"""An invented article with its records, made by hand."""

from __future__ import annotations

import hashlib

from quotex.contract.records import (
    Claim,
    ClaimKind,
    Extraction,
    Mention,
    MentionRule,
    Modality,
    Modifier,
    Pipeline,
    Quantity,
    Quote,
    QuoteType,
    Source,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Time,
    Warning,
    WarningCode,
)

TEXT = """Harbour closes

"We will not wait," said Mira Dolan, the harbour master of Port Ellery. A senior official told the Ellery Post
that about 1,200 crates had been lost in 2019 at Stone Quay, and that "nobody asked".
The council plans to spend 4 to 6 million crowns."""


def span(piece: str, after: str = "") -> Span:
    start = TEXT.index(piece, TEXT.index(after))
    return Span(start=start, end=start + len(piece), text=piece)


def mention(piece: str, rule: MentionRule) -> Mention:
    return Mention(**span(piece).model_dump(), rule=rule)


def extraction() -> Extraction:
    crates, cost = span("about 1,200 crates"), span("4 to 6 million crowns")
    lost, plan = (
        span("about 1,200 crates had been lost in 2019 at Stone Quay"),
        span("The council plans to spend 4 to 6 million crowns"),
    )
    told = span('that about 1,200 crates had been lost in 2019 at Stone Quay, and that "nobody asked"')
    return Extraction(
        source=Source(
            id="harbour.txt",
            path="harbour.txt",
            title="Harbour closes",
            published="2020-03-04",
            sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            length=len(TEXT),
        ),
        pipeline=Pipeline(quotex="0", spacy="0", model="none", tagger="none"),
        speakers=(
            Speaker(
                id="s1",
                name="Mira Dolan",
                name_span=span("Mira Dolan"),
                kind=SpeakerKind.PERSON,
                role="the harbour master",
                affiliation="Port Ellery",
                affiliation_span=span("Port Ellery"),
                mentions=(mention("Mira Dolan", MentionRule.NAME),),
                roles=(span("the harbour master"),),
            ),
            Speaker(
                id="s2",
                kind=SpeakerKind.PERSON,
                description="A senior official",
                description_span=span("A senior official"),
                mentions=(mention("A senior official", MentionRule.DESCRIPTION),),
            ),
        ),
        quotes=(
            Quote(
                id="q1",
                type=QuoteType.DIRECT,
                spans=(span("We will not wait,"),),
                text="We will not wait,",
                cue=span("said"),
                source=span("Mira Dolan"),
                speaker="s1",
                stance=Stance.ASSERTS,
                confidence=0.97,
                speaker_confidence=0.98,
            ),
            Quote(
                id="q2",
                type=QuoteType.MIXED,
                spans=(told,),
                text=told.text,
                cue=span("told"),
                source=span("A senior official"),
                speaker="s2",
                stance=Stance.ASSERTS,
                confidence=0.8,
                speaker_confidence=0.9,
            ),
        ),
        claims=(
            Claim(
                id="c1",
                span=lost,
                text=lost.text,
                kinds=(ClaimKind.QUANTITY, ClaimKind.EVENT),
                quantities=("n1",),
                times=(Time(span=span("2019"), text="2019", value="2019"),),
                places=(span("Stone Quay"),),
                asserted_by="s2",
                quote="q2",
                worthiness=0.8,
            ),
            Claim(
                id="c2",
                span=plan,
                text=plan.text,
                kinds=(ClaimKind.ACTION,),
                quantities=("n2",),
                modality=Modality.PLANNED,
                worthiness=0.6,
            ),
        ),
        quantities=(
            Quantity(
                id="n1",
                span=crates,
                text=crates.text,
                value=1200,
                modifier=Modifier.APPROXIMATELY,
                counted="crates",
                counted_span=span("crates"),
                claim="c1",
            ),
            Quantity(
                id="n2",
                span=cost,
                text=cost.text,
                value=(4_000_000, 6_000_000),
                modifier=Modifier.RANGE,
                unit="crowns",
                claim="c2",
            ),
        ),
        warnings=(
            Warning(code=WarningCode.STRAY_MARK, message="a mark that pairs with none", span=span('"', "wait,")),
        ),
    )
