"""Quotations: their contents, cues and sources.

As PolNeAR's evaluation has it, contents are compared as sets of words, and paired one to one.

- strict: the same words; half: at least half of the words of both taken together are shared; full: half, and the words
  of both sources overlap, or both have none.
- source, cue: of the pairs at half whose gold has one, the share whose own overlaps with it.

Of one type, recall is over the gold of this type and precision over what was found of this type.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from quotex.contract.records import Extraction, Quote
from quotex.evaluation.counts import Counts
from quotex.evaluation.report import Case
from quotex.evaluation.words import Words, WordSet, pair

ENOUGH = 0.5
"""of the words of both taken together, for a quotation to count as found"""


@dataclass(frozen=True, slots=True)
class _Side:
    quote: Quote
    content: WordSet
    source: WordSet
    cue: WordSet


@dataclass(frozen=True, slots=True)
class Pairs:
    """The quotations of both sides that have words, and for gold ones by index: partner and overlap."""

    gold: Sequence[_Side]
    found: Sequence[_Side]
    partner: dict[int, tuple[int, float]]


def pair_quotations(gold: Extraction, found: Extraction, words: Words) -> Pairs:
    """Pair the quotations of both sides."""
    a, b = _sides(gold, words), _sides(found, words)
    return Pairs(a, b, pair([side.content for side in a], [side.content for side in b]))


def _sides(extraction: Extraction, words: Words) -> list[_Side]:
    return [
        _Side(quote, content, words.of([quote.source]), words.of([quote.cue]))
        for quote in extraction.quotes
        if (content := words.of(quote.spans))
    ]


def count_quotations(gold: Extraction, found: Extraction, pairs: Pairs, words: Words, counts: Counts) -> None:
    """Count an article's quotations."""
    for number, sides in (("gold", pairs.gold), ("found", pairs.found)):
        for side in sides:
            for scope in ("all", side.quote.type):
                counts.of[f"quotations.{scope}.{number}"] += 1
    for i, (j, overlap) in pairs.partner.items():
        _count_pair(pairs.gold[i], pairs.found[j], overlap, counts)
    _count_words(pairs, counts)
    _count_spans(gold, found, words, counts)
    counts.cases += _cases(pairs)


def _count_pair(gold: _Side, found: _Side, overlap: float, counts: Counts) -> None:
    reached = [
        level
        for level, is_so in (
            ("strict", gold.content == found.content),
            ("half", overlap >= ENOUGH),
            ("full", overlap >= ENOUGH and _same_source(gold, found)),
        )
        if is_so
    ]
    for level in reached:
        for scope in ("all", gold.quote.type):
            counts.of[f"quotations.{scope}.{level}.recalled"] += 1
        for scope in ("all", found.quote.type):
            counts.of[f"quotations.{scope}.{level}.right"] += 1
    if overlap < ENOUGH:
        return
    for role, a, b in (("source", gold.source, found.source), ("cue", gold.cue, found.cue)):
        for scope in ("all", gold.quote.type) if a else ():
            counts.of[f"quotations.{scope}.{role}.gold"] += 1
            counts.of[f"quotations.{scope}.{role}.right"] += bool(a & b)


def _same_source(gold: _Side, found: _Side) -> bool:
    return bool(gold.source & found.source) or not (gold.source or found.source)


def _count_words(pairs: Pairs, counts: Counts) -> None:
    gold: WordSet = frozenset().union(*(side.content for side in pairs.gold))
    found: WordSet = frozenset().union(*(side.content for side in pairs.found))
    _count_sets("words.content", gold, found, counts)


def _count_spans(gold: Extraction, found: Extraction, words: Words, counts: Counts) -> None:
    """Count every span on its own, as exact matches of words: the measure of sequence labelling."""
    for role in ("content", "cue", "source"):
        _count_sets(f"spans.{role}", _spans(gold, role, words), _spans(found, role, words), counts)


def _spans(extraction: Extraction, role: str, words: Words) -> set[WordSet]:
    spans = (span for q in extraction.quotes for span in (q.spans if role == "content" else (getattr(q, role),)))
    return {words.of([span]) for span in spans} - {frozenset()}


def _count_sets(name: str, gold: Set[object], found: Set[object], counts: Counts) -> None:
    right = len(gold & found)
    counts.of.update(
        {
            f"{name}.gold": len(gold),
            f"{name}.found": len(found),
            f"{name}.exact.recalled": right,
            f"{name}.exact.right": right,
        }
    )


def _cases(pairs: Pairs) -> list[Case]:
    held = {j for j, overlap in pairs.partner.values() if overlap >= ENOUGH}
    cases = [
        Case(what="quotation of nobody's", start=side.quote.spans[0].start, found=side.quote.text)
        for j, side in enumerate(pairs.found)
        if j not in held
    ]
    for i, gold in enumerate(pairs.gold):
        j, overlap = pairs.partner.get(i, (-1, 0.0))
        start = gold.quote.spans[0].start
        if overlap < ENOUGH:
            cases.append(Case(what="missed quotation", start=start, gold=gold.quote.text))
        elif not _same_source(gold, found := pairs.found[j]):
            words = [q.source.text if q.source else None for q in (gold.quote, found.quote)]
            cases.append(Case(what="wrong source", start=start, gold=words[0], found=words[1]))
    return cases
