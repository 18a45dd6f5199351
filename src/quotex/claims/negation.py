"""Words that say "not": of a verb, and before a noun."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from quotex.claims.lexicon import modality_lexicon
from quotex.english.closed import ADDING, COORDINATORS, THAN
from quotex.parse import relations as rel
from quotex.parse.grammar import lemma, subject
from quotex.parse.phrases import phrase, premodifiers
from quotex.parse.relations import dependent, dependents

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_negated(verb: Token) -> Token | None:
    """Return the word that says "not" of a verb: an adverb, who does it ("nobody"), or its object ("nothing")."""
    words = modality_lexicon()
    subjects, adverbs = list(dependents(verb, rel.SUBJECT)), list(dependents(verb, rel.ADVERB))
    said = [word for word in adverbs if word.lower_ in words.negations or word.lower_ in words.negations_of_nouns]
    said = [word for word in said if not (_contrasts(word, verb) or adds(word))]
    openings = (phrase(word)[0] for word in adverbs)
    said += [word for word in openings if word.lower_ in words.negations_of_nouns and not _compares(word)]
    beside = chain(subjects, (phrase(own)[0] for own in subjects))
    if found := said or [word for word in beside if word.lower_ in words.negations]:
        return found[0]
    nouns = [*subjects, *dependents(verb, rel.NOMINAL_COMPLEMENT)]
    none = (noun for noun in nouns if noun.lower_ in words.negations_of_nouns)  # "sold none of its mills"
    return _fronted(verb) or next(chain(none, filter(None, map(no_before, nouns))), None)


def is_one_of(verb: Token, verbs: frozenset[str]) -> bool:
    """Whether a verb, by itself or with the word behind it, is one of some: "reject", "throw out"."""
    base = lemma(verb)
    return base in verbs or (verb.i + 1 < len(verb.doc) and f"{base} {verb.nbor(1).lower_}" in verbs)


def _compares(no: Token) -> bool:
    """Whether a "no" only hedges a figure or a time: "<no> earlier than May", but not "<no> longer"."""
    return no.i + 2 < len(no.doc) and no.nbor(2).lower_ == THAN


def _contrasts(negation: Token, verb: Token) -> bool:
    """Whether a negation only sets something apart from what holds: "closed in 2012, <not> in 2011"."""
    before = negation.nbor(-1) if negation.i else negation
    return negation.i > verb.i and ((before.is_punct and not before.is_quote) or before.lower_ in COORDINATORS)


def _fronted(verb: Token) -> Token | None:
    """Return the negation that has put an auxiliary before its subject: "<nowhere> does it say"."""
    words, own, helper = modality_lexicon(), subject(verb), dependent(verb, rel.AUXILIARY)
    if own is None or helper is None or helper.i > own.i:
        return None
    before = verb.doc[phrase(verb)[0].i : helper.i]
    told = (word for word in before if word.lower_ in words.negations | words.negations_of_nouns)
    return next((word for word in told if not adds(word)), None)


def adds(negation: Token) -> bool:
    """Whether a negation is that of "not only"."""
    return negation.i + 1 < len(negation.doc) and negation.nbor(1).lower_ in ADDING


def no_before(noun: Token) -> Token | None:
    """Return the "no" of a noun."""
    no = next(filter(is_no, premodifiers(noun)), None)
    if no is None:
        return None
    standing = modality_lexicon().standing  # the lemma of "stranger" is "strange"
    return no if standing.isdisjoint([lemma(noun), noun.lower_]) else None


def is_no(word: Token) -> bool:
    """Whether a word is a "no", but for that of "no more than" and the number in "No. 1"."""
    words = modality_lexicon()
    if word.lower_ not in words.negations_of_nouns or word.i + 1 == len(word.doc):
        return False
    behind = word.nbor(1)
    return not (behind.lower_ in words.comparatives or behind.is_digit or behind.text == ".")
