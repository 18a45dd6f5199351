"""The gold records of ``data/``: what a careful reader takes from each article.

``data/articles/NAME.txt`` is an article, ``data/gold/NAME.json`` its gold. Offsets are code points into the article
as read in UTF-8, half open, and every span stands beside the words it covers, so that a slip shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from quotex.contract.models import Number
from quotex.contract.records import Change, Modality, Modifier, QuoteType, SpeakerKind, Stance

DATA = Path(__file__).resolve().parent.parent / "data"

Offsets = tuple[int, int]


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Speaker(_Gold):
    """Who speaks. ``name`` is the fullest in the article, null for an unnamed source."""

    name: str | None
    kind: SpeakerKind
    role: str | None


class Person(_Gold):
    """A named source, of whatever kind, with all roles that the article gives it, in its words."""

    name: str
    roles: tuple[str, ...]


class Quote(_Gold):
    """One quotation. Content leaves out the outer marks and keeps the "that" of indirect speech.

    ``stance`` and ``act`` hold all that a careful reader would let pass, the best first.
    """

    type: QuoteType
    content: tuple[Offsets, ...]
    content_text: tuple[str, ...]
    cue: Offsets | None
    cue_text: str | None
    source: Offsets | None
    source_text: str | None
    speaker: Speaker
    stance: tuple[Stance, ...] = Field(min_length=1)
    act: tuple[Literal["said", "thought", "other"], ...] = Field(min_length=1)


class Figure(_Gold):
    """A quantity within a claim. ``unit``, ``counted`` and ``change`` null: the reader did not say."""

    text: str
    value: Number | tuple[Number, Number] | None
    modifier: Modifier
    counted: str | None
    unit: str | None = None
    change: Change | None = None


class Placed(Figure):
    """A quantity that stands in no claim."""

    start: int
    end: int


class When(_Gold):
    """A time within a claim, with the EDTF values that are right, the best first; null: it cannot be known."""

    text: str
    values: tuple[str | None, ...] = Field(min_length=1)


class Claim(_Gold):
    """A statement worth checking. ``asserted_by`` null: the article itself.

    ``modality`` holds all that a careful reader would let pass, the best first.
    """

    span: Offsets
    text: str
    quantities: tuple[Figure, ...]
    when: tuple[When, ...]
    where: tuple[str, ...]
    asserted_by: str | None
    check_worthy: bool
    modality: tuple[Modality, ...] = Field(min_length=1)

    def place(self, part: str) -> Offsets:
        """Return where words of the claim stand in the article."""
        start = self.span[0] + self.text.index(part)
        return start, start + len(part)


class Boilerplate(_Gold):
    """A notice that is no part of the article."""

    text: str
    start: int
    end: int


class Open(_Gold):
    """Words that two careful readers may take either way: a record of this kind there is neither right nor wrong."""

    what: Literal["quote", "claim", "figure"]
    text: str
    start: int
    end: int


class Gold(_Gold):
    """Everything a careful reader takes from one article, in text order.

    ``published`` is the day that its "yesterday" counts from. ``speakers`` are all named ones that ``quotes`` have;
    ``figures`` are those that stand in no claim, so that together with the claims' they are all that there are.
    """

    published: date
    speakers: tuple[Person, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Placed, ...]
    open: tuple[Open, ...]
    boilerplate: tuple[Boilerplate, ...]


@dataclass(frozen=True)
class Example:
    """An article with its gold."""

    name: str
    text: str
    gold: Gold

    @cached_property
    def figures(self) -> dict[Offsets, Figure]:
        """All figures of the article, of the claims and others, by their place."""
        of_claims = ((claim.place(f.text), f) for claim in self.gold.claims for f in claim.quantities)
        return dict(sorted([*of_claims, *(((f.start, f.end), f) for f in self.gold.figures)], key=lambda item: item[0]))

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
        named += [w for s in self.gold.speakers for w in (s.name, *s.roles)]
        named += [c.asserted_by for c in self.gold.claims]
        found = [f"{self.name}: not in the article: {w!r}" for w in named if w is not None and w not in self.text]
        for claim in self.gold.claims:
            parts = (*(f.text for f in claim.quantities), *(w.text for w in claim.when), *claim.where)
            found += [
                f"{self.name}: not in the claim {claim.text!r}: {part!r}" for part in parts if part not in claim.text
            ]
        return found

    def _spans(self) -> Iterator[tuple[Offsets, str | None]]:
        for q in self.gold.quotes:
            yield from zip(q.content, q.content_text, strict=True)
            yield from ((span, words) for span, words in ((q.cue, q.cue_text), (q.source, q.source_text)) if span)
        yield from ((c.span, c.text) for c in self.gold.claims)
        yield from (((f.start, f.end), f.text) for f in self.gold.figures)
        yield from (((o.start, o.end), o.text) for o in self.gold.open)
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
