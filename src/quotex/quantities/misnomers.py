"""Numbers that are no quantities: parts of names, places in a list, results, clock times, identifiers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from quotex.quantities.counted import top_token
from quotex.quantities.hedges import quantity_lexicon
from quotex.quantities.numbers import Numeral
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["is_glued", "is_result", "names_something"]

_NAMES = frozenset(["ORG", "PRODUCT", "LAW", "EVENT", "FAC", "WORK_OF_ART", "PERSON", "NORP"])
_ARGUMENTS = frozenset(
    ["ROOT", "appos", "attr", "conj", "dep", "dobj", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "pobj"]
)
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z]-|[A-Za-z@_#]|\d[./:,-]|[./:]\d{0,3}|=\W?|\d[–—])$")
_GLUED_BEHIND = re.compile(r"[A-Za-z_]|[/:]\d|-[A-Z]\b|[-–]\d|,\d|\.\d")
_LIST_NUMBER = re.compile(r"[.):]\s")
_POINTING = re.compile(r"\b(?:the|these|those|his|her|its|their|our|other|last|first|next|top|bottom) $", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ -]([a-z]+)")
_SCORED = re.compile(r"\d[-–]\d\)?,? \(?$")


def names_something(
    view: str, span: Range, numeral: Numeral, tokens: list[Token], noun: Span | None, *, elided: bool = False
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
    first = tokens[0]
    lone = noun is None and not elided
    before = view[max(0, span.start - 24) : span.start]
    if numeral.form == "digits":
        return isinstance(numeral.value, int) and (
            (numeral.span.end - numeral.span.start == 4 and lone and 1000 <= numeral.value < 2400)
            or _is_list_number(before, view, span)
            or _is_labelled(before)
            or _in_name(tokens, noun)
            or _is_rank(before, noun)
            or (lone and not _stands_as_noun(before, tokens))
        )
    if numeral.form != "words":
        return False
    if numeral.value == 1 and (lone or first.pos_ == "PRON" or view.startswith("-", span.end)):
        return True  # "this one", "one-sided"
    if _is_rank(before, noun) or (lone and not _stands_as_noun(before, tokens)):
        return True
    if view[span.start].isupper() and not first.is_sent_start and noun is not None and noun.text[0].isupper():
        return True  # "the Six Nations"
    return _is_labelled(before)


def is_glued(view: str, span: Range) -> bool:
    """Tell whether a number is part of a word or of a longer code: "S23", "5G", "22nd", "555-1234", "3-2"."""
    return bool(_GLUED_BEFORE.search(view, max(0, span.start - 4), span.start) or _GLUED_BEHIND.match(view, span.end))


def is_result(view: str, span: Range) -> bool:
    """Tell whether two numbers with a hyphen are a result: none is who counts something, like "10-15 people"."""
    match = _NEXT_WORD.match(view, span.end)
    if match is None or match[1] in quantity_lexicon().results:
        return True
    return _SCORED.search(view, max(0, span.start - 8), span.start) is not None


def _is_list_number(before: str, view: str, span: Range) -> bool:
    starts = not before.strip(" \t(") or before.rstrip(" \t(").endswith("\n")
    return starts and _LIST_NUMBER.match(view, span.end) is not None


@cache
def _labels() -> re.Pattern[str]:
    labels = "|".join(re.escape(w) for w in sorted(quantity_lexicon().labels))
    return re.compile(rf"(?:^|[\s(])(?:{labels})[ -]?$", re.IGNORECASE)


def _is_labelled(before: str) -> bool:
    return _labels().search(before) is not None


def _in_name(tokens: list[Token], noun: Span | None) -> bool:
    """Whether the number is inside a name ("5 Live", "12 Harbour Street") or right behind one ("Nasdaq 100")."""
    first, last = tokens[0], tokens[-1]
    doc = first.doc
    goes_on = last.i + 1 < len(doc) and doc[last.i + 1].ent_iob_ == "I"
    if first.ent_type_ in _NAMES and (first.ent_iob_ == "I" or goes_on):
        return True
    if noun is not None and noun[-1].tag_ == "NNP":
        return True
    if first.i == 0:
        return False
    previous = doc[first.i - 1]
    return previous.pos_ == "PROPN" and previous.text[:1].isupper() and previous.whitespace_ != ""


def _is_rank(before: str, noun: Span | None) -> bool:
    """Whether a number only tells a rank: "the top ten", "a top 40 hit"."""
    return before.lower().endswith("top ") and (noun is None or noun[-1].tag_ in ("NN", "NNP"))


def _stands_as_noun(before: str, tokens: list[Token]) -> bool:
    """Whether a number that counts no noun is an argument itself: "10,000 were killed"; not so in "the two said"."""
    top = top_token(tokens)
    pointed = _POINTING.search(before) or any(c.dep_ in ("det", "poss", "amod") for c in top.lefts)
    return top.dep_ in _ARGUMENTS and not pointed
