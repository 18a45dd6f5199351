"""Units of measure and money beside a number, by their words, signs and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from quotex.english import lexicons
from quotex.english.money import Money, is_money_word, money_before, money_behind, money_word_behind, worded
from quotex.english.patterns import alternation, fold_case, followed_by, holding, search_before

FRACTION, RATIO, MULTIPLE = "fraction", "ratio", "times"
"""What a part of something is in ("a third", "one in four"), what "3 to 1" is, and what "twice" is."""
AGE = "year of age"
SHARES = frozenset(["percent", "percentage point", "point", "basis point"])
"""Units in which a sign before a number tells a change: "FTSE -0.6%"."""
DEGREE = "degree"
POINT = "point"
SHARED = frozenset(["percent", "percentage point", "point", "degree", "celsius", "fahrenheit"])
"""Units that one figure can leave to another: "up from 4 to 5 percent, and then 6"."""
TIME_UNITS = frozenset(
    ["millisecond", "second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"]
)

PERIODS = TIME_UNITS | {"night", "quarter", "season", "term", "weekend"}
"""Of which one can be "ago" or "later"."""

_APART_IN_TIME = re.compile(r" (?:ago|earlier|later|before|after)\b")
_SECONDS, _DECIMAL = re.compile(r"s(?!\w)"), re.compile(r"\d\.\d{1,3}$")  # "10.95s", not "the 80s"
_FULL_STOP = re.compile(r"\.(?:\s*$|\s+[A-Z\"])")
_OF_AGES = frozenset(["year", "month", "week", "day"])
_FEET_MARK = re.compile(r"'(?= ?\d{1,2}(?:\.\d+)?(?:\"|''))")
_INCHES_MARK = re.compile(r"\"|''")
_FEET_BEFORE = re.compile(r"\d' ?\d{1,2}(?:\.\d+)?$")
_INCHES = re.compile(
    r" ?(?:ins\b(?:\.(?= [a-z]))?|in(?![\w.])(?! (?:(?:the|an?|his|her|its|their|this|that)\b|\d|[A-Z])))"
)
_OF_MANY = re.compile(
    r" (?:per|for every|in every|out of every) "
    r"((?:\d{1,3}(?:,\d{3})+|\d+0|hundred|thousand|million|(?:\d+|a|one) (?:hundred|thousand|million))"
    r"(?: (?:live )?[a-z]+|(?=[.,;)])))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as found: its canonical name, where its words start and end, whether it is money.

    ``factor`` is what the number beside it counts: "30 MUSD" is thirty millions.
    """

    name: str
    start: int
    end: int
    money: bool = False
    factor: int = 1


class _Rates(lexicons.Lexicon):
    adding: list[str]
    sorts: list[str]
    per: list[str]
    signs: dict[str, str]


class _Scaled(lexicons.Lexicon):
    unit: str
    factor: int


class _Prefixed(lexicons.Lexicon):
    words: list[str]
    signs: list[str]
    prefixes: list[str]


class UnitLexicon(lexicons.Lexicon):
    """``english/lexicons/units.toml``."""

    prefixes: dict[str, list[str]]
    prefixed: dict[str, _Prefixed]
    measure_words: dict[str, list[str]]
    abbreviations: dict[str, list[str]]
    sized: list[str]
    tight: frozenset[str]
    apart: frozenset[str]
    degrees: frozenset[str]
    powers: dict[str, list[str]]
    powered: list[str]
    scaled: dict[str, _Scaled]
    rates: _Rates
    subunits: dict[str, dict[str, int]]


_lexicon = lexicons.loader("units", UnitLexicon)


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """Look up names by word (singular and plural) and by abbreviation."""
    lexicon = _lexicon()
    words = dict(_prefixed(signs=False)) | _by_form(lexicon.measure_words)
    words |= {f"{power} {form}": f"{power} {words[form]}" for power in lexicon.powers for form in lexicon.powered}
    plurals = {f"{form}s": name for form, name in words.items() if form[-1].isalpha() and form[-1] != "s"}
    return plurals | words, dict(_prefixed(signs=True)) | _by_form(lexicon.abbreviations)


def _by_form(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {form: name for name, forms in table.items() for form in forms}


def _prefixed(*, signs: bool) -> Iterator[tuple[str, str]]:
    """Yield the forms and names that prefixes make: "kilowatt", "kW"."""
    lexicon = _lexicon()
    for base, unit in lexicon.prefixed.items():
        for prefix in unit.prefixes:
            for start in lexicon.prefixes[prefix] if signs else (prefix,):
                for form in unit.signs if signs else unit.words:
                    yield f"{start}{form}", f"{prefix}{base}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words, short = _names()
    # " - " in texts cut into words: "30 - year bonds"
    word = re.compile(rf"(?:[ -]| ?[(<\[{{]| - (?=[a-z]+(?<!s)\b))?({worded(words)})(?!\w)", re.IGNORECASE)
    tight = _lexicon().tight
    one = worded(f for f in short if (len(f) == 1 and f.isalpha()) or f in tight)
    other = worded(f for f in [*short, *_lexicon().scaled] if (len(f) > 1 or not f.isalpha()) and f not in tight)
    apart = f"{worded(_lexicon().apart)}|(?:{worded(_lexicon().degrees)})(?! [A-Z])"
    joined = worded(f for f in short if len(f) > 1 and f.isalpha() and f not in tight)  # "a 330-km pipe"
    right = re.compile(
        r"(?!(?:(?<=\b1)|(?<=[02-9]1))st\b)"  # "21st"
        rf"(?:(?P<one>{one})| (?P<apart>{apart})| ?[(<\[{{]?(?P<short>{other})|-(?P<joined>{joined}))"
        r"(?!\w|(?<= [A-Z])-\d|(?<= W)\. [A-Z])"  # not in "12 F-16 jets", "40 W. Harbour Road"
    )
    powers = (f"{power} {form}" for power in _lexicon().powers for form in _lexicon().powered)
    long = (form for form in [*words, *short] if " " in form)  # "kilowatt hour", "sq ft"
    per = worded([*_lexicon().rates.per, *powers, *long, *_lexicon().rates.signs])
    more = rf"(?: (?:{alternation(_lexicon().rates.adding)}))?"
    sort = rf"(?:(?:{alternation(_lexicon().rates.sorts)}) )?"  # "per diluted share"
    rate = re.compile(
        rf"(?:{more} per |-per-| ?/ ?)(?!cent\b){sort}(?P<any>{per}|[A-Za-z]+)\b"
        rf"|{more}(?:[ -]an?[ -]| each | every )(?P<known>{per})(?!\w)",
        re.IGNORECASE,
    )
    return word, right, rate


def unit_before(view: str, offset: int, floor: int = 0) -> Unit | None:
    """Find the sign or code of money that ends at the offset, where a number starts; none from before ``floor``."""
    return _of_money(money_before(view, offset, floor))


def unit_behind(view: str, offset: int, *, digits: bool, sure: bool = False) -> Unit | None:
    """Find the unit that follows a number.

    Args:
        view: of the article.
        offset: where the number ends.
        digits: it is written in digits; abbreviations are read behind them only.
        sure: it has a scale or a fraction: "1.85 marks" are money.
    """
    word, short, _ = _patterns()
    words, abbreviations = _names()
    if money := money_word_behind(view, offset, sure=sure):
        return _of_money(money)
    if match := word.match(view, offset):
        form = re.sub(r"[ -]", " ", fold_case(match[1]))
        name = words.get(form) or words.get(form.replace(" ", "-")) or words[fold_case(match[1])]
        return Unit(name, match.start(1), match.end())
    if money := money_behind(view, offset):
        return _of_money(money)
    if digits and (mark := _by_mark(view, offset)):
        return mark
    if digits and (match := _SECONDS.match(view, offset)) and search_before(_DECIMAL, view, offset):
        return Unit("second", *match.span())
    if digits and (match := short.match(view, offset)):
        kind = match.lastgroup or ""
        if scaled := _lexicon().scaled.get(match[kind]):
            return Unit(scaled.unit, match.start(kind), match.end(), factor=scaled.factor)
        end = match.end() - (_FULL_STOP.match(view, match.end() - 1) is not None)
        return Unit(abbreviations[match[kind]], match.start(kind), end, money=match[kind] in ("p", "¢", "c"))
    return None


def _by_mark(view: str, offset: int) -> Unit | None:
    """Read the marks of feet and inches: 6'3", and 10" where what follows has a size."""
    if match := _FEET_MARK.match(view, offset):
        return Unit("foot", *match.span())
    match = _INCHES_MARK.match(view, offset)
    if match is None:
        return None
    behind_feet = search_before(_FEET_BEFORE, view, offset) is not None
    return Unit("inch", *match.span()) if behind_feet or _has_size(view, match.end()) else None


_has_size = followed_by(lambda: rf"(?-i: (?:{alternation(_lexicon().sized)})\b)")


def _of_money(money: Money | None) -> Unit | None:
    return Unit(money.name, money.start, money.end, money=True, factor=money.factor) if money else None


def rate_behind(view: str, offset: int) -> tuple[str, int] | None:
    """Find "per hour", "a share", "/h" at the offset: the singular of what it is per, and where it ends."""
    match = _patterns()[2].match(view, offset)
    if not match:
        return None
    word = re.sub(r"\s", " ", fold_case(match["any"] or match["known"]))
    words, short = _names()
    name = words.get(word) or _lexicon().rates.signs.get(word) or short.get(word) or word
    when = match["known"] and name in PERIODS and _APART_IN_TIME.match(view, match.end())
    return None if when else (name, match.end())


def rate_of_many(view: str, offset: int) -> tuple[str, int] | None:
    """Find "per 100,000 people" at the offset: what it is per, and where it ends."""
    match = _OF_MANY.match(view, offset)
    return (fold_case(match[1]), match.end()) if match else None


def rate_of_each(view: str, offset: int) -> tuple[str, int] | None:
    """Find "a day" behind what is counted: what it is per, and where it ends; "each day" is none there."""
    rate = rate_of_many(view, offset) or rate_behind(view, offset)
    return None if rate is None or view.startswith((" each", " every"), offset) else rate


def as_rate(unit: str | None, per: str) -> str:
    """Name the unit of a rate: "mile per hour", of a mere count "per hour"."""
    return f"{unit} per {per}" if unit else f"per {per}"


def is_rate(unit: str | None) -> bool:
    """Whether a unit is that of a rate of another unit."""
    return unit is not None and " per " in unit


def as_age(unit: str | None) -> str | None:
    """Name the unit of an age that is given in a unit of time; None: in none that ages are given in."""
    return f"{unit} of age" if unit in _OF_AGES else None


def is_age(unit: str | None) -> bool:
    """Whether a unit is that of an age."""
    return unit is not None and unit.endswith(" of age")


in_thousands = holding(lambda: r"(?:thousand|million|billion)s(?: of)?$")
"""Whether a number nobody counted is one of those that money is told in: "hundreds of thousands"."""


def as_sterling(unit: Unit, view: str) -> Unit:
    """Take pounds for money unless something is weighed in them: "2 million pounds", but "2 million pounds of fish"."""
    if unit.name != "pound" or view.startswith(" of ", unit.end):
        return unit
    return Unit("pound sterling", unit.start, unit.end, money=True)


def inches_behind(view: str, offset: int) -> Unit | None:
    """Find "in" that is no preposition, behind the number of a figure in feet: "5 ft 11 in"."""
    match = _INCHES.match(view, offset)
    return Unit("inch", *match.span()) if match else None


def can_end_in(first: Unit, second: Unit) -> bool:
    """Whether a range may begin in one unit and end in another: the same one, or percentage points."""
    return second.name in (first.name, "percentage point")


def is_foot(unit: Unit) -> bool:
    """Whether a unit is the foot, of which inches are parts."""
    return unit.name == "foot"


def unit_names() -> frozenset[str]:
    """Return the canonical names of all units of measure."""
    return frozenset(name for table in _names() for name in table.values())


def is_unit_word(word: str) -> bool:
    """Whether a word is a name of a unit, or an abbreviation of one."""
    words, short = _names()
    return word.lower() in words or is_money_word(word) or (len(word) > 1 and word in short)


def subunit(unit: str, smaller: str | None) -> int | None:
    """How many of the smaller unit make one of the unit, where both are said in one breath ("5 feet 10").

    ``smaller`` is None where its name is left out, as it can be behind the larger one.
    """
    parts = _lexicon().subunits
    table = parts.get(unit, parts.get(unit.rpartition(" ")[2], {}))
    if smaller is None and unit in TIME_UNITS:
        return None
    return next(iter(table.values()), None) if smaller is None else table.get(smaller)
