"""What taggers make of articles that they were not trained on, one tagger for each fold, and how right that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotex.contract.terms import Act
from quotex.parse.model import load_model, parse_view
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Tagger, chain_scores
from quotex.quotes.assembly import find_drafts
from quotex.quotes.decoding import Chains
from quotex.quotes.drafts import Draft
from quotex.quotes.labels import BEGIN, Role, Tier
from quotex.quotes.tagger import Tagging
from quotex.text import Layout, analyze
from training.corpus import ACT_OF, lines

if TYPE_CHECKING:
    from spacy.tokens import Doc

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Read:
    """An article as a tagger reads it that was not trained on it."""

    article: dict[str, Any]
    layout: Layout
    doc: Doc
    tagging: Tagging
    chains: Chains

    def drafts(self, cost: float = 0.0) -> list[Draft]:
        """Its quotations; ``cost``: what a content pays for beginning, over what the configuration says."""
        outer = self.chains[Tier.OUTER]
        transitions = outer.transitions.copy()
        transitions[:, BEGIN[Role.CONTENT]] -= cost
        chains = {**self.chains, Tier.OUTER: replace(outer, transitions=transitions)}
        return find_drafts(self.layout, TokenIndex(self.doc), self.tagging, chains)


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft, and whether it is right.

    Attributes:
        half: half of the content's words are right.
        full: and the source is.
        counted: it is not of an attribution that counts neither way (an attitude, an arguable case).
        act: what the annotators say it is; None: nothing of the kind there.
    """

    draft: Draft
    half: bool = False
    full: bool = False
    counted: bool = True
    act: Act | None = None


def fold_of(index: int, every: int, folds: int) -> int | None:
    """Which fold keeps an article from its training, of every so many; None: none does."""
    place = index % every
    return place if place < folds else None


def read(corpus: Path, models: Sequence[Path], every: int) -> Iterator[Read]:
    """Read the articles of a corpus that a fold kept, each with that fold's tagger.

    Args:
        corpus: JSON lines: text, attributions.
        models: folders of one tagger a fold.
        every: as in ``fold_of``.
    """
    nlp = load_model(None)
    taggers = [Tagger(folder=model) for model in models]
    for index, article in enumerate(lines(corpus)):
        fold = fold_of(index, every, len(models))
        if fold is not None:
            layout = analyze(article["text"])
            tagger = taggers[fold]
            yield Read(article, layout, parse_view(nlp, layout), tagger.tag(layout), chain_scores(tagger.config))


def judged(article: dict[str, Any], drafts: Sequence[Draft]) -> list[Judged]:
    """Pair drafts with the annotated attributions by overlap, the best first, and judge each."""
    word_at = {c: i for i, m in enumerate(re.finditer(r"\w+", article["text"])) for c in range(*m.span())}

    def words(spans: Sequence[Sequence[int]]) -> Words:
        return frozenset(word_at[c] for start, end in spans for c in range(start, end) if c in word_at)

    gold = [(words(a["content"]), words(a["source"])) for a in article["attributions"]]
    found = [(words(d.content), words([d.source] if d.source else [])) for d in drafts]
    overlaps = sorted(
        ((len(g & f) / len(g | f), j, i) for j, (f, _) in enumerate(found) for i, (g, _) in enumerate(gold) if g & f),
        reverse=True,
    )
    judgements = [Judged(draft) for draft in drafts]
    taken: set[int] = set()
    paired: set[int] = set()
    for overlap, j, i in overlaps:
        if i in taken or j in paired:
            continue
        taken.add(i)
        paired.add(j)
        attribution, half = article["attributions"][i], overlap >= 0.5
        source, said = gold[i][1], found[j][1]
        judgements[j] = Judged(
            drafts[j],
            half,
            half and bool(source & said or not (source or said)),
            not attribution.get("optional"),
            ACT_OF.get(attribution.get("level", "speech")) if half else None,
        )
    return judgements
