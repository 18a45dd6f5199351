"""Money beside a number, by its signs, codes and words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from quotex.english import lexicons
from quotex.english.patterns import alternation, fold_case

_LARGE = re.compile(r"\d+/-|\d{1,3}(?:,\d{3}|(?:\.\d+)?(?:m|bn|tn| (?:m|b|tr)illion)\b)")
_ARTICLE = "the "
_LONGEST = 8  # characters of a code or sign, with the blank and the minus behind it: "RMB ", "HK $"


class Money(NamedTuple):
    """Money as found: its name, where its words start and end, and what the number beside it is a multiple of."""

    name: str
    start: int
    end: int
    factor: int = 1


class _Lexicon(lexicons.Lexicon):
    """``english/lexicons/money.toml``."""

    money_codes_in_words: frozenset[str]
    money_letters: dict[str, str]
    money_of_lands: dict[str, dict[str, frozenset[str]]]
    money_large: frozenset[str]
    money_shared: frozenset[str]
    money_unsure: frozenset[str]
    money_of_nations: frozenset[str]
    nations: list[str]
    money_signs: dict[str, list[str]]
    money_codes: dict[str, str]
    money_words: dict[str, list[str]]
    scaled_codes: dict[str, int]
    scales: dict[str, int]


_lexicon = lexicons.loader("money", _Lexicon)


@cache
def _signs() -> dict[str, str]:
    return {sign: name for name, signs in _lexicon().money_signs.items() for sign in signs}


@cache
def _words() -> dict[str, str]:
    """Look up names by word, singular and plural."""
    words = {form: name for name, forms in _lexicon().money_words.items() for form in forms}
    return {f"{form}s": name for form, name in words.items() if form[-1].isalpha() and form[-1] != "s"} | words


def worded(forms: Iterable[str]) -> str:
    """Alternatives of a pattern, longest first; a blank or a hyphen stands for either."""
    return re.sub(r"\\[ -]", "[ -]", alternation(forms))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = _lexicon()
    # letters and the sign behind them may stand apart: "HK $"
    signs = re.sub(r"(?<=[A-Za-z.][A-Za-z.])\\\$", r" ?\\$", worded(_signs()))
    lower = (code.lower() for code in lexicon.money_codes if code not in lexicon.money_codes_in_words)
    dollars = [f"{code.lower()}$" for code in lexicon.money_codes]
    codes = rf"(?:{worded(lexicon.scaled_codes)})?(?:{worded(dollars)}|(?:{worded([*lexicon.money_codes, *lower])})\$?)"
    before = re.compile(
        rf"(?<![A-Za-z$])(?:(?P<code>{codes})|(?P<sign>{signs})) ?[-−]?$"
        rf"|(?<![\w$])(?P<letters>{worded(lexicon.money_letters)})$"
    )
    behind = re.compile(
        rf"(?:[ -]?(?P<code>{codes})| ?(?P<sign>{signs}))(?![\w$])(?: ?(?P<scale>{worded(lexicon.scales)})\b)?"
    )
    word = re.compile(
        rf"[ -](?:(?P<nation>{worded(lexicon.nations)})[ -])?(?P<word>{worded(_words())})(?!\w)", re.IGNORECASE
    )
    return before, behind, word


def money_before(view: str, offset: int, floor: int = 0) -> Money | None:
    """Find the sign or code that ends where a number starts; one that starts before ``floor`` belongs to another."""
    window = max(floor, offset - _LONGEST)
    match = _patterns()[0].search(view[window:offset])
    if match and (letters := match["letters"]):
        start, name = window + match.start(), _of_land(view, letters)
        road = view.endswith(_ARTICLE, 0, start)  # "the R21"
        sure = _LARGE.match(view, offset) or (name and not road)
        return Money(name or _lexicon().money_letters[letters], start, offset) if sure else None
    if match and match["code"] in _lexicon().money_large and not _LARGE.match(view, offset):
        return None
    return _found(view, match, window) if match else None


def money_behind(view: str, offset: int) -> Money | None:
    """Find the sign or code behind digits, with a scale behind it: "20 MUSD", "75 USD million"."""
    match = _patterns()[1].match(view, offset)
    return _found(view, match, 0, match["scale"] or "") if match else None


def _found(view: str, match: re.Match[str], window: int, scale: str = "") -> Money:
    lexicon = _lexicon()
    kind = "code" if match["code"] else "sign"
    start, end = window + match.start(kind), window + match.end()
    factor = lexicon.scales.get(scale, 1)
    if kind == "sign":
        name = _signs()[match["sign"].replace(" ", "")]
        return Money(_of_land(view, name) or name, start, end, factor)
    code = match["code"].removesuffix("$")
    return Money(lexicon.money_codes[code[-3:].upper()], start, end, factor * lexicon.scaled_codes.get(code[:-3], 1))


def money_word_behind(view: str, offset: int, *, sure: bool) -> Money | None:
    """Find the word for money behind a number, with its nation.

    Args:
        view: of the article.
        offset: where the number ends.
        sure: the number has a scale or a fraction, so that "marks" are money.
    """
    match = _patterns()[2].match(view, offset)
    if not match:
        return None
    lexicon, nation = _lexicon(), match["nation"]
    form = re.sub(r"[ -]", " ", fold_case(match["word"]))
    name = _words().get(form) or _words()[fold_case(match["word"])]
    bare = {form, form.removesuffix("s")}
    if not nation and (
        bare & lexicon.money_of_nations or (not sure and bare & lexicon.money_unsure and bare == {form})
    ):
        return None
    if nation:
        whole = f"{fold_case(nation)} {form}"
        shared = f"{fold_case(nation).title()} {name}" if name in lexicon.money_shared else name
        name = _words().get(whole) or _words().get(whole.removesuffix("s")) or shared
    else:
        name = _of_land(view, name) or name
    return Money(name, match.start("nation" if nation else "word"), match.end())


def _of_land(view: str, sign: str) -> str | None:
    """Return the money that letters or a name shared by several are of, by the lands that the text names.

    It is the one that goes by the bare name where its land is named, else that of the land named first.
    """
    of_lands = _lexicon().money_of_lands.get(sign, {})
    names = [name for land in (_lands(view) if of_lands else ()) for name, lands in of_lands.items() if land in lands]
    return sign if sign in names else next(iter(names), None)


@lru_cache(maxsize=1)
def _lands(view: str) -> tuple[str, ...]:
    """Return the words of a text that name a land whose money is told by them, each once, in text order."""
    return tuple(dict.fromkeys(match.group() for match in _landed().finditer(view)))


@cache
def _landed() -> re.Pattern[str]:
    lands = (land for of_lands in _lexicon().money_of_lands.values() for some in of_lands.values() for land in some)
    return re.compile(rf"\b(?:{alternation(lands)})\b")


def is_money_word(word: str) -> bool:
    """Whether a word is a name of money, or a code or the letters of a sign of one."""
    lexicon = _lexicon()
    code = word.upper() in lexicon.money_codes and (word.isupper() or word.upper() not in lexicon.money_codes_in_words)
    return code or word.lower() in _words() or f"{word}$" in _signs()
