"""Names as they are compared across articles: folded, without titles, initials and legal forms."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from quotex.english import lexicons
from quotex.english.people import fold, given_names, name_words

__all__ = [
    "Key",
    "are_spellings",
    "callings",
    "content_words",
    "is_acronym",
    "is_capitals",
    "is_generic",
    "is_given_name",
    "is_person_like",
    "is_younger",
    "key_of",
    "of_body",
    "spelling",
]

Key = tuple[str, ...]
"""The folded words of a name."""

_WORD = re.compile(r"[^\W_](?:[\w.'’&-]*[\w])?")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_GLUED_SENTENCE = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z][a-z]{3})")  # "Twitter.Biden", but not "Dolan.He"
_PLURAL = re.compile(r"[A-Z]{2,}s")  # "GPs"
_ENDING = re.compile(r"(?:iy|yy|ij|ii|yi|yj|iyy|y|i)$")
_ALIKE = 0.75  # share of the letters of two given names
_SHORT = 4  # letters: shorter names have no spellings


_Words = Annotated[frozenset[str], BeforeValidator(str.split)]


class _Identities(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    generic: _Words
    fields: _Words
    small: _Words
    glued: _Words
    after: _Words
    generations: _Words
    parts: _Words
    spelled: dict[str, str]


class _Callings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    public: _Words
    sport: _Words
    arts: _Words
    learning: _Words
    private: _Words


@cache
def _lists() -> _Identities:
    return lexicons.load("identities", _Identities)


@cache
def _callings() -> dict[str, str]:
    fields = lexicons.load("callings", _Callings).model_dump()
    return {word: field for field, words in fields.items() for word in words}


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
    written = (_POSSESSIVE.sub("", word) for word in _WORD.findall(name))
    words = [fold(word[:-1] if _PLURAL.fullmatch(word) else word).strip("'’-") for word in written]
    words = [_lists().spelled.get(word, word) for word in words if word]
    while len(words) > 1 and _is_before_names(words[0], person=person):
        words = words[1:]
    while len(words) > 1 and words[-1] in _lists().after:
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
    if word in _lists().glued or known.is_honorific(word):
        return True
    title = word.rpartition("-")[2]  # "Vice-President"
    return person and title in known.titles.words and title not in _lists().parts


def is_generic(key: Key) -> bool:
    """Whether every country or town has a body of this name: "Ministry of Health", "the Supreme Court"."""
    known = _lists()
    return all(word in known.generic or word in known.fields or word in known.small for word in key)


def is_acronym(form: str, key: Key) -> bool:
    """Whether a form is made of the initials of a name: "UN", "DfE", "Nato", and in another order "CNE"."""
    letters = form.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isalpha() and letters[0].isupper()):
        return False
    small = _lists().small
    parts = [part for word in key for part in re.split(r"[-&]", word) if part]
    told, every = ("".join(part[0] for part in parts if part not in small), "".join(part[0] for part in parts))
    if letters.lower() in (told, every):
        return True
    return letters.isupper() and len(letters) > 2 and sorted(letters.lower()) in (sorted(told), sorted(every))


def is_capitals(form: str) -> bool:
    """Whether a form is all in capitals, as what is short in another language is ("FSB")."""
    return 2 < len(form) < 7 and form.isalpha() and form.isupper()


def is_person_like(key: Key) -> bool:
    """Whether a name of several words begins with a given name, and says nothing of a body."""
    return len(key) > 1 and given_names().is_known(key[0]) and not of_body(key)


def of_body(key: Key) -> bool:
    """Whether a word of the name is one that bodies have: "Kamala Harris campaign"."""
    return any(word in name_words().organizations.words for word in key)


def is_given_name(key: Key) -> bool:
    """Whether a name is a given name alone."""
    return len(key) == 1 and given_names().is_known(key[0])


def are_spellings(one: str, other: str) -> bool:
    """Whether two given names may be spellings of one: "Dmitri" and "Dmitry", "Kier" and "Keir"."""
    return one[0] == other[0] and SequenceMatcher(None, sorted(one), sorted(other)).ratio() >= _ALIKE


def is_younger(key: Key) -> bool:
    """Whether the name says which of a family is meant: "Jr"."""
    return key[-1] in _lists().generations


def spelling(key: Key) -> str:
    """Return what spellings of one person's name have in common: "zelenskiy" and "zelenskyy", "joe" and "joseph"."""
    first, last = given_names().whole(key[0]), key[-1]
    if len(last) > _SHORT:
        last = _ENDING.sub("y", last)
    plain = re.sub(r"(.)\1", r"\1", f"{first} {last}".replace("ph", "f").replace("kh", "h"))
    return plain.replace("-", "")


def content_words(*phrases: str | None) -> frozenset[str]:
    """Return the folded words of roles and affiliations that tell something."""
    small = _lists().small
    found = (fold(_POSSESSIVE.sub("", word)) for phrase in phrases if phrase for word in _WORD.findall(phrase))
    return frozenset(word for word in found if len(word) > 2 and word not in small and word not in ("former", "his"))


def callings(words: frozenset[str]) -> frozenset[str]:
    """Return the fields of life that roles speak of."""
    known = _callings()
    return frozenset(known[word] for word in words if word in known)
