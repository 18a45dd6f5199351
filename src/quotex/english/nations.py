"""Which nations words name, by their beginnings: a people's name shares that with its state's."""

from __future__ import annotations

import re
from functools import cache

from quotex.english.closed import AND, DEFINITE_ARTICLE, JUNCTIONS, OF
from quotex.english.names import states
from quotex.english.patterns import alternation
from quotex.english.people import NATION, fold, folded_words, nations_of, source_nouns

_NATION_BEFORE = re.compile(r"\b(?P<nation>[A-Z][\w-]+) (?:[a-z][\w-]* ){0,2}(?P<noun>[a-z]+) $")
_NATION_BEHIND = re.compile(
    r"(?: \([A-Z]+\))?, (?:an?|the) (?P<nation>[A-Z][\w-]+) (?:[a-z][\w-]* ){0,2}(?P<noun>[a-z]+)"
)
_FAR = 60
"""Characters before a name that are looked at for a nation."""
_WIDE = frozenset(["euro", "afri", "asia", "arab", "lati", "musl", "chri", "jewi", "cath", "hisp"])
_BRITISH = frozenset(["brit", "engl", "scot", "wels"])
"""Beginnings of what people of several nations are called, and of the nations of one state."""

_NO_PEOPLES = "Anglican|Christian|Civilian|Human|Lutheran|Presbyterian|Republican|Urban|Veteran"
"""What ends as the names of peoples do, and stands before an office."""


@cache
def _by_ending() -> re.Pattern[str]:
    """Matches a people of no list before what only states have: "the <Norlandish> foreign ministry"."""
    nouns = alternation(source_nouns().of_states | source_nouns().offices_of_states)
    people = rf"\b(?!(?:{_NO_PEOPLES})\b)([A-Z][a-z]+(?:an|ish|ese))"
    return re.compile(rf"{people}(?= (?:[A-Za-z]+ ){{0,2}}(?i:{nouns})\b)")


def nations_in(text: str) -> frozenset[str]:
    """Return the beginnings of what names nations in words for a person: a people, or a state that the person is of.

    Not where one is sent, or works: "ambassador to Norway".
    """
    words, known = folded_words(text), states()
    found = set(nations_of(words))
    found.update(fold(people)[:NATION] for people in _by_ending().findall(text))
    for i, word in enumerate(words):
        named = word in known.states | known.peoples.keys() or " ".join(words[max(0, i - 1) : i + 1]) in known.states
        before = next((w for w in reversed(words[:i]) if w != DEFINITE_ARTICLE), "")
        if named and before not in JUNCTIONS - {OF, AND}:
            found.add(known.peoples.get(word, word)[:NATION])
    return frozenset(found)


def are_two_nations(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the beginnings of what names nations are of two: the British firm may be a Scottish one, or European."""
    told = [each - _WIDE for each in (some, others)]
    return all(told) and told[0].isdisjoint(told[1]) and not all(each & _BRITISH for each in told)


def nations_beside(view: str, start: int, end: int) -> frozenset[str]:
    """Return the beginnings of what names nations beside a body's name: "the Danish ferry firm <Norlys>"."""
    before, behind = _NATION_BEFORE.search(view, max(0, start - _FAR), start), _NATION_BEHIND.match(view, end)
    told = [m["nation"] for m in (before, behind) if m and m["noun"] in source_nouns().organization]
    return frozenset().union(*map(nations_in, told))
