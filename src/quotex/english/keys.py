"""What a name is compared and counted by across articles: folded, without titles, middle initials and dots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.english import lexicons
from quotex.english.people import fold, name_words

Key = tuple[str, ...]
"""The folded words of a name."""

_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[\w])?")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_GLUED_SENTENCE = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z][a-z]{3})")  # "Twitter.Biden", but not "Dolan.He"
_PLURAL = re.compile(r"[A-Z]{2,}s")  # "GPs"


class IdentityWords(lexicons.Lexicon):
    """``english/lexicons/identities.toml``."""

    generic: lexicons.Words
    fields: lexicons.Words
    small: lexicons.Words
    of_any_role: lexicons.Words
    glued: lexicons.Words
    after: lexicons.Words
    generations: lexicons.Words
    parts: lexicons.Words
    spelled: dict[str, str]


identity_words = lexicons.loader("identities", IdentityWords)
"""Loads the words for telling across articles whose name is whose."""


def bare_words(text: str) -> Iterator[str]:
    """Yield the words of a text without the endings of possessives."""
    return (_POSSESSIVE.sub("", word) for word in _WORD.findall(text))


def key_of(name: str, *, person: bool = False) -> Key:
    """Return what a name is compared by.

    "Mr Barack H. Obama" and "Barack Obama" have one key, as "the World Bank" and "World Bank"; "Donald Trump Jr" has
    another than "Donald Trump".

    Args:
        name: as it is written.
        person: whether it is a person's, and titles before it are none of its words.
    """
    if "/" in name:
        name = _without_credit(name)
    name = _GLUED_SENTENCE.split(name)[-1]
    words = [fold(word[:-1] if _PLURAL.fullmatch(word) else word).strip("'’-") for word in bare_words(name)]
    words = [identity_words().spelled.get(word, word) for word in words if word]
    while len(words) > 1 and _is_before_names(words[0], person=person):
        words = words[1:]
    while len(words) > 1 and words[-1] in identity_words().after:
        words = words[:-1]
    middle = [word for word in words[1:-1] if len(word) > 1]
    return tuple([words[0], *middle, words[-1]] if len(words) > 2 else words)


def _without_credit(name: str) -> str:
    """Leave out what a picture's credit has left before a name; a credit alone stays."""
    words = name.replace("/", " / ").split()
    last = max((i for i, word in enumerate(words) if fold(word) in name_words().credits.words), default=-1)
    rest = words[last + 1 :]
    return " ".join(rest) if "/" in words[: last + 1] and rest and rest != ["Related"] else name


def _is_before_names(word: str, *, person: bool) -> bool:
    known = name_words()
    if word in identity_words().glued or known.is_honorific(word):
        return True
    title = word.rpartition("-")[2]  # "Vice-President"
    return person and title in known.titles.words and title not in identity_words().parts
