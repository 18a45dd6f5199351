"""Fit the weights of claim worthiness: logistic regression with L2, by Newton's method.

    python -m training.fit_worthiness TEXTS.jsonl LABELS.jsonl [--l2 L] [--write]

TEXTS   {"id", "text"}
LABELS  {"id", "sentences": [{"span", "label": claim|minor|none}]}; "minor" counts neither way

The articles of ``data/`` are learnt from too, for their other subjects. Prints average precision, F1 and a calibration
table by cross-validation over the articles of TEXTS, then the weights. ``--write`` puts them into
models/worthiness.toml. What debates teach is in the tagger's head (:mod:`training.fit_worth`), fitted before.
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

from quotex.claims.assembly import find_statements
from quotex.claims.worthiness import features_of
from quotex.parse.model import load_model, parse_view
from quotex.parse.names import write_names
from quotex.parse.tokens import TokenIndex
from quotex.quantities import find_quantities
from quotex.quotes import Tagger, chain_scores, find_named, find_quotations
from quotex.text import Range, analyze
from training import logistic

Array = npt.NDArray[np.float64]
DATA = Path(__file__).parents[1] / "data"
_AS_GOOD = 0.001  # F1: what differs by less does not, on 300 articles
LEXICON = Path(__file__).parents[1] / "src/quotex/models/worthiness.toml"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled sentence of an article (``group``; negative: our own). A label of None counts neither way."""

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
    reader = _Reader(load_model(options.model), Tagger())
    sentences, news = _news(reader, options.texts, options.labels)
    own = list(_own(reader))
    scores = np.zeros(len(news))
    for group in sorted({e.sentence.group for e in news}):
        model = fit([e for e in (*news, *own) if e.sentence.group != group], options.l2)
        for i, example in enumerate(news):
            if example.sentence.group == group:
                scores[i] = model.of(example.features)
    _report(sentences, news, scores)
    model = fit([*news, *own], options.l2)
    cut = best_cut(sentences, news, scores)
    print(f"# F1 is best with a cut at {cut:.2f}, which is made 0.5")
    text = _toml(list(news[0].held), Model(model.intercept - float(np.log(cut / (1 - cut))), model.weights))
    if options.write:
        LEXICON.write_text(text, encoding="utf-8")
    print(text)


def fit(examples: Sequence[Example], l2: float) -> Model:
    """Fit twice: of the statements in a sentence that is a claim, the second fit sees the most claim-like alone.

    A claim's label says that something in the sentence is worth checking, not which statement of it (multiple-instance
    learning as in Andrews and others, NIPS 2002).
    """
    labelled = [e for e in examples if e.sentence.label is not None]
    first = _fit(labelled, l2)
    scores = first.of(np.stack([e.features for e in labelled]))
    best: dict[Sentence, float] = {}
    for example, score in zip(labelled, scores, strict=True):
        best[example.sentence] = max(score, best.get(example.sentence, 0.0))
    chosen = [e for e, score in zip(labelled, scores, strict=True) if not e.sentence.label or score == best[e.sentence]]
    return _fit(chosen, l2)


def best_cut(sentences: Sequence[Sentence], examples: Sequence[Example], scores: Array) -> float:
    """Return the worth from which on statements are to be taken, for the best F1 of sentences.

    The best is one of many as good, by chance: the middle of those is taken.
    """
    pairs = _pairs(sentences, examples, scores)

    def harmonic(cut: float) -> float:
        taken = [label for score, label in pairs if score >= cut]
        return 2 * sum(taken) / (len(taken) + sum(label for _, label in pairs))

    cuts = np.arange(0.3, 0.7, 0.02)
    scored = np.array([harmonic(cut) for cut in cuts])
    return float(np.median(cuts[scored > scored.max() - _AS_GOOD]))


def _fit(examples: Sequence[Example], l2: float) -> Model:
    """Fit with an intercept for our own articles, in which other hands drew the line.

    An article weighs as the square root of its statements, lest a long one of one manner outweigh the others.
    """
    sizes = Counter(e.sentence.group for e in examples)
    share = np.array([sizes[e.sentence.group] ** -0.5 for e in examples])
    labels = np.array([float(bool(e.sentence.label)) for e in examples])
    rows = np.stack([np.array([float(e.sentence.group < 0), *e.features]) for e in examples])
    intercept, _, *weights = logistic.fit(rows, labels, weight=share / share.mean(), ridge=l2, free=1)
    return Model(float(intercept), np.array(weights))


class _Reader:
    """Reads texts as quotex does, up to the statements."""

    def __init__(self, nlp: Language, tagger: Tagger) -> None:
        self._nlp, self._tagger = nlp, tagger
        self._chain = chain_scores(tagger.config)

    def statements(self, text: str) -> Iterator[tuple[Range, dict[str, float]]]:
        """Yield the place and the features of each statement of a text."""
        layout = analyze(text)
        doc, tagging = parse_view(self._nlp, layout), self._tagger.tag(layout)
        write_names(doc, find_named(doc, tagging))
        tokens = TokenIndex(doc)
        quotations = find_quotations(layout, tokens, tagging, self._chain)
        quantities = find_quantities(layout, tokens)
        for statement in find_statements(layout, tokens, quotations, quantities, worth=tagging.worth_of):
            candidate = statement.candidate
            yield (
                candidate.span,
                features_of(candidate.tokens, statement.lemmas, statement.kinds, statement.circumstances),
            )


def _news(reader: _Reader, texts: Path, labels: Path) -> tuple[list[Sentence], list[Example]]:
    """Read the labelled sentences, and the statements with the label of the sentence each shares most with."""
    articles = {a["id"]: a["text"] for a in _lines(texts)}
    sentences: list[Sentence] = []
    examples: list[Example] = []
    for group, gold in enumerate(_lines(labels)):
        own = [
            Sentence(group, Range(*s["span"]), None if s["label"] == "minor" else s["label"] == "claim")
            for s in gold["sentences"]
        ]
        sentences += own
        for span, held in reader.statements(articles[gold["id"]]):
            shared = [s.span.overlap(span) for s in own]
            examples.append(Example(span, held, own[shared.index(max(shared))]))
    return sentences, examples


def _own(reader: _Reader) -> Iterator[Example]:
    """Yield the statements of our own articles; one is worth checking that shares half of itself or of a gold claim."""
    for group, path in enumerate(sorted((DATA / "articles").glob("*.txt"))):
        gold = json.loads((DATA / "gold" / f"{path.stem}.json").read_bytes())
        claims = [Range(*c["span"]) for c in gold["claims"] if c["check_worthy"]]
        for span, held in reader.statements(path.read_bytes().decode("utf-8")):
            size = span.end - span.start
            label = any(2 * span.overlap(c) >= min(size, c.end - c.start) for c in claims)
            yield Example(span, held, Sentence(-1 - group, span, label))


def _report(sentences: Sequence[Sentence], examples: Sequence[Example], scores: Array) -> None:
    """Print how well the best statement of each sentence ranks it, and what share of each decile is right."""
    pairs = _pairs(sentences, examples, scores)
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


def _pairs(sentences: Sequence[Sentence], examples: Sequence[Example], scores: Array) -> list[tuple[float, bool]]:
    """Return the score of the best statement of each labelled sentence, with its label."""
    best: dict[Sentence, float] = {}
    by_group: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_group.setdefault(sentence.group, []).append(sentence)
    for example, score in zip(examples, scores, strict=True):
        for sentence in by_group[example.sentence.group]:
            if _touches(example, sentence):
                best[sentence] = max(float(score), best.get(sentence, 0.0))
    return [(best.get(s, 0.0), s.label) for s in sentences if s.label is not None]


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
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--model", help="the spaCy pipeline; by default the one that comes with quotex")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
