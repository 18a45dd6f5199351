"""Fit the weights of claim worthiness: logistic regression with L2, by Newton's method.

Usage: fit_worthiness.py TEXTS.jsonl LABELS.jsonl [--debates SENTENCES.jsonl] [--debate-weight W] [--l2 L] [--write]

TEXTS   {"id", "text"}
LABELS  {"id", "sentences": [{"span", "label": claim|minor|none}]}; "minor" counts neither way
DEBATES {"text", "label": 1|0}: sentences of another kind; they get an intercept of their own

Prints average precision, F1 and a calibration table by cross-validation over articles, then the weights.
``--write`` puts them into lexicons/worthiness.toml.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc

from quotex.claims import find_quantities
from quotex.claims.assembly import find_statements
from quotex.claims.worthiness import features_of
from quotex.parsing import load_model, parse_view
from quotex.quotes import Quotation, Tagger, Tagging, chain_scores, find_quotations
from quotex.text import Layout, Range, analyze

Array = npt.NDArray[np.float64]
LEXICON = Path(__file__).parents[1] / "src/quotex/lexicons/worthiness.toml"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled sentence of an article (``group``; negative: of a debate). A label of None counts neither way."""

    group: int
    span: Range
    label: bool | None


@dataclass(frozen=True, slots=True)
class Example:
    """A statement's features, and the sentence it is in."""

    span: Range
    held: dict[str, float]
    sentence: Sentence

    @property
    def features(self) -> Array:
        """The values, in the order of their names."""
        return np.array(list(self.held.values()))


@dataclass(frozen=True, slots=True)
class Model:
    """An intercept and weights in the order of the features."""

    intercept: float
    weights: Array

    def of(self, features: Array) -> Array:
        """Return the probability for each row."""
        logits: Array = self.intercept + features @ self.weights
        return 1 / (1 + np.exp(-logits))


def main() -> None:
    """Read the corpora, cross-validate, fit on all, and print or write the weights."""
    options = _options()
    nlp = load_model(options.model)
    sentences, examples = _news(nlp, options.texts, options.labels)
    debates = list(_debates(nlp, options.debates)) if options.debates else []
    scores = np.zeros(len(examples))
    for group in sorted({e.sentence.group for e in examples}):
        model = fit([e for e in examples if e.sentence.group != group], debates, options.debate_weight, options.l2)
        for i, example in enumerate(examples):
            if example.sentence.group == group:
                scores[i] = model.of(example.features)
    _report(sentences, examples, scores)
    text = _toml(list(examples[0].held), fit(examples, debates, options.debate_weight, options.l2))
    if options.write:
        LEXICON.write_text(text, encoding="utf-8")
    print(text)


def fit(news: Sequence[Example], debates: Sequence[Example], debate_weight: float, l2: float) -> Model:
    """Fit twice: of the statements in a sentence that is a claim, the second fit sees the most claim-like alone.

    A claim's label says that something in the sentence is worth checking, not which statement of it (multiple-instance
    learning as in Andrews and others, NIPS 2002).
    """
    labelled = [e for e in news if e.sentence.label is not None]
    first = _fit(labelled, debates, debate_weight, l2)
    scores = first.of(np.stack([e.features for e in labelled]))
    best: dict[Sentence, float] = {}
    for example, score in zip(labelled, scores, strict=True):
        best[example.sentence] = max(score, best.get(example.sentence, 0.0))
    chosen = [e for e, score in zip(labelled, scores, strict=True) if not e.sentence.label or score == best[e.sentence]]
    return _fit(chosen, debates, debate_weight, l2)


def _fit(news: Sequence[Example], debates: Sequence[Example], debate_weight: float, l2: float) -> Model:
    """Fit on both corpora, the debates with an intercept of their own.

    An article weighs as the square root of its statements, so that a long one of one manner does not outweigh the
    others; a sentence of a debate weighs ``debate_weight`` of a news statement.
    """
    examples = [*news, *debates]
    features = np.stack([e.features for e in examples])
    label = np.array([float(bool(e.sentence.label)) for e in examples])
    debate = np.array([float(e.sentence.group < 0) for e in examples])
    sizes = Counter(e.sentence.group for e in news)
    share = np.array([sizes[e.sentence.group] ** -0.5 for e in news])
    weight = np.concatenate([share / share.mean(), np.full(len(debates), debate_weight)])
    rows = np.column_stack([np.ones(len(examples)), debate, features])
    penalty = np.array([1e-6, 1e-6, *[l2] * features.shape[1]])
    solution = np.zeros(rows.shape[1])
    for _ in range(50):
        probability = 1 / (1 + np.exp(-(rows @ solution)))
        gradient = rows.T @ (weight * (probability - label)) + penalty * solution
        curvature = rows.T @ ((weight * probability * (1 - probability))[:, None] * rows) + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        solution -= step
        if np.abs(step).max() < 1e-8:
            break
    return Model(float(solution[0]), solution[2:])


def _news(nlp: Language, texts: Path, labels: Path) -> tuple[list[Sentence], list[Example]]:
    articles = {a["id"]: a["text"] for a in _lines(texts)}
    tagger = Tagger()
    chain = chain_scores(tagger.config)
    sentences: list[Sentence] = []
    examples: list[Example] = []
    for group, gold in enumerate(_lines(labels)):
        layout = analyze(articles[gold["id"]])
        doc = parse_view(nlp, layout)
        tagging = tagger.tag(layout)
        own = [
            Sentence(group, Range(*s["span"]), None if s["label"] == "minor" else s["label"] == "claim")
            for s in gold["sentences"]
        ]
        sentences += own
        examples += _examples(layout, doc, find_quotations(layout, doc, tagging, chain), tagging, own)
    return sentences, examples


def _debates(nlp: Language, path: Path) -> Iterator[Example]:
    tagger = Tagger()
    for line in _lines(path):
        label = Sentence(-1, Range(0, len(line["text"])), bool(line["label"]))
        layout = analyze(line["text"])
        tagging = tagger.tag(layout)
        yield from _examples(layout, parse_view(nlp, layout), [], tagging, [label])


def _examples(
    layout: Layout, doc: Doc, quotations: Sequence[Quotation], tagging: Tagging, sentences: Sequence[Sentence]
) -> Iterator[Example]:
    """Yield the statements of a text, each with the label of the sentence that it shares most with."""
    for statement in find_statements(layout, doc, quotations, find_quantities(layout, doc), worth=tagging.worth_of):
        span = statement.candidate.span
        held = features_of(statement.candidate.tokens, statement.circumstances)
        yield Example(span, held, max(sentences, key=lambda s: s.span.overlap(span)))


def _report(sentences: Sequence[Sentence], examples: Sequence[Example], scores: Array) -> None:
    """Print how well the best statement of each sentence ranks it, and what share of each decile is right."""
    best = [
        max((s for e, s in zip(examples, scores, strict=True) if _touches(e, sentence)), default=0.0)
        for sentence in sentences
    ]
    pairs = [(score, s.label) for score, s in zip(best, sentences, strict=True) if s.label is not None]
    ranked = sorted(pairs, key=lambda p: -p[0])
    hits = np.cumsum([label for _, label in ranked])
    precision = hits / np.arange(1, len(ranked) + 1)
    average = float(np.mean([p for p, (_, label) in zip(precision, ranked, strict=True) if label]))
    taken = [label for score, label in pairs if score >= 0.5]
    right, labelled = sum(taken), sum(label for _, label in pairs)
    of_found, of_labelled, harmonic = right / len(taken), right / labelled, 2 * right / (len(taken) + labelled)
    print(f"# cross-validated: AP {average:.3f}  P {of_found:.3f}  R {of_labelled:.3f}  F1 {harmonic:.3f}")
    for low in np.arange(0, 1, 0.2):
        bin_ = [label for score, label in pairs if low <= score < low + 0.2]
        share = np.mean(bin_) if bin_ else 0.0
        print(f"# worth {low:.1f}-{low + 0.2:.1f}: {len(bin_):4d} sentences, {share:.2f} are claims")


def _touches(example: Example, sentence: Sentence) -> bool:
    return example.sentence.group == sentence.group and example.span.overlap(sentence.span) > 0


def _toml(names: Sequence[str], model: Model) -> str:
    lines = [
        "# Weights of claim worthiness, fitted by training/fit_worthiness.py.",
        "",
        f"intercept = {model.intercept:.3f}",
    ]
    lines += ["", "[weights]", *(f'"{n}" = {w:.3f}' for n, w in zip(names, model.weights, strict=True))]
    return "\n".join(lines) + "\n"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--debates", type=Path)
    parser.add_argument("--debate-weight", type=float, default=0.5)
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--model", help="the spaCy pipeline; by default the one that comes with quotex")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
