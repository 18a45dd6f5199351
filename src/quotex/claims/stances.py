"""How the cue and the source of a quotation commit to a claim in it, from outside the claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.claims.framing import HEARSAY
from quotex.claims.lexicon import modality_lexicon
from quotex.claims.readings import Reading, reading
from quotex.claims.surroundings import rest_of_sentence
from quotex.contract.records import Modality, Stance
from quotex.contract.rules import Rule
from quotex.english.closed import COORDINATORS, TO
from quotex.parse import relations as rel
from quotex.parse.clauses import introducers
from quotex.parse.grammar import is_verb, lemma
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependents, governor
from quotex.quotes import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from quotex.text import Range

CONDITION = Rule("claims.condition", "it holds on a condition")
OPEN = Rule("claims.open", "its verb, or an adverb, says that it may be")
STANCE = Rule("claims.stance", "the cue of its quotation tells")

OPEN_MODALITIES = frozenset([Modality.POSSIBLE, Modality.CONDITIONAL])
_UNHELD = (Stance.WITHHOLDS, Stance.DISCLAIMS)
_BY_STANCE = {
    Stance.PROMISES: Modality.PLANNED,
    Stance.EXPECTS: Modality.PREDICTED,
    Stance.HOPES: Modality.POSSIBLE,
    Stance.WANTS: Modality.POSSIBLE,
    Stance.WITHHOLDS: Modality.POSSIBLE,
    Stance.DISCLAIMS: Modality.POSSIBLE,
}


def with_stance(tokens: Sequence[Token], quotation: Quotation, told: Reading) -> Reading:
    """Let the cue of a quotation speak where it stands outside the claim."""
    where, cue = (tokens[0].idx, tokens[-1].idx), quotation.cue
    if quotation.stance is Stance.DENIES:
        outside = cue is None or not where[0] <= cue.start <= where[1]
        return Reading(Modality.DENIED, cue) if outside and STANCE.decides(where) else told
    if quotation.stance in _UNHELD and cue and _found_nothing(tokens[0].doc, cue) and STANCE.decides(where):
        return Reading(Modality.DENIED, cue)
    if quotation.stance is Stance.SHOWS and cue and told.modality is Modality.ASSERTED:
        told = _still_to_show(tokens[0].doc, cue) or _said_to_show(tokens, cue) or told
    unproven = _unproven_source(tokens, quotation)
    if unproven is not None and told.modality not in OPEN_MODALITIES and HEARSAY.decides(where):
        return reading(Modality.POSSIBLE, unproven, hearsay=True)
    by_stance = _BY_STANCE.get(quotation.stance)
    settled = told.modality is Modality.ASSERTED or (
        told.modality not in OPEN_MODALITIES and by_stance in OPEN_MODALITIES
    )
    if settled and not told.hearsay and by_stance and STANCE.decides(where):
        return Reading(by_stance, cue)
    return told


def _found_nothing(doc: Doc, cue: Range) -> bool:
    """Whether a cue tells that nothing was found which shows it: "uncovered nothing to indicate"."""
    words, found = modality_lexicon(), doc.char_span(*cue) or ()
    return any(w.lower_ in words.nobody | words.little for w in found) and any(
        lemma(w) in words.proofs | words.showing for w in found
    )


def _said_to_show(tokens: Sequence[Token], cue: Range) -> Reading | None:
    """Read what a thing is but said to show: "a photo <said> to show that he fled turned out to be <fake>"."""
    words, told = modality_lexicon(), tokens[0].doc.char_span(*cue) or ()
    said = next((word for word in told if lemma(word) in words.hearsay | words.seeming), None)
    if said is None or not any(word.lower_ == TO for word in told) or not HEARSAY.decides((cue.start, cue.end)):
        return None
    false = next((word for word in rest_of_sentence(tokens) if lemma(word) in words.false), None)
    return reading(Modality.DENIED, false) if false is not None else reading(Modality.POSSIBLE, said, hearsay=True)


def _still_to_show(doc: Doc, cue: Range) -> Reading | None:
    """Read a cue that tells of what is not shown yet: "<will> try to prove", "<if> a court finds"."""
    words, where = modality_lexicon(), (cue.start, cue.end)
    verb = next((word for word in reversed(doc.char_span(*cue) or ()) if is_verb(word)), None)
    while verb is not None:
        openings = (phrase(verb)[0], *introducers(verb))
        condition = next(
            (word for word in openings if word.lower_ in words.conditions | words.until - COORDINATORS), None
        )
        if condition is not None and CONDITION.decides(where):
            return reading(Modality.CONDITIONAL, condition, verb)
        open_ = words.future | words.possible | words.ought
        ahead = next((word for word in dependents(verb, rel.AUXILIARY) if word.lower_ in open_), None)
        if ahead is not None and OPEN.decides(where):
            return reading(Modality.POSSIBLE, ahead, verb)
        verb = governor(verb, rel.CLAUSAL_COMPLEMENT)
    return None


def _unproven_source(tokens: Sequence[Token], quotation: Quotation) -> Token | None:
    """Return the word of a source that says that nobody has confirmed it: "<unconfirmed> reports"."""
    if quotation.source is None:
        return None
    words = tokens[0].doc.char_span(*quotation.source) or ()
    return next((word for word in words if word.lower_ in modality_lexicon().unproven), None)
