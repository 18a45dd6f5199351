"""Who says what stands between marks, where the layout tells it and the tagger does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import (
    AFFILIATING,
    ARTICLES,
    DEPENDENT_RELATIVES,
    OF,
    PERSONAL,
    QUANTIFIERS,
    THIRD_PLURAL,
)
from quotex.english.people import source_nouns
from quotex.parse import relations as rel
from quotex.parse.grammar import (
    has_tense,
    is_finite,
    is_numeral,
    is_plural,
    is_pronoun,
    is_proper_noun,
    is_verb,
    lemma,
    opens_sentence,
    subject,
)
from quotex.parse.phrases import prepositional_complements
from quotex.parse.relations import governor
from quotex.parse.reporting import is_in_noun_phrase, subject_within
from quotex.parse.tokens import TokenIndex, end_of, range_of
from quotex.quotes.drafts import Draft
from quotex.quotes.fitting import Marks, strip_marks
from quotex.quotes.hearing import Heard
from quotex.text import STOPS, Layout, ParagraphKind, Quoted, Range
from quotex.text.marks import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token

SIGNED = Rule("quotes.signed", "the name behind a dash, or in brackets, says whose words stand before it")
LABELLED = Rule("quotes.labelled", "the name before a colon says whose words between marks follow")
LED_IN = Rule("quotes.led-in", "a paragraph that ends in a colon attributes the quotation that follows")
ACTS_BEFORE = Rule(
    "quotes.acts-before",
    "who acts in the sentence right before whole sentences between marks says them, or the one person above them",
)
SPEAKS_ON = Rule(
    "quotes.speaks-on", "who spoke last speaks on in the next words between marks, if no others stand between"
)
OWN_CLAUSE = Rule("quotes.own-clause", "the “who” behind a source and its comma opens a clause, and is no part of it")
BARE_ARTICLE = Rule("quotes.bare-article", "no source is an article alone: “the” of “the Herald” is all of it")

_PERSONS = PERSONAL | THIRD_PLURAL
_REACH = 200
"""How far from a mark what attributes it may stand, in characters: a sentence."""
_LEADS = ".:"
"""What ends a sentence that leads up to a quotation."""
_LABEL_ENDS = re.compile(r"(?:(?P<colon>:)|(?<=\s)(?P<dash>[—–-]))\s?$")
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-Z][^\s.,;:!?]*(?:[ ,.]{1,2}[^\s.,;:!?“”\"]+){0,9})\.?\s*"
)
_NAMED_BEHIND = re.compile(
    r"\s*(?P<mark>\(|[―—–](?= )) ?(?P<name>(?:[A-Z][\w’'.-]* )+[A-Z][^\s()“”\",.]*(?:, [^()“”\".•\n]+)?)"
    r"(?:[.)]|$|\s(?=•))",
    re.M,
)
"""Who is quoted, of two words at least, in brackets or behind a dash right behind a quotation, and nothing else."""

Beside = tuple[Range, Range]
"""A cue, or the sign that stands for one, and its source."""


class Sourcing:
    """Finds who is named beside a pair of marks or spoke before it."""

    def __init__(self, layout: Layout, marks: Marks, tokens: TokenIndex, heard: Heard) -> None:
        self._layout, self._marks, self._tokens, self._heard = layout, marks, tokens, heard

    def find(self, draft: Draft, quoted: Quoted, before: Draft | None) -> None:
        """Give a quotation the source that signs or labels it, led it in with a colon, or speaks on."""
        self._sign(draft, quoted)
        if draft.source:
            return
        led = None if draft.cue else self._led_in(draft)
        if led and (place := led[0] or led[1]) and LED_IN.decides(place):
            draft.cue, draft.source = led
        elif before and self._goes_straight_on(before, draft, quoted) and SPEAKS_ON.decides(draft.span):
            draft.source, draft.continues = before.source, before
        elif not draft.cue and (actor := self._acting(draft, quoted)) and ACTS_BEFORE.decides(actor):
            draft.source = actor

    def _sign(self, draft: Draft, quoted: Quoted) -> None:
        """Let the name behind a dash, or before a colon, be the source, unless a cue stands elsewhere."""
        own = self._signed(quoted) or (None if draft.cue or draft.source else self._named_behind(quoted))
        if own and not self._has_other_cue(draft, own) and SIGNED.decides(own[1]):
            draft.cue, draft.source = own
            draft.evidence = replace(draft.evidence, content=1.0)  # the layout says so, however short it is
        label = self.labelled(quoted)
        if label and (not draft.cue or draft.cue.overlap(label[1])) and LABELLED.decides(label[1]):
            draft.cue, draft.source = label

    def cue_behind(self, quoted: Quoted) -> Beside | None:
        """Find the cue heard right behind a closing mark, with its source, and nothing else between: "…," she added."""
        if quoted.closing is None:
            return None
        end, text = quoted.closing.end, self._layout.text
        paragraph = self._paragraph(quoted)
        cue, source = self._heard.first_cue(end, min(end + _REACH, paragraph.end)) or (None, None)
        if cue is None or source is None or source.start < end:
            return None
        start = min(cue.start, source.start)
        anew = text[quoted.inner.end - 1] in STOPS and not text[start].islower()  # “….” Marsh added that …
        return None if anew or any(char.isalnum() or char in STOPS for char in text[end:start]) else (cue, source)

    def cut_in(self, start: int, quoted: Quoted) -> Range | None:
        """Find who does something before a colon and a mark: "…, Marsh said, before <the minister> cut in: “…”"."""
        lead = Range(start, quoted.opening.start).trimmed(self._layout.text)
        colon = lead.start < lead.end and self._layout.text[lead.end - 1] == ":"
        return self.leading(lead, _is_another) if colon else None

    def _named_behind(self, quoted: Quoted) -> Beside | None:
        """Find the name in brackets, or behind a dash, right behind a closing mark."""
        match = _NAMED_BEHIND.match(self._layout.text, quoted.closing.end) if quoted.closing else None
        named = match and any(map(is_proper_noun, self._tokens.inside(*match.span("name"))))
        return (Range(*match.span("mark")), Range(*match.span("name"))) if match and named else None

    def _signed(self, quoted: Quoted) -> Beside | None:
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
        title = self._layout.paragraphs[at].kind is ParagraphKind.TITLE
        if match and title and any(map(is_verb, self._tokens.inside(*match.span("name")))):
            return None  # ‘We have lost all’ - Inquiry to begin in May
        return (Range(*match.span("dash")), Range(*match.span("name"))) if match else None

    def labelled(self, quoted: Quoted) -> Beside | None:
        """Find the name that is all that stands before a colon, with what its bearer is: Jo Marsh, the mayor: "…".

        A dash parts it as well where it begins the paragraph that the quotation ends.
        """
        opening = quoted.opening.start
        paragraph = self._paragraph(quoted)
        sign = _LABEL_ENDS.search(self._layout.text, max(paragraph.start, opening - 3), opening)
        alone = not any(map(str.isalnum, self._layout.text[quoted.outer.end : paragraph.end]))
        if sign is None or (sign["dash"] and not (alone and self._layout.text[quoted.inner.end - 1] in STOPS)):
            return None
        start, end = max(paragraph.start, opening - _REACH), sign.start()
        words: list[Token] = []
        for word in self._tokens.inside(start, end)[::-1]:
            if word.text in (*STOPS, ":") or (words and MARKS.issuperset(word.text)):  # a name may be between marks
                break
            words += [word] if any(map(str.isalnum, word.text)) else []  # "★★★☆☆ The Herald:"
        words.reverse()
        run = list(takewhile(_names, words))
        behind = self._layout.text[end_of(run[-1]) : end_of(run[-1]) + 2] if run else ""
        told = behind.startswith((",", " (")) and not any(map(has_tense, words))  # what the bearer is
        names = any(map(is_proper_noun, words)) and (told or run == words)
        begins = not sign["dash"] or (words and words[0].idx == paragraph.start)
        return (Range(end, end + 1), range_of(*words)) if run and names and begins else None

    def _has_other_cue(self, draft: Draft, own: Beside) -> bool:
        at, cue = self._layout.paragraph_at, draft.cue
        if cue is None or at(cue.start) != at(draft.content[0].start):
            return False
        return not own[0].start <= cue.start <= own[1].end

    def _goes_straight_on(self, before: Draft, draft: Draft, quoted: Quoted) -> bool:
        """Whether nothing but the end of the sentence that attributes a quotation stands between it and the next."""
        start = quoted.opening.start
        if not before.source or not self.adjoins(before, draft):
            return False
        at, last = self._layout.paragraph_at, before.content[-1]
        if before.cue is None and before.source.start > last.end and at(last.start) < at(start):
            return False  # who acts behind his words has ended them
        if not self._marks.at(before.content[-1].start) and not self._is_whole(draft, quoted):
            return False  # behind what is told without marks, a word between marks may be anybody's
        told = (before.content[-1], before.source, before.cue)
        end = max((part.end for part in told if part and part.end <= start), default=None)
        if end is None:
            return False  # the two are told into one another
        return not any(map(str.isalnum, self._layout.text[end:start])) or self.is_sentence_end(end, start)

    def _is_whole(self, draft: Draft, quoted: Quoted) -> bool:
        """Whether a quotation is of sentences between marks, from the first letter to the last stop."""
        text, last = self._layout.text, self._marks.at(draft.content[-1].start)
        return (
            last is not None
            and last.inner.end == draft.content[-1].end
            and draft.content[0].start == quoted.inner.start
            and text[quoted.inner.start].isupper()
            and text[draft.content[-1].end - 1] in STOPS
        )

    def _paragraph(self, quoted: Quoted) -> Range:
        return self._layout.paragraphs[self._layout.paragraph_at(quoted.inner.start)].span

    def is_sentence_end(self, start: int, end: int) -> bool:
        """Whether what stands between two offsets is the end of one sentence, and no more."""
        stops = self._layout.text[start:end].rstrip().endswith(tuple(STOPS))
        return end - start <= _REACH and stops and not self.begins_sentence(start, end)

    def begins_sentence(self, start: int, end: int) -> bool:
        """Whether another sentence begins between two offsets, behind the first word."""
        words = [token for token in self._tokens.inside(start, end) if not token.is_space]
        return any(opens_sentence(token) and token.text[0].isupper() for token in words[1:])

    def describes(self, draft: Draft) -> bool:
        """Whether the cue of a draft stands in a relative clause: "told the Post, which first reported her loss"."""
        cue = self._tokens.inside(*draft.cue) if draft.cue else []
        return any(governor(word, rel.RELATIVE_CLAUSE) is not None for word in cue)

    def adjoins(self, before: Draft, draft: Draft) -> bool:
        """Whether one stands in the paragraph of the other or in the next."""
        first = self._layout.paragraph_at(before.content[-1].start)
        return self._layout.paragraph_at(draft.content[0].start) - first <= 1

    def _acting(self, draft: Draft, quoted: Quoted) -> Range | None:
        """Who does something in the sentence right before whole sentences between marks, or one person above them."""
        at = self._layout.paragraph_at(quoted.inner.start)
        before = Range(self._layout.paragraphs[at].span.start, quoted.opening.start).trimmed(self._layout.text)
        above = before.start == before.end
        if above and at and self._layout.paragraphs[at - 1].kind is ParagraphKind.BODY:
            before = self._layout.paragraphs[at - 1].span
        ends = before.start < before.end and self._layout.text[before.end - 1] in _LEADS
        who = _is_one_person if above else can_speak
        actor = self.leading(before, who) if ends and self._is_whole(draft, quoted) else None
        return actor and strip_marks(self._layout.text, actor)

    def lead_in(self, piece: Range) -> Range | None:
        """Return the paragraph above the one that a piece begins, where that ends in a colon."""
        at = self._layout.paragraph_at(piece.start)
        above, own = self._layout.paragraphs[max(0, at - 1)].span, self._layout.paragraphs[at].span
        begins = at > 0 and not any(map(str.isalnum, self._layout.text[own.start : piece.start]))
        return above if begins and above.of(self._layout.text).endswith(":") else None

    def _led_in(self, draft: Draft) -> tuple[Range | None, Range | None] | None:
        """The last cue of the paragraph that leads a quotation in, and its source, or who acts there."""
        lead = self.lead_in(draft.content[0])
        heard = self._heard.last_cue(max(lead.start, lead.end - _REACH), lead.end) if lead else None
        return heard or (None, self.leading(lead)) if lead else None

    def leading(self, lead: Range, speaks: Callable[[Token], bool] | None = None) -> Range | None:
        """Find who does something in the sentence that leads up to a quotation: "At the end the mayor read a note:".

        Args:
            lead: up to the quotation.
            speaks: whether a subject can be its source; None: who can speak.
        """
        words = self._tokens.inside(max(lead.start, lead.end - _REACH), lead.end)
        for i, token in reversed([*enumerate(words)]):
            verb = governor(token, rel.AUXILIARY) or token
            head = subject(verb) if is_finite(token) else None
            if head is not None:
                own = subject_within(verb, words) if (speaks or can_speak)(head) else []
                return range_of(*own) if own else None
            if opens_sentence(token):  # "Mayor Jo Marsh, speaking to reporters:"
                name = list(takewhile(_names, words[i:]))
                label = self._layout.text[lead.end - 1] == ":" and any(map(is_proper_noun, name))
                return range_of(*name) if label else None
        return None


def _names(word: Token) -> bool:
    """Whether a word can be of those that name somebody: "the head of Port Ellery"."""
    return is_in_noun_phrase(word) or word.lower_ in AFFILIATING


def can_speak(subject: Token) -> bool:
    """Whether a subject is somebody: a name, a pronoun for persons, a noun for speakers, or one or some of these."""
    of = prepositional_complements(subject, OF) if is_numeral(subject) or subject.lower_ in QUANTIFIERS else ()
    return _is_person(subject) or _noun(subject) in source_nouns() or any(map(can_speak, of))


def _is_another(subject: Token) -> bool:
    """Whether a subject is somebody, and no pronoun for who was named before."""
    return can_speak(subject) and not is_pronoun(subject)


def _is_one_person(subject: Token) -> bool:
    return _is_person(subject) and not is_plural(subject) and subject.lower_ not in THIRD_PLURAL


def with_noun(source: Range, others: Iterable[Range | None], tokens: TokenIndex) -> Range | None:
    """Return a source of which but the article was heard with its noun, "<the> Herald"; None where others hold that.

    The relative pronoun behind its comma is of what is told next: "wrote <one user>, who posted a picture".
    """
    words = tokens.inside(*source)
    hangs = len(words) > 2 and words[-1].lower_ in DEPENDENT_RELATIVES and words[-2].text == ","
    if hangs and OWN_CLAUSE.decides(source):
        return range_of(*words[:-2])
    noun = governor(words[0], rel.DETERMINER) if len(words) == 1 and words[0].lower_ in ARTICLES else None
    whole = range_of(words[0], noun) if noun is not None else source
    free = not any(whole.overlap(other) for other in others if other)
    if noun is None or not BARE_ARTICLE.decides(whole):
        return source
    return whole if free else None  # "<the> hope was that" is nobody's


def _is_person(subject: Token) -> bool:
    """Whether a subject is a name, a pronoun for persons, or a noun for one."""
    return is_proper_noun(subject) or subject.lower_ in _PERSONS or source_nouns().is_person(_noun(subject))


def _noun(subject: Token) -> str:
    return source_nouns().singular(subject.lower_, lemma(subject))
