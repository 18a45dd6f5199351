"""Parts of speech and lemmas, worked out once for each word in each part that it plays.

spaCy's attribute ruler and its lemmatizer by rules look at one token at a time, but for a few patterns of several: what
they say follows from the word, its tag and its dependency, and of words that no pattern names, from the part of speech
that tag and dependency make. Remembered, it costs a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

_NAME = "quotex_forms"
_FACTORIES = ("attribute_ruler", "lemmatizer")
_BY_FORM = ("rule", "lookup")
"""Modes of a lemmatizer that looks at nothing but a token."""
_LOOKED_AT = {"TAG", "DEP", "LOWER", "IS_SPACE"}
"""What a ruler's patterns may look at, for what it says to follow from word, tag and dependency."""
_OF: list[int | str] = ["ORTH", "TAG", "DEP", "LOWER", "IS_ALPHA"]
_SAID: list[int | str] = ["TAG", "POS", "LEMMA", "DEP"]
_MOST_KEPT = 50_000  # words in their parts: bounds the memory of a long run
_BREAK = (".", ".", "punct")
"""A token between two others, so that no pattern takes them together."""

Key = tuple[int, int, int]
"""hashes of a word, its tag and its dependency"""


class _Said(NamedTuple):
    values: tuple[int, ...]
    lemma: str


class Forms:
    """A component that says what others say of single tokens, without asking them twice.

    Attributes:
        steps: the others, in their order.
        several: what applies the patterns of several tokens.
        named: hashes of the words, in small letters, that a pattern names.
    """

    def __init__(self) -> None:
        self.steps: Sequence[Callable[[Doc], Doc]] = ()
        self.several: AttributeRuler | None = None
        self.named: frozenset[int] = frozenset()
        self._kept: dict[Key, _Said] = {}
        self._alike: dict[tuple[int, int], int] = {}  # by tag and dependency: one that makes the same part of speech
        self._first: dict[tuple[int, int], int] = {}  # by tag and part of speech

    def __call__(self, doc: Doc) -> Doc:
        """Set tags, parts of speech, lemmas, and the dependencies of blanks."""
        if not len(doc):
            return doc
        table = doc.to_array(_OF)
        keys = self._keys(doc.vocab, table.tolist())
        unknown = [key for key in dict.fromkeys(keys) if key not in self._kept]
        if len(self._kept) + len(unknown) > _MOST_KEPT:
            self._kept.clear()
            unknown = list(dict.fromkeys(keys))
        self._kept.update(zip(unknown, self._ask(doc.vocab, unknown), strict=True))
        said = [self._kept[key] for key in keys]
        for lemma in {each.lemma for each in said}:
            doc.vocab.strings.add(lemma)  # what was added for another article may be gone
        values: Any = np.array([each.values for each in said], dtype=np.uint64)
        values[:, -1] = np.where(table[:, -1], table[:, 2], values[:, -1])
        doc.from_array(_SAID, values)
        return self.several(doc) if self.several else doc

    def _keys(self, vocab: Vocab, rows: Iterable[Sequence[int]]) -> list[Key]:
        """Return what each token is remembered by; dependencies that say the same of an ordinary word are one."""
        ordinary = [bool(alpha) and lower not in self.named for *_, lower, alpha in rows]
        new = {
            (tag, dep): (word, tag, dep)
            for (word, tag, dep, *_), plain in zip(rows, ordinary, strict=True)
            if plain and (tag, dep) not in self._alike
        }
        for (tag, dep), said in zip(new, self._ask(vocab, list(new.values())), strict=True):
            self._alike[tag, dep] = self._first.setdefault((tag, said.values[1]), dep)
        return [
            (word, tag, self._alike[tag, dep] if plain else dep)
            for (word, tag, dep, *_), plain in zip(rows, ordinary, strict=True)
        ]

    def _ask(self, vocab: Vocab, keys: Sequence[Key]) -> Iterator[_Said]:
        """Ask the others about words that stand for themselves, apart where a pattern would take several together."""
        if not keys:
            return
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
    rules = steps[0].patterns
    tokens = [token for rule in rules for pattern in rule["patterns"] for token in pattern]
    if "morphologizer" in nlp.pipe_names or any(not _LOOKED_AT.issuperset(token) for token in tokens):
        return  # their parts of speech depend on more
    several = AttributeRuler(nlp.vocab)
    several.add_patterns([rule for rule in rules if any(len(pattern) > 1 for pattern in rule["patterns"])])
    forms: Any = nlp.add_pipe(_NAME, before=names[0])
    forms.steps, forms.several = steps, several
    forms.named = frozenset(nlp.vocab.strings.add(word) for token in tokens for word in _words(token.get("LOWER", {})))
    for name in names:
        nlp.remove_pipe(name)
    if steps[1].lookups.has_table("lemma_index"):
        index = steps[1].lookups.get_table("lemma_index")
        for part, lemmas in list(index.items()):
            index[part] = frozenset(lemmas)  # a list, as it comes, is gone through for every word


def _words(condition: str | Mapping[str, Any]) -> Iterable[str]:
    """Return the words that a condition names; one by a regular expression is of words that are not all letters."""
    return [condition] if isinstance(condition, str) else condition.get("IN", ())
