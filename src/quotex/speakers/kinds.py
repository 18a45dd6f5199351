"""The kind of a source that a noun heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.contract.records import SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.closed import FROM, OF, ONE, THIRD_PLURAL
from quotex.english.people import source_nouns
from quotex.naming.words import singular
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.relations import dependents
from quotex.speakers.mentions import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

ONE_OF_PEOPLE = Rule("speakers.one-of-people", "one of several people is a person, and no group")
BY_ENDING = Rule("speakers.person-by-ending", "a noun that ends as those for doers do is a person's, if it speaks")


def kind_of(mention: Mention) -> SpeakerKind:
    """Tell the kind of a source that a noun heads."""
    nouns, noun, token = source_nouns(), mention.noun, mention.token
    if mention.plural and noun in nouns.document:
        return SpeakerKind.GROUP if _comes_from_people(token) else SpeakerKind.DOCUMENT
    if token is not None and token.lower_ == ONE and _is_one_of_people(token) and ONE_OF_PEOPLE.decides(mention.span):
        return SpeakerKind.PERSON
    if noun in nouns.group or (token is not None and grammar.is_numeral(token)):
        body = noun in nouns.organization and not mention.plural and not _is_made_of(token)
        return SpeakerKind.ORGANIZATION if body else SpeakerKind.GROUP
    if noun in nouns.person:
        return SpeakerKind.GROUP if mention.plural else SpeakerKind.PERSON
    if noun in nouns.organization:
        return SpeakerKind.GROUP if mention.plural else SpeakerKind.ORGANIZATION
    if noun in nouns.document:
        return SpeakerKind.DOCUMENT
    if nouns.is_person(noun) and BY_ENDING.decides(mention.span):
        return SpeakerKind.GROUP if mention.plural else SpeakerKind.PERSON
    return SpeakerKind.GROUP if mention.plural else SpeakerKind.UNKNOWN


def _is_one_of_people(token: Token) -> bool:
    """Whether people are named of whom somebody is one: "one of the last bakers", "one of them"."""
    return not any(dependents(token, rel.CONJUNCT)) and any(
        many.lower_ in THIRD_PLURAL
        or (grammar.is_plural(many) and any(map(source_nouns().is_person, (singular(many), grammar.lemma(many)))))
        for many in phrases.prepositional_complements(token, OF)
    )


def _comes_from_people(token: Token | None) -> bool:
    """Whether people are named as those who let it out: "leaks from officials"."""
    return token is not None and any(
        grammar.is_plural(origin) and singular(origin) in source_nouns().person
        for origin in phrases.prepositional_complements(token, FROM)
    )


def _is_made_of(token: Token | None) -> bool:
    """Whether several are named behind the noun: "a group of parents"."""
    return token is not None and any(map(grammar.is_plural, phrases.prepositional_complements(token, OF)))
