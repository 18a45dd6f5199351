"""The same claim stated again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quotex.claims.drafts import QuantityDraft

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["group_repetitions"]

_CONTENT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
_LOOKED_AT = 8
_SHARED = 0.6


def group_repetitions(
    claims: Sequence[tuple[Sequence[Token], Sequence[QuantityDraft]]],
) -> Mapping[int, int]:
    """Tell which claims repeat one another: the same figures, and most content words in common.

    Conservative, and linear in the number of claims: a claim is held against the last few with its figures; claims
    without figures must have the very same content words.

    Args:
        claims: the tokens and figures of each.

    Returns:
        A group number for each claim that is stated more than once, counted from 0 in text order.
    """
    seen: dict[object, list[tuple[int, frozenset[str]]]] = {}
    first_of: dict[int, int] = {}
    for i, (tokens, quantities) in enumerate(claims):
        words = frozenset(t.lemma_.lower() for t in tokens if t.pos_ in _CONTENT)
        figures = tuple(sorted(repr((q.value, q.unit, q.counted)) for q in quantities if q.value is not None))
        earlier = seen.setdefault(figures or words, [])
        same = next((j for j, other in earlier[-_LOOKED_AT:] if len(words & other) >= _SHARED * len(words | other)), i)
        first_of[i] = first_of[same] if same != i else i
        earlier.append((i, words))
    return _numbered(first_of)


def _numbered(first_of: Mapping[int, int]) -> Mapping[int, int]:
    repeated = sorted({first for i, first in first_of.items() if first != i})
    number = {first: n for n, first in enumerate(repeated)}
    return {i: number[first] for i, first in first_of.items() if first in number}
