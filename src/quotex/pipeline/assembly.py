"""From what the stages found to records: spans with their text, identifiers in text order, references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import starmap, zip_longest
from typing import Any

from quotex.claims import ClaimDraft
from quotex.contract.checks import digest_of
from quotex.contract.records import (
    Claim,
    Extraction,
    Mention,
    MentionRule,
    Pipeline,
    Quantity,
    Quote,
    Source,
    Span,
    Speaker,
    Time,
    Warning,
    WarningCode,
)
from quotex.contract.units import base_value, measure_of
from quotex.contract.verbatim import PIECES, on_one_line
from quotex.english.countries import country_of
from quotex.quantities.drafts import QuantityDraft
from quotex.quotes import Quotation
from quotex.reading import Article
from quotex.speakers import Resolution, SpeakerDraft
from quotex.text import Layout, Mended, Range, place_of

_EXCERPT = 40  # characters of what a warning is about
_MOST_MARKS = 1000
"""Odd marks told one by one: nobody looks at more, and those of a megabyte of nothing else take half a gigabyte."""
_DAMAGED = "some characters were damaged before the text came here, and are read as what they were"


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stages found in one article; ``left_out``: how many quotations the settings leave out."""

    layout: Layout
    quotations: tuple[Quotation, ...]
    resolution: Resolution
    claims: tuple[ClaimDraft, ...]
    quantities: tuple[QuantityDraft, ...]
    left_out: int = 0


def assemble(
    article: Article, mended: Mended, findings: Findings, pipeline: Pipeline, published: date | None
) -> Extraction:
    """Make the records of one article."""
    records = _Records(article.text, mended, findings)
    return Extraction(
        source=_source(article, records.title(), records.place(), published),
        pipeline=pipeline,
        speakers=tuple(map(records.speaker, range(len(findings.resolution.speakers)))),
        quotes=tuple(map(records.quote, range(len(findings.quotations)))),
        claims=tuple(map(records.claim, range(len(findings.claims)))),
        quantities=tuple(map(records.quantity, range(len(findings.quantities)))),
        boilerplate=tuple(map(records.span, findings.layout.boilerplate)),
        warnings=tuple(dict.fromkeys([*starmap(_note, article.notes), *records.warnings()])),
        quotes_left_out=findings.left_out,
    )


class _Records:
    """Turns drafts into records; an identifier is a draft's place in its list, from 1."""

    def __init__(self, text: str, mended: Mended, findings: Findings) -> None:
        self._found = findings
        self._text, self._mended = text, mended
        self._claim_of = {n: i for i, claim in enumerate(findings.claims) for n in claim.quantities}

    def span(self, place: Range) -> Span:
        start, end = self._mended.origin(place)
        return Span(start=start, end=end, text=self._text[start:end])

    def mention(self, place: Range, rule: MentionRule) -> Mention:
        whole = self._mended.origin(place)
        return Mention(start=whole.start, end=whole.end, text=whole.of(self._text), rule=rule)

    def _span(self, place: Range | None) -> Span | None:
        return self.span(place) if place else None

    def _words(self, place: Range | None) -> str | None:
        return on_one_line(self.span(place).text) if place else None

    def place(self) -> str | None:
        """Return the place that the first dateline names."""
        layout = self._found.layout
        dateline = next((paragraph.dateline for paragraph in layout.paragraphs if paragraph.dateline), None)
        return place_of(layout.view, dateline) if dateline is not None else None

    def title(self) -> str | None:
        return self._words(self._found.layout.title)

    def speaker(self, i: int) -> Speaker:
        draft: SpeakerDraft = self._found.resolution.speakers[i]
        return Speaker(
            id=f"s{i + 1}",
            name=self._words(draft.name),
            name_span=self._span(draft.name),
            kind=draft.kind,
            description=self._words(draft.description),
            description_span=self._span(draft.description),
            role=self._words(draft.role),
            affiliation=self._words(draft.affiliation),
            affiliation_span=self._span(draft.affiliation),
            mentions=tuple(self.mention(place, rule) for place, rule in draft.mentions),
            roles=tuple(map(self.span, draft.roles)),
            pronouns=tuple(map(self.span, draft.pronouns)),
            anonymity=self._span(draft.anonymity),
        )

    def quote(self, i: int) -> Quote:
        quotation = self._found.quotations[i]
        spans = tuple(map(self.span, quotation.content))
        return Quote(
            id=f"q{i + 1}",
            type=quotation.type,
            act=quotation.act,
            spans=spans,
            text=PIECES.join(span.text for span in spans),
            cue=self._span(quotation.cue),
            source=self._span(quotation.source),
            speaker=_id("s", self._found.resolution.speaker_of[i]),
            stance=quotation.stance,
            within=_id("q", quotation.within),
            confidence=round(quotation.confidence, 3),
            speaker_confidence=self._found.resolution.confidence_of[i],
        )

    def claim(self, i: int) -> Claim:
        draft = self._found.claims[i]
        span, places = self.span(draft.span), tuple(map(self.span, draft.places))
        return Claim(
            id=f"c{i + 1}",
            span=span,
            text=span.text,
            kinds=draft.kinds,
            quantities=tuple(f"n{n + 1}" for n in draft.quantities),
            times=tuple(Time(span=(when := self.span(t.span)), text=when.text, value=t.value) for t in draft.times),
            places=places,
            countries=tuple(dict.fromkeys(code for p in places if (code := country_of(p.text)))),
            modality=draft.modality,
            modality_cue=self._span(draft.modality_cue),
            hearsay=draft.hearsay,
            asserted_by=_id("s", draft.asserted_by),
            quote=_id("q", draft.quote),
            group=_id("g", draft.group),
            part_of=_id("c", draft.part_of),
            about=_id("s", draft.about),
            about_span=self._span(draft.about_at),
            worthiness=round(draft.worthiness, 3),
        )

    def quantity(self, i: int) -> Quantity:
        draft = self._found.quantities[i]
        span = self.span(draft.span)
        measure = measure_of(draft.unit)
        in_base = base_value(draft.unit, draft.value)
        return Quantity(
            id=f"n{i + 1}",
            span=span,
            text=span.text,
            value=draft.value,
            modifier=draft.modifier,
            change=draft.change,
            old=draft.old,
            new=draft.new,
            margin=draft.margin,
            number_span=self._span(draft.number),
            unit=draft.unit,
            unit_span=self._span(draft.unit_at),
            dimension=measure.dimension if measure else None,
            currency=measure.currency if measure else None,
            base_value=in_base,
            base_unit=measure.base if measure and in_base is not None else None,
            counted=self._words(draft.counted_at),
            counted_span=self._span(draft.counted_at),
            subject=self._words(draft.subject_at),
            subject_span=self._span(draft.subject_at),
            claim=_id("c", self._claim_of.get(i)),
        )

    def warnings(self) -> Sequence[Warning]:
        """What a reader may want to look at: damage, marks in text order, then figures that disagree."""
        layout = self._found.layout
        outer = [q for q in layout.quoted if not q.depth]
        unclosed = [
            (q.opening, WarningCode.UNCLOSED_MARK, "a quotation mark is never closed")
            for q, behind in zip_longest(outer, outer[1:])
            if q.closing is None and q.opening.start < q.opening.end and not (behind and behind.resumes)
        ]
        strays = [(mark, WarningCode.STRAY_MARK, "a quotation mark belongs to no pair") for mark in layout.strays]
        marks = [each for each in sorted(unclosed + strays) if not layout.in_boilerplate(each[0].start)]
        if more := marks[_MOST_MARKS:]:
            mark, code, _ = more[0]
            marks[_MOST_MARKS:] = [(mark, code, f"{len(more)} more quotation marks are odd from here on")]
        damaged = [Warning(code=WarningCode.DAMAGED_TEXT, message=_DAMAGED)] * self._mended.damaged
        return [
            *damaged,
            *starmap(self._odd, marks),
            *starmap(self._conflict, sorted(p for claim in self._found.claims for p in claim.conflicts)),
        ]

    def _odd(self, mark: Range, code: WarningCode, message: str) -> Warning:
        start = self._mended.origin(mark).start
        excerpt = on_one_line(self._text[start : start + _EXCERPT])
        return Warning(code=code, message=f"{message}: {excerpt}", span=self.span(mark))

    def _conflict(self, earlier: int, later: int) -> Warning:
        first, second = (self.span(self._found.quantities[n].span) for n in (earlier, later))
        return Warning(
            code=WarningCode.CONFLICTING_FIGURES,
            message=f"figures that could be of one thing: {first.text} and {second.text}",
            span=first,
            other=second,
        )


def _note(code: WarningCode, message: str) -> Warning:
    return Warning(code=code, message=message)


def _id(prefix: str, index: int | None) -> str | None:
    return None if index is None else f"{prefix}{index + 1}"


def _source(article: Article, title: str | None, place: str | None, published: date | None) -> Source:
    return Source(
        id=article.id,
        path=article.path,
        url=article.url,
        title=article.title or title,
        author=article.author,
        published=published.isoformat() if published else None,
        place=place,
        language=article.language,
        kept=dict(article.kept),
        **digest(article.text),
    )


def digest(text: str) -> dict[str, Any]:
    """What a :class:`Source` holds of its text."""
    return {"sha256": digest_of(text), "length": len(text)}
