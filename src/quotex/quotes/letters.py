"""Letters, to an editor or to a column: from the salutation to the signature its writer speaks.

Dear Odile,                             Sir, I have taken the 7.14 to Orrin for thirty years.
My flatmate eats my cheese.             We deserve better.
Hungry in Hallum                        Nora Feld, Vint
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.contract.rules import Rule
from quotex.english.names import FULL_NAME
from quotex.english.writing import LETTERS, SALUTATION, SALUTED, SENDER, VALEDICTION
from quotex.quotes.drafts import Turn
from quotex.text import ENDED, Layout, ParagraphKind, Range

LETTER = Rule("quotes.letter", "what stands from a salutation to the signature is its writer's")

_PAGE = re.compile(LETTERS)
_AWAY = r"(?: \([^()\n]{2,20}\))?(?:, [A-Z][^\n.!?“”]{0,60})?"
"""What stands behind a writer's name: letters of rank, where he lives."""
_WRITER = re.compile(rf"(?:[—–]|--?)?\s?(?P<name>{FULL_NAME}){_AWAY}")
_WRITER_BEHIND = re.compile(rf"(?<=[.!?”\"])\s+(?:[—–]|--)\s?(?P<name>{FULL_NAME})(?:, [^\n.!?“”]{{1,60}})?$")
_OPENING = re.compile(rf"(?:{SALUTATION}[^\n,:.]{{1,40}}|{SALUTED})(?:[,:]|,?\s[–—-]\s)\s*(?:[–—-]\s+)?")
_DASHES = ("–", "—", "-")
_DASHED = re.compile(rf"{_OPENING.pattern}(?<=[–—-]\s)")
"""Matches a salutation that a dash sets off from the letter; one without is part of it."""
_SIGNATURE = re.compile(
    r"(?:[—–]|--?)?\s?(?P<name>[A-Z][\w.’'-]*(?: [\w.’'-]+){0,5})"
    r"(?: \([^()\n]{2,20}\))?(?:, [A-Za-z][^\n.!?:“”]{0,60})?,?"
)
_VALEDICTION = re.compile(rf"(?:^|(?<=[.!?”\"]))\s*{VALEDICTION}$", re.MULTILINE)
_FROM = re.compile(rf"{SENDER}(?P<name>[A-Z][\w.’'-]*(?: [\w.’'-]+){{1,5}})(?:, [A-Z][^\n.!?“”]{{0,60}})?")
_SENTENCE = re.compile(r"[a-z][.!?]$")
_LONGEST_SIGNATURE = 60  # characters: a name, a town and a country; a sentence has more


def find_letters(layout: Layout) -> list[Turn]:
    """Find the letters of an article: each has a signature, or they are several, one the answer to the other."""
    found = max(list(_page(layout)), list(_letters(layout)), key=_signed)
    if len(found) < 2:
        found = [turn for turn in found if turn.label is not None]
    return [turn for turn in found if LETTER.decides(turn.content[0])]


def _signed(letters: list[Turn]) -> int:
    return sum(letter.label is not None for letter in letters)


def is_signature(text: str, line: Range) -> bool:
    """Whether a line is the name under a letter, a closing mark behind it perhaps."""
    name = Range(line.start, line.start + len(line.of(text).rstrip("”’\"'")))
    alone = line.start > 0 and text[line.start - 1] == "\n"
    return alone and len(line.of(text)) <= _LONGEST_SIGNATURE and bool(_WRITER.fullmatch(text, *name))


def _page(layout: Layout) -> Iterator[Turn]:
    """Yield the letters of a page whose headline says what it holds: each ends with the name of its writer."""
    own = [p.span for p in layout.paragraphs if p.kind is not ParagraphKind.BOILERPLATE]
    if not own or not _PAGE.fullmatch(layout.text, *own[0]):
        return
    letter: list[Range] = []
    for span in own[1:]:
        if letter and (writer := _WRITER.fullmatch(layout.text, *span)):
            yield Turn(Range(*writer.span("name")), tuple(letter))
            letter = []
        elif writer := _WRITER_BEHIND.search(layout.text, *span):
            yield Turn(Range(*writer.span("name")), (*letter, Range(span.start, writer.start())))
            letter = []
        elif (letter or ENDED.search(span.of(layout.text))) and not _OPENING.fullmatch(layout.text, *span):
            saluted = _DASHED.match(layout.text, *span)
            letter.append(Range(saluted.end() if saluted else span.start, span.end))


def _letters(layout: Layout) -> Iterator[Turn]:
    text = layout.text
    own = [p.span for p in layout.paragraphs if p.kind is not ParagraphKind.BOILERPLATE]
    openings = [(i, match.end()) for i, span in enumerate(own) if (match := _OPENING.match(text, *span))]
    sent = {i + 1: match for i, span in enumerate(own) if (match := _FROM.fullmatch(text, *span))}
    for (i, start), (following, _) in zip(openings, [*openings[1:], (len(own), 0)], strict=False):
        end = following - 1 if following in sent else following
        begin = start if text[own[i].start : start].rstrip().endswith(_DASHES) else own[i].start
        first = [Range(begin, own[i].end)] if start < own[i].end else []
        spans = [*first, *own[i + 1 : end]]
        label = Range(*sent[i].span("name")) if i in sent else None
        for j, span in enumerate(spans):
            short = j and span.end - span.start <= _LONGEST_SIGNATURE and not _SENTENCE.search(text, *span)
            short = short and not _VALEDICTION.fullmatch(text, *span)
            if short and (signature := _SIGNATURE.fullmatch(text, *span)):
                spans, label = spans[:j], label or Range(*signature.span("name"))
                break
        if spans and (own_words := list(_without_valediction(text, spans))):
            yield Turn(label, tuple(own_words))


def _without_valediction(text: str, spans: list[Range]) -> Iterator[Range]:
    """Yield the paragraphs of a letter without "Yours sincerely,"."""
    for span in spans:
        ending = _VALEDICTION.search(text, *span)
        own = Range(span.start, ending.start() if ending else span.end)
        if own.of(text).strip():
            yield own
