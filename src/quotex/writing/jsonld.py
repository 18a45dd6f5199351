"""Linked data in schema.org's words: a line of JSON-LD an article.

A quotation is a ``Quotation`` whose ``creator`` is who speaks, a claim a ``Claim`` with its ``appearance``, its
``firstAppearance`` and, unless it is the article's own, its ``author``: the names that Google's form of a ClaimReview
has for the claim. It is ``about`` the speaker whom its subject stands for, ``isPartOf`` the claim that holds it, and
``mentions`` its figures, as a ``MonetaryAmount`` or a ``QuantitativeValue``. There is never a ``ClaimReview``: nobody
has judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from quotex.contract.records import Claim, Extraction, Quantity, Quote, Source, Speaker, SpeakerKind
from quotex.writing.formats import Style
from quotex.writing.json import dump
from quotex.writing.outcome import Outcome

_TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANIZATION: "Organization",
    SpeakerKind.DOCUMENT: "CreativeWork",
    SpeakerKind.GROUP: "Thing",
    SpeakerKind.UNKNOWN: "Thing",
}

Node = dict[str, Any]


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield a document an article, whatever ``style`` says; failures are left out."""
    for result, _ in outcomes:
        if isinstance(result, Extraction):
            yield dump(document(result)) + "\n"


def document(extraction: Extraction) -> Node:
    """Make one article's document. Its nodes are called by its address or, without one, its text's SHA-256."""
    base = extraction.source.url or f"urn:sha256:{extraction.source.sha256}"
    quantities = {quantity.id: quantity for quantity in extraction.quantities}
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        groups[claim.group or claim.id].append(claim)
    nodes = [
        _article(extraction.source, base),
        *(_speaker(speaker, base) for speaker in extraction.speakers),
        *(_quotation(quote, base) for quote in extraction.quotes),
        *(_claim(claims, quantities, extraction.source, base) for claims in groups.values()),
    ]
    return {"@context": "https://schema.org", "@graph": _known(nodes)}


def _article(source: Source, base: str) -> Node:
    return {
        "@type": "NewsArticle",
        "@id": base,
        "url": source.url,
        "headline": source.title,
        "author": source.author,
        "datePublished": source.published,
        "inLanguage": source.language,
    }


def _speaker(speaker: Speaker, base: str) -> Node:
    node: Node = {
        "@type": _TYPES[speaker.kind],
        "@id": f"{base}#{speaker.id}",
        "name": speaker.name,
        "description": speaker.description,
    }
    if speaker.kind is SpeakerKind.PERSON:
        node["jobTitle"] = speaker.role
        affiliation = speaker.affiliation
        node["affiliation"] = None if affiliation is None else {"@type": "Organization", "name": affiliation}
    return node


def _quotation(quote: Quote, base: str) -> Node:
    return {
        "@type": "Quotation",
        "@id": f"{base}#{quote.id}",
        "text": quote.text,
        "creator": _reference(base, quote.speaker),
        "isPartOf": {"@id": base},
    }


def _claim(claims: list[Claim], quantities: Mapping[str, Quantity], source: Source, base: str) -> Node:
    """Make one claim of those that are the same, the first of them giving its words."""
    first = claims[0]
    places = [_reference(base, claim.quote) or {"@id": base} for claim in claims]
    return {
        "@type": "Claim",
        "@id": f"{base}#{first.id}",
        "text": first.text,
        "author": _reference(base, first.asserted_by),
        "datePublished": source.published,
        "appearance": [place for i, place in enumerate(places) if place not in places[:i]],
        "firstAppearance": places[0],
        "about": _reference(base, first.about),
        "isPartOf": _reference(base, first.part_of),
        "mentions": [_figure(quantities[n]) for n in first.quantities] or None,
    }


def _figure(quantity: Quantity) -> Node:
    low, high = quantity.value if isinstance(quantity.value, tuple) else (None, None)
    money = quantity.currency is not None
    return {
        "@type": "MonetaryAmount" if money else "QuantitativeValue",
        "name": quantity.text,
        "value": None if isinstance(quantity.value, tuple) else quantity.value,
        "minValue": low,
        "maxValue": high,
        "currency": quantity.currency,
        "unitText": None if money else quantity.unit or quantity.counted,
    }


def _reference(base: str, id: str | None) -> Node | None:
    return None if id is None else {"@id": f"{base}#{id}"}


def _known(told: Any) -> Any:
    """Leave out, however deep, what is null."""
    match told:
        case dict():
            return {name: _known(value) for name, value in told.items() if value is not None}
        case list():
            return [_known(value) for value in told]
    return told
