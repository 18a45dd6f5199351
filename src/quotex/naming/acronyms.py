"""Names that brackets give a short form of: "the Norland department of ports (DOP)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from quotex.contract.rules import Rule
from quotex.english.closed import DEFINITE_ARTICLE
from quotex.english.names import BINDING
from quotex.naming.evidence import SETTLES
from quotex.naming.names import Name, make_name
from quotex.naming.words import Word
from quotex.text import Layout, RangeIndex

SPELLED_OUT = Rule("naming.spelled-out", "words of which brackets give the first letters are a body's name")

_LACKING = 4
"""Letters of a short form that may have one of a word which is left out where the name is told: "DCIN"."""
_SHORTEST, _LONGEST = 2, 6  # letters: one may number a list, and more are a word in capitals


def with_spelled_out(layout: Layout, words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """Add the names that a short form behind them spells out, in place of those inside them."""
    found = [name for name in _spelled_out(layout, words) if SPELLED_OUT.decides(name.span)]
    places = RangeIndex([name.span for name in found])
    kept = [name for name in names if not places.touches(name.span)]
    return sorted([*kept, *found], key=lambda n: n.span)


def _spelled_out(layout: Layout, words: Sequence[Word]) -> Iterator[Name]:
    for i, word in enumerate(words):
        letters = word.fold
        if (
            word.binding != " ("
            or layout.view[word.end : word.end + 1] != ")"
            or not (_SHORTEST <= len(letters) <= _LONGEST and layout.view[word.start : word.end].isupper())
        ):
            continue
        lacking = (letters[:k] + letters[k + 1 :] for k in range(1, len(letters) - 1) if len(letters) >= _LACKING)
        whole = (_first_word(words, i, letters, more) for more in (0, 1) if len(letters) >= _LACKING or not more)
        starts = chain(whole, (_first_word(words, i, each) for each in lacking))
        start = next((at for at in starts if at is not None), None)
        if start is None:
            continue
        small = not all(w.capitalised or w.fold in BINDING for w in words[start:i])
        while small and start and _goes_before(words[start - 1]) and words[start].binding == " ":
            start -= 1
        name = make_name(layout, [*words[start:i]], [])
        yield replace(name, body=name.body + SETTLES, possessive=False)


def _goes_before(word: Word) -> bool:
    return word.capitalised and word.fold != DEFINITE_ARTICLE


def _first_word(words: Sequence[Word], end: int, letters: str, more: int = 0) -> int | None:
    """Return the index of the word with which words begin whose first letters these are, small ones left out.

    Args:
        words: of the article.
        end: the short form.
        letters: of it.
        more: how many of the words may have none among these: "Centre for Tides and <Clean> Water (CTW)".
    """
    i, left = end, len(letters)
    while left and i:
        i -= 1
        small = words[i].fold in BINDING
        edge = i + 1 == end or (left == 1 and not _goes_before(words[i]))
        if words[i].fold[0] == letters[left - 1] and not (small and edge):
            left -= 1
        elif not small and (not more or i + 1 == end or not words[i].capitalised):
            return None
        else:
            more -= not small
        if i + 1 < end and words[i + 1].binding not in (" ", "-"):
            return None
    return i if not left else None
