"""What a researcher decides about names: a review table, CSV out and in again, and a file of other names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from quotex.english.keys import Key, key_of
from quotex.errors import MalformedInputError, MissingInputError
from quotex.writing.csv import harmless
from quotex.writing.output import whole_file

_COLUMNS = ("decision", "joined", "form", "name", "confidence", "evidence", "articles_of_form", "articles_of_name")


class Decision(StrEnum):
    """What a researcher says of two forms of a name."""

    SAME = "same"
    APART = "apart"


class Proposal(NamedTuple):
    """Two forms of a name, and what has become of them."""

    decision: Decision | None
    joined: bool
    form: str
    name: str
    confidence: float
    evidence: str
    articles_of_form: int
    articles_of_name: int


class Known:
    """What has been decided.

    Args:
        review: decisions by pairs of forms.
        aliases: other forms of names.
        identifiers: Wikidata's, by name.
        least: how sure it must be that two forms are of one name, to join them undecided.
    """

    def __init__(
        self,
        review: dict[tuple[str, str], Decision] | None = None,
        aliases: dict[str, str] | None = None,
        identifiers: dict[str, str] | None = None,
        least: float = 0.8,
    ) -> None:
        self.least = least
        self.review = dict(review or {})
        self._decisions = {_pair(form, name): decision for (form, name), decision in self.review.items()}
        self._aliases = dict(aliases or {})
        self._names = {_key(name) for name in (*self._aliases.values(), *(identifiers or ()))}
        self._identifiers = {_key(name): id for name, id in (identifiers or {}).items()}

    def joined(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs that are one."""
        yield from sorted(self._aliases.items())
        yield from sorted(pair for pair, decision in self.review.items() if decision is Decision.SAME)

    def decision(self, form: str, name: str) -> Decision | None:
        """Return what has been decided of two forms, in whatever order."""
        return self._decisions.get(_pair(form, name))

    def is_name(self, name: str) -> bool:
        """Whether the user's file has this as what somebody is called."""
        return _key(name) in self._names

    def wikidata(self, names: Iterable[str]) -> str | None:
        """Return the identifier that the user's file gives for one of the names."""
        return next((id for name in names if (id := self._identifiers.get(_key(name)))), None)

    def undecided(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Return proposals with, at their end, the decisions on pairs that this corpus does not have."""
        found = list(proposals)
        there = {_pair(p.form, p.name) for p in found}
        old = [(pair, decision) for pair, decision in sorted(self.review.items()) if _pair(*pair) not in there]
        return found + [
            Proposal(decision, decision is Decision.SAME, form, name, 1.0, "decided", 0, 0)
            for (form, name), decision in old
        ]


def _key(name: str) -> Key:
    return key_of(name, person=True)


def _pair(form: str, name: str) -> frozenset[Key]:
    return frozenset((_key(form), _key(name)))


def read_review(path: Path) -> dict[tuple[str, str], Decision]:
    """Read a review table back; rows without a decision say nothing.

    Raises:
        MissingInputError: no such file.
        MalformedInputError: it is no such table, or a decision is none.
    """
    found: dict[tuple[str, str], Decision] = {}
    for number, row in _rows(path, ("decision", "form", "name")):
        word = row["decision"].strip().lower()
        if word and word not in tuple(Decision):
            raise MalformedInputError(f"{path}:{number}: decision {word!r}; write same or apart, or leave it empty")
        if word:
            found[row["form"], row["name"]] = Decision(word)
    return found


def write_review(path: Path, proposals: Iterable[Proposal]) -> None:
    """Write a review table, to be read back with decisions in its first column.

    Raises:
        OutputError: it cannot be written.
    """
    with whole_file(str(path)) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="", write_through=True)
        writer = csv.writer(text)
        writer.writerow(_COLUMNS)
        for decision, joined, form, name, confidence, evidence, *articles in proposals:
            sure = f"{confidence:.2f}"
            row = (decision or "", "yes" if joined else "no", form, name, sure, evidence, *articles)
            writer.writerow(map(harmless, row))
        text.detach()


def read_aliases(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Read a file of other names: CSV with the columns ``name`` and, as they are known, ``alias`` and ``wikidata``.

    Returns:
        Names by alias, and Wikidata's identifiers by name.

    Raises:
        MissingInputError: no such file.
        MalformedInputError: it has no column ``name``.
    """
    aliases: dict[str, str] = {}
    identifiers: dict[str, str] = {}
    for _, row in _rows(path, ("name",)):
        if row.get("alias"):
            aliases[row["alias"]] = row["name"]
        if row.get("wikidata"):
            identifiers[row["name"]] = row["wikidata"]
    return aliases, identifiers


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in needed if name not in (reader.fieldnames or ())]
            if missing:
                raise MalformedInputError(f"{path}: no column {missing[0]!r}; give {', '.join(needed)}")
            for row in reader:
                yield reader.line_num, {name: (value or "").removeprefix("'") for name, value in row.items() if name}
    except FileNotFoundError as error:
        raise MissingInputError(f"{path}: no such file; check the path") from error
