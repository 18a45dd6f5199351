"""Figures with value, unit, hedge, change, and what they count or measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from quotex.contract.records import Change, Modifier
from quotex.english.people import source_nouns
from quotex.english.units import rate_behind, rate_of_many
from quotex.parse.tokens import TokenIndex
from quotex.quantities.counted import counted_noun, led_by, measured_noun, top_token
from quotex.quantities.drafts import QuantityDraft
from quotex.quantities.ellipsis import elided_noun, elided_unit, restated
from quotex.quantities.figures import AGE, FRACTION, Figure, find_figures
from quotex.quantities.hedges import Hedge, change_of, find_idioms, hedge_before, hedge_behind
from quotex.quantities.misnomers import is_glued, is_result, names_something
from quotex.quantities.numbers import Number, find_numerals
from quotex.quantities.subjects import subject_of
from quotex.text import Range, RangeIndex
from quotex.times.calendar import find_stretches

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from quotex.text import Layout

__all__ = ["find_quantities"]

_OF = re.compile(r"[ -]?|,? of (?:the |all |these |those |its |their |his |her |our )?")
_AGED = re.compile(r"\b(?:aged?|ages|ages? of|turn(?:s|ed|ing)?) (?:between |from )?$", re.IGNORECASE)
_SIGNED = frozenset(["percent", "percentage point", "point", "basis point"])
_ON_A_SCALE = re.compile(r" (?:under|over|below|above|behind|ahead|down|up|for|of|out|or|and|point|[a-z]+s)\b")
_LISTED = frozenset([" and ", ", ", ", and ", " or "])
_APPOSED = re.compile(r"[,.;]| [―—–-] ")
_LASTING = re.compile(r"\b(?:for|of|after|lasted|took|taken|to|spent|just|well|is|was|are|were|that) $", re.IGNORECASE)


def find_quantities(layout: Layout, doc: Doc) -> tuple[QuantityDraft, ...]:
    """Find the quantities of an article, in text order; they do not overlap and none stands in boilerplate.

    Not quantities: years, dates, times of day, ordinals, results of games and votes, numbers in names and lists.
    Vague ones ("dozens of people") have no value.

    Args:
        layout: of the article.
        doc: parse of ``layout.view``.
    """
    view = layout.view
    tokens = TokenIndex(doc)
    taken = RangeIndex([s.span for s in find_stretches(view)] + find_idioms(view))
    numerals = (
        numeral
        for numeral in find_numerals(view)
        if not taken.touches(numeral.span) and not layout.in_boilerplate(numeral.span.start)
    )
    drafts: list[QuantityDraft] = []
    for figure in find_figures(view, numerals, tokens):
        if drafts and figure.span.start < drafts[-1].span.end:
            continue
        if draft := _draft(layout, figure, tokens, drafts):
            drafts.append(draft)
    return tuple(drafts)


def _draft(layout: Layout, figure: Figure, tokens: TokenIndex, drafts: Sequence[QuantityDraft]) -> QuantityDraft | None:
    view = layout.view
    inside = tokens.inside(figure.span.start, figure.span.end)
    if not inside or is_glued(view, figure.span) or _is_result(view, figure):
        return None
    earlier = list(takewhile(lambda d: d.span.start >= inside[0].sent.start_char, reversed(drafts)))[::-1]
    figure = _aged(view, figure, inside, earlier)
    if figure.unit is None and _counts_nothing(view, figure):
        return None
    hedge, after = _hedge(view, figure), hedge_behind(view, figure.span.end)
    name, money, counted = figure.name, figure.unit is not None and figure.unit.money, None
    if name in (None, FRACTION):
        noun = counted_noun(tokens.inside(figure.span.start, after.edge) if after else inside)
        after = after or (hedge_behind(view, noun.end_char) if noun else None)
        model = None
        if noun is None and name is None:
            model = elided_unit(earlier, figure, inside)
            name, money = (model.unit, model.money) if model else (None, False)
            counted = None if model else elided_noun(view, earlier, figure)
        plain, elided = not (hedge or after or figure.is_range), bool(counted or model)
        if plain and names_something(view, figure.span, figure.numeral, inside, noun, elided=elided):
            return None
    else:
        durative = figure.is_time or name == "times"
        noun = measured_noun(inside, money=money and " per " not in name, durative=durative)
    end = _end(view, figure, noun)
    unit, end = _rate(view, name, noun, end)
    subject = subject_of(inside, noun)
    if subject is not None and (_in_dateline(layout, subject) or (noun is not None and subject.text == noun.text)):
        subject = None
    draft = QuantityDraft(
        span=Range(hedge.edge if hedge else figure.span.start, max(end, after.edge if after else 0)),
        value=figure.value,
        modifier=_modifier(figure, hedge, after),
        change=_change(view, figure, hedge, top_token(inside)),
        unit=unit,
        counted=noun.text if noun else counted,
        subject=subject.text if subject else None,
        money=money,
        led=led_by(inside[0]),
    )
    original = restated(view, earlier, figure)
    return _like(draft, original) if original else draft


def _in_dateline(layout: Layout, span: Span) -> bool:
    dateline = layout.paragraphs[layout.paragraph_at(span.start_char)].dateline
    return dateline is not None and span.start_char < dateline.end


def _like(draft: QuantityDraft, original: QuantityDraft) -> QuantityDraft:
    """Make a figure that only gives another in a second unit say the same of the same."""
    plain = draft.modifier is Modifier.EXACT and original.modifier is not Modifier.RANGE
    return replace(
        draft,
        modifier=original.modifier if plain else draft.modifier,
        change=draft.change or original.change,
        counted=original.counted,
        subject=original.subject,
    )


def _hedge(view: str, figure: Figure) -> Hedge | None:
    """Find the hedge before a figure. "Over three years" is no hedge, "for over three years" is."""
    hedge = hedge_before(view, figure.span.start)
    if hedge and figure.is_time and view[hedge.edge : figure.span.start].lower() in ("over ", "under "):
        return hedge if _LASTING.search(view, max(0, hedge.edge - 10), hedge.edge) else None
    return hedge


def _rate(view: str, name: str | None, noun: Span | None, end: int) -> tuple[str | None, int]:
    """Read "a day" behind what is counted: "300 flights a day", "2m barrels of oil a day"."""
    if noun is None or noun.end_char != end or " per " in (name or ""):
        return name, end
    rate = rate_of_many(view, end) or rate_behind(view, end)
    if rate is None or view.startswith((" each", " every"), end):
        return name, end
    return (f"{name} per {rate[0]}" if name else f"per {rate[0]}"), rate[1]


def _aged(view: str, figure: Figure, tokens: list[Token], earlier: Sequence[QuantityDraft]) -> Figure:
    """Make a bare number an age where its context says so: "aged 45", "the age of 21", "Mara Lind, 45, said"."""
    start, end = figure.span
    told = _AGED.search(view, max(0, start - 24), figure.numeral.span.start) is not None
    if told and figure.name in ("year", "month", "week", "day"):  # "the age of 5 years"
        return replace(figure, name=f"{figure.name} of age")
    if figure.name or figure.numeral.form not in ("digits", "words") or not _is_age(figure.value):
        return figure
    apposed = (
        tokens[0].i >= 2
        and view[max(0, start - 2) : start] == ", "
        and _APPOSED.match(view, end) is not None
        and tokens[0].is_digit
        and (tokens[0].nbor(-2).text.istitle() or tokens[0].nbor(-2).lower_ in source_nouns().person)
        and tokens[0].nbor(-2).ent_type_ != "DATE"
    )
    listed = bool(earlier) and earlier[-1].unit == AGE and view[earlier[-1].span.end : start] in _LISTED
    return replace(figure, name=AGE) if apposed or told or listed or _is_age_of(tokens, view, end) else figure


def _is_age_of(tokens: list[Token], view: str, end: int) -> bool:
    """Whether a number is what somebody is: "he will be 35", "their daughter, who was 10"."""
    top = top_token(tokens)
    if top.dep_ not in ("attr", "acomp") or top.head.lemma_ not in ("be", "turn") or _ON_A_SCALE.match(view, end):
        return False
    subject = next((c for c in top.head.lefts if c.dep_ == "nsubj"), None)
    if subject is None or any(c.i > top.i for c in top.children):
        return False
    return subject.lower_ in ("i", "he", "she", "who") or subject.ent_type_ == "PERSON"


def _counts_nothing(view: str, figure: Figure) -> bool:
    """Whether a number without a unit is none: "COVID -19", "half-brother", "one of the bakers"."""
    below_zero = isinstance(figure.value, int | float) and figure.value < 0
    half_word = figure.numeral.form == "part" and view.startswith("-", figure.span.end)
    one_of_many = figure.value == 1 and view.startswith(" of ", figure.span.end)
    return below_zero or half_word or one_of_many


def _is_result(view: str, figure: Figure) -> bool:
    """Whether two numbers with a hyphen are the result of a game or vote: "a 3-2 win", "7-6 6-3"."""
    dashed = figure.is_range and figure.name is None and re.fullmatch(r"\d+[-–]\d+", figure.span.of(view))
    return bool(dashed) and is_result(view, figure.span)


def _is_age(value: Number | tuple[Number, Number] | None) -> bool:
    return all(isinstance(v, int) and 0 < v < 120 for v in (value if isinstance(value, tuple) else (value,)))


def _end(view: str, figure: Figure, noun: Span | None) -> int:
    """Let the span reach over the noun right behind the figure."""
    end = figure.span.end
    if noun is None or noun.start_char < end:
        return end
    between = view[end : noun.start_char]
    counting = not any(token.pos_ == "NUM" for token in noun.doc[noun.start - 3 : noun.start] if token.idx >= end)
    plain = counting and figure.name is None and len(between) <= 24 and not re.search(r"[.,;:()\d]", between)
    return noun.end_char if plain or (counting and _OF.fullmatch(between)) else end


def _change(view: str, figure: Figure, hedge: Hedge | None, top: Token) -> Change | None:
    """Tell a change, but in a conversion ("up 3% (£2m)"), a limit ("up to 30") or a duration."""
    start = figure.span.start
    if figure.name in _SIGNED and isinstance(figure.value, int | float):  # "FTSE -0.6%"
        if figure.value < 0:
            return Change.DOWN
        if view[max(0, start - 1) : start] == "+":
            return Change.UP
    limit = hedge is not None and hedge.modifier is Modifier.AT_MOST
    if figure.change or limit or figure.is_time or view[max(0, start - 1) : start] == "(":
        return figure.change
    return change_of(top, both_ends=figure.is_range)


def _modifier(figure: Figure, hedge: Hedge | None, after: Hedge | None) -> Modifier:
    if figure.is_range:
        return Modifier.RANGE
    told = next((h.modifier for h in (hedge, after) if h and h.modifier is not Modifier.EXACT), None)
    if told:
        return told
    return Modifier.APPROXIMATELY if figure.numeral.form in ("vague", "pair") else Modifier.EXACT
