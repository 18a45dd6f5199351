"""What could be a claim: sentences and clauses that state something and stand on their own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotex.claims.clauses import (
    fact_clauses,
    has_subject_before,
    is_adverbial,
    is_dependent,
    is_statement,
    main_clauses,
    without_links,
)
from quotex.claims.sayings import states_nothing
from quotex.claims.sentences import closed, find_sentences, trimmed
from quotex.contract.records import QuoteType, Stance
from quotex.contract.rules import Rule
from quotex.english.acts import act_words
from quotex.english.closed import (
    COMPLEMENTIZER,
    DEPENDENT_RELATIVES,
    INTERROGATIVES,
    RELATIVE,
)
from quotex.english.writing import TORN_WORD
from quotex.parse import relations as rel
from quotex.parse.clauses import has_clause, has_finite_verb, main_verb, may_be_clause
from quotex.parse.grammar import is_finite, is_preposition, is_present_participle, is_pronoun, is_verb, subject
from quotex.parse.phrases import phrase
from quotex.parse.relations import governor
from quotex.parse.tokens import TokenIndex, end_of, range_of, word_beside
from quotex.quotes import Quotation
from quotex.text import Range, RangeIndex, is_notice

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotex.text import Layout

QUESTION = Rule("claims.question", "a question states nothing")
NOTICE = Rule("claims.notice", "what is said of the page itself is no statement of the article")
CUT_OFF = Rule("claims.cut-off", "what goes on in a quotation does not stand without it")
NESTED_SPEECH = Rule("claims.nested-speech", "what is told of somebody else's words is a claim of his")
FACT_CLAUSE = Rule("claims.fact-clause", "a clause in the past with a figure or a time counts by itself")
DEMANDED = Rule("claims.demanded", "what somebody demands is not so yet: the claim is that he does")
INTERRUPTED = Rule("claims.interrupted", "what is told of who says something goes on behind what he says")
TOLD_OF_SOURCE = Rule("claims.told-of-source", "what is told of who speaks, with a figure or a time, counts by itself")
TAKEN_BACK = Rule("claims.taken-back", "what its source doubts or takes back: the claim is that he does")
CUT_LINE = Rule(
    "claims.cut-line", "a line that begins in small letters, and with no word or subject, has lost what it began with"
)
HEADLINE = Rule("claims.headline", "a headline states something, with or without a finite verb")
SPLIT = Rule("claims.joined-clauses", "joined main clauses count one by one")

_MIN_WORDS = 3  # who, does, what
_MOST = 0.5  # share of a sentence: more of it is told than tells
_BESIDE = 3  # characters between a source and its cue: a dash between two blanks
_SMALL = re.compile(r"[a-z]+(?:[’'][a-z]+)?,?\s(?![A-Z])")  # but "iPhone", "al-Qaida", "de Vries"
_TOLD = frozenset([Stance.ASSERTS, Stance.SHOWS, Stance.DENIES, Stance.ACCUSES, Stance.WARNS])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence or clause that states something.

    Attributes:
        span: without marks and punctuation at its ends.
        tokens: of the span, in text order; never empty.
        verb: of its main clause; None: it has no word that could be one.
        quote: index of the quotation it stands in; None: the article's own words.
        is_clause: it is part of a longer candidate.
    """

    span: Range
    tokens: tuple[Token, ...]
    verb: Token | None
    quote: int | None
    is_clause: bool


class _Told:
    """The quotations that are told within others in a sentence."""

    def __init__(self, quotations: Sequence[tuple[int, Quotation]]) -> None:
        parts = [(number, r) for number, q in quotations for r in (*q.content, q.cue, q.source) if r]
        self._numbers = [number for number, _ in parts]
        self._parts = RangeIndex([part for _, part in parts])

    def hold(self, candidate: Candidate) -> bool:
        """Whether a candidate says no more than that somebody else says what is a candidate itself."""
        numbers, own = self._numbers, candidate.quote
        return any(number != own for number in numbers) and all(
            any(numbers[i] != own for i in self._parts.around(t.idx))
            for t in candidate.tokens
            if t.is_alpha and not is_pronoun(t) and t.lower_ != COMPLEMENTIZER
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a quotation's content."""

    span: Range
    quote: int


def _adjoin(cue: Range, source: Range) -> bool:
    """Whether but a comma or a dash stands between a source and its cue: "Marsh, said", "according to Marsh"."""
    return 0 <= max(cue.start - source.end, source.start - cue.end) <= _BESIDE


def find_candidates(
    layout: Layout, tokens: TokenIndex, quotations: Sequence[Quotation], facts: Sequence[Range]
) -> tuple[Candidate, ...]:
    """Find the statements of an article, in text order (the longer first where two begin at one place).

    A quotation's content is a candidate without the words that attribute it; where the content is no clause ("denies
    any war intentions"), the sentence around it is. Main clauses that are joined count one by one. A
    subordinate clause counts as well when it holds a figure or time. Questions, orders and fragments do not count.

    Args:
        layout: of the article.
        tokens: of a parse of ``layout.view``.
        quotations: of the article.
        facts: spans of its quantities and times, in any order.
    """
    finder = _Finder(layout, tokens, quotations, facts)
    found = {(c.span, c.quote): c for s in find_sentences(layout, tokens.doc) for c in finder.of_sentence(s)}
    return tuple(sorted(found.values(), key=lambda c: (c.span.start, -c.span.end)))


class _Finder:
    """Finds the candidates of one article, sentence by sentence."""

    def __init__(
        self, layout: Layout, tokens: TokenIndex, quotations: Sequence[Quotation], facts: Sequence[Range]
    ) -> None:
        self.layout, self.view = layout, layout.view
        self.title = layout.title
        self.tokens = tokens
        self.quotations = quotations
        self.facts = sorted(r.start for r in facts)
        pieces = [_Piece(r, i) for i, q in enumerate(quotations) for r in q.content]
        self.contents, self.inside_contents = pieces, RangeIndex([p.span for p in pieces])
        self.pieces = _outermost(sorted(pieces, key=lambda p: (p.span.start, -p.span.end)))
        self.piece_ends = [p.span.end for p in self.pieces]

    def of_sentence(self, sentence: Range) -> Iterator[Candidate]:
        """Yield the candidates of one sentence."""
        whole = trimmed(self.view, *sentence)
        if whole.start == whole.end or (self._asks(sentence, whole.end) and QUESTION.decides(whole)):
            return
        if is_notice(whole.of(self.view)) and NOTICE.decides(whole):
            return
        pieces = list(self._pieces_in(whole))
        stated = [p for p in pieces if self._states(p.span) and not self._is_told_of(p)]
        told_of = (
            p for p in self._nested_in(whole) if self.quotations[p.quote].stance not in (Stance.KNOWS, Stance.URGES)
        )
        nested = [p for p in told_of if NESTED_SPEECH.decides(p.span)]  # not what a suit claims that the firm knew
        told = _Told([(p.quote, self.quotations[p.quote]) for p in nested])
        for piece in stated + nested:
            if not self._asks(sentence, piece.span.end):
                found = self._main_clauses(piece.span, piece.quote)
                yield from (c for c in found if not told.hold(c))
        if stated:
            for rest in self._rests(whole, stated):
                yield from self._main_clauses(rest, None)
        else:
            yield from self._main_clauses(*self._unquoted(whole, pieces))
        yield from self._fact_clauses(whole, pieces)
        yield from self._told_of_sources(whole, stated)

    def _pieces_in(self, sentence: Range) -> Iterator[_Piece]:
        """Yield the contents in a sentence, cut at its ends; a clause broken by its attribution is joined."""
        last: _Piece | None = None
        first = bisect_right(self.piece_ends, sentence.start)
        for piece in self.pieces[first : bisect_left(self.pieces, sentence.end, key=lambda p: p.span.start)]:
            span = trimmed(self.view, max(piece.span.start, sentence.start), min(piece.span.end, sentence.end))
            if span.start >= span.end:
                continue
            if last and last.quote == piece.quote and not (self._states(last.span) and self._states(span)):
                last = _Piece(Range(last.span.start, span.end), piece.quote)
                continue
            if last:
                yield last
            last = _Piece(span, piece.quote)
        if last:
            yield last

    def _states(self, span: Range) -> bool:
        tokens = self.tokens.inside(*span)
        return is_statement(tokens)

    def _is_told_of(self, piece: _Piece) -> bool:
        """Whether the claim is not a content, but what its source does with it: demands it, or takes it back."""
        quotation = self.quotations[piece.quote]
        disclaims = quotation.stance is Stance.DISCLAIMS and quotation.type is not QuoteType.DIRECT
        return (self._is_demanded(piece) and DEMANDED.decides(piece.span)) or (
            disclaims and TAKEN_BACK.decides(piece.span)
        )

    def _is_demanded(self, piece: _Piece) -> bool:
        """Whether a content is what its source wants done: "demanded <the port close>", not "asked <if it had>"."""
        quotation, first = self.quotations[piece.quote], self.tokens.inside(*piece.span)[0]
        asks = INTERROGATIVES.isdisjoint([first.lower_, word_beside(first, -1)])
        wants = quotation.stance is Stance.URGES or (quotation.stance is Stance.ASKS and asks)
        return wants and quotation.type is not QuoteType.DIRECT

    def _nested_in(self, sentence: Range) -> Iterator[_Piece]:
        """Yield the contents within contents that lie in a sentence and are clauses."""
        for i in self.inside_contents.within(sentence):
            piece = self.contents[i]
            outer = next((p for p in self.inside_contents.around(piece.span.start) if p != i), None)
            if outer is not None and self.contents[outer].quote != piece.quote and self._states(piece.span):
                yield piece

    def _unquoted(self, whole: Range, pieces: list[_Piece]) -> tuple[Range, int | None]:
        """Return a sentence none of whose contents is a clause, and the quotation that all of it stands for.

        It does so when an attribution behind a comma ends it ("…, officials said"), and when most of it is what a
        source says or shows ("A study found 31 cases").
        """
        for piece in pieces:
            quotation, shared = self.quotations[piece.quote], piece.span.overlap(whole) / (whole.end - whole.start)
            frame = [r for r in (quotation.cue, quotation.source) if r]
            if frame and "," in self.view[piece.span.end : min(r.start for r in frame)][:2]:
                return Range(whole.start, piece.span.end), piece.quote
            told = quotation.stance in _TOLD and not self._is_aside(quotation)
            if shared >= _MOST and told:  # who says an order between marks claims nothing by that
                return piece.span if quotation.type is QuoteType.DIRECT else whole, piece.quote
        return whole, None

    def _is_aside(self, quotation: Quotation) -> bool:
        """Whether a sentence tells what its source does, or does not make its source its subject.

        "He <praised> their “courage”", "he <described> it as old", "she left after a report <that found> 12 faults".
        """
        cue, words = self.tokens.inside(*quotation.cue) if quotation.cue else [], act_words()
        if any(word.lower_ in words.judging | words.topical | words.naming for word in cue):
            return True
        relative = (verb for verb in cue if governor(verb, rel.RELATIVE_CLAUSE) is not None)
        return any((own := subject(verb)) is not None and own.lower_ in RELATIVE for verb in relative)

    def _rests(self, whole: Range, pieces: list[_Piece]) -> Iterator[Range]:
        """Yield what the article itself states before or behind the quotations of a sentence."""
        taken = [p.span for p in pieces]
        for quotation in (self.quotations[p.quote] for p in pieces):
            cue, source = quotation.cue, quotation.source
            if cue and whole.covers(cue):
                taken.append(cue)
                if source and (_adjoin(cue, source) or self._tells_of(source, cue)):
                    taken.append(source)
        first, last = min(r.start for r in taken), max(r.end for r in taken)
        for start, end in ((whole.start, first), (last, whole.end)):
            tokens = without_links(stretch := self.tokens.inside(start, end)) if start < end else []
            if end == whole.end and has_subject_before(tokens, last) and INTERRUPTED.decides((first, last)):
                yield whole
            elif has_clause(tokens) and not is_adverbial(stretch[0], tokens):
                rest = range_of(*tokens)
                link = stretch[-1] if end == first and is_verb(tokens[-1]) else None  # "she <stood by> her claim that"
                leads = link is not None and is_preposition(link) and not is_present_participle(link.nbor())
                goes_on = leads or self._goes_on(rest, Range(first, last))
                yield whole if goes_on and CUT_OFF.decides(rest) else rest

    def _tells_of(self, source: Range, cue: Range) -> bool:
        """Whether all between a source and its cue tells who that is: "<Marsh>, who runs the mill, <said>"."""
        behind = self.tokens.inside(source.end, cue.start)[:2]
        return len(behind) > 1 and behind[0].text == "," and behind[1].lower_ in DEPENDENT_RELATIVES

    def _goes_on(self, rest: Range, quoted: Range) -> bool:
        """Whether a word of a stretch goes on in what is quoted behind it: "it was a piece <he wrote> to say that"."""
        for verb in self.tokens.inside(*quoted):
            head = governor(verb, rel.RELATIVE_CLAUSE) or governor(verb, rel.CLAUSAL_COMPLEMENT)
            if head is not None and rest.covers((head.idx, end_of(head))):
                return True
            above = governor(verb)  # "the warnings <come> after she said that"
            if above is not None and is_verb(above) and end_of(above) == rest.end:
                return True
        return False

    def _main_clauses(self, span: Range, quote: int | None) -> Iterator[Candidate]:
        tokens = without_links(self.tokens.inside(*span))
        if not tokens:
            return
        mains = list(main_clauses(tokens))
        if len(mains) > 1 and not SPLIT.decides(span):
            mains = [tokens]
        for main in mains:
            yield from self._candidate(main, quote, is_clause=len(mains) > 1)

    def _fact_clauses(self, whole: Range, pieces: list[_Piece]) -> Iterator[Candidate]:
        for clause in fact_clauses(self.tokens.inside(*whole)):
            start, end = clause[0].idx, end_of(clause[-1])
            if self._holds_fact(start, end) and FACT_CLAUSE.decides((start, end)):
                quote = next((p.quote for p in pieces if p.span.covers((start, end))), None)
                yield from self._candidate(clause, quote, is_clause=True)

    def _told_of_sources(self, whole: Range, pieces: list[_Piece]) -> Iterator[Candidate]:
        """Yield what is told of a source beside its cue, behind a comma: "<Marsh, who lost 3 mills in 2010>, said"."""
        for quotation in {p.quote: self.quotations[p.quote] for p in pieces}.values():
            source, cue = quotation.source, quotation.cue
            if source is None or cue is None or not whole.covers(source):
                continue
            for verb in self.tokens.inside(source.start, cue.start if source.start < cue.start else whole.end):
                noun, (first, last) = governor(verb, rel.RELATIVE_CLAUSE), phrase(verb)
                if noun is None or not is_finite(verb) or not source.covers((noun.idx, end_of(noun))):
                    continue
                span = trimmed(self.view, source.start, end_of(last))
                apart = "," in self.view[source.start : first.idx]  # not "those who earn 900 crowns say"
                if apart and self._holds_fact(first.idx, span.end) and TOLD_OF_SOURCE.decides(span):
                    yield Candidate(span, tuple(self.tokens.inside(*span)), verb, None, is_clause=True)

    def _holds_fact(self, start: int, end: int) -> bool:
        """Whether a figure or a time begins in a stretch."""
        i = bisect_left(self.facts, start)
        return i < len(self.facts) and self.facts[i] < end

    def _candidate(self, tokens: Sequence[Token], quote: int | None, *, is_clause: bool) -> Iterator[Candidate]:
        span = closed(self.view, trimmed(self.view, tokens[0].idx, end_of(tokens[-1])))
        inside = tuple(self.tokens.inside(*span))
        words = sum(token.is_alpha or token.like_num for token in inside)
        if words < _MIN_WORDS or "?" in span.of(self.view):
            return
        if not (has_finite_verb(inside) or self._is_whole(span, inside)):
            return
        verb = main_verb(inside)
        torn = TORN_WORD.match(self.view, span.start) or verb is None or subject(verb) is None
        if torn and self._begins_small(span.start) and CUT_LINE.decides(span):
            return
        hangs = is_dependent(inside, verb, quoted=quote is not None)
        if not (hangs or states_nothing(inside, verb)):
            yield Candidate(span, inside, verb, self._quote_of(span, quote), is_clause)

    def _begins_small(self, start: int) -> bool:
        """Whether a line below the lead begins in small letters."""
        i = self.layout.paragraph_at(start)
        return i > 1 and self.layout.paragraphs[i].span.start == start and _SMALL.match(self.view, start) is not None

    def _is_whole(self, span: Range, tokens: Sequence[Token]) -> bool:
        """Whether a stretch states something without a finite verb: a headline, a sentence with a past misread."""
        titled = self.title is not None and self.title.covers(span) and len(tokens) > _MIN_WORDS
        if titled and any(map(is_verb, tokens)):  # not "One year on: a town in mourning"
            return HEADLINE.decides(span)
        return self.view[span.end : span.end + 1] == "." and may_be_clause(tokens)

    def _quote_of(self, span: Range, likely: int | None) -> int | None:
        """Return the quotation that a candidate has words of: the one it was found in, or else one around it."""
        if likely is not None:
            content = self.quotations[likely].content  # of pieces in order, the last that begins before the span's end
            before = bisect_left(content, (span.end,)) - 1
            if before >= 0 and span.overlap(content[before]):
                return likely
        around = (self.contents[i] for i in self.inside_contents.around(span.start))
        return next((piece.quote for piece in around if piece.span.covers(span)), None)

    def _asks(self, sentence: Range, end: int) -> bool:
        """Whether a question mark ends the sentence, or the words that end at the offset."""
        tail = self.view[end : end + 3] if end < sentence.end else self.view[max(sentence.start, end - 4) : end]
        return "?" in tail


def _outermost(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Leave out those inside others; what is left has both its starts and its ends in text order."""
    kept: list[_Piece] = []
    for piece in pieces:
        if not kept or piece.span.end > kept[-1].span.end:
            kept.append(piece)
    return kept
