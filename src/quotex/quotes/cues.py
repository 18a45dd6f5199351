"""What a source does with a content: the stance that a cue's words say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, RootModel, model_validator

from quotex.contract.records import Stance
from quotex.english import lexicons
from quotex.parse.grammar import is_full_verb
from quotex.parse.grammar import lemma as lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["HELD", "SPOKEN", "stance_of"]

SPOKEN = frozenset(
    {
        Stance.ASSERTS,
        Stance.DENIES,
        Stance.ASKS,
        Stance.URGES,
        Stance.PROMISES,
        Stance.WARNS,
        Stance.ACCUSES,
        Stance.AGREES,
        Stance.SHOWS,
    }
)
"""Stances that are said or written."""

HELD = frozenset(Stance) - SPOKEN - {Stance.UNKNOWN}
"""Stances that are held without a word said."""

_LONGEST_PHRASE = 4


class _Cues(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    phrases: tuple[str, ...]
    words: tuple[str, ...]


class _Lexicon(RootModel[dict[Stance, _Cues]]):
    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _lists_are_disjoint(self) -> _Lexicon:
        entries = [entry for cues in self.root.values() for entry in (*cues.phrases, *cues.words)]
        if len(entries) != len(set(entries)):
            raise ValueError("a cue stands in two lists")
        return self


@cache
def _stances() -> dict[str, Stance]:
    lexicon = lexicons.load("cues", _Lexicon)
    return {entry: stance for stance, cues in lexicon.root.items() for entry in (*cues.phrases, *cues.words)}


def stance_of(cue: Sequence[Token]) -> Stance:
    """Read the stance from the tokens of a cue.

    A phrase counts before a word, a verb before a noun or an adjective, and what comes later before what comes
    earlier ("refused to apologize" is a phrase's; "went on to say" says).
    """
    stances = _stances()
    lemmas = [lemma_of(token) for token in cue]
    for size in range(min(_LONGEST_PHRASE, len(lemmas)), 1, -1):
        for start in range(len(lemmas) - size, -1, -1):
            found = stances.get(" ".join(lemmas[start : start + size]))
            if found:
                return found
    best: Stance | None = None
    for token, lemma in zip(cue, lemmas, strict=True):
        # the small model leaves some plurals as they are, and makes "hop" of "hopes"
        found = stances.get(lemma) or stances.get(token.text.lower().removesuffix("s"))
        if found and (best is None or is_full_verb(token)):
            best = found
    return best or Stance.UNKNOWN
