"""Sources that a noun heads: named after all, pointing back, or described."""

from __future__ import annotations

import re

from quotex.contract.records import MentionRule, SpeakerKind
from quotex.english.closed import ARTICLES, DEFINITE, DEFINITE_ARTICLE
from quotex.english.people import fold, folded_words, source_nouns
from quotex.english.roles import AGED
from quotex.parse.phrases import compounds, phrase
from quotex.speakers.discourse import Discourse
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import Mention, MentionReader, kind_of, mention_of
from quotex.speakers.roles import Role, RoleFinder
from quotex.text import Range

__all__ = ["DescriptionResolver"]

_ONLY_NOUNS = re.compile(r"\s(?:[a-z][\w-]*\s){0,2}")


class DescriptionResolver:
    """Finds or makes the entity for a source that a noun heads."""

    def __init__(self, text: str, reader: MentionReader, discourse: Discourse, roles: RoleFinder) -> None:
        self._text = text
        self._reader = reader
        self._discourse = discourse
        self._roles = roles
        self._entities = discourse.entities

    def resolve(self, mention: Mention) -> Entity:
        """Return the entity for words such as "the senator", "the Harlow campaign", "a senior official"."""
        if aged := AGED.match(mention_of(mention, self._text).of(self._text)):
            known = next(iter(self._entities.latest(aged[1])), None) or self._discourse.anyone()
            if known is not None:
                return known
        kind = kind_of(mention)
        named = self._named(mention, kind)
        if named is not None:
            return named
        if mention.definite and not mention.plural and (known := self._known(mention, kind)) is not None:
            self._entities.note(mention.noun, known)
            if known.identity is not None and known.kind is SpeakerKind.PERSON:
                known.roles += self._role(mention)
            return known
        return self.described(mention, kind)

    def mentioned(self, mention: Mention) -> Entity | None:
        """Return what a noun that says nothing stands for, or a new entity for what could speak.

        A person that is not known yet is left to when they speak: whoever does may be named by then.
        """
        kind = kind_of(mention)
        if kind is SpeakerKind.PERSON:
            return self._known(mention, kind) if mention.definite else None
        return self.resolve(mention) if mention.noun in source_nouns() else None

    def described(self, mention: Mention, kind: SpeakerKind) -> Entity:
        """Return an unnamed source: the one described before in the same words, or a new one.

        "a source" and "another source" are two; plurals and things described in the same words are one.
        """
        span = mention_of(mention, self._text)
        words = self._words_of(span)
        lasting = mention.plural or mention.definite or kind in (SpeakerKind.GROUP, SpeakerKind.DOCUMENT)
        entity = self._entities.called(words) if lasting else None
        if entity is None or entity.kind is not kind:
            entity = Entity(kind, description=span, noun=mention.noun, gender=source_nouns().noun_gender(mention.noun))
            if kind in (SpeakerKind.PERSON, SpeakerKind.GROUP):
                entity.origin = self._roles.origin(span)
            self._entities.describe(words, entity)
        if mention.noun:
            self._entities.note(mention.noun, entity)
        return entity

    def _named(self, mention: Mention, kind: SpeakerKind) -> Entity | None:
        """Return the body or document that a name before the noun names: "the Harlow campaign", "a Marist poll"."""
        nouns, token = source_nouns(), mention.token
        if token is None or mention.plural or mention.noun not in nouns.titled | nouns.named_by_owner:
            return None
        names = [n for n in self._reader.names_in(Range(mention.span.start, token.idx)) if n.span.end <= token.idx]
        if not names or names[-1].possessive or not _ONLY_NOUNS.fullmatch(self._text, names[-1].span.end, token.idx):
            return None
        span = Range(names[-1].span.start, token.idx + len(token))
        words = f"{names[-1].span.of(self._text).casefold()} {mention.noun}"
        entity = self._entities.called(words)
        if entity is None:
            named_kind = SpeakerKind.DOCUMENT if kind is SpeakerKind.DOCUMENT else SpeakerKind.ORGANIZATION
            entity = Entity(named_kind, name=span)
            self._entities.describe(words, entity)
        self._entities.note(mention.noun, entity)
        return entity

    def _known(self, mention: Mention, kind: SpeakerKind) -> Entity | None:
        """Return whom "the senator" or "the bank" points back to: one called so before, else the one in focus."""
        latest = [a for a in self._entities.latest(mention.noun) if kind is not SpeakerKind.PERSON or a.kind is kind]
        called = max(latest, key=self._discourse.salience, default=None)
        if kind is SpeakerKind.PERSON and mention.noun in source_nouns().unnamed:
            called = self._introduced(mention, called) or called
        faded = called is not None and called.identity is None and self._discourse.salience(called) == 0
        if called is not None and not faded:
            return called
        if kind is SpeakerKind.ORGANIZATION and mention.noun not in source_nouns().named_by_owner:
            place = mention.noun in source_nouns().place
            return self._discourse.body(place=place, fits=lambda entity: self._can_be(mention, entity)) or called
        if kind is SpeakerKind.PERSON and mention.noun not in source_nouns().unnamed:
            return self._discourse.bearer(source_nouns().noun_gender(mention.noun))
        return called

    def _can_be(self, mention: Mention, entity: Entity) -> bool:
        """Whether a body's name lets it be "the ministry", or "the bank"."""
        nouns, noun = source_nouns(), mention.noun
        if entity.is_place:
            return True
        words = self._words(entity)
        if noun in words or any(noun in alike and alike & set(words) for alike in nouns.alike):
            told = [fold(t.text)[:5] for t in compounds(mention.token)] if mention.token else []
            return all(any(w.startswith(stem) for w in words) for stem in told)  # "the <finance> ministry"
        if noun in nouns.commercial:
            return words[-1] not in nouns.strict | nouns.named_by_owner
        return noun not in nouns.strict and (noun in nouns.general or words[-1] not in nouns.organization)

    def _words(self, entity: Entity) -> tuple[str, ...]:
        """Return the folded words of an entity's name; of one without, the noun."""
        if entity.identity is not None:
            return entity.identity.fullest.words
        return folded_words(entity.name.of(self._text)) if entity.name else (entity.noun,)

    def _introduced(self, mention: Mention, called: Entity | None) -> Entity | None:
        """Return one brought in without speaking: "A senior official was less guarded … the official said"."""
        assert mention.token is not None
        token = self._reader.introduction(mention.noun, mention.token)
        since = max((place.start for place in called.mentions), default=-1) if called else -1
        if token is None or phrase(token)[0].idx <= since:
            return None
        span = self._reader.phrase(token)
        entity = self.described(self._reader.read(span), SpeakerKind.PERSON)
        entity.mentions.setdefault(entity.description or span, MentionRule.DESCRIPTION)
        return entity

    def _role(self, mention: Mention) -> list[Role]:
        """Take the words that point back to a person as one more role ("the Republican nominee")."""
        span = mention_of(mention, self._text)
        first, _, rest = span.of(self._text).partition(" ")
        if first.lower() != DEFINITE_ARTICLE or " " not in rest:
            return []
        role = self._roles.described(span.start + len(first) + 1, span.end)
        return [role] if role else []

    def _words_of(self, span: Range) -> str:
        """Return the words of a description, folded, without its article."""
        words = span.of(self._text).casefold()
        first, _, rest = words.partition(" ")
        return rest if rest and first in ARTICLES | DEFINITE else words
