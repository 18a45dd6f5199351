"""What kinds of thing a claim states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quotex.contract.records import ClaimKind
from quotex.english import lexicons
from quotex.english.closed import COMPARING
from quotex.parse import relations as rel
from quotex.parse.grammar import is_adjectival, is_full_verb, is_graded, lemma, subject
from quotex.parse.phrases import hedges_number
from quotex.parse.relations import dependent, stands_as

if TYPE_CHECKING:
    from spacy.tokens import Token


class ClaimLexicon(lexicons.Lexicon):
    """``english/lexicons/claims.toml``: lemmas in lower case."""

    law: frozenset[str]
    event: frozenset[str]
    comparison: frozenset[str]
    mere_comparatives: frozenset[str]
    cause: frozenset[str]
    causing: frozenset[str]
    causing_with_preposition: frozenset[str]
    opinion: frozenset[str]
    feeling: frozenset[str]
    emphasis: frozenset[str]
    exhortation: frozenset[str]
    speech: frozenset[str]
    people: frozenset[str]
    everywhere: frozenset[str]
    states: frozenset[str]
    untold: frozenset[str]
    picturing: frozenset[str]
    lasting: frozenset[str]
    impersonal: frozenset[str]
    ensuing: frozenset[str]
    same_event: dict[str, str]


claim_lexicon = lexicons.loader("claims", ClaimLexicon)
"""Loads the words of claims."""


def kinds_of(tokens: Sequence[Token], lemmas: Iterable[str], *, has_quantity: bool) -> tuple[ClaimKind, ...]:
    """Tell what a claim states, by its words and their lemmas.

    Returns:
        Of several kinds in the order of :class:`ClaimKind`, ``other`` when of none.
    """
    words, bases = claim_lexicon(), frozenset(lemmas)
    causes = words.cause | words.causing | words.causing_with_preposition
    held = {
        ClaimKind.QUANTITY: has_quantity,
        ClaimKind.EVENT: bool(bases & words.event),
        ClaimKind.ACTION: any(map(_is_deed, tokens)),
        ClaimKind.COMPARISON: any(map(is_comparative, tokens)),
        ClaimKind.CAUSAL: not bases.isdisjoint(causes) and any(map(is_causal, tokens)),
        ClaimKind.LAW: bool(bases & words.law),
    }
    return tuple(kind for kind in ClaimKind if held.get(kind)) or (ClaimKind.OTHER,)


def is_comparative(token: Token) -> bool:
    """Whether a word compares: a comparative or superlative, "record", "first"; not the hedge of a figure."""
    words = claim_lexicon()
    if token.lower_ not in words.comparison and (not is_graded(token) or _is_share(token)):
        return False
    return token.lower_ not in words.mere_comparatives and not hedges_number(token)


def _is_share(token: Token) -> bool:
    """Whether a word is "most" or "more" of something: "most voters", "more jobs"."""
    return token.lower_ in COMPARING and is_adjectival(token) and stands_as(token, rel.PREMODIFIER)


def is_causal(token: Token) -> bool:
    """Whether a word makes one thing the cause of another: "because", "led to"."""
    words, base = claim_lexicon(), lemma(token)
    if base in words.causing_with_preposition:  # "due to rain", not "due to speak"
        return dependent(token, rel.PREPOSITION) is not None
    return base in words.cause or (is_full_verb(token) and base in words.causing)


def _is_deed(verb: Token) -> bool:
    """Whether someone does something: a finite verb of doing with a subject, or one that names its agent."""
    if not is_full_verb(verb) or lemma(verb) in claim_lexicon().states:
        return False
    doer = subject(verb)  # the first: "there came a flood" tells of no deed
    return (doer is not None and stands_as(doer, rel.ACTIVE_SUBJECT)) or dependent(verb, rel.AGENT) is not None
