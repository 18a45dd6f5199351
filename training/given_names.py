"""Gather the given names of many languages, for telling persons from bodies and "he" from "she".

    python -m training.given_names --write

They come from Faker, which lists given names by locale and gender (MIT licence). What names a place, or is a common
word, is left out, as are not_given_names.txt ("Paris Agreement" is nobody) and what given_names.toml has. Prints how
many there are.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator
from importlib import import_module, resources
from pathlib import Path
from pkgutil import iter_modules

from spacy.lang.en.stop_words import STOP_WORDS

from quotex.english.people import fold, given_names, name_words, source_nouns

_NAME = re.compile(r"[a-z]{3,}(?:-[a-z]{3,})?")
_MALE = ("first_names_male", "first_romanized_names_male")
_FEMALE = ("first_names_female", "first_romanized_names_female")
_PLACES = ("cities", "countries", "counties", "provinces", "regions", "states")
_HEAD = """\
# Given names of many languages, made by training/given_names.py from Faker's (MIT licence; see NOTICE). Those of
# given_names.toml go first. A name that some give to boys and others to girls is in `both`.
"""


def gather() -> dict[str, set[str]]:
    """Return folded given names: ``male``, ``female`` and ``both``."""
    male = set(_folded(_lists("person", _MALE)))
    female = set(_folded(_lists("person", _FEMALE)))
    words = name_words()
    none = set(_folded(_lists("address", _PLACES))) | STOP_WORDS | source_nouns().person | source_nouns().group
    none |= source_nouns().organization | source_nouns().document | words.calendar.words | words.particles.words
    none |= set(Path(__file__).with_name("not_given_names.txt").read_text(encoding="utf-8").split())
    none |= words.organizations.words | words.titles.words | words.peoples.words
    known = given_names()
    none |= known.male | known.female | known.both
    return {"male": male - female - none, "female": female - male - none, "both": (male & female) - none}


def _lists(kind: str, attributes: tuple[str, ...]) -> Iterator[str]:
    """Yield what the providers of one kind list under these names, locale by locale."""
    package = import_module(f"faker.providers.{kind}")
    for locale in iter_modules(package.__path__):
        provider = vars(import_module(f"{package.__name__}.{locale.name}").Provider)
        for attribute in attributes:
            for entry in provider.get(attribute, ()):
                yield from (part for part in ((entry,) if isinstance(entry, str) else entry) if isinstance(part, str))


def _folded(names: Iterator[str]) -> Iterator[str]:
    return (word for name in names if _NAME.fullmatch(word := fold(name)))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write them into the package")
    names = gather()
    lists = [
        f'{kind} = """\n{textwrap.fill(" ".join(sorted(each)), 120, break_on_hyphens=False)}\n"""\n'
        for kind, each in names.items()
    ]
    if parser.parse_args().write:
        with resources.as_file(resources.files("quotex.english.lexicons")) as folder:
            (folder / "given_names_world.toml").write_text("\n".join([_HEAD, *lists]), encoding="utf-8")
    print(*(f"{kind}: {len(each)}" for kind, each in names.items()), sep="\n")


if __name__ == "__main__":
    main()
