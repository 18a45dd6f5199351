"""Reporting clauses in a parse: the verb beside a quotation, its subject, and what can stand between the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.parse.grammar import is_numeral, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["can_be_predicate", "ends_verb", "has_tense", "is_in_noun_phrase", "precedes_verb", "subject_within"]

_IN_NOUN_PHRASE = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"])


def has_tense(token: Token) -> bool:
    """Whether a word itself is a verb in the present or the past: no participle, infinitive or modal."""
    return token.tag_ in ("VBD", "VBZ", "VBP")


def ends_verb(token: Token) -> bool:
    """Whether a word can be the last of a verb: the verb itself, or its particle as in "went on"."""
    return token.pos_ in ("VERB", "ADP", "PART", "ADV")


def precedes_verb(token: Token) -> bool:
    """Whether a word can stand between a subject and its verb: an adverb, an auxiliary."""
    return token.pos_ in ("ADV", "AUX")


def is_in_noun_phrase(token: Token) -> bool:
    """Whether a word is of a class that noun phrases are made of, pronouns aside: "the mayor's two old friends"."""
    return token.pos_ in _IN_NOUN_PHRASE


def can_be_predicate(token: Token) -> bool:
    """Whether a word can be what a clause says of its subject, nouns aside: a verb, a number, an adjective."""
    return is_verb(token) or is_numeral(token) or token.pos_ == "ADJ"


def subject_within(verb: Token, tokens: Sequence[Token]) -> list[Token]:
    """Return the words of a verb's subject that lie in a stretch, in text order; none where its head does not.

    Subjects are nouns here, of an active or a passive verb: neither "there" nor clauses.
    """
    first, last = tokens[0].i, tokens[-1].i
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and first <= child.i <= last:
            return [token for token in child.subtree if first <= token.i <= last]
    return []
