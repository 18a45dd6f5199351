"""People who share a name: told apart where roles are of different fields of life and nothing ties the articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from quotex.corpus.names import callings, content_words
from quotex.corpus.node import Node

_MOST = 60  # articles: of a name that is in more, everybody knows who it is
_NEAR = frozenset([frozenset(["public", "learning"]), frozenset(["public", "sport"]), frozenset(["public", "arts"])])
"""Fields that one person often works in two of."""


@dataclass(slots=True)
class _Occurrence:
    """A name in one article: its speaker, and what it is known by there."""

    speaker: int
    roles: frozenset[str]
    company: frozenset[str]


def namesakes(database: sqlite3.Connection, node: Node) -> Iterator[tuple[int, str]]:
    """Yield the speakers of a name that are somebody else than most of those who bear it, and why."""
    if not (
        node.is_person and len(node.key) > 1 and 1 < node.articles <= _MOST and len(callings(frozenset(node.roles))) > 1
    ):
        return
    groups = sorted(
        _grouped(_occurrences(database, " ".join(node.key))), key=lambda group: (-len(group), group[0].speaker)
    )
    main = _roles(groups[0])
    for group in groups[1:]:
        theirs = _roles(group)
        if _are_apart(callings(main), callings(theirs)):
            told = ", ".join(sorted(word for word in theirs if callings(frozenset([word]))))
            yield from ((each.speaker, f"another of this name: {told}") for each in group)


def _occurrences(database: sqlite3.Connection, key: str) -> Iterator[_Occurrence]:
    rows = (
        "SELECT n.speaker, n.article, s.role, s.affiliation FROM named n JOIN speakers s ON s.id = n.speaker "
        "WHERE n.key = ? ORDER BY n.speaker"
    )
    for speaker, article, role, affiliation in database.execute(rows, (key,)).fetchall():
        others = database.execute("SELECT key FROM named WHERE article = ? AND key <> ?", (article, key))
        yield _Occurrence(speaker, content_words(role, affiliation), frozenset(other for (other,) in others))


def _grouped(occurrences: Iterator[_Occurrence]) -> list[list[_Occurrence]]:
    """Put together what shares a role or company; what has no roles tells nothing, and stays with the largest."""
    groups: list[list[_Occurrence]] = []
    silent: list[_Occurrence] = []
    for one in occurrences:
        if not one.roles:
            silent.append(one)
            continue
        tied = [g for g in groups if any(one.roles & other.roles or one.company & other.company for other in g)]
        groups = [g for g in groups if g not in tied] + [[one, *(other for g in tied for other in g)]]
    largest = max(groups, key=lambda group: (len(group), -group[0].speaker))
    largest.extend(silent)
    return groups


def _roles(group: list[_Occurrence]) -> frozenset[str]:
    return frozenset(word for each in group for word in each.roles)


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether all of one's fields are far from all of the other's."""
    return bool(one and other) and all(a != b and frozenset([a, b]) not in _NEAR for a in one for b in other)
