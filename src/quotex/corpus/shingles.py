"""Texts as sets of short runs of words, and the hashes that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: in small letters, one kind of apostrophe."""
    return _WORD.findall(text.casefold().replace("’", "'"))


def hashes(words: Sequence[str], size: int) -> Iterator[int]:
    """Yield a signed 64-bit hash of each run of ``size`` words, the same on every machine."""
    for start in range(len(words) - size + 1):
        run = " ".join(words[start : start + size])
        yield int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def fingerprints(words: Sequence[str], size: int, window: int) -> list[int]:
    """Return a few of a text's hashes, so that texts that share a long enough run share one of them.

    Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): the least hash of every ``window`` neighbours. A run of
    ``size + window - 1`` words in common is never missed.
    """
    all_of_them = list(hashes(words, size))
    runs = range(max(1, len(all_of_them) - window + 1)) if all_of_them else ()
    return sorted({min(all_of_them[i : i + window]) for i in runs})
