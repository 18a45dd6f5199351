"""The settings of a run: one object that every part hands on whole."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypedDict, TypeVar

from quotex.contract.terms import Act


class Language(StrEnum):
    """Texts of which languages are read."""

    ENGLISH = "en"
    ANY = "any"


_Kind = TypeVar("_Kind", Act, Language)


class Options(TypedDict, total=False):
    """The fields of :class:`Settings`, as keyword arguments."""

    model: str | None
    published: date | None
    min_worthiness: float
    min_confidence: float
    acts: tuple[Act, ...]
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What decides, beside the articles, what comes out; the same in every worker of a run.

    Attributes:
        model: an installed English spaCy pipeline, by name or folder; None: the one that ``QUOTEX_MODEL`` names, or
            else the small model that comes with quotex.
        published: the day that "yesterday" counts from, for articles that do not say.
        min_worthiness: in [0, 1]; claims less worth checking are left out.
        min_confidence: in [0, 1]; quotations that are less sure are left out.
        acts: which kinds of attribution are written; deeds and attitudes are not, unless asked for.
        language: ``en``: of a text in another language there is a warning and no record; ``any``: only the warning.

    Raises:
        ValueError: a share is out of range, or there is no such act or language.
    """

    model: str | None = None
    published: date | None = None
    min_worthiness: float = 0.5
    min_confidence: float = 0.4
    acts: tuple[Act, ...] = (Act.SAID, Act.THOUGHT)
    language: Language = Language.ENGLISH

    def __post_init__(self) -> None:
        for name in ("min_worthiness", "min_confidence"):
            if not 0 <= (share := getattr(self, name)) <= 1:
                raise ValueError(f"{name} is {share}; give a number from 0 to 1")
        acts = (self.acts,) if isinstance(self.acts, str) else self.acts
        object.__setattr__(self, "acts", tuple(_one_of(Act, act, "acts") for act in acts))
        object.__setattr__(self, "language", _one_of(Language, self.language, "language"))

    @property
    def parser(self) -> str | None:
        """The spaCy pipeline to load; None: the one that comes with quotex."""
        return self.model or os.environ.get("QUOTEX_MODEL")


def _one_of(kinds: type[_Kind], given: str, name: str) -> _Kind:
    """Return what is called so, as itself, or refuse it with what there is."""
    if given not in set(kinds):
        raise ValueError(f"{name}: {given!r} is not one of {', '.join(kinds)}")
    return kinds(given)
