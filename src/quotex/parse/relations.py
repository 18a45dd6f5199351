"""Grammatical relations: as what a word depends on another.

Each relation is a set of the parser's labels (ClearNLP's); four questions are asked of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

Relation = Set[str]

SUBJECT: Relation = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])
"""\"There" and clauses included."""
ACTIVE_SUBJECT: Relation = frozenset(["nsubj"])
"""Who or what does, or is, what a verb says: neither "there" nor a clause."""
PASSIVE_SUBJECT: Relation = frozenset(["nsubjpass"])
"""To whom or which is done what a passive says."""
AGENT: Relation = frozenset(["agent"])
"""By whom it is done."""
OBJECT: Relation = frozenset(["dobj"])
"""The direct one."""
NOMINAL_COMPLEMENT: Relation = OBJECT | {"attr"}
"""Predicate nouns too: "there is a <mill>"."""
PREDICATE: Relation = frozenset(["attr", "acomp"])
"""What the subject is said to be: "he is <35>"."""
PREDICATE_ADJECTIVE: Relation = frozenset(["acomp", "oprd"])
RESULT: Relation = PREDICATE_ADJECTIVE | {"xcomp"}
"""What a subject or object is or was done to, without "to be": "reported <stolen>"."""
COMPLEMENT: Relation = frozenset(["acomp", "advmod", "attr", "ccomp", "dep", "dobj", "npadvmod", "oprd"])
"""What completes what a verb says as to object, predicate or extent: "rose <5>%", "it is <12> miles"."""
CLAUSAL_COMPLEMENT: Relation = frozenset(
    ["ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "acl", "dep", "dobj", "attr"]
)
"""The verb of a clause that completes a word: "said that it <fell>", not "it rose but <fell>"."""
ADVERBIAL_CLAUSE: Relation = frozenset(["advcl"])
"""The verb of one that says when, why or on what condition."""
SUBORDINATE_CLAUSE: Relation = frozenset(["advcl", "ccomp", "acl"])
"""The verb of a clause under another, relative ones aside."""
SUBORDINATOR: Relation = frozenset(["mark"])
"""The conjunction of a clause under another."""
INTRODUCER: Relation = SUBORDINATOR | {"advmod"}
"""Conjunctions and adverbs, among which is what introduces a clause."""
ADVERB: Relation = frozenset(["neg", "advmod"])
"""Negations too."""
AUXILIARY: Relation = frozenset(["aux", "auxpass"])
PARTICLE: Relation = frozenset(["prt"])
"""Of a phrasal verb: "took <over>"."""
RELATIVE_CLAUSE: Relation = frozenset(["relcl"])
"""The verb of one: "the judge who <left>"."""
PREPOSITION: Relation = frozenset(["prep", "pcomp"])
PREPOSITIONAL_OBJECT: Relation = frozenset(["pobj"])
APPOSITION: Relation = frozenset(["appos"])
"""The head of what stands beside a noun: "the judge, Carla <Marsh>"."""
CONJUNCT: Relation = frozenset(["conj"])
"""What is joined to a word before it: "mills and <farms>"."""
DETERMINER: Relation = frozenset(["det"])
DETERMINATION: Relation = DETERMINER | {"poss", "amod"}
"""What tells which is meant: "<which> 12", "<her> 12", "the <other> 12"."""
POSSESSOR: Relation = frozenset(["poss"])
COMPOUND: Relation = frozenset(["compound"])
"""A noun that tells which one the noun behind it is: "the <finance> ministry"."""
PREMODIFIER: Relation = COMPOUND | {"amod", "nmod"}
"""An adjective or noun before the noun that it is part of the name of: "<likely> voters"."""
ATTRIBUTE: Relation = PREMODIFIER | {"nummod", "quantmod", "poss"}
"""A noun's number, adjective, possessor or part of its name."""
ARGUMENT: Relation = frozenset(
    ["ROOT", "appos", "attr", "conj", "dep", "dobj", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "pobj"]
)
"""What has a part of its own in what is said, as a noun phrase has: "<12> died", "they were <12>"."""


def stands_as(token: Token, relation: Relation) -> bool:
    """Whether a word depends on another in a relation."""
    return token.dep_ in relation


def governor(token: Token, relation: Relation | None = None) -> Token | None:
    """Return the word that another depends on, in a relation or in any; None: it does not, or is its sentence's top."""
    head = token.head
    return head if (head.i != token.i if relation is None else token.dep_ in relation) else None


def dependents(token: Token, relation: Relation) -> Iterator[Token]:
    """Yield the words that depend on one in a relation, in text order."""
    return (child for child in token.children if child.dep_ in relation)


def dependent(token: Token, relation: Relation) -> Token | None:
    """Return the first of the words that depend on one in a relation."""
    return next(dependents(token, relation), None) if token.n_lefts or token.n_rights else None


def above(*labels: str) -> Callable[[Token], Token]:
    """Make the question which word another hangs on by such dependencies, over any number of words; else itself."""
    passed = frozenset(labels)

    def climb(token: Token) -> Token:
        while token.dep_ in passed and token.head != token:
            token = token.head
        return token

    return climb
