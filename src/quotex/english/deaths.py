"""Who is told to be dead, by the words around a name."""

from __future__ import annotations

import re

_DIED = (
    "died|drowned|perished|passed away|(?:was|were|is|lies) buried"
    "|(?:was|were) (?:found dead|killed|murdered|slain|shot dead|(?:beaten|shot|stabbed) to death)"
)
_END = "body|corpse|death|funeral|grave|killing|murder|remains"
_BEFORE = re.compile(rf"\b(?:(?:[Ll]ate|slain|murdered|deceased) (?:[a-z-]+ ){{0,2}}|(?:{_END}) of )$")
_BEHIND = re.compile(rf"(?:['’]s (?:{_END})\b|(?:, \d\d?,)?(?:,? who)?(?: had| has)? (?:{_DIED})\b)")
_FAR = 40
"""Characters before a name that are looked at."""


def is_told_dead(view: str, start: int, end: int) -> bool:
    """Whether the words around a name tell that its bearer is dead: "the late chef <Jo Marsh>", "<Jo Marsh> died"."""
    return bool(_BEFORE.search(view, max(0, start - _FAR), start) or _BEHIND.match(view, end))
