"""Whose words they are where one source quotes another: "the agency quoted the mayor as saying that it was over"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.acts import act_words
from quotex.english.closed import COMPLEMENTIZER, QUOTED_AS
from quotex.parse import relations as rel
from quotex.parse.clauses import is_passive
from quotex.parse.grammar import in_one_sentence
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependent, dependents
from quotex.parse.reporting import verb_group
from quotex.parse.tokens import TokenIndex, end_of, range_of
from quotex.quotes.cues import SPOKEN, stance_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks, strip_marks
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

RELAYED = Rule("quotes.relayed", "who is quoted by another as saying something says it")

_FARTHEST = 40
"""Tokens between the verb of who quotes and that of who is quoted, at most."""


class Relayed:
    """Gives quotations to those who are quoted in them as saying something, and not to who quotes them."""

    def __init__(self, marks: Marks, tokens: TokenIndex) -> None:
        self._marks, self._tokens = marks, tokens

    def give(self, draft: Draft) -> None:
        """Change the source, the cue and the content of a draft that relays somebody's words."""
        cue = self._tokens.inside(*draft.cue) if draft.cue else []
        quoting = next((word for word in cue if word.lower_ in act_words().relaying), None) or self._quoting(cue)
        saying = self._saying(quoting) if quoting is not None else None
        if quoting is None or saying is None:
            return
        source = self._quoted(quoting, saying, draft.source)
        content = self._content(draft, source, quoting, saying) if source else []
        if source is None or not content or not RELAYED.decides(source):
            return
        first = verb_group(quoting)[0] if is_passive(quoting) else saying.nbor(-1)
        draft.cue = range_of(first, saying)
        draft.source, draft.content = source, content

    def _quoting(self, cue: Sequence[Token]) -> Token | None:
        """The verb of who quotes, before a cue that is only "as saying"."""
        if not cue or cue[0].lower_ != QUOTED_AS:
            return None
        before = reversed(list(self._tokens.doc[max(0, cue[0].i - _FARTHEST) : cue[0].i]))
        relaying = (word for word in before if word.lower_ in act_words().relaying)
        return next((word for word in relaying if in_one_sentence(word, cue[0])), None)

    def _saying(self, quoting: Token) -> Token | None:
        """The verb of saying behind "as", in the sentence and the marks that who quotes stands in."""
        tokens, pair = self._tokens.doc, self._marks.at(quoting.idx)
        for word in islice(tokens[quoting.i + 1 :], _FARTHEST):
            if not in_one_sentence(quoting, word) or self._marks.at(word.idx) is not pair:
                return None
            before = word.nbor(-1)
            if before.lower_ == QUOTED_AS and before.i > quoting.i and stance_of([word]) in SPOKEN:
                return word
        return None

    def _quoted(self, quoting: Token, saying: Token, source: Range | None) -> Range | None:
        """The words for who is quoted: between the two verbs, or in the passive the subject."""
        text = self._marks.text
        if not is_passive(quoting):
            between = Range(end_of(quoting), saying.nbor(-1).idx).trimmed(text, ",")
            return strip_marks(text, between) if between.of(text) else None
        if source is not None and source.end <= quoting.idx:
            return source
        subject = dependent(quoting, rel.PASSIVE_SUBJECT)
        if subject is None:
            return None
        return Range(phrase(subject)[0].idx, verb_group(quoting)[0].idx).trimmed(text, ",")

    def _content(self, draft: Draft, source: Range, quoting: Token, saying: Token) -> list[Range]:
        """What was said: all before who quotes, and what stands behind the verb of saying."""
        start, end = self._behind(saying), max([saying.idx, *(piece.end for piece in draft.content)])
        content = [piece for piece in draft.content if piece.end <= quoting.idx and not piece.overlap(source)]
        rest = [Range(max(start, piece.start), piece.end) for piece in draft.content if piece.end > start]
        last = phrase(saying)[1]
        if not content and not rest and end_of(last) > max(start, end):
            rest = [Range(start, end_of(last))]
        return content + [fitted for piece in rest if (fitted := self._marks.fit(piece))]

    def _behind(self, saying: Token) -> int:
        """Where what is said begins: behind the verb, and whom it is told to."""
        hearer = next((phrase(word)[1] for word in dependents(saying, rel.NOMINAL_COMPLEMENT)), None)
        for last in (hearer, saying):
            if last is not None and last.i + 1 < len(last.doc):
                behind = last.nbor(1)
                if behind.lower_ == COMPLEMENTIZER:
                    return end_of(behind)
                if behind.is_punct:
                    return behind.idx
        return end_of(saying)
