"""How the text commits itself to a claim, by cues and their scope over the parse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from quotex.contract.records import Modality, QuoteType, Stance
from quotex.english import lexicons
from quotex.english.people import source_nouns
from quotex.parse.clauses import (
    adverbial_clauses,
    adverbs,
    governed_clause,
    governed_infinitive,
    introducers,
    is_passive,
    main_verb,
    objects,
    predicate_adjective,
)
from quotex.parse.grammar import auxiliaries, is_past_tense, is_present_participle, lemma, subject, subjects
from quotex.parse.names import is_party
from quotex.parse.phrases import premodifiers
from quotex.quotes import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ModalityLexicon", "modality_lexicon", "modality_of"]

_BY_STANCE = {
    Stance.DENIES: Modality.DENIED,
    Stance.PROMISES: Modality.PLANNED,
    Stance.EXPECTS: Modality.PREDICTED,
    Stance.HOPES: Modality.POSSIBLE,
    Stance.WANTS: Modality.POSSIBLE,
}


class ModalityLexicon(BaseModel):
    """``english/lexicons/modality.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    negations: frozenset[str]
    someone: frozenset[str]
    states: frozenset[str]
    deliberate: frozenset[str]
    negations_of_nouns: frozenset[str]
    comparatives: frozenset[str]
    denials: frozenset[str]
    intentions: frozenset[str]
    going: frozenset[str]
    copula: frozenset[str]
    forecasts: frozenset[str]
    possible: frozenset[str]
    uncertain: frozenset[str]
    future: frozenset[str]
    hypothetical: frozenset[str]
    maybe: frozenset[str]
    conditions: frozenset[str]


@cache
def modality_lexicon() -> ModalityLexicon:
    """Load the words of modality."""
    return lexicons.load("modality", ModalityLexicon)


def modality_of(tokens: Sequence[Token], quotation: Quotation | None = None) -> Modality:
    """Tell how a claim is put forward.

    The cues of its main verb count, not those of clauses under it: "He said he would go" is asserted, "The
    minister may go" is possible. A condition beats all, then what may be, denial, plan and forecast. In reported
    speech "would" stands for "will".

    Args:
        tokens: of the claim; at least one.
        quotation: the one it stands in.
    """
    stance = quotation.stance if quotation else Stance.UNKNOWN
    if stance is Stance.DENIES:
        return Modality.DENIED
    reported = quotation is not None and quotation.type is not QuoteType.DIRECT
    told = _told(tokens, reported=reported)
    return _BY_STANCE.get(stance, told) if told is Modality.ASSERTED else told


def _told(tokens: Sequence[Token], *, reported: bool) -> Modality:
    words = modality_lexicon()
    verb = main_verb(tokens)
    if verb is None:
        return Modality.ASSERTED
    doer = subject(verb)
    doer = doer if doer is not None and tokens[0].i <= doer.i else None
    helpers = {helper.lower_ for helper in auxiliaries(verb)}
    ahead = helpers & (words.future | words.hypothetical if reported else words.future)
    if helpers & (words.future | words.hypothetical | words.possible) and _is_conditional(verb, tokens):
        return Modality.CONDITIONAL
    if helpers & words.uncertain:
        return Modality.POSSIBLE
    if lemma(verb) in words.denials or _is_negated(verb):
        return Modality.DENIED
    if ahead:
        return _ahead(verb, doer)
    if helpers & (words.possible | words.hypothetical) or any(adverb.lower_ in words.maybe for adverb in adverbs(verb)):
        return Modality.POSSIBLE
    return _with_infinitive(verb, doer)


def _is_conditional(verb: Token, tokens: Sequence[Token]) -> bool:
    conditions = modality_lexicon().conditions
    return tokens[0].lower_ in conditions or any(
        word.lower_ in conditions for clause in adverbial_clauses(verb) for word in introducers(clause)
    )


def _is_negated(verb: Token) -> bool:
    """Whether "not" or "never" stands by a verb, or "no" before its subject or object."""
    negations = modality_lexicon().negations
    beside, nouns = chain(adverbs(verb), subjects(verb)), chain(subjects(verb), objects(verb))
    return any(word.lower_ in negations for word in beside) or any(
        _is_no(word) for noun in nouns for word in premodifiers(noun)
    )


def _is_no(token: Token) -> bool:
    """Whether a word says that there is none: "no", but not in "no more than"."""
    words = modality_lexicon()
    if token.lower_ not in words.negations_of_nouns:
        return False
    return token.i + 1 == len(token.doc) or token.nbor(1).lower_ not in words.comparatives


def _with_infinitive(verb: Token, doer: Token | None) -> Modality:
    """Read "plans to go", "is to go", "are expected to agree", "is likely to rise"."""
    words = modality_lexicon()
    links = lemma(verb) in words.copula
    adjective = predicate_adjective(verb) if links else None
    leading = adjective if adjective is not None else verb
    deed = governed_infinitive(leading)
    if deed is None:
        foresees = lemma(verb) in words.forecasts and governed_clause(verb) is not None
        return Modality.PREDICTED if foresees else Modality.ASSERTED
    if lemma(leading) in words.forecasts or (leading is verb and links):
        return _ahead(deed, doer)
    past = is_past_tense(verb) and not links
    moved = lemma(leading) in words.going and not is_present_participle(leading)  # "go to vote", but "going to vote"
    return Modality.PLANNED if lemma(leading) in words.intentions and not moved and not past else Modality.ASSERTED


def _ahead(deed: Token, doer: Token | None) -> Modality:
    """Tell a plan from a forecast: only someone can plan, and only what he does himself."""
    words = modality_lexicon()
    if lemma(deed) in words.states or is_passive(deed):
        return Modality.PREDICTED
    planned = lemma(deed) in words.deliberate if doer is None else _is_someone(doer)
    return Modality.PLANNED if planned else Modality.PREDICTED


def _is_someone(doer: Token) -> bool:
    nouns = source_nouns()
    return (
        is_party(doer)
        or doer.lower_ in modality_lexicon().someone
        or any(lemma(doer) in kind for kind in (nouns.person, nouns.group, nouns.organization))
    )
