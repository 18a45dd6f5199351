"""Numbers that are no quantities: parts of names, places in a list, results, clock times, identifiers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotex.contract.rules import Rule
from quotex.english.figures import are_present, is_labelled, is_pointed_at, is_ranked, is_voted
from quotex.english.numbers import Form, Numeral
from quotex.parse import relations as rel
from quotex.parse.clauses import top
from quotex.parse.grammar import is_preposition, is_pronoun, is_proper_noun, is_singular, opens_sentence
from quotex.parse.names import continues_name, is_named
from quotex.parse.relations import dependent, governor, stands_as
from quotex.quantities.changes import is_change
from quotex.quantities.counted import is_when
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

RANK = Rule("quantities.rank", "it only tells a rank or is part of a name: the top ten, Article 5")
IN_NAME = Rule("quantities.in-name", "it is part of a name")
LONE = Rule("quantities.lone", "it counts nothing and is no part of what is said")
VOTED = Rule("quantities.voted", "so many to so many fewer are the votes on either side")
CAPITAL = Rule("quantities.capital", "a number word with a capital among small ones is part of a name: the Big Ten")
PRO_FORM = Rule("quantities.pro-form", "one that counts nothing stands for something: this one, one-sided")
ITEM = Rule("quantities.item", "it numbers what follows: 1) the song, 2) the dance")
GLUED = Rule("quantities.glued", "it is part of a word or a code")

_LED = 24  # characters before a number that can hold "the top" or "section"
_LONGEST_BRACKET = 60  # characters before a number in which one opens that closes behind it
_LARGE = 1000  # a scale from which on no pronoun is counted
_GLUE = 4  # characters that show a number to be the end of a code: "SW/2.", "AB-"
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z]-|[A-Za-z@_#]|\d[./:,-]|[./:]\d{0,3}|=\W?|\d[–—])$")
_NOUGHT = re.compile(r"0\d")  # with which no number begins, but a code
_GLUED_BEHIND = re.compile(r"[A-Za-z_]|[/:]\d|-[A-Z]\b|[-–]\d|,\d|\.\d")


def names_something(
    view: str, span: Range, numeral: Numeral, tokens: list[Token], noun: Span | None, *, elided: bool
) -> bool:
    """Tell whether a number with no unit and no hedge is only part of a name, a list, a code, a year, or a pronoun.

    Args:
        view: of the article.
        span: of the number.
        numeral: the number.
        tokens: of the span.
        noun: what it would count.
        elided: its noun or unit stands with a figure before it.
    """
    lone = noun is None and not elided and not are_present(view, span.end)
    large = numeral.scale >= _LARGE
    before = view[max(0, span.start - _LED) : span.start]
    if (
        _is_rank(before, noun) or (is_labelled(before) and not numeral.scaled and "," not in span.of(view))
    ) and RANK.decides(span):
        whole = isinstance(numeral.value, int) or is_labelled(before)  # "Article 212.1"
        return numeral.form is Form.WORDS or (numeral.form is Form.DIGITS and whole)
    if is_voted(view, *span) and not (tokens[0].i and is_change(tokens[0].nbor(-1))) and VOTED.decides(span):
        return True
    if numeral.form is Form.DIGITS:
        return (
            not numeral.scaled
            and isinstance(numeral.value, int)
            and (
                (_in_name(tokens, noun) and IN_NAME.decides(span))
                or (lone and not _stands_as_noun(before, tokens, large=large) and LONE.decides(span))
            )
        )
    if numeral.form is not Form.WORDS:
        return False
    if _has_capital(view, span, tokens) and CAPITAL.decides(span):
        return True
    stands_for = lone or is_pronoun(tokens[0]) or view.startswith("-", span.end)
    if numeral.value == 1 and stands_for and PRO_FORM.decides(span):
        return True
    if lone and not _stands_as_noun(before, tokens, large=large) and LONE.decides(span):
        return True
    # "the Six Nations"
    named = view[span.start].isupper() and noun is not None and noun.text[0].isupper()
    return named and not opens_sentence(tokens[0]) and IN_NAME.decides(span)


def _has_capital(view: str, span: Range, tokens: list[Token]) -> bool:
    """Whether a number word has a capital of its own behind a name, and what follows has none: "the Big Ten side"."""
    first, last = tokens[0], tokens[-1]
    if not view[span.start].isupper() or first.i == 0 or opens_sentence(first) or first.text.isupper():
        return False
    before = first.nbor(-1)
    behind = last.nbor() if last.i + 1 < len(last.doc) else None
    led = before.text.istitle() or (is_preposition(before) and before.i > 0 and before.nbor(-1).text.istitle())
    return led and (behind is None or behind.text.islower() or behind.is_punct) and not is_preposition(behind or last)


def is_glued(view: str, span: Range) -> bool:
    """Tell whether a number is part of a word or of a longer code: "S23", "5G", "22nd", "555-1234", "3-2"."""
    glued = _GLUED_BEFORE.search(view, max(0, span.start - _GLUE), span.start) or _GLUED_BEHIND.match(view, span.end)
    glued = glued or _NOUGHT.match(view, span.start)
    before = view[max(0, span.start - _LONGEST_BRACKET) : span.start]
    if view.startswith(") ", span.end) and span.of(view).isdigit() and "(" not in before and ITEM.decides(span):
        return True
    return bool(glued) and GLUED.decides(span)


def _in_name(tokens: list[Token], noun: Span | None) -> bool:
    """Whether the number is inside a name ("5 Live", "12 Harbour Street") or right behind one ("Nasdaq 100")."""
    first, last = tokens[0], tokens[-1]
    doc = first.doc
    goes_on = last.i + 1 < len(doc) and continues_name(doc[last.i + 1])
    if is_named(first) and (continues_name(first) or goes_on):
        return True
    if noun is not None and is_proper_noun(noun[-1]) and is_singular(noun[-1]):
        return True
    above = governor(top(tokens), rel.ATTRIBUTE)
    if above is not None and is_when(above):  # "8 or 9 September"
        return True
    if first.i == 0:
        return False
    previous = doc[first.i - 1]
    return is_proper_noun(previous) and previous.text[:1].isupper() and previous.whitespace_ != ""


def _is_rank(before: str, noun: Span | None) -> bool:
    """Whether a number only tells a rank: "the top ten", "a top 40 hit"."""
    return is_ranked(before) and (noun is None or is_singular(noun[-1]))


def _stands_as_noun(before: str, tokens: list[Token], *, large: bool) -> bool:
    """Whether a number that counts no noun is an argument itself: "10,000 were killed"; not so in "the two said"."""
    head = top(tokens)
    pointed = dependent(head, rel.DETERMINATION) is not None or is_pointed_at(before)
    return stands_as(head, rel.ARGUMENT) and (large or not pointed)  # "spent the 4 million", but "the two said"
