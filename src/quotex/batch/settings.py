"""The settings of a run, and what can run it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Engine", "Settings"]


class Engine(StrEnum):
    """What runs the workers."""

    LOCAL = "local"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides, beside the articles, what comes out; the same in every worker of a run.

    Attributes:
        model: the spaCy pipeline, as for :class:`quotex.Extractor`.
        published: the day that "yesterday" counts from, for articles that do not say.
        min_worthiness: claims less worth checking are left out.
        min_confidence: quotations that are less sure are left out.
    """

    model: str | None = None
    published: date | None = None
    min_worthiness: float = 0.5
    min_confidence: float = 0.0
