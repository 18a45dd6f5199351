"""Where sentences begin and end, with marks and terminators having a say beside the parser.

The parser splits before closing marks, at names, inside quotations; a boundary needs a terminator or the end of a
paragraph. It also misses boundaries at marks: there the raw characters decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.closed import ARTICLES, NO_DESCRIPTION, OPENERS
from quotex.english.names import RELATED, end_of_credits
from quotex.english.patterns import alternation
from quotex.parse.clauses import is_perfect, main_verb
from quotex.parse.grammar import has_tense, is_finite, is_past_tense
from quotex.parse.phrases import sentence_starts
from quotex.parse.relations import AUXILIARY, dependents
from quotex.text import STOPS, ParagraphKind, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from quotex.text import Layout

HEADING = Rule("claims.heading", "a sentence begins behind the heading that is glued to it")

CAPTION = Rule("claims.caption", "what a picture shows, told before its credit, is no statement of the article")
CREDIT = Rule("claims.credit", "whose the picture or report before a sentence is, is no part of it")

_MARKS = "\"'`“”„‟‘’‚‛«»‹›"
_END = re.compile(rf"[{STOPS}]+(?P<closing>[{_MARKS})\]]*)\s+(?P<opening>[{_MARKS}(\[]*)(?=[^\W_])(?P<next>.)")
_GAP = re.compile(r"(?<! ) {6,}(?=\S)")  # between a heading or the title of a link and the sentence behind it
_OPENING = {"”": "“", "’": "‘"}
_CLOSED_BY = {opening: closing for closing, opening in _OPENING.items()}
_CLOSING = re.compile(r"[.,!?…]*[”’]")
_PAIRS = {"(": ")", "[": "]"}
_LONGEST_BRACKET = 120  # characters: bounds the search for where one closes
_REST_OF_FIGURES = re.compile(r"(?<=\d)(?:[-–/]\d+)+")
_OPENER = rf"(?:{alternation(word.capitalize() for word in OPENERS)})"
_HEADING = re.compile(
    rf"[{_MARKS}]?[A-Z][\w’'-]*(?: [a-z][\w’'-]*){{1,6}}[{_MARKS}]? (?={_OPENER} (?:[a-z\d]|[A-Z]\w+,))"
    rf"|[A-Z][\w’'-]*(?: [\w’'-]+){{1,6}} (?={_OPENER}(?: [a-z]+){{1,3}}, )"
)
_ABBREVIATED = 12  # characters: the longest abbreviation with stops inside, "Ph.D." and the like
_LONGEST_WORD = 24  # characters of a word before a stop that are looked at
_PLAIN_WORD = re.compile(r"(?<![\w.])[a-z][a-z]{4,}$|\d[a-z]{1,4}$|\b\d{1,2} [A-Z][a-z]{2,3}$")  # "cost £3m", "14 Nov"
EDGES = f"{_MARKS} \t\r\n\f\v\u00a0\u2009\u202f,;:.…–—―-*•·|<>()[]"
"""What a claim neither begins nor ends with, unless it belongs to a word."""


def find_sentences(layout: Layout, doc: Doc) -> tuple[Range, ...]:
    """Split an article into sentences, in text order; none in boilerplate, none over the end of a paragraph.

    Args:
        layout: of the article.
        doc: parse of ``layout.view``.

    Returns:
        Ranges with the terminator and the marks around it, without white space and dateline.
    """
    parsed = sentence_starts(doc)
    found: list[Range] = []
    for paragraph in layout.paragraphs:
        if paragraph.kind is ParagraphKind.BOILERPLATE:
            continue
        start, end = paragraph.dateline.end if paragraph.dateline else paragraph.span.start, paragraph.span.end
        first = len(found)
        for boundary in (*_boundaries(layout.view, start, end, parsed), end):
            while start < boundary and layout.view[start].isspace():
                start += 1
            behind = end_of_credits(layout.view, start, boundary)
            if behind > start and CREDIT.decides(start):
                credit, start = layout.view[start:behind], behind
                if found[first:] and "/" in credit and _is_caption(doc, found[-1]) and CAPTION.decides(found[-1]):
                    found.pop()
                start = boundary if RELATED in credit else start
            found += _without_heading(layout.view, start, boundary)
            start = boundary
    return tuple(s for s in found if s.of(layout.view).strip())


def _is_caption(doc: Doc, sentence: Range) -> bool:
    """Whether a sentence before a credit tells what a picture shows: it is in the present, or without a verb."""
    words = doc.char_span(*trimmed(doc.text, *sentence))
    verb = main_verb(list(words)) if words is not None else None
    if verb is None or not is_finite(verb):
        return True
    return not is_perfect(verb) and any(
        has_tense(w) and not is_past_tense(w) for w in (verb, *dependents(verb, AUXILIARY))
    )


def _without_heading(view: str, start: int, end: int) -> Iterator[Range]:
    """Cut a sentence behind a heading that a scraper has glued to it: "<Weak opposition> The party will not stand"."""
    heading = _HEADING.match(view, start, end)
    if heading and heading.group().split()[-1] not in NO_DESCRIPTION | ARTICLES and HEADING.decides(start):
        yield Range(start, heading.end())
        start = heading.end()
    yield Range(start, end)


def trimmed(view: str, start: int, end: int) -> Range:
    """Cut punctuation, marks and blanks off both ends; a final period stays with an abbreviation ("Jan. 1 p.m.")."""
    while True:
        before = start, end
        while end > start and _cuts_end(view, start, end):
            end -= 1
        while start < end and view[start] in EDGES and not _opens_inside(view, start, end):
            start += 1
        if (start, end) == before:
            return Range(start, end)


def _cuts_end(view: str, start: int, end: int) -> bool:
    last = view[end - 1]
    if last == "." and re.search(r"\b(?:[A-Za-z]\.)+[A-Za-z]\.$|\d\)$", view[max(start, end - _ABBREVIATED) : end]):
        return False
    return (last in EDGES or last in "!?") and not (last in ")]" and _closes_inside(view, start, end))


def _opens_inside(view: str, start: int, end: int) -> bool:
    """Whether a bracket closes before the end: "[Two] went", but not "(Two went)"."""
    closing = _PAIRS.get(view[start])
    return closing is not None and 0 <= view.find(closing, start, min(end, start + _LONGEST_BRACKET)) < end - 1


def closed(view: str, span: Range) -> Range:
    """Take in the rest of figures cut at a dash ("76-74"), and the other mark of a pair right beside the span."""
    start, end = span
    if rest := _REST_OF_FIGURES.match(view, end):
        end = rest.end()
    if mark := _CLOSING.match(view, end):
        closing = view[mark.end() - 1]
        end = mark.end() if view.rfind(_OPENING[closing], start, end) > view.rfind(closing, start, end) else end
    closing = _CLOSED_BY.get(view[start - 1 : start], "")
    first = view.find(closing, start, end) if closing else -1
    is_open = first >= 0 and view.find(view[start - 1], start, first) < 0 and not view[first + 1 : first + 2].isalnum()
    return Range(start - is_open, end)


def _closes_inside(view: str, start: int, end: int) -> bool:
    opening = next(opening for opening, closing in _PAIRS.items() if closing == view[end - 1])
    return view.rfind(opening, start, end) > view.rfind(view[end - 1], start, end - 1)


def _boundaries(view: str, start: int, end: int, parsed: list[int]) -> list[int]:
    """Return where the second and later sentences of a paragraph begin (their opening marks included), in order."""
    gaps = (gap for gap in _GAP.finditer(view, start, end) if view[max(start, gap.start() - 1)].isalpha())
    behind = {gap.end() for gap in gaps if not view[gap.end()].islower()}
    return sorted(behind.union(_behind_stops(view, start, end, parsed)))


def _behind_stops(view: str, start: int, end: int, parsed: list[int]) -> Iterator[int]:
    """Yield where those begin that have a terminator before them."""
    for match in _END.finditer(view, start, end):
        if match["next"].islower():
            continue
        stop = match.start("closing")
        i = bisect_left(parsed, stop)
        seen = i < len(parsed) and parsed[i] <= match.start("next")
        sure = view[stop - 1] in "!?" or bool(_PLAIN_WORD.search(view, max(start, stop - _LONGEST_WORD), stop - 1))
        if seen or sure or (match["closing"] and match["opening"]):
            yield match.start("opening")
