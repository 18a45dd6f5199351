"""Gapped attributions, whose verb is that of the one before: "Marsh said that it leaks, <Roe that it holds>"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from quotex.contract.rules import Rule
from quotex.english.closed import ANAPHORIC, ARTICLES, COMPLEMENTIZER, COORDINATORS, OF, POSSESSIVE_DETERMINERS
from quotex.english.people import source_nouns
from quotex.parse import relations as rel
from quotex.parse.clauses import has_finite_verb
from quotex.parse.grammar import has_tense
from quotex.parse.phrases import phrase
from quotex.parse.relations import governor, stands_as
from quotex.parse.reporting import is_in_noun_phrase
from quotex.parse.tokens import TokenIndex, end_of, range_of
from quotex.quotes.cues import SPOKEN, stance_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.sourcing import can_speak
from quotex.text import STOPS, Range, RangeIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

GAPPED = Rule("quotes.gapped", "a second source, whose verb is left out, says what stands behind it: “…, Roe that …”")

_PARTING = frozenset([",", ";"])
_LONGEST = 60
"""Words from a content on in which another's may follow, at most: a long sentence."""


class _Gap(NamedTuple):
    """Where one attribution ends, who speaks in the next, and where its words begin."""

    at: int
    source: Range
    behind: Token


class Gapping:
    """Parts contents from those of a source that has no verb of its own."""

    def __init__(self, marks: Marks, tokens: TokenIndex) -> None:
        self._marks, self._tokens = marks, tokens

    def part(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield drafts, their contents cut where another's begins, each with a draft for every such other."""
        known = RangeIndex([draft.source for draft in drafts if draft.source])
        for draft in drafts:
            yield from self._parts(draft, known)

    def _parts(self, draft: Draft, known: RangeIndex) -> Iterator[Draft]:
        gap = self._gap(draft)
        said = self._said(draft, gap) if gap and not known.touches(gap.source) else None
        content = [cut for piece in draft.content if gap and (cut := self._before(piece, gap.at))]
        if gap is None or said is None or not content or not GAPPED.decides(gap.source):
            yield draft
            return
        draft.content = content
        yield draft
        yield from self._parts(replace(draft, content=[said], source=gap.source, continues=None), known)

    def _before(self, piece: Range, at: int) -> Range | None:
        return self._marks.fit(Range(piece.start, min(piece.end, at))) if piece.start < at else None

    def _gap(self, draft: Draft) -> _Gap | None:
        first = draft.content[0]
        if draft.turn or not (draft.cue and draft.source) or not max(draft.cue.end, draft.source.end) <= first.start:
            return None
        words = self._sentence(draft)
        for i, word in enumerate(words[:-1]):
            if i and (word.text in _PARTING or word.lower_ in COORDINATORS) and not self._marks.at(word.idx):
                gap = self._gap_behind(words, i)
                if gap is not None:
                    return gap
        return None

    def _sentence(self, draft: Draft) -> list[Token]:
        """The words from where a content begins to where its sentence ends."""
        first = self._tokens.inside(*draft.content[0])[0]
        words = first.doc[first.i : first.i + _LONGEST]
        rest = takewhile(lambda word: word.text not in STOPS and not word.is_space, words[1:])
        return [first, *rest]

    def _gap_behind(self, words: Sequence[Token], at: int) -> _Gap | None:
        """Read what stands behind a comma or a coordinator as a source, and behind it, as what it says."""
        start = at + 1 + (words[at + 1].lower_ in COORDINATORS)
        names = list(takewhile(_names, words[start:]))
        who = names[:1] + list(takewhile(lambda word: word.lower_ not in ARTICLES, names[1:]))
        rest = words[start + len(who) :]
        if not who or len(rest) < 2 or not (can_speak(who[-1]) or who[-1].lower_ in ANAPHORIC):
            return None
        if self._marks.at(who[0].idx) is not self._marks.at(words[at].idx):
            return None
        told = rest[1:] if rest[0].text in _PARTING else rest
        clause = told[0].lower_ == COMPLEMENTIZER and len(told) > 1
        if clause and (told is not rest or self._opens(told[0], words[0])):  # no "that" behind a comma is a relative
            return _Gap(words[at].idx, range_of(*who), told[1])
        opens = told[0].lower_ in ARTICLES or (words[at].text in _PARTING and self._marks.at(told[0].idx) is not None)
        if told is rest and opens and not has_finite_verb(words[:at]) and not any(map(has_tense, told)):
            return _Gap(words[at].idx, range_of(*who), told[0])
        return None

    def _opens(self, that: Token, first: Token) -> bool:
        """Whether "that" opens a clause of neither "he told Marsh, Roe and Lind that" nor "the fact that"."""
        head = governor(that, rel.SUBORDINATOR)
        above = governor(head, rel.CLAUSAL_COMPLEMENT) if head is not None else None
        if not stands_as(that, rel.SUBORDINATOR) or (above is not None and above.lower_ in source_nouns().document):
            return False
        return above is None or above.i < first.i or stance_of([above]) not in SPOKEN

    def _said(self, draft: Draft, gap: _Gap) -> Range | None:
        """What the second source says: as far as the content went, or else the sentence or the clause goes."""
        words = self._sentence(draft)
        last = draft.content[-1]
        end = max(last.end, end_of(words[-1])) if last.end <= gap.at else last.end
        head = governor(gap.behind.nbor(-1), rel.SUBORDINATOR)
        if last.end <= gap.at and head is not None:
            end = min(end, end_of(phrase(head)[1]))
        return self._marks.fit(Range(gap.behind.idx, end))


def _names(word: Token) -> bool:
    """Whether a word can be of those that name a source."""
    told = word.lower_ in ANAPHORIC | POSSESSIVE_DETERMINERS | {OF}
    return told or (is_in_noun_phrase(word) and word.lower_ != COMPLEMENTIZER)
