"""Whether a figure is the size of a change: "rose 5%", "a cut of $2bn", "up 3 points"."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

from quotex.contract.records import Change
from quotex.contract.rules import Rule
from quotex.english.figures import figure_words
from quotex.parse.clauses import adverbs
from quotex.parse.grammar import (
    is_describing,
    is_full_verb,
    is_noun,
    is_numeral,
    is_particle,
    is_plural,
    is_preposition,
    lemma,
    preposition_of,
)
from quotex.parse.phrases import governor, is_complement, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

LEVEL = Rule("quantities.level", "it is where a change begins or ends, and not how far it goes")
_STEPS = 3  # up to the verb that moves: "a rise of 5% to 12"


class Level(Enum):
    """Which end of a change a figure is."""

    OLD = auto()
    NEW = auto()


def change_of(top: Token, *, both_ends: bool = False) -> Change | None:
    """Tell whether a figure is the size of a change: "rose 5%", "a cut of $2bn", "up 3 points", "a 5% rise".

    What a figure rises or falls *to* is a level, not a change.

    Args:
        top: the token of the figure that the rest of it hangs on.
        both_ends: the figure tells where the change starts and ends: "rose from 4 to 5 percent".
    """
    if beside := _beside(top):
        return beside
    head = governor(top)
    if head is None:
        return None
    if is_preposition(head):
        return _by_preposition(head, both_ends=both_ends)
    by_verb = (is_full_verb(head) or is_describing(head)) and is_complement(top)
    by_noun = is_noun(head) and head.i > top.i and not (is_numeral(top) and is_plural(head))  # "4 rebounds"
    return _direction(head) if by_verb or by_noun else None


def moved_by(before: Token | None) -> Change | None:
    """Return the direction of the verb before "by": what follows is how far it went, whatever the parse makes of it."""
    return _direction(before) if before is not None and is_full_verb(before) else None


def _by_preposition(preposition: Token, *, both_ends: bool) -> Change | None:
    """Return the direction of what a figure's preposition hangs on: "a cut of 5%", "fell by 5%"."""
    words, head = figure_words().prepositions, governor(preposition)
    if head is None:
        return None
    word = preposition.lower_
    of_noun = word in words.partitive and is_noun(head)
    return _direction(head) if of_noun or word in words.by or (both_ends and word in words.source) else None


def level_of(top: Token) -> Level | None:
    """Tell whether a figure is what something was before a change or is after it: "rose <to> 5%", "up <from> 4%".

    Args:
        top: the token of the figure that the rest of it hangs on.
    """
    preposition, words = preposition_of(top), figure_words().prepositions
    if preposition is None:
        return None
    level = Level.NEW if preposition.lower_ in words.goal else Level.OLD if preposition.lower_ in words.source else None
    if level is None or not any(map(_moves_from_here, _above(preposition))):
        return None
    return level if LEVEL.decides(top.idx) else None


def _above(token: Token) -> Iterator[Token]:
    """Yield the words that one hangs on, the nearest first, up to a verb."""
    above = governor(token)
    for _ in range(_STEPS):
        if above is None:
            return
        yield above
        if is_full_verb(above):
            return
        above = governor(above)


def _moves_from_here(token: Token) -> bool:
    """Whether a word tells of a rise or a fall, or has one beside it that does: "up from 4%"."""
    return moves(token) or any(moves(adverb) for adverb in adverbs(token))


def is_change(token: Token) -> bool:
    """Whether a token is a verb of rising or falling."""
    return is_full_verb(token) and _direction(token) is not None


def moves(token: Token) -> bool:
    """Whether a token, of whatever part of speech, tells of a rise or a fall."""
    return _direction(token) is not None


def _beside(top: Token) -> Change | None:
    """Return the direction of "up" right before a figure or "lower" right behind it."""
    words, doc, left, right = figure_words().change, top.doc, phrase(top)[0].i - 1, top.i + 1
    if left >= 0 and doc[left].lower_ in words.particles and (not is_particle(doc[left]) or top.lower_ in words.shares):
        return _direction(doc[left])
    if right < len(doc) and doc[right].lower_ in words.comparatives:
        return _direction(doc[right])
    return None


def _direction(token: Token) -> Change | None:
    words = figure_words().change
    for word in (lemma(token), token.lower_):
        if word in words.up:
            return Change.UP
        if word in words.down:
            return Change.DOWN
    return None
