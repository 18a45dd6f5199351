"""Countries by their English names, and their codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quotex.english import lexicons
from quotex.english.closed import OF

_SHORT = 3  # letters of an abbreviation, which is one in capitals only: "US"


class _Lexicon(lexicons.Lexicon):
    """``english/lexicons/countries.toml``: names by ISO 3166-1 code."""

    names: Mapping[str, tuple[str, ...]]


@cache
def _codes() -> Mapping[str, str]:
    lexicon = lexicons.load("countries", _Lexicon)
    return {_key(name): code for code, names in lexicon.names.items() for name in names}


def country_of(place: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country by the words for it or for a part of it: "coast of Norway"."""
    codes = _codes()
    return codes.get(_key(place)) or codes.get(_key(place.rpartition(f" {OF} ")[2]))


def _key(name: str) -> str:
    return name if len(name.replace(".", "")) <= _SHORT else name.casefold()
