"""Hedges around a figure: "about 40", "more than 40", "40 or so"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotex.contract.terms import Modifier
from quotex.english.figures import figure_words
from quotex.english.patterns import alternation, fold_case, search_before


class Hedge(NamedTuple):
    """A hedge and where it starts (before a figure) or ends (behind one)."""

    modifier: Modifier
    edge: int


@cache
def _before() -> tuple[dict[str, Modifier], re.Pattern[str]]:
    names = {phrase: modifier for modifier, phrases in figure_words().before.items() for phrase in phrases}
    return names, re.compile(rf"(?<![\w-])({alternation(names)}) ?(?:\b(?:an?|on average) )?$", re.IGNORECASE)


@cache
def _behind() -> tuple[dict[str, Modifier], re.Pattern[str]]:
    names = {phrase: modifier for modifier, phrases in figure_words().behind.items() for phrase in phrases}
    return names, re.compile(rf" ?({alternation(names)})(?!\w| [$€£]?\d)", re.IGNORECASE)


def hedge_before(view: str, start: int) -> Hedge | None:
    """Find the hedge that ends where a figure starts. Stacked ones ("only about") count as the inner one."""
    names, pattern = _before()
    found: Hedge | None = None
    while match := search_before(pattern, view, start):
        exact = found is None or found.modifier is Modifier.EXACT
        found = Hedge(names[fold_case(match[1])] if exact or found is None else found.modifier, match.start())
        start = match.start()
    return found


def hedge_behind(view: str, end: int) -> Hedge | None:
    """Find the hedge that starts where a figure ends ("or so", "or more")."""
    names, pattern = _behind()
    match = pattern.match(view, end)
    return Hedge(names[fold_case(match[1])], match.end()) if match else None
