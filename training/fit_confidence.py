"""Fit the confidence of quotations on articles that the tagger was not trained on.

    python -m training.fit_confidence NEWS.jsonl FOLD-0 FOLD-1 ... [--plain POLNEAR.jsonl] [--cost 0.0] [--write]

Each FOLD holds a tagger that learned from all but every nth article (:mod:`training.cross`), and reads those. A
quotation is right when half its content and the source agree: an intersection over union of the words of at least one
half, and sources that share a word, or none on both sides; one of an attribution that counts neither way is left out.
Prints the expected calibration error, cross-validated by article; what is written from each confidence on, for choosing
the default; and the same where beginning a content costs more or less, for choosing that.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from quotex.contract.terms import Act
from quotex.quotes.confidence import features
from training.held_out import Judged, Read, judged, read
from training.logistic import fit, predict

LEXICON = Path(__file__).parents[1] / "src" / "quotex" / "models" / "confidence.toml"
FOLDS = 10
BINS = 10
FLOORS = (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
COSTS = (-1.0, -0.5, 0.0, 0.5, 1.0)
KEPT_FROM_TRAINING = 20
"""Every so many articles of the plain corpus, the folds keep one each."""

Array = npt.NDArray[np.float64]


def main() -> None:
    """Read the corpora, cross-validate, fit on all, and print or write the weights."""
    options = _options()
    articles = list(read(options.corpus, options.models, options.every or len(options.models)))
    for cost in sorted({*COSTS, options.cost}):
        found = _judged(articles, cost)
        print(
            f"\ncost of a content {cost}\n" + _floors(found, _cross_validated(found, options.ridge), _wanted(articles))
        )
    if options.plain:
        plain = list(read(options.plain, options.models, KEPT_FROM_TRAINING))
        for cost in COSTS:
            print(f"plain, cost {cost}: " + _line(_judged(plain, cost), _wanted(plain)))
    found = _judged(articles, options.cost)
    print(_report(found, _cross_validated(found, options.ridge)))
    rows, labels, _ = _table(found)
    solution = fit(rows, labels, ridge=options.ridge)
    names = list(features(found[0][1].draft.evidence))
    text = ["# Weights of a quotation's confidence, fitted by training/fit_confidence.py.", ""]
    text += [f"intercept = {solution[0]:.3f}", "", "[weights]"]
    text += [f"{name} = {weight:.3f}" for name, weight in zip(names, solution[1:], strict=True)]
    print("\n".join(text))
    if options.write:
        LEXICON.write_text("\n".join(text) + "\n", encoding="utf-8")


Found = list[tuple[int, Judged]]
"""Every quotation with the number of its article."""


def _judged(articles: Sequence[Read], cost: float) -> Found:
    return [(i, one) for i, read in enumerate(articles) for one in judged(read.article, read.drafts(cost))]


def _wanted(articles: Sequence[Read]) -> int:
    return sum(not a.get("optional") for read in articles for a in read.article["attributions"])


def _table(found: Found) -> tuple[Array, Array, npt.NDArray[np.int64]]:
    """Features, whether each is right, and the article, of the quotations that count, and of thoughts."""
    counted = [(i, one) for i, one in found if _is_judged(one)]
    rows = np.array([list(features(one.draft.evidence).values()) for _, one in counted])
    return rows, np.array([float(one.full) for _, one in counted]), np.array([i for i, _ in counted])


def _is_judged(one: Judged) -> bool:
    """Whether it can be right or wrong: a thought that is annotated is right, though none need be found."""
    return one.counted or one.act is Act.THOUGHT


def _cross_validated(found: Found, ridge: float) -> Array:
    """The confidence of every quotation, fitted on the other articles."""
    rows, labels, articles = _table(found)
    every = np.array([list(features(one.draft.evidence).values()) for _, one in found])
    fold = np.array([i % FOLDS for i, _ in found])
    scores = np.zeros(len(found))
    for k in range(FOLDS):
        solution = fit(rows[articles % FOLDS != k], labels[articles % FOLDS != k], ridge=ridge)
        scores[fold == k] = predict(solution, every[fold == k])
    return scores


def _floors(found: Found, scores: Array, wanted: int) -> str:
    """What is written of acts said and thought from each confidence on."""
    lines = []
    for floor in FLOORS:
        kept = [
            (i, one)
            for (i, one), score in zip(found, scores, strict=True)
            if score >= floor and one.draft.act is not Act.OTHER
        ]
        lines.append(f"  from {floor:.2f}  {_line(kept, wanted)}")
    acts = [one for _, one in found if one.act]
    right = sum(one.act is one.draft.act for one in acts) / max(1, len(acts))
    return "\n".join([f"  all         {_line(found, wanted)}", *lines, f"  act right on {right:.3f} of {len(acts)}"])


def _line(found: Found, wanted: int) -> str:
    counted = [one for _, one in found if one.counted]
    parts = []
    for name in ("half", "full"):
        right = sum(getattr(one, name) for one in counted)
        precision, recall = right / max(1, len(counted)), right / max(1, wanted)
        both = 2 * precision * recall / max(1e-9, precision + recall)
        parts.append(f"{name} P {precision:.3f} R {recall:.3f} F1 {both:.3f}")
    return "   ".join(parts)


def _report(found: Found, scores: Array) -> str:
    """Expected calibration error over equal bins (Naeini and others, AAAI 2015), and the bins."""
    counted = np.array([_is_judged(one) for _, one in found])
    labels = np.array([float(one.full) for _, one in found])[counted]
    scores = scores[counted]
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    lines, error = [], 0.0
    for k in range(BINS):
        inside = bins == k
        if inside.any():
            said, true = scores[inside].mean(), labels[inside].mean()
            error += inside.mean() * abs(said - true)
            lines.append(f"  {k / BINS:.1f}-{(k + 1) / BINS:.1f}  {inside.sum():5d}  said {said:.3f}  right {true:.3f}")
    return "\n".join([f"expected calibration error {error:.3f} (cross-validated, {len(labels)} quotations)", *lines])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("models", type=Path, nargs="+", help="folders, one a fold")
    parser.add_argument("--every", type=int, help="how many folds there are, where not all of them are given")
    parser.add_argument("--plain", type=Path, help="a corpus without acts that the folds learned from as well")
    parser.add_argument(
        "--cost", type=float, default=0.0, help="of beginning a content, over what the configuration says"
    )
    parser.add_argument("--ridge", type=float, default=1.0)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    return parser.parse_args()


if __name__ == "__main__":
    main()
