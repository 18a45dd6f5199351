"""Clauses in a stretch of a parse. A stretch need not be one sentence of the parser's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "SUBJECTS",
    "fact_clauses",
    "has_clause",
    "has_finite_verb",
    "is_finite",
    "main_clauses",
    "subject",
    "tops",
]

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_INDEPENDENT = frozenset(["ROOT", "ccomp", "conj", "advcl"])
_RELATIVES = frozenset(["who", "which", "that"])
_SUBORDINATE = frozenset(["advcl", "ccomp", "acl"])
_MARKS = frozenset(
    ["since", "because", "after", "before", "while", "as", "although", "though", "when", "until", "whereas"]
)
_ASKING = frozenset(["how", "why", "what", "who", "whom", "whose", "which", "where", "whether", "if"])
_OPENERS = frozenset(["but", "and", "so", "yet", "or", "nor"])
_LEADING_ON = frozenset(["ADP", "SCONJ", "CCONJ", "DET", "PART"])
_SHORTEST = 4
_SHORTEST_FACT = 4


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Whether any verb is in the present or past or is a modal."""
    return any(t.tag_ in _FINITE or (t.tag_ == "VBN" and is_finite(t)) for t in tokens)


def is_finite(verb: Token) -> bool:
    """Whether a verb or its auxiliary is finite; a participle with a subject and no auxiliary is a past mistagged."""
    if verb.tag_ in _FINITE:
        return True
    helpers = [c.tag_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if helpers:
        return not _FINITE.isdisjoint(helpers)
    return verb.tag_ == "VBN" and verb.dep_ in _INDEPENDENT and any(c.dep_ == "nsubj" for c in verb.lefts)


def subject(verb: Token) -> Token | None:
    """Return the head of a verb's own subject."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def has_clause(tokens: Sequence[Token]) -> bool:
    """Whether the stretch as a whole is a statement: its top verb is finite and has a subject, and it asks nothing."""
    if not tokens:
        return False
    first, last = tokens[0].i, tokens[-1].i
    return tokens[0].lower_ not in _ASKING and any(
        (own := subject(top)) is not None and first <= own.i <= last and is_finite(top) for top in tops(tokens)
    )


def tops(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens whose heads lie outside the stretch."""
    first, last = tokens[0].i, tokens[-1].i
    return [t for t in tokens if not t.is_punct and (t.head == t or not first <= t.head.i <= last)]


def main_clauses(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Split a stretch into its main clauses, each with a subject of its own; the whole of it when it has but one."""
    starts = sorted(_start(v) for v in _main_verbs(tokens))
    offset = tokens[0].i
    cuts = [0, *(max(0, s - offset) for s in starts[1:]), len(tokens)]
    parts = [without_links(tokens[a:b]) for a, b in pairwise(cuts)]
    if len(parts) > 1 and all(len(p) >= _SHORTEST and _has_subject(p) for p in parts):
        yield from parts
    else:
        yield tokens


def _has_subject(tokens: Sequence[Token]) -> bool:
    first, last = tokens[0].i, tokens[-1].i
    return any(t.dep_ in SUBJECTS and first <= t.head.i <= last and is_finite(t.head) for t in tokens)


def fact_clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield relative clauses with what they are said of, and subordinate clauses without their conjunction.

    Only those in the past: what is or will be depends on the sentence around them.
    """
    first, last = tokens[0].i, tokens[-1].i
    doc = tokens[0].doc
    for verb in tokens:
        if verb.dep_ == "relcl":
            own = subject(verb)
            start = verb.head.left_edge.i if own is not None and own.lower_ in _RELATIVES else -1
        elif verb.dep_ in _SUBORDINATE and any(c.lower_ in _MARKS for c in verb.lefts if c.dep_ in ("mark", "advmod")):
            own = subject(verb)
            start = own.left_edge.i if own is not None else -1
        else:
            continue
        end = verb.right_edge.i
        if first <= start and end <= last and end - start >= _SHORTEST_FACT and _is_past(verb):
            yield list(doc[start : end + 1])


def without_links(tokens: Sequence[Token]) -> Sequence[Token]:
    """Cut conjunctions, complementizers and punctuation off the front, and words that lead on off the end."""
    start, end = 0, len(tokens)
    while start < end and (_is_blank(tokens[start]) or _opens(tokens[start], tokens)):
        start += 1
    while start < end and (_is_blank(tokens[end - 1]) or _leads_on(tokens[end - 1])):
        end -= 1
    return tokens[start:end]


def _leads_on(token: Token) -> bool:
    return token.pos_ in _LEADING_ON and token.dep_ != "prt"


def _opens(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word only ties the stretch to what is before it: "but", "that", a conjunction of its top verb."""
    if token.lower_ in _OPENERS:
        return True
    if token.dep_ != "mark" and (token.dep_ != "advmod" or token.lower_ not in _MARKS):
        return False
    verb = token.head
    return token.lower_ == "that" or (
        token.lower_ in _MARKS and (verb.head == verb or not tokens[0].i <= verb.head.i <= tokens[-1].i)
    )


def _is_blank(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in ")]")


def _is_past(verb: Token) -> bool:
    helpers = [c.tag_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ == "VBD" or "VBD" in helpers or (verb.tag_ == "VBN" and "MD" not in helpers and bool(helpers))


def _main_verbs(tokens: Sequence[Token]) -> list[Token]:
    """Return the top verbs and those joined to them, where they are finite and have subjects of their own."""
    linked = {t.i for t in tops(tokens)}
    top = set(linked)
    for verb in reversed(tokens):
        if verb.dep_ in ("ccomp", "parataxis") and verb.head.i in linked and verb.i < verb.head.i and _is_strung(verb):
            linked.add(verb.i)
    for verb in tokens:
        if verb.dep_ == "conj" and verb.head.i in linked:
            linked.add(verb.i)
    return [t for t in tokens if t.i in linked and is_finite(t) and (t.i in top or subject(t) is not None)]


def _is_strung(verb: Token) -> bool:
    """Whether a clause stands before its head behind nothing but a comma: "they came, they saw"."""
    between = verb.doc[verb.right_edge.i + 1 : verb.head.i]
    tied = any(c.dep_ == "mark" or c.lower_ in _MARKS for c in verb.lefts)
    return not tied and any(t.text in (",", ";", "–", "—") for t in between)


def _start(verb: Token) -> int:
    own = [c.left_edge.i for c in verb.lefts if c.dep_ not in ("cc", "punct", "ccomp", "parataxis")]
    return min(own, default=verb.i)
