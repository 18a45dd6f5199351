"""Documents that are known by who let them out: "a Harbour Board statement", "the company's filing", "its report"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.records import SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.people import folded_words, source_nouns
from quotex.english.roles import ISSUED
from quotex.naming.names import Name
from quotex.naming.words import singular
from quotex.parse import phrases
from quotex.parse import relations as rel
from quotex.parse.relations import stands_as
from quotex.parse.tokens import range_of
from quotex.speakers.choice import Choice
from quotex.speakers.entities import Entities, Entity
from quotex.speakers.mentions import Form, Mention, MentionReader
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

ISSUER = Rule("speakers.issuer", "a document is known by who let it out")

_SURE = 0.5
"""How sure one must be of whom the words for an issuer stand for."""


class DocumentFinder:
    """Finds or makes the entity of a document whose issuer has a name.

    Args:
        text: of the article.
        reader: of its sources.
        entities: all of the article.
        entity_of: whom a name stands for; None: not decided.
        resolve: what chooses for the words of an issuer.
    """

    def __init__(
        self,
        text: str,
        reader: MentionReader,
        entities: Entities,
        *,
        entity_of: Callable[[Name], Entity | None],
        resolve: Callable[[Mention], Choice],
    ) -> None:
        self._text = text
        self._reader = reader
        self._entities = entities
        self._of = entity_of
        self._resolve = resolve

    def issued(self, mention: Mention, owner: Name | None) -> Entity | None:
        """Return the document of a mention; None: it has no issuer with a name.

        Args:
            mention: that a noun for a document heads.
            owner: the name right before the noun.
        """
        if mention.token is None or mention.noun not in source_nouns().issued:
            return None
        for issuer in self._issuers(mention, mention.token, owner):
            span = issuer.identity.fullest.span if issuer.identity else issuer.name
            if span is not None and not issuer.is_place and ISSUER.decides(mention.span):
                return self._document(span, mention.noun)
        return None

    def _issuers(self, mention: Mention, noun: Token, owner: Name | None) -> Iterator[Entity]:
        """Yield what can have let a document out: who is named behind "by", named before it, or owns it."""
        behind = [n for n in self._reader.names_in(mention.span) if n.span.start > noun.idx and not n.possessive]
        by = next((n for n in behind if ISSUED.search(self._text, mention.span.start, n.start)), None)
        filed = mention.noun in source_nouns().filed
        for name in (by, owner):
            entity = self._of(name) if name is not None else None
            told = name is not None and name is owner and not name.possessive
            if told and (filed or source_nouns().platforms.issuperset(owner.words if owner else ())):
                continue
            if entity is not None and (
                name is by or entity.kind is not SpeakerKind.PERSON or (owner is not None and owner.possessive)
            ):
                yield entity
        if owner is not None or by is not None:
            return
        for word in phrases.premodifiers(noun):
            telling = stands_as(word, rel.COMPOUND) and not filed and _is_body(word)
            if stands_as(word, rel.POSSESSOR) or telling:
                read = self._reader.read(range_of(phrases.phrase(word)[0], word))
                if read.form is Form.NOUN and not stands_as(word, rel.POSSESSOR):
                    read = replace(read, definite=True)  # "a company statement" is of a company that is known
                choice = self._resolve(read)
                if choice.chosen is not None and choice.confidence > _SURE:
                    yield choice.chosen

    def _document(self, span: Range, noun: str) -> Entity:
        words = f"{' '.join(folded_words(span.of(self._text)))} {noun}"
        entity = self._entities.called(words)
        if entity is None:
            entity = Entity(SpeakerKind.DOCUMENT, name=span, noun=noun)
            self._entities.describe(words, entity)
        self._entities.note(noun, entity)
        return entity


def _is_body(token: Token) -> bool:
    return singular(token) in source_nouns().organization
