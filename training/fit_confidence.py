"""Fit the confidence of quotations on articles that the tagger was not trained on.

    python -m training.fit_confidence CORPUS.jsonl [--write]

The corpus has the shape of PolNeAR's files (id, text, attributions of content, cue, source). A quotation is right
when half its content and the source agree: an intersection over union of the words of at least one half, and sources
that share a word, or none on both sides. Cross-validated by article; prints the expected calibration error.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from quotex.parse.model import load_model, parse_view
from quotex.quotes import Tagger, chain_scores
from quotex.quotes.assembly import find_drafts
from quotex.quotes.confidence import features
from quotex.quotes.drafts import Draft
from quotex.text import analyze
from training.logistic import fit, predict

LEXICON = Path(__file__).parents[1] / "src" / "quotex" / "models" / "confidence.toml"
FOLDS = 10
BINS = 10

Array = npt.NDArray[np.float64]
Words = frozenset[int]


def main() -> None:
    """Read the corpus, cross-validate, fit on all, and print or write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--ridge", type=float, default=1.0)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    examples = list(_examples(options.corpus))
    rows = np.array([list(held.values()) for _, held, _ in examples])
    labels = np.array([float(right) for _, _, right in examples])
    fold = np.array([article % FOLDS for article, _, _ in examples])
    scores = np.zeros(len(rows))
    for k in range(FOLDS):
        scores[fold == k] = predict(fit(rows[fold != k], labels[fold != k], ridge=options.ridge), rows[fold == k])
    print(_report(scores, labels))
    solution = fit(rows, labels, ridge=options.ridge)
    names = list(examples[0][1])
    lines = ["# Weights of a quotation's confidence, fitted by training/fit_confidence.py.", ""]
    lines += [f"intercept = {solution[0]:.3f}", "", "[weights]"]
    lines += [f"{name} = {w:.3f}" for name, w in zip(names, solution[1:], strict=True)]
    text = "\n".join(lines) + "\n"
    if options.write:
        LEXICON.write_text(text, encoding="utf-8")
    print(text)


def _examples(corpus: Path) -> Iterator[tuple[int, dict[str, float], bool]]:
    """Yield each quotation's article, features, and whether it is right."""
    nlp, tagger = load_model(), Tagger()
    chain = chain_scores(tagger.config)
    with corpus.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            layout = analyze(article["text"])
            doc = parse_view(nlp, layout)
            tagging = tagger.tag(layout)
            drafts = find_drafts(layout, doc, tagging, chain)
            for draft, right in zip(drafts, _right(article, drafts), strict=True):
                yield number, features(draft.evidence), right


def _right(article: dict[str, Any], drafts: Sequence[Draft]) -> list[bool]:
    """Pair drafts with gold attributions by overlap, the best first, and judge each."""
    word_at = {c: i for i, m in enumerate(re.finditer(r"\w+", article["text"])) for c in range(*m.span())}

    def words(spans: Sequence[Sequence[int]]) -> Words:
        return frozenset(word_at[c] for start, end in spans for c in range(start, end) if c in word_at)

    gold = [(words(a["content"]), words(a["source"])) for a in article["attributions"]]
    found = [(words(d.content), words([d.source] if d.source else [])) for d in drafts]
    overlaps = sorted(
        ((len(g & f) / len(g | f), j, i) for j, (f, _) in enumerate(found) for i, (g, _) in enumerate(gold) if g & f),
        reverse=True,
    )
    right = [False] * len(found)
    taken: set[int] = set()
    paired: set[int] = set()
    for overlap, j, i in overlaps:
        if i in taken or j in paired:
            continue
        taken.add(i)
        paired.add(j)
        source, said = gold[i][1], found[j][1]
        right[j] = overlap >= 0.5 and bool(source & said or not (source or said))
    return right


def _report(scores: Array, labels: Array) -> str:
    """Expected calibration error over equal bins (Naeini and others, AAAI 2015), and the bins."""
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    lines, error = [], 0.0
    for k in range(BINS):
        inside = bins == k
        if inside.any():
            said, true = scores[inside].mean(), labels[inside].mean()
            error += inside.mean() * abs(said - true)
            lines.append(f"  {k / BINS:.1f}-{(k + 1) / BINS:.1f}  {inside.sum():5d}  said {said:.3f}  right {true:.3f}")
    return "\n".join([f"expected calibration error {error:.3f} (cross-validated, {len(labels)} quotations)", *lines])


if __name__ == "__main__":
    main()
