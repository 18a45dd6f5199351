"""What an evaluation tells: scores with their intervals, and what went wrong where."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Score(_Model):
    """One measure. ``value`` is F1 where there are precision and recall, else a share; null: there was nothing to it.

    ``low`` and ``high`` hold 95 % of the bootstrap's values over articles; null with fewer than two articles.
    """

    what: Literal["quotations", "words", "spans", "speakers", "claims", "figures"]
    of: str
    measure: str
    gold: int = Field(description="how many there are in the gold, or that a share is of")
    found: int | None = Field(default=None, description="how many were found, where precision is counted")
    precision: float | None = None
    recall: float | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None


class Case(_Model):
    """One disagreement: the words of both sides, null where a side has none."""

    what: str
    start: int
    gold: str | None = None
    found: str | None = None


class Article(_Model):
    """One article's disagreements, in text order."""

    id: str
    value: float | None = Field(description="F1 of quotations with the source right")
    cases: tuple[Case, ...]


class Report(_Model):
    """An evaluation.

    Attributes:
        articles: how many were compared.
        missing: ids of gold articles that the other side has no records of; all of theirs count as missed.
        extra: how many articles of the other side the gold does not have; they do not count.
        worst: the articles with most disagreement.
    """

    articles: int
    missing: tuple[str, ...]
    extra: int
    scores: tuple[Score, ...]
    worst: tuple[Article, ...]
