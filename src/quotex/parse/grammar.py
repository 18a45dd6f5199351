"""The questions that rules may ask of a parse.

This room alone reads the parser's labels (spaCy's English scheme: ClearNLP dependencies, Penn Treebank tags, Universal
parts of speech); what it needs of a parser's label scheme stands in :mod:`quotex.parse.scheme`. The
questions are plain functions over tokens, for they are asked of every word: no wrapper, no state. A question is one of
grammar ("who does it?"), never the name of a label.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotex.english.inflection import base_of
from quotex.parse import relations as rel
from quotex.parse.relations import dependent, dependents, governor, stands_as

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_INSIDE_NAME = frozenset(["compound", "nmod"])
_INDEPENDENT = frozenset(["ROOT", "ccomp", "conj", "advcl"])


# Words ---------------------------------------------------------------------------------------------------------------


def of_class(*parts: str) -> Callable[[Token], bool]:
    """Make the question whether a word is of one of some classes, Universal parts of speech."""
    classes = frozenset(parts)
    return lambda token: token.pos_ in classes


def of_form(*tags: str) -> Callable[[Token], bool]:
    """Make the question whether a word is of one of some forms, tags of the Penn Treebank."""
    forms = frozenset(tags)
    return lambda token: token.tag_ in forms


is_noun = of_class("NOUN", "PROPN")
is_common_noun = of_class("NOUN")
is_proper_noun = of_class("PROPN")
is_pronoun = of_class("PRON")
is_verb = of_class("VERB", "AUX")
"""Auxiliaries and "be" included."""
is_full_verb = of_class("VERB")
"""But for auxiliaries and "be"."""
is_preposition = of_class("ADP")
"""Or a particle that looks like one."""
is_determiner = of_class("DET")
"""Articles included."""
is_numeral = of_class("NUM")
"""In digits or letters."""
is_describing = of_class("ADJ", "ADV")
is_content_word = of_class("NOUN", "PROPN", "VERB", "ADJ", "NUM")
"""It says something by itself."""
takes_complement = of_class("ADP", "CCONJ", "VERB", "AUX")
"""It goes on in the noun behind it."""
_ties = of_class("ADP", "SCONJ", "CCONJ", "DET", "PART")
_is_of_no_name = of_class("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "INTJ", "PART", "NUM", "VERB", "ADV", "PUNCT")

is_singular = of_form("NN", "NNP")
is_plural = of_form("NNS", "NNPS")
may_be_plural = of_form("NNS", "NNPS", "VBZ")
"""Or taken for the verb that is written alike: "sources"."""
is_possessive_ending = of_form("POS")
"""The token "'s" or "'"."""
is_adjectival = of_form("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH")
"""It can stand before a noun to describe it: an adjective, a participle, the hyphen between two."""
is_graded = of_form("JJR", "JJS", "RBR", "RBS")
"""A comparative or superlative."""
is_past_tense = of_form("VBD")
has_tense = of_form("VBD", "VBZ", "VBP")
"""A verb in the present or the past by itself: no participle, infinitive or modal."""
is_present_participle = of_form("VBG")
is_base_form = of_form("VB")
"""A verb as the dictionary has it: an imperative, behind "to" or a modal, or a present mistagged."""
_is_finite = of_form("VBD", "VBZ", "VBP", "MD")


def lemma(token: Token) -> str:
    """Return a word's lemma in small letters; a verb's by its form, where the parser's lemmatizer is known to err."""
    return (is_verb(token) and base_of(token.lower_)) or token.lemma_.lower()


def can_be_name(token: Token) -> bool:
    """Whether a word is of a class that names are made of: no verb, adverb or number, and none of a closed class."""
    return not _is_of_no_name(token)


def leads_on(token: Token) -> bool:
    """Whether a word ties what is before it to what is behind it: a preposition, conjunction, determiner, "to".

    By its place, whatever its form, a preposition does whose object stands behind: "including her".
    """
    if token.dep_ == "prep" and token.n_rights:
        return True
    return _ties(token) and token.dep_ != "prt"


def is_sign(token: Token) -> bool:
    """Whether a token has no letter or digit, whatever the parser takes it for: "%"."""
    return not any(map(str.isalnum, token.text))


def sentence_of(token: Token) -> Span:
    """Return the parser's sentence around a word."""
    sentence: Span = token.sent
    return sentence


def opens_sentence(token: Token) -> bool:
    """Whether the parser begins a sentence at a word."""
    return bool(token.is_sent_start)


def is_first_word(token: Token) -> bool:
    """Whether a word is the first of its sentence, marks, numbers and bullets aside."""
    while token.i and (token.nbor(-1).is_punct or is_numeral(token.nbor(-1))) and not opens_sentence(token):
        token = token.nbor(-1)
    return opens_sentence(token)


# Clauses -------------------------------------------------------------------------------------------------------------


def is_topic(token: Token) -> bool:
    """Whether a clause is about what a word heads: its subject, who "it was", or what the parser leaves on its own."""
    return stands_as(token, rel.SUBJECT | {"attr"}) or (token.dep_ == "ROOT" and is_noun(token))


def subject(verb: Token) -> Token | None:
    """Return the head of a verb's own subject."""
    return dependent(verb, rel.SUBJECT)


def is_finite(verb: Token) -> bool:
    """Whether a verb or its auxiliary is finite; a participle with a subject and no auxiliary is a past mistagged."""
    if _is_finite(verb):
        return True
    if helpers := list(dependents(verb, rel.AUXILIARY)):
        return any(map(_is_finite, helpers))
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
