"""Main clauses that stand on their own, and clauses under them that state a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.claims.lexicon import modality_lexicon
from quotex.claims.modality import is_inverted
from quotex.contract.rules import Rule
from quotex.contract.terms import Stance
from quotex.english.closed import (
    ARTICLES,
    COMPLEMENTIZER,
    COORDINATORS,
    DEGREE,
    DEPENDENT_RELATIVES,
    INTERROGATIVES,
    POLAR_INTERROGATIVES,
    RELATIVE,
    SUBORDINATORS,
)
from quotex.parse import relations as rel
from quotex.parse.clauses import clause_start, has_clause, introducers, is_past, main_verb, main_verbs, tops
from quotex.parse.grammar import (
    is_describing,
    is_determiner,
    is_finite,
    is_graded,
    is_noun,
    is_preposition,
    is_present_participle,
    is_pronoun,
    is_verb,
    leads_on,
    subject,
)
from quotex.parse.phrases import is_top, phrase
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.parse.tokens import end_of, word_beside
from quotex.quotes.cues import stance_of
from quotex.text import STOPS

if TYPE_CHECKING:
    from spacy.tokens import Token

TORN_SUBJECT = Rule(
    "claims.torn-subject", "what is said has its subject, though it looks like the object of who says it"
)

_SHORTEST = 4  # tokens of a clause that counts by itself: "it was raining" is of the other one
_KEPT = "()[]%"  # punctuation to the parser, but part of what is said


def main_clauses(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Split a stretch into its main clauses, each with a subject of its own; the whole of it when it has but one."""
    starts = sorted(map(clause_start, main_verbs(tokens)))
    offset = tokens[0].i
    cuts = [0, *(max(0, s - offset) for s in starts[1:]), len(tokens)]
    parts = [without_links(tokens[a:b]) for a, b in pairwise(cuts)]
    if len(parts) > 1 and all(_stands(p) and _is_balanced(p) for p in parts) and not is_inverted(tokens):
        yield from parts
    else:
        yield tokens


def _is_balanced(part: Sequence[Token]) -> bool:
    """Whether no part closes the mark that another opens: 'it “is open, and it grows”' is one."""
    texts = [token.text for token in part]
    return texts.count("“") <= texts.count("”")


def _stands(part: Sequence[Token]) -> bool:
    """Whether a part has a subject, and is no clause under another: "of which it sold 3", "only once it had".

    Behind "so" or "nor", what begins with its verb has left out what it says: "and so <do the mills>".
    """
    verb = main_verb(part)
    under = verb is not None and any(stands_as(word, rel.SUBORDINATOR) for word in introducers(verb))
    if len(part) < _SHORTEST or under or not has_clause(part) or _correlates(part):
        return False
    own = subject(governor(part[0], rel.AUXILIARY) or part[0]) if is_verb(part[0]) else None
    if own is not None and own.i > part[0].i and word_beside(part[0], -1) in COORDINATORS:
        return False
    return part[is_preposition(part[0])].lower_ not in INTERROGATIVES


def _correlates(part: Sequence[Token]) -> bool:
    """Whether a part tells how one thing goes with another: "the longer it lasts, <the better it is>"."""
    graded = part[0].lower_ in ARTICLES and is_graded(part[1])
    return graded and (is_pronoun(part[2]) or is_determiner(part[2]) or is_verb(part[2]))


def fact_clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield subordinate clauses without their conjunction, if in the past: what will be depends on the sentence."""
    first, last = tokens[0].i, tokens[-1].i
    for verb in tokens:
        own = subject(verb) if stands_as(verb, rel.SUBORDINATE_CLAUSE) else None
        if own is None or SUBORDINATORS.isdisjoint(c.lower_ for c in introducers(verb)):
            continue
        above = governor(verb)
        if above is not None and is_describing(above):  # "not as strong as it was in 2012"
            continue
        start, end = phrase(own)[0].i, phrase(verb)[1].i
        if first <= start and end <= last and end - start >= _SHORTEST and is_past(verb):
            yield list(tokens[0].doc[start : end + 1])


def without_links(tokens: Sequence[Token]) -> Sequence[Token]:
    """Cut conjunctions, complementizers and punctuation off the front, and words that lead on off the end."""
    start, end = 0, len(tokens)
    while start < end and (_is_blank(tokens[start]) or _links(tokens[start], tokens)):
        start += 1
    while start < end and (_is_blank(tokens[end - 1]) or _leads_on(tokens[end - 1])):
        end -= 1
    return tokens[start:end]


def _links(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word only ties the stretch to what is before it: "but", "that", a conjunction of its top verb."""
    if token.lower_ in COORDINATORS:
        above = governor(token)  # not in "so far", "so many", "so-called"
        behind = token.nbor() if token.i + 1 < len(token.doc) else token
        if behind.i > token.i and (not token.whitespace_ or (token.lower_ == DEGREE and is_describing(behind))):
            return False
        return above is None or above.i != token.i + 1 or is_verb(above)
    if token.lower_ == COMPLEMENTIZER:
        return stands_as(token, rel.SUBORDINATOR)
    verb = governor(token, rel.INTRODUCER)
    return verb is not None and token.lower_ in SUBORDINATORS and is_top(verb, tokens)


def _leads_on(token: Token) -> bool:
    """Whether what goes on behind a word has been cut off: "a switch <that>", "the mills <and>", "after <it>"."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    last = phrase(token)[1]
    stranded = stands_as(token, rel.PREPOSITION) and (last.i == token.i or last.is_space)
    links = stranded or is_preposition(token)
    if behind is not None and (behind.text in STOPS or (behind.is_punct and links)):
        return False  # "it could not.", "what they dream of -", "was not fired upon,"
    if stranded and (behind is None or behind.is_space):
        return False  # "as talks drag on" ends a heading
    if stranded and behind is not None and behind.lower_ in COORDINATORS | SUBORDINATORS:
        return False  # "it was not shot at and"
    if token.lower_ in modality_lexicon().negations:  # "this is rare, that is not, said Marsh"
        return False
    above = governor(token)
    ahead = above is not None and above.i > token.i and not is_verb(token)  # of what stands behind the stretch
    return ahead or leads_on(token) or token.lower_ in RELATIVE


def _is_blank(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in _KEPT)


def is_dependent(tokens: Sequence[Token], top: Token | None, *, quoted: bool) -> bool:
    """Whether a stretch hangs on what is around it: "which it sold", of what is quoted "a deal that it signed".

    So does, in the article's own words, what begins with a verb that is not finite, an order too: "follow us"; and what
    is all a question, or an exclamation: "how the mill failed".
    """
    asks = tokens[0].lower_ in INTERROGATIVES - POLAR_INTERROGATIVES  # "how to vote"
    opens = asks or (top == tokens[0] and is_verb(top))
    loose = top is not None and not is_finite(top) and (quoted or opens)
    above = governor(tokens[0]) if asks else None
    asked = top is not None and top == (governor(above) if above is not None and is_noun(above) else above)
    return loose or asked or tokens[0].lower_ in DEPENDENT_RELATIVES or (top is not None and _is_asked(tokens[0], top))


def _is_asked(first: Token, top: Token) -> bool:
    """Whether a participle of asking stands where the subject should: "<Asked> how many left"."""
    if first not in dependents(top, rel.SUBJECT) or is_noun(first) or is_present_participle(first):
        return False
    return stance_of([first]) is Stance.ASKS


def is_statement(tokens: Sequence[Token]) -> bool:
    """Whether what a source says is a clause, and not only what the verb before it takes."""
    return (has_clause(tokens) or _is_torn(tokens)) and not _only_adds(tokens)


def _is_torn(tokens: Sequence[Token]) -> bool:
    """Whether the subject of what is said is read as the object of who says it: "said <Marsh, of Orva, was ill>"."""
    heads = tops(tokens)  # none of mere marks
    cue = governor(heads[0], rel.OBJECT) if heads else None
    return (
        cue is not None
        and any(
            is_finite(verb) and governor(verb) == cue and dependent(verb, rel.SUBJECT) is None for verb in heads[1:]
        )
        and TORN_SUBJECT.decides((tokens[0].idx, end_of(tokens[-1])))
    )


def _only_adds(tokens: Sequence[Token]) -> bool:
    """Whether a stretch is what a verb before it takes, with a clause on the verb: "<an arrest, when he was young>"."""
    verb = main_verb(tokens)
    taken = (t for t in tops(tokens) if stands_as(t, rel.OBJECT) or stands_as(t, rel.PREPOSITIONAL_OBJECT))
    return verb is not None and stands_as(verb, rel.ADVERBIAL_CLAUSE) and any(t.i < verb.i for t in taken)


def has_subject_before(tokens: Sequence[Token], offset: int) -> bool:
    """Whether the verb of a stretch has its subject before what is quoted: "<the share> of those who say so fell"."""
    verb = main_verb(tokens) if tokens else None
    own = subject(verb) if verb is not None and is_finite(verb) else None
    return own is not None and own.idx < offset


def is_adverbial(first: Token, tokens: Sequence[Token]) -> bool:
    """Whether a stretch says when or why of something that it leaves out: "despite this, as the push unfolded"."""
    verb = main_verb(tokens)
    opening = [first, *(introducers(verb) if verb is not None else ())]
    return any(word.lower_ in SUBORDINATORS for word in opening)
