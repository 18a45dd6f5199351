"""Speech within speech: what somebody in a quotation is told to have said, as a quotation of its own.

The tagger gives a word one role, so that it hears the outer of two attributions; the inner one is read off the parse.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.contract.terms import Act
from quotex.english.closed import FIRST_PERSON, RELATIVE, SECOND_PERSON, THIRD_PERSON, THIRD_PLURAL
from quotex.parse import relations as rel
from quotex.parse.clauses import top
from quotex.parse.grammar import has_tense, in_one_sentence, is_past_tense, is_plural, is_pronoun, is_verb
from quotex.parse.phrases import phrase
from quotex.parse.relations import governor
from quotex.parse.reporting import Reported, behind_verb, clause_of, coordinated_verbs, reported
from quotex.parse.tokens import TokenIndex, range_of
from quotex.quotes.adjacent import can_speak
from quotex.quotes.cues import HELD, stance_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.telling import TELLING, Telling, is_supposed
from quotex.text import Layout, Range, RangeIndex

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLD_WITHIN = Rule("quotes.told-within", "who is told in a quotation to have said something speaks there")
HEARD_WITHIN = Rule("quotes.heard-within", "what the tagger hears in a quotation is attributed there")
TOLD_OF = Rule("quotes.told-of", "who tells that somebody said something says that")
TOLD_BY_ANOTHER = Rule("quotes.told-by-another", "what somebody is told to have said is told with who said it")
TOLD_NEXT = Rule("quotes.told-next", "who said one thing and told another has told that too")
OWN_WORDS = Rule("quotes.own-words", "“I think”, “we ask you” within a quotation add nothing to what its speaker says")
OWN_THOUGHT = Rule("quotes.own-thought", "who says that they hope, or think, has said it all by that")
LIES_WITHIN = Rule("quotes.lies-within", "a quotation in the words of another is told by its speaker")

_FARTHEST = 12
"""Tokens between a verb of saying and what is said, at most: whom it is said to, "that"."""
_NEAR = 4
"""Tokens from a cue to the mark behind it, at most: whom it is said to, a comma."""


class Nesting:
    """Finds what is told in the contents of drafts, and which draft lies in which.

    Args:
        layout: of the article.
        marks: its quotation marks.
        tokens: its parse.
        heard: what the tagger hears within attributions.
    """

    def __init__(self, layout: Layout, marks: Marks, tokens: TokenIndex, heard: Sequence[Draft]) -> None:
        self._text, self._marks, self._tokens, self._heard = layout.text, marks, tokens, heard
        self._telling = Telling(layout, marks, tokens)

    def widen(self, draft: Draft) -> None:
        """Take into a content the words of who tells it, where another's cue attributes all of this.

        "He told police <the boy had left>, papers say": the papers say what he told.
        """
        words = self._tokens.inside(*draft.content[0])
        if draft.cue is None or draft.turn or not words or self._is_relative(draft.source):
            return
        quoted = self._marks.at(words[0].idx) is not None
        start = draft.cue.end if draft.cue.end <= words[0].idx else 0
        for token in reversed(words[0].doc[max(0, words[0].i - _FARTHEST) : words[0].i]):
            if token.idx < start or not in_one_sentence(token, words[0]):
                return
            told = reported(token) if stance_of([token]) in TELLING else None
            behind = behind_verb(token) if told is not None and can_speak(told.subject) else []
            if told is None or not (behind or quoted):
                continue
            source = range_of(*told.source)
            outside = draft.cue.start not in range_of(*told.cue) and source.start >= start
            apart = draft.source is None or not draft.source.overlap(source)
            governed = words[0].i - token.i <= _NEAR if quoted else words[0] in behind
            if outside and apart and governed and TOLD_BY_ANOTHER.decides(token.idx):
                draft.content[0] = Range(source.start, draft.content[0].end)
            return

    def _is_relative(self, source: Range | None) -> bool:
        return source is not None and source.of(self._text).lower() in RELATIVE

    def told_in(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Find the quotations within those given, but for the ones that are among them."""
        cues = RangeIndex([draft.cue or Range(0, 0) for draft in drafts])
        found = (inner for outer in drafts for piece in outer.content for inner in self._in_piece(outer, piece))
        once = {inner.cue: inner for inner in found}
        told = [inner for cue, inner in once.items() if cue and not any(True for _ in cues.around(cue.end - 1))]
        return [*told, *self._heard_in([*drafts, *told])]

    def _heard_in(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        cues = RangeIndex([draft.cue or Range(0, 0) for draft in drafts])
        owners = [draft for draft in drafts for _ in draft.content]
        pieces = RangeIndex([piece for draft in drafts for piece in draft.content])
        for inner in self._heard:
            if inner.cue is None or cues.touches(inner.cue) or is_supposed(self._tokens.inside(*inner.cue)):
                continue
            held = any(_holds(owners[i], inner) for i in pieces.around(inner.content[0].start))
            if held and HEARD_WITHIN.decides(inner.span):
                inner.content = [self._telling.unmarked(piece) for piece in inner.content]
                inner.type = self._telling.type_of(inner.content, inner.cue)
                yield inner

    def told_of(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield a quotation for each clause in which somebody tells that what is quoted was said.

        "The complaint says <Birch texted her that it was hidden>".
        """
        known = RangeIndex([part for draft in drafts for part in (draft.cue, draft.source) if part])
        for draft in drafts:
            verb = next(filter(is_verb, reversed(self._tokens.inside(*draft.cue))), None) if draft.cue else None
            above = governor(verb, rel.CLAUSAL_COMPLEMENT) if verb is not None and not draft.turn else None
            told = reported(above) if above is not None and stance_of([above]) in TELLING else None
            words = (told.clause or _before(told, verb)) if told is not None and verb is not None else ()
            if draft.cue is None or told is None or not words or not can_speak(told.subject):
                continue
            cue, clause = range_of(*told.cue), self._telling.clause(words, range_of(*words))
            parts = [draft.cue, *draft.content]
            if clause and all(map(clause.covers, parts)) and not known.touches(cue) and TOLD_OF.decides(cue):
                yield Draft(
                    [clause], cue, range_of(*told.source), draft.evidence, self._marks.type_of([clause]), Act.SAID
                )

    def told_next(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield a quotation for each verb of saying that goes on with another's: "said it fell and <called> it mad"."""
        known = RangeIndex([part for draft in drafts for part in (draft.cue, *draft.content) if part])
        for draft in drafts:
            verb = next(filter(is_verb, reversed(self._tokens.inside(*draft.cue))), None) if draft.cue else None
            if draft.source is None or verb is None or draft.turn:
                continue
            source = self._tokens.inside(*draft.source)
            for other in coordinated_verbs(verb):
                told = Reported(source[-1], source, [other], clause_of(other))
                behind = Range(other.idx, len(self._text))
                what = self._telling.what(told, behind) if stance_of([other]) in TELLING and has_tense(other) else None
                if (
                    what
                    and not known.touches(range_of(other))
                    and not known.touches(what[0])
                    and TOLD_NEXT.decides(what[0])
                ):
                    evidence = replace(draft.evidence, marked=False)
                    yield Draft([what[0]], range_of(other), draft.source, evidence, what[1], Act.SAID)

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
            told = self._telling.by(token, piece)
            what = self._telling.what(told, piece) if told else None
            if told is None or what is None or not TOLD_WITHIN.decides(range_of(*told.cue)):
                continue
            content, kind = what
            source = range_of(*told.source).trimmed(self._text, ",")
            evidence = replace(outer.evidence, marked=False)
            yield Draft([content], range_of(*told.cue), source, evidence, kind, Act.SAID)


def is_own_words(draft: Draft, tokens: TokenIndex) -> bool:
    """Whether within a quotation its speaker tells what they, or anybody, think, or say with it: “I think”."""
    source = tokens.inside(*draft.source) if draft.source else []
    own = bool(source) and source[0].lower_ in FIRST_PERSON | SECOND_PERSON
    told = any(is_past_tense(word) for word in tokens.inside(*draft.cue)) if draft.cue else False  # “I told her”
    said = told and draft.act is Act.SAID and draft.stance not in HELD
    return own and not said and OWN_WORDS.decides(draft.span)


def is_own_thought(draft: Draft, tokens: TokenIndex) -> bool:
    """Whether all that somebody says is that they think something: "she said <she hopes it holds>"."""
    outer = draft.within
    if outer is None or outer.source is None or draft.source is None or draft.act is not Act.THOUGHT:
        return False
    (own, *others), teller = tokens.inside(*draft.source), tokens.inside(*outer.source)
    if others or own.lower_ not in THIRD_PERSON or draft.source.start != outer.content[0].start:
        return False
    if is_pronoun(teller[0]):
        return own.lower_ == teller[0].lower_ and OWN_THOUGHT.decides(draft.span)
    return (own.lower_ not in THIRD_PLURAL or is_plural(top(teller))) and OWN_THOUGHT.decides(draft.span)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether all of a quotation, its cue included, stands in the content of another."""
    parts = [*inner.content, *([inner.cue] if inner.cue else [])]
    return inner.content != outer.content and all(_covers(outer.content, part) for part in parts)


def _covers(pieces: Sequence[Range], part: Range) -> bool:
    """Whether one of the pieces of a content, which are in order, holds a part."""
    at = bisect_right(pieces, part.start, key=lambda piece: piece.start) - 1
    return at >= 0 and pieces[at].covers(part)


def _before(told: Reported, verb: Token) -> list[Token]:
    """The clause of a verb, where it stands before who tells it: "<he told her it fell>, papers say"."""
    first, last = phrase(verb)
    return list(verb.doc[first.i : last.i + 1]) if last.i < told.source[0].i else []
