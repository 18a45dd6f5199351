"""Where a content begins and ends by the grammar of its sentence, and by what counts as a content."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.anonymity import UNTOLD
from quotex.english.closed import BY, COMPLEMENTIZER, COORDINATORS, RELATIVE
from quotex.parse import relations as rel
from quotex.parse.clauses import has_finite_verb
from quotex.parse.grammar import (
    has_tense,
    in_one_sentence,
    is_determiner,
    is_finite,
    is_plural,
    is_verb,
    last_of_sentence,
    opens_sentence,
    subject,
)
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependent, governor, stands_as
from quotex.parse.reporting import coordinated_verbs, relative_end, reported
from quotex.parse.tokens import TokenIndex, end_of
from quotex.quotes.cues import SPOKEN, stance_of
from quotex.quotes.fitting import Marks
from quotex.text import STOPS, Range

if TYPE_CHECKING:
    from spacy.tokens import Token

NEXT_PREDICATE = Rule("quotes.next-predicate", "what a source says ends before the verb of what else it says")
RELATIVE_CLAUSE = Rule("quotes.relative-clause", "what is reported in a relative clause ends where that ends")
PASSIVE_SUBJECT = Rule("quotes.passive-subject", "who is told, asked or warned is no part of what is said")
OTHER_SENTENCE = Rule("quotes.of-sentence", "what is told without marks ends with the sentence that attributes it")
WHOLE_CLAUSE = Rule("quotes.whole-clause", "what the clause that is told begins with is told: said after it rained …")
ADDRESSEE = Rule("quotes.addressee", "whom a clause is told to is no part of it")
COMPLEMENT = Rule("quotes.complementizer", "the word that opens a reported clause belongs to who reports it")
SUBJECT_OUT = Rule("quotes.subject-out", "a reported sentence that begins with its verb takes in its subject")
SOURCE_CLAUSE = Rule("quotes.source-clause", "a relative clause right behind a source describes it")
COMMENT = Rule("quotes.comment", "what a source did not tell is the article's comment: said …, without giving details")
LAST_COMMA = Rule("quotes.last-comma", "a comma before the closing mark belongs to the sentence around")
DANGLING = Rule(
    "quotes.dangling", "a word that leads on to what is no part of a content is none either: … and, … which"
)


_LEADING_ON = COORDINATORS | RELATIVE | {BY}
_NEAR = 6
"""Characters between a source and a relative clause that describes it, at most."""


class Extents:
    """Cuts contents that run on, and what is no part of them at their edges."""

    def __init__(self, marks: Marks, tokens: TokenIndex) -> None:
        self._marks, self._tokens = marks, tokens

    def cut(self, content: Sequence[Range], cue: Range | None, source: Range | None) -> list[Range]:
        """Return the pieces of a content, cut where they run on; never none."""
        words = self._tokens.inside(*cue) if cue else []
        verb = next((word for word in reversed(words) if is_verb(word)), None)
        pieces = [self._of_sentence(piece, cue) for piece in self._beside_cue(content, words)]
        pieces = [self._within_relative(self._before_next(piece, verb), verb) for piece in pieces]
        if verb is not None:
            pieces[0] = self._behind_whom(self._whole_clause(pieces[0], verb), verb)
        if verb is not None:
            pieces = self._without_whom(pieces, verb)
        if cue and source:
            pieces = self._with_subject(self._without_clause_of(source, pieces), cue, source)
        pieces = self._without_comment(pieces)
        pieces[0] = self._behind_complementizer(pieces[0])
        pieces[-1] = self._before_comma(self._without_leading_on(pieces[-1]))
        return pieces

    def _behind_complementizer(self, piece: Range) -> Range:
        first, *rest = self._tokens.inside(*piece)
        if first.lower_ != COMPLEMENTIZER or not rest or self._marks.at(first.idx):
            return piece
        opens = stands_as(first, rel.SUBORDINATOR) or is_plural(rest[0]) or is_determiner(rest[0])
        if opens and COMPLEMENT.decides((first.idx, rest[0].idx)):
            return self._marks.fit(Range(rest[0].idx, piece.end)) or piece
        return piece

    def _of_sentence(self, piece: Range, cue: Range | None) -> Range:
        """What is told without marks as far as the sentence goes that attributes it; all of it behind a colon."""
        if cue is None or self._marks.at(piece.start) or ":" in self._marks.text[cue.end : piece.start]:
            return piece
        words = self._tokens.inside(*piece)
        ends = [
            (last.idx, first.idx)
            for last, first in pairwise(words)
            if last.text in STOPS and opens_sentence(first) and first.text[0].isupper() and not self._marks.at(last.idx)
        ]
        if not ends or not OTHER_SENTENCE.decides(ends[0]):
            return piece
        behind = cue.start >= piece.end
        return self._marks.fit(Range(ends[-1][1], piece.end) if behind else Range(piece.start, ends[0][0])) or piece

    def _beside_cue(self, content: Sequence[Range], cue: Sequence[Token]) -> Sequence[Range]:
        """The pieces that stand in the cue's sentence or between marks, where any stand in it, and what goes on."""
        if len(content) < 2 or not cue:
            return content
        near = [piece for piece in content if in_one_sentence(self._tokens.inside(*piece)[-1], cue[0])]
        own: list[Range] = []
        end = end_of(last_of_sentence(cue[-1]))
        for piece in content:
            told_on = end <= piece.start and not any(map(str.isalnum, self._marks.text[end : piece.start]))
            if piece in near or self._marks.within(piece) or (near and told_on):
                own.append(piece)
                end = max(end, piece.end)
        return own if near and len(own) < len(content) and OTHER_SENTENCE.decides(content[0]) else content

    def _whole_clause(self, piece: Range, verb: Token) -> Range:
        """The piece from where the clause begins that the verb of the cue governs, right behind it."""
        told = reported(verb) if verb.idx < piece.start else None
        if told is None or not told.clause or told.clause[0].i != verb.i + 1 or self._marks.at(piece.start):
            return piece
        start, end = told.clause[0].idx, told.clause[-1].idx
        left = self._tokens.inside(start, piece.start)
        whole = (
            start < piece.start <= end and any(map(has_tense, left)) and not self._marks.within((start, piece.start))
        )
        return Range(start, piece.end) if whole and WHOLE_CLAUSE.decides((start, piece.start)) else piece

    def _behind_whom(self, piece: Range, verb: Token) -> Range:
        """The piece without whom it is told to, before the clause that is told: "assured <owners> it would open"."""
        told, whom = reported(verb), dependent(verb, rel.OBJECT)
        if told is None or not told.clause or whom is None or not whom.i < told.clause[0].i:
            return piece
        start = told.clause[0].idx
        before = phrase(whom)[0].idx == piece.start and not self._marks.within((piece.start, start))
        whole = before and phrase(whom)[1].i + 1 == told.clause[0].i and start < piece.end
        if not whole or not has_finite_verb(told.clause) or not ADDRESSEE.decides((piece.start, start)):
            return piece
        return self._marks.fit(Range(start, piece.end)) or piece

    def _without_comment(self, pieces: list[Range]) -> list[Range]:
        """The pieces up to what says that no more was told, outside of marks."""
        *before, last = pieces
        for untold in UNTOLD.finditer(self._marks.text, *last):
            rest = self._marks.fit(Range(last.start, untold.start()))
            if not self._marks.at(untold.start()) and (rest or before) and COMMENT.decides((untold.start(), last.end)):
                return [*before, rest] if rest else before
        return pieces

    def _without_leading_on(self, piece: Range) -> Range:
        """The piece without the words at its end that lead on to the next: "it burnt <but> his study warns …"."""
        words = self._tokens.inside(*piece)
        behind = self._tokens.inside(piece.end, piece.end + 2)
        if words[-1].lower_ not in _LEADING_ON or not behind or behind[0].is_punct:
            return piece
        kept = list(dropwhile(lambda word: word.lower_ in _LEADING_ON or word.is_punct, reversed(words)))
        if not kept or self._marks.at(words[-1].idx) or not DANGLING.decides((words[-1].idx, piece.end)):
            return piece
        return self._marks.fit(Range(piece.start, end_of(kept[0]))) or piece

    def _before_comma(self, piece: Range) -> Range:
        ends = self._marks.text[piece.end - 1] == "," and piece.end - 1 > piece.start
        return Range(piece.start, piece.end - 1) if ends and LAST_COMMA.decides((piece.end - 1, piece.end)) else piece

    def _without_whom(self, pieces: list[Range], verb: Token) -> list[Range]:
        """The pieces but for the subject of a passive: it is whom something is said to."""
        whom, first = dependent(verb, rel.PASSIVE_SUBJECT), pieces[0]
        if whom is None or whom.idx not in first or first.end > verb.idx:
            return pieces
        start = phrase(whom)[0].idx
        before = self._marks.fit(Range(first.start, start)) if first.start < start and len(pieces) < 2 else None
        if before is not None and self._marks.text[before.end : start].strip() != ",":
            return pieces
        rest = [before] if before is not None else pieces[1:]
        return rest if rest and PASSIVE_SUBJECT.decides(first) else pieces

    def _within_relative(self, piece: Range, verb: Token | None) -> Range:
        """The piece up to the comma that ends the relative clause of the cue: "a quay that they say leaks, fell"."""
        last = relative_end(verb) if verb is not None and verb.idx < piece.start else None
        end = end_of(last) if last is not None else piece.end
        if not piece.start < end < piece.end or self._marks.at(end) or not RELATIVE_CLAUSE.decides((end, piece.end)):
            return piece
        return self._marks.fit(Range(piece.start, end)) or piece

    def _without_clause_of(self, source: Range, pieces: list[Range]) -> list[Range]:
        """The pieces without the relative clause that tells what the source is."""
        for i, piece in enumerate(pieces if len(pieces) > 1 else ()):
            words = self._tokens.inside(*piece)
            near = 0 <= piece.start - source.end <= _NEAR and self._marks.at(piece.start) is None
            told = near and any((of := governor(w, rel.RELATIVE_CLAUSE)) and of.idx in source for w in words)
            if told and SOURCE_CLAUSE.decides(piece):
                return [*pieces[:i], *pieces[i + 1 :]]
        return pieces

    def _with_subject(self, pieces: list[Range], cue: Range, source: Range) -> list[Range]:
        """The pieces with the subject of the verb that the first begins with: "The sound, she found, <took> …"."""
        first = self._tokens.inside(*pieces[0])[0]
        whole_word = first.idx == pieces[0].start and self._marks.at(first.idx) is None
        who = subject(governor(first, rel.AUXILIARY) or first) if whole_word and is_finite(first) else None
        if who is None or who.i > first.i or who.lower_ in RELATIVE:
            return pieces
        start = phrase(who)[0].idx
        end = min(part.start for part in (pieces[0], cue, source) if part.start > who.idx)
        whole = self._marks.fit(Range(start, end))
        if whole is None or source.overlap(whole) or self._marks.at(start) or not SUBJECT_OUT.decides(whole):
            return pieces
        return [Range(whole.start, pieces[0].end), *pieces[1:]] if end == pieces[0].start else [whole, *pieces]

    def _before_next(self, piece: Range, verb: Token | None) -> Range:
        """The piece up to the verb that is coordinated with that of the cue, and its conjunction."""
        for other in coordinated_verbs(verb) if verb is not None and verb.idx < piece.start else ():
            if stance_of([other]) not in SPOKEN or not is_finite(other):
                continue  # "urged them to leave and <report> it"
            words = self._tokens.inside(piece.start, other.idx)
            if not piece.start < other.idx < piece.end or self._marks.at(other.idx):
                continue
            at = next((word for word in reversed(words) if word.lower_ in COORDINATORS), None)
            if at is not None and at.idx > piece.start and NEXT_PREDICATE.decides((at.idx, piece.end)):
                return self._marks.fit(Range(piece.start, at.idx)) or piece
        return piece
