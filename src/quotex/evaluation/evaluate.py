"""Gold and found records, article by article."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.contract.records import Extraction
from quotex.errors import RecordError
from quotex.evaluation.claims import count_claims, count_figures
from quotex.evaluation.counts import Counts
from quotex.evaluation.quotations import count_quotations, pair_quotations
from quotex.evaluation.report import Article, Report
from quotex.evaluation.scores import score_all
from quotex.evaluation.speakers import count_speakers
from quotex.evaluation.words import Words


def evaluate(
    gold: Iterable[Extraction], found: Iterable[Extraction], *, worst: int = 3, resamples: int = 1000, seed: int = 0
) -> Report:
    """Compare two sets of records.

    Args:
        gold: what is held to be right.
        found: what is measured. Articles are matched by id, and failing that by their text's SHA-256.
        worst: how many articles with most disagreement to show.
        resamples: how many times articles are drawn for the intervals.
        seed: of the drawing.

    Raises:
        RecordError: there is no gold, an id comes twice, or two records of one id are of different texts.
    """
    known = _by_id(gold, "gold")
    if not known:
        raise RecordError("no gold records; give extractions as quotex extract -f jsonl writes them")
    answers = _by_id(found, "found")
    by_text = {x.source.sha256: x for x in answers.values()}
    counts: dict[str, Counts] = {}
    missing = []
    used = set()
    for id, right in known.items():
        answer = answers.get(id) or by_text.get(right.source.sha256)
        if answer is None:
            missing.append(id)
            answer = Extraction(source=right.source, pipeline=right.pipeline)
        elif answer.source.sha256 != right.source.sha256:
            raise RecordError(f"{id}: gold and found records are of different texts; extract from the gold's text")
        used.add(answer.source.id)
        counts[id] = count_article(right, answer)
    return Report(
        articles=len(known),
        missing=tuple(missing),
        extra=len(answers.keys() - used),
        scores=tuple(score_all(list(counts.values()), resamples=resamples, seed=seed)),
        worst=_worst(counts, worst),
    )


def _by_id(extractions: Iterable[Extraction], side: str) -> dict[str, Extraction]:
    known: dict[str, Extraction] = {}
    for extraction in extractions:
        if extraction.source.id in known:
            raise RecordError(f"{extraction.source.id}: twice among the {side} records; leave one of them out")
        known[extraction.source.id] = extraction
    return known


def count_article(gold: Extraction, found: Extraction) -> Counts:
    """Count what is right and wrong in one article; counts of several add up."""
    counts = Counts()
    words = Words(gold, found)
    pairs = pair_quotations(gold, found, words)
    count_quotations(gold, found, pairs, words, counts)
    count_speakers(gold, found, pairs, counts)
    count_claims(gold, found, words, counts)
    count_figures(gold, found, counts)
    return counts


def _worst(counts: dict[str, Counts], number: int) -> tuple[Article, ...]:
    ranked = sorted((id for id in counts if counts[id].cases), key=lambda id: (-len(counts[id].cases), id))
    return tuple(
        Article(
            id=id,
            value=_full(counts[id]),
            cases=tuple(sorted(counts[id].cases, key=lambda case: (case.start, case.what))),
        )
        for id in ranked[:number]
    )


def _full(counts: Counts) -> float | None:
    both = counts.of["quotations.all.gold"] + counts.of["quotations.all.found"]
    return 2 * counts.of["quotations.all.full.right"] / both if both else None
