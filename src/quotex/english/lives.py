"""Decades of a life and parts of them: "in her early forties", "his mid-30s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotex.english import lexicons
from quotex.english.patterns import alternation, fold_case


class Life(NamedTuple):
    """A decade of a life or a part of one as found: where its words start and end, its first and last year."""

    start: int
    end: int
    first: int
    last: int


class _Lexicon(lexicons.Lexicon):
    """``english/lexicons/lives.toml``."""

    whole: list[str]
    decades: dict[str, tuple[int, int]]
    parts: dict[str, tuple[int, int]]


_lexicon = lexicons.loader("lives", _Lexicon)


@cache
def _lives() -> re.Pattern[str]:
    words = _lexicon()
    return re.compile(
        rf"\b(?:his|her|their|my|our|your) (?P<all>(?:(?P<part>{alternation(words.parts)})[ -])?"
        rf"(?:(?P<tens>[2-9]0)[’']?s|(?P<name>{alternation(words.decades)})))\b",
        re.IGNORECASE,
    )


def find_lives(view: str) -> Iterator[Life]:
    """Yield decades of a life and parts of them, with the first and the last year: "her mid-30s", 34 to 36."""
    lexicon = _lexicon()
    for match in _lives().finditer(view):
        name = fold_case(match["name"]) if match["name"] else None
        first, last = lexicon.decades[name] if name else (int(match["tens"]), int(match["tens"]) + 9)
        if match["part"] and name not in lexicon.whole:
            low, high = lexicon.parts[fold_case(match["part"])]
            first, last = first + low, first + high
        yield Life(*match.span("all"), first, last)
