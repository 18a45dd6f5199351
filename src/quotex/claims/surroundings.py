"""The words around a claim that tell how it is meant: the noun, verb or adjective it hangs on, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.claims.lexicon import modality_lexicon
from quotex.contract.terms import Stance
from quotex.english.closed import COMPLEMENTIZER, IN, PREDICATIVE
from quotex.parse import relations as rel
from quotex.parse.clauses import main_verb
from quotex.parse.grammar import has_tense, is_noun, is_verb, lemma, opens_sentence, preposition_of
from quotex.parse.phrases import phrase, premodifiers
from quotex.parse.relations import governor, stands_as
from quotex.parse.tokens import word_beside
from quotex.quotes.cues import stance_of
from quotex.quotes.polarity import is_falsehood

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotex.quotes import Quotation

_STEPS = 4  # from a noun up to the verb that governs it
_LONGEST_VERDICT = 5  # tokens of "as utterly baseless the recent"
BETWEEN = 2  # words between a noun and its "that": "claims made that"
COMMENTING = frozenset([",", "-", "–", "—"])
_BREAKS = COMMENTING - {","} | {";", ":"}
_LOOKED_BACK = 60  # tokens: bounds the search for what an attribution parts from its clause


def noun_before(tokens: Sequence[Token]) -> Token | None:
    """Return the noun right before the "that" which opens the claim, or stands before it."""
    words, doc, i = modality_lexicon(), tokens[0].doc, tokens[0].i
    if tokens[0].lower_ != COMPLEMENTIZER:
        i -= 1
        if i < 0 or doc[i].lower_ != COMPLEMENTIZER:
            return None
    nouns = words.rumours | words.proofs | words.doubts | words.chances
    if stands_as(doc[i], rel.SUBJECT) or stands_as(
        doc[i], rel.OBJECT
    ):  # "charges that they call bogus", "a lie that I told"
        return None
    verdict = doc[i - 1] if i else doc[i]
    if is_falsehood(verdict) and not is_verb(verdict):
        return verdict
    for word in reversed(doc[max(0, i - 1 - BETWEEN) : i]):
        taken_for_verb = dismissed_as(word) is not None
        taken_for_verb |= any(lemma(w) in words.false for w in premodifiers(word))  # "baseless claims that"
        if lemma(word) in nouns and (is_noun(word) or taken_for_verb):
            return None if _is_resumed(word) or _is_told_in(word) else word
        if is_verb(word) or word.is_punct:
            return None
    return None


def dismissed_as(noun: Token) -> Token | None:
    """Return the word that gives the lie to a report named behind it: "dismissed as <nonsense> reports that"."""
    before = list(noun.doc[max(0, noun.i - _LONGEST_VERDICT) : noun.i])
    first = next((i for i, word in enumerate(before) if word.lower_ == PREDICATIVE), len(before))
    told = before[first:] if lemma(noun) in modality_lexicon().rumours else []
    return next((word for word in told if lemma(word) in modality_lexicon().false), None)


def _is_resumed(noun: Token) -> bool:
    """Whether a noun takes one up again to comment on it: "held on charges of theft – <charges> that are bogus"."""
    opening = phrase(noun)[0]
    if word_beside(opening, -1) not in COMMENTING:
        return False
    before = noun.doc[max(0, opening.i - _LOOKED_BACK) : opening.i - 1]
    return any(lemma(word) == lemma(noun) for word in before)


def _is_told_in(noun: Token) -> bool:
    """Whether a noun tells but where somebody says so: "said in a <report> that"."""
    by = preposition_of(noun)
    verb = governor(by) if by is not None and by.lower_ == IN else None
    return verb is not None and has_tense(verb) and stance_of([verb]) is Stance.ASSERTS


def cue_before(tokens: Sequence[Token], quotation: Quotation | None) -> Token | None:
    """Return the noun before a claim that is its quotation's cue: "said <reports> it leaked", "<claims> by X that"."""
    before = tokens[0].nbor(-1) if tokens[0].i else tokens[0]
    cue = tokens[0].doc.char_span(*quotation.cue) if quotation is not None and quotation.cue is not None else None
    noun = cue[-1] if cue else before
    if noun.i >= tokens[0].i or lemma(noun) not in modality_lexicon().rumours or _is_told_in(noun):
        return None
    nominal = is_noun(noun) or is_verb(noun.nbor(-1 if noun.i else 0))  # not "the agency <reports> it leaked"
    tied = COMPLEMENTIZER in (tokens[0].lower_, before.lower_) and is_noun(noun)
    return noun if cue and (tied or (nominal and noun == before)) else None


def second_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what a claim has from its second finite verb on, which can be that of the words before it.

    So "claims that [the firm lost the plan <are false>]", "called the story that [he lied <nonsense>]", but not "claims
    that [the firm dropped the plan]".
    """
    finite, last = [i for i, word in enumerate(tokens) if has_tense(word)], tokens[-1]
    if len(finite) > 1:
        return tokens[finite[1] :]
    own = governor(last, rel.PREDICATE)
    called = lemma(last) in modality_lexicon().false and (not finite or own != tokens[finite[0]])
    return tokens[-1:] if called else ()


def rest_of_sentence(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the words behind a claim to the end of its sentence."""
    for word in tokens[-1].doc[tokens[-1].i + 1 :]:
        if opens_sentence(word):
            return
        yield word


def above(noun: Token) -> Iterator[Token]:
    """Yield the words that a noun hangs on, the nearest first, as far as the first verb."""
    word: Token | None = noun
    for _ in range(_STEPS):
        word = governor(word) if word is not None else None
        if word is None:
            return
        yield word
        if is_verb(word):
            return


def verb_of(noun: Token) -> Token | None:
    """Return the verb that a noun hangs on."""
    return next(filter(is_verb, above(noun)), None)


def head_of(tokens: Sequence[Token], verb: Token | None, quotation: Quotation | None) -> Token | None:
    """Return the verb or adjective that a claim is the complement of: by the parse, else the verb of its cue.

    An attribution can part the two: "It is <untrue>, she said, that the mill closed".
    """
    if quotation is not None and tokens[0].nbor(-1 if tokens[0].i else 0).lower_ == COMPLEMENTIZER:
        parted = next((piece for piece in quotation.content[1:] if piece.covers((tokens[0].idx, tokens[0].idx))), None)
        before = quotation.content[quotation.content.index(parted) - 1] if parted else None
        near = tokens[0].doc[max(0, tokens[0].i - _LOOKED_BACK) : tokens[0].i]
        told = [word for word in near if before and before.covers((word.idx, word.idx))]
        if told and (head := main_verb(told)) is not None:
            return head
    above = governor(verb, rel.CLAUSAL_COMPLEMENT) if verb is not None else None
    if above is not None and not tokens[0].i <= above.i <= tokens[-1].i and not _is_strung_before(tokens, above):
        return above
    cue = quotation.cue if quotation else None
    if cue is None or tokens[0].idx <= cue.start < tokens[-1].idx:
        return None
    span = tokens[0].doc.char_span(cue.start, cue.end)
    return next((word for word in reversed(span) if is_verb(word)), None) if span is not None else None


def _is_strung_before(tokens: Sequence[Token], above: Token) -> bool:
    """Whether nothing but a break ties a claim to the verb behind it: "he knew little; he had never <seen> it"."""
    return above.i > tokens[-1].i and word_beside(tokens[-1], 1) in _BREAKS
