"""Words that say "not": of a verb, and before a noun."""

from __future__ import annotations

from itertools import chain, takewhile
from typing import TYPE_CHECKING

from quotex.claims.lexicon import modality_lexicon
from quotex.english.closed import ADDING, COORDINATORS, THAN, TO
from quotex.parse import relations as rel
from quotex.parse.grammar import (
    is_describing,
    is_first_word,
    is_preposition,
    is_present_participle,
    is_verb,
    lemma,
    subject,
)
from quotex.parse.phrases import phrase, premodifiers
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.parse.tokens import word_beside

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_NAME = 3  # words: "No, Mira van Dolan, it"
_STEPS = 4  # from a verb up to what governs it: "stopped short of denying"


def is_negated(verb: Token) -> Token | None:
    """Return the word that says "not" of a verb: an adverb, who does it ("nobody"), or its object ("nothing")."""
    words = modality_lexicon()
    subjects, adverbs = list(dependents(verb, rel.SUBJECT)), list(dependents(verb, rel.ADVERB))
    told = dependent(verb, rel.PREDICATE_ADJECTIVE) if lemma(verb) in words.copula else None
    adverbs += dependents(told, rel.ADVERB) if told is not None else ()  # "was “not safe”"
    said = [word for word in adverbs if word.lower_ in words.negations or word.lower_ in words.negations_of_nouns]
    said = [word for word in said if not (_contrasts(word, verb) or adds(word) or _is_answer(word))]
    openings = (phrase(word)[0] for word in adverbs)
    said += [
        word
        for word in openings
        if word.lower_ in words.negations_of_nouns and not (_compares(word) or _is_answer(word))
    ]
    beside = chain(subjects, (phrase(own)[0] for own in subjects))
    if found := said or [word for word in beside if word.lower_ in words.negations]:
        return found[0]
    if word_beside(verb, 1) in words.pending and word_beside(verb, 2) == TO:
        return verb.nbor()
    nouns = [*subjects, *dependents(verb, rel.NOMINAL_COMPLEMENT)]
    none = (noun for noun in nouns if noun.lower_ in words.negations_of_nouns)  # "sold none of its mills"
    return _fronted(verb) or next(chain(none, filter(None, map(no_before, nouns))), None)


def is_one_of(verb: Token, verbs: frozenset[str]) -> bool:
    """Whether a verb, by itself or with the word behind it, is one of some: "reject", "throw out"."""
    base = lemma(verb)
    if verb.lower_ in modality_lexicon().resting:
        return False
    return base in verbs or f"{base} {word_beside(verb, 1)}" in verbs


def is_false(word: Token) -> bool:
    """Whether a word says that something is not so: "a <lie>", "they are <invented>", but not "it <lies> in ruins"."""
    words = modality_lexicon()
    return lemma(word) in words.false and not (is_verb(word) and word.lower_ in words.resting)


def is_negative(word: Token) -> bool:
    """Whether a word says "not" by its first syllable, so that another "not" undoes it: "not <un>connected"."""
    words = modality_lexicon()
    return word.lower_.startswith(tuple(words.negating)) and not word.lower_.startswith(tuple(words.not_negative))


def _compares(no: Token) -> bool:
    """Whether a "no" only hedges a figure or a time: "<no> earlier than May", but not "<no> longer"."""
    return word_beside(no, 2) == THAN


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
    return word_beside(negation, 1) in ADDING


def no_before(noun: Token) -> Token | None:
    """Return the "no" of a noun."""
    no = next(filter(is_no, premodifiers(noun)), None)
    if no is None:
        return None
    standing = modality_lexicon().standing  # the lemma of "stranger" is "strange"
    return no if standing.isdisjoint([lemma(noun), noun.lower_]) else None


def _is_answer(word: Token) -> bool:
    """Whether a "no" is an answer, or what voters say: "put <No> ahead", but not of a headline's "No Evidence"."""
    if word.i + 1 < len(word.doc) and (word.nbor(1).text[0] == "@" or _calls(word)):
        return True
    names = word.text.istitle() and not is_first_word(word) and not word.nbor(-1).is_quote
    return names and not (word.i + 1 < len(word.doc) and word.nbor(1).is_title)


def _calls(word: Token) -> bool:
    """Whether a "no" opens a quotation and is said to somebody: "“No Marsh, it was open”"."""
    behind = word.doc[word.i + 1 : word.i + 2 + _LONGEST_NAME]
    names = list(takewhile(lambda name: name.is_title, behind))
    return word.i > 0 and word.nbor(-1).is_quote and 0 < len(names) < len(behind) and behind[len(names)].text == ","


def is_no(word: Token) -> bool:
    """Whether a word is a "no", but for that of "no more than" and "no-brainer" and the number in "No. 1"."""
    words = modality_lexicon()
    if word.lower_ not in words.negations_of_nouns or word.i + 1 == len(word.doc):
        return False
    behind = word.nbor(1)
    if _is_answer(word):
        return False
    return not (behind.lower_ in words.comparatives or behind.is_digit or behind.text in ".-")


def predicate_of(head: Token) -> Token | None:
    """Return the adjective or noun that tells whether a clause is so: "it is <false> that", "it is a <myth> that"."""
    words = modality_lexicon()
    telling = words.false | words.true | words.unproven | words.probable
    if lemma(head) in telling:
        return head
    if lemma(head) not in words.copula | words.remaining:
        return None
    found = dependent(head, rel.PREDICATE_ADJECTIVE)
    candidates = [found] if found is not None else list(dependents(head, rel.NOMINAL_COMPLEMENT))
    return next((word for word in candidates if lemma(word) in telling | words.confirming), None)


def negation_over(head: Token) -> Token | None:
    """Return what says "not" of a verb or adjective, or of the verb that it is the infinitive of: "failed to show"."""
    words = modality_lexicon()
    if found := is_negated(head):
        return found
    joined = [word for word in premodifiers(head) if word.lower_ in words.negations | words.scarcely or is_no(word)]
    joined = [word for word in joined if not adds(word)]
    if joined:
        return joined[0]
    openings = (phrase(own)[0] for own in dependents(head, rel.SUBJECT))
    if scarce := next((w for w in chain(openings, dependents(head, rel.ADVERB)) if w.lower_ in words.scarcely), None):
        return scarce
    above = governor(head)
    if is_present_participle(head) and (
        stands_as(head, rel.ADVERBIAL_CLAUSE) or head.nbor(-1 if head.i else 0).is_punct
    ):
        return None  # "rejected the offer, saying"
    # not of "denied it and said", but of "neither confirmed nor denied"
    if above is not None and stands_as(head, rel.CONJUNCT):
        return next((word for word in premodifiers(above) if word.lower_ in words.nobody), None)
    for _ in range(_STEPS):  # "stopped <short> of denying"
        if above is None or not (is_preposition(above) or is_describing(above)) or lemma(above) in words.failing:
            break
        above = governor(above)
    return _denial_above(head, above) if above is not None else None


def _denial_above(head: Token, above: Token) -> Token | None:
    """Return what says "not" of a verb from the word that governs it: "<failed> to show", "it is <false> that"."""
    words = modality_lexicon()
    if is_false(above) or above.lower_ in words.nobody:
        return above
    # not of "not known, although reports suggest", nor of "rejected the bid after he claimed"
    if subject(head) is not None and stands_as(head, rel.ADVERBIAL_CLAUSE):
        return None
    if lemma(above) in words.failing:
        return above
    if (untrue := predicate_of(above)) is not None and lemma(untrue) in words.false and is_negated(above) is None:
        return untrue
    above = governor(above, rel.PREDICATE) or above  # "has not been <able> to show"
    if lemma(above) in words.denials and is_negated(above) is None:
        return above
    governs = is_verb(above) and lemma(above) in words.copula | words.having | words.confirming | words.denials
    beside = (word for word in premodifiers(above) if word.lower_ in words.negations)
    return next(beside, None) if governs else None


def no_before_subject(verb: Token) -> bool:
    """Whether a verb is negated by the "no" of its subject."""
    return any(no_before(own) is not None for own in dependents(verb, rel.SUBJECT))
