"""From sources to speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.records import MentionRule
from quotex.quotes import Quotation
from quotex.speakers.confidence import Way, confidence_of
from quotex.speakers.continuation import carry_on
from quotex.speakers.drafts import Resolution
from quotex.speakers.entities import Entity
from quotex.speakers.identities import Identities
from quotex.speakers.mentions import MentionReader
from quotex.speakers.names import find_names
from quotex.speakers.reference import ReferenceResolver
from quotex.speakers.words import read_words
from quotex.text import Layout, RangeIndex

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["resolve", "resolve_ways"]

_RULES = {
    Way.LABEL: MentionRule.LABEL,
    Way.PRONOUN: MentionRule.PRONOUN,
    Way.OTHER_PRONOUN: MentionRule.PRONOUN,
}


def resolve(layout: Layout, doc: Doc, quotations: Sequence[Quotation]) -> Resolution:
    """Tell who speaks each quotation.

    Args:
        layout: of the article.
        doc: the parse of ``layout.view``, with entities.
        quotations: in text order; ``continues`` refers to earlier ones.

    Returns:
        The speakers that speak, and for each quotation which one, or None.
    """
    return resolve_ways(layout, doc, quotations)[0]


def resolve_ways(layout: Layout, doc: Doc, quotations: Sequence[Quotation]) -> tuple[Resolution, list[Way]]:
    """Tell who speaks, as :func:`resolve`, and for each quotation by what its speaker was found."""
    names, left = find_names(layout, read_words(layout, doc))
    register = Identities(layout, names, left)
    walk = ReferenceResolver(layout, doc, quotations, register, MentionReader(layout.view, doc, register.names))
    speakers = carry_on(layout, quotations, walk.run())
    ways = [walk.way(i) for i in range(len(quotations))]
    _mention_sources(quotations, speakers, ways)
    return _cast(speakers, ways), ways


def _mention_sources(quotations: Sequence[Quotation], speakers: Sequence[Entity | None], ways: Sequence[Way]) -> None:
    """Make every source a mention of its speaker that is none yet: "A.", or "the lawyer" in "the lawyer, Ann Lee,"."""
    places = {
        entity: RangeIndex([place for place, _ in entity.speaker().mentions])
        for entity in dict.fromkeys(speakers)
        if entity is not None
    }
    for quotation, entity, way in zip(quotations, speakers, ways, strict=True):
        if entity is not None and quotation.source is not None and not places[entity].touches(quotation.source):
            entity.mentions[quotation.source] = _RULES.get(way, MentionRule.DESCRIPTION)


def _cast(speakers: Sequence[Entity | None], ways: Sequence[Way]) -> Resolution:
    """Order the entities that speak by their first mentions."""
    drafts = [(entity.speaker(), entity) for entity in dict.fromkeys(a for a in speakers if a is not None)]
    drafts.sort(key=lambda d: d[0].mentions[0])
    number = {entity: i for i, (_, entity) in enumerate(drafts)}
    return Resolution(
        speakers=tuple(speaker for speaker, _ in drafts),
        speaker_of=tuple(None if a is None else number[a] for a in speakers),
        confidence_of=tuple(None if a is None else confidence_of(w) for a, w in zip(speakers, ways, strict=True)),
    )
