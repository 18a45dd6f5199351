"""What two forms of the same words have in common, and where they part."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from quotex.corpus.shingles import words_of

_LONG = 10  # words: longer pieces that are missing are shown by their ends


class Likeness(NamedTuple):
    """How two texts agree, in words: how many stand in runs of both, and the longest run."""

    common: int
    longest: int


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Compare two lists of words; runs of a single word in common say nothing."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    sizes = [block.size for block in blocks if block.size > 1]
    return Likeness(sum(sizes), max(sizes, default=0))


def marked(fullest: str, other: str) -> str:
    """Return the words of ``other`` with what ``fullest`` has instead.

    As ``wdiff`` writes it: ``[-left out-]``, ``{+put in+}``.

    >>> marked("We will not wait.", "We will wait")
    'We will [-not-] wait'
    """
    before, after = fullest.split(), other.split()
    keys = [[" ".join(words_of(token)) for token in tokens] for tokens in (before, after)]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    shown: list[str] = []
    for operation, i, j, k, m in matcher.get_opcodes():
        if operation == "equal":
            shown += after[k:m]
            continue
        gone, new = before[i:j], after[k:m]
        if any(keys[0][i:j]):
            shown.append(f"[-{' '.join(_shortened(gone))}-]")
        if any(keys[1][k:m]):
            shown.append(f"{{+{' '.join(new)}+}}")
    return " ".join(shown)


def _shortened(words: list[str]) -> list[str]:
    return words if len(words) <= _LONG else [*words[:3], "…", *words[-3:]]
