"""Why a source is not named: "on condition of anonymity because the inquiry had not begun"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from quotex.contract.records import SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.anonymity import GROUND, OPENS_KEPT
from quotex.speakers.entities import Entity
from quotex.text import Layout, Range

NEAREST = Rule(
    "speakers.ground-of-nearest",
    "why somebody is not named is told of the unnamed source nearest to it in the paragraph",
)


def find_grounds(layout: Layout, entities: Iterable[Entity]) -> None:
    """Give unnamed persons and groups the ground in the paragraph of a mention: of the nearest before it, or behind."""
    unnamed = [
        (place, entity)
        for entity in entities
        if entity.identity is None and entity.name is None and entity.kind in (SpeakerKind.PERSON, SpeakerKind.GROUP)
        for place in entity.mentions
    ]
    unnamed.sort(key=lambda mention: mention[0])
    starts = [place.start for place, _ in unnamed]
    for ground in GROUND.finditer(layout.view):
        at = bisect_right(starts, ground.start())
        for place, entity in (*reversed(unnamed[max(0, at - 1) : at]), *unnamed[at : at + 1]):
            together = layout.paragraph_at(place.start) == layout.paragraph_at(ground.start())
            between = Range(min(place.end, ground.start()), ground.start())
            beside = place.start < ground.start() and OPENS_KEPT.fullmatch(layout.view, *between)
            if together and (beside or ground["kept"] is None) and NEAREST.decides(ground.span()):
                end = place.end if place.start <= ground.start() < place.end else ground.end()
                entity.anonymity = entity.anonymity or Range(ground.start(), end).trimmed(layout.view)
                break
