"""Whom or what a figure is said of: "the <port> has 40 cranes", "<shares> rose 3%", "a <survey> of 600 voters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.figures import figure_words
from quotex.parse import relations as rel
from quotex.parse.clauses import top, understood_subject
from quotex.parse.grammar import is_graded, is_noun, is_proper_noun, is_sign, is_verb, preposition_of
from quotex.parse.relations import dependents, governor, stands_as
from quotex.quantities.counted import is_counted_noun, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

POSSESSOR = Rule("quantities.possessor", "a figure that nothing is said of is said of whose it is")

_STEPS = 8  # from a figure up to its verb: bounds the climb


def subject_of(tokens: list[Token], noun: Span | None, *, durative: bool = False) -> Span | None:
    """Climb from a figure, or from what it counts, to what it is said of; None: to nothing that is named.

    Args:
        tokens: of the figure, its unit included.
        noun: what it counts or measures.
        durative: it is a time that something lasts: not what "trouble over the past two years" is said of.
    """
    here = top(list(noun)) if noun is not None else top(tokens)
    behind = tokens[-1].i + 1
    if behind < len(here.doc) and here.doc[behind].lower_ in figure_words().away:
        return None
    barred = {t.i for t in tokens} | ({t.i for t in noun} if noun is not None else set())
    lasts = (
        durative and (link := preposition_of(here)) is not None and link.lower_ in figure_words().prepositions.during
    )
    for _ in range(_STEPS):
        if stands_as(here, rel.SUBJECT):
            return _possessor(noun) if noun is not None else _beside(tokens[0])
        above = governor(here)
        if above is None:
            break
        said = is_counted_noun(above) and not stands_as(here, rel.CONJUNCT) and not _is_light(above, tokens[-1])
        if said and above.i not in barred and not lasts:
            return noun_phrase(above, after=max((i for i in barred if i < above.i), default=-1))
        if is_verb(above):
            found = _of_verb(above, barred)
            if found is not None or governor(here, rel.RELATIVE_CLAUSE) is not None:
                return found
        here = above
    return _beside(tokens[0])


def _beside(first: Token) -> Span | None:
    """Return the name right before a figure that hangs on none, as in a list: "FTSE -0.6%", "Port Authority up 2%"."""
    between = figure_words().beside
    i = first.i - 1
    while i > 0 and first.doc[i].lower_ in between:
        i -= 1
    before = first.doc[i] if i >= 0 else None
    return noun_phrase(before) if before is not None and is_proper_noun(before) and is_counted_noun(before) else None


def _possessor(noun: Span | None) -> Span | None:
    """Return whose the noun is that a figure counts: "two of <Marsh>'s deputies"."""
    of = dependents(noun.root, rel.ATTRIBUTE) if noun is not None else ()
    owner = next((word for word in of if stands_as(word, rel.POSSESSOR) and is_counted_noun(word)), None)
    return noun_phrase(owner) if owner is not None and POSSESSOR.decides(owner.idx) else None


def _is_light(noun: Token, last: Token) -> bool:
    """Whether a noun says no more than a preposition or the figure does: "on <top> of a 5% penalty", "$2m <worth>".

    Args:
        noun: above the figure.
        last: token of the figure.
    """
    words, word = figure_words(), noun.lower_
    worth = word in words.valuing and noun.i > last.i
    return worth or word in words.sums or (word in words.light and preposition_of(noun) is not None)


def _of_verb(verb: Token, barred: set[int]) -> Span | None:
    """Return the subject that is understood with a verb; a unit only where the verb tells of the unit itself."""
    subject = understood_subject(verb)
    if subject is None or subject.i in barred or is_sign(subject) or not (is_noun(subject) or is_graded(subject)):
        return None
    told = stands_as(subject, rel.SUBJECT) or subject == governor(verb, rel.RELATIVE_CLAUSE)
    return noun_phrase(subject) if told or is_counted_noun(subject) else None
