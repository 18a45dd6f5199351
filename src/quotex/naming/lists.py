"""Names in a list: of several who speak together, none alone is who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.contract.rules import Rule
from quotex.english.names import AND_OTHERS, JOINED_LAST, OPENS_ROLE, is_joined, is_linked, is_list
from quotex.english.naming_clauses import ALIAS
from quotex.english.people import name_words
from quotex.naming.names import Name
from quotex.text import Range

JOINT = Rule("naming.joint", "names joined with nothing between them are the name of those who speak together")
FOR_OTHERS = Rule("naming.for-others", "one who is named speaks for others who are not, named first")


def goes_on_listing(view: str, persons: list[Name]) -> bool:
    """Whether the person named first is one of several: "Jo Marsh, the mayor, and Al Reed"."""
    between = [view[persons[0].end : n.start] for n in persons[1:]]
    return any(is_list(each) for each in between) or (bool(between) and _opens_list(between))


def _opens_list(between: list[str]) -> bool:
    """Whether the first two are linked; two are by more than a comma: "Jo Marsh, President Norlys America"."""
    alias = ALIAS.fullmatch(between[0])  # "Jo Marsh, aka Slim"
    return is_linked(between[0]) and not alias and (len(between) > 1 or between[0] != ", ")


def lists_persons(view: str, names: list[Name]) -> bool:
    """Whether the words begin with a list of persons: "Sens. Jo Marsh (D-Ohio) and Al Reed"."""
    persons = [n for n in names if n.person > n.body and not n.possessive]
    if len(persons) < 2 or "," in view[names[0].span.start : persons[0].start]:
        return False
    first, *others = persons
    between = [view[first.end : n.start] for n in others]
    return any(is_list(each) for each in between) or _opens_list(between)


def joins(view: str, name: Name, other: Name) -> bool:
    """Whether nothing but a conjunction stands between two names."""
    return JOINED_LAST.fullmatch(view, name.end, other.start) is not None


def joint_names(view: str, names: list[Name], within: Range) -> Sequence[Name]:
    """Return the names of several that stand bare, and in nothing but a row: "Marsh Bank and the Harbour Board".

    Args:
        view: of the article.
        names: in the words for a source.
        within: those words, without an article.
    """
    names = [n for n in names if n is names[-1] or not (n.is_place and n.possessive)]  # "and Oslo's Harbour Bank"
    row = names[:1] if names and names[0].start == within.start else []
    for name in names[1:]:
        if not row or row[-1].possessive or not is_joined(view[row[-1].end : name.start]):
            break
        row.append(name)
    if len(row) < 2 or row[-1].possessive or not joins(view, row[-2], row[-1]):
        return ()
    if any(n.words[-1] in name_words().titles.words for n in row):  # "Dolen Bank Governor and Carla Reed"
        return ()
    if not OPENS_ROLE.match(view, row[-1].end, within.end) or not JOINT.decides(within):
        return ()
    return row


def speaks_for_others(view: str, names: list[Name], within: Range) -> bool:
    """Whether the words begin with a name that others without one are joined to: "Marsh and her team".

    Args:
        view: of the article.
        names: in the words for a source.
        within: those words, without an article.
    """
    first = names[0] if names else None
    if first is None or first.possessive or first.start != within.start:
        return False
    joined = AND_OTHERS.match(view, first.end, within.end)
    return joined is not None and all(n.start > joined.end() for n in names[1:]) and FOR_OTHERS.decides(within)
