"""What is named in a parse: persons, bodies, places and peoples.

Names are not the parser's: the tagger reads them, and :func:`write_names` puts them in the parse before any rule asks,
in the labels of spaCy's recogniser (OntoNotes). The only module that knows these labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Kind(StrEnum):
    """What a name names; a group is a people, a party, a faith ("Palestinians", "Republicans")."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"


_LABELS = {Kind.PERSON: "PERSON", Kind.ORGANIZATION: "ORG", Kind.PLACE: "GPE", Kind.GROUP: "NORP"}
_PERSON, _BODY, _PLACE, _PEOPLE = _LABELS.values()


def write_names(doc: Doc, named: Iterable[tuple[int, int, Kind]]) -> None:
    """Make names of ranges of tokens, and of nothing else.

    Args:
        doc: a parse.
        named: first token, the token behind the last, and kind; in order, none overlapping.
    """
    from spacy.tokens import Span  # noqa: PLC0415

    doc.set_ents([Span(doc, start, end, label=_LABELS[kind]) for start, end, kind in named])


def is_named(token: Token) -> bool:
    """Whether a word is part of the name of someone or something."""
    return bool(token.ent_type)


def is_person(token: Token) -> bool:
    """Whether a word is part of a person's name."""
    return token.ent_type_ == _PERSON


def is_body(token: Token) -> bool:
    """Whether a word is part of the name of an organisation."""
    return token.ent_type_ == _BODY


def is_alike(one: Token, other: Token) -> bool:
    """Whether two words belong to names of one kind, or both to none."""
    return bool(one.ent_type == other.ent_type)


def is_people(token: Token) -> bool:
    """Whether a word names a people, a creed or a party: "Norwegian", "Lutheran"."""
    return token.ent_type_ == _PEOPLE


def is_place(token: Token) -> bool:
    """Whether a word is part of the name of a place: a state, a region, a building."""
    return token.ent_type_ == _PLACE


def opens_name(token: Token) -> bool:
    """Whether a word is the first of a name."""
    return token.ent_iob_ == "B"


def continues_name(token: Token) -> bool:
    """Whether a word belongs to a name with the word before it."""
    return token.ent_iob_ == "I"


def goes_on(token: Token) -> bool:
    """Whether the word behind belongs to the same name."""
    return bool(token.ent_type) and token.i + 1 < len(token.doc) and continues_name(token.nbor(1))


def names(doc: Doc) -> Iterator[Token]:
    """Yield the head word of each name, in text order."""
    return (name.root for name in doc.ents)
