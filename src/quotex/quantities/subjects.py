"""Whom or what a figure is said of: "the <port> has 40 cranes", "<shares> rose 3%", "a <survey> of 600 voters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.quantities.counted import SUBJECTS, is_counted_noun, noun_phrase, top_token
from quotex.quantities.hedges import quantity_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["subject_of"]

_CLAUSES = frozenset(["xcomp", "advcl", "ccomp", "conj", "acomp", "prt", "pcomp", "dep"])
_STEPS = 8
_BETWEEN = frozenset(["(", "up", "down", "about", "-", "+"])
_AWAY = frozenset(["after", "ago", "before", "earlier", "later"])


def subject_of(tokens: list[Token], noun: Span | None) -> Span | None:
    """Climb from a figure, or from what it counts, to what it is said of; None: to nothing that is named.

    Args:
        tokens: of the figure, its unit included.
        noun: what it counts or measures.
    """
    start = noun.root if noun is not None else top_token(tokens)
    behind = tokens[-1].i + 1
    if behind < len(start.doc) and start.doc[behind].lower_ in _AWAY:
        return None
    barred = {t.i for t in tokens} | ({t.i for t in noun} if noun is not None else set())
    here = start
    for _ in range(_STEPS):
        if here.dep_ in SUBJECTS:
            return None
        above = here.head
        if above == here:
            break
        if above.i not in barred and is_counted_noun(above) and here.dep_ != "conj" and not _is_light(above):
            return noun_phrase(above, after=max((i for i in barred if i < above.i), default=-1))
        if above.pos_ in ("VERB", "AUX"):
            found = _of_verb(above, barred)
            if found is not None or here.dep_ == "relcl":
                return found
        here = above
    return _beside(tokens[0])


def _beside(first: Token) -> Span | None:
    """Return the name right before a figure that hangs on none, as in a list: "FTSE -0.6%", "Port Authority up 2%"."""
    i = first.i - 1
    while i > 0 and first.doc[i].lower_ in _BETWEEN:
        i -= 1
    before = first.doc[i] if i >= 0 else None
    return noun_phrase(before) if before is not None and before.pos_ == "PROPN" and is_counted_noun(before) else None


def _is_light(noun: Token) -> bool:
    """Whether a noun is half a preposition: "on <top> of a 5% penalty"."""
    return noun.dep_ == "pobj" and noun.lower_ in quantity_lexicon().light


def _of_verb(verb: Token, barred: set[int]) -> Span | None:
    """Return the subject of a verb, or of the verb that it hangs on; of a relative clause, its noun."""
    for _ in range(_STEPS):
        subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
        if subject is not None and subject.lower_ in ("who", "which", "that"):
            subject = verb.head if verb.dep_ == "relcl" else None
        if subject is not None:
            return noun_phrase(subject) if subject.pos_ in ("NOUN", "PROPN") and subject.i not in barred else None
        if verb.dep_ in ("acl", "relcl") and is_counted_noun(verb.head):
            return noun_phrase(verb.head)
        if verb.dep_ not in _CLAUSES or verb.head == verb:
            return None
        verb = verb.head
    return None
