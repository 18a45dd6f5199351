"""Parts of speech and lemmas, worked out once for each word in each place it can take.

spaCy's attribute ruler and its lemmatizer by rules look at one token at a time, but for a few patterns of several: what
they say follows from the word, its tag and its dependency. Remembered, it costs a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

__all__ = ["Forms", "remember_forms"]

_NAME = "quotex_forms"
_FACTORIES = ("attribute_ruler", "lemmatizer")
_BY_FORM = ("rule", "lookup")
"""Modes of a lemmatizer that looks at nothing but a token."""
_OF: list[int | str] = ["ORTH", "TAG", "DEP"]
_SAID: list[int | str] = ["TAG", "POS", "DEP", "LEMMA"]
_MOST_KEPT = 50_000
_BREAK = (".", ".", "punct")
"""A token between two others, so that no pattern takes them together."""

Key = tuple[int, ...]
"""hashes of the word, its tag and its dependency"""


class _Said(NamedTuple):
    values: tuple[int, ...]
    lemma: str


class Forms:
    """A component that says what others say of single tokens, without asking them twice.

    Attributes:
        steps: the others, in their order.
        several: what applies the patterns of several tokens.
    """

    def __init__(self) -> None:
        self.steps: Sequence[Callable[[Doc], Doc]] = ()
        self.several: AttributeRuler | None = None
        self._kept: dict[Key, _Said] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set tags, parts of speech, dependencies and lemmas."""
        if not len(doc):
            return doc
        keys = list(map(tuple, doc.to_array(_OF).tolist()))
        unknown = [key for key in dict.fromkeys(keys) if key not in self._kept]
        if unknown:
            if len(self._kept) + len(unknown) > _MOST_KEPT:
                self._kept.clear()
                unknown = list(dict.fromkeys(keys))
            self._kept.update(zip(unknown, self._ask(doc.vocab, unknown), strict=True))
        said = [self._kept[key] for key in keys]
        for lemma in {each.lemma for each in said}:
            doc.vocab.strings.add(lemma)  # what was added for another article may be gone
        values: Any = np.array([each.values for each in said], dtype=np.uint64)
        doc.from_array(_SAID, values)
        return self.several(doc) if self.several else doc

    def _ask(self, vocab: Vocab, keys: Sequence[Key]) -> Iterator[_Said]:
        """Ask the others about words that stand for themselves, apart where a pattern would take several together."""
        rows = [tuple(vocab.strings[part] for part in key) for key in keys]
        doc, step = _alone(vocab, rows), 1
        if self.several and self.several.match(doc):
            doc, step = _alone(vocab, [row for each in rows for row in (each, _BREAK)]), 2
        for ask in self.steps:
            doc = ask(doc)
        for values, token in zip(doc.to_array(_SAID)[::step].tolist(), list(doc)[::step], strict=True):
            yield _Said(tuple(values), token.lemma_)


def _alone(vocab: Vocab, rows: Sequence[Sequence[str]]) -> Doc:
    words, tags, deps = zip(*rows, strict=True)
    return Doc(vocab, list(words), tags=list(tags), deps=list(deps), heads=list(range(len(rows))))


@Language.factory(_NAME)
def _make(nlp: Language, name: str) -> Forms:
    return Forms()


def remember_forms(nlp: Language) -> None:
    """Put :class:`Forms` in the place of a pipeline's attribute ruler and lemmatizer, if they go by single tokens."""
    names = [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory in _FACTORIES]
    steps: list[Any] = [nlp.get_pipe(name) for name in names]
    if [nlp.get_pipe_meta(name).factory for name in names] != list(_FACTORIES) or steps[1].mode not in _BY_FORM:
        return
    if "morphologizer" in nlp.pipe_names:  # its parts of speech depend on the sentence
        return
    several = AttributeRuler(nlp.vocab)
    several.add_patterns([rule for rule in steps[0].patterns if any(len(tokens) > 1 for tokens in rule["patterns"])])
    forms: Any = nlp.add_pipe(_NAME, before=names[0])
    forms.steps, forms.several = steps, several
    for name in names:
        nlp.remove_pipe(name)
