"""The kind of a source that a noun heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.records import SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.closed import FROM, INDEFINITE, OF, ONE, ONE_OF_MANY, THIRD_PLURAL
from quotex.english.people import source_nouns
from quotex.naming.words import singular
from quotex.parse import grammar, phrases
from quotex.parse import relations as rel
from quotex.parse.relations import dependents
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 60
"""Tokens back to the noun that “another” leaves out: two or three sentences."""

ONE_OF = Rule("naming.one-of", "one of several people is a person, of several letters a document")
LEAVES_OUT = Rule("naming.noun-left-out", "“one”, “another” are one of those told of last by a noun, else a person")
MANY_OF = Rule("naming.many-of", "what a noun that is none for a source has many of, it is: a groundswell of voters")
BY_ENDING = Rule("naming.person-by-ending", "a noun that ends as those for doers do is a person's, if it speaks")


def kind_of(noun: str, token: Token | None, span: Range, *, plural: bool) -> SpeakerKind:
    """Tell the kind of a source that a noun heads.

    Args:
        noun: folded to the singular.
        token: the noun.
        span: the words for the source.
        plural: whether they tell of more than one.
    """
    nouns = source_nouns()
    if plural and noun in nouns.document:
        return SpeakerKind.GROUP if _comes_from_people(token) else SpeakerKind.DOCUMENT
    if token is not None and token.lower_ in ONE_OF_MANY and not plural:
        of = [*phrases.prepositional_complements(token, OF)]
        if (one := _kind_of_one(token, of)) is not None and (ONE_OF if of else LEAVES_OUT).decides(span):
            return one
    if noun in nouns.group or (token is not None and grammar.is_numeral(token)):
        body = noun in nouns.organization and not plural and not _is_made_of(token)
        return SpeakerKind.ORGANIZATION if body else SpeakerKind.GROUP
    if noun in nouns.person:
        return SpeakerKind.GROUP if plural else SpeakerKind.PERSON
    if noun in nouns.organization:
        return SpeakerKind.GROUP if plural else SpeakerKind.ORGANIZATION
    if noun in nouns.document:
        return SpeakerKind.DOCUMENT
    if nouns.is_person(noun) and BY_ENDING.decides(span):
        return SpeakerKind.GROUP if plural else SpeakerKind.PERSON
    if noun in nouns.house:
        return SpeakerKind.GROUP if plural else SpeakerKind.ORGANIZATION
    if plural:
        return SpeakerKind.GROUP
    return _kind_of_many(token, span) or SpeakerKind.UNKNOWN


def _kind_of_many(token: Token | None, span: Range) -> SpeakerKind | None:
    """The kind of what a noun has many of: "a groundswell of voters", "a series of letters"."""
    many = phrases.prepositional_complements(token, OF) if token is not None else ()
    one = next(filter(None, map(_kind_of_each, filter(grammar.may_be_plural, many))), None)
    if one is None or not MANY_OF.decides(span):
        return None
    return one if one is SpeakerKind.DOCUMENT else SpeakerKind.GROUP


def _kind_of_one(token: Token, of: Sequence[Token]) -> SpeakerKind | None:
    """The kind of one of several: of those behind "of", or of who or what was last told of by a noun.

    Args:
        token: "one", "another", "the other".
        of: the nouns and pronouns behind its "of".
    """
    if token.lower_ == ONE and any(dependents(token, rel.CONJUNCT)):
        return None
    if of and not any(many.lower_ in THIRD_PLURAL for many in of):
        return next(filter(None, (_kind_of_each(many) for many in of if token.lower_ == ONE)), None)
    before = reversed(token.doc[max(0, token.i - _NEAR) : token.i])
    brought_in = (word for word in before if phrases.determiner(word) in INDEFINITE or grammar.is_plural(word))
    return next(filter(None, map(_kind_of_each, brought_in)), SpeakerKind.PERSON)


def _kind_of_each(noun: Token) -> SpeakerKind | None:
    """The kind of one of those that a noun in the plural tells of, or of the one it brings in; None: no source's."""
    nouns, one = source_nouns(), singular(noun)
    if not grammar.is_noun(noun):
        return None
    if nouns.is_person(one) or nouns.is_person(grammar.lemma(noun)):
        return SpeakerKind.PERSON
    if one in nouns.organization:
        return SpeakerKind.ORGANIZATION
    return SpeakerKind.DOCUMENT if one in nouns.document else None


def _comes_from_people(token: Token | None) -> bool:
    """Whether people are named as those who let it out: "leaks from officials"."""
    return token is not None and any(
        grammar.is_plural(origin) and singular(origin) in source_nouns().person
        for origin in phrases.prepositional_complements(token, FROM)
    )


def _is_made_of(token: Token | None) -> bool:
    """Whether several are named behind the noun: "a group of parents"."""
    return token is not None and any(map(grammar.is_plural, phrases.prepositional_complements(token, OF)))
