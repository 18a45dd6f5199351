"""The word lists behind names and sources, loaded once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum

from pydantic import Field

from quotex.english import lexicons
from quotex.english.closed import FEMININE, MASCULINE
from quotex.english.patterns import alternation, led_by

STEM = 5
"""Letters that a noun and what is told of it share: "finance", "financial"."""
NATION = 4
"""Letters that a country and its people share: "Norway", "Norwegian", "Iran", "Iranian"."""
FAMILY = "family"
_INITIALS = 2
"""Letters of a courtesy title that a broadcaster's name can be too, in capitals: "RT", "DR"."""
_WORD = re.compile(r"[^\W_][\w.]*")


class Gender(StrEnum):
    """Only for joining pronouns to names; never part of a record."""

    MALE = "male"
    FEMALE = "female"


PRONOUN_GENDERS = {**dict.fromkeys(MASCULINE, Gender.MALE), **dict.fromkeys(FEMININE, Gender.FEMALE)}
"""The gender that a pronoun goes with, which is said of one person."""


class _Words(lexicons.Lexicon):
    words: frozenset[str]


class _Gendered(lexicons.Lexicon):
    male: lexicons.Words
    female: lexicons.Words

    def gender(self, word: str) -> Gender | None:
        """Tell what a folded word says; None: it is of neither list."""
        if word in self.male:
            return Gender.MALE
        return Gender.FEMALE if word in self.female else None


class _Honorifics(_Gendered):
    neutral: frozenset[str]


class _Titles(_Words):
    phrases: tuple[str, ...]
    doubtful: frozenset[str]
    of_surname: frozenset[str]
    opening: frozenset[str]
    before_given: frozenset[str]
    long: dict[str, str]


class _Postnominals(_Words):
    seats: frozenset[str]


class _Peoples(_Words):
    two: frozenset[str]
    of_none: frozenset[str]


class _Parties(_Words):
    sides: tuple[frozenset[str], ...]


class _Standings(_Words):
    below: frozenset[str]
    opening: frozenset[str]


class _Organizations(_Words):
    doubtful: frozenset[str]
    shared: frozenset[str]
    of: frozenset[str]
    of_head: frozenset[str]
    on: frozenset[str]
    numbered: frozenset[str]
    seated: frozenset[str]
    alone: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]


class NameWords(lexicons.Lexicon):
    """``english/lexicons/names.toml``."""

    honorifics: _Honorifics
    titles: _Titles
    particles: _Words
    ranks: _Words
    standings: _Standings
    sides: _Words
    abbreviations: _Words
    suffixes: _Words
    postnominals: _Postnominals
    organizations: _Organizations
    calendar: _Words
    peoples: _Peoples
    parties: _Parties
    portfolios: _Words
    fields: _Words
    eponyms: _Words
    offices: _Words
    credits: _Words
    agencies: _Words

    def is_postnominal(self, word: str) -> bool:
        """Whether a folded word is letters behind a person's name ("kc", "mp")."""
        return word in self.postnominals.words or word in self.postnominals.seats

    def is_honorific(self, word: str) -> bool:
        """Whether a folded word is a courtesy title."""
        return word in self.honorifics.male or word in self.honorifics.female or word in self.honorifics.neutral

    def is_courtesy(self, text: str) -> bool:
        """Whether a word as it is written is a courtesy title: "Dr", "Sir", but not the broadcaster "DR"."""
        return self.is_honorific(fold(text)) and not (len(text) == _INITIALS and text.isupper())


class SourceNouns(lexicons.Lexicon):
    """``english/lexicons/sources.toml``."""

    person: frozenset[str]
    unnamed: frozenset[str]
    known_for: frozenset[str]
    group: frozenset[str]
    acting_as_one: frozenset[str]
    document: frozenset[str]
    titled: frozenset[str]
    organization: frozenset[str]
    of_letters: frozenset[str]
    house: frozenset[str]
    place: frozenset[str]
    named_by_owner: frozenset[str]
    of_states: frozenset[str]
    offices_of_states: frozenset[str]
    of_no_state: frozenset[str]
    abroad: frozenset[str]
    for_something: frozenset[str]
    issued: frozenset[str]
    filed: frozenset[str]
    platforms: frozenset[str]
    on_platforms: frozenset[str]
    beside: frozenset[str]
    sorts: frozenset[str]
    before_name: frozenset[str]
    behind_bodies: frozenset[str]
    strict: frozenset[str]
    general: frozenset[str]
    agentive: tuple[str, ...]
    given: tuple[str, ...]
    things: frozenset[str]
    commercial: frozenset[str]
    trading: frozenset[str]
    no_companies: frozenset[str]
    of_places: frozenset[str]
    newspaper: frozenset[str]
    newspapers: frozenset[str]
    media: frozenset[str]
    of_media: frozenset[str]
    in_full: frozenset[str]
    alike: tuple[frozenset[str], ...]
    said_of_body: tuple[frozenset[str], ...]
    said_of_one: tuple[frozenset[str], ...]
    kin: frozenset[str]
    family: list[str]
    unaffiliated: frozenset[str]
    apart: frozenset[str]
    rivals: frozenset[str]
    of_seats: frozenset[str]
    of_teams: frozenset[str]
    of_firms: frozenset[str]
    speaking: frozenset[str]
    with_portfolio: frozenset[str]
    of_fields: frozenset[str]
    bare: frozenset[str]
    gender: _Gendered
    compounds: dict[str, str]

    def alike_to(self, noun: str) -> list[str]:
        """Return a noun, and behind it those that can be said of the same body."""
        return list(dict.fromkeys([noun, *(other for nouns in self.alike if noun in nouns for other in sorted(nouns))]))

    def __contains__(self, noun: object) -> bool:
        """Whether a noun in the singular is one for a source."""
        return noun in self.person or noun in self.organization or noun in self.document or noun in self.group

    def is_person(self, noun: str) -> bool:
        """Whether a noun in the singular can be said of one person, by the list or by its ending ("presenter")."""
        if noun in self.person:
            return True
        listed = noun in self.organization or noun in self.document or noun in self.group or noun in self.things
        return noun.endswith(self.agentive) and not (listed or noun.endswith(self.given))

    def fits_one(self, noun: str, others: Iterable[str]) -> bool:
        """Whether a noun can be said of a person of whom others are: "the lawmaker" of a senator."""
        return any(noun in nouns and not nouns.isdisjoint(others) for nouns in self.said_of_one)

    def fits_body(self, noun: str, others: Iterable[str]) -> bool:
        """Whether a noun can be said of a body of which others are, if both tell of what kind it is."""
        told = frozenset(others).intersection(frozenset().union(*self.said_of_body))
        lines = [nouns for nouns in self.said_of_body if noun in nouns]
        return not (told and lines) or noun in told or any(not nouns.isdisjoint(told) for nouns in lines)

    def singular(self, word: str, lemma: str) -> str:
        """Return the singular of a word for a source, whatever lemma it was given; both in small letters."""
        if word in self:
            return word
        return word[:-1] if lemma == word and word.endswith("s") and word[:-1] in self else lemma

    def noun_gender(self, noun: str) -> Gender | None:
        """Tell what a noun for a person says ("chairwoman")."""
        return self.gender.gender(noun)


class _Names(_Gendered):
    both: lexicons.Words

    def __contains__(self, word: object) -> bool:
        """Whether a folded word is in one of the lists."""
        return word in self.male or word in self.female or word in self.both


class GivenNames(_Names):
    """``english/lexicons/given_names.toml``, the names common in the news, and those of the world for all others."""

    short: dict[str, str]
    world: _Names = Field(default_factory=lexicons.loader("given_names_world", _Names))

    def gender(self, word: str) -> Gender | None:
        """Tell which pronoun a folded given name goes with; None: not known, or either."""
        return super().gender(word) if word in self else self.world.gender(word)

    def is_known(self, word: str) -> bool:
        """Whether a folded word is a given name somewhere in the world; many are the names of other things too."""
        return word in self or word in self.world or ("-" in word and all(map(self.is_known, word.split("-"))))

    def whole(self, word: str) -> str:
        """Return the long form of a folded given name ("joe": "joseph")."""
        return self.short.get(word, word)


def fold(word: str) -> str:
    """Lower-case a word, without accents and full stops, so that spellings of one name agree."""
    word = word if word.isascii() else word.replace("’", "'").replace("\u00ad", "")
    if word.isascii():
        return word.lower().replace(".", "")
    return without_accents(word).casefold().replace(".", "")


def without_accents(text: str) -> str:
    """Return the letters of a text alone, by Unicode's compatibility decomposition (NFKD)."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded."""
    return tuple(map(fold, _WORD.findall(text)))


def capitalised(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of texts that begin with a capital, folded."""
    return (fold(word) for text in texts for word in _WORD.findall(text) if word[0].isupper())


def nations_of(words: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the folded words that name a nation's people, which that nation's name shares."""
    peoples = name_words().peoples
    return frozenset(word[:NATION] for word in words if word in peoples.words - peoples.of_none)


def without_plural(word: str) -> str:
    """Return a folded word without the "s" of a plural, by its letters alone."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


name_words = lexicons.loader("names", NameWords)
"""Loads what names are made of."""

source_nouns = lexicons.loader("sources", SourceNouns)
"""Loads the nouns for sources."""

given_names = lexicons.loader("given_names", GivenNames)
"""Loads the given names."""

is_of_family = led_by(
    lambda: rf"(?:['’]s?|\b(?:his|her|their)) (?:[a-z-]+ ){{0,2}}(?:{alternation(source_nouns().family)}),? $"
)
"""Whether the words before a name tell of whose family it is: "<her late father, >Olu Marsh"."""
