"""Sources that a noun heads: named after all, pointing back, or described."""

from __future__ import annotations

import re

from quotex.contract.records import MentionRule, SpeakerKind
from quotex.english.people import fold, folded_words, source_nouns
from quotex.speakers.discourse import Discourse
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import Mention, MentionReader, kind_of, mention_of
from quotex.speakers.roles import Role, RoleFinder
from quotex.text import Range

__all__ = ["DescriptionResolver"]

_ONLY_NOUNS = re.compile(r"\s(?:[a-z][\w-]*\s){0,2}")
_AGED = re.compile(r"the (\d{1,3}-year-old)$", re.IGNORECASE)
_ARTICLES = frozenset(["the", "a", "an", "these", "those", "this", "that"])


class DescriptionResolver:
    """Finds or makes the entity for a source that a noun heads."""

    def __init__(self, text: str, reader: MentionReader, discourse: Discourse, roles: RoleFinder) -> None:
        self._text = text
        self._reader = reader
        self._discourse = discourse
        self._roles = roles
        self._entities = discourse.entities

    def resolve(self, head: Mention) -> Entity:
        """Return the entity for words such as "the senator", "the Harlow campaign", "a senior official"."""
        if aged := _AGED.match(mention_of(head, self._text).of(self._text)):
            known = next(iter(self._entities.latest(aged[1])), None) or self._discourse.anyone()
            if known is not None:
                return known
        kind = kind_of(head)
        named = self._named(head, kind)
        if named is not None:
            return named
        if head.definite and not head.plural and (known := self._known(head, kind)) is not None:
            self._entities.note(head.noun, known)
            if known.identity is not None and known.kind is SpeakerKind.PERSON:
                known.roles += self._role(head)
            return known
        return self.described(head, kind)

    def passing(self, head: Mention) -> Entity | None:
        """Return what a noun that says nothing stands for, or a new entity for what could speak.

        A person that is not known yet is left to when they speak: whoever does may be named by then.
        """
        kind = kind_of(head)
        if kind is SpeakerKind.PERSON:
            return self._known(head, kind) if head.definite else None
        return self.resolve(head) if head.noun in source_nouns() else None

    def described(self, head: Mention, kind: SpeakerKind) -> Entity:
        """Return an unnamed source: the one described before in the same words, or a new one.

        "a source" and "another source" are two; plurals and things described in the same words are one.
        """
        span = mention_of(head, self._text)
        phrase = self._phrase(span)
        lasting = head.plural or head.definite or kind in (SpeakerKind.GROUP, SpeakerKind.DOCUMENT)
        entity = self._entities.called(phrase) if lasting else None
        if entity is None or entity.kind is not kind:
            entity = Entity(kind, description=span, noun=head.noun, gender=source_nouns().noun_gender(head.noun))
            if kind in (SpeakerKind.PERSON, SpeakerKind.GROUP):
                entity.origin = self._roles.origin(span)
            self._entities.describe(phrase, entity)
        if head.noun:
            self._entities.note(head.noun, entity)
        return entity

    def _named(self, head: Mention, kind: SpeakerKind) -> Entity | None:
        """Return the body or document that a name before the noun names: "the Harlow campaign", "a Marist poll"."""
        nouns, token = source_nouns(), head.token
        if token is None or head.plural or head.noun not in nouns.titled | nouns.named_by_owner:
            return None
        names = [n for n in self._reader.names_in(Range(head.span.start, token.idx)) if n.span.end <= token.idx]
        if not names or names[-1].possessive or not _ONLY_NOUNS.fullmatch(self._text, names[-1].span.end, token.idx):
            return None
        span = Range(names[-1].span.start, token.idx + len(token))
        phrase = f"{names[-1].span.of(self._text).casefold()} {head.noun}"
        entity = self._entities.called(phrase)
        if entity is None:
            named_kind = SpeakerKind.DOCUMENT if kind is SpeakerKind.DOCUMENT else SpeakerKind.ORGANIZATION
            entity = Entity(named_kind, name=span)
            self._entities.describe(phrase, entity)
        self._entities.note(head.noun, entity)
        return entity

    def _known(self, head: Mention, kind: SpeakerKind) -> Entity | None:
        """Return whom "the senator" or "the bank" points back to: one called so before, else the one in focus."""
        latest = [a for a in self._entities.latest(head.noun) if kind is not SpeakerKind.PERSON or a.kind is kind]
        called = max(latest, key=self._discourse.weight, default=None)
        if kind is SpeakerKind.PERSON and head.noun in source_nouns().unnamed:
            called = self._introduced(head, called) or called
        faded = called is not None and called.identity is None and self._discourse.weight(called) == 0
        if called is not None and not faded:
            return called
        if kind is SpeakerKind.ORGANIZATION and head.noun not in source_nouns().named_by_owner:
            place = head.noun in source_nouns().place
            return self._discourse.body(place=place, fits=lambda entity: self._can_be(head, entity)) or called
        if kind is SpeakerKind.PERSON and head.noun not in source_nouns().unnamed:
            return self._discourse.bearer(source_nouns().noun_gender(head.noun))
        return called

    def _can_be(self, head: Mention, entity: Entity) -> bool:
        """Whether a body's name lets it be "the ministry", or "the bank"."""
        nouns, noun = source_nouns(), head.noun
        if entity.is_place:
            return True
        words = self._words(entity)
        if noun in words or any(noun in alike and alike & set(words) for alike in nouns.alike):
            return all(any(w.startswith(fold(c)[:5]) for w in words) for c in self._compounds(head))
        if noun in nouns.commercial:
            return words[-1] not in nouns.strict | nouns.named_by_owner
        return noun not in nouns.strict and (noun in nouns.general or words[-1] not in nouns.organization)

    def _words(self, entity: Entity) -> tuple[str, ...]:
        """Return the folded words of an entity's name; of one without, the noun."""
        if entity.identity is not None:
            return entity.identity.fullest.words
        return folded_words(entity.name.of(self._text)) if entity.name else (entity.noun,)

    def _compounds(self, head: Mention) -> list[str]:
        """Return the nouns before a noun that say which one it is: "finance" of "the finance ministry"."""
        return [t.text for t in head.token.lefts if t.dep_ == "compound"] if head.token else []

    def _introduced(self, head: Mention, called: Entity | None) -> Entity | None:
        """Return one brought in without speaking: "A senior official was less guarded … the official said"."""
        assert head.token is not None
        token = self._reader.introduction(head.noun, head.token)
        since = max((place.start for place in called.mentions), default=-1) if called else -1
        if token is None or token.left_edge.idx <= since:
            return None
        span = self._reader.phrase(token)
        entity = self.described(self._reader.read(span), SpeakerKind.PERSON)
        entity.mentions.setdefault(entity.description or span, MentionRule.DESCRIPTION)
        return entity

    def _role(self, head: Mention) -> list[Role]:
        """Take the words that point back to a person as one more role ("the Republican nominee")."""
        span = mention_of(head, self._text)
        first, _, rest = span.of(self._text).partition(" ")
        if first.lower() != "the" or " " not in rest:
            return []
        role = self._roles.described(span.start + len(first) + 1, span.end)
        return [role] if role else []

    def _phrase(self, span: Range) -> str:
        phrase = span.of(self._text).casefold()
        first, _, rest = phrase.partition(" ")
        return rest if rest and first in _ARTICLES else phrase
