"""What is named in a parse, by kinds of our own: persons, peoples, bodies, places, times and amounts.

The only module that knows the labels of the parser's recogniser (OntoNotes); rules know these kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = [
    "bears_name",
    "continues_entity",
    "entities",
    "is_alike",
    "is_amount",
    "is_body",
    "is_entity",
    "is_ground",
    "is_institution",
    "is_named",
    "is_party",
    "is_people",
    "is_person",
    "is_place",
    "is_region",
    "is_when",
    "opens_entity",
    "places",
]

_PERSON = "PERSON"
_PEOPLE = "NORP"
_GROUND = frozenset(["LOC", "FAC"])
_PLACES = _GROUND | {"GPE"}
_REGIONS = frozenset(["GPE", "LOC"])
_PARTIES = frozenset([_PERSON, _PEOPLE, "ORG", "GPE"])
_NAMED = _PARTIES | _PLACES | {"EVENT", "LAW", "PRODUCT"}
_INSTITUTIONS = frozenset(["ORG", "FAC", "LAW"])
_NO_NAMES = frozenset(["", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"])
_WHEN = frozenset(["DATE", "TIME"])
_AMOUNTS = frozenset(["MONEY", "PERCENT"])


def is_entity(token: Token) -> bool:
    """Whether a word is part of anything that is recognised: a name, a time, a figure."""
    return bool(token.ent_type_)


def is_named(token: Token) -> bool:
    """Whether a word is part of the name of someone or something."""
    return token.ent_type_ in _NAMED


def bears_name(token: Token) -> bool:
    """Whether a word is part of any name at all, those of works and languages included."""
    return token.ent_type_ not in _NO_NAMES


def is_person(token: Token) -> bool:
    """Whether a word is part of a person's name."""
    return token.ent_type_ == _PERSON


def is_body(token: Token) -> bool:
    """Whether a word is part of the name of an organisation."""
    return token.ent_type_ == "ORG"


def is_institution(token: Token) -> bool:
    """Whether a word is part of a name that is put together with small words: of a body, a building, a law."""
    return token.ent_type_ in _INSTITUTIONS


def is_alike(one: Token, other: Token) -> bool:
    """Whether two words belong to what is recognised as of one kind."""
    return bool(one.ent_type_ == other.ent_type_)


def is_people(token: Token) -> bool:
    """Whether a word names a people, a creed or a party: "Norwegian", "Lutheran"."""
    return token.ent_type_ == _PEOPLE


def is_place(token: Token) -> bool:
    """Whether a word is part of the name of a place: a state, a region, a building."""
    return token.ent_type_ in _PLACES


def is_region(token: Token) -> bool:
    """Whether a word is part of the name of a state, a city or a region: a place, but no building."""
    return token.ent_type_ in _REGIONS


def is_ground(token: Token) -> bool:
    """Whether a word is part of the name of a region or building: a place and no more, while a state acts as well."""
    return token.ent_type_ in _GROUND


def is_party(token: Token) -> bool:
    """Whether a word is part of the name of one who acts: a person, a people, a body, a state."""
    return token.ent_type_ in _PARTIES


def is_when(token: Token) -> bool:
    """Whether a word is part of a date, a time of day, or a stretch of time."""
    return token.ent_type_ in _WHEN


def is_amount(token: Token) -> bool:
    """Whether a word is part of an amount of money or a percentage."""
    return token.ent_type_ in _AMOUNTS


def opens_entity(token: Token) -> bool:
    """Whether a word is the first of what is recognised."""
    return token.ent_iob_ == "B"


def continues_entity(token: Token) -> bool:
    """Whether a word belongs to what is recognised with the word before it."""
    return token.ent_iob_ == "I"


def entities(doc: Doc) -> Iterator[tuple[Span, Token]]:
    """Yield all that is recognised, each with its head word, in text order."""
    return ((entity, entity.root) for entity in doc.ents)


def places(doc: Doc) -> Iterator[Span]:
    """Yield the names of places, in text order."""
    return (entity for entity in doc.ents if entity.label_ in _PLACES)
