"""Whether a figure is the size of a change: "rose 5%", "a cut of $2bn", "up 3 points"."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING

from quotex.contract.records import Change
from quotex.contract.rules import Rule
from quotex.english.figures import figure_words
from quotex.english.units import is_unit_word
from quotex.parse import relations as rel
from quotex.parse.clauses import is_past, understood_subject, verb_above
from quotex.parse.grammar import (
    is_describing,
    is_full_verb,
    is_noun,
    is_numeral,
    is_plural,
    is_preposition,
    lemma,
    preposition_of,
)
from quotex.parse.names import is_person
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.parse.tokens import word_beside

if TYPE_CHECKING:
    from spacy.tokens import Token

LEVEL = Rule("quantities.level", "it is where a change begins or ends, and not how far it goes")
AMOUNT = Rule("quantities.amount", "so much is raised or lost outright, and nothing said of what there was before")
DISTANCE = Rule("quantities.distance", "so far something falls or climbs that has no height of its own")
TURNS = Rule("quantities.turns", "what goes from one value to another changes by the difference")
_NEAR = 8  # tokens behind "up" in which it is told from where: "go up to 5.20 zlotys in May from 4.40"
_STEPS = 3  # up to the verb that moves: "a rise of 5% to 12"


class Level(Enum):
    """Which end of a change a figure is."""

    OLD = auto()
    NEW = auto()


def change_of(top: Token) -> Change | None:
    """Tell whether a figure is the size of a change: "rose 5%", "a cut of $2bn", "up 3 points", "a 5% rise".

    What a figure rises or falls *to* is a level, not a change.

    Args:
        top: the token of the figure that the rest of it hangs on.
    """
    if beside := _beside(top):
        return beside
    head = governor(top)
    if head is None:
        return None
    if is_preposition(head):
        return _by_preposition(head)
    by_verb = (is_full_verb(head) or is_describing(head)) and stands_as(top, rel.COMPLEMENT)
    counts = is_plural(head) and (is_numeral(top) or not is_unit_word(top.text))  # "4 rebounds", "a dozen rockets"
    by_noun = is_noun(head) and head.i > top.i and not counts
    return _direction(head) if by_verb or by_noun else None


def moved_by(before: Token | None) -> Change | None:
    """Return the direction of the verb before "by": what follows is how far it went, whatever the parse makes of it."""
    # not "the growing $3m debt"
    verb = before is not None and is_full_verb(before) and not stands_as(before, rel.PREMODIFIER)
    return _direction(before) if verb and before is not None else None


def moved_over(by: Token, *, far: bool) -> Change | None:
    """Return the direction of the verb that "by" hangs on, past what it moves: "<cut> its forecast by $2m to $5m".

    Args:
        by: the preposition.
        far: the figure can only be how far something moved; else what moves has to stand before "by", which then opens
            no doer: "trimmed its <fleet> by 14 jets", but "was trimmed by 14 barbers".
    """
    verb = verb_above(by)
    if verb is None or not is_full_verb(verb):
        return None
    moved = dependent(verb, rel.OBJECT)
    return _direction(verb) if far or (moved is not None and moved.i < by.i) else None


def is_mere_amount(top: Token, *, length: bool, share: bool) -> bool:
    """Whether a figure that a verb of rising or falling takes tells no change: "raised <$2m>", "fell <10 metres>".

    Args:
        top: the token of the figure that the rest of it hangs on.
        length: its unit is one of length, by which rivers rise, but walkers fall.
        share: its unit is one of shares or points: only who scores is no more for it.
    """
    words, verb = figure_words().change, governor(top)
    if verb is None or not is_full_verb(verb):
        return False
    behind = phrase(top)[1].i + 1
    leads_on = behind < len(top.doc) and top.doc[behind].lower_ in figure_words().prepositions.goal
    mover = understood_subject(verb)
    scores = mover is not None and is_person(mover) and lemma(verb) in words.scoring
    if ((lemma(verb) in words.outright and not share) or scores) and not leads_on:
        return AMOUNT.decides(top.idx)
    of_it = word_beside(top, 1) in figure_words().prepositions.partitive
    if lemma(verb) in words.yielding and of_it and not share:  # "grew <12 tons> of corn"
        return AMOUNT.decides(top.idx)
    high = mover is not None and mover.lower_ in words.heights
    return length and lemma(verb) in words.motions and not high and DISTANCE.decides(top.idx)


def _by_preposition(preposition: Token) -> Change | None:
    """Return the direction of what a figure's preposition hangs on: "a cut of 5%", "fell by 5%"."""
    words, head = figure_words().prepositions, governor(preposition)
    if head is None:
        return None
    word = preposition.lower_
    if word in words.partitive:
        return _direction(head) if is_noun(head) else None
    return _direction(head) or _beside_adverb(head, preposition) if word in words.by else None


def _beside_adverb(head: Token, preposition: Token) -> Change | None:
    """Return the direction of the particle right before "by": "bookings were <up> by half"."""
    before = preposition.nbor(-1) if preposition.i else None
    turning = lemma(head) in figure_words().turning  # "fares have gone <up> by half"
    if before is None or governor(before, rel.ADVERB | rel.PARTICLE if turning else rel.ADVERB) != head:
        return None
    return _direction(before) if before.lower_ in figure_words().change.particles else None


def level_of(top: Token, *, counted: bool = False) -> Level | None:
    """Tell whether a figure is what something was before a change or is after it: "rose <to> 5%", "up <from> 4%".

    Args:
        top: the token of the figure that the rest of it hangs on.
        counted: or of what the figure counts: "the herd fell to 60 animals".
    """
    preposition, words, opening = preposition_of(top), figure_words().prepositions, phrase(top)[0]
    if opening.i < top.i and word_beside(opening, 1) in words.goal and completes_verb(opening):  # "went up to 90 pesos"
        return Level.NEW if LEVEL.decides(top.idx) else None
    extreme = governor(preposition) if preposition is not None and preposition.lower_ in words.partitive else None
    if extreme is not None and extreme.lower_ in figure_words().extremes:  # "to a record low of 42"
        preposition = preposition_of(extreme)
    if preposition is None:
        return None
    level = Level.NEW if preposition.lower_ in words.goal else Level.OLD if preposition.lower_ in words.source else None
    above = list(_above(preposition))
    if level is None or not any(map(_moves_from_here, above)):
        return None
    if counted and dependent(above[-1], rel.OBJECT) is not None:  # "cut power to 300 homes"
        return None
    return level if LEVEL.decides(top.idx) else None


def completes_verb(particle: Token) -> bool:
    """Whether a word that may bound a figure is part of the verb before it: "hand <over> $40", "went <up> to $40".

    What can go up to so much is bounded, and so are "fines that go up to $40"; not so in "go up to $5 from $4", nor
    what costs add up to.
    """
    words, verb = figure_words(), particle.nbor(-1) if particle.i else particle
    if particle.lower_ not in words.change.particles:
        return particle.lower_ in words.lasting_over and lemma(verb) in words.handing
    if lemma(verb) in words.summing or lemma(verb) not in words.climbing:
        return lemma(verb) in words.summing
    helper, behind = dependent(verb, rel.AUXILIARY), particle.doc[particle.i : particle.i + _NEAR]
    if helper is not None:
        return helper.lower_ not in words.able
    return is_past(verb) or any(word.lower_ in words.prepositions.source for word in behind)


def turns(source: Token) -> bool:
    """Whether "from" opens a change and no range: "<fell> from 5 to 4", "<went> from 5 to 4".

    Args:
        source: the preposition.
    """
    before = source.nbor(-1) if source.i else None
    if before is not None and moves(before):
        return True
    above = list(_above(source))
    verb = above[-1] if above and is_full_verb(above[-1]) else None
    if verb is None or not TURNS.decides(source.idx):
        return False
    goes = lemma(verb) in figure_words().turning and (is_past(verb) or dependent(verb, rel.AUXILIARY) is not None)
    return goes or moves(verb)


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
    return moves(token) or any(moves(adverb) for adverb in dependents(token, rel.ADVERB))


def is_change(token: Token) -> bool:
    """Whether a token is a verb of rising or falling."""
    return is_full_verb(token) and _direction(token) is not None


def moves(token: Token) -> bool:
    """Whether a token, of whatever part of speech, tells of a rise or a fall."""
    return _direction(token) is not None


def _beside(top: Token) -> Change | None:
    """Return the direction of "up" right before a figure or "lower" right behind it."""
    words, doc, left, right = figure_words().change, top.doc, phrase(top)[0].i - 1, top.i + 1
    verb = governor(doc[left], rel.PARTICLE) if left >= 0 else None
    filled = verb is not None and lemma(verb) in words.filling  # "made up 42% of sales"
    free = left >= 0 and not filled and (top.lower_ in words.shares or not _is_of_verb(doc[left], top))
    if free and doc[left].lower_ in words.particles:
        return _direction(doc[left])
    if right < len(doc) and doc[right].lower_ in words.comparatives:
        return _direction(doc[right])
    if right < len(doc) and doc[right].lower_ in words.bounds and top.lower_ in words.shares:
        return _direction(doc[right])
    return None


def _is_of_verb(particle: Token, top: Token) -> bool:
    """Whether a particle is part of a verb that has nothing to do with how many there are: "shot <down> 23 drones"."""
    if stands_as(particle, rel.PARTICLE):
        return True
    before = particle.nbor(-1) if particle.i and is_numeral(top) else None
    return before is not None and is_full_verb(before) and lemma(before) not in figure_words().change.closing


def _direction(token: Token) -> Change | None:
    words = figure_words().change
    if word_beside(token, 1) in words.still:  # "fell short by $1bn"
        return None
    for word in (lemma(token), token.lower_):
        if word in words.up:
            return Change.UP
        if word in words.down:
            return Change.DOWN
    return None
