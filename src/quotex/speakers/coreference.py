"""From sources to speakers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotex.contract.records import MentionRule
from quotex.naming.acronyms import with_spelled_out
from quotex.naming.identities import Identities
from quotex.naming.names import find_names
from quotex.naming.openings import without_openings
from quotex.naming.variants import with_variants
from quotex.naming.words import read_words
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation
from quotex.speakers.choice import ALWAYS, Choice, Way, choose
from quotex.speakers.continuation import carry_on
from quotex.speakers.drafts import Resolution
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import MentionReader
from quotex.speakers.reference import ReferenceResolver
from quotex.text import Layout, Range, RangeIndex

_RULES = {
    Way.LABEL: MentionRule.LABEL,
    Way.PRONOUN: MentionRule.PRONOUN,
    Way.OTHER_PRONOUN: MentionRule.PRONOUN,
}


def resolve(layout: Layout, tokens: TokenIndex, quotations: Sequence[Quotation]) -> Resolution:
    """Tell who speaks each quotation.

    Args:
        layout: of the article.
        tokens: of the parse of ``layout.view``, with entities.
        quotations: in text order.

    Returns:
        The speakers that speak, and for each quotation which one, or None.
    """
    return resolve_choices(layout, tokens, quotations)[0]


def resolve_choices(
    layout: Layout, tokens: TokenIndex, quotations: Sequence[Quotation]
) -> tuple[Resolution, list[Choice], Mapping[Entity, Entity]]:
    """Tell who speaks, as :func:`resolve`; for each quotation how it was chosen; and which entities are others."""
    labels = [q.source for q in quotations if q.turn and q.source]
    words = read_words(layout, tokens)
    found, left = find_names(layout, words, labels)
    names = without_openings(layout.view, found)
    names = with_variants(layout.view, with_spelled_out(layout, words, names))
    register = Identities(layout, names, left)
    reader = MentionReader(layout.view, tokens, register.names, lambda name: register.candidates(name)[0].is_person)
    walk = ReferenceResolver(layout, tokens, quotations, register, reader)
    own = walk.run()
    speakers = carry_on(layout, quotations, own, walk.acting)
    choices: list[Choice] = []
    for i, entity in enumerate(speakers):
        choice = walk.choices.get(i)
        if choice is None or (entity is not None and own[i] is None):
            choice = choose(Way.FLOW, [(entity, {ALWAYS: 1.0})] if entity is not None else [], least=0.0)
        choices.append(choice)
    _mention_sources(layout.text, quotations, speakers, [choice.last.way for choice in choices])
    pronouns = {offset: walk.same.get(entity, entity) for offset, entity in walk.pronouns.items()}
    return _cast(speakers, choices, pronouns), choices, walk.same


def _mention_sources(
    text: str, quotations: Sequence[Quotation], speakers: Sequence[Entity | None], ways: Sequence[Way]
) -> None:
    """Make every source a mention of its speaker that is none yet: "A.", or "the lawyer" in "the lawyer, Ann Lee,"."""
    places = {
        entity: RangeIndex([place for place, _ in entity.speaker().mentions])
        for entity in dict.fromkeys(speakers)
        if entity is not None
    }
    for quotation, entity, way in zip(quotations, speakers, ways, strict=True):
        if entity is not None and quotation.source is not None and not places[entity].touches(quotation.source):
            source = quotation.source.trimmed(text)
            entity.mentions[source if source.of(text) else quotation.source] = _RULES.get(way, MentionRule.DESCRIPTION)


def _cast(speakers: Sequence[Entity | None], choices: Sequence[Choice], pronouns: Mapping[int, Entity]) -> Resolution:
    """Order the entities that speak by their first mentions."""
    drafts = [(entity.speaker(), entity) for entity in dict.fromkeys(a for a in speakers if a is not None)]
    drafts.sort(key=lambda d: d[0].mentions[0])
    number = {entity: i for i, (_, entity) in enumerate(drafts)}
    sure = [round(choice.last.told, 3) for choice in choices]
    return Resolution(
        speakers=tuple(speaker for speaker, _ in drafts),
        speaker_of=tuple(None if a is None else number[a] for a in speakers),
        confidence_of=tuple(None if a is None else c for a, c in zip(speakers, sure, strict=True)),
        pronouns={offset: number.get(entity) for offset, entity in pronouns.items()},
        named={offset: name for offset, entity in pronouns.items() if (name := _name_before(entity, offset))},
    )


def _name_before(entity: Entity, offset: int) -> Range | None:
    """Return where an entity was last called by its name before a place."""
    names = entity.identity.names if entity.identity else ()
    return max((name.span for name in names if name.span.start < offset), default=None)
