"""A name with all that a corpus says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from quotex.corpus.names import is_person_like, of_body
from quotex.english.keys import Key


@dataclass(slots=True)
class Node:
    """A name as it is compared, with all that the corpus says of it.

    Attributes:
        key: folded words.
        forms: how it is written as the fullest name of an article, with the number of articles.
        kinds: the kinds of speakers it was taken for.
        roles: content words of roles and affiliations.
        articles: how many call somebody so.
    """

    key: Key
    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    articles: int = 0

    @property
    def name(self) -> str:
        """How it is written most often."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))

    @property
    def is_person(self) -> bool:
        """Whether it is a person's name, as far as kinds and given names tell."""
        mostly = self.kinds["person"] * 2 > sum(self.kinds.values())
        return (mostly or is_person_like(self.key)) and not of_body(self.key)
