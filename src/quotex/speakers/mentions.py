"""Reading the words for a source: does a name head them, a pronoun, a noun, or several of these at once?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.contract.records import SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.closed import (
    COORDINATORS,
    COUNTING,
    DEFINITE,
    DEFINITE_ARTICLE,
    EVEN,
    FIRST_PERSON,
    INDEFINITE,
    INTERROGATIVES,
    JUNCTIONS,
    NOBODY,
    PRONOUNS,
    RELATIVE,
)
from quotex.english.names import (
    OPENS_ROW,
)
from quotex.english.people import fold, given_names, name_words, source_nouns
from quotex.naming.clipped import CUT_WORD, ClippedWords
from quotex.naming.kinds import kind_of
from quotex.naming.lists import joins, joint_names, lists_persons, speaks_for_others
from quotex.naming.names import Name
from quotex.naming.words import is_acronym, is_initials_of_many, singular
from quotex.parse import grammar, phrases
from quotex.parse.tokens import TokenIndex, end_of, range_of, word_beside
from quotex.speakers.bearers import Bearers
from quotex.speakers.heads import (
    head_of,
    heading_name,
    is_coordinated,
    may_be_participle,
)
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_ONE = Rule("speakers.no-one", "nobody is no source")
LISTED = Rule("speakers.listed", "names and nouns in a list are several sources, none of which speaks alone")
NOUN_HEADS = Rule("speakers.noun-heads", "a noun for a source behind a name heads the words, and not the name")
ONLY_STRESSED = Rule("speakers.only-stressed", "even the mayor is the mayor: that is but stress")
NO_SENTENCE = Rule("speakers.no-sentence", "what a source does is no part of what it is called")
OF_TWO = Rule("speakers.of-two", "who sits for two places, or for one with two names, is one: the Harlow and Dale MP")
OWNED_BY_SEVERAL = Rule("speakers.owned-by-several", "what is of two who are joined is neither of them")
UNNAMED_LABEL = Rule("speakers.unnamed-label", "the article before a label says that it is a role")

HANDLE = re.compile(r"(?:@|u/)[\w.-]+|\w*[_\d]\w*")
"""Matches a name that somebody has taken to post under."""
_NEAR = 120  # tokens back to who was brought in by a noun: four or five sentences
_WIDE = 6  # tokens before the noun of who is brought in: "a senior British foreign ministry official"
_PARTS = re.compile(r"""[\n:;"“”]|\.\s|\s[-–—]+\s|[–—]{2}""")
_EDGES = ",;:.–—-("


class Form(Enum):
    """What heads the words for a source."""

    NAME = auto()
    PRONOUN = auto()
    NOUN = auto()
    SEVERAL = auto()
    LABEL = auto()
    """a role or a made-up name that stands before turns: it names nobody, and is the same one each time"""
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """What heads the words for a source.

    Attributes:
        form: which of the following are given.
        span: the words, clipped or widened to a whole phrase.
        name: the name, for NAME.
        token: the pronoun or noun.
        noun: the noun folded to the singular, for NOUN.
        definite: it points back ("the senator", "these voters").
        plural: more than one.
        joint: the names of those who speak together, for SEVERAL.
    """

    form: Form
    span: Range
    name: Name | None = None
    token: Token | None = None
    noun: str = ""
    definite: bool = False
    plural: bool = False
    joint: tuple[Name, ...] = ()

    @property
    def kind(self) -> SpeakerKind:
        """Of which kind a source is that a noun heads."""
        return kind_of(self.noun, self.token, self.span, plural=self.plural)

    @property
    def is_first_person(self) -> bool:
        """Whether it is "I" or "we"."""
        return self.form is Form.PRONOUN and self.token is not None and self.token.lower_ in FIRST_PERSON


class MentionReader:
    """Reads sources of one document."""

    def __init__(
        self,
        view: str,
        tokens: TokenIndex,
        names: list[Name],
        is_person: Callable[[Name], bool] = lambda n: n.person > n.body,
    ) -> None:
        self._is_person = is_person
        self._view = view
        self._names = names
        self._name_starts = [n.start for n in names]
        self._tokens = tokens
        self._clipped = ClippedWords(view, tokens, names)
        self._bearers = Bearers(view, names, is_person)

    def tokens(self, span: Range) -> list[Token]:
        """Return the tokens that share a speaker with a range."""
        return [t for t in self._tokens.inside(*span) if not t.is_space]

    def names_in(self, span: Range) -> list[Name]:
        """Return the names that share a speaker with a range, in text order."""
        first = max(0, bisect_left(self._name_starts, span.start) - 1)
        last = bisect_left(self._name_starts, span.end)
        return [n for n in self._names[first:last] if n.span.overlap(span)]

    def introduction(self, noun: str, before: Token) -> Token | None:
        """Return the last token before another that brings someone in by a noun: "a senior official"."""
        known = self._introductions.get(noun, [])
        i = bisect_left(known, before.i, key=lambda token: token.i) - 1
        return known[i] if i >= 0 and before.i - known[i].i <= _NEAR else None

    def phrase(self, token: Token) -> Range:
        """Return the words of the phrase that a noun heads, up to a mark or a clause that hangs on it."""
        first, end = phrases.phrase(token)
        last = token
        for behind in token.doc[token.i + 1 : end.i + 1]:
            if behind.is_punct or behind.lower_ in RELATIVE:
                break
            last = behind
        return range_of(first, last)

    def without_clause(self, span: Range) -> Range:
        """Return the words of a description up to a verb that says something of it, outside of a relative clause."""
        tokens = self.tokens(span)
        for before, token in pairwise(tokens):
            if before.is_punct or token.lower_ in RELATIVE | INTERROGATIVES:  # "the club where"
                break
            owned = grammar.is_possessive_ending(before) or grammar.is_determiner(before)
            if grammar.is_finite(token) and not (owned or may_be_participle(token)) and NO_SENTENCE.decides(span):
                return Range(span.start, end_of(before))
        if len(tokens) > 1 and tokens[-1].lower_ in RELATIVE and not grammar.is_preposition(tokens[-2]):
            return Range(span.start, end_of(tokens[-2]))
        return span

    def _opening(self, first: Token, otherwise: int) -> int:
        """Return where a phrase starts that the words for a source are part of, if no mark parts them from it."""
        if first.lower_ == EVEN and ONLY_STRESSED.decides(first.idx):
            first, otherwise = first.nbor(), max(first.nbor().idx, otherwise)
        return first.idx if first.idx < otherwise and not _PARTS.search(self._view, first.idx, otherwise) else otherwise

    @cached_property
    def _introductions(self) -> dict[str, list[Token]]:
        found: dict[str, list[Token]] = defaultdict(list)
        for token in self._tokens:
            if (
                grammar.is_singular(token)
                and phrases.determiner(token) in INDEFINITE
                and token.i - phrases.phrase(token)[0].i <= _WIDE
            ):
                found[singular(token)].append(token)
        return found

    def label(self, label: Range) -> Mention:
        """Find out whom the label of a turn, or the signature of a letter, names."""
        tokens = self.tokens(label)
        words = [token.text for token in tokens]
        noun = singular(tokens[-1]) if tokens else ""
        named = any(len(n.words) > 1 and n.span.end == label.end for n in self.names_in(label))  # "The Farmers' Party"
        role = noun in source_nouns() and words[0].lower() == DEFINITE_ARTICLE and not named
        capitals = len(words) > 1 and label.of(self._view).isupper()
        linked = any(word.lower() in JUNCTIONS for word in words[1:-1]) and capitals  # "TIRED IN TROY"
        small = linked or [word for word in words if word.islower() and word not in COORDINATORS]
        called = any(source_nouns().is_person(word) for word in words if word.islower())  # "Orrin coach Jo Marsh"
        signed = (
            small and not called and "," not in words and words[-1][0].isupper() and fold(words[0]) not in given_names()
        )
        if len(words) > 1 and (role or signed) and UNNAMED_LABEL.decides(label):
            return Mention(Form.LABEL, label, token=tokens[-1], noun=noun, definite=True)
        handle = HANDLE.fullmatch(self._view, *label) is not None
        mention = self.read(label)
        if tokens and (handle or mention.form is Form.NOTHING):
            return Mention(Form.LABEL, label, token=tokens[-1], noun=noun, definite=True)
        return replace(mention, span=label) if mention.form is Form.NOUN else mention

    def read(self, source: Range) -> Mention:
        """Find out what heads the words for a source."""
        tokens = self.tokens(source)
        if not tokens or (range_of(*tokens).of(self._view).lower() in NOBODY and NO_ONE.decides(source)):
            return Mention(Form.NOTHING, source)
        if len(tokens) > 1 and self._clipped.is_article(tokens[0]) and CUT_WORD.decides(source):
            tokens = tokens[1:]
            source = Range(tokens[0].idx, source.end)
        head = head_of(tokens)
        names = self.names_in(source)
        if (told := self._bearers.named_in(tokens, names, source)) is not None:
            return Mention(Form.NAME, source, name=told, token=head)
        owner = names[-1] if names and names[-1].possessive and grammar.is_noun(tokens[-1]) else None
        of_two = _is_of_two(tokens, names) and OF_TWO.decides(source)
        if of_two:
            return self._noun(tokens[-1], tokens, source)
        several = owner is None and (
            lists_persons(self._view, names) or is_coordinated(head, tokens, names) or bool(self._joint(names, source))
        )
        if several and LISTED.decides(source):
            return self._several(head, names, source)
        inside = any(len(n.words) > 1 and n.span.start <= head.idx < n.end for n in names)
        alone = not (grammar.is_noun(head) or inside) or len(tokens) == 1
        if head.lower_ in PRONOUNS and not is_acronym(head) and alone:
            return Mention(Form.PRONOUN, source, token=head)
        joined = owner is not None and len(names) > 1 and joins(self._view, names[-2], owner)
        if joined and self._is_person(names[-2]) and OWNED_BY_SEVERAL.decides(source):
            return self._noun(tokens[-1], tokens, source)
        name = heading_name(head, names, tokens) or self._bearers.behind(head, source)
        if name is None:
            return self._noun(head, tokens, source)
        behind = next((t for t in tokens if t.idx >= name.end and not grammar.is_numeral(t)), None)
        if (
            behind is not None
            and grammar.is_noun(behind)
            and not (grammar.is_proper_noun(behind) and not behind.is_upper)
            and not name.possessive
            and (singular(behind) in source_nouns() or source_nouns().is_person(singular(behind)))
            and NOUN_HEADS.decides(source)
        ):
            return self._noun(behind, tokens, source)
        return Mention(Form.NAME, source, name=name, token=head)

    def _several(self, head: Token, names: list[Name], source: Range) -> Mention:
        """Read the words for several: a row of names, a name with people who have none, or any others."""
        if joint := self._joint(names, source):
            return Mention(Form.SEVERAL, source, token=head, plural=True, joint=tuple(joint))
        if speaks_for_others(self._view, names, self._row(source)):
            return Mention(Form.NAME, source, name=names[0], token=head)
        return Mention(Form.SEVERAL, source, token=head, plural=True)

    def _row(self, source: Range) -> Range:
        """Return the words for a source without what opens a row of names: "both the"."""
        opening = OPENS_ROW.match(self._view, source.start, source.end)
        return Range(opening.end() if opening else source.start, source.end)

    def _joint(self, names: list[Name], source: Range) -> Sequence[Name]:
        return joint_names(self._view, names, self._row(source))

    def _noun(self, head: Token, tokens: list[Token], source: Range) -> Mention:
        last = next((t for t in tokens if t.i == head.i + 1 and _is_office(t)), head)  # "the deputy <PM>"
        noun = name_words().titles.long.get(singular(last), singular(last))
        noun = source_nouns().compounds.get(f"{word_beside(head, -1)} {noun}", noun)
        clipped = self._clipped.has_lost_article(tokens, noun)
        if clipped and head is tokens[0] and head.is_lower:
            if (whole := self._clipped.completed(head)) is not None:
                return Mention(Form.NOUN, source, token=head, noun=whole, definite=True)
            if (name := self._clipped.completed_name(head)) is not None:
                return Mention(Form.NAME, source, name=name, token=head)
        if not (phrases.can_head_phrase(head) or noun in source_nouns()):
            return Mention(Form.NOTHING, source, token=head)
        determiner = phrases.determiner(head)
        counted = determiner in COUNTING and determiner != head.lower_
        one = noun == head.lower_ and noun in source_nouns().organization  # "the authorities", but "the police"
        return Mention(
            Form.NOUN,
            Range(self._opening(phrases.phrase(head)[0], source.start), source.end),
            token=head,
            noun=noun,
            definite=determiner in DEFINITE or clipped,
            plural=counted or is_initials_of_many(head) or (grammar.may_be_plural(head) and not one),
        )


def _is_office(token: Token) -> bool:
    """Whether a word is the letters of an office, whatever the parser makes of it."""
    return token.is_upper and token.lower_ in source_nouns().person


def _is_of_two(tokens: list[Token], names: Sequence[Name]) -> bool:
    """Whether one person is of two places, or a place with two names, joined: "the Harlow and Dale West MP"."""
    head = tokens[-1]
    if not names or head.idx != names[-1].span.end + 1 or names[-1].possessive or grammar.is_plural(head):
        return False
    opens = tokens[0].lower_ == DEFINITE_ARTICLE and not any(map(grammar.is_determiner, tokens[1:]))
    joined = [t for t in tokens if t.lower_ in COORDINATORS and t.idx < names[-1].span.end]
    seats = source_nouns().of_seats | name_words().postnominals.seats
    return opens and len(joined) == 1 and tokens[1].idx == names[0].start and singular(head) in seats


def mention_of(mention: Mention, text: str) -> Range:
    """Return the words that count as the mention: the pronoun alone, or the phrase without marks at its edges."""
    if mention.form is Form.PRONOUN and mention.token is not None:
        return range_of(mention.token)
    trimmed = mention.span.trimmed(text, _EDGES)
    return trimmed if trimmed.of(text) else Range(mention.span.start, mention.span.start + 1)  # nothing but marks
