"""Odds and ratios: two numbers with a mark between them, where a word beside them says that they are no result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from quotex.english.figures import figure_words
from quotex.english.patterns import alternation

_PAIR = r"(?P<first>\d{1,4}(?:\.\d)?) ?(?::|/|-|–| to |-to-) ?(?P<second>\d{1,3})(?![\w%]|[.,:/]\d)"


class Ratio(NamedTuple):
    """A ratio as found: where it starts and ends, and how many of the first there are to one of the second."""

    start: int
    end: int
    value: float


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ratios, odds = alternation(figure_words().ratios), alternation(figure_words().odds)
    return (
        re.compile(rf"\b(?:{ratios})(?: [a-z]+){{0,6}}? {_PAIR}", re.IGNORECASE),
        re.compile(rf"(?<![\w.,:/-]){_PAIR}(?= (?:{odds})\b)", re.IGNORECASE),
    )


def find_ratios(view: str) -> Iterator[Ratio]:
    """Yield ratios, those before their words last: "odds of 7-2", "a ratio of boys to girls of 3:2", "5/1 odds"."""
    for pattern in _patterns():
        for match in pattern.finditer(view):
            if int(match["second"]):
                value = Fraction(match["first"]) / int(match["second"])
                exact = int(value) if value.denominator == 1 else float(value)
                yield Ratio(match.start("first"), match.end("second"), exact)
