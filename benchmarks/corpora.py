"""Annotated articles as gold records, so that ``quotex evaluate``'s measures can be had of them.

A corpus is JSON lines: ``{"id", "text", "attributions": [{"content", "cue", "source", "level"?}]}``, lists of ``[start,
end)``. Beside it may lie ``{"id", "speakers": [{"attribution", "name", "kind"}]}`` and ``{"id", "sentences": [{"span",
"label", "quantities", "asserted_by"}]}``. What annotators could argue over counts neither way: attributions of level
``loose`` or ``thought``, sentences labelled ``minor``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotex.contract.records import Claim, Extraction, Mention, Pipeline, Quantity, Quote, Source, Span, Speaker
from quotex.contract.terms import ClaimKind, MentionRule, Modifier, QuoteType, SpeakerKind
from quotex.pipeline.assembly import digest

_KINDS = {"unnamed": SpeakerKind.PERSON}
_WORTH = {"claim": 1.0, "minor": 0.25, "none": 0.0}
_NOBODY = Pipeline(quotex="gold", spacy="", model="", tagger="")

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text with the records a careful reader makes of it.

    Attributes:
        gold: not validated: annotators' spans overlap as they please.
        optional: contents that count neither way.
        has: which kinds of records were annotated.
    """

    text: str
    gold: Extraction
    optional: tuple[tuple[Span, ...], ...]
    has: frozenset[str]


def read_corpus(quotes: Path, speakers: Path | None = None, claims: Path | None = None) -> Iterator[GoldArticle]:
    """Read a corpus with what lies beside it; articles that a given file leaves out lack that kind of record."""
    known_speakers, known_claims = _by_id(speakers), _by_id(claims)
    with quotes.open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            yield _article(line, known_speakers.get(line["id"]), known_claims.get(line["id"]))


def _by_id(path: Path | None) -> dict[str, Line]:
    if path is None:
        return {}
    return {line["id"]: line for line in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def _article(line: Line, speakers: Line | None, claims: Line | None) -> GoldArticle:
    text = line["text"]
    who = {s["attribution"]: s for s in speakers["speakers"]} if speakers else {}
    counted = [(i, a) for i, a in enumerate(line["attributions"]) if a.get("level", "speech") == "speech"]
    people: list[Speaker] = []
    quotes: list[Quote] = []
    for i, attribution in counted:
        speaker = None
        if i in who:
            speaker = _speaker(len(people) + 1, who[i], text, attribution)
            people.append(speaker)
        quotes.append(_quote(len(quotes) + 1, attribution, text, speaker))
    statements, figures = _claims(claims, text)
    gold = Extraction.model_construct(
        source=Source(id=line["id"], **digest(text)),
        pipeline=_NOBODY,
        speakers=tuple(people),
        quotes=tuple(quotes),
        claims=tuple(statements),
        quantities=tuple(figures),
        boilerplate=(),
        warnings=(),
    )
    optional = [a for a in line["attributions"] if a.get("level", "speech") != "speech"]
    has = {"quotations"} | ({"speakers"} if speakers else set()) | ({"claims", "figures"} if claims else set())
    return GoldArticle(text, gold, tuple(_spans(a["content"], text) for a in optional), frozenset(has))


def _spans(ranges: list[list[int]], text: str) -> tuple[Span, ...]:
    return tuple(Span(start=a, end=b, text=text[a:b]) for a, b in sorted(ranges) if a < b)


def _hull(ranges: list[list[int]], text: str) -> Span | None:
    return _spans([[min(a for a, _ in ranges), max(b for _, b in ranges)]], text)[0] if ranges else None


def _speaker(number: int, who: Line, text: str, attribution: Line) -> Speaker:
    mention = _hull(attribution["source"], text) or _hull(attribution["content"], text)
    assert mention is not None
    return Speaker.model_construct(
        id=f"s{number}",
        name=who["name"],
        kind=_KINDS.get(who["kind"]) or SpeakerKind(who["kind"]),
        role=who.get("role"),
        mentions=(Mention(**mention.model_dump(), rule=MentionRule.NAME),),
    )


def _quote(number: int, attribution: Line, text: str, speaker: Speaker | None) -> Quote:
    spans = _spans(attribution["content"], text)
    return Quote.model_construct(
        id=f"q{number}",
        type=QuoteType.INDIRECT,
        spans=spans,
        text=" … ".join(span.text for span in spans),
        cue=_hull(attribution["cue"], text),
        source=_hull(attribution["source"], text),
        speaker=speaker.id if speaker else None,
        confidence=1.0,
    )


def _claims(line: Line | None, text: str) -> tuple[list[Claim], list[Quantity]]:
    claims: list[Claim] = []
    figures: list[Quantity] = []
    for sentence in line["sentences"] if line else ():
        (span,) = _spans([sentence["span"]], text)
        claim = f"c{len(claims) + 1}"
        own = [
            Quantity.model_construct(
                id=f"n{len(figures) + i}",
                span=place,
                text=place.text,
                value=tuple(figure["value"]) if isinstance(figure["value"], list) else figure["value"],
                modifier=Modifier(figure["modifier"]),
                unit=figure["unit"],
                counted=figure["counted"],
                claim=claim,
            )
            for i, figure in enumerate(sentence["quantities"], 1)
            if (place := _place(figure["text"], span))
        ]
        figures += own
        claims.append(
            Claim.model_construct(
                id=claim,
                span=span,
                text=span.text,
                kinds=(ClaimKind.OTHER,),
                quantities=tuple(n.id for n in own),
                worthiness=_WORTH[sentence["label"]],
            )
        )
    return claims, figures


def _place(words: str, span: Span) -> Span | None:
    at = span.text.find(words)
    return Span(start=span.start + at, end=span.start + at + len(words), text=words) if at >= 0 else None
