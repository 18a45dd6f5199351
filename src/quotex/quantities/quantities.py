"""Figures with value, unit, hedge, change, and what they count or measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from quotex.contract.records import Change, Modifier
from quotex.contract.rules import Rule
from quotex.contract.units import LENGTH, measure_of
from quotex.english.closed import TO
from quotex.english.figure_links import (
    Opener,
    changes_again,
    joins_changes,
    leads_to_level,
    leads_to_number,
    opener_before,
    sets_against,
    stands_instead,
)
from quotex.english.figures import (
    adds_more,
    compares_behind,
    counts_of_these,
    differs_behind,
    figure_words,
    find_idioms,
    is_scored,
    opens_with_particle,
    partitive_behind,
    tells_distance,
)
from quotex.english.hedges import Hedge, hedge_behind
from quotex.english.numbers import Form, Number, find_numerals
from quotex.english.units import FRACTION, MULTIPLE, SHARES, as_rate, is_rate, rate_of_each
from quotex.parse.clauses import top, tops
from quotex.parse.grammar import is_noun, is_numeral, sentence_of
from quotex.parse.tokens import TokenIndex
from quotex.quantities.ages import aged
from quotex.quantities.changes import Level, change_of, is_mere_amount, level_of, moved_by, moved_over, moves
from quotex.quantities.counted import counted_noun, word_before
from quotex.quantities.drafts import Figure, QuantityDraft
from quotex.quantities.ellipsis import (
    are_alike,
    are_near,
    elided_noun,
    elided_unit,
    gapped_noun,
    last_step,
    restated,
    shares_deed,
    with_levels,
    with_suspended,
)
from quotex.quantities.figures import find_figures
from quotex.quantities.hedging import hedge_of, modifier_of
from quotex.quantities.measured import measured_noun, multiplied, told_of
from quotex.quantities.misnomers import is_glued, names_something
from quotex.quantities.subjects import subject_of
from quotex.text import Range, RangeIndex
from quotex.times.calendar import find_stretches

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quotex.text import Layout

_REMEMBERED = 50  # figures of a sentence that a later one can lean on
IDIOM = Rule("quantities.idiom", "a number in a phrase or a telephone number counts nothing")
NOTHING = Rule("quantities.counts-nothing", "half of a word, one of many, a number below nought without a unit")
RESULT = Rule("quantities.result", "two numbers with a hyphen are the result of a game or a vote")
ELIDED_UNIT = Rule("quantities.elided-unit", "it shares the unit of one before it")
ELIDED_NOUN = Rule("quantities.elided-noun", "it counts what one before it counts")
GAPPED_DEED = Rule("quantities.gapped-deed", "it counts those whom the figure before does, to whom else was done")
RESTATED = Rule("quantities.restated", "it gives the figure before it in another unit")
SIGNED_SHARE = Rule("quantities.signed-share", "the sign of a share tells which way it moved")

STEP_AND_LEVEL = Rule("quantities.step-and-level", "of by so much to so much, the first is how far, the second where")
AGAINST = Rule("quantities.against", "up or down by so much, or from there, it counts what the figure before it does")
GAPPED = Rule("quantities.gapped", "what moved by so much, the verb standing with what is told before it")
BY_AGAIN = Rule("quantities.by-again", "what moved by so much has moved by so much more, or less")
DIFFERS = Rule("quantities.differs", "it is so much more or less than it was")
MOVED_BY = Rule("quantities.moved-by", "the verb before it says which way it moved by so much")

_RESULT = re.compile(r"\d+[-–]\d+")
_BETWEEN = re.compile(r"[.,;:()\d]")
_ADJECTIVES = 24  # characters between a figure and its noun that a span reaches over: "40 <newly built> boats"


def find_quantities(layout: Layout, tokens: TokenIndex) -> tuple[QuantityDraft, ...]:
    """Find the quantities of an article, in text order; they do not overlap and none stands in boilerplate.

    Not quantities: years, dates, times of day, ordinals, results of games and votes, numbers in names and lists.
    Vague ones ("dozens of people") have no value.

    Args:
        layout: of the article.
        tokens: of a parse of ``layout.view``.
    """
    view = layout.view
    taken = RangeIndex(
        [s.span for s in find_stretches(view) if not tells_distance(s.span.of(view))]
        + [Range(*span) for span in find_idioms(view)]
    )
    numerals = (
        numeral
        for numeral in find_numerals(view)
        if not (taken.touches(Range(numeral.start, numeral.end)) and IDIOM.decides((numeral.start, numeral.end)))
        and not layout.in_boilerplate(numeral.start)
    )
    drafts: list[QuantityDraft] = []
    for figure in find_figures(view, numerals, tokens):
        if drafts and figure.span.start < drafts[-1].span.end:
            continue
        if draft := _draft(layout, figure, tokens, drafts):
            drafts.append(draft)
    return with_levels(view, with_suspended(view, drafts))


def _draft(layout: Layout, figure: Figure, tokens: TokenIndex, drafts: Sequence[QuantityDraft]) -> QuantityDraft | None:
    view = layout.view
    inside = tokens.inside(figure.span.start, figure.span.end)
    hedge, after = hedge_of(view, figure, tokens), hedge_behind(view, figure.span.end)
    scored = hedge is None and _is_result(view, figure) and RESULT.decides(figure.span)
    if not inside or scored or is_glued(view, figure.span):
        return None
    start = sentence_of(inside[0])[0].idx
    earlier = list(takewhile(lambda draft: draft.span.start >= start, reversed(drafts[-_REMEMBERED:])))[::-1]
    figure = aged(view, figure, inside, earlier)
    if figure.unit is None and _counts_nothing(view, figure) and NOTHING.decides(figure.span):
        return None
    change = _change(view, figure, hedge, inside, tokens)
    if figure.name in (None, FRACTION):
        counting = counted_noun(tokens.inside(figure.span.start, after.edge) if after else inside)
        after = after or (hedge_behind(view, counting.end_char) if counting else None)
        told = _counted(view, figure, inside, counting, earlier or _sentence_before(view, drafts, figure))
        plain = not (hedge or after or figure.is_range or compares_behind(view, figure.span.end))
        elided = bool(told.shared or told.name) or change is not None
        if plain and names_something(view, figure.span, figure.numeral, inside, counting, elided=elided):
            return None
    else:
        told = _measured(figure, inside)
    step = earlier[-1] if earlier and _follows_step(view, earlier[-1], figure, told) else None
    told, moved = _moved_alike(view, earlier, figure, _leaning(view, earlier, figure, step, told), inside[0])
    noun, shared, change = told.noun, told.shared, change or moved
    unit, end = _rate(view, told.name, noun, _end(view, figure, inside[-1], noun))
    ends = _ends(figure, change, inside, noun)
    if step and (change or not ends[1]) and STEP_AND_LEVEL.decides(figure.span):
        change, ends = None, (None, figure.value if isinstance(figure.value, int | float) else None)
    subject, subject_at = _subject(layout, inside, noun, step, durative=figure.is_time)
    draft = QuantityDraft(
        span=Range(hedge.edge if hedge else figure.span.start, max(end, after.edge if after else 0)),
        value=figure.value,
        modifier=modifier_of(figure, hedge, after),
        change=change,
        old=ends[0],
        new=ends[1],
        margin=figure.margin,
        number=figure.number,
        unit=unit,
        unit_at=figure.unit_at or (Range(noun.end_char + 1, end) if noun is not None and unit != told.name else None),
        counted=noun.text if noun else shared.counted if shared else None,
        counted_at=_place(noun) or (shared.counted_at if shared else None),
        subject=subject,
        subject_at=subject_at,
        money=told.money,
        led=word_before(inside[0]),
    )
    original = restated(view, earlier, figure)
    return _like(draft, original) if original and RESTATED.decides(figure.span) else draft


def _subject(
    layout: Layout, inside: list[Token], noun: Span | None, step: QuantityDraft | None, *, durative: bool
) -> tuple[str | None, Range | None]:
    """Find what a figure is said of, and where that stands; a level is said of what took the step to it."""
    found = subject_of(inside, noun, durative=durative)
    if found is not None and not _in_dateline(layout, found) and (noun is None or found.text != noun.text):
        return found.text, _place(found)
    if step is None or noun is not None or not STEP_AND_LEVEL.decides(inside[0].idx):
        return None, None
    return step.subject or step.counted, step.subject_at or step.counted_at


class _Told(NamedTuple):
    """What is counted or measured, in which unit; or the figure before that has the noun of both."""

    noun: Span | None
    name: str | None = None
    money: bool = False
    shared: QuantityDraft | None = None


def _measured(figure: Figure, inside: list[Token]) -> _Told:
    """Find what a figure with a unit measures."""
    money = figure.unit is not None and figure.unit.money
    durative = figure.is_time or figure.name == MULTIPLE
    noun = multiplied(inside) if figure.name == MULTIPLE else None
    noun = noun or measured_noun(inside, money=money and not is_rate(figure.name), durative=durative)
    return _Told(noun, figure.name, money)


def _counted(
    view: str, figure: Figure, inside: list[Token], noun: Span | None, earlier: Sequence[QuantityDraft]
) -> _Told:
    """Find what a number without a unit, or a part, counts, and what it leaves to a figure before it."""
    if figure.name is None and (alike := shares_deed(earlier, inside)) and GAPPED_DEED.decides(figure.span):
        return _Told(None, shared=alike)
    if noun is not None:
        return _Told(noun, figure.name)
    if figure.name is not None:
        return _Told(measured_noun(inside, money=False, durative=False), figure.name)
    model = elided_unit(earlier, figure, inside)
    if model is not None and ELIDED_UNIT.decides(figure.span):
        return _Told(measured_noun(inside, money=model.money, durative=False), model.unit, model.money)
    shared = None if (told := told_of(inside)) is not None else elided_noun(view, earlier, figure)
    if shared is not None and ELIDED_NOUN.decides(figure.span):
        return _Told(None, shared=shared)
    return _Told(told)


def _sentence_before(view: str, drafts: Sequence[QuantityDraft], figure: Figure) -> Sequence[QuantityDraft]:
    """Return the last figure before the sentence if this one tells of more of the same: "<A further> 40 were hurt"."""
    return drafts[-1:] if adds_more(view, figure.span.start) else ()


def _leaning(
    view: str, earlier: Sequence[QuantityDraft], figure: Figure, step: QuantityDraft | None, told: _Told
) -> _Told:
    """Let a figure count what the one does that it leads on from: "30 <calls>, up from 12", "rose 5 points, to 90"."""
    last = earlier[-1] if earlier and sets_against(view[earlier[-1].span.end : figure.span.start]) else None
    if earlier and told.noun is None and _steps_again(view, earlier[-1], figure) and BY_AGAIN.decides(figure.span):
        return told._replace(shared=earlier[-1])
    open_to_it = told.noun is None or figure.name in SHARES
    if last is not None and (last.counted or last.unit) and open_to_it and AGAINST.decides(figure.span):
        shares_unit = told.name is None and (are_alike(last.value, figure.value) or are_near(last.value, figure.value))
        name, money = (last.unit, last.money) if shares_unit else (told.name, told.money)
        return _Told(None, name, money, last)
    stepped = step.counted_at if step is not None else None
    if stepped is not None and told.noun is not None and stepped.start > told.noun.start_char:
        told = told._replace(noun=None)  # it is of what stepped, and of no other: "and <sugar> 2 cents to 19 cents"
    return told._replace(shared=told.shared or (step if told.name else None))


def _moved_alike(
    view: str, earlier: Sequence[QuantityDraft], figure: Figure, told: _Told, first: Token
) -> tuple[_Told, Change | None]:
    """Let a figure move as the one before it, whose verb is that of both: "exports fell 4% and imports <3%>"."""
    gapped = gapped_noun(view, earlier, figure, first)
    if gapped is not None and (step := last_step(earlier)) and GAPPED.decides(figure.span):
        return told._replace(noun=gapped, shared=None), step.change
    again = told.shared if told.shared is not None and _steps_again(view, told.shared, figure) else None
    return told, again.change if again is not None else None


def _follows_step(view: str, step: QuantityDraft, figure: Figure, told: _Told) -> bool:
    """Whether a figure is where the step right before it leads: "rose by 12 to <52>", "closed up 2% at <412p>"."""
    if step.change is None or figure.is_range:
        return False
    link = leads_to_level(view[step.span.end : figure.span.start])
    alone = told.money or told.name in SHARES or told.noun is None or told.noun.start_char < figure.span.start
    return link is not None and (link == TO or alone)  # not "fell 2% at 40 mills"


def _steps_again(view: str, step: QuantityDraft, figure: Figure) -> bool:
    """Whether a figure is a second step: "fell by 6% since May and by <2%> since June"."""
    gap = view[step.span.end : figure.span.start]
    alike = figure.name in SHARES and figure.name == step.unit and not partitive_behind(view, figure.span.end)
    return step.change is not None and (changes_again(gap) or (alike and joins_changes(gap)))


def _ends(
    figure: Figure, change: Change | None, inside: list[Token], noun: Span | None
) -> tuple[Number | None, Number | None]:
    """Return what a figure says was before a change, and what was after it."""
    if figure.ends is not None:
        return figure.ends if change is figure.change else (None, None)
    if change is not None or not isinstance(figure.value, int | float):
        return None, None
    own = [t for t in inside if figure.number is not None and figure.number.covers((t.idx, t.idx))]  # not "per 1,000"
    level = level_of(top(inside)) or level_of(top(own or inside))
    if level is None and noun is not None and figure.name is None and noun.end > inside[-1].i:
        level = level_of(noun.root, counted=True)
    return figure.value if level is Level.OLD else None, figure.value if level is Level.NEW else None


def _place(words: Span | None) -> Range | None:
    return Range(words.start_char, words.end_char) if words is not None else None


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
        counted_at=original.counted_at,
        subject=original.subject,
        subject_at=original.subject_at,
    )


def _rate(view: str, name: str | None, noun: Span | None, end: int) -> tuple[str | None, int]:
    """Read "a day" behind what is counted: "300 flights a day", "2m barrels of oil a day"."""
    if noun is None or noun.end_char != end or is_rate(name):
        return name, end
    rate = rate_of_each(view, end)
    return (as_rate(name, rate[0]), rate[1]) if rate else (name, end)


def _counts_nothing(view: str, figure: Figure) -> bool:
    """Whether a number without a unit is none: "COVID -19", "half-brother", "one of the bakers"."""
    below_zero = figure.name is None and isinstance(figure.value, int | float) and figure.value < 0
    half_word = figure.numeral.form is Form.PART and view.startswith("-", figure.span.end)
    one_of_many = figure.value == 1 and partitive_behind(view, figure.span.end) > 0
    return below_zero or half_word or one_of_many


def _is_result(view: str, figure: Figure) -> bool:
    """Whether two numbers with a hyphen are the result of a game or vote: "a 3-2 win", "7-6 6-3"."""
    dashed = figure.is_range and figure.name is None and _RESULT.fullmatch(figure.span.of(view))
    return bool(dashed) and is_scored(view, *figure.span)


def _end(view: str, figure: Figure, last: Token, noun: Span | None) -> int:
    """Let the span reach over the noun right behind the figure, be it that of a rise: "a 5% <rise> in fares"."""
    end = figure.span.end
    behind = last.nbor() if last.i + 1 < len(last.doc) else last
    if is_noun(behind) and moves(behind) and 0 <= behind.idx - end <= 1:
        end = behind.idx + len(behind)
    if noun is None or noun.start_char < end:
        return end
    between = view[end : noun.start_char]
    counting = not any(is_numeral(token) for token in noun.doc[noun.start - 3 : noun.start] if token.idx >= end)
    plain = counting and figure.name is None and len(between) <= _ADJECTIVES and not _BETWEEN.search(between)
    return noun.end_char if plain or (counting and counts_of_these(between)) else end


def _change(view: str, figure: Figure, hedge: Hedge | None, inside: list[Token], tokens: TokenIndex) -> Change | None:
    """Tell a change, but in a conversion ("up 3% (£2m)"), a limit ("up to 30") or a duration."""
    start = figure.span.start
    signed = figure.name in SHARES and isinstance(figure.value, int | float)
    if signed and isinstance(figure.value, int | float) and SIGNED_SHARE.decides(figure.span):  # "FTSE -0.6%"
        if figure.value < 0:
            return Change.DOWN
        if view[max(0, start - 1) : start] == "+":
            return Change.UP
    limit = hedge is not None and opens_with_particle(view[hedge.edge : start])
    if figure.change or limit or view[max(0, start - 1) : start] == "(" or stands_instead(view, start):
        return figure.change
    opening = opener_before(view, start)
    by = opening.start if opening is not None and opening.opener is Opener.BY else None
    if figure.is_time and by is None:
        return None
    if figure.name == MULTIPLE and (multiplying := moved_by(top(inside))):  # "deaths doubled"
        return multiplying
    if figure.name == MULTIPLE and isinstance(figure.value, int | float) and leads_to_number(view, figure.span.end):
        return Change.DOWN if figure.value < 1 else Change.UP  # "the levy doubles to 50 percent"
    head = next(iter(tops(inside)), inside[-1]) if figure.is_range else top(inside)
    if told := change_of(head):
        mere = is_mere_amount(head, length=_is_length(figure), share=figure.name in SHARES)
        return None if mere else told
    word = differs_behind(view, figure.span.end)
    if word is not None and DIFFERS.decides(figure.span):
        return Change.DOWN if word in figure_words().change.fewer else Change.UP
    beside = start if figure.unit is not None else None  # "rose $5 to $90", but "they add ten users"
    before = by if by is not None else beside
    moved = moved_by(tokens.at(before - 1)) if before is not None else None
    preposition = tokens.at(by) if by is not None else None
    far = figure.unit is not None or leads_to_number(view, figure.span.end)
    moved = moved or (moved_over(preposition, far=far) if preposition is not None else None)
    return moved if moved and MOVED_BY.decides(figure.span) else None


def _is_length(figure: Figure) -> bool:
    measure = measure_of(figure.name)
    return measure is not None and measure.dimension == LENGTH
