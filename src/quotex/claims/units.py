"""Units of measure and money beside a number, by their words, signs and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from quotex import lexicons

__all__ = ["TIME_UNITS", "Unit", "is_unit_word", "rate_behind", "subunit", "unit_before", "unit_behind"]

TIME_UNITS = frozenset(
    ["millisecond", "second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"]
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as found: its canonical name, where its words start and end, whether it is money."""

    name: str
    start: int
    end: int
    money: bool = False


class _Rates(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    per: list[str]


class _Lexicon(BaseModel):
    """``lexicons/units.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    money_signs: dict[str, list[str]]
    money_words: dict[str, list[str]]
    measure_words: dict[str, list[str]]
    abbreviations: dict[str, list[str]]
    rates: _Rates
    subunits: dict[str, dict[str, int]]


@cache
def _lexicon() -> _Lexicon:
    return lexicons.load("units", _Lexicon)


@cache
def _names() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Look up names by sign, by word (singular and plural) and by abbreviation."""
    lexicon = _lexicon()
    words = _by_form(lexicon.measure_words) | _by_form(lexicon.money_words)
    plurals = {f"{form}s": name for form, name in words.items() if form[-1].isalpha() and form[-1] != "s"}
    return _by_form(lexicon.money_signs), plurals | words, _by_form(lexicon.abbreviations)


def _by_form(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {form: name for name, forms in table.items() for form in forms}


def _any_of(forms: Iterable[str]) -> str:
    """Longest first; a blank or a hyphen stands for either, and one may part the letters from the sign: "HK $"."""
    ordered = sorted(forms, key=lambda f: (-len(f), f))
    return "|".join(re.sub(r"\\[ -]", "[ -]", re.sub(r"(?<=[A-Za-z.])\\\$", r" ?\\$", re.escape(f))) for f in ordered)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    signs, words, short = _names()
    letters = [s for s in signs if s[-1].isalpha()]
    before = re.compile(rf"(?<![A-Za-z$])({_any_of(signs)}) ?[-−]?$")
    word = re.compile(rf"(?:[ -]| ?[(<])?({_any_of(words)})(?!\w)", re.IGNORECASE)
    one = _any_of(f for f in short if len(f) == 1 and f.isalpha())
    other = _any_of([f for f in short if len(f) > 1 or not f.isalpha()])
    sign = _any_of([s for s in signs if s not in letters])
    code = _any_of(letters)
    right = re.compile(rf"(?:(?P<one>{one})| ?[(<]?(?P<short>{other})| ?(?P<sign>{sign})|[ -]?(?P<code>{code}))(?!\w)")
    per = _any_of(_lexicon().rates.per)
    rate = re.compile(
        rf"(?: per |-per-| ?/ ?)(?!cent\b)(?P<any>{per}|[A-Za-z]+)\b"
        rf"|(?:[ -]an?[ -]| each | every )(?P<known>{per})(?!\w| (?:ago|earlier|later|before|after)\b)",
        re.IGNORECASE,
    )
    return before, word, right, rate


def unit_before(view: str, offset: int) -> Unit | None:
    """Find the sign or code of money that ends at the offset, where a number starts."""
    window = max(0, offset - 8)
    match = _patterns()[0].search(view[window:offset])
    if not match:
        return None
    return Unit(_names()[0][match[1].replace(" ", "")], window + match.start(), offset, money=True)


def unit_behind(view: str, offset: int, *, digits: bool) -> Unit | None:
    """Find the unit that follows a number which ends at the offset; abbreviations only behind digits."""
    _, word, short, _ = _patterns()
    signs, words, abbreviations = _names()
    if match := word.match(view, offset):
        form = re.sub(r"[ -]", " ", match[1].lower())
        name = words.get(form) or words.get(form.replace(" ", "-")) or words[match[1].lower()]
        return Unit(name, match.start(1), match.end(), money=name in _lexicon().money_words)
    if digits and (match := short.match(view, offset)):
        if kind := match["sign"] or match["code"]:
            return Unit(signs[kind.replace(" ", "")], match.start(match.lastgroup or 0), match.end(), money=True)
        return Unit(abbreviations[match["one"] or match["short"]], match.start(match.lastgroup or 0), match.end())
    return None


def rate_behind(view: str, offset: int) -> tuple[str, int] | None:
    """Find "per hour", "a share", "/h" at the offset: the singular of what it is per, and where it ends."""
    match = _patterns()[3].match(view, offset)
    if not match:
        return None
    word = re.sub(r"\s", " ", (match["any"] or match["known"]).lower())
    _, words, short = _names()
    return words.get(word) or short.get(word) or word, match.end()


def is_unit_word(word: str) -> bool:
    """Whether a word in lower case is the name of a unit."""
    return word in _names()[1]


def subunit(unit: str, smaller: str) -> int | None:
    """How many of the smaller unit make one of the unit, where both are said in one breath ("5 feet 10")."""
    return _lexicon().subunits.get(unit, {}).get(smaller)
