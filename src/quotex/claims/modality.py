"""How the text commits itself to a claim, by cues and their scope over the parse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from quotex import lexicons
from quotex.claims.clauses import SUBJECTS, is_finite, subject, tops
from quotex.records import Modality, Stance

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
_DOING = frozenset(["i", "we", "he", "she", "they", "who"])
_STATES = frozenset(
    ["be", "have", "become", "remain", "stay", "rise", "fall", "grow", "drop", "happen", "last", "exceed"]
)


class ModalityLexicon(BaseModel):
    """``lexicons/modality.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    negations: frozenset[str]
    denials: frozenset[str]
    intentions: frozenset[str]
    forecasts: frozenset[str]
    possible: frozenset[str]
    future: frozenset[str]
    hypothetical: frozenset[str]
    maybe: frozenset[str]
    conditions: frozenset[str]


@cache
def modality_lexicon() -> ModalityLexicon:
    """Load the words of modality."""
    return lexicons.load("modality", ModalityLexicon)


def modality_of(tokens: Sequence[Token], stance: Stance | None = None) -> Modality:
    """Tell how a claim is put forward.

    The cues of its main verb count, not those of clauses under it: "He said he would go" is asserted, "The
    minister may go" is possible. A condition beats all, then what may be, denial, plan and forecast.

    Args:
        tokens: of the claim; at least one.
        stance: of the quotation it stands in.
    """
    verb = _main_verb(tokens)
    own = _told(verb, tokens, indirect=stance is not None) if verb is not None else Modality.ASSERTED
    if stance is Stance.DENIES:
        return Modality.DENIED
    return _BY_STANCE.get(stance, own) if stance and own is Modality.ASSERTED else own


def _main_verb(tokens: Sequence[Token]) -> Token | None:
    heads = tops(tokens)
    return next((t for t in heads if is_finite(t)), heads[0] if heads else None)


def _told(verb: Token, tokens: Sequence[Token], *, indirect: bool) -> Modality:
    words = modality_lexicon()
    helpers = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    adverbs = {c.lower_ for c in verb.children if c.dep_ in ("neg", "advmod")}
    unreal = bool(helpers & (words.hypothetical | words.possible))
    ahead = bool(helpers & words.future)
    if (unreal or ahead) and _is_conditional(verb, tokens):
        return Modality.CONDITIONAL
    if helpers & {"may", "might"}:
        return Modality.POSSIBLE
    if verb.lemma_ in words.denials or _is_negated(verb, adverbs):
        return Modality.DENIED
    if helpers & words.possible or adverbs & words.maybe:
        return Modality.POSSIBLE
    if ahead:
        return _ahead(verb, verb)
    if helpers & words.hypothetical:
        return _ahead(verb, verb) if indirect else Modality.POSSIBLE
    return _with_infinitive(verb)


def _is_conditional(verb: Token, tokens: Sequence[Token]) -> bool:
    conditions = modality_lexicon().conditions
    return tokens[0].lower_ in conditions or any(
        c.dep_ == "advcl" and any(m.lower_ in conditions for m in c.lefts) for c in verb.children
    )


def _is_negated(verb: Token, adverbs: set[str]) -> bool:
    if adverbs & modality_lexicon().negations:
        return True
    parts = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in ("dobj", "attr")]
    return any(p.lower_ in ("nobody", "none", "nothing") or any(c.lower_ == "no" for c in p.lefts) for p in parts)


def _with_infinitive(verb: Token) -> Modality:
    """Read "plans to go", "is to go", "are expected to agree", "is likely to rise"."""
    words = modality_lexicon()
    adjective = next((c for c in verb.rights if c.dep_ in ("acomp", "oprd")), None) if verb.lemma_ == "be" else None
    leading = adjective if adjective is not None else verb
    deed = next((c for c in leading.rights if c.dep_ in ("xcomp", "ccomp", "advcl", "prep") and _is_to(c)), None)
    if deed is None:
        foresees = verb.lemma_ in words.forecasts and any(c.dep_ == "ccomp" for c in verb.rights)
        return Modality.PREDICTED if foresees else Modality.ASSERTED
    was = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.lefts if c.dep_ in ("aux", "auxpass"))
    if leading.lemma_ in words.forecasts:
        return _ahead(deed, verb)
    moved = leading.lemma_ == "go" and leading.tag_ != "VBG"
    if (leading.lemma_ in words.intentions and not moved and not was) or (leading is verb and verb.lemma_ == "be"):
        return Modality.PLANNED
    return Modality.ASSERTED


def _is_to(verb: Token) -> bool:
    return verb.tag_ in ("VB", "VBP") and any(c.lower_ == "to" for c in verb.lefts)


def _ahead(deed: Token, verb: Token) -> Modality:
    """Tell a plan from a forecast: someone can plan what he does himself."""
    doer = subject(verb)
    if doer is None or deed.lemma_ in _STATES or any(c.dep_ == "auxpass" for c in deed.lefts):
        return Modality.PREDICTED
    named = doer.ent_type_ in _DOERS or doer.lower_ in _DOING or (doer.pos_ == "NOUN" and doer.lemma_ in _people())
    return Modality.PLANNED if named else Modality.PREDICTED


@cache
def _people() -> frozenset[str]:
    return frozenset(
        [
            "minister",
            "official",
            "leader",
            "president",
            "government",
            "court",
            "company",
            "council",
            "committee",
            "member",
            "union",
            "party",
            "team",
            "police",
            "army",
            "bank",
        ]
    )
