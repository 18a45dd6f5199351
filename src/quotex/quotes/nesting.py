"""Speech within speech: what somebody in a quotation is told to have said, as a quotation of its own.

The tagger hears most in its second tier; what a clause or marks behind a verb of saying tell is read off the parse.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotex.contract.rules import Rule
from quotex.contract.terms import Act, QuoteType, Stance
from quotex.english.closed import FIRST_PERSON, INTERROGATIVES, SECOND_PERSON, THIRD_PERSON, THIRD_PLURAL
from quotex.parse import relations as rel
from quotex.parse.clauses import is_passive, top
from quotex.parse.grammar import is_finite, is_past_tense, is_plural, is_pronoun, is_verb, sentence_of
from quotex.parse.phrases import phrase
from quotex.parse.relations import governor, stands_as
from quotex.parse.tokens import TokenIndex, range_of
from quotex.quotes.cues import HELD, stance_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.hearing import TAKES_IN
from quotex.quotes.telling import Telling, is_supposed
from quotex.text import Layout, Range, RangeIndex

TOLD_WITHIN = Rule("quotes.told-within", "who is told in a quotation to have said something speaks there")
HEARD_WITHIN = Rule("quotes.heard-within", "what the tagger hears in a quotation is attributed there")
FREED = Rule("quotes.freed", "what is heard within a content that nobody is heard to say is somebody's by itself")
ASKED = Rule("quotes.asked", "if somebody has said, or knows, what is asked is not told by asking")
OWN_WORDS = Rule("quotes.own-words", "“I think”, “we ask you” within a quotation add nothing to what its speaker says")
OWN_THOUGHT = Rule("quotes.own-thought", "who says that they hope, or think, has said it all by that")
DISOWNED = Rule("quotes.disowned", "who denies a claim that is told without a source is the source of the denial")
LIES_WITHIN = Rule("quotes.lies-within", "a quotation in the words of another is told by its speaker")

_MARK_AND_BLANK = 3  # characters in which a question mark stands at a sentence's end


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

    def take_in(self, draft: Draft) -> None:
        """Let what one reports of another take in who said it, where that stands between content and cue, in commas."""
        content, (*before, _) = draft.content[-1], draft.content
        end = draft.cue.start if draft.cue else 0
        piece = Range(content.start, max(content.start, end))
        pair = self._marks.at(content.end - 1)
        between = self._tokens.inside(pair.inner.end, end) if pair else []
        told = next(filter(None, (self._telling.by(token, piece) for token in between)), None)
        if pair is None or told is None:
            return
        source, cue = range_of(*told.source), range_of(*told.cue)
        beside = pair.outer.end <= source.start and not self._text[pair.outer.end : source.start].strip()
        apart = self._text.find(",", cue.end, end)
        if beside and apart > 0 and TAKES_IN.decides(content):
            start = pair.opening.start if content.start == pair.inner.start else content.start
            draft.content = [*before, Range(start, apart)]

    def told_in(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Find the quotations within those given, but for the ones that are among them."""
        cues = RangeIndex([draft.cue or Range(0, 0) for draft in drafts])
        found = (inner for outer in drafts for piece in outer.content for inner in self._in_piece(outer, piece))
        once = {inner.cue: inner for inner in found}
        told = [inner for cue, inner in once.items() if cue and not any(True for _ in cues.around(cue.end - 1))]
        told = [inner for inner in told if not self.is_asked(inner)]
        return [*told, *self._heard_in([*drafts, *told])]

    def _heard_in(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        cues = RangeIndex([draft.cue or Range(0, 0) for draft in drafts])
        owners = [draft for draft in drafts for _ in draft.content]
        pieces = RangeIndex([piece for draft in drafts for piece in draft.content])
        for inner in self._heard:
            if inner.cue is None or cues.touches(inner.cue) or is_supposed(self._tokens.inside(*inner.cue)):
                continue
            if self.is_asked(inner):
                continue
            held = any(_holds(owners[i], inner) for i in pieces.around(inner.content[0].start))
            if held and HEARD_WITHIN.decides(inner.span):
                inner.content = [self._telling.unmarked(piece) for piece in inner.content]
                inner.type = self._telling.type_of(inner.content, inner.cue)
                yield inner

    def is_asked(self, draft: Draft) -> bool:
        """Whether a verb before its subject asks if something is said: "Is she aware that it leaks?".

        That she said so, who is asked why she did takes for granted.
        """
        source = self._tokens.inside(*draft.source) if draft.source and draft.type is not QuoteType.DIRECT else []
        before = source[0].nbor(-1) if source and source[0].i else None
        if before is None or not (is_verb(before) and is_finite(before) and stands_as(top(source), rel.SUBJECT)):
            return False
        sentence = sentence_of(before)
        asked = "?" in sentence.text[-_MARK_AND_BLANK:] and INTERROGATIVES.isdisjoint(
            word.lower_ for word in before.doc[sentence.start : before.i]
        )
        return asked and ASKED.decides(draft.span)

    def freed(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Find what the tagger hears within contents that are nobody's, as quotations that lie in no other."""
        nobodys = [d for d in drafts if not (d.cue or d.source or d.turn) and d.type is not QuoteType.DIRECT]
        free = [replace(draft, evidence=replace(draft.evidence, within=False)) for draft in self._heard_in(nobodys)]
        return [draft for draft in free if FREED.decides(draft.span)]

    def disowned(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Find who denies what is told without a source: "<the club> rejected <claims that it had lied>"."""
        cues = RangeIndex([draft.cue or Range(0, 0) for draft in drafts])
        for draft in drafts:
            if draft.cue is None or draft.source is not None or draft.type is QuoteType.DIRECT:
                continue
            noun = self._tokens.inside(*draft.cue)[0]
            verb = governor(noun, rel.OBJECT)
            if verb is None or stance_of([verb]) is not Stance.DENIES or cues.touches(range_of(verb)):
                continue
            told = self._telling.by(verb, range_of(*sentence_of(verb)))
            if told is not None and DISOWNED.decides(draft.span):
                content = Range(phrase(noun)[0].idx, draft.content[-1].end)
                yield replace(draft, content=[content], cue=range_of(*told.cue), source=range_of(*told.source))

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
    own = bool(source) and source[0].lower_ in FIRST_PERSON | SECOND_PERSON and is_pronoun(source[0])  # not the US
    cue = tokens.inside(*draft.cue) if draft.cue else []
    told = any(map(is_past_tense, cue)) and not any(map(is_passive, cue))  # “I told her”, but “I was asked”
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
