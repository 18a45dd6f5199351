"""Phrases in a parse: what a noun goes with, what opens it, and by which word it takes part in its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.english.closed import CALLED, OF
from quotex.parse import relations as rel
from quotex.parse.grammar import governing_noun, is_verb, of_class, preposition_of
from quotex.parse.relations import above, dependents, governor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUN_CLAUSES = frozenset(["relcl", "acl"])

is_nominal = of_class("NOUN", "PROPN", "PRON", "NUM")
"""It stands for someone or something by itself."""
can_head_phrase = of_class("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")
"""It can head the words for someone or something, as in "the poor", "all" too."""

argument = above("compound", "nmod", "appos")
"""The word by which a name takes part in its clause: "judge" for "Marsh" in "the judge, Carla Marsh"."""
attachment = above("prep", "advmod")
"""What a preposition hangs on, past others and adverbs: "<flew> back to Oslo"; itself in "brought peace <to> Oslo"."""
first_of_row = above("conj", "appos")
"""The word with which a row of joined or apposed ones begins; it alone shows the place of all of them."""


def is_nominal_adjective(token: Token) -> bool:
    """Whether an adjective, or a noun taken for one, is an object with a determiner: "the poor", "a £20 <fine>"."""
    if token.pos_ != "ADJ" or token.dep_ not in ("dobj", "pobj") or not has_determiner(token):
        return False
    return token.i + 1 == len(token.doc) or token.nbor().text != "-"  # "a five-set semi-final"


def is_descriptive(token: Token) -> bool:
    """Whether a word tells, before a noun, which or what kind it is: "long-serving", "three", "retired", "her"."""
    if token.pos_ in ("ADJ", "NUM") or token.tag_ in ("HYPH", "POS", "PRP$"):
        return True
    return token.tag_ == "VBN" and token.dep_ == "amod"


def is_top(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word of a stretch depends on none in it."""
    head = token.head.i
    return head == token.i or not tokens[0].i <= head <= tokens[-1].i


def phrase(noun: Token) -> tuple[Token, Token]:
    """Return the first and the last word of all that hangs on a noun."""
    return noun.left_edge, noun.right_edge


def determiner(noun: Token) -> str:
    """Return the word that opens a noun's phrase, in small letters; empty: it belongs to another noun in the phrase.

    "the" of "the lawyers", and of "the lawyers' statement" none.
    """
    left = noun.left_edge
    return left.lower_ if noun in (left, left.head) else ""


def has_determiner(noun: Token) -> bool:
    """Whether a noun has a determiner or a possessor of its own."""
    return any(child.pos_ == "DET" or child.dep_ == "poss" for child in noun.lefts)


def thing_of(token: Token) -> Token | None:
    """Return the noun that is said to be of a word: "the <garden> of Marsh"."""
    by = preposition_of(token)
    return governing_noun(token) if by is not None and by.lower_ == OF else None


def prepositional_complements(noun: Token, preposition: str) -> Iterator[Token]:
    """Yield the heads of what hangs on a noun by a preposition: "leaks from officials"."""
    return (below for child in noun.children if child.lower_ == preposition for below in child.children)


def relative_antecedents(pronoun: Token) -> list[Token]:
    """Return the nouns that a relative pronoun can stand for, the nearest first.

    That is the noun which its clause hangs on, and what that one is said of: of "a member of the board who", "board"
    and "member". Empty: the clause hangs on nothing before it.
    """
    clause = pronoun
    while clause.dep_ not in _NOUN_CLAUSES and clause.head.i != clause.i:
        clause = clause.head
    noun = clause.head
    if noun.i >= pronoun.i:
        return []
    found = []
    while noun.dep_ in ("appos", "pobj", "prep") and noun.head.i < noun.i:
        if noun.dep_ == "pobj":
            found.append(noun)
        noun = noun.head
    return [*found, noun]


def opens_clause(preposition: Token) -> bool:
    """Whether a preposition stands in what opens a clause, before its subject: "Asked by Marsh, she said"."""
    opening = preposition.head
    while opening.dep_ in ("pobj", "compound") and opening.head.i < opening.i:
        opening = opening.head
    if opening.dep_ not in ("advcl", "prep") or not is_verb(opening.head):
        return False
    return any(token.i > preposition.i for token in dependents(opening.head, rel.SUBJECT))


def sentence_starts(doc: Doc) -> list[int]:
    """Return the offsets where sentences start, in text order."""
    return [sentence.start_char for sentence in doc.sents] if len(doc) else []


def premodifiers(noun: Token) -> Iterator[Token]:
    """Yield all that depends on a noun and stands before it: determiners, possessors, adjectives, numbers."""
    return noun.lefts


def hedges_number(token: Token) -> bool:
    """Whether a word only says how exact a number is: "<more> than 40"."""
    return token.dep_ == "quantmod" or token.head.pos_ == "NUM"


def is_part_of_phrase(token: Token, noun: Token) -> bool:
    """Whether a word before a noun is part of its phrase: its adjective or compound, or what depends on one of them."""
    head = token.head
    return token.i < head.i <= noun.i and (token.dep_ in rel.PREMODIFIER or head != noun)


def called_so(before: Token) -> Token | None:
    """Return the noun that has a name, by the participle right before that: "a <firm> called Norlys"."""
    return governor(before, rel.SUBORDINATE_CLAUSE) if before.lower_ in CALLED else None


def is_called_so(noun: Token) -> bool:
    """Whether a participle right behind a noun gives it a name."""
    return noun.i + 1 < len(noun.doc) and called_so(noun.nbor()) == noun
