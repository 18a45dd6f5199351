"""Speech within speech: what somebody in a quotation is told to have said, as a quotation of its own.

The tagger gives a word one role, so that it hears the outer of two attributions; the inner one is read off the parse.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.contract.terms import Act, QuoteType, Stance
from quotex.parse.clauses import completed_by
from quotex.parse.grammar import in_one_sentence, is_verb
from quotex.parse.phrases import phrase
from quotex.parse.reporting import Reported, reported
from quotex.parse.tokens import TokenIndex, range_of
from quotex.quotes.adjacent import can_speak
from quotex.quotes.cues import SPOKEN, stance_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.text import Layout, Range, RangeIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLD_WITHIN = Rule("quotes.told-within", "who is told in a quotation to have said something speaks there")
TOLD_OF = Rule("quotes.told-of", "who tells that somebody said something says that")
TOLD_BY_ANOTHER = Rule("quotes.told-by-another", "what somebody is told to have said is told with who said it")
LIES_WITHIN = Rule("quotes.lies-within", "a quotation in the words of another is told by its speaker")

_TELLING = SPOKEN - {Stance.SHOWS, Stance.AGREES, Stance.ACCUSES}
"""Stances whose clause is what is said; of the others, it can be what is shown, shared or condemned."""
_ENDS = ".,!?…"
"""What ends words that are quoted as somebody's, and not as a term."""
_BETWEEN = 3
"""Tokens that can stand between a cue and the mark behind it: “told the nurse, ‘…’”, a comma among them."""
_FARTHEST = 12
"""Tokens between a verb of saying and what is said, at most: whom it is said to, "that"."""
_FEWEST = 3
"""Words of a clause that says something; “said so”, “say yes” have fewer."""


class Nesting:
    """Finds what is told in the contents of drafts, and which draft lies in which."""

    def __init__(self, layout: Layout, marks: Marks, tokens: TokenIndex) -> None:
        self._text, self._marks, self._tokens = layout.text, marks, tokens
        inner = [quoted for quoted in layout.quoted if quoted.depth]
        self._pairs = [(pairs, [quoted.opening.start for quoted in pairs]) for pairs in (inner, marks.pairs)]

    def widen(self, draft: Draft) -> None:
        """Take into a content the words of who tells it, where another's cue attributes all of this.

        "He told police <the boy had left>, papers say": the papers say what he told.
        """
        words = self._tokens.inside(*draft.content[0])
        if draft.cue is None or draft.turn or not words:
            return
        quoted = self._marks.at(words[0].idx) is not None
        start = draft.cue.end if draft.cue.end <= words[0].idx else 0
        for token in reversed(words[0].doc[max(0, words[0].i - _FARTHEST) : words[0].i]):
            if token.idx < start or not in_one_sentence(token, words[0]):
                return
            told = reported(token) if stance_of([token]) in _TELLING else None
            if told is None or not can_speak(told.subject) or not (quoted or told.clause):
                continue
            source = range_of(*told.source)
            outside = draft.cue.start not in range_of(*told.cue) and source.start >= start
            apart = draft.source is None or not draft.source.overlap(source)
            governed = words[0].i - token.i <= _BETWEEN + 1 if quoted else words[0] in told.clause
            if outside and apart and governed and TOLD_BY_ANOTHER.decides(token.idx):
                draft.content[0] = Range(source.start, draft.content[0].end)
            return

    def told_in(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Find the quotations within those given, but for the ones that are among them."""
        cues = RangeIndex([draft.cue or Range(0, 0) for draft in drafts])
        return [
            inner
            for outer in drafts
            for piece in outer.content
            for inner in self._in_piece(outer, piece)
            if inner.cue and not any(True for _ in cues.around(inner.cue.end - 1))
        ]

    def told_of(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield a quotation for each clause in which somebody tells that what is quoted was said.

        "The complaint says <Birch texted her that it was hidden>".
        """
        known = RangeIndex([part for draft in drafts for part in (draft.cue, draft.source) if part])
        for draft in drafts:
            verb = next(filter(is_verb, reversed(self._tokens.inside(*draft.cue))), None) if draft.cue else None
            above = completed_by(verb) if verb is not None and not draft.turn else None
            told = reported(above) if above is not None and stance_of([above]) in _TELLING else None
            words = (told.clause or _before(told, verb)) if told is not None and verb is not None else ()
            if draft.cue is None or told is None or not words or not can_speak(told.subject):
                continue
            cue, clause = range_of(*told.cue), self._clause(words, range_of(*words))
            parts = [draft.cue, *draft.content]
            if clause and all(map(clause.covers, parts)) and not known.touches(cue) and TOLD_OF.decides(cue):
                yield Draft(
                    [clause], cue, range_of(*told.source), draft.evidence, self._marks.type_of([clause]), Act.SAID
                )

    def place(self, drafts: Sequence[Draft]) -> None:
        """Tie each draft whose words and cue lie in the content of others to the smallest of these."""
        owners = [draft for draft in drafts for _ in draft.content]
        pieces = RangeIndex([piece for draft in drafts for piece in draft.content])
        for draft in drafts:
            around = (owners[i] for i in pieces.around(draft.content[0].start))
            outer = next((other for other in around if other is not draft and _holds(other, draft)), None)
            if outer and LIES_WITHIN.decides(draft.span):
                draft.within = outer

    def _in_piece(self, outer: Draft, piece: Range) -> Iterator[Draft]:
        for token in self._tokens.inside(*piece):
            told = reported(token) if stance_of([token]) in _TELLING else None
            if told is None or not _stands_in(piece, told) or not can_speak(told.subject):
                continue
            cue = range_of(*told.cue)
            content = self._marked(cue.end, piece) or self._marked_before(range_of(*told.source), piece)
            content = content or self._clause(told.clause, piece)
            kind = QuoteType.DIRECT if content and self._is_quoted(content) else QuoteType.INDIRECT
            if content and TOLD_WITHIN.decides(cue):
                evidence = replace(outer.evidence, marked=False)
                source = range_of(*told.source).trimmed(self._text, ",")
                yield Draft([content], cue, source, evidence, kind, Act.SAID)

    def _marked(self, cue_end: int, piece: Range) -> Range | None:
        """What stands between marks in the piece right behind a cue, or behind whom it is said to."""
        for pairs, starts in self._pairs:
            at = bisect_left(starts, cue_end)
            if at == len(pairs) or not piece.covers(pairs[at].inner):
                continue
            inner = pairs[at].inner
            near = len(self._tokens.inside(cue_end, pairs[at].opening.start)) <= _BETWEEN
            if near and self._text[inner.start].isupper() and self._text[inner.end - 1] in _ENDS:
                return inner
        return None

    def _marked_before(self, source: Range, piece: Range) -> Range | None:
        """What stands between marks in the piece right before whoever says it: “…,” she told them."""
        for pairs, _ in self._pairs:
            at = bisect_left(pairs, source.start, key=lambda pair: pair.outer.end) - 1
            between = self._text[pairs[at].outer.end : source.start] if at >= 0 else "-"
            if not between.strip() and piece.covers(pairs[at].inner) and self._text[pairs[at].inner.start].isupper():
                return pairs[at].inner
        return None

    def _is_quoted(self, content: Range) -> bool:
        """Whether a content is what stands between the marks of one pair."""
        return any(
            at < len(pairs) and pairs[at].inner == content
            for pairs, _ in self._pairs
            for at in [bisect_left(pairs, content.start, key=lambda pair: pair.inner.start)]
        )

    def _clause(self, words: Sequence[Token], piece: Range) -> Range | None:
        """The clause that a verb reports, as far as it stands in the piece."""
        if not words or words[0].idx >= piece.end:
            return None
        clause = range_of(*words)
        quoted = self._marked(clause.end, piece) if stance_of(words[-1:]) in _TELLING else None
        end = quoted.end if quoted else min(clause.end, piece.end)  # the parse cuts “he said, ‘…’” before the mark
        clause = Range(clause.start, end).trimmed(self._text, ",;:", ".")
        fitted = self._marks.fit(clause)
        return fitted if fitted and len(fitted.of(self._text).split()) >= _FEWEST else None


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether all of a quotation, its cue included, stands in the content of another."""
    parts = [*inner.content, *([inner.cue] if inner.cue else [])]
    within = all(any(piece.covers(part) for piece in outer.content) for part in parts)
    return within and inner.content != outer.content


def _stands_in(piece: Range, told: Reported) -> bool:
    return piece.covers(range_of(*told.source)) and piece.covers(range_of(*told.cue))


def _before(told: Reported, verb: Token) -> list[Token]:
    """The clause of a verb, where it stands before who tells it: "<he told her it fell>, papers say"."""
    first, last = phrase(verb)
    return list(verb.doc[first.i : last.i + 1]) if last.i < told.source[0].i else []
