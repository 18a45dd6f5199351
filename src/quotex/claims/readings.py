"""How a claim is put forward, with the words that tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotex.contract.terms import Modality
from quotex.parse.tokens import range_of
from quotex.text import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_CUE = 60  # characters: the words that decided, where they stand far apart, are shown by the last


class Reading(NamedTuple):
    """How a claim is put forward.

    Attributes:
        cue: the words that tell; None: no words of their own.
        hearsay: somebody says so who is not named.
    """

    modality: Modality = Modality.ASSERTED
    cue: Range | None = None
    hearsay: bool = False


def reading(modality: Modality, *words: Token | None, hearsay: bool = False) -> Reading:
    """Give a reading its cue: from the first of the words that decided to the last, or the last alone if far apart."""
    told = sorted((word for word in words if word is not None), key=lambda word: word.i)
    if not told:
        return Reading(modality, None, hearsay)
    last = range_of(told[-1])
    whole = Range(told[0].idx, last.end)
    return Reading(modality, whole if whole.end - whole.start <= _LONGEST_CUE else last, hearsay)
