"""Why a source is not named: "on condition of anonymity because the inquiry had not begun"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from quotex.contract.records import SpeakerKind
from quotex.speakers.entities import Entity
from quotex.text import Layout, Range

__all__ = ["find_grounds"]

_GROUND = re.compile(
    r"""\b(?:
      (?:on|under)\ (?:the\ )?condition\ (?:
        of\ (?:strict\ )?anonymity | (?:that\ )?(?:\w+\ ){1,3}not\ be\ (?:named|identified)
      )
    | (?:ask|request|want|wish|prefer|declin|refus|insist)(?:ed|ing|s|red)\ (?:on\ )?
      (?:not\ to\ be|to\ be|to\ remain|not\ being|being)\ (?:named|identified|quoted\ by\ name|anonymous)
    | (?:request|insist|demand)(?:ed|ing|s)\ (?:on\ )?anonymity
    | (?:was|were|is|are|being)(?:\ not|n['’]t)\ (?:publicly\ )?(?:authori[sz]ed|allowed|permitted|cleared)
      \ to\ (?:speak|talk|comment|discuss)
    )[^.,;:\n()"“”]*""",
    re.VERBOSE | re.IGNORECASE,
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
    for ground in _GROUND.finditer(layout.view):
        at = bisect_right(starts, ground.start())
        for place, entity in (*reversed(unnamed[max(0, at - 1) : at]), *unnamed[at : at + 1]):
            if layout.paragraph_at(place.start) == layout.paragraph_at(ground.start()):
                end = ground.start() + len(ground.group().rstrip())
                entity.anonymity = entity.anonymity or Range(ground.start(), end)
                break
