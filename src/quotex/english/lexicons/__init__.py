"""Word lists as data: one TOML file each, validated when loaded."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache, partial
from importlib import resources
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

__all__ = ["Lexicon", "Words", "load", "loader"]


class Lexicon(BaseModel):
    """A file of words or weights, or a table of one: it holds all fields, no others, and none changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Shape = TypeVar("Shape", bound=BaseModel)
Words = Annotated[frozenset[str], BeforeValidator(lambda words: words.split() if isinstance(words, str) else words)]
"""Words in a list, or in one string with blanks between."""


def load(name: str, shape: type[Shape], *, package: str = __name__) -> Shape:
    """Read ``<name>.toml`` of a package into a pydantic model: word lists stand here, fitted weights in quotex.models.

    Raises:
        pydantic.ValidationError: the file does not have the shape; a bug, not bad input.
    """
    raw = resources.files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return shape.model_validate(tomllib.loads(raw))


def loader(name: str, shape: type[Shape], *, package: str = __name__) -> Callable[[], Shape]:
    """Return what reads a file when it is first called, and keeps it; arguments as for :func:`load`."""
    return cache(partial(load, name, shape, package=package))
