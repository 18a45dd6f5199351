"""From counts to scores, with the bootstrap's intervals (Efron 1979), articles being what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quotex.contract.records import QuoteType
from quotex.evaluation.counts import Counts
from quotex.evaluation.report import Score

Floats = npt.NDArray[np.float64]
Summed = Callable[[str], Floats]
"""The sum of a count, by its name, in each of several selections of articles."""

_LEVEL = (2.5, 97.5)  # percentiles: an interval of 95%
_SCOPES = ("all", *QuoteType)


@dataclass(frozen=True, slots=True)
class _Measure:
    """A measure and the names of its counts; one that has no ``found`` is a share of ``gold``."""

    what: str
    of: str
    name: str
    gold: str
    right: str
    found: str | None = None

    @property
    def recalled(self) -> str:
        return self.right.removesuffix("right") + "recalled"


def score_all(articles: Sequence[Counts], *, resamples: int, seed: int) -> list[Score]:
    """Score the articles together.

    Args:
        articles: the counts of each.
        resamples: how many selections of articles are drawn, with replacement.
        seed: of the drawing: the same seed gives the same intervals.
    """
    n = len(articles)
    drawn = np.random.default_rng(seed).multinomial(n, [1 / n] * n, size=resamples) if n > 1 else np.zeros((0, n))
    weights = np.vstack([np.ones(n), drawn]).astype(np.float64)  # the first row: all articles once

    def summed(name: str) -> Floats:
        column = np.array([article.of[name] for article in articles], dtype=np.float64)
        total: Floats = weights @ column
        return total

    scores = [_score(measure, summed) for measure in _measures()]
    at = next(i for i, score in enumerate(scores) if score.what == "figures")
    return [*scores[:at], _ranking(articles, weights), *scores[at:]]


def _measures() -> Iterator[_Measure]:
    for scope in _SCOPES:
        gold, found = f"quotations.{scope}.gold", f"quotations.{scope}.found"
        for level in ("strict", "half", "full"):
            yield _Measure("quotations", scope, level, gold, f"quotations.{scope}.{level}.right", found)
        for role in ("source", "cue"):
            key = f"quotations.{scope}.{role}"
            yield _Measure("quotations", scope, role, f"{key}.gold", f"{key}.right")
    for what, role in (("words", "content"), ("spans", "content"), ("spans", "cue"), ("spans", "source")):
        key = f"{what}.{role}"
        yield _Measure(what, role, "exact", f"{key}.gold", f"{key}.exact.right", f"{key}.found")
    for name in ("found", "name", "unnamed", "wrong"):
        yield _Measure("speakers", "all", name, f"speakers.{name}.gold", f"speakers.{name}.right")
    for name in ("strict", "lenient"):
        key = f"claims.{name}"
        yield _Measure("claims", "all", name, f"{key}.gold", f"{key}.right", f"{key}.found")
    for name in ("asserted", "asserter"):
        yield _Measure("claims", "all", name, f"claims.{name}.gold", f"claims.{name}.right")
    for name in ("value", "modifier", "counted"):
        yield _Measure("figures", "all", name, "figures.gold", f"figures.{name}.right", "figures.found")


def _score(measure: _Measure, summed: Summed) -> Score:
    gold, right = summed(measure.gold), summed(measure.right)
    head = {"what": measure.what, "of": measure.of, "measure": measure.name, "gold": round(gold[0])}
    if measure.found is None:
        return Score.model_validate(head | _interval(_share(right, gold)))
    found = summed(measure.found)
    precision, recall = _share(right, found), _share(summed(measure.recalled), gold)
    p, r = np.nan_to_num(precision), np.nan_to_num(recall)
    value = np.where((gold > 0) | (found > 0), 2 * p * r / np.where(p + r > 0, p + r, 1.0), np.nan)
    ends = {"found": round(found[0]), "precision": _number(precision[0]), "recall": _number(recall[0])}
    return Score.model_validate(head | ends | _interval(value))


def _ranking(articles: Sequence[Counts], weights: Floats) -> Score:
    """Average precision over all articles' claims; those of one worthiness are ranked as one."""
    items = [(worth, label, i) for i, article in enumerate(articles) for worth, label in article.ranked]
    items.sort(key=lambda item: -item[0])
    labels = np.array([label for _, label, _ in items], dtype=np.float64)
    owners = np.array([i for *_, i in items], dtype=np.int64)
    edges = [k for k in range(len(items)) if k == 0 or items[k][0] != items[k - 1][0]]
    values = np.array([_average_precision(row[owners], labels, edges) for row in weights])
    head = {"what": "claims", "of": "all", "measure": "ranking", "gold": round(labels.sum())}
    return Score.model_validate(head | _interval(values))


def _average_precision(weights: Floats, labels: Floats, edges: list[int]) -> float:
    positive = float((weights * labels).sum())
    if not positive:
        return float("nan")
    seen = np.add.reduceat(weights, edges).cumsum()
    hits = np.add.reduceat(weights * labels, edges)
    return float((hits * hits.cumsum() / np.where(seen > 0, seen, 1.0)).sum() / positive)


def _share(part: Floats, whole: Floats) -> Floats:
    return np.where(whole > 0, part / np.where(whole > 0, whole, 1.0), np.nan)


def _interval(values: Floats) -> dict[str, float | None]:
    drawn = values[1:][~np.isnan(values[1:])]
    low, high = np.percentile(drawn, _LEVEL) if len(drawn) and not np.isnan(values[0]) else (np.nan, np.nan)
    return {"value": _number(values[0]), "low": _number(low), "high": _number(high)}


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
