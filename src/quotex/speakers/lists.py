"""Whether names stand in a list, of which none alone is who speaks."""

from __future__ import annotations

from quotex.english.names import is_linked, is_list
from quotex.speakers.names import Name

__all__ = ["goes_on_listing", "lists_persons"]


def goes_on_listing(view: str, persons: list[Name]) -> bool:
    """Whether the person named first is one of several: "Jo Marsh, the mayor, and Al Reed"."""
    between = [view[persons[0].span.end : n.start] for n in persons[1:]]
    return any(is_list(each) for each in between) or (bool(between) and is_linked(between[0]))


def lists_persons(view: str, names: list[Name]) -> bool:
    """Whether the words begin with a list of persons: "Sens. Jo Marsh (D-Ohio) and Al Reed"."""
    persons = [n for n in names if n.person > n.body and not n.possessive]
    if len(persons) < 2 or "," in view[names[0].span.start : persons[0].start]:
        return False
    first, *others = persons
    described = any(is_list(view[first.span.end : n.start]) for n in others)
    return described or is_linked(view[first.span.end : others[0].start])
