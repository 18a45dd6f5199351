"""Whom, or what, the pronoun stands for that is a claim's subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotex.claims.candidates import Candidate
from quotex.claims.kinds import claim_lexicon
from quotex.contract.records import QuoteType, SpeakerKind
from quotex.contract.rules import Rule
from quotex.english.closed import (
    ANAPHORIC,
    DEFINITE,
    FIRST_PLURAL,
    FIRST_SINGULAR,
    INDEFINITE,
    NEUTER,
    PERSONAL,
    PRONOUNS,
    THIRD_PLURAL,
)
from quotex.english.people import source_nouns
from quotex.parse import relations as rel
from quotex.parse.clauses import complement_clauses, governed_infinitive, is_passive, main_verb
from quotex.parse.grammar import (
    is_full_verb,
    is_noun,
    is_plural,
    is_pronoun,
    lemma,
    opens_sentence,
    sentence_of,
    subject,
)
from quotex.parse.names import is_named, is_person, opens_name
from quotex.parse.phrases import determiner
from quotex.parse.relations import dependent, dependents, governor, stands_as
from quotex.quantities.counted import noun_phrase
from quotex.quotes import Quotation
from quotex.quotes.cues import SPOKEN, stance_of
from quotex.speakers import Resolution
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_SPEAKER = Rule("claims.of-speaker", "what one says of I, or of a pronoun that is nobody else, one says of oneself")
JOINED = Rule("claims.joined-subject", "the pronoun of a joined clause is what the clause before it was said of")
GOES_ON = Rule("claims.goes-on", "the pronoun that a sentence begins with is what the sentence before was said of")

_SAID_OF = {
    SpeakerKind.PERSON: PERSONAL,
    SpeakerKind.GROUP: THIRD_PLURAL,
    SpeakerKind.ORGANIZATION: NEUTER | THIRD_PLURAL,
    SpeakerKind.DOCUMENT: NEUTER,
    SpeakerKind.UNKNOWN: frozenset[str](),
}


class Referent(NamedTuple):
    """What a pronoun stands for; None: not known.

    Attributes:
        speaker: by index.
        span: where it was last called by a name or noun.
    """

    speaker: int | None
    span: Range | None


class Antecedents:
    """Tells what the claims of one article are about that begin with a pronoun.

    Args:
        view: of the article.
        quotations: of the article.
        resolution: who speaks them.
    """

    def __init__(self, view: str, quotations: Sequence[Quotation], resolution: Resolution) -> None:
        self._quotations = quotations
        self._resolution = resolution
        mentions = sorted((place, i) for i, s in enumerate(resolution.speakers) for place, _ in s.mentions)
        self._pronouns = {**resolution.pronouns, **{place.start: i for place, i in mentions}}
        self._called = [(place, i) for place, i in mentions if place.of(view).lower() not in PRONOUNS]

    def of(self, candidate: Candidate) -> Referent | None:
        """Return what the pronoun stands for that is a claim's subject; None: its subject is no such pronoun."""
        own = _subject(candidate)
        if own is None:
            return None
        speaker = self._speaker(own, candidate)
        if speaker is not None:
            end = bisect_left(self._called, own.idx, key=lambda called: called[0].start)
            return Referent(speaker, next((place for place, i in reversed(self._called[:end]) if i == speaker), None))
        before = self._resolution.named.get(own.idx)
        if before is None and candidate.quote is None:
            before = _before(own, candidate)
        return Referent(next((i for place, i in self._called if place == before), None), before)

    def _speaker(self, own: Token, candidate: Candidate) -> int | None:
        """Return the speaker that a pronoun stands for.

        "I" is who speaks. So is, in indirect speech, whoever "they" or "she" can be said of, if she is nobody else, and
        what "it" can, where it does something.
        """
        if own.idx in self._pronouns or candidate.quote is None:
            return self._pronouns.get(own.idx)
        speaker, verb = self._resolution.speaker_of[candidate.quote], governor(own)
        if speaker is None:
            return None
        direct = self._quotations[candidate.quote].type is QuoteType.DIRECT
        fits = not direct and own.lower_ in _SAID_OF[self._resolution.speakers[speaker].kind]
        does = own.lower_ not in NEUTER or (verb is not None and is_full_verb(verb))
        own_words = own.lower_ in FIRST_SINGULAR or (fits and does)
        return speaker if own_words and OF_SPEAKER.decides(own.idx) else None


def _before(own: Token, candidate: Candidate) -> Range | None:
    """Return what the clause before is said of, where that could be called by the pronoun.

    That is the clause it is joined to, or one that opens the claim; else the sentence before, if the pronoun begins its
    own, and if that is a name, and the only one of a kind with it there, or does something else than to say so.
    """
    verb, doc = governor(own), own.doc
    above = governor(verb) if verb is not None and stands_as(verb, rel.CONJUNCT) else None
    joined = subject(above) if above is not None else None
    opening = [word for word in candidate.tokens if word.i < own.i and stands_as(word, rel.SUBJECT)]
    for noun in (joined, *opening):
        if noun is not None and _fits(noun, own.lower_) and JOINED.decides(own.idx):
            return _called(noun)
    before = doc[sentence_of(own.nbor(-1))[0].i : own.i] if own.i and opens_sentence(own) else None
    above = main_verb(list(before)) if before is not None else None
    noun = subject(above) if above is not None else None
    if before is None or above is None or noun is None or not _fits(noun, own.lower_):
        return None
    alone = sum(opens_name(word) and is_person(word) == is_person(noun) for word in before) == 1
    goes_on = own.lower_ not in PERSONAL and stance_of([above]) not in SPOKEN
    goes_on = goes_on and (verb is None or lemma(verb) not in claim_lexicon().ensuing)
    return _called(noun) if ((is_named(noun) and alone) or goes_on) and GOES_ON.decides(own.idx) else None


def _called(noun: Token) -> Range:
    words = noun_phrase(noun)
    return Range(words.start_char, words.end_char)


def _subject(candidate: Candidate) -> Token | None:
    """Return the pronoun of the third or first person, or one that points, that is the subject of a claim; "the other".

    "We" is that of the article's own words, where nobody tells who writes.

    "It" stands for nothing where what it foretells follows: "it is clear that", "it was he who".
    """
    verb = candidate.verb
    own = subject(verb) if verb is not None else None
    if verb is None or own is None or not candidate.span.start <= own.idx < candidate.span.end:
        return None
    if own.lower_ in ANAPHORIC:
        return None if dependent(own, rel.PREPOSITION) is not None else own
    if not is_pronoun(own):
        return None
    if own.lower_ in NEUTER and _foretells(verb):
        return None
    pointing = FIRST_SINGULAR | PERSONAL | NEUTER | THIRD_PLURAL | DEFINITE
    return own if own.lower_ in (pointing | FIRST_PLURAL if candidate.quote is None else pointing) else None


def _foretells(verb: Token) -> bool:
    """Whether what a verb says of "it" is said of a clause behind it: "it is hard to", "it was decided to"."""
    if lemma(verb) in claim_lexicon().impersonal:
        return True
    adjective = dependent(verb, rel.PREDICATE_ADJECTIVE)
    if is_full_verb(verb) and not is_passive(verb) and adjective is None:  # "it wants to grow", "it knows that"
        return False
    if governed_infinitive(verb if adjective is None else adjective) is not None:
        return True
    # "it was he who", not "it was a deal that failed"
    nouns = (governor(clause, rel.RELATIVE_CLAUSE) for clause in complement_clauses(verb))
    return any(noun is None or determiner(noun) not in INDEFINITE for noun in nouns)


def _fits(noun: Token, pronoun: str) -> bool:
    """Whether a pronoun can be said of a noun, by number, and of a person or not."""
    if not is_noun(noun):
        return False
    several = is_plural(noun) or next(dependents(noun, rel.CONJUNCT), None) is not None
    personal = is_person(noun) or lemma(noun) in source_nouns().person
    if pronoun in THIRD_PLURAL:
        return several
    return not several and (personal if pronoun in PERSONAL else pronoun in NEUTER and not personal)
