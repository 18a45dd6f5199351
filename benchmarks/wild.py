"""An extractor whose tagger and parser throw dice: labels, links and trees that are well formed, and mean nothing.

All other stages are the program's own, so that each rule meets what no model would give it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

import quotex
from quotex.contract.terms import Act
from quotex.parse.scheme import DEPENDENCIES, TAGS
from quotex.pipeline import settings
from quotex.quotes.labels import ACTS, LABELS, NAMES, Tier

__all__ = ["extractor"]

_LEARNED = ("tok2vec", "tagger", "parser")
_TREES = sorted(DEPENDENCIES - {"ROOT"})
_TAGS = (
    *sorted(TAGS),
    "CC",
    "CD",
    "DT",
    "EX",
    "FW",
    "IN",
    "NN",
    "NNP",
    "PDT",
    "RB",
    "RP",
    "UH",
    "WDT",
    "WP",
    "WRB",
    ".",
)
_SURE = 6.0  # logit of what a run of words is to be
_OWN = 0.6  # how often a word has a tag and a label that the parser gave it once


def extractor(seed: int, words: Sequence[str] = ()) -> Any:
    """Make an extractor that throws dice, and leaves out nothing that it finds.

    Args:
        seed: what is thrown follows from it and from the text.
        words: texts that the parser reads beforehand, so that words have, more often than not, labels of their own.
    """
    made: Any = quotex.Extractor(
        language=settings.Language.ANY,
        acts=tuple(Act),
        min_confidence=0.0,
        min_worthiness=0.0,
    )
    nlp: Language = made._nlp
    own: dict[str, list[tuple[str, str]]] = {}
    for token in (token for doc in nlp.pipe(words) for token in doc):
        own.setdefault(token.lower_, []).append((token.tag_, token.dep_))
    for name in _LEARNED:
        nlp.remove_pipe(name)
    nlp.add_pipe("wild", first=True, config={"seed": seed}).own = own  # type: ignore[attr-defined]
    made._stages.tagger._run = _Tagger(seed)
    return made


class _Tagger:
    """Stands in for the network: runs of words that are content, source or cue, in logits that may contradict them."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def __call__(self, ids: Any, features: Any) -> list[Any]:
        n = len(ids)
        chance = np.random.default_rng([self._seed, *ids])
        scale = chance.choice([1.0, 3.0, 9.0])
        tiers = [(n, len(LABELS)) for _ in Tier]
        shapes = [*tiers, (n, n), (n, n), (n,), (n, len(ACTS)), (n, len(NAMES))]
        logits = [(chance.standard_normal(shape) * scale).astype(np.float32) for shape in shapes]
        for of in (*logits[: len(tiers)], logits[-1]):
            start = 0
            while start < n:
                begin, end = 2 * int(chance.integers(of.shape[1] // 2)) + 1, start + int(chance.integers(1, 12))
                of[start, begin] += _SURE
                of[start + 1 : end, begin + 1] += _SURE
                start = end + int(chance.integers(4))
        return logits


@Language.factory("wild", default_config={"seed": 1})
class _Parser:
    """Stands in for tagger and parser: a tree of its own over each sentence, with no branches that cross."""

    def __init__(self, nlp: Language, name: str, seed: int) -> None:
        self._seed = seed
        self._dice = random.Random(seed)
        self.own: dict[str, list[tuple[str, str]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        self._dice.seed(f"{self._seed} {doc.text}")
        heads = np.zeros(len(doc), dtype=np.int64)
        for start, end in self._sentences(doc):
            self._grow(heads, start, end)
        labels = [self._labels(token.lower_) for token in doc]
        strings = doc.vocab.strings
        at = np.arange(len(doc))
        rows = [
            (strings.add(tag), strings.add("ROOT" if head == i else label))
            for i, ((tag, label), head) in enumerate(zip(labels, heads, strict=True))
        ]
        values: Any = np.column_stack([np.array(rows, dtype=np.uint64).reshape(-1, 2), (heads - at).astype(np.uint64)])
        doc.from_array(["TAG", "DEP", "HEAD"], values)
        return doc

    def _sentences(self, doc: Doc) -> Iterator[tuple[int, int]]:
        start = 0
        for token in doc:
            begins = token.is_sent_start if token.is_sent_start is not None else self._dice.random() < 0.08
            if begins and token.i > start:
                yield start, token.i
                start = token.i
        if start < len(doc):
            yield start, len(doc)

    def _grow(self, heads: Any, start: int, end: int) -> None:
        """Build one tree as a parser does: a word is put on the stack, or one of the top two hung on the other."""
        stack: list[int] = []
        ahead = start
        while ahead < end or len(stack) > 1:
            if len(stack) < 2 or (ahead < end and self._dice.random() < 0.5):
                stack.append(ahead)
                ahead += 1
                continue
            right, left = stack.pop(), stack.pop()
            head, child = (right, left) if self._dice.random() < 0.5 else (left, right)
            heads[child] = head
            stack.append(head)
        heads[stack[0]] = stack[0]

    def _labels(self, word: str) -> tuple[str, str]:
        known = self.own.get(word)
        tag, label = self._dice.choice(known) if known else ("NNP", "nsubj")
        if not known or self._dice.random() > _OWN:
            tag = self._dice.choice(_TAGS)
        if not known or label == "ROOT" or self._dice.random() > _OWN:
            label = self._dice.choice(_TREES)
        return tag, label
