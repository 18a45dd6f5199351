"""Reporting clauses in a parse: the verb beside a quotation, its subject, and what can stand between the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from quotex.parse.grammar import is_numeral, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "can_be_predicate",
    "ends_verb",
    "has_tense",
    "is_in_noun_phrase",
    "precedes_verb",
    "subject_within",
    "verb_group",
]

_BESIDE_VERB = frozenset(["aux", "auxpass", "neg", "advmod", "preconj", "prt"])
_GOVERNED = frozenset(["xcomp", "pcomp", "oprd", "acomp"])
_FARTHEST = 4
"""How many words may govern one another, from a verb upwards."""
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


def verb_group(verb: Token) -> list[Token]:
    """Return, in text order, a verb's auxiliaries, adverbs and negations, and the words that govern it, with theirs.

    A word governs what is its infinitive or participle, or stands behind its preposition: "did not <stop short of>
    saying", "has yet to confirm", "without saying".
    """
    group: list[Token] = []
    for word in islice(_upwards(verb), _FARTHEST):
        group += [word, *(child for child in word.children if child.dep_ in _BESIDE_VERB and child.i < verb.i)]
    return sorted({token.i: token for token in group}.values(), key=lambda token: token.i)


def _upwards(verb: Token) -> Iterator[Token]:
    yield verb
    while verb.head.i < verb.i and (verb.dep_ in _GOVERNED or (verb.dep_ == "prep" and not is_verb(verb))):
        verb = verb.head
        yield verb
