"""What is named in a parse: persons, bodies, places and peoples.

Names are not the parser's: the tagger reads them, and :func:`write_names` puts them in the parse before any rule asks,
in the labels of spaCy's recogniser (OntoNotes). The only module that knows these labels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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


def _of_kind(kind: Kind) -> Callable[[Token], bool]:
    """Make the question whether a word is part of a name of a kind."""
    label = _LABELS[kind]
    return lambda token: token.ent_type_ == label


is_person = _of_kind(Kind.PERSON)
is_body = _of_kind(Kind.ORGANIZATION)
is_place = _of_kind(Kind.PLACE)
"""A state, a region, a building."""
is_people = _of_kind(Kind.GROUP)
"""A people, a creed or a party: "Norwegian", "Lutheran"."""


def is_alike(one: Token, other: Token) -> bool:
    """Whether two words belong to names of one kind, or both to none."""
    return bool(one.ent_type == other.ent_type)


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
