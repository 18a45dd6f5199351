"""Where a content begins and ends by the grammar of its sentence, and by what counts as a content."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotex.contract.rules import Rule
from quotex.english.acts import act_words
from quotex.english.closed import COMPLEMENTIZER, NEUTER, POSSESSIVE_DETERMINERS
from quotex.parse import relations as rel
from quotex.parse.grammar import (
    has_tense,
    is_determiner,
    is_noun,
    is_plural,
    is_verb,
    opens_sentence,
    sentence_of,
)
from quotex.parse.relations import stands_as
from quotex.parse.tokens import TokenIndex, end_of
from quotex.quotes.fitting import Marks
from quotex.quotes.polarity import is_falsehood
from quotex.text import STOPS, Range

VERDICT = Rule("quotes.verdict", "what is called a lie is told behind its “that”, and the cue says so: called it a lie")
PUT_IN_WORDS = Rule("quotes.put-in-words", "what is expressed is told behind its “that”: expressed the hope that …")
OTHER_SENTENCE = Rule("quotes.of-sentence", "what is told without marks ends with the sentence that attributes it")
MARKS_END = Rule("quotes.marks-end", "a sentence in marks ends with the closing one")
NAMED_BY_COLON = Rule("quotes.named-by-colon", "what a colon leads to between marks is said, and not what it is called")
COMPLEMENT = Rule("quotes.complementizer", "the word that opens a reported clause belongs to who reports it")
LAST_COMMA = Rule("quotes.last-comma", "a comma before the closing mark belongs to the sentence around")
_VERDICT = 6  # words of "it a lie that"


class Extents:
    """Cuts contents that run on, and what is no part of them at their edges."""

    def __init__(self, marks: Marks, tokens: TokenIndex) -> None:
        self._marks, self._tokens = marks, tokens

    def cut(self, content: Sequence[Range], cue: Range | None) -> list[Range]:
        """Return the pieces of a content, cut where they run on; never none."""
        pieces = [self._of_sentence(piece, cue) for piece in self._beside_cue(content, cue)]
        pieces[0] = self._behind_complementizer(pieces[0])
        pieces[-1] = self._before_comma(pieces[-1])
        return pieces

    def behind_noun(self, content: Range, cue: Range) -> tuple[Range, Range] | None:
        """Return the cue with a noun that a content begins with, and the clause that hangs on that.

        "Called <it a lie> that X" gives a verdict, "expressed <the hope> that X" says what is put in words.
        """
        words = self._tokens.inside(*content)
        that = next((i for i, word in enumerate(words[:_VERDICT]) if word.lower_ == COMPLEMENTIZER), len(words))
        if cue.end > content.start or not 0 < that < len(words) - 1 or has_tense(words[that + 1]):
            return None  # "called it a hoax that fooled many"
        verdict = words[0].lower_ in NEUTER and is_falsehood(words[that - 1])
        verb = next(filter(is_verb, reversed(self._tokens.inside(*cue))), None)
        put = verb is not None and verb.lower_ in act_words().expressing and is_noun(words[that - 1])
        told = self._marks.fit(Range(words[that + 1].idx, content.end)) if verdict or put else None
        decided = told and (VERDICT if verdict else PUT_IN_WORDS).decides(content)
        return (Range(cue.start, end_of(words[that - 1])), told) if told and decided else None

    def _behind_complementizer(self, piece: Range) -> Range:
        first, *rest = self._tokens.inside(*piece)
        pair = self._marks.at(first.idx)
        if first.lower_ != COMPLEMENTIZER or not rest or (pair and pair.inner.start == first.idx):
            return piece
        opens = stands_as(first, rel.SUBORDINATOR) or is_plural(rest[0]) or is_determiner(rest[0])
        opens = opens or rest[0].lower_ in POSSESSIVE_DETERMINERS
        if opens and COMPLEMENT.decides((first.idx, rest[0].idx)):
            return self._marks.fit(Range(rest[0].idx, piece.end)) or piece
        return piece

    def _of_sentence(self, piece: Range, cue: Range | None) -> Range:
        """What is told without marks as far as the sentence goes that attributes it; all of it behind a colon."""
        if (pair := self._marks.at(piece.start)) is not None:
            return self._of_marks(piece, pair.closing)
        if cue is None or ":" in self._marks.text[cue.end : piece.start]:
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

    def _of_marks(self, piece: Range, closing: Range | None) -> Range:
        """What is told between marks, where a sentence ends with them and another without marks is behind."""
        runs_on = closing is not None and closing.end < piece.end and self._marks.at(piece.end - 1) is None
        if closing and runs_on and self._marks.text[closing.start - 1] in STOPS and MARKS_END.decides(piece):
            return self._marks.fit(Range(piece.start, closing.end)) or piece
        return piece

    def behind_colon(self, content: list[Range]) -> list[Range]:
        """Return the pieces without what a colon says they are: "three things: “We were slow.”"."""
        first, *rest = content
        before, colon, behind = self._marks.text[first.end : rest[0].start if rest else first.end].partition(":")
        leads = bool(colon) and not any(map(str.isalpha, behind)) and not any(stop in before for stop in STOPS)
        quoted = leads and self._marks.at(rest[0].start) is not None and self._marks.at(first.start) is None
        plain = quoted and not any(map(has_tense, self._tokens.inside(*first)))
        return rest if plain and NAMED_BY_COLON.decides(first) else content

    def _beside_cue(self, content: Sequence[Range], cue: Range | None) -> Sequence[Range]:
        """The pieces that stand in the cue's sentence or between marks, where any stand in it, and what goes on."""
        words = self._tokens.inside(*cue) if cue else []
        if len(content) < 2 or not words:
            return content
        near = [piece for piece in content if sentence_of(self._tokens.inside(*piece)[-1]) == sentence_of(words[0])]
        own: list[Range] = []
        end = end_of(sentence_of(words[-1])[-1])
        for piece in content:
            told_on = end <= piece.start and not any(map(str.isalnum, self._marks.text[end : piece.start]))
            if piece in near or self._marks.within(piece) or (near and told_on):
                own.append(piece)
                end = max(end, piece.end)
        return own if near and len(own) < len(content) and OTHER_SENTENCE.decides(content[0]) else content

    def _before_comma(self, piece: Range) -> Range:
        ends = self._marks.text[piece.end - 1] == "," and piece.end - 1 > piece.start
        return Range(piece.start, piece.end - 1) if ends and LAST_COMMA.decides((piece.end - 1, piece.end)) else piece
