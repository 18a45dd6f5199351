"""From word lists to regular expressions, and from what they match back to the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from os.path import commonprefix

_LOOKED_BACK = 48  # characters: more than any words have by which a figure or a date behind them is read
_LOOK_ALIKES = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "K": "k"})


def alternation(words: Iterable[str]) -> str:
    """Make the alternatives of a pattern out of words or phrases: escaped, the longest first.

    Those that begin alike share their beginning, so that a place where none begins is passed over at once.

    Raises:
        ValueError: there is none; an empty alternative would match everywhere.
    """
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    if not all(listed) or not listed:
        raise ValueError("a pattern needs at least one word, and no empty one")
    return _branches(listed)


def search_before(pattern: re.Pattern[str], view: str, end: int) -> re.Match[str] | None:
    """Search right before an offset for what a pattern asks that ends in ``$``."""
    return pattern.search(view, max(0, end - _LOOKED_BACK), end)


def matching(pattern: str) -> Callable[[str], bool]:
    """Make the question whether a text, the whole of it, is as a pattern says."""
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


def holding(pattern: Callable[[], str]) -> Callable[[str], bool]:
    """Make the question whether a text holds what a pattern says, in capitals or not.

    Args:
        pattern: made when it is first asked; until then no lexicon is loaded.
    """
    compiled = _compiled_when_asked(pattern)
    return lambda text: compiled().search(text) is not None


def followed_by(pattern: Callable[[], str]) -> Callable[[str, int], bool]:
    """Make the question whether right behind an offset of a view there is what a pattern says, made as above."""
    compiled = _compiled_when_asked(pattern)
    return lambda view, end: compiled().match(view, end) is not None


def length_behind(pattern: str) -> Callable[[str, int], int]:
    """Make the question how much right behind an offset of a view is as a pattern says, in characters; 0: nothing."""
    compiled = re.compile(pattern)

    def length(view: str, end: int) -> int:
        match = compiled.match(view, end)
        return match.end() - end if match else 0

    return length


def led_by(pattern: Callable[[], str]) -> Callable[[str, int], bool]:
    """Make the question whether right before an offset of a view there is what a pattern says that ends in ``$``."""
    compiled = _compiled_when_asked(pattern)
    return lambda view, end: search_before(compiled(), view, end) is not None


def _compiled_when_asked(pattern: Callable[[], str]) -> Callable[[], re.Pattern[str]]:
    return cache(lambda: re.compile(pattern(), re.IGNORECASE))


def _branches(words: Sequence[str]) -> str:
    """Put together, in their order, words that begin with one letter; none where capitals and small ones are mixed."""
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:1], []).append(word)
    if len({first.lower() for first in alike}) < len(alike):
        return "|".join(map(re.escape, words))
    return "|".join(map(_branch, alike.values()))


def _branch(words: Sequence[str]) -> str:
    beginning = commonprefix(words)  # noqa: RUF071 - of letters indeed
    rest = [word[len(beginning) :] for word in words]
    return re.escape(beginning) + (f"(?:{_branches(rest)})" if len(rest) > 1 else "")


def fold_case(text: str) -> str:
    """Lower-case what a pattern with ``re.IGNORECASE`` has matched, so that it is found in the pattern's word list.

    That flag takes four letters for ASCII ones which ``str.lower`` leaves alone, or makes two of: İ, ı, ſ, K (kelvin).
    """
    return text.lower() if text.isascii() else text.translate(_LOOK_ALIKES).lower()
