"""Descriptions of something that the article names elsewhere: "a federal appeals court", two lines before its name.

A body or document that is described but not named takes the name of the one thing of its kind in the article: the head
of the name is the noun that describes it ("the court": "Court of Appeals"), or the name says all that the description
does ("the flight attendants' union": "Association of Flight Attendants"). Where two would do, neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quotex.contract.records import SpeakerKind
from quotex.english.closed import INDEFINITE, JUNCTIONS
from quotex.english.people import folded_words, source_nouns, without_plural
from quotex.speakers.entities import Entities, Entity
from quotex.speakers.identities import Identity
from quotex.text import Layout, Range

__all__ = ["namesakes"]


class _Described(NamedTuple):
    """Something that is only described: by a noun, the words before it, and those behind."""

    entity: Entity
    span: Range
    noun: str
    told: frozenset[str]
    is_indefinite: bool
    behind: frozenset[str]


class _Named(NamedTuple):
    """Something with a name: the words of it in the singular, and the noun at its head."""

    entity: Entity
    words: frozenset[str]
    head: str
    start: int


def namesakes(
    layout: Layout, described: Iterable[Entity], entities: Entities, identities: Iterable[Identity]
) -> dict[Entity, Entity]:
    """Say for entities that are only described which other one they are.

    Args:
        layout: of the article.
        described: the entities that speak.
        entities: all of the article; those of bodies that never spoke are made as they are needed.
        identities: all names of the article.
    """
    text = layout.text
    bodies = [_of_identity(identity, entities) for identity in identities if not identity.is_person]
    named = [*bodies, *(_of_words(entity, text) for entity in entities.named())]
    read = [d for entity in described if (d := _describe(entity, text)) is not None]
    found: dict[Entity, Entity] = {}
    for each in read:
        if each.entity.kind is SpeakerKind.PERSON:
            continue  # of whom there are many of a kind
        if entity := _namesake(each, [n for n in named if n.entity.kind is each.entity.kind]):
            found[each.entity] = entity
    title = layout.title
    for each in read:
        if title is not None and title.covers(each.span) and each.entity not in found:
            below = (o for o in read if o.span.start >= title.end and o.noun == each.noun and each.told <= o.told)
            if other := next(below, None):
                found[each.entity] = found.get(other.entity, other.entity)
    return found


def _describe(entity: Entity, text: str) -> _Described | None:
    kinds = (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT, SpeakerKind.PERSON)
    if entity.kind not in kinds or entity.description is None:
        return None
    words = folded_words(entity.description.of(text))
    end = next((i for i, word in enumerate(words) if word in JUNCTIONS), len(words))
    if entity.noun not in words[:end]:  # several of the kind: "exit polls"
        return None
    told = frozenset(map(without_plural, words[:end])) - source_nouns().bare - {entity.noun}
    behind = frozenset(map(without_plural, words[end:]))
    return _Described(entity, entity.description, entity.noun, told, words[0] in INDEFINITE, behind)


def _namesake(described: _Described, named: list[_Named]) -> Entity | None:
    if described.noun in source_nouns().parts:
        whole = (n.entity for n in named if n.head in described.behind and len(n.words & described.behind) >= 2)
        return next(whole, None)
    scored: list[tuple[int, Entity]] = []
    for each in named:
        if described.is_indefinite and each.start < described.span.start:
            continue  # one more of the kind, not the one that was named
        shared = len(described.told & each.words)
        if shared >= 2 or _same_kind(described.noun, each.head):
            scored.append((shared, each.entity))
    most = max((shared for shared, _ in scored), default=0)
    best = dict.fromkeys(entity for shared, entity in scored if shared == most)
    return next(iter(best)) if len(best) == 1 else None


def _same_kind(noun: str, head: str) -> bool:
    return noun == head or any({noun, head} <= alike for alike in source_nouns().alike)


def _of_identity(identity: Identity, entities: Entities) -> _Named:
    return _named(entities.of(identity), identity.fullest.words, identity.names[0].span.start)


def _of_words(entity: Entity, text: str) -> _Named:
    assert entity.name is not None
    return _named(entity, folded_words(entity.name.of(text)), entity.name.start)


def _named(entity: Entity, words: tuple[str, ...], start: int) -> _Named:
    end = next((i for i, word in enumerate(words) if i and word in JUNCTIONS), len(words))
    return _Named(entity, frozenset(map(without_plural, words)), without_plural(words[end - 1]), start)
