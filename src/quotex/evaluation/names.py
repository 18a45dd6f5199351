"""Whether two names are one."""

from __future__ import annotations

import re

from quotex.english import lexicons
from quotex.english.people import without_accents

_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"[’']s\b")


class _Lexicon(lexicons.Lexicon):
    honorifics: frozenset[str]
    generations: frozenset[str]
    uncounted: frozenset[str]


_lexicon = lexicons.loader("evaluation", _Lexicon)


def same_name(gold: str | None, found: str | None, *, person: bool) -> bool:
    """Whether two names are one, with case, accents, punctuation and honorifics left aside.

    Args:
        gold: None is no name, and never the same as another.
        found: as ``gold``.
        person: whether it is a person's: then a last name alone, or with the same first initial, is enough.
    """
    a, b = _fold(gold or ""), _fold(found or "")
    if not a or not b:
        return False
    if a == b or not person:
        return a == b
    a, b = ([word for word in words if word not in _lexicon().generations] for words in (a, b))
    return bool(a and b) and a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0])


def counted_words(counted: str | None, unit: str | None) -> set[str]:
    """Return the words that say what is counted or measured, without the s of the plural."""
    text = f"{counted or ''} {unit or ''}".lower().replace("%", " percent ").replace("$", " dollar ")
    return {word.rstrip("s") for word in re.findall(r"[a-z]+", text)} - _lexicon().uncounted


def _fold(name: str) -> list[str]:
    words = _WORD.findall(_POSSESSIVE.sub("", without_accents(name).lower()))
    return [word for word in words if word not in _lexicon().honorifics] or words
