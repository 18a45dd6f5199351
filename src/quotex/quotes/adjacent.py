"""Cues that stand right beside a pair of marks, from the lexicon and the parse.

The tagger finds nearly all of them; this is for those it misses beside marks that are sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from quotex.contract.rules import Rule
from quotex.contract.terms import Stance
from quotex.english.acts import act_words
from quotex.english.closed import AFFILIATING, PERSONAL, THIRD_PLURAL, TO
from quotex.english.people import source_nouns
from quotex.parse import relations as rel
from quotex.parse.grammar import (
    has_tense,
    is_finite,
    is_noun,
    is_numeral,
    is_pronoun,
    is_proper_noun,
    lemma,
    opens_sentence,
    subject,
)
from quotex.parse.relations import governor
from quotex.parse.reporting import ends_verb, is_in_noun_phrase, precedes_verb, reported, subject_within
from quotex.parse.tokens import TokenIndex, range_of
from quotex.quotes.cues import SPOKEN, stance_of
from quotex.text import STOPS, Layout, Quoted, Range
from quotex.text.marks import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLS_BESIDES = Rule(
    "quotes.tells-besides", "who tells something in the next sentence has not said what was quoted before it"
)

_PERSONS = PERSONAL | THIRD_PLURAL
_REACH = 160
"""How far from a mark a cue may stand, in characters."""
_PERCEIVED = 5
"""Words of a cue that tells how speech is perceived, at most."""

_SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-Z][^\s.,;:!?]*(?:[ ,.]{1,2}[^\s.,;:!?“”\"]+){0,9})\.?\s*"
)
_NAMED_BEHIND = re.compile(
    r"\s*(?P<mark>\(|[―—–](?= )) ?(?P<name>(?:[A-Z][\w’'.-]* )+[A-Z][^\s()“”\",.]*(?:, [^()“”\".]+)?)(?:[.)]|$)", re.M
)
"""Who is quoted, of two words at least, in brackets or behind a dash right behind a quotation, and nothing else."""


class Beside(NamedTuple):
    """A cue and its source."""

    cue: Range
    source: Range


class Surroundings:
    """Looks for a cue of speech and its subject before or behind pairs of marks."""

    def __init__(self, layout: Layout, tokens: TokenIndex) -> None:
        self._layout, self._tokens = layout, tokens

    def behind(self, quoted: Quoted) -> Beside | None:
        """Find "…," said the minister / the minister said."""
        if quoted.closing is None:
            return None
        if signed := self.signed(quoted) or self._named_behind(quoted.closing.end):
            return signed
        tokens = self._stretch(quoted.closing.end, forward=True)
        end = self._layout.text[quoted.inner.end - 1]
        anew = bool(tokens) and end in STOPS and tokens[0].text[0].isupper()
        if not tokens or (end == "." and anew):
            return None
        for i, token in enumerate(tokens):
            if cue := _cue_at(tokens, i):
                if anew and (told := reported(cue[-1])) and told.clause and TELLS_BESIDES.decides(quoted.inner):
                    return None
                subject = self._subject(token, tokens) or (
                    _run(tokens[len(cue) :]) if i == 0 else _run_before(tokens[:i])
                )
                return Beside(range_of(*cue), subject) if subject else None
        return None

    def is_sentence_end(self, start: int, end: int) -> bool:
        """Whether what stands between two offsets is the end of one sentence, and no more."""
        words = [token for token in self._tokens.inside(start, end) if not token.is_space]
        ends = 0 < end - start <= _REACH and bool(words) and words[-1].text[-1] in STOPS
        return ends and not self.begins_sentence(start, end)

    def asks(self, cue: Range) -> bool:
        """Whether a cue tells that somebody asked."""
        return stance_of(self._tokens.inside(*cue)) is Stance.ASKS

    def is_silent(self, cue: Range) -> bool:
        """Whether a cue tells neither of speech nor of thought."""
        return stance_of(self._tokens.inside(*cue)) is Stance.UNKNOWN

    def begins_sentence(self, start: int, end: int) -> bool:
        """Whether another sentence begins between two offsets, behind the first word."""
        words = [token for token in self._tokens.inside(start, end) if not token.is_space]
        return any(opens_sentence(token) and token.text[0].isupper() for token in words[1:])

    def signed(self, quoted: Quoted) -> Beside | None:
        """Find the name behind a dash that ends a paragraph of nothing but a quotation, or makes up the next one."""
        if quoted.closing is None:
            return None
        end, text, at = quoted.closing.end, self._layout.text, self._layout.paragraph_at(quoted.inner.start)
        paragraph = self._layout.paragraphs[at].span
        if any(map(str.isalnum, text[paragraph.start : quoted.opening.start])):
            return None
        match = _SIGNATURE.fullmatch(text, end, paragraph.end)
        if match is None and not text[end : paragraph.end].strip() and at + 1 < len(self._layout.paragraphs):
            match = _SIGNATURE.fullmatch(text, *self._layout.paragraphs[at + 1].span)
        return Beside(Range(*match.span("dash")), Range(*match.span("name"))) if match else None

    def _named_behind(self, end: int) -> Beside | None:
        """Find the name in brackets, or behind a dash, right behind a closing mark."""
        match = _NAMED_BEHIND.match(self._layout.text, end)
        name = Range(*match.span("name")) if match else None
        named = name is not None and any(map(is_proper_noun, self._tokens.inside(*name)))
        return Beside(Range(*match.span("mark")), name) if match and name and named else None

    def labelled(self, quoted: Quoted) -> Beside | None:
        """Find the name that is all that stands before a colon, with what its bearer is: Jo Marsh, the mayor: "…"."""
        text, opening = self._layout.text, quoted.opening.start
        colon = text.rfind(":", max(0, opening - 2), opening)
        tokens = self._stretch(opening, forward=False) if colon >= 0 else []
        run = _run(tokens) if any(map(is_proper_noun, tokens)) else None
        whole = range_of(*tokens) if run else None
        told = run is not None and text.startswith((",", " ("), run.end) and not any(map(has_tense, tokens))
        return Beside(Range(colon, colon + 1), whole) if whole and (run == whole or told) else None

    def leading(self, lead: Range) -> Range | None:
        """Find who does something in the sentence that leads up to a quotation: "At the end the mayor read a note:"."""
        words = self._tokens.inside(max(lead.start, lead.end - _REACH), lead.end)
        for i, token in reversed([*enumerate(words)]):
            verb = governor(token, rel.AUXILIARY) or token
            head = subject(verb) if is_finite(token) else None
            if head is not None:
                return self._subject(verb, words) if can_speak(head) else None
            if opens_sentence(token):  # "Mayor Jo Marsh, speaking to reporters:"
                label = self._layout.text[lead.end - 1] == ":" and any(map(is_proper_noun, words[i:]))
                return _run(words[i:]) if label else None
        return None

    def _stretch(self, offset: int, *, forward: bool) -> list[Token]:
        """The words of the sentence on one side of an offset, up to a mark or a full stop, marks and commas out."""
        # where paragraphs touch, what ends one is where the next begins
        paragraph = self._layout.paragraphs[self._layout.paragraph_at(offset - forward)].span
        if forward:
            near = self._tokens.inside(offset, min(paragraph.end, offset + _REACH))
        else:
            near = self._tokens.inside(max(paragraph.start, offset - _REACH), offset)[::-1]
        words: list[Token] = []
        for token in near:
            if token.text in tuple(STOPS) or (words and MARKS.issuperset(token.text)):  # "'s" is none
                break
            if not token.is_punct and not token.is_space:
                words.append(token)
        return words if forward else words[::-1]

    def _subject(self, verb: Token, tokens: Sequence[Token]) -> Range | None:
        """The subject of a verb as the parse has it, as far as it stands in the stretch."""
        words = subject_within(verb, tokens)
        return range_of(*words) if words else None


def _cue_at(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    """The verb of speech at a place, with its particle ("went on"), or as one perceives it; empty: there is none."""
    if has_tense(tokens[i]):
        for cue in (tokens[i : i + 1], tokens[i : i + 2]):
            if stance_of(cue) in SPOKEN and ends_verb(cue[-1]):
                return cue
    return _perceived(tokens[i : i + _PERCEIVED]) if precedes_verb(tokens[i]) else ()


def _perceived(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words for speech that there is a recording of: "is heard to say", "can be heard telling"."""
    at = next((at for at, token in enumerate(tokens) if token.lower_ in act_words().perceived), len(tokens))
    end = at + 2 + any(token.lower_ == TO for token in tokens[at + 1 : at + 2])
    said = tokens[end - 1 : end]
    return tokens[:end] if said and stance_of(said) in SPOKEN else ()


def _run(tokens: Sequence[Token]) -> Range | None:
    """The name, noun phrase or pronoun that the tokens begin with, with "of …", "for …" and a name behind a comma."""
    if tokens and is_pronoun(tokens[0]):
        return range_of(tokens[0])
    run: list[Token] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        adjoins = not run or token.i == run[-1].i + 1 or is_proper_noun(token)
        joins = run and following is not None and token.lower_ in AFFILIATING and is_in_noun_phrase(following)
        if not adjoins or not (is_in_noun_phrase(token) or joins):
            break
        run.append(token)
    return range_of(*run) if any(is_noun(token) or is_numeral(token) for token in run) else None


def _run_before(tokens: Sequence[Token]) -> Range | None:
    """The one that they are, adverbs and auxiliaries behind it aside."""
    end = len(tokens)
    while end and precedes_verb(tokens[end - 1]):
        end -= 1
    start = end
    while (
        start and is_in_noun_phrase(tokens[start - 1]) and (start == end or tokens[start - 1].i + 1 == tokens[start].i)
    ):
        start -= 1
    if start == end and end and is_pronoun(tokens[end - 1]):
        start -= 1
    if start == end or start:
        return None
    return range_of(*tokens[start:end])


def can_speak(subject: Token) -> bool:
    """Whether a subject is somebody: a name, a pronoun for persons, a noun that speakers are called by."""
    nouns, word = source_nouns(), subject.lower_
    noun = nouns.singular(word, lemma(subject))
    return is_proper_noun(subject) or word in _PERSONS or noun in nouns or nouns.is_person(noun)
