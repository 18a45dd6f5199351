"""Fit whom the words for a source stand for, and how sure that is: the weights of ``quotex.speakers.choice``.

    PYTHONPATH=benchmarks python -m training.fit_reference QUOTES.jsonl SPEAKERS.jsonl [QUOTES SPEAKERS ...]
        [--passages QUOTES SPEAKERS] [--only WAY ...] [--near RIDGE] [--write]

QUOTES holds ``{"id", "text", "attributions": [{"content", "cue", "source"}]}``, SPEAKERS ``{"id", "speakers":
[{"attribution", "name", "kind"}]}``. Passages of our own (:mod:`training.passages`) are harder than the news, and
count for less. Gold quotations are fed to the resolver with the weights as they are, and the choices that it makes
become the examples. Prints rows of the table of ``docs/accuracy.md``: of what is given how sure it is, how much is
right, how far the confidence is off, and how far chance would take it, each fifth of the articles told by the others.
``--write`` puts the weights of all into the model, or with ``--only`` of some ways: without the articles that measure
it. What was chosen before bears on what can be chosen behind it, so do it twice.

A fit of all moves all, and with it choices that a new feature has nothing to do with. ``--near`` draws the weights to
those that the model has, so strongly, and leaves the levels; what the model does not know yet is as free as ever. At
1e6 the rest stays as it is.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from calibration import calibration
from quotex.contract.records import SpeakerKind
from quotex.contract.rules import without
from quotex.evaluation.names import same_name
from quotex.parse.model import DEFAULT_MODEL, load_model, parse_view
from quotex.parse.names import write_names
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation, Tagger, find_named
from quotex.speakers.choice import Choice, Features, Way, levels_of, raised, weights_of
from quotex.speakers.coreference import resolve_choices
from quotex.speakers.entities import Entity
from quotex.speakers.shared_names import HEARD_BEFORE
from quotex.text import Layout, analyze
from speakers_from_gold import quotation_of, read_lines
from training import logistic

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODEL = Path(__file__).parents[1] / "src" / "quotex" / "models" / "reference.toml"
_HEAD = "# How much each feature speaks for a candidate, by the way it is found; made by training/fit_reference.py.\n"
_FOLDS = 5
_RIDGE, _ALWAYS_RIDGE = 2.0, 0.01
_PASSAGE = 0.3
"""What a passage of our own counts beside an article of the news."""
_POOLED = (Way.PRONOUN, Way.OTHER_PRONOUN, Way.NOUN, Way.BODY_NOUN)
"""The ways that point back, which are rare each: their weights are drawn to those of all of them together."""
_POOLED_RIDGE = 8.0
_CHOOSING = (*_POOLED, Way.SHARED_NAME, Way.NAMED_LATER)
"""The ways in which several can be meant: of the others, passages of our own say only how hard they are themselves."""
_DESCRIBED = (Way.NOUN, Way.BODY_NOUN)
"""The ways in which somebody described is given where nobody is chosen."""
_LEAST = {
    Way.SHARED_NAME: 0.75,
    Way.PRONOUN: 0.6,
    Way.OTHER_PRONOUN: 0.5,
    Way.NOUN: 0.55,
    Way.BODY_NOUN: 0.5,
    Way.NAMED_LATER: 0.7,
    Way.NAMESAKE: 0.55,
}
"""How likely one has to be to be chosen, in the ways that leave it open otherwise."""
_GROUPS = {
    "a name": {Way.NAME: "a name", Way.SHARED_NAME: "a name that several have"},
    "a pronoun": {Way.PRONOUN: "he, she", Way.OTHER_PRONOUN: "other pronouns", Way.AUTHOR: "I, we"},
    "a noun": {
        Way.DESCRIPTION: "a description",
        Way.BODY_NOUN: "a noun for a body",
        Way.NOUN: "a noun for a person",
        Way.ANEW: "such a noun, and nobody fits",
        Way.NAMED_LATER: "a name behind it",
        Way.NAMESAKE: "a name elsewhere",
    },
    "no words of its own": {Way.FLOW: "who spoke before", Way.LABEL: "a letter"},
}
"""The ways by the words of the source, as the table calls them."""
_LEVEL_RIDGE = 8.0
"""How strongly the levels of ways are drawn to one: 4 to 32 are as good, of 4 to 64 that were tried."""

Array = npt.NDArray[np.float64]
Weights = dict[Way, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """A choice with what is right.

    Attributes:
        article: its number.
        rows: the features of each candidate.
        right: which candidates are right, and last whether none of them is.
        unnamed: gold has no name.
        passage: it is of a passage of our own.
        settled: a rule decides it in the program; it is chosen for the weights alone.
    """

    article: int
    way: Way
    rows: tuple[Features, ...]
    right: tuple[bool, ...]
    unnamed: bool
    passage: bool = False
    settled: bool = False


class Told(NamedTuple):
    """What is given, with the way of its level."""

    of: Way
    share: float
    right: bool


def examples_of(
    article: int, layout: Layout, doc: Doc, quotations: Sequence[Quotation], gold: Mapping[int, dict[str, Any]]
) -> Iterator[Example]:
    """Yield the choices of one article.

    Args:
        article: its number.
        layout: of the article.
        doc: the parse of its view.
        quotations: in text order.
        gold: by the number of a quotation, its speaker.
    """
    with without(HEARD_BEFORE):  # the few who share a name are examples, too, where it decides
        _, choices, same = resolve_choices(layout, TokenIndex(doc), quotations)
    _, in_program, _ = resolve_choices(layout, TokenIndex(doc), quotations)
    for i, speaker in gold.items():
        named = choices[i].named
        made = [named] if named is not None else []
        made += [choices[i]] if choices[i].last is choices[i] else []
        for choice in made:
            if (example := _example(article, layout.text, choice, speaker, same)) is not None:
                yield replace(example, settled=_is_settled(choice, in_program[i]))


def _is_settled(choice: Choice, in_program: Choice) -> bool:
    """Whether one of those who share a name is chosen here from more than in the program."""
    among, left = ((c.way, len(c.candidates)) for c in (choice, in_program))
    return choice.way is Way.SHARED_NAME and among != left


def _example(
    article: int, text: str, choice: Choice, gold: dict[str, Any], same: Mapping[Entity, Entity]
) -> Example | None:
    if not choice.candidates:
        return None
    is_person = gold["kind"] == "person"
    right = []
    for candidate, _ in choice.candidates:
        entity = same.get(candidate, candidate)
        name = entity.identity.fullest.span if entity.identity else entity.name
        called = name or entity.description
        if gold["name"] is None:
            right.append(name is None and (gold["kind"] == "unnamed" or entity.kind is not SpeakerKind.PERSON))
        else:
            words = " ".join(called.of(text).split()) if called else None
            right.append(same_name(gold["name"], words, person=is_person and name is not None))
    rows = tuple(features for _, features in choice.candidates)
    return Example(article, choice.way, rows, (*right, not any(right)), gold["name"] is None)


def fit(
    examples: Sequence[Example],
    ridge: float = _RIDGE,
    prior: Mapping[str, float] = MappingProxyType({}),
    always: float = _ALWAYS_RIDGE,
) -> dict[str, float]:
    """Fit the weights of one way: a conditional logit, where several may be right, by Newton's method.

    Args:
        examples: of that way.
        ridge: how strongly the weights are drawn to the prior.
        prior: by the name of a feature; those that it leaves out are drawn to 0 as ever.
        always: how strongly the one is that every candidate has.
    """
    names = sorted({name for e in examples for row in e.rows for name, value in row.items() if value})
    width = max(len(e.rows) for e in examples) + 1
    x = np.zeros((len(examples), width, len(names)))
    there = np.zeros((len(examples), width))
    right = np.zeros((len(examples), width))
    weight = np.array([_PASSAGE if e.passage else 1.0 for e in examples])
    for i, e in enumerate(examples):
        for j, row in enumerate(e.rows):
            x[i, j] = [row.get(name, 0.0) for name in names]
        there[i, : len(e.rows)] = there[i, -1] = 1
        right[i, : len(e.rows)], right[i, -1] = e.right[:-1], e.right[-1]
    drawn = {**dict.fromkeys(names, _RIDGE), **dict.fromkeys(prior, ridge), "always": always}
    penalty = np.array([drawn[name] for name in names])
    centre = np.array([prior.get(name, 0.0) for name in names])
    w = centre.copy()
    for _ in range(200):
        scores = np.exp(np.clip(x @ w, -30, 30)) * there
        all_ = scores / scores.sum(1, keepdims=True)
        hit = scores * right
        hit /= hit.sum(1, keepdims=True)
        mean = np.einsum("ij,ijk->ik", all_, x)
        gradient = np.einsum("i,ij,ijk->k", weight, hit - all_, x) - penalty * (w - centre)
        second = np.einsum("i,ij,ijk,ijl->kl", weight, all_, x, x, optimize=True)
        second -= (mean.T * weight) @ mean - np.diag(penalty)
        step = np.linalg.solve(second, gradient)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return {name: round(float(weight), 3) for name, weight in zip(names, w, strict=True) if abs(weight) >= 0.0005}


def fit_all(examples: Iterable[Example], near: float | None = None) -> Weights:
    """Fit each way, with what all ways that point back have in common as prior; passages where several can be meant.

    Args:
        examples: of all ways.
        near: how strongly weights are drawn to those of the model instead.
    """
    by_way = defaultdict(list)
    for example in examples:
        if not example.passage or example.way in _CHOOSING:
            by_way[example.way].append(example)
    if near is not None:
        return {way: fit(by_way[way], near, weights_of(way), always=near) for way in filter(by_way.get, Way)}
    common = fit([example for way in _POOLED for example in by_way[way]])
    return {
        way: fit(by_way[way], _POOLED_RIDGE, common) if way in _POOLED else fit(by_way[way])
        for way in filter(by_way.get, Way)
    }


def shares(weights: Weights, example: Example) -> Array:
    """Return how likely each candidate is, and last how likely none of them."""
    own = weights.get(example.way, {})
    scores = [sum(own.get(name, 0.0) * value for name, value in row.items()) for row in example.rows]
    powers = np.exp(np.clip([*scores, 0.0], -30, 30))
    return np.asarray(powers / powers.sum())


def told(weights: Weights, example: Example, levels: Mapping[Way, float] = MappingProxyType({})) -> Told | None:
    """Return how sure the model is of what it gives, and whether that is right; None: nobody is given."""
    likely = shares(weights, example)
    best = int(np.argmax(likely[:-1]))
    of, share, right = example.way, float(likely[best]), example.right[best]
    if share < _LEAST.get(example.way, 0.0):
        if example.way not in _DESCRIBED:
            return None
        of, share, right = Way.ANEW, float(likely[-1]), example.unnamed
    return Told(of, raised(share, levels.get(of, 0.0)), right)


def folds(examples: Sequence[Example], stride: int = 1) -> Iterator[tuple[list[Example], list[Example]]]:
    """Yield for each fifth of the articles what the others have, and what the news in it have and no rule settles.

    Args:
        examples: of all articles.
        stride: which fifths.
    """
    for fold in range(_FOLDS):
        own = [e.article // stride % _FOLDS == fold for e in examples]
        yield (
            [e for e, is_own in zip(examples, own, strict=True) if not is_own],
            [e for e, is_own in zip(examples, own, strict=True) if is_own and not (e.passage or e.settled)],
        )


def fit_levels(examples: Sequence[Example]) -> dict[Way, float]:
    """Fit by how much who is chosen is surer in the news than the weights say, by the way.

    Passages of our own, which are harder, speak in the weights; and weights are surest of what they were fitted on, so
    each fifth is told by the others (Platt, 1999, "Probabilistic outputs for support vector machines"; of his two
    parameters the slope gives nothing here). The level is added to the log odds. Each way alone is too rare to tell:
    levels are drawn to one of all ways in which nobody may be chosen; that of who is described instead stands alone.
    """
    cases = [case for others, own in folds(examples, _FOLDS) for case in _all_told(fit_all(others), own)]
    return _levels([c for c in cases if c.of in _LEAST]) | _levels([c for c in cases if c.of == Way.ANEW])


def _levels(cases: Sequence[Told]) -> dict[Way, float]:
    if not cases:
        return {}
    names = sorted({case.of for case in cases})
    share = np.array([case.share for case in cases])
    rows = np.array([[case.of == name for name in names] for case in cases], dtype=float)
    right = np.array([float(case.right) for case in cases])
    common, *own = logistic.fit(rows, right, ridge=_LEVEL_RIDGE, known=np.log(share / (1 - share)))
    return {name: round(float(common + level), 3) for name, level in zip(names, own, strict=True)}


def report(examples: Sequence[Example]) -> None:
    """Print how what is given in the news is right, by the words of the source, of all, and by the way."""
    of = cases_by_way(examples)
    groups = {name: [case for way in ways for case in of[way]] for name, ways in _GROUPS.items()}
    ways = {called: of[way] for own in _GROUPS.values() for way, called in own.items()}
    fine = sorted(ways.items(), key=lambda row: -len(row[1]))
    everything = [case for cases in groups.values() for case in cases]
    for name, cases in (*((f"**{name}**", own) for name, own in groups.items()), ("**all**", everything), *fine):
        if cases:
            print(_row(name, cases))


def cases_by_way(examples: Sequence[Example]) -> dict[Way, list[Told]]:
    """Return what is given in the news, each fifth of the articles told by the others."""
    cases: dict[Way, list[Told]] = {way: [] for way in Way}
    for others, own in folds(examples):
        for case in _all_told(fit_all(others), own, fit_levels(others)):
            cases[case.of].append(case)
    return cases


def _row(name: str, cases: Sequence[Told]) -> str:
    sure, right = sum(case.share for case in cases) / len(cases), sum(case.right for case in cases) / len(cases)
    error = calibration([(case.share, case.right) for case in cases])
    off = (f"{share:.3f}".lstrip("0") for share in (error.own, error.chance, error.most, error.freed))
    return f"| {name} | {len(cases)} | {sure:.3f} | {right:.3f} | {' | '.join(off)} |"


def _all_told(
    weights: Weights, examples: Iterable[Example], levels: Mapping[Way, float] = MappingProxyType({})
) -> list[Told]:
    return [case for e in examples if (case := told(weights, e, levels)) is not None]


def written(weights: Weights, levels: Mapping[Way, float]) -> str:
    """Return the model's file."""
    lines = [_HEAD, "[level]", *(f"{of} = {level}" for of, level in levels.items())]
    lines += ["\n[least]", *(f"{way} = {least}" for way, least in _LEAST.items())]
    for way, own in weights.items():
        lines += [f"\n[weights.{way}]", *(f"{name} = {value}" for name, value in own.items())]
    return "\n".join(lines) + "\n"


def read_examples(pairs: Iterable[tuple[Path, Path]]) -> list[Example]:
    """Feed gold quotations to the resolver."""
    nlp, tagger = load_model(DEFAULT_MODEL), Tagger()
    examples: list[Example] = []
    number = 0
    for quotes, speakers in pairs:
        gold = {article["id"]: article["speakers"] for article in read_lines(speakers)}
        for article in read_lines(quotes):
            if article["id"] not in gold:
                continue
            number += 1
            layout = analyze(article["text"])
            attributions = article["attributions"]
            order = sorted(range(len(attributions)), key=lambda i: min(attributions[i]["content"]))
            place = {attribution: i for i, attribution in enumerate(order)}
            quotations = [quotation_of(layout.text, attributions[i]) for i in order]
            own = {place[s["attribution"]]: s for s in gold[article["id"]]}
            doc = parse_view(nlp, layout)
            write_names(doc, find_named(doc, tagger.tag(layout)))
            examples += examples_of(number, layout, doc, quotations, own)
    return examples


def main() -> None:
    """Fit, say how well it is calibrated, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--passages", type=Path, nargs=2, metavar=("QUOTES", "SPEAKERS"))
    parser.add_argument(
        "--only",
        type=Way,
        nargs="*",
        default=list(Way),
        help="ways to fit; the others stay, the levels aside",
    )
    parser.add_argument("--near", type=float, metavar="RIDGE", help="how strongly weights are drawn to the model's")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = read_examples(zip(options.files[::2], options.files[1::2], strict=True))
    if options.passages:
        examples += [replace(e, passage=True) for e in read_examples([options.passages])]
    report(examples)
    if options.write:
        weights = fit_all(examples, options.near)
        chosen = {way: weights.get(way, {}) if way in options.only else weights_of(way) for way in Way}
        new = {way: dict(own) for way, own in chosen.items() if own}
        levels = fit_levels(examples) if options.near is None else levels_of()
        MODEL.write_text(written(new, levels), encoding="utf-8")


if __name__ == "__main__":
    main()
