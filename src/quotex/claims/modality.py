"""How the text commits itself to a claim, by cues and their scope over the parse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from quotex.claims.clauses import SUBJECTS, is_finite, subject, tops
from quotex.contract.records import Modality, QuoteType, Stance
from quotex.english import lexicons
from quotex.english.people import source_nouns
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
_DOERS = frozenset(["PERSON", "ORG", "GPE", "NORP"])


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
    verb = _main_verb(tokens)
    if verb is None:
        return Modality.ASSERTED
    doer = subject(verb)
    doer = doer if doer is not None and tokens[0].i <= doer.i else None
    helpers = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    ahead = helpers & (words.future | words.hypothetical if reported else words.future)
    if helpers & (words.future | words.hypothetical | words.possible) and _is_conditional(verb, tokens):
        return Modality.CONDITIONAL
    if helpers & words.uncertain:
        return Modality.POSSIBLE
    if verb.lemma_ in words.denials or _is_negated(verb):
        return Modality.DENIED
    if ahead:
        return _ahead(verb, doer)
    if helpers & (words.possible | words.hypothetical) or any(c.lower_ in words.maybe for c in verb.children):
        return Modality.POSSIBLE
    return _with_infinitive(verb, doer)


def _main_verb(tokens: Sequence[Token]) -> Token | None:
    heads = tops(tokens)
    return next((t for t in heads if is_finite(t)), heads[0] if heads else None)


def _is_conditional(verb: Token, tokens: Sequence[Token]) -> bool:
    conditions = modality_lexicon().conditions
    return tokens[0].lower_ in conditions or any(
        c.dep_ == "advcl" and any(m.lower_ in conditions for m in c.lefts) for c in verb.children
    )


def _is_negated(verb: Token) -> bool:
    """Whether "not" or "never" stands by a verb, or "no" before its subject or object."""
    words = modality_lexicon()
    return any(
        (c.dep_ in ("neg", "advmod", *SUBJECTS) and c.lower_ in words.negations)
        or (c.dep_ in ("dobj", "attr", *SUBJECTS) and any(_is_no(d) for d in c.lefts))
        for c in verb.children
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
    adjective = next((c for c in verb.rights if c.dep_ in ("acomp", "oprd")), None) if verb.lemma_ == "be" else None
    leading = adjective if adjective is not None else verb
    deed = next((c for c in leading.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and _is_to(c)), None)
    if deed is None:
        foresees = verb.lemma_ in words.forecasts and any(c.dep_ == "ccomp" for c in verb.rights)
        return Modality.PREDICTED if foresees else Modality.ASSERTED
    if leading.lemma_ in words.forecasts or (leading is verb and verb.lemma_ == "be"):
        return _ahead(deed, doer)
    past = verb.tag_ == "VBD" and verb.lemma_ != "be"
    moved = leading.lemma_ == "go" and leading.tag_ != "VBG"
    return Modality.PLANNED if leading.lemma_ in words.intentions and not moved and not past else Modality.ASSERTED


def _is_to(verb: Token) -> bool:
    return verb.tag_ in ("VB", "VBP") and any(c.lower_ == "to" for c in verb.lefts)


def _ahead(deed: Token, doer: Token | None) -> Modality:
    """Tell a plan from a forecast: only someone can plan, and only what he does himself."""
    words = modality_lexicon()
    if deed.lemma_ in words.states or any(c.dep_ == "auxpass" for c in deed.lefts):
        return Modality.PREDICTED
    planned = deed.lemma_ in words.deliberate if doer is None else _is_someone(doer)
    return Modality.PLANNED if planned else Modality.PREDICTED


def _is_someone(doer: Token) -> bool:
    nouns = source_nouns()
    return (
        doer.ent_type_ in _DOERS
        or doer.lower_ in modality_lexicon().someone
        or any(doer.lemma_ in kind for kind in (nouns.person, nouns.group, nouns.organization))
    )
