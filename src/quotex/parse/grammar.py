"""The questions that rules may ask of a parse.

This room alone reads the parser's labels (spaCy's English scheme: ClearNLP dependencies, Penn Treebank tags, Universal
parts of speech); what it needs of a parser's label scheme stands in :mod:`quotex.parse.scheme`. The
questions are plain functions over tokens, for they are asked of every word: no wrapper, no state. A question is one of
grammar ("who does it?"), never the name of a label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.english.inflection import base_of
from quotex.parse import relations as rel
from quotex.parse.relations import dependent, dependents, governor, stands_as

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE_NAME = frozenset(["compound", "nmod"])
_ADJECTIVAL = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "HYPH"])
_NO_NAME = frozenset(["DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "INTJ", "PART", "NUM", "VERB", "ADV", "PUNCT"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_INDEPENDENT = frozenset(["ROOT", "ccomp", "conj", "advcl"])
_NOUNS = frozenset(["NOUN", "PROPN"])
_CONTENT = _NOUNS | {"VERB", "ADJ", "NUM"}
_LEADING_ON = frozenset(["ADP", "SCONJ", "CCONJ", "DET", "PART"])
_GRADED = frozenset(["JJR", "JJS", "RBR", "RBS"])


# Words ---------------------------------------------------------------------------------------------------------------


def lemma(token: Token) -> str:
    """Return a word's lemma in small letters; a verb's by its form, where the parser's lemmatizer is known to err."""
    return (is_verb(token) and base_of(token.lower_)) or token.lemma_.lower()


def is_noun(token: Token) -> bool:
    """Whether a word is a noun, common or proper."""
    return token.pos_ in _NOUNS


def is_proper_noun(token: Token) -> bool:
    """Whether a word is a proper noun."""
    return token.pos_ == "PROPN"


def is_singular(token: Token) -> bool:
    """Whether a noun is in the singular."""
    return token.tag_ in ("NN", "NNP")


def is_plural(token: Token) -> bool:
    """Whether a noun is in the plural."""
    return token.tag_ in ("NNS", "NNPS")


def is_possessive_ending(token: Token) -> bool:
    """Whether a token is the ending of a possessive: "'s", "'"."""
    return token.tag_ == "POS"


def may_be_plural(token: Token) -> bool:
    """Whether a word is a noun in the plural, or has been taken for the verb that is written alike: "sources"."""
    return token.tag_ in ("NNS", "NNPS", "VBZ")


def is_verb(token: Token) -> bool:
    """Whether a word is a verb, auxiliaries and "be" included."""
    return token.pos_ in ("VERB", "AUX")


def is_adjectival(token: Token) -> bool:
    """Whether a word can stand before a noun to describe it: an adjective, a participle, the hyphen between two."""
    return token.tag_ in _ADJECTIVAL


def is_preposition(token: Token) -> bool:
    """Whether a word is a preposition, or a particle that looks like one."""
    return token.pos_ == "ADP"


def is_determiner(token: Token) -> bool:
    """Whether a word is an article or another determiner."""
    return token.pos_ == "DET"


def is_numeral(token: Token) -> bool:
    """Whether a word is a number, in digits or letters."""
    return token.pos_ == "NUM"


def takes_complement(token: Token) -> bool:
    """Whether a word goes on in the noun behind it: a preposition, a conjunction, a verb."""
    return token.pos_ in ("ADP", "CCONJ", "VERB", "AUX")


def can_be_name(token: Token) -> bool:
    """Whether a word is of a class that names are made of: no verb, adverb or number, and none of a closed class."""
    return token.pos_ not in _NO_NAME


def in_one_sentence(one: Token, other: Token) -> bool:
    """Whether two words stand in one sentence of the parser's."""
    return bool(one.sent == other.sent)


def opens_sentence(token: Token) -> bool:
    """Whether the parser begins a sentence at a word."""
    return bool(token.is_sent_start)


def is_first_word(token: Token) -> bool:
    """Whether a word is the first of its sentence, marks, numbers and bullets aside."""
    while token.i and (token.nbor(-1).is_punct or is_numeral(token.nbor(-1))) and not opens_sentence(token):
        token = token.nbor(-1)
    return opens_sentence(token)


def is_common_noun(token: Token) -> bool:
    """Whether a word is a common noun."""
    return token.pos_ == "NOUN"


def is_full_verb(token: Token) -> bool:
    """Whether a word is a verb, but for auxiliaries and "be"."""
    return token.pos_ == "VERB"


def is_past_tense(token: Token) -> bool:
    """Whether a word is a verb in the simple past."""
    return token.tag_ == "VBD"


def has_tense(token: Token) -> bool:
    """Whether a word itself is a verb in the present or the past: no participle, infinitive or modal."""
    return token.tag_ in ("VBD", "VBZ", "VBP")


def is_present_participle(token: Token) -> bool:
    """Whether a word is a verb's form in "-ing"."""
    return token.tag_ == "VBG"


def is_describing(token: Token) -> bool:
    """Whether a word is an adjective or an adverb."""
    return token.pos_ in ("ADJ", "ADV")


def is_graded(token: Token) -> bool:
    """Whether a word is a comparative or superlative."""
    return token.tag_ in _GRADED


def is_pronoun(token: Token) -> bool:
    """Whether a word is a pronoun."""
    return token.pos_ == "PRON"


def is_sign(token: Token) -> bool:
    """Whether a token has no letter or digit, whatever the parser takes it for: "%"."""
    return not any(map(str.isalnum, token.text))


def is_content_word(token: Token) -> bool:
    """Whether a word says something by itself: a noun, verb, adjective or number."""
    return token.pos_ in _CONTENT


def leads_on(token: Token) -> bool:
    """Whether a word ties what is before it to what is behind it: a preposition, conjunction, determiner, "to".

    By its place, whatever its form, a preposition does whose object stands behind: "including her".
    """
    if token.dep_ == "prep" and token.n_rights:
        return True
    return token.pos_ in _LEADING_ON and token.dep_ != "prt"


def sentence_opening(token: Token) -> Token:
    """Return the first word of the parser's sentence around a word."""
    return token.sent[0]


# Clauses -------------------------------------------------------------------------------------------------------------


def is_topic(token: Token) -> bool:
    """Whether a clause is about what a word heads: its subject, who "it was", or what the parser leaves on its own."""
    return stands_as(token, rel.SUBJECT | {"attr"}) or (token.dep_ == "ROOT" and is_noun(token))


def subject(verb: Token) -> Token | None:
    """Return the head of a verb's own subject."""
    return dependent(verb, rel.SUBJECT)


def is_finite(verb: Token) -> bool:
    """Whether a verb or its auxiliary is finite; a participle with a subject and no auxiliary is a past mistagged."""
    if verb.tag_ in _FINITE:
        return True
    helpers = [helper.tag_ for helper in dependents(verb, rel.AUXILIARY)]
    if helpers:
        return not _FINITE.isdisjoint(helpers)
    return verb.tag_ == "VBN" and verb.dep_ in _INDEPENDENT and any(c.dep_ == "nsubj" for c in verb.lefts)


# Phrases -------------------------------------------------------------------------------------------------------------


def preposition_of(token: Token) -> Token | None:
    """Return the preposition whose object a word heads."""
    return governor(token, rel.PREPOSITIONAL_OBJECT)


def governing_noun(token: Token) -> Token | None:
    """Return the noun that a word completes behind a preposition: "the <mayor> of Oslo"."""
    preposition = preposition_of(token)
    return preposition.head if preposition is not None and is_noun(preposition.head) else None


def head_noun(token: Token, start: int = 0, end: int | None = None) -> Token:
    """Return the word of a name that the others in it hang on.

    Args:
        token: of the name.
        start: offset where the name begins.
        end: offset where it ends; None: the noun that the whole name only modifies counts as well.
    """
    while token.dep_ in _INSIDE_NAME and start <= token.head.idx and (end is None or token.head.idx < end):
        token = token.head
    return token
