"""Who relays what another is told to have said: the outer attribution of a sentence, of which the inner one is heard.

“We stay,” he told a local radio, Norpress reported.    Marsh said the mill was sold, according to the Herald.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.contract.records import Act, Stance
from quotex.contract.rules import Rule
from quotex.english.closed import ACCORDING, INTERROGATIVES, TO
from quotex.parse import relations as rel
from quotex.parse.clauses import has_finite_verb
from quotex.parse.grammar import is_noun, is_verb, sentence_of
from quotex.parse.phrases import phrase
from quotex.parse.relations import dependent
from quotex.parse.reporting import clause_of, reported, told_before
from quotex.parse.tokens import TokenIndex, end_of, range_of, word_beside
from quotex.quotes.confidence import Evidence
from quotex.quotes.cues import stance_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks
from quotex.quotes.sourcing import can_speak
from quotex.quotes.telling import is_supposed
from quotex.text import STOPS, Layout, Range, RangeIndex
from quotex.text.marks import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token

RELAYED = Rule("quotes.relayed", "what tells that one says something is told by who is named behind it, or before it")

_SURE = 0.9
"""How likely it is that such a sentence is what its source tells."""
_LONGEST_TAIL = 5
"""Words between the verb and the stop: "reported <on its website on Monday>"."""

_Attribution = tuple[Range, Range]
"""A cue and its source."""


def relayed(layout: Layout, marks: Marks, tokens: TokenIndex, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Find the sentences with somebody's words in them that are told by another whom no draft names.

    Args:
        layout: of the article.
        marks: its quotation marks.
        tokens: its parse.
        drafts: the quotations that are heard.
    """
    cues = RangeIndex([draft.cue or Range(0, 0) for draft in drafts])
    inner = [(draft.cue, draft.span) for draft in drafts if draft.cue and draft.source]
    within = RangeIndex([cue for cue, _ in inner])
    whole = RangeIndex([Range(min(cue.start, told.start), max(cue.end, told.end)) for cue, told in inner])
    contents = RangeIndex([piece for draft in drafts for piece in draft.content])
    for token in tokens:
        told = _attribution(token)
        if told is None or cues.touches(told[0]) or marks.at(token.idx) or layout.in_boilerplate(token.idx):
            continue
        clause = clause_of(token)
        content = range_of(*clause) if clause else _content(layout, marks, token, *told)
        if content is None or (clause and (contents.touches(told[0]) or is_supposed(tokens.inside(*told[0])))):
            continue
        heard = within.touches(content)
        if clause:  # not "she celebrates what she called a success", nor "he said they told the judge" behind a mark
            stated = clause[0].lower_ not in INTERROGATIVES and has_finite_verb(clause)
            heard = stated and next(whole.within(content), None) is not None
        if not heard or not RELAYED.decides(content):
            continue
        if fitted := marks.fit(content):
            evidence = Evidence(content=_SURE, cue=True, source=True, spoken=True)
            yield Draft([_with_mark(marks, fitted)], *told, evidence, act=Act.SAID)


def _attribution(token: Token) -> _Attribution | None:
    """The cue that a word is or begins, and its source, where the two stand as an attribution of a whole sentence."""
    if token.lower_ == ACCORDING and word_beside(token, 1) == TO:
        to = token.nbor()
        who = dependent(to, rel.PREPOSITIONAL_OBJECT)
        source = _to_comma(who) if who is not None and can_speak(who) else None
        return (range_of(token, to), source) if source else None
    if not is_verb(token) or stance_of([token]) is not Stance.ASSERTS:
        return None
    told = reported(token)
    if told is None or not (told.clause or told_before(token) is not None) or not can_speak(told.subject):
        return None
    between = token.doc[told.source[-1].i + 1 : told.cue[0].i]
    named = between[-1:] if between and all(map(is_noun, between)) else ()  # "the agency <Norpress> reported"
    return range_of(*told.cue), range_of(*told.source, *named)


def _to_comma(who: Token) -> Range:
    """A source as far as its first comma: "according to <the Herald>, a paper that …"."""
    first, last = phrase(who)
    words = list(who.doc[who.i : last.i + 1])
    end = next((i for i, word in enumerate(words) if word.text == ","), len(words))
    return range_of(first, words[end - 1])


def _content(layout: Layout, marks: Marks, token: Token, cue: Range, source: Range) -> Range | None:
    """The rest of a sentence, before the comma of an attribution that ends it, or behind that of one that opens it."""
    text = layout.view
    sentence = range_of(*sentence_of(token))
    start, end = min(cue.start, source.start), max(cue.end, source.end)
    before = text[sentence.start : start].rstrip()
    if not before:
        comma = text[end : end + 1] == "," and cue.start < source.start
        return _stated(Range(end + 1, sentence.end), token) if comma else None
    behind = list(token.doc[token.i + 1 : sentence_of(token).end])
    tail = [word for word in behind if word.idx >= end and word.text not in STOPS]
    apart = before.rstrip("".join(MARKS) + " ").endswith(",")
    if not apart or len(tail) > _LONGEST_TAIL or any(is_verb(word) or word.is_punct for word in tail):
        return None
    quoted = marks.before(start)
    opens = quoted is not None and quoted.closing is not None and quoted.outer.end > sentence.start - 2
    content = Range(min(sentence.start, quoted.outer.start if quoted and opens else start), start)
    paragraph = layout.paragraphs[layout.paragraph_at(content.start)].span
    above = text[paragraph.start : content.start].rstrip()
    begins = not above or above[-1] in STOPS or above[-1] in MARKS  # the parser cuts sentences in two
    return _stated(content, token) if begins else None


def _stated(content: Range, token: Token) -> Range | None:
    """A content, if it states something."""
    words = [word for word in sentence_of(token) if content.start <= word.idx and end_of(word) <= content.end]
    return content if words and has_finite_verb(words) else None


def _with_mark(marks: Marks, content: Range) -> Range:
    """A content with the mark that opens before its first word, where words without marks follow."""
    pair = marks.at(content.start)
    opened = pair is not None and pair.inner.start == content.start and pair.outer.end < content.end
    return Range(pair.opening.start, content.end) if pair and opened else content
