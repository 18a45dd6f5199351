"""What a quotation tells of who says it, and of what is told within it: whom it names is not who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.records import QuoteType
from quotex.contract.rules import Rule
from quotex.english.names import surname
from quotex.english.people import source_nouns
from quotex.english.writing import ASKS, GOES_ON, QUESTION_OR_ANSWER, REPLIES
from quotex.naming.identities import Identities
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.naming.words import singular
from quotex.parse import grammar
from quotex.parse import relations as rel
from quotex.parse.clauses import is_passive, understood_subject
from quotex.parse.relations import stands_as
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import Form, Mention, MentionReader
from quotex.speakers.places import Place
from quotex.text import Range, RangeIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

SHARED_SUBJECT = Rule("speakers.shared-subject", "a cue without a subject or source has that of the verb it hangs on")


class Contents:
    """Tells in which of the quotations a place is told."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        said = [(content, i) for i, quotation in enumerate(quotations) for content in quotation.content]
        self._quotations = quotations
        self._contents = RangeIndex([content for content, _ in said])
        self._quotation_of = [i for _, i in said]

    def around(self, offset: int, but: int | None = None, *, indirect: bool = False) -> int | None:
        """Return the quotation of the innermost content around an offset, "but" one passed over; None: there is none.

        Indirect ones count too where they are asked for.
        """
        for content in self._contents.around(offset):
            quotation = self._quotation_of[content]
            if quotation != but and (indirect or self._quotations[quotation].type is not QuoteType.INDIRECT):
                return quotation
        return None


def shared_subject(quotation: Quotation, view: str, tokens: TokenIndex, reader: MentionReader) -> Range | None:
    """Return the subject that the cue of a quotation without a source shares: "<Marsh> laughed, but said …"."""
    cue = tokens.inside(*quotation.cue) if quotation.cue and not quotation.turn else []
    verbs = (t for t in cue if grammar.is_present_participle(t) or (stands_as(t, rel.CONJUNCT) and not is_passive(t)))
    verb = next((t for t in verbs if grammar.subject(t) is None), None)
    subject = understood_subject(verb) if verb is not None else None
    if verb is None or subject is None or not _can_speak(subject) or "\n" in view[subject.idx : verb.idx]:
        return None
    return reader.phrase(subject) if SHARED_SUBJECT.decides(verb.idx) else None


def _can_speak(subject: Token) -> bool:
    return grammar.is_proper_noun(subject) or grammar.is_pronoun(subject) or singular(subject) in source_nouns()


def letter_of(text: str, quotation: Quotation) -> str | None:
    """The letter that labels an interview's question or answer."""
    label = quotation.source.of(text) if quotation.source and not quotation.cue else None
    return label if label and label in QUESTION_OR_ANSWER else None


def saying(place: Place, view: str, quotation: Quotation, reader: MentionReader, register: Identities) -> Place:
    """Add to the place of a source what its quotation tells of it.

    Args:
        place: of the source.
        view: of the article.
        quotation: of the source.
        reader: of its sources.
        register: of its names.
    """
    source, cue, direct = quotation.source, quotation.cue, quotation.type is QuoteType.DIRECT
    parts = [part for part in (source, cue, *quotation.content) if part is not None]
    whole = Range(min(part.start for part in parts), max(part.end for part in parts))
    names = [name for name in reader.names_in(whole) if source is None or not name.span.overlap(source)]
    told = [c for c in quotation.content if direct or source is None or c.start < source.end]
    others = [name for name in names if not any(name.span.overlap(content) for content in told)]
    return replace(
        place,
        adds=cue is not None and GOES_ON.search(cue.of(view)) is not None,
        asks=cue is not None and ASKS.search(cue.of(view)) is not None,
        replies=cue is not None and REPLIES.search(cue.of(view)) is not None,
        direct=direct,
        named=_bearers(register, names),
        others=_bearers(register, [name for name in others if not _is_own_brand(name)]),
    )


def _is_own_brand(name: Name) -> bool:
    """Whether a body's name stands before a noun, as it does in what the body itself says: "<Quorn Bank> customers"."""
    return name.body > name.person and not name.possessive and stands_as(name.token, rel.ATTRIBUTE)


def _bearers(register: Identities, names: Sequence[Name]) -> frozenset[Identity]:
    """Return those whom the names can only stand for."""
    candidates = map(register.candidates, names)
    return frozenset(each[0] for each in candidates if len(each) == 1)


def may_be_another(mention: Mention, entity: Entity) -> bool:
    """Whether words that were read as a speaker's may be another's: no "I", nor a body's name or a surname."""
    if mention.name is None or entity.identity is None:
        return mention.form in (Form.PRONOUN, Form.NOUN) and not mention.is_first_person
    return entity.identity.is_person and surname(entity.identity.fullest.words) not in mention.name.words
