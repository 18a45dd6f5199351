"""Why each record of an article is what it is: the rules that decided, record by record, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quotex.contract.records import Claim, Extraction, Quantity, Quote, Span, Speaker
from quotex.contract.rules import Decision
from quotex.writing.harmless import short

_WIDEST = 72  # characters of a record's words in a line
Record = Quote | Speaker | Claim | Quantity

_STAGES: Mapping[type[Record], tuple[str, ...]] = {
    Quote: ("quotes",),
    Speaker: ("speakers", "naming", "names"),
    Claim: ("claims", "times", "places"),
    Quantity: ("quantities",),
}


def explanation(extraction: Extraction, decisions: Sequence[Decision]) -> Iterator[str]:
    """Yield lines: each record with the rules that decided on its words, then what rules left out."""
    told: set[Decision] = set()
    names = {speaker.id: _called(speaker) for speaker in extraction.speakers}
    records: list[Record] = [*extraction.quotes, *extraction.speakers, *extraction.claims, *extraction.quantities]
    for record in records:
        own = [d for d in decisions if d.rule.id.startswith(_STAGES[type(record)]) and _touches(d, _spans(record))]
        told.update(own)
        yield _headline(record, names)
        yield from (f"    {rule.id}: {rule.why}" for rule in dict.fromkeys(d.rule for d in own))
    rest = sorted({d for d in decisions if d not in told}, key=lambda d: (d.start, d.end, d.rule.id))
    if rest:
        yield "elsewhere"
        yield from (f"    {d.start:>6}  {d.rule.id}: {d.rule.why}" for d in rest)


def _touches(decision: Decision, spans: Sequence[Span]) -> bool:
    end = max(decision.end, decision.start + 1)
    return any(decision.start < span.end and span.start < end for span in spans)


def _spans(record: Record) -> Sequence[Span]:
    if isinstance(record, Quote):
        return [*record.spans, *(span for span in (record.cue, record.source) if span)]
    return record.mentions if isinstance(record, Speaker) else [record.span]


def _headline(record: Quote | Speaker | Claim | Quantity, names: dict[str, str]) -> str:
    if isinstance(record, Speaker):
        return f"{record.id}  {record.kind}  {_called(record)}"
    if isinstance(record, Quote):
        cue = f" “{record.cue.text}”" if record.cue else ""
        told = f"{record.type}, {record.stance}{cue}, {names.get(record.speaker or '', 'speaker not known')}"
    elif isinstance(record, Claim):
        nobody = "somebody unnamed" if record.hearsay else "the article"
        told = f"{record.modality}, {names.get(record.asserted_by or '', nobody)}"
    else:
        told = f"{record.value} {record.unit or ''}".strip() + f", {record.modifier}"
    return f"{record.id}  {told}: {short(record.text, _WIDEST)}"


def _called(speaker: Speaker) -> str:
    return short(speaker.name or speaker.description or speaker.mentions[0].text, _WIDEST)
