"""Names as they are compared across articles: folded, without titles, initials and legal forms."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from quotex.english import lexicons
from quotex.english.keys import Key, bare_words, identity_words
from quotex.english.people import fold, given_names, name_words

_ENDING = re.compile(r"(?:iy|yy|ij|ii|yi|yj|iyy|y|i)$")
_ALIKE = 0.75  # share of the letters of two given names
_SHORT = 4  # letters: shorter names have no spellings


class _Callings(lexicons.Lexicon):
    public: lexicons.Words
    sport: lexicons.Words
    arts: lexicons.Words
    learning: lexicons.Words
    private: lexicons.Words


@cache
def _callings() -> dict[str, str]:
    fields = lexicons.load("callings", _Callings).model_dump()
    return {word: field for field, words in fields.items() for word in words}


def is_generic(key: Key) -> bool:
    """Whether every country or town has a body of this name: "Ministry of Health", "the Supreme Court"."""
    known = identity_words()
    return all(word in known.generic or word in known.fields or word in known.small for word in key)


def is_acronym(form: str, key: Key) -> bool:
    """Whether a form is made of the initials of a name: "UN", "DfE", "Nato", and in another order "CNE"."""
    letters = form.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isalpha() and letters[0].isupper()):
        return False
    small = identity_words().small
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
    return key[-1] in identity_words().generations


def spelling(key: Key) -> str:
    """Return what spellings of one person's name have in common: "zelenskiy" and "zelenskyy", "joe" and "joseph"."""
    first, last = given_names().whole(key[0]), key[-1]
    if len(last) > _SHORT:
        last = _ENDING.sub("y", last)
    plain = re.sub(r"(.)\1", r"\1", f"{first} {last}".replace("ph", "f").replace("kh", "h"))
    return plain.replace("-", "")


def content_words(*phrases: str | None) -> frozenset[str]:
    """Return the folded words of roles and affiliations that tell something."""
    small = identity_words().small | identity_words().of_any_role
    found = (fold(word) for phrase in phrases if phrase for word in bare_words(phrase))
    return frozenset(word for word in found if len(word) > 2 and word not in small)


def callings(words: frozenset[str]) -> frozenset[str]:
    """Return the fields of life that roles speak of."""
    known = _callings()
    return frozenset(known[word] for word in words if word in known)
