"""Word lists as data: one TOML file each, validated when loaded."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TypeVar

from pydantic import BaseModel

__all__ = ["load"]

Lexicon = TypeVar("Lexicon", bound=BaseModel)


def load(name: str, shape: type[Lexicon], *, package: str = __name__) -> Lexicon:
    """Read ``<name>.toml`` of a package into a pydantic model: word lists stand here, fitted weights in quotex.models.

    Callers keep the result (``functools.cache``); this function reads the file each time.

    Raises:
        pydantic.ValidationError: the file does not have the shape; a bug, not bad input.
    """
    raw = resources.files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return shape.model_validate(tomllib.loads(raw))
