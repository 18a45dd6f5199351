"""Everyone and everything that can speak, while the document is being walked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from quotex.contract.records import MentionRule, SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.nations import are_two_nations, nations_in
from quotex.english.people import Gender, folded_words
from quotex.naming.identity import Identity
from quotex.speakers.drafts import Role, RoleRank, SpeakerDraft
from quotex.text import Range

OTHER_NATION = Rule("speakers.other-nation", "the ambassador of one nation is not the ambassador of another")

_LATEST = 8  # entities that a noun was last used of: bounds the time on an article of strangers


@dataclass(slots=True, eq=False)
class Entity:
    """One source.

    Attributes:
        kind: as in the records.
        identity: the identity behind it, for one that is named by names.
        name: its name where no identity stands behind it ("Harlow campaign").
        description: for an unnamed one.
        noun: that heads the description, in the singular.
        nouns: that say what it is, of one with a name.
        called: nouns that were used of it so far, those among them.
        gender: for joining pronouns.
        is_place: a place; "the company" is none.
        is_called_they: one person, by that word.
        is_owned: it is described by whose it is: "her mother".
        roles: all found, in text order.
        mentions: so far, with the rule each was joined by, in no order.
        pronouns: that are surely said of it, by the word.
        origin: the body it is said to be of, or to lead, without a role.
        anonymity: the ground on which it is not named.
    """

    kind: SpeakerKind
    identity: Identity | None = None
    name: Range | None = None
    description: Range | None = None
    noun: str = ""
    nouns: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    gender: Gender | None = None
    is_place: bool = False
    is_called_they: bool = False
    is_owned: bool = False
    roles: list[Role] = field(default_factory=list)
    mentions: dict[Range, MentionRule] = field(default_factory=dict)
    pronouns: dict[str, Range] = field(default_factory=dict)
    origin: Range | None = None
    anonymity: Range | None = None

    def words(self, text: str) -> tuple[str, ...]:
        """Return the folded words of the name; of one without, the noun."""
        if self.identity is not None:
            return self.identity.fullest.words
        return folded_words(self.name.of(text)) if self.name else (self.noun,)

    def is_several(self, text: str) -> bool:
        """Whether something without a name is told of in the plural: "the parties"."""
        described = self.description if self.identity is None and self.name is None else None
        return described is not None and self.noun not in folded_words(described.of(text))

    def is_of_another(self, nations: frozenset[str], text: str) -> bool:
        """Whether what the article says a person is has another nation in it than these."""
        own = frozenset().union(*(nations_in(role.span.of(text)) for role in self.roles))
        return are_two_nations(own, nations) and OTHER_NATION.decides(self.roles[0].span)

    def _is_told(self, role: Role) -> bool:
        """Whether a role is to be given: not "the former mayor" of one who is called the mayor beside the name."""
        beside = (r for r in self.roles if r.rank not in (RoleRank.UNTOLD, RoleRank.DESCRIBED))
        others = any(r.is_past != role.is_past and not {*r.nouns}.isdisjoint(role.nouns) for r in beside)
        return role.rank > RoleRank.UNTOLD and not (role.rank is RoleRank.DESCRIBED and others)

    def speaker(self) -> SpeakerDraft:
        """Turn into a draft for the records."""
        name = self.identity.fullest.span if self.identity else self.name
        told = sorted((r for r in self.roles if self._is_told(r)), key=lambda r: -r.span.start)
        roles = {role.words: role for role in told}.values()
        whole = [r for r in roles if not any(r.is_less_than(o) for o in roles)]
        best = max(whole, key=lambda r: (not r.is_past, r.rank, -r.span.start), default=None)
        of_now = [r for r in roles if r.affiliation and (r is best or not r.is_past)]
        affiliated = sorted(of_now, key=lambda r: (r is not best, r.is_past, -r.rank))
        mentions = dict(self.mentions)
        if self.identity is not None:
            for each in self.identity.names:
                full = each.words == self.identity.fullest.words
                mentions[each.span] = MentionRule.NAME if full else MentionRule.SHORT_NAME
        return SpeakerDraft(
            kind=self.kind,
            name=name,
            description=self.description if name is None else None,
            role=best.span if best else None,
            affiliation=affiliated[0].affiliation if affiliated else self.origin,
            mentions=tuple(sorted(mentions.items())),
            roles=tuple(sorted(role.span for role in roles)),
            pronouns=tuple(sorted(place for place in self.pronouns.values() if place in mentions)),
            anonymity=self.anonymity if name is None else None,
        )


class Entities:
    """Finds entities by identity, by the noun that was used of them, and by the words that describe them."""

    def __init__(self) -> None:
        self._by_identity: dict[Identity, Entity] = {}
        self._by_phrase: dict[str, Entity] = {}
        self._by_noun: dict[str, dict[Entity, None]] = defaultdict(dict)

    def of(self, identity: Identity, *, is_place: bool = False) -> Entity:
        """Return the entity of an identity."""
        if identity not in self._by_identity:
            kind = SpeakerKind.PERSON if identity.is_person else SpeakerKind.ORGANIZATION
            self._by_identity[identity] = Entity(kind, identity, gender=identity.gender, is_place=is_place)
        return self._by_identity[identity]

    def called(self, phrase: str) -> Entity | None:
        """Return the entity that was described in these words (folded, without article)."""
        return self._by_phrase.get(phrase)

    def describe(self, phrase: str, entity: Entity) -> None:
        """Note words that describe an entity."""
        self._by_phrase[phrase] = entity

    def named(self) -> list[Entity]:
        """Return the entities that have a name but no identity ("Harlow campaign"), in the order they were met."""
        return list(dict.fromkeys(entity for entity in self._by_phrase.values() if entity.name is not None))

    def forget(self) -> None:
        """Let the words that were used of anyone mean others from here on; names stay theirs."""
        self._by_noun.clear()
        self._by_phrase = {words: entity for words, entity in self._by_phrase.items() if entity.name is not None}

    def note(self, noun: str, entity: Entity) -> None:
        """Note a noun for an entity; the latest comes last."""
        entity.called.add(noun)
        known = self._by_noun[noun]
        known.pop(entity, None)
        known[entity] = None

    def unnamed(self, nouns: Iterable[str]) -> list[Entity]:
        """Return the unnamed persons that one of these nouns was used of."""
        return [
            entity
            for noun in nouns
            for entity in self.latest(noun)
            if entity.kind is SpeakerKind.PERSON and entity.identity is None and entity.name is None
        ]

    def latest(self, noun: str) -> list[Entity]:
        """Return the few entities a noun was last used of, the latest first."""
        return list(islice(reversed(self._by_noun.get(noun, {})), _LATEST))
