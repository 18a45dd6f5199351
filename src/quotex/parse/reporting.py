"""Reporting clauses in a parse: the verb beside a quotation, its subject, and what can stand between the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from quotex.parse import relations as rel
from quotex.parse.clauses import governed_clause, is_passive, understood_subject, verb_above
from quotex.parse.grammar import is_finite, is_past_tense, is_present_participle, is_verb, of_class, subject
from quotex.parse.relations import dependent, dependents

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE_VERB = frozenset(["aux", "auxpass", "neg", "advmod", "preconj", "prt"])
_GOVERNED = frozenset(["xcomp", "pcomp", "oprd", "acomp"])
_FARTHEST = 4
"""How many words may govern one another, from a verb upwards."""

is_in_noun_phrase = of_class("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART")
"""Noun phrases are made of such words, pronouns aside: "the mayor's two old friends"."""


class Reported(NamedTuple):
    """A reporting clause.

    Attributes:
        subject: the head of its subject.
        source: the words of its subject.
        cue: its verb with auxiliaries and negation.
        clause: the words of the clause that is its complement, behind it; none where it has none with a subject.
    """

    subject: Token
    source: list[Token]
    cue: list[Token]
    clause: list[Token]


def subject_within(verb: Token, tokens: Sequence[Token]) -> list[Token]:
    """Return the words of a verb's subject that lie in a stretch, in text order; none where its head does not.

    Subjects are nouns here, of an active or a passive verb: neither "there" nor clauses.
    """
    first, last = tokens[0].i, tokens[-1].i
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and first <= child.i <= last:
            return [token for token in child.subtree if first <= token.i <= last]
    return []


def coordinated_verbs(verb: Token) -> Iterator[Token]:
    """Yield the verbs behind a verb that share its subject: "she <said> that it rained and <left>".

    One in the past that the parse joins to a verb with a modal below is the verb's as well: "he said it would rain and
    <left>".
    """
    below = governed_clause(verb)
    modal = below is not None and any(helper.tag_ == "MD" for helper in dependents(below, rel.AUXILIARY))
    for child in [*verb.rights, *(below.rights if below is not None and modal else ())]:
        own = child.head == verb or is_past_tense(child)
        if child.dep_ == "conj" and is_verb(child) and subject(child) is None and own:
            yield child
            yield from coordinated_verbs(child)


def reported(verb: Token) -> Reported | None:
    """Read a verb as one that reports: finite, active, its subject, or that of the verb it is joined to, before it.

    In a relative clause it describes.
    """
    who = dependent(verb.head if verb.dep_ == "conj" and subject(verb) is None else verb, rel.ACTIVE_SUBJECT)
    if who is None or verb.dep_ == "relcl" or not is_finite(verb) or is_passive(verb) or not who.right_edge.i < verb.i:
        return None
    doc = verb.doc
    beside = [child.i for child in verb.lefts if child.dep_ in _BESIDE_VERB and child.i > who.right_edge.i]
    source, cue = doc[who.left_edge.i : who.right_edge.i + 1], doc[min([*beside, verb.i]) : verb.i + 1]
    return Reported(who, list(source), list(cue), clause_of(verb))


def sayer(verb: Token) -> Token | None:
    """Return the subject of another verb, whose the one given, in the active and with none of its own, is as well.

    "<they> checked our papers, then told us", "<she> sent a film, saying", "<he> was fined for saying", but not of what
    may as well go on in what another says: "he left, the Post said, and told her".
    """
    active = (is_finite(verb) or is_present_participle(verb)) and not is_passive(verb)
    if not active or subject(verb) is not None:
        return None
    above = verb_above(verb.head)
    if above is None or above == verb:
        return None
    if verb.dep_ == "pcomp":
        return understood_subject(above) if is_passive(above) or dependent(above, rel.OBJECT) is None else None
    strung = verb.dep_ in ("conj", "dep") or (verb.dep_ == "advcl" and is_present_participle(verb))
    told = not is_passive(above) and (governed_clause(above) or told_before(above)) is not None
    return understood_subject(above) if strung and not told else None


def told_before(verb: Token) -> Token | None:
    """Return the verb of the clause before a verb that says it: "the mill <burned>, Marsh said"."""
    return next((child for child in verb.lefts if child.dep_ == "ccomp"), None)


def clause_of(verb: Token) -> list[Token]:
    """Return the words of the clause with a subject that is a verb's complement, behind it; none where it has none."""
    told = governed_clause(verb)
    if told is None or subject(told) is None or told.left_edge.i <= verb.i:
        return []
    return list(verb.doc[told.left_edge.i : told.right_edge.i + 1])


def behind_verb(verb: Token) -> list[Token]:
    """Return the words behind a verb that hang on it."""
    return list(verb.doc[verb.i + 1 : verb.right_edge.i + 1])


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
