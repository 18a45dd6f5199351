"""How likely a quotation's speaker is right, by what it was found with."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict

from quotex.english import lexicons

__all__ = ["Way", "confidence_of"]


class Way(StrEnum):
    """By what a speaker was found."""

    NAME = "name"
    SHARED_NAME = "shared_name"
    """a form of name that several people have"""
    PRONOUN = "pronoun"
    """he, she"""
    OTHER_PRONOUN = "other_pronoun"
    NOUN = "noun"
    """words that point back: "the senator\""""
    DESCRIPTION = "description"
    LABEL = "label"
    """the letter before an interview's answer"""
    FLOW = "flow"
    """no source of its own: whoever speaks on"""


class _Shares(BaseModel):
    """``models/speaker_confidence.toml``: the share that was right where each way was counted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    right: dict[Way, float]


@cache
def _shares() -> _Shares:
    return lexicons.load("speaker_confidence", _Shares, package="quotex.models")


def confidence_of(way: Way) -> float:
    """Return the share of speakers found in this way that were right, in [0, 1]."""
    return _shares().right[way]
