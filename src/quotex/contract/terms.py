"""The terms of the contract: what a field of a record can say."""

from __future__ import annotations

from enum import StrEnum


class QuoteType(StrEnum):
    """How the words are given: all in marks, none in marks, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """Whether content was put in words by its source."""

    SAID = "said"
    """or written"""
    THOUGHT = "thought"
    OTHER = "other"
    """an attitude, a deed, a topic without content"""


class Stance(StrEnum):
    """What the source does with the content, read from the cue."""

    ASSERTS = "asserts"
    DENIES = "denies"
    WITHHOLDS = "withholds"
    """it does not say: declines to, has yet to, never did; or nobody does"""
    DISCLAIMS = "disclaims"
    """it does not hold it, or takes it back: "nobody believes", "withdrew her claim\""""
    ASKS = "asks"
    URGES = "urges"
    PROMISES = "promises"
    WARNS = "warns"
    ACCUSES = "accuses"
    AGREES = "agrees"
    SHOWS = "shows"
    """a document, poll or study gives it"""
    THINKS = "thinks"
    KNOWS = "knows"
    EXPECTS = "expects"
    HOPES = "hopes"
    WANTS = "wants"
    FEELS = "feels"
    UNKNOWN = "unknown"
    """no cue, or one that says nothing of the kind"""


class SpeakerKind(StrEnum):
    """What kind of source speaks. ``person`` with no name: one unnamed person."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class MentionRule(StrEnum):
    """Why a mention is taken to be of its speaker."""

    NAME = "name"
    """the fullest name"""
    SHORT_NAME = "short_name"
    """part of it, or another form of it"""
    PRONOUN = "pronoun"
    NOUN = "noun"
    """words that point back: "the senator\""""
    DESCRIPTION = "description"
    """what an unnamed source is called, or a named one beside its name: "Moe's lawyer, Ann Lee\""""
    LABEL = "label"
    """what opens a turn of an interview: "A.\""""
    NAMESAKE = "namesake"
    """a description of the one thing of its kind that the article names"""


class ClaimKind(StrEnum):
    """What a claim states; a claim can be of several kinds."""

    QUANTITY = "quantity"
    EVENT = "event"
    ACTION = "action"
    COMPARISON = "comparison"
    CAUSAL = "causal"
    LAW = "law"
    OTHER = "other"


class Modality(StrEnum):
    """How the text commits itself to a claim."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    PREDICTED = "predicted"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Modifier(StrEnum):
    """How a figure is hedged."""

    EXACT = "exact"
    APPROXIMATELY = "approximately"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Change(StrEnum):
    """The direction of a figure that is a change."""

    UP = "up"
    DOWN = "down"


class WarningCode(StrEnum):
    """What a reader should know about an extraction that is otherwise fine."""

    UNCLOSED_MARK = "unclosed_mark"
    STRAY_MARK = "stray_mark"
    ENCODING_GUESSED = "encoding_guessed"
    CONFLICTING_FIGURES = "conflicting_figures"
    CUT_SHORT = "cut_short"
    LITTLE_TEXT = "little_text"
    DAMAGED_TEXT = "damaged_text"
    OTHER_LANGUAGE = "other_language"
    UNREAD_DATE = "unread_date"

    @property
    def places(self) -> int:
        """How many places it has: two figures, one mark, none where it is of the whole text."""
        marks = (WarningCode.UNCLOSED_MARK, WarningCode.STRAY_MARK)
        return 2 if self is WarningCode.CONFLICTING_FIGURES else int(self in marks)
