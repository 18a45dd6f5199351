"""Descriptions of something that the article names elsewhere: "a federal appeals court", two lines before its name.

A body or document that is described but not named takes the name of the one thing of its kind in the article: the head
of the name is the noun that describes it ("the court": "Court of Appeals"), or the name says all that the description
does ("the flight attendants' union": "Association of Flight Attendants"). Where two would do, neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quotex.records import SpeakerKind
from quotex.speakers.actors import Actor, Actors
from quotex.speakers.lexicon import folded_words, source_nouns
from quotex.speakers.register import Identity
from quotex.text import Layout, Range

__all__ = ["namesakes"]

_BEHIND = frozenset(["of", "for", "on", "in", "at", "to", "and", "from", "with"])
_INDEFINITE = frozenset(["a", "an", "another", "one"])
_PARTS = frozenset(["bench", "panel"])  # speak for what they are of
_SMALL = frozenset(["the", "this", "that", "a", "an", "its", "new", "own", "latest", "recent"]) | _BEHIND


class _Described(NamedTuple):
    """Something that is only described: by a noun, the words before it, and those behind."""

    actor: Actor
    span: Range
    noun: str
    told: frozenset[str]
    is_indefinite: bool
    behind: frozenset[str]


class _Named(NamedTuple):
    """Something with a name: the words of it in the singular, and the noun at its head."""

    actor: Actor
    words: frozenset[str]
    head: str
    start: int


def namesakes(
    layout: Layout, described: Iterable[Actor], actors: Actors, identities: Iterable[Identity]
) -> dict[Actor, Actor]:
    """Say for actors that are only described which other one they are.

    Args:
        layout: of the article.
        described: the actors that speak.
        actors: all of the article; those of bodies that never spoke are made as they are needed.
        identities: all names of the article.
    """
    text = layout.text
    bodies = [_of_identity(identity, actors) for identity in identities if not identity.is_person]
    named = [*bodies, *(_of_words(actor, text) for actor in actors.named())]
    read = [d for actor in described if (d := _describe(actor, text)) is not None]
    found: dict[Actor, Actor] = {}
    for each in read:
        if each.actor.kind is SpeakerKind.PERSON:
            continue  # of whom there are many of a kind
        if actor := _namesake(each, [n for n in named if n.actor.kind is each.actor.kind]):
            found[each.actor] = actor
    title = layout.title
    for each in read:
        if title is not None and title.covers(each.span) and each.actor not in found:
            below = (o for o in read if o.span.start >= title.end and o.noun == each.noun and each.told <= o.told)
            if other := next(below, None):
                found[each.actor] = found.get(other.actor, other.actor)
    return found


def _describe(actor: Actor, text: str) -> _Described | None:
    kinds = (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT, SpeakerKind.PERSON)
    if actor.kind not in kinds or actor.description is None:
        return None
    words = folded_words(actor.description.of(text))
    end = next((i for i, word in enumerate(words) if word in _BEHIND), len(words))
    if actor.noun not in words[:end]:  # several of the kind: "exit polls"
        return None
    told = frozenset(map(_singular, words[:end])) - _SMALL - {actor.noun}
    return _Described(
        actor, actor.description, actor.noun, told, words[0] in _INDEFINITE, frozenset(map(_singular, words[end:]))
    )


def _namesake(described: _Described, named: list[_Named]) -> Actor | None:
    if described.noun in _PARTS:
        whole = (n.actor for n in named if n.head in described.behind and len(n.words & described.behind) >= 2)
        return next(whole, None)
    scored: list[tuple[int, Actor]] = []
    for each in named:
        if described.is_indefinite and each.start < described.span.start:
            continue  # one more of the kind, not the one that was named
        shared = len(described.told & each.words)
        if shared >= 2 or _same_kind(described.noun, each.head):
            scored.append((shared, each.actor))
    most = max((shared for shared, _ in scored), default=0)
    best = dict.fromkeys(actor for shared, actor in scored if shared == most)
    return next(iter(best)) if len(best) == 1 else None


def _same_kind(noun: str, head: str) -> bool:
    return noun == head or any({noun, head} <= alike for alike in source_nouns().alike)


def _of_identity(identity: Identity, actors: Actors) -> _Named:
    return _named(actors.of(identity), identity.fullest.words, identity.names[0].span.start)


def _of_words(actor: Actor, text: str) -> _Named:
    assert actor.name is not None
    return _named(actor, folded_words(actor.name.of(text)), actor.name.start)


def _named(actor: Actor, words: tuple[str, ...], start: int) -> _Named:
    end = next((i for i, word in enumerate(words) if i and word in _BEHIND), len(words))
    return _Named(actor, frozenset(map(_singular, words)), _singular(words[end - 1]), start)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
