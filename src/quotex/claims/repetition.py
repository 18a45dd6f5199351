"""The same claim stated again, and figures of it that disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotex.claims.agreement import are_comparable, disagree
from quotex.claims.kinds import claim_lexicon
from quotex.claims.lexicon import modality_lexicon
from quotex.contract.rules import Rule
from quotex.parse.grammar import is_content_word, is_full_verb, is_proper_noun, lemma, sentence_of
from quotex.parse.names import is_named, is_people
from quotex.quantities.drafts import QuantityDraft

if TYPE_CHECKING:
    from spacy.tokens import Token

REPEATED = Rule("claims.repeated", "the same figures in nearly the same words are the same claim")
IN_CONFLICT = Rule("claims.in-conflict", "figures that could be of one thing and cannot both be right disagree")

_LOOKED_AT = 8  # the last claims with one trait: bounds the time on an article that repeats itself
_CONTAINED = 0.75
"""Share of the words of the shorter, or without figures of all: of 74 pairs above it in 560 articles 72 tell one thing,
of ten with a figure in common right below it five."""
_FEWEST = 3  # words in common: who, does, what
_LONGEST = 2  # words that a claim without figures is found by
_PEOPLE = ""  # stands for any noun for people, and is none of their lemmas


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as it is held against others.

    Attributes:
        tokens: of the claim.
        quantities: its figures, by their index in the article.
        times: the words of its times, in lower case.
    """

    tokens: Sequence[Token]
    quantities: Mapping[int, QuantityDraft]
    times: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Repetitions:
    """What is stated more than once.

    Attributes:
        groups: a number for each claim of a group, counted from 0 in text order.
        conflicts: pairs of figures, the earlier first, that are of one thing and disagree.
    """

    groups: Mapping[int, int]
    conflicts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Gist:
    """What a claim says: its content words; those beside figures and times; those of deeds; names; figures; a "not"."""

    words: frozenset[str]
    facts: frozenset[str]
    deeds: frozenset[str]
    names: frozenset[str]
    figures: frozenset[tuple[object, str | None]]
    negated: bool

    def traits(self) -> Iterator[object]:
        """Yield what finds it again: its figures and their units, or else its longest words."""
        yield from self.figures | {unit for _, unit in self.figures}
        yield from sorted(self.words, key=lambda word: (-len(word), word))[:_LONGEST] if not self.figures else ()

    def repeats(self, other: _Gist) -> bool:
        """Whether another says nearly the same in nearly the same words."""
        shared, either = len(self.words & other.words), len(self.words | other.words)
        if self.negated != other.negated or self.figures != other.figures:
            return False
        if self.words == other.words:
            return True
        return shared > _FEWEST and shared >= _CONTAINED * either and not self.parts_from(other)

    def could_be(self, other: _Gist) -> bool:
        """Whether two can be of one thing: nearly all that the shorter says stands in the longer."""
        shared = len(self.facts & other.facts)
        enough = shared >= _FEWEST and shared >= _CONTAINED * min(len(self.facts), len(other.facts))
        return enough and self.negated == other.negated and not self.parts_from(other)

    def parts_from(self, other: _Gist) -> bool:
        """Whether each has a name, or a deed, that the other has not."""
        return _apart(self.names, other.names) or _apart(self.deeds, other.deeds)


def find_repetitions(claims: Sequence[Stated]) -> Repetitions:
    """Tell which claims repeat one another.

    Conservative, and linear in the number of claims: a claim is held against the last few with one of its figures or
    units, or, where it has none, of its longest words. One repeats another with the same figures and nearly all
    words in common, or with a figure in common where nearly all that the shorter says stands in the longer. There,
    figures that could be of one thing and disagree are in conflict.
    """
    seen: dict[object, list[int]] = {}
    gists = [_gist(claim) for claim in claims]
    first_of: dict[int, int] = {}
    conflicts: list[tuple[int, int]] = []
    for i, (claim, gist) in enumerate(zip(claims, gists, strict=True)):
        lists = [seen.setdefault(key, []) for key in gist.traits()]
        same = i
        for j in sorted({j for others in lists for j in others[-_LOOKED_AT:]}):
            repeats = gist.repeats(gists[j])
            if gist.could_be(gists[j]) and not _are_near(claim, claims[j]) and not _times_differ(claim, claims[j]):
                found = list(_conflicts(claims[j], claim))
                conflicts += found
                repeats = repeats or bool(found or gist.figures & gists[j].figures)
            same = j if repeats and same == i else same
        for others in lists:
            others.append(i)
        first_of[i] = first_of[same] if same != i and REPEATED.decides(claim.tokens[0].idx) else i
    return Repetitions(_numbered(first_of), tuple(conflicts))


def _gist(claim: Stated) -> _Gist:
    words, everywhere = modality_lexicon(), claim_lexicon().everywhere
    negations = words.negations | words.negations_of_nouns
    said = [(token, lemma(token)) for token in claim.tokens if is_content_word(token)]
    return _Gist(
        frozenset(base for _, base in said),
        frozenset(_facts(said, claim.times)),
        frozenset(_facts((each for each in said if _tells_of_deed(*each)), claim.times)),
        frozenset(t.lower_ for t in claim.tokens if t.lower_ in everywhere or _is_name(t)),
        frozenset((q.value, q.unit) for q in claim.quantities.values() if q.value is not None),
        any(t.lower_ in negations for t in claim.tokens),
    )


def _is_name(token: Token) -> bool:
    return is_people(token) or (is_named(token) and is_proper_noun(token))


def _facts(said: Iterable[tuple[Token, str]], times: Iterable[str]) -> Iterator[str]:
    """Yield what a claim says beside its figures and times: "12 people were killed" and "12 died" say one thing.

    Args:
        said: its content words with their lemmas.
        times: the words of its times, in lower case.
    """
    words = claim_lexicon()
    when = {word for time in times for word in time.split()}
    for token, base in said:
        if base not in words.untold and not token.like_num and token.lower_ not in when:
            yield _PEOPLE if base in words.people else words.same_event.get(base, base)


def _tells_of_deed(token: Token, base: str) -> bool:
    return is_full_verb(token) or base in claim_lexicon().same_event


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each of two sets has what the other has not; the names of two places, two deeds."""
    return bool(one - other and other - one)


def _are_near(one: Stated, other: Stated) -> bool:
    """Whether two claims are of one sentence, which would not contradict itself."""
    return sentence_of(one.tokens[0]) == sentence_of(other.tokens[0])


def _times_differ(one: Stated, other: Stated) -> bool:
    return bool(one.times and other.times and not one.times & other.times)


def _conflicts(earlier: Stated, later: Stated) -> Iterator[tuple[int, int]]:
    """Yield figures of one thing that disagree. Where a claim has two that could be of it, they are of two things."""
    for j, second in later.quantities.items():
        rivals = [i for i, first in earlier.quantities.items() if are_comparable(first, second)]
        others = [k for k, other in later.quantities.items() if k != j and are_comparable(other, second)]
        crowded = second.unit is not None and not (_alone(earlier, second.unit) and _alone(later, second.unit))
        apart = len(rivals) == 1 and not others and not crowded and disagree(earlier.quantities[rivals[0]], second)
        if apart and IN_CONFLICT.decides(second.span):
            yield rivals[0], j


def _alone(claim: Stated, unit: str) -> bool:
    """Whether a claim has one figure in a unit, and no more: two of them make a comparison of their own."""
    return sum(quantity.unit == unit for quantity in claim.quantities.values()) == 1


def _numbered(first_of: Mapping[int, int]) -> Mapping[int, int]:
    repeated = sorted({first for i, first in first_of.items() if first != i})
    number = {first: n for n, first in enumerate(repeated)}
    return {i: number[first] for i, first in first_of.items() if first in number}
