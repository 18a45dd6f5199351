"""Whose somebody is: "<Marsh>'s lawyer", "<her> own brother"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quotex.contract.records import SpeakerKind
from quotex.english.names import surname
from quotex.english.people import PRONOUN_GENDERS, Gender, source_nouns
from quotex.naming.names import Name
from quotex.naming.words import singular
from quotex.parse import relations as rel
from quotex.parse.relations import dependent
from quotex.parse.tokens import range_of
from quotex.speakers.entities import Entity
from quotex.speakers.heads import first_noun
from quotex.speakers.mentions import MentionReader
from quotex.text import Range

Owner = Entity | str
"""Whose somebody is: what is known to own, else the pronoun, or the noun, that says so."""


class Owners:
    """Tells of those who are described whose they are.

    Args:
        reader: of the article's sources.
        entity_of: whom a name stands for.
        stands_for: whom other words stand for, by the index of their token.
    """

    def __init__(
        self, reader: MentionReader, entity_of: Callable[[Name], Entity | None], stands_for: Mapping[int, Entity]
    ) -> None:
        self._reader = reader
        self._of = entity_of
        self._stands_for = stands_for

    def of(self, description: Range) -> Owner | None:
        """Return whose the person is whom words describe; None: they do not tell."""
        noun = first_noun(self._reader.tokens(description), description.end)
        owner = dependent(noun, rel.POSSESSOR) if noun is not None else None
        if owner is None:
            return None
        names = self._reader.names_in(range_of(owner))
        named = self._of(names[-1]) if names else None
        return named or self._stands_for.get(owner.i) or singular(owner)


def bodies_of(
    entity: Entity, reader: MentionReader, entity_of: Callable[[Name], Entity | None]
) -> frozenset[Entity | None]:
    """Return what is named before the noun for somebody, or as what he is of: "<EU> policy chief"."""
    places = [place for role in entity.roles if (place := role.affiliation) is not None]
    places += [entity.origin] if entity.origin is not None else []
    told = [*(role.span for role in entity.roles), *([entity.description] if entity.description else [])]
    heads = ((span, first_noun(reader.tokens(span), span.end)) for span in told)
    places += [Range(span.start, noun.idx) for span, noun in heads if noun is not None]
    return frozenset(entity_of(name) for place in places for name in reader.names_in(place))


def are_two(one: Owner, other: Owner) -> bool:
    """Whether two owners cannot be one: "the mayor" can be Marsh if he was called so, "her" cannot be "him"."""
    if one == other:
        return False
    words = [owner for owner in (one, other) if isinstance(owner, str)]
    if any(word not in source_nouns() for word in words):  # a pronoun, or what is no source
        return {_gender(one), _gender(other)} == set(Gender)
    for entity in (one, other):
        if isinstance(entity, Entity) and words:
            return entity.kind is SpeakerKind.PERSON and words[0] not in entity.nouns
    nouns = source_nouns()
    alike = len(words) == 2 and (set(words) <= nouns.commercial or any(set(words) <= each for each in nouns.alike))
    return not alike


def are_no_kin(noun: str, owner: Owner | None, other: Entity) -> bool:
    """Whether a noun is for one of the owner's family, and somebody has another surname: "her son", who is a Marsh."""
    kin = owner.identity if isinstance(owner, Entity) else None
    own = other.identity
    if kin is None or own is None or noun not in source_nouns().family:
        return False
    return surname(kin.fullest.words) != surname(own.fullest.words)


def _gender(owner: Owner) -> Gender | None:
    return owner.gender if isinstance(owner, Entity) else PRONOUN_GENDERS.get(owner)
