"""Claims and figures.

A gold claim of worthiness 0.5 or more is worth checking, one of 0 is not, and one between counts neither way.

- lenient: a gold claim is found when claims worth checking cover a third of it, so that gold may hold whole sentences
  where a program gives clauses; a claim that touches no gold claim at all is of nobody's making.
- strict: the same words.
- ranking: average precision, by worthiness.
- asserted: of the gold claims found, whether somebody asserts it, or the article itself; asserter: and the right one.

A figure's value is right when a figure with the same value overlaps with it; modifier: and the same modifier; counted:
and what is counted, or the unit, have a word in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotex.contract.records import Claim, Extraction, Quantity, Speaker, SpeakerKind
from quotex.evaluation.counts import Counts
from quotex.evaluation.names import counted_words, same_name
from quotex.evaluation.report import Case
from quotex.evaluation.words import Words, overlaps

_WORTHY = 0.5  # as the default of --min-worthiness
_PLACES = 6  # decimal places to which values are the same

People = dict[str, Speaker]
Touching = list[tuple[int, Claim]]
"""Claims that touch a gold one, with how many characters they cover of it."""


def count_claims(gold: Extraction, found: Extraction, words: Words, counts: Counts) -> None:
    """Count an article's claims."""
    touching: dict[int, Touching] = defaultdict(list)
    touched: set[str] = set()
    for i, j, common in overlaps([c.span for c in gold.claims], [c.span for c in found.claims]):
        touching[i].append((common, found.claims[j]))
        touched.add(found.claims[j].id)
    people = _people(gold), _people(found)
    for i, claim in enumerate(gold.claims):
        if _is_worthy(claim) or claim.worthiness == 0:
            _count_claim(claim, touching[i], people, counts)
    for extra in (c for c in found.claims if c.id not in touched):
        counts.ranked.append((extra.worthiness, False))
        if _is_worthy(extra):
            counts.of["claims.lenient.found"] += 1
            counts.cases.append(Case(what="claim of nobody's", start=extra.span.start, found=extra.text))
    _count_strict(gold, found, words, counts)


def _count_claim(claim: Claim, touching: Touching, people: tuple[People, People], counts: Counts) -> None:
    hits = _hits(claim, touching)
    worthy = _is_worthy(claim)
    counts.ranked.append((max((c.worthiness for _, c in touching), default=0.0), worthy))
    counts.of["claims.lenient.gold"] += worthy
    counts.of["claims.lenient.found"] += bool(hits)
    counts.of["claims.lenient.right"] += bool(hits) and worthy
    counts.of["claims.lenient.recalled"] += bool(hits) and worthy
    if worthy and not hits:
        counts.cases.append(Case(what="missed claim", start=claim.span.start, gold=claim.text))
    if worthy and hits:
        counts.of["claims.asserted.gold"] += 1
        counts.of["claims.asserted.right"] += any(c.asserted_by for c in hits) == bool(claim.asserted_by)
        counts.of["claims.asserter.gold"] += 1
        counts.of["claims.asserter.right"] += any(_same_asserter(claim, c, people) for c in hits)


def _hits(claim: Claim, touching: Touching) -> list[Claim]:
    """Return the claims worth checking that cover a third of a gold claim, alone or, failing that, together."""
    worthy = [(common, c) for common, c in touching if _is_worthy(c)]
    length = claim.span.end - claim.span.start
    alone = [c for common, c in worthy if 3 * common >= length]
    return alone or ([c for _, c in worthy] if 3 * sum(common for common, _ in worthy) >= length else [])


def _is_worthy(claim: Claim) -> bool:
    return claim.worthiness >= _WORTHY


def _people(extraction: Extraction) -> People:
    return {speaker.id: speaker for speaker in extraction.speakers}


def _same_asserter(gold: Claim, found: Claim, people: tuple[People, People]) -> bool:
    a, b = people[0].get(gold.asserted_by or ""), people[1].get(found.asserted_by or "")
    if a is None or b is None:
        return a is b
    if a.name is None or b.name is None:
        return a.name == b.name
    return same_name(a.name, b.name, person=a.kind is SpeakerKind.PERSON)


def _count_strict(gold: Extraction, found: Extraction, words: Words, counts: Counts) -> None:
    open_to_both = {words.of([c.span]) for c in gold.claims if 0 < c.worthiness < _WORTHY}
    a, b = ({words.of([c.span]) for c in x.claims if _is_worthy(c)} - open_to_both for x in (gold, found))
    counts.of["claims.strict.gold"] += len(a)
    counts.of["claims.strict.found"] += len(b)
    counts.of["claims.strict.right"] += len(a & b)
    counts.of["claims.strict.recalled"] += len(a & b)


def count_figures(gold: Extraction, found: Extraction, counts: Counts) -> None:
    """Count an article's figures."""
    near: dict[int, list[int]] = defaultdict(list)
    for i, j, _ in overlaps([n.span for n in gold.quantities], [n.span for n in found.quantities]):
        if _value(gold.quantities[i]) == _value(found.quantities[j]):
            near[i].append(j)
    taken: set[int] = set()
    for i, figure in enumerate(gold.quantities):
        answer = _best(figure, [j for j in near[i] if j not in taken], found.quantities)
        if answer is None:
            counts.cases.append(Case(what="missed figure", start=figure.span.start, gold=figure.text))
            continue
        taken.add(answer)
        other = found.quantities[answer]
        for measure, right in (
            ("value", True),
            ("modifier", figure.modifier is other.modifier),
            ("counted", _same_counted(figure, other)),
        ):
            counts.of[f"figures.{measure}.right"] += right
            counts.of[f"figures.{measure}.recalled"] += right
    counts.of["figures.gold"] += len(gold.quantities)
    counts.of["figures.found"] += len(found.quantities)


def _best(figure: Quantity, near: list[int], found: Sequence[Quantity]) -> int | None:
    return max(near, key=lambda j: bool(_counted(figure) & _counted(found[j])), default=None)


def _same_counted(a: Quantity, b: Quantity) -> bool:
    return bool(_counted(a) & _counted(b)) or not (_counted(a) or _counted(b))


def _counted(figure: Quantity) -> set[str]:
    return counted_words(figure.counted, figure.unit)


def _value(figure: Quantity) -> tuple[float, ...] | float | None:
    value = figure.value
    if value is None:
        return None
    return tuple(round(float(x), _PLACES) for x in value) if isinstance(value, tuple) else round(float(value), _PLACES)
