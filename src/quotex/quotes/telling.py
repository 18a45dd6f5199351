"""What a verb of saying, and what it governs, tells within a stretch of text: between marks, or in its complement."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.contract.terms import QuoteType, Stance
from quotex.english.closed import (
    ABLE,
    COMPLEMENTIZER,
    COORDINATORS,
    FUTURE,
    MODALS,
    OBLIGING,
    POLAR_INTERROGATIVES,
)
from quotex.parse.clauses import introducers
from quotex.parse.grammar import has_tense, is_possessive_ending, is_verb, sentence_of
from quotex.parse.reporting import Reported, behind_verb, reported, verb_group
from quotex.parse.tokens import TokenIndex, range_of
from quotex.quotes.cues import SPOKEN, stance_of
from quotex.quotes.fitting import Marks
from quotex.quotes.polarity import polar_stance
from quotex.quotes.sourcing import can_speak
from quotex.text import Layout, Range
from quotex.text.marks import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLING = SPOKEN - {Stance.SHOWS, Stance.AGREES, Stance.ACCUSES}
"""Stances whose clause is what is said; of the others, it can be what is shown, shared or condemned."""
_SUPPOSING = MODALS | FUTURE | ABLE | OBLIGING
_MARK = f"[{re.escape(''.join(sorted(MARKS)))}]"
_PAIR = re.compile(rf"{_MARK}(?P<inner>(?:(?!{_MARK}).|(?<=\w){_MARK}(?=\w))+){_MARK}[.,]?", re.DOTALL)
"""Words between two marks, with none inside but apostrophes."""
_ENDS = ".,!?…"
"""What ends words that are quoted as somebody's, and not as a term, if they have no verb."""
_BETWEEN = 3
"""Tokens that can stand between a cue and the mark behind it: “told the nurse, ‘…’”, a comma among them."""
_WHOM = 6
"""Tokens between a verb of saying and "that", at most: whom it is said to."""
_FEWEST = 3
"""Words of a clause that says something; “said so”, “say yes” have fewer."""


def is_supposed(cue: Sequence[Token]) -> bool:
    """Whether a cue tells what could or ought to be said, or will be, or what if it is: nobody has said it by that."""
    verb = next(filter(is_verb, reversed(cue)), None)
    if verb is None:
        return False
    conditional = any(word.lower_ in POLAR_INTERROGATIVES for word in introducers(verb))
    return conditional or any(word.lower_ in _SUPPOSING for word in [*cue, *verb_group(verb)])


class Telling:
    """Reads what is told within a piece of a content."""

    def __init__(self, layout: Layout, marks: Marks, tokens: TokenIndex) -> None:
        self._text, self._marks, self._tokens = layout.text, marks, tokens
        inner = [quoted for quoted in layout.quoted if quoted.depth]
        self._pairs = [(pairs, [quoted.opening.start for quoted in pairs]) for pairs in (inner, marks.pairs)]

    def by(self, verb: Token, piece: Range) -> Reported | None:
        """Return who tells something by a verb, where both stand in the piece."""
        told = reported(verb) if is_verb(verb) and stance_of([verb]) in TELLING else None
        if told is None or not (piece.covers(range_of(*told.source)) and piece.covers(range_of(*told.cue))):
            return None
        owned = is_possessive_ending(told.source[-1])  # "Birch's declared victory"
        unable = any(word.lower_ in ABLE | OBLIGING for word in told.cue)  # "words can't describe"
        withheld = not unable and polar_stance(told.cue, told.source) is Stance.WITHHOLDS
        if owned or not can_speak(told.subject) or (is_supposed(told.cue) and not withheld):
            return None
        return told

    def what(self, told: Reported, piece: Range) -> tuple[Range, QuoteType] | None:
        """Return what is told, and of which type it is; None: nothing that could be a quotation."""
        cue = range_of(*told.cue)
        content = self._marked(cue.end, piece) or self._marked_before(range_of(*told.source), piece)
        content = content or self._clause(told.clause or _behind_complementizer(behind_verb(told.cue[-1])), piece)
        if content is None:
            return None
        return content, self.type_of([content], cue)

    def type_of(self, content: Sequence[Range], cue: Range) -> QuoteType:
        """Of which type what is told within another's words is: the marks of these say nothing of it."""
        if all(
            self._is_quoted(piece) or _PAIR.fullmatch(self._text, piece.start - 1, piece.end + 1) for piece in content
        ):
            return QuoteType.DIRECT
        return self._marks.type_of(content) if self._marks.at(cue.start) is None else QuoteType.INDIRECT

    def unmarked(self, content: Range) -> Range:
        """Leave out the marks of one pair that a content within another's begins and ends with."""
        match = _PAIR.fullmatch(self._text, *content)
        return Range(*match.span("inner")) if match else content

    def _clause(self, words: Sequence[Token], piece: Range) -> Range | None:
        """The clause that a verb reports, as far as it stands in the piece."""
        if not words or words[0].idx >= piece.end:
            return None
        clause = range_of(*words)
        quoted = self._marked(clause.end, piece) if stance_of(words[-1:]) in TELLING else None
        end = quoted.end if quoted else min(clause.end, piece.end)  # the parse cuts “he said, ‘…’” before the mark
        return self._fitted(Range(clause.start, end))

    def _fitted(self, words: Range) -> Range | None:
        fitted = self._marks.fit(words.trimmed(self._text, ",;:", "."))
        return fitted if fitted and len(fitted.of(self._text).split()) >= _FEWEST else None

    def _marked(self, cue_end: int, piece: Range) -> Range | None:
        """What stands between marks in the piece right behind a cue, or behind whom it is said to."""
        for pairs, starts in self._pairs:
            at = bisect_left(starts, cue_end)
            if at == len(pairs) or not piece.covers(pairs[at].inner):
                continue
            inner = pairs[at].inner
            between = self._tokens.inside(cue_end, pairs[at].opening.start)
            near = len(between) <= _BETWEEN and not any(map(is_verb, between))
            said = self._text[inner.end - 1] in _ENDS or any(map(has_tense, self._tokens.inside(*inner)))
            if near and self._text[inner.start].isupper() and said:
                return inner
        return None

    def _marked_before(self, source: Range, piece: Range) -> Range | None:
        """What stands between marks in the piece right before whoever says it, with the words that lead up to it.

        “…,” she told them; guards “made us wait,” she told them.
        """
        for pairs, _ in self._pairs:
            at = bisect_left(pairs, source.start, key=lambda pair: pair.outer.end) - 1
            if at < 0 or self._text[pairs[at].outer.end : source.start].strip() or not piece.covers(pairs[at].inner):
                continue
            inner, sentence = pairs[at].inner, range_of(*sentence_of(self._tokens.inside(*source)[0]))
            if self._text[inner.start].isupper():
                return inner
            if self._text[inner.end - 1] in _ENDS and sentence.start < inner.start:
                return Range(max(sentence.start, piece.start), pairs[at].outer.end)
        return None

    def _is_quoted(self, content: Range) -> bool:
        """Whether a content is what stands between the marks of one pair."""
        return any(
            at < len(pairs) and pairs[at].inner == content
            for pairs, _ in self._pairs
            for at in [bisect_left(pairs, content.start, key=lambda pair: pair.inner.start)]
        )


def _behind_complementizer(words: Sequence[Token]) -> Sequence[Token]:
    """The words behind "that", where those before it are but for whom it is told to: "texted a friend that <…>"."""
    at = next((i for i, word in enumerate(words[:_WHOM]) if word.lower_ == COMPLEMENTIZER), 0)
    whom, rest = words[:at], words[at + 1 :]
    if any(word.is_punct or is_verb(word) or word.lower_ in COORDINATORS for word in whom):
        return ()
    return rest if whom and rest and not is_verb(rest[0]) and sentence_of(words[0]) == sentence_of(rest[-1]) else ()
