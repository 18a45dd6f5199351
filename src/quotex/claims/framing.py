"""What the words around a claim make of it.

"Found no evidence that …", "rumours that … are false", "it is alleged that …".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from quotex.claims.lexicon import modality_lexicon
from quotex.claims.negation import (
    is_false,
    is_negated,
    is_one_of,
    negation_over,
    no_before,
    no_before_subject,
    predicate_of,
)
from quotex.claims.readings import Reading, reading
from quotex.claims.surroundings import (
    BETWEEN,
    COMMENTING,
    above,
    cue_before,
    dismissed_as,
    head_of,
    noun_before,
    rest_of_sentence,
    second_clause,
    verb_of,
)
from quotex.contract.rules import Rule
from quotex.contract.terms import Modality, Stance
from quotex.english.closed import COMPLEMENTIZER, POLAR_INTERROGATIVES, TO, WHICH
from quotex.english.people import source_nouns
from quotex.parse import relations as rel
from quotex.parse.clauses import is_passive
from quotex.parse.grammar import (
    is_preposition,
    is_present_participle,
    is_verb,
    lemma,
    subject,
)
from quotex.parse.phrases import phrase, premodifiers
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.parse.tokens import word_beside
from quotex.quotes.cues import stance_of
from quotex.quotes.polarity import is_falsehood

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotex.quotes import Quotation

_LONGEST_GRANT = 3  # words of "goes without saying"
_LONGEST_COMMENT = 5  # words of "which is not true"
_ASSERTING = frozenset([Stance.ASSERTS, Stance.SHOWS, Stance.ACCUSES, Stance.WARNS])

DISOWNED = Rule("claims.disowned", "the words around it say that it is not so")
NOT_SAID = Rule("claims.not-said", "what nobody said, showed or believed is not asserted by him")
DOUBLE_NEGATION = Rule("claims.double-negation", "who does not deny or doubt it leaves it standing")
UNVERIFIED = Rule("claims.unverified", "it is said to be neither confirmed nor known")
HEARSAY = Rule("claims.hearsay", "somebody who is not named says so")
SUSPECTED = Rule("claims.suspected", "it is a suspicion or a doubt")


def framing_of(tokens: Sequence[Token], verb: Token | None, quotation: Quotation | None) -> Reading | None:
    """Read the noun, verb or adjective that a claim hangs on; None: they leave it as its own words put it.

    Args:
        tokens: of the claim.
        verb: its main verb.
        quotation: the one it stands in.
    """
    if _is_granted(tokens) and DOUBLE_NEGATION.decides(tokens[0].idx):
        return reading(Modality.ASSERTED)
    if (found := _commented(tokens)) is not None:
        return found
    noun = noun_before(tokens) or cue_before(tokens, quotation)
    if noun is not None and (found := _of_noun(noun, tokens)):
        return found
    head = head_of(tokens, verb, quotation)
    return _of_head(head, tokens) if head is not None else None


def _is_granted(tokens: Sequence[Token]) -> bool:
    """Whether the words before a claim say that it needs no proof: "it goes <without saying> that"."""
    end = tokens[0].i if tokens[0].lower_ == COMPLEMENTIZER else tokens[0].i - 1
    before = [word.lower_ for word in tokens[0].doc[max(0, end - _LONGEST_GRANT) : max(0, end)]]
    return any(" ".join(before[i:]) in modality_lexicon().granted for i in range(len(before)))


# Nouns: "reports that", "no evidence that" ---------------------------------------------------------------------------


def _of_noun(noun: Token, tokens: Sequence[Token]) -> Reading | None:
    words, base = modality_lexicon(), lemma(noun)
    verb = verb_of(noun)
    no = no_before(noun) or next((w for w in premodifiers(noun) if w.lower_ in words.little), None)
    no = no or next((w for w in (phrase(noun)[0], *above(noun)) if w.lower_ in words.nobody | words.scarcely), None)
    no = no or (is_negated(verb) if verb is not None else None)
    where = (noun.idx, tokens[-1].idx)
    if is_falsehood(noun):
        links = verb is not None and lemma(verb) in words.copula
        true = no_before(noun) or (no if links else None)  # "it is no lie that", but "did not spread the lie that"
        if true is not None:
            return reading(Modality.ASSERTED) if DOUBLE_NEGATION.decides(where) else None
        return reading(Modality.DENIED, noun) if DISOWNED.decides(where) else None
    if base in words.doubts:
        if no is not None:
            return reading(Modality.ASSERTED) if DOUBLE_NEGATION.decides(where) else None
        return reading(Modality.POSSIBLE, noun) if SUSPECTED.decides(where) else None
    if base in words.chances and no_before(noun) is None:  # "has not excluded the possibility that", too
        return reading(Modality.POSSIBLE, noun) if SUSPECTED.decides(where) else None
    if base in words.proofs | words.chances and no is not None:
        return reading(Modality.DENIED, no, noun) if DISOWNED.decides(where) else None
    if base not in words.rumours:
        return None
    false = next((word for word in premodifiers(noun) if lemma(word) in words.false), None) or dismissed_as(noun)
    opening = phrase(noun)[0]
    before = opening.doc[max(0, opening.i - 2) : opening.i]
    contrary = next((word for word in before if word.lower_ in words.gainsaying), None)
    denier = false or contrary or _denier(verb, noun, tokens, no) or _unsupported(verb)
    if verb is not None and no is not None and is_one_of(verb, words.denials | words.rejecting):  # "nobody disputes"
        sure = no.lower_ in words.nobody or no_before_subject(verb)
        held = reading(Modality.ASSERTED) if sure else reading(Modality.POSSIBLE, no, verb)
        return held if DOUBLE_NEGATION.decides(where) else None
    if denier is not None and DISOWNED.decides(where):
        return reading(Modality.DENIED, denier)
    return reading(Modality.POSSIBLE, noun, hearsay=_is_unowned(noun)) if HEARSAY.decides(where) else None


def _denier(verb: Token | None, noun: Token, tokens: Sequence[Token], no: Token | None) -> Token | None:
    """Return the word that gives the lie to what is told by a noun or verb: "dismissed reports that", "… are false"."""
    words = modality_lexicon()
    if verb is not None:
        negated, beside = is_negated(verb), any(word.lower_ in words.circumstantial for word in above(noun))
        if is_one_of(verb, words.denials | words.rejecting | words.acquittals) and negated is None and not beside:
            return verb
        if lemma(verb) in words.confirming and negated is not None:
            return None
    before = noun.doc[verb.i + 1 : noun.i] if verb is not None and verb.i < noun.i else ()  # "found no truth in"
    for word in chain(rest_of_sentence(tokens), second_clause(tokens), before):
        if is_false(word) or (is_verb(word) and is_one_of(word, words.denials | words.rejecting)):
            return word
        if _is_lack(word):
            return word
    return no if verb is not None and dependent(verb, rel.PREDICATE_ADJECTIVE) is not None else None


def _unsupported(verb: Token | None) -> Token | None:
    """Return the "nothing" of what would support a story: "found <nothing> to support the story that"."""
    words = modality_lexicon()
    opening = phrase(verb)[0] if verb is not None and is_one_of(verb, words.supporting) else None
    found = opening.nbor(-1) if opening is not None and opening.i else None
    if found is None:
        return None
    return next((w for w in (found, *premodifiers(found)) if w.lower_ in words.nobody | words.little), None)


def is_belied(noun: Token) -> bool:
    """Whether a noun says that what it tells is not so, or nothing is found to support it, or it is called false."""
    return is_falsehood(noun) or _unsupported(verb_of(noun)) is not None or dismissed_as(noun) is not None


def _is_lack(word: Token) -> bool:
    """Whether a word says that there is nothing in a claim: "without <evidence>", "no <basis>"."""
    words = modality_lexicon()
    return lemma(word) in words.substance and word_beside(word, -1) in words.lacking


# Comments: "…, a claim that courts have rejected", "…, which is false" ------------------------------------------------


def _commented(tokens: Sequence[Token]) -> Reading | None:
    """Read what is said of a claim right behind it, behind a comma.

    What a court rejects, or the text itself calls false, is not so; what a party denies, or nobody has proved, may be.
    """
    words, behind = modality_lexicon(), list(rest_of_sentence(tokens))
    if len(behind) <= BETWEEN or behind[0].text not in COMMENTING:
        return None
    opening = behind[1 : 2 + BETWEEN]
    noun = next((w for w in opening if lemma(w) in words.rumours and w.i > behind[1].i), None)
    if (noun is None and behind[1].lower_ != WHICH) or is_preposition(behind[1]):
        return None
    where = (tokens[0].idx, behind[0].idx)
    told = behind[1:] if noun is not None else behind[1 : 2 + _LONGEST_COMMENT]
    no = next((w for w in told if w.lower_ in words.negations), None)
    for word in told:
        base = lemma(word)
        of_deed = word_beside(word, 1) == TO  # "which is impossible to obtain"
        if base in words.false | words.true | words.unproven and not of_deed and UNVERIFIED.decides(where):
            return _of_predicate(word, no, where)
        if is_verb(word) and base in words.confirming and no is not None and UNVERIFIED.decides(where):
            return reading(Modality.POSSIBLE, no, word)
        if is_verb(word) and is_one_of(word, words.denials | words.rejecting) and no is None:
            held = Modality.POSSIBLE if base in words.contesting else Modality.DENIED
            return reading(held, word) if DISOWNED.decides(where) else None
    return None


# Verbs and adjectives: "denied that", "it is alleged that", "it is false that" ---------------------------------------


def _of_head(head: Token, tokens: Sequence[Token]) -> Reading | None:
    words = modality_lexicon()
    head = governor(head, rel.PREDICATE) or head  # "it is not the <case> that"
    base, no = lemma(head), negation_over(head)
    where = (head.idx, tokens[-1].idx)
    if (predicate := predicate_of(head)) is not None:
        return _of_predicate(predicate, no, where)
    if not is_verb(head):
        return None
    if is_open(tokens) and UNVERIFIED.decides(where):
        return reading(Modality.POSSIBLE, no, head)
    if is_one_of(head, words.denials | words.rejecting):
        if no is None:
            return reading(Modality.DENIED, head) if DISOWNED.decides(where) else None
        nobody = any(phrase(own)[0].i <= no.i <= own.i for own in dependents(head, rel.SUBJECT))
        sure = nobody or not (is_verb(no) or no.lower_ in words.negations) or is_passive(head)
        held = Modality.ASSERTED if sure or no_before_subject(head) else Modality.POSSIBLE
        cue = (no, head) if held is Modality.POSSIBLE else ()
        return reading(held, *cue) if DOUBLE_NEGATION.decides(where) else None
    # "told nobody that", but "could not tell that"
    told = base in words.asserting and dependent(head, rel.OBJECT) is not None
    if base in words.confirming and no is not None and not told:
        return reading(Modality.POSSIBLE, no, head) if UNVERIFIED.decides(where) else None
    error = next((word for word in dependents(head, rel.ADVERB) if word.lower_ in words.falsely), None)
    if error is not None:
        return reading(Modality.DENIED, error, head) if DISOWNED.decides(where) else None
    if hearsay := _hearsay(head, where):
        return hearsay
    if base in words.hiding and no is not None:
        return reading(Modality.ASSERTED) if DOUBLE_NEGATION.decides(where) else None
    if base in words.suspecting:
        if no is None:
            return reading(Modality.POSSIBLE, head) if SUSPECTED.decides(where) else None
        if base in words.doubting:
            return reading(Modality.ASSERTED) if DOUBLE_NEGATION.decides(where) else None
        return reading(Modality.DENIED, no, head) if NOT_SAID.decides(where) else None
    asserts = base in words.asserting or (stance_of([head]) in _ASSERTING and base not in words.factive)
    return _of_assertion(head, no, tokens) if asserts else None


def _of_assertion(head: Token, no: Token | None, tokens: Sequence[Token]) -> Reading | None:
    """Read "never said that", "withdrew an article that said", "posts claiming that … are false"."""
    where = (head.idx, tokens[-1].idx)
    noun = governor(head, rel.RELATIVE_CLAUSE)
    above = governor(head) if is_present_participle(head) else None  # "a <fake> letter claiming that"
    if above is not None and (
        false := next((w for w in premodifiers(above) if lemma(w) in modality_lexicon().false), None)
    ):
        return reading(Modality.DENIED, false, above) if DISOWNED.decides(where) else None
    told = noun is not None and lemma(noun) in modality_lexicon().rumours | source_nouns().document
    verb = verb_of(noun) if noun is not None and told else None
    if (told or is_present_participle(head)) and (denier := _denier(verb, noun or head, tokens, None)):
        return reading(Modality.DENIED, denier) if DISOWNED.decides(where) else None
    if no is not None:
        return reading(Modality.DENIED, no, head) if NOT_SAID.decides(where) else None
    if lack := next(filter(_is_lack, head.doc[phrase(head)[0].i : tokens[0].i]), None):
        return reading(Modality.POSSIBLE, lack.nbor(-1), lack) if UNVERIFIED.decides(where) else None
    return None


def is_open(tokens: Sequence[Token]) -> bool:
    """Whether a claim is what somebody asks, or does not know: "asked <whether>"."""
    before = tokens[0] if tokens[0].lower_ in POLAR_INTERROGATIVES or not tokens[0].i else tokens[0].nbor(-1)
    asked = governor(before, rel.INTRODUCER) if before.lower_ in POLAR_INTERROGATIVES else None
    return asked is not None and stands_as(asked, rel.COMPLEMENT)


def _hearsay(head: Token, where: tuple[int, int]) -> Reading | None:
    """Read "it is alleged that", "rumours spread that", "the allegation is that"."""
    words, who = modality_lexicon(), subject(head)
    unnamed = is_passive(head) and dependent(head, rel.AGENT) is None and is_negated(head) is None
    tells = lemma(head) in words.surfacing | words.copula
    rumoured = who is not None and lemma(who) in (words.rumours if tells else words.spreading)
    if ((unnamed and lemma(head) in words.hearsay) or rumoured) and HEARSAY.decides(where):
        return reading(Modality.POSSIBLE, head, hearsay=who is None or _is_unowned(who))
    return None


def _is_unowned(rumour: Token) -> bool:
    """Whether it is not told whose a rumour is."""
    return not any(stands_as(word, rel.POSSESSOR) for word in premodifiers(rumour))


def _of_predicate(told: Token, no: Token | None, where: tuple[int, int]) -> Reading | None:
    words, base = modality_lexicon(), lemma(told)
    if base in words.false:
        if no is not None:
            held = Modality.POSSIBLE if base in words.excluding else Modality.ASSERTED
            cue = (no, told) if base in words.excluding else ()
            return reading(held, *cue) if DOUBLE_NEGATION.decides(where) else None
        return reading(Modality.DENIED, told) if DISOWNED.decides(where) else None
    if base in words.true:
        return reading(Modality.DENIED, no, told) if no is not None and DISOWNED.decides(where) else None
    if (no is not None or base in words.unproven | words.probable) and UNVERIFIED.decides(where):
        return reading(Modality.POSSIBLE, no, told)
    return None
