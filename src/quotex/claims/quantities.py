"""Figures with value, unit, hedge, change, and what they count or measure."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotex.claims.calendar import find_stretches
from quotex.claims.context import Hedge, change_of, find_idioms, hedge_before, hedge_behind, is_change
from quotex.claims.counted import counted_noun, measured_noun, top_token
from quotex.claims.drafts import QuantityDraft
from quotex.claims.misnomers import is_glued, is_result, names_something
from quotex.claims.numbers import Number, Numeral, find_numerals
from quotex.claims.units import TIME_UNITS, Unit, rate_behind, subunit, unit_before, unit_behind
from quotex.records import Change, Modifier
from quotex.text import Range
from quotex.text.tokens import TokenIndex

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from quotex.text import Layout

__all__ = ["find_quantities"]

_LINK = re.compile(r" ?[-–—] ?|-? to | or | and |-to-| to as (?:many|much) as ", re.IGNORECASE)
_OPENS = re.compile(r"\b(between|from|by)(?: (?:the )?ages? of)? (?:about |around )?$", re.IGNORECASE)
_OF = re.compile(r"[ -]?|,? of (?:the |all |these |those |its |their |his |her |our )?")
_AGED = re.compile(r"\b(?:aged?|ages|ages? of|turn(?:s|ed|ing)?) (?:between |from )?$", re.IGNORECASE)
_PURE = {"multiple": "times", "part": "fraction"}  # what a number with no unit is in, if not a count
_AGE = "year of age"
_APPOSED = re.compile(r"[,.;]| [―—–-] ")
_LASTING = re.compile(r"\b(?:for|of|after|lasted|took|taken|to|spent|just|well|is|was|are|were|that) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, before it is placed in its sentence."""

    span: Range
    value: Number | tuple[Number, Number] | None
    numeral: Numeral
    unit: Unit | None
    name: str | None  # of the unit, rates and all
    change: Change | None = None

    @property
    def is_time(self) -> bool:
        """Whether it is a duration or an age."""
        return self.name in TIME_UNITS or (self.name or "").endswith(" of age")

    @property
    def is_range(self) -> bool:
        """Whether the figure has two ends."""
        return isinstance(self.value, tuple)


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
    taken = _Cover([s.span for s in find_stretches(view)] + find_idioms(view))
    figures = [
        _figure(view, numeral)
        for numeral in find_numerals(view)
        if not taken.touches(numeral.span) and not layout.in_boilerplate(numeral.span.start)
    ]
    drafts: list[QuantityDraft] = []
    for figure in _joined(view, figures, tokens):
        if drafts and figure.span.start < drafts[-1].span.end:
            continue
        if draft := _draft(view, figure, tokens):
            drafts.append(draft)
    return tuple(drafts)


class _Cover:
    """Ranges asked in text order: does any touch this one?"""

    def __init__(self, ranges: list[Range]) -> None:
        self._ranges = sorted(ranges)
        self._next = 0

    def touches(self, span: Range) -> bool:
        while self._next < len(self._ranges) and self._ranges[self._next].end <= span.start:
            self._next += 1
        return self._next < len(self._ranges) and self._ranges[self._next].start < span.end


def _figure(view: str, numeral: Numeral) -> Figure:
    """Add the unit on either side of a number."""
    start, end = numeral.span
    before = unit_before(view, start)
    gap = 4 if view[end : end + 4] == " of " and numeral.form in ("vague", "words") else 0  # "thousands of dollars"
    behind = unit_behind(view, end + gap, digits=numeral.form in ("digits", "part") and not gap)
    if before and not (behind and behind.name == before.name):
        behind = None
    unit = before or behind
    if before:
        start = before.start
    if behind:
        end = behind.end
    name = unit.name if unit else _PURE.get(numeral.form)
    if name == "pound" and numeral.scaled and not view.startswith(" of ", end):
        unit, name = Unit("pound sterling", start, end, money=True), "pound sterling"
    if unit and (rate := rate_behind(view, end)):
        name, end = f"{name} per {rate[0]}", rate[1]
    return Figure(Range(start, end), numeral.value, numeral, unit, name)


def _joined(view: str, figures: list[Figure], tokens: TokenIndex) -> list[Figure]:
    """Join the two ends of a range and the parts of a compound measure ("5 feet 10 inches")."""
    found: list[Figure] = []
    for figure in figures:
        if found and (joined := _compound(view, found[-1], figure) or _range(view, found[-1], figure, tokens)):
            found[-1] = joined
        else:
            found.append(figure)
    return found


def _compound(view: str, large: Figure, small: Figure) -> Figure | None:
    """Join "5 feet 6 inches" into a number of the larger unit."""
    if not (large.unit and small.unit and large.name == large.unit.name):
        return None
    parts = subunit(large.unit.name, small.unit.name)
    if parts is None or view[large.span.end : small.span.start] not in (" ", ", ", " and ", "", "-"):
        return None
    if not isinstance(large.value, int) or not isinstance(small.value, int | float) or small.value >= parts:
        return None
    return replace(large, span=Range(large.span.start, small.span.end), value=large.value + small.value / parts)


def _range(view: str, low: Figure, high: Figure, tokens: TokenIndex) -> Figure | None:
    """Join "4 to 5 percent", "between $2 and $3", "two or three"; a pair like "3 to 1" is a ratio."""
    link = _LINK.fullmatch(view[low.span.end : high.span.start])
    if not link or not isinstance(low.value, int | float) or not isinstance(high.value, int | float):
        return None
    if low.numeral.form in ("part", "multiple") or high.numeral.form == "multiple":
        return None
    if low.unit and not (high.unit and high.unit.name in (low.unit.name, "percentage point")):
        return None
    opens = _OPENS.search(view, max(0, low.span.start - 28), low.span.start)
    word = link.group().strip(" -").lower()
    if not low.unit and high.value == 1 and word == "to" and not opens:
        return Figure(Range(low.span.start, high.span.end), low.value, replace(low.numeral, form="part"), None, "ratio")
    first, second = _same_scale(low, high)
    before = tokens.at(low.span.start - 1)
    opener = opens[1].lower() if opens else "by" if before is not None and is_change(before) else ""
    if not _is_range(word, first, second, opener, both_units=low.unit is not None):
        return None
    numeral = replace(high.numeral, form="digits", span=low.numeral.span)
    start = opens.start() if opens and opens[1].lower() != "by" else low.span.start
    change = Change.DOWN if first > second else None
    unit, name = high.unit or low.unit, high.name or low.name
    return Figure(Range(start, high.span.end), (min(first, second), max(first, second)), numeral, unit, name, change)


def _is_range(word: str, first: Number, second: Number, opener: str, *, both_units: bool) -> bool:
    match word:
        case "and":
            return opener == "between"
        case "or":
            return first < second <= first + 2
        case "to":
            if opener == "by" and both_units:  # "rose by $2m to $5m", "fell $2 to $5"
                return False
            return first < second or opener == "from"
    return first < second


def _same_scale(low: Figure, high: Figure) -> tuple[Number, Number]:
    """Give the first end the scale of the second where it has none: "10 to 15 million"."""
    first, second = low.value, high.value
    assert isinstance(first, int | float) and isinstance(second, int | float)
    if high.numeral.scaled and not low.numeral.scaled and 0 < first < 1000 <= second:
        first *= 1000 ** int(math.log10(second) // 3)
    return first, second


def _draft(view: str, figure: Figure, tokens: TokenIndex) -> QuantityDraft | None:
    inside = tokens.inside(figure.span.start, figure.span.end)
    if not inside or is_glued(view, figure.span) or _is_result(view, figure):
        return None
    figure = _aged(view, figure, inside)
    if figure.unit is None and _counts_nothing(view, figure):
        return None
    hedge, after = _hedge(view, figure), hedge_behind(view, figure.span.end)
    if figure.name in (None, _PURE["part"]):
        noun = counted_noun(tokens.inside(figure.span.start, after.edge) if after else inside)
        after = after or (hedge_behind(view, noun.end_char) if noun else None)
        plain = not (hedge or after or figure.is_range)
        if plain and names_something(view, figure.span, figure.numeral, inside, noun):
            return None
    else:
        money = figure.unit is not None and figure.unit.money and " per " not in figure.name
        noun = measured_noun(inside, money=money, durative=figure.is_time or figure.name == "times")
    end = _end(view, figure, noun)
    unit, end = _rate(view, figure, noun, end)
    top = top_token(inside)
    return QuantityDraft(
        span=Range(hedge.edge if hedge else figure.span.start, max(end, after.edge if after else 0)),
        value=figure.value,
        modifier=_modifier(figure, hedge, after),
        change=_change(view, figure, hedge, top),
        unit=unit,
        counted=noun.text if noun else None,
    )


def _hedge(view: str, figure: Figure) -> Hedge | None:
    """Find the hedge before a figure. "Over three years" is no hedge, "for over three years" is."""
    hedge = hedge_before(view, figure.span.start)
    if hedge and figure.is_time and view[hedge.edge : figure.span.start].lower() in ("over ", "under "):
        return hedge if _LASTING.search(view, max(0, hedge.edge - 10), hedge.edge) else None
    return hedge


def _rate(view: str, figure: Figure, noun: Span | None, end: int) -> tuple[str | None, int]:
    """Read "a day" behind what is counted: "300 flights a day", "2m barrels of oil a day"."""
    if noun is None or noun.end_char != end or " per " in (figure.name or ""):
        return figure.name, end
    rate = rate_behind(view, end)
    if rate is None or view.startswith((" each", " every"), end):
        return figure.name, end
    return (f"{figure.name} per {rate[0]}" if figure.name else f"per {rate[0]}"), rate[1]


def _aged(view: str, figure: Figure, tokens: list[Token]) -> Figure:
    """Make a bare number an age where its context says so: "aged 45", "the age of 21", "Mara Lind, 45, said"."""
    if figure.name or figure.numeral.form not in ("digits", "words") or not _is_age(figure.value):
        return figure
    start, end = figure.span
    apposed = (
        tokens[0].i >= 2
        and view[max(0, start - 2) : start] == ", "
        and _APPOSED.match(view, end) is not None
        and tokens[0].is_digit
        and tokens[0].nbor(-2).text.istitle()
        and tokens[0].nbor(-2).ent_type_ != "DATE"
    )
    told = _AGED.search(view, max(0, start - 24), figure.numeral.span.start)
    return replace(figure, name=_AGE) if apposed or told else figure


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
    plain = figure.name is None and len(between) <= 24 and not re.search(r"[.,;:()\d]", between)
    return noun.end_char if plain or _OF.fullmatch(between) else end


def _change(view: str, figure: Figure, hedge: Hedge | None, top: Token) -> Change | None:
    """Tell a change, but in a conversion ("up 3% (£2m)"), a limit ("up to 30") or a duration."""
    start = figure.span.start
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
