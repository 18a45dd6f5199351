"""Words that open a sentence before a name, and have their capital for that: they are none of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from quotex.contract.rules import Rule
from quotex.english.names import without_suffix
from quotex.english.people import given_names, name_words
from quotex.naming.names import Name
from quotex.parse import names as recognised
from quotex.parse.grammar import is_proper_noun, opens_sentence
from quotex.text import Range

OPENING = Rule("naming.opening-word", "a word that opens a sentence before a known surname is no given name")

OF_TWO = Rule(
    "naming.of-two", "the family names of two who are named in full are no one's: on Marsh and Reed Vale said"
)


def without_openings(view: str, names: list[Name]) -> list[Name]:
    """Take the word that opens a sentence off a surname: "Delighted Marsh", where "Carla Marsh" stands elsewhere."""
    longer = [words for n in names if len(words := without_suffix(n.words)) > 1 and n.person > n.body]
    whole = {words[-1] for words in longer if words[0] in given_names()}
    titles = name_words().titles.doubtful
    borne = whole | {words[-1] for words in longer if words[0] not in titles}
    known = [(name, borne if name.words[0] in titles else whole) for name in names]
    often = Counter(name.words for name in names)
    full = frozenset(words for words in longer if often[words] > 1 or words[0] in given_names())
    return [
        _without_first(view, name) if _has_opening(name, told) or _is_of_two(name, full) else name
        for name, told in known
    ]


def _has_opening(name: Name, whole: set[str]) -> bool:
    if len(name.words) != 2 or name.titles or name.words[1] not in whole or name.words[0] in given_names():
        return False
    if name.words[0] in name_words().particles.words:  # "Di Marsh"
        return False
    first = name.token.nbor(-1) if name.token.i else name.token
    if name.words[0] in name_words().titles.doubtful | name_words().peoples.words:
        return OPENING.decides(name.span)
    bears = recognised.is_person(first) and is_proper_noun(first)  # "Carla Reed is the mayor. Corina Reed is her aunt."
    return opens_sentence(first) and not bears and len(name.words[0]) > 1 and OPENING.decides(name.span)


def _is_of_two(name: Name, full: frozenset[tuple[str, ...]]) -> bool:
    """Whether two words are two persons', each of whom has a full name: "on Vess and Trost <Wang said>", unmarked."""
    if len(name.words) != 2 or name.titles or name.words in full or name.words[0] in given_names():
        return False
    first, last = name.words
    of_first = any(words[-1] == first and words[0] in given_names() for words in full)
    of_last = any(last in (words[0], words[-1]) for words in full)
    return of_first and of_last and OF_TWO.decides(name.span)


def _without_first(view: str, name: Name) -> Name:
    start = view.index(" ", name.span.start) + 1 if " " in view[name.span.start : name.span.end] else name.span.start
    return replace(name, span=Range(start, name.span.end), words=name.words[1:], start=start)
