"""The speakers of an article, as drafts for its records, and what it says they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from quotex.contract.records import MentionRule, SpeakerKind
from quotex.english.closed import JUNCTIONS, POSSESSIVE_ENDINGS
from quotex.english.roles import PAST
from quotex.text import Range


class RoleRank(IntEnum):
    """How much a way of giving a role tells; the highest is kept."""

    UNTOLD = -1
    """What somebody was, or what is cut: it tells who is meant by "the director", and is given as no role."""
    TAG = 0
    TITLE = 1
    DESCRIBED = 2
    RELATIVE = 3
    BEFORE = 4
    BEHIND = 5


@dataclass(frozen=True, slots=True)
class Role:
    """A role at one place of the text.

    Attributes:
        span: verbatim, without the article at its start.
        rank: how it was given.
        nouns: the nouns that say what the person is, folded to the singular ("senator").
        affiliation: the organisation named in it.
        words: folded; the same role is told once.
    """

    span: Range
    rank: RoleRank
    nouns: tuple[str, ...]
    affiliation: Range | None
    words: str = ""

    @property
    def is_past(self) -> bool:
        """Whether it tells what the person no longer is."""
        return PAST.match(self.words) is not None

    def is_less_than(self, other: Role) -> bool:
        """Whether another tells the same and more: "secretary of state", "Norlandish secretary" of "secretary"."""
        own, more = self.words.split(), other.words.split()
        before = own[-1] == more[-1] and {*own} < {*more} and self.is_past == other.is_past
        return before or other.words.startswith(f"{self.words} ")

    @property
    def is_bare(self) -> bool:
        """Whether it does not tell of what: "director", not "director of the school" or "the school's director"."""
        told = self.affiliation or any(ending in self.words for ending in POSSESSIVE_ENDINGS)
        return not told and JUNCTIONS.isdisjoint(self.words.split())


@dataclass(frozen=True, slots=True)
class SpeakerDraft:
    """One real-world source.

    Attributes:
        name: the fullest form in the article, as a range of it; None: unnamed.
        description: for an unnamed one, the words that describe it.
        role, affiliation: verbatim, as ranges.
        mentions: every mention that speaks or was joined to it, with the rule it was joined by, in text order; never
            empty.
        roles: all that are given, in text order.
        pronouns: the first of each pronoun of one person that is used of it, in text order.
        anonymity: the ground on which an unnamed one is not named.
    """

    kind: SpeakerKind
    name: Range | None
    description: Range | None
    role: Range | None
    affiliation: Range | None
    mentions: tuple[tuple[Range, MentionRule], ...]
    roles: tuple[Range, ...] = ()
    pronouns: tuple[Range, ...] = ()
    anonymity: Range | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks in an article.

    Attributes:
        speakers: in the order of their first mentions.
        speaker_of: for each quotation, in order, the index of its speaker; None: not known.
        confidence_of: for each quotation, how likely that is right if its source is; None: not known.
        pronouns: the speakers that "he" and "she" stand for, by their offsets; None: somebody else.
        named: where those that they stand for were last called by their name, whether they speak or not.
    """

    speakers: tuple[SpeakerDraft, ...]
    speaker_of: tuple[int | None, ...]
    confidence_of: tuple[float | None, ...] = ()
    pronouns: Mapping[int, int | None] = field(default_factory=dict)
    named: Mapping[int, Range] = field(default_factory=dict)
