"""Clauses in a stretch of a parse, which need not be one sentence of the parser's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from quotex.english.closed import INTERROGATIVES, PERFECT, PREDICATIVE, SUBJECT_RELATIVES, SUBORDINATORS
from quotex.parse import relations as rel
from quotex.parse.grammar import has_tense, is_finite, is_noun, is_verb, subject
from quotex.parse.phrases import is_top
from quotex.parse.relations import dependents, governor, stands_as

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 12
"""Words behind a verb in which what it is done to is told to be its subject's own."""
_STEPS = 8  # up to the verb that has the subject: bounds the climb
_HIGHEST = 30
"""Words up to which the verbs above another are looked for: bounds the climb."""
_STRUNG = frozenset([",", ";", ":", "–", "—"])
_MAY_TELL_SUBJECT = frozenset(["attr", "oprd", "appos", "relcl"])
_SHARING = frozenset(["xcomp", "advcl", "ccomp", "conj", "acomp", "prt", "pcomp", "dep"])


# Verbs ----------------------------------------------------------------------------------------------------------------


def is_past(verb: Token) -> bool:
    """Whether a clause tells what was or has been done: past, perfect or passive, but behind no modal."""
    helpers = [helper.tag_ for helper in dependents(verb, rel.AUXILIARY)]
    return verb.tag_ == "VBD" or "VBD" in helpers or (verb.tag_ == "VBN" and "MD" not in helpers and bool(helpers))


def is_perfect(verb: Token) -> bool:
    """Whether a verb is in a perfect tense."""
    return verb.tag_ == "VBN" and any(child.dep_ == "aux" and child.lemma_ == PERFECT for child in verb.lefts)


def takes_had(verb: Token) -> bool:
    """Whether a helper that may be "had" or "would" is "had": "he'd gone", "he'd been told", not "he'd be told"."""
    return verb.tag_ == "VBN" and all(child.tag_ != "VB" for child in verb.lefts if child.dep_ in ("aux", "auxpass"))


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(child.dep_ == "auxpass" for child in verb.lefts)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", a perfect or progressive one too: "to have gone"."""
    return any(child.tag_ == "TO" and child.dep_ == "aux" for child in verb.lefts)


def has_receiver(verb: Token) -> bool:
    """Whether a verb has two objects, one of them who is given the other, or not given it: "denied <him> a visa"."""
    return sum(child.dep_ == "dobj" or (child.dep_ == "dative" and child.pos_ != "ADP") for child in verb.rights) > 1


def governed_clause(verb: Token) -> Token | None:
    """Return the verb of the clause that is a verb's complement: "expects that sales will <fall>"."""
    return next((child for child in verb.rights if child.dep_ == "ccomp"), None)


def complement_clauses(verb: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses that complete a verb, its adjective or its noun, in text order.

    "it is <false> that he left", "there is no proof that he left", "it is said that he left".
    """
    for child in verb.children:
        if child.dep_ in ("csubj", "csubjpass") or (child.dep_ == "ccomp" and child.i > verb.i):
            yield child
        elif child.dep_ in ("acomp", "attr", "dobj", "nsubj", "nsubjpass", "oprd"):
            yield from (below for below in child.rights if below.dep_ in ("ccomp", "acl", "relcl"))


def governed_infinitive(word: Token) -> Token | None:
    """Return the infinitive with "to" that a verb or adjective takes: "plans to <go>", "likely to <rise>"."""
    return next((c for c in word.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(c)), None)


def introducers(verb: Token) -> Iterator[Token]:
    """Yield the conjunctions and adverbs before the verb of a clause, among which is what introduces it."""
    return (child for child in verb.lefts if child.dep_ in rel.INTRODUCER)


# Stretches ------------------------------------------------------------------------------------------------------------


def tops(tokens: Sequence[Token]) -> list[Token]:
    """Return the words of a stretch that depend on none in it, marks aside."""
    if not tokens:
        return []
    first, last = tokens[0].i, tokens[-1].i
    outside = (t for t in tokens if not first <= t.head.i <= last or t.head.i == t.i)
    return [t for t in outside if not t.is_punct or is_noun(t)]  # but "%"


def top(tokens: Sequence[Token]) -> Token:
    """Return the word of a stretch that the others depend on; the last one where there are several."""
    return next((t for t in reversed(tokens) if is_top(t, tokens)), tokens[-1])


def main_verb(tokens: Sequence[Token]) -> Token | None:
    """Return the first of the stretch's tops that is finite, else the first."""
    heads = tops(tokens)
    return next((t for t in heads if is_finite(t)), heads[0] if heads else None)


def main_verbs(tokens: Sequence[Token]) -> list[Token]:
    """Return the verbs of a stretch's main clauses: its tops and those joined to them, finite and with subjects.

    A top may do without a subject: it can stand outside the stretch.
    """
    top_ones = {t.i for t in tops(tokens)}
    linked = set(top_ones)
    for verb in reversed(tokens):
        if verb.dep_ in ("ccomp", "parataxis") and verb.head.i in linked and verb.i < verb.head.i and _is_strung(verb):
            linked.add(verb.i)
    for verb in tokens:
        if verb.dep_ == "conj" and verb.head.i in linked:
            linked.add(verb.i)
    return [t for t in tokens if t.i in linked and is_finite(t) and (t.i in top_ones or subject(t) is not None)]


def _is_strung(verb: Token) -> bool:
    """Whether a clause stands before its head behind nothing but a comma or a colon: "they came, they saw".

    Not so "the last time they came, they saw".
    """
    between, own = verb.doc[verb.right_edge.i + 1 : verb.head.i], subject(verb)
    tied = any(c.dep_ == "mark" or c.lower_ in SUBORDINATORS for c in introducers(verb))
    tied |= own is not None and any(c.dep_ == "npadvmod" and c.right_edge.i + 1 == own.left_edge.i for c in verb.lefts)
    return not tied and any(t.text in _STRUNG for t in between)


def clause_start(verb: Token) -> int:
    """Return the index of the first word of a verb's clause, without conjunctions and clauses strung before it."""
    own = [c.left_edge.i for c in verb.lefts if c.dep_ not in ("cc", "punct", "ccomp", "parataxis")]
    return min(own, default=verb.i)


def has_finite_verb(tokens: Sequence[Token]) -> bool:
    """Whether any verb of a stretch is in the present or past or is a modal."""
    return any(has_tense(t) or t.tag_ == "MD" or (t.tag_ == "VBN" and is_finite(t)) for t in tokens)


def may_be_clause(tokens: Sequence[Token]) -> bool:
    """Whether a stretch may state something though the parser sees no finite verb: "a car ploughed into the shop"."""
    head = top(tokens)
    behind = head.nbor() if head.pos_ in ("NOUN", "PROPN") and head.i < tokens[-1].i else None
    return behind is not None and behind.tag_ == "VBN"


def has_subject(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb of a stretch has its subject in the stretch."""
    first, last = tokens[0].i, tokens[-1].i
    return any(stands_as(t, rel.SUBJECT) and first <= t.head.i <= last and is_finite(t.head) for t in tokens)


def has_clause(tokens: Sequence[Token]) -> bool:
    """Whether a stretch as a whole is a statement: its top verb is finite and has a subject, and it asks nothing."""
    if not tokens:
        return False
    first, last, heads = tokens[0].i, tokens[-1].i, tops(tokens)
    if tokens[0].lower_ in INTERROGATIVES and verb_above(tokens[0]) in heads:  # not "if it rains, they stay"
        return False
    return any(
        (own := subject(t)) is not None
        and first <= own.i <= last
        and is_finite(t)
        and INTERROGATIVES.isdisjoint(word.lower_ for word in introducers(t))
        for t in heads
    )


def verb_above(token: Token) -> Token | None:
    """Return the verb that a word hangs on, however far above it; a verb itself."""
    while not is_verb(token) and token.head.i != token.i:
        token = token.head
    return token if is_verb(token) else None


def verbs_above(token: Token) -> Iterator[Token]:
    """Yield the verbs that a word hangs on, the nearest first."""
    return (word for word in islice(token.ancestors, _HIGHEST) if is_verb(word))


def acts_on(name: Token, own: str) -> bool:
    """Whether what a subject does is done to its own, told of no other noun: "Norrlys plans trials of <its> ferry"."""
    verb = governor(name, rel.SUBJECT)
    behind = name.doc[verb.i + 1 : verb.i + _NEAR] if verb is not None and verb.i > name.i else ()
    nouns: list[Token] = []
    for token in behind:
        if token.lower_ == own:
            above = [noun for noun in token.ancestors if is_noun(noun) and not stands_as(noun, rel.CONJUNCT)]
            return verb_above(token) == verb and all(noun in above[1:] for noun in nouns) and bool(above)
        if is_noun(token) and not stands_as(token, rel.ATTRIBUTE):
            nouns.append(token)
    return False


def understood_subject(verb: Token) -> Token | None:
    """Return the subject of a verb or, where it has none, of the verb it depends on.

    Of a relative pronoun its antecedent, of a participle the noun it describes; one behind its verb is not looked for.
    """
    for _ in range(_STEPS):
        own = next((t for t in dependents(verb, rel.SUBJECT) if t.i < verb.i), None)
        if own is not None and own.lower_ not in SUBJECT_RELATIVES:
            return own
        if (torn := _torn_subject(verb)) is not None:
            return torn
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ not in _SHARING or verb.head == verb:
            return None
        verb = verb.head
    return None


def subjects_over(token: Token, says: Callable[[Token], bool]) -> Iterator[Token]:
    """Yield the subjects before a word of the verbs below which it stands: "<Marsh> said <Reed> had met the mayor".

    Not of one whose subject it is, or of whose subject it tells what he is; a relative clause, or one of time, may tell
    of him by another word: "Reed left as the <billionaire> spoke", but not "<Reed> said no before the mayor cut in".

    Args:
        token: the word.
        says: whether a verb is one of saying.
    """
    below, when = token, False
    for _ in range(_STEPS):
        above = below.head
        if above == below or below.dep_ in _MAY_TELL_SUBJECT or below.lower_ == PREDICATIVE:
            return
        when |= below.dep_ == "advcl"
        if is_verb(above) and not stands_as(below, rel.SUBJECT | rel.CONJUNCT):
            own = understood_subject(above)
            if own is not None and own.i < token.i and (says(above) or not when):
                yield own
        below = above


def _torn_subject(verb: Token) -> Token | None:
    """Return the subject of a joined verb that the parser has joined to what stands before it.

    "it was 2 volts and <the current> was 5": between "and" and a verb nothing but its subject can stand.
    """
    if verb.dep_ != "conj" or any(child.dep_ == "cc" for child in verb.head.children if child.i > verb.i):
        return None
    behind = min([verb.i, *(child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod"))])
    if not behind:
        return None
    last = noun = verb.doc[behind - 1]
    while noun.dep_ != "conj" and noun.head.right_edge == last and noun.head.i < noun.i:
        noun = noun.head
    return noun if noun.dep_ == "conj" and is_noun(noun) and noun.right_edge == last else None
