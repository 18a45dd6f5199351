"""The words around a figure: hedges, changes, and the contexts in which a number is no quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict

from quotex.contract.records import Change, Modifier
from quotex.english import lexicons
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Hedge",
    "QuantityLexicon",
    "change_of",
    "find_idioms",
    "hedge_before",
    "hedge_behind",
    "is_change",
    "moves",
    "quantity_lexicon",
]


_NOUNS = ("NOUN", "PROPN")
_TELEPHONE = re.compile(
    r"(?<![\w$€£])(?:\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}|\(\d{3,5}\) ?\d{3,4}[ .-]\d{3,4}"
    r"|\d{3}[.-]\d{3}[.-]\d{4}|0\d{2,4} \d{3,4} \d{3,4})(?![\d%])"
)
_SHARES = frozenset(["%", "percent", "pc", "point", "points"])
_AMOUNTS = frozenset(["advmod", "attr", "ccomp", "dep", "dobj", "npadvmod", "oprd"])


class _Change(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    up: frozenset[str]
    down: frozenset[str]


class QuantityLexicon(BaseModel):
    """``english/lexicons/quantities.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    before: dict[Modifier, list[str]]
    behind: dict[Modifier, list[str]]
    change: _Change
    measures: frozenset[str]
    idioms: list[str]
    labels: frozenset[str]
    results: frozenset[str]
    light: frozenset[str]


class Hedge(NamedTuple):
    """A hedge and where it starts (before a figure) or ends (behind one)."""

    modifier: Modifier
    edge: int


@cache
def quantity_lexicon() -> QuantityLexicon:
    """Load the words around figures."""
    return lexicons.load("quantities", QuantityLexicon)


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def _hedges() -> tuple[dict[str, Modifier], re.Pattern[str], dict[str, Modifier], re.Pattern[str]]:
    lexicon = quantity_lexicon()
    before = {phrase: modifier for modifier, phrases in lexicon.before.items() for phrase in phrases}
    behind = {phrase: modifier for modifier, phrases in lexicon.behind.items() for phrase in phrases}
    return (
        before,
        re.compile(rf"(?<![\w-])({_any_of(before)}) ?(?:\b(?:an?|on average) )?$", re.IGNORECASE),
        behind,
        re.compile(rf" ?({_any_of(behind)})(?!\w)", re.IGNORECASE),
    )


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(quantity_lexicon().idioms)})(?!\w)", re.IGNORECASE)


def find_idioms(view: str) -> list[Range]:
    """Find where numbers count nothing: in phrases ("one another") and in telephone numbers."""
    return [Range(*m.span()) for pattern in (_idioms(), _TELEPHONE) for m in pattern.finditer(view)]


def hedge_before(view: str, start: int) -> Hedge | None:
    """Find the hedge that ends where a figure starts. Stacked ones ("only about") count as the inner one."""
    names, pattern, _, _ = _hedges()
    found: Hedge | None = None
    while match := pattern.search(view, max(0, start - 32), start):
        modifier = names[match[1].lower()]
        if found is None or found.modifier is Modifier.EXACT:
            found = Hedge(modifier, match.start())
        else:
            found = Hedge(found.modifier, match.start())
        start = match.start()
    return found


def hedge_behind(view: str, end: int) -> Hedge | None:
    """Find the hedge that starts where a figure ends ("or so", "or more")."""
    _, _, names, pattern = _hedges()
    match = pattern.match(view, end)
    return Hedge(names[match[1].lower()], match.end()) if match else None


def change_of(top: Token, *, both_ends: bool = False) -> Change | None:
    """Tell whether a figure is the size of a change: "rose 5%", "a cut of $2bn", "up 3 points", "a 5% rise".

    What a figure rises or falls *to* is a level, not a change.

    Args:
        top: the token of the figure that the rest of it hangs on.
        both_ends: the figure tells where the change starts and ends: "rose from 4 to 5 percent".
    """
    if beside := _particle(top):
        return beside
    head = top.head
    if head.pos_ == "ADP":
        of_noun = head.lower_ == "of" and head.head.pos_ in _NOUNS
        return (
            _direction(head.head) if of_noun or head.lower_ == "by" or (both_ends and head.lower_ == "from") else None
        )
    by_verb = head.pos_ in ("VERB", "ADJ", "ADV") and top.dep_ in _AMOUNTS
    by_noun = head.pos_ in _NOUNS and head.i > top.i
    return _direction(head) if by_verb or by_noun else None


def is_change(token: Token) -> bool:
    """Whether a token is a verb of rising or falling."""
    return token.pos_ == "VERB" and _direction(token) is not None


def moves(token: Token) -> bool:
    """Whether a token, of whatever part of speech, tells of a rise or a fall."""
    return _direction(token) is not None


def _particle(top: Token) -> Change | None:
    """Return the direction of "up" right before a figure or "lower" right behind it."""
    doc, left, right = top.doc, top.left_edge.i - 1, top.i + 1
    if left >= 0 and doc[left].lower_ in ("up", "down") and (doc[left].dep_ != "prt" or top.lower_ in _SHARES):
        return _direction(doc[left])
    if right < len(doc) and doc[right].lower_ in ("higher", "lower"):
        return _direction(doc[right])
    return None


def _direction(token: Token) -> Change | None:
    lexicon = quantity_lexicon().change
    for word in (token.lemma_.lower(), token.lower_):
        if word in lexicon.up:
            return Change.UP
        if word in lexicon.down:
            return Change.DOWN
    return None
