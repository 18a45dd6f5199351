"""The gold records of ``data/``: what a careful reader takes from each article.

``data/articles/NAME.txt`` is an article, ``data/gold/NAME.json`` its gold. Offsets are code points into the article
as read in UTF-8, half open, and every span stands beside the words it covers, so that a slip shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from quotex.contract.records import Modifier, Number, QuoteType, SpeakerKind

__all__ = ["DATA", "Boilerplate", "Claim", "Example", "Figure", "Gold", "Quote", "Speaker", "corpus_hash", "examples"]

DATA = Path(__file__).resolve().parent.parent / "data"

Offsets = tuple[int, int]


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Speaker(_Gold):
    """Who speaks. ``name`` is the fullest in the article, null for an unnamed source."""

    name: str | None
    kind: SpeakerKind
    role: str | None


class Quote(_Gold):
    """One quotation. Content leaves out the outer marks and keeps the "that" of indirect speech."""

    type: QuoteType
    content: tuple[Offsets, ...]
    content_text: tuple[str, ...]
    cue: Offsets | None
    cue_text: str | None
    source: Offsets | None
    source_text: str | None
    speaker: Speaker


class Figure(_Gold):
    """A quantity within a claim. ``unit`` and ``counted`` null: the reader did not say."""

    text: str
    value: Number | tuple[Number, Number] | None
    modifier: Modifier
    counted: str | None
    unit: str | None = None


class Claim(_Gold):
    """A statement worth checking. ``asserted_by`` null: the article itself."""

    span: Offsets
    text: str
    quantities: tuple[Figure, ...]
    when: tuple[str, ...]
    where: tuple[str, ...]
    asserted_by: str | None
    check_worthy: bool


class Boilerplate(_Gold):
    """A notice that is no part of the article."""

    text: str
    start: int
    end: int


class Gold(_Gold):
    """Everything a careful reader takes from one article, in text order."""

    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    boilerplate: tuple[Boilerplate, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An article with its gold."""

    name: str
    text: str
    gold: Gold

    def disagreements(self) -> list[str]:
        """Return one line for each span whose words are not those of the article at its offsets."""
        return [
            f"{self.name}: {start}-{end} is {self.text[start:end]!r} in the article, {words!r} in the gold"
            for (start, end), words in self._spans()
            if self.text[start:end] != words
        ]

    def strangers(self) -> list[str]:
        """Return one line for each name or word of a record that the article does not hold."""
        named = [w for q in self.gold.quotes for w in (q.speaker.name, q.speaker.role)]
        named += [c.asserted_by for c in self.gold.claims]
        found = [f"{self.name}: not in the article: {w!r}" for w in named if w is not None and w not in self.text]
        for claim in self.gold.claims:
            parts = (*(f.text for f in claim.quantities), *claim.when, *claim.where)
            found += [
                f"{self.name}: not in the claim {claim.text!r}: {part!r}" for part in parts if part not in claim.text
            ]
        return found

    def _spans(self) -> Iterator[tuple[Offsets, str | None]]:
        for q in self.gold.quotes:
            yield from zip(q.content, q.content_text, strict=True)
            yield from ((span, words) for span, words in ((q.cue, q.cue_text), (q.source, q.source_text)) if span)
        yield from ((c.span, c.text) for c in self.gold.claims)
        yield from (((b.start, b.end), b.text) for b in self.gold.boilerplate)


def examples(folder: Path = DATA) -> list[Example]:
    """Read every article and its gold, by name.

    Raises:
        FileNotFoundError: an article has no gold.
        pydantic.ValidationError: a gold file is not of this form.
    """
    articles = sorted((folder / "articles").glob("*.txt"))
    return [
        Example(
            path.stem,
            path.read_bytes().decode("utf-8"),
            Gold.model_validate_json((folder / "gold" / f"{path.stem}.json").read_bytes()),
        )
        for path in articles
    ]


def corpus_hash(folder: Path = DATA) -> str:
    """Return the sha256 over the names and bytes of all articles and gold files."""
    digest = hashlib.sha256()
    for path in sorted([*(folder / "articles").glob("*.txt"), *(folder / "gold").glob("*.json")]):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
