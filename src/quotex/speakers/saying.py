"""What a quotation tells of who says it, and of what is told within it: whom it names is not who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotex.contract.records import QuoteType
from quotex.english.names import surname
from quotex.english.writing import ASKS, GOES_ON, QUESTION_OR_ANSWER, REPLIES
from quotex.naming.identities import Identities
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.quotes import Quotation
from quotex.speakers.discourse import Place
from quotex.speakers.entities import Entity
from quotex.speakers.mentions import Form, Mention, MentionReader
from quotex.text import Range, RangeIndex


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
        others=_bearers(register, others),
    )


def _bearers(register: Identities, names: Sequence[Name]) -> frozenset[Identity]:
    """Return those whom the names can only stand for."""
    candidates = map(register.candidates, names)
    return frozenset(each[0] for each in candidates if len(each) == 1)


def may_be_another(mention: Mention, entity: Entity) -> bool:
    """Whether words that were read as a speaker's may be another's: no "I", nor a body's name or a surname."""
    if mention.name is None or entity.identity is None:
        return mention.form in (Form.PRONOUN, Form.NOUN) and not mention.is_first_person
    return entity.identity.is_person and surname(entity.identity.fullest.words) not in mention.name.words
