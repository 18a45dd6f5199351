"""The same claim stated again, and figures of it that disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotex.claims.agreement import are_comparable, disagree
from quotex.claims.kinds import claim_lexicon
from quotex.parse.grammar import (
    in_one_sentence,
    is_content_word,
    is_full_verb,
    is_proper_noun,
    is_written_number,
    lemma,
)
from quotex.parse.names import is_named, is_people
from quotex.quantities.drafts import QuantityDraft

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Repetitions", "Stated", "find_repetitions"]

_LOOKED_AT = 8
_SHARED = 0.6
_CONTAINED = 0.75
_FEWEST = 3
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


@dataclass(slots=True)
class _Seen:
    """Claims seen so far, by what finds them again."""

    by_figures: dict[object, list[int]] = field(default_factory=dict)
    by_unit: dict[str | None, list[int]] = field(default_factory=dict)


def find_repetitions(claims: Sequence[Stated]) -> Repetitions:
    """Tell which claims repeat one another.

    Conservative, and linear in the number of claims: a claim is held against the last few with its figures (most
    content words in common) and the last few with a figure in one of its units; claims without figures must have the
    very same content words. Figures are in conflict where nearly all that the shorter claim says stands in the
    longer one, names, deeds and times are not different ones, and the figures could be of one thing and disagree.
    """
    seen = _Seen()
    words = [_words(claim.tokens) for claim in claims]
    facts = [frozenset(_facts(claim.tokens, claim.times)) for claim in claims]
    deeds = [frozenset(_facts(filter(_tells_of_deed, claim.tokens), claim.times)) for claim in claims]
    names = [_names(claim.tokens) for claim in claims]
    first_of: dict[int, int] = {}
    conflicts: list[tuple[int, int]] = []
    for i, claim in enumerate(claims):
        figures = tuple(
            sorted(repr((q.value, q.unit, q.counted)) for q in claim.quantities.values() if q.value is not None)
        )
        alike = seen.by_figures.setdefault(figures or words[i], [])
        same = next(
            (j for j in alike[-_LOOKED_AT:] if len(words[i] & words[j]) >= _SHARED * len(words[i] | words[j])), i
        )
        alike.append(i)
        for unit in {q.unit for q in claim.quantities.values()}:
            others = seen.by_unit.setdefault(unit, [])
            for j in others[-_LOOKED_AT:]:
                if _are_near(claim, claims[j]) or _times_differ(claim, claims[j]):
                    continue
                if not _could_be_one(facts[i], facts[j], names[i], names[j]) or _apart(deeds[i], deeds[j]):
                    continue
                found = list(_conflicts(claims[j], claim))
                conflicts += (pair for pair in found if pair not in conflicts)
                same = j if found and same == i else same
            others.append(i)
        first_of[i] = first_of[same] if same != i else i
    return Repetitions(_numbered(first_of), tuple(conflicts))


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(lemma(t) for t in tokens if is_content_word(t))


def _facts(tokens: Iterable[Token], times: Iterable[str]) -> Iterator[str]:
    """Yield what a claim says beside its figures and times: "12 people were killed" and "12 died" say one thing."""
    words = claim_lexicon()
    when = {word for time in times for word in time.split()}
    for token in tokens:
        if is_content_word(token) and not is_written_number(token) and token.lower_ not in when:
            base = lemma(token)
            if base not in words.untold:
                yield _PEOPLE if base in words.people else words.same_event.get(base, base)


def _tells_of_deed(token: Token) -> bool:
    return is_full_verb(token) or lemma(token) in claim_lexicon().same_event


def _names(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(t.lower_ for t in tokens if is_people(t) or (is_named(t) and is_proper_noun(t)))


def _could_be_one(
    facts: frozenset[str], other: frozenset[str], names: frozenset[str], other_names: frozenset[str]
) -> bool:
    smaller = min(len(facts), len(other))
    shared = len(facts & other)
    return not _apart(names, other_names) and shared >= _FEWEST and shared >= _CONTAINED * smaller


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each of two sets has what the other has not; the names of two places, two deeds."""
    return bool(one - other and other - one)


def _are_near(one: Stated, other: Stated) -> bool:
    """Whether two claims are of one sentence, which would not contradict itself."""
    return in_one_sentence(one.tokens[0], other.tokens[0])


def _times_differ(one: Stated, other: Stated) -> bool:
    return bool(one.times and other.times and not one.times & other.times)


def _conflicts(earlier: Stated, later: Stated) -> Iterator[tuple[int, int]]:
    """Yield figures of one thing that disagree. Where a claim has two that could be of it, they are of two things."""
    for j, second in later.quantities.items():
        rivals = [i for i, first in earlier.quantities.items() if are_comparable(first, second)]
        others = [k for k, other in later.quantities.items() if k != j and are_comparable(other, second)]
        crowded = second.unit is not None and not (_alone(earlier, second.unit) and _alone(later, second.unit))
        if len(rivals) == 1 and not others and not crowded and disagree(earlier.quantities[rivals[0]], second):
            yield rivals[0], j


def _alone(claim: Stated, unit: str) -> bool:
    """Whether a claim has one figure in a unit, and no more: two of them make a comparison of their own."""
    return sum(quantity.unit == unit for quantity in claim.quantities.values()) == 1


def _numbered(first_of: Mapping[int, int]) -> Mapping[int, int]:
    repeated = sorted({first for i, first in first_of.items() if first != i})
    number = {first: n for n, first in enumerate(repeated)}
    return {i: number[first] for i, first in first_of.items() if first in number}
