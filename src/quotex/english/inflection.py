"""How English words are inflected, so that one is recognised by its form and not by a model's guess at its lemma.

Regular forms follow the rules of spelling (Quirk et al., *A Comprehensive Grammar of the English Language*, 3.5-3.10);
what they cannot know (irregular verbs, stress) stands in ``inflection.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator

from quotex.english import lexicons


class Forms(NamedTuple):
    """A verb's forms; several where they differ by person, or where more than one is in use."""

    base: str
    present: tuple[str, ...]
    participle: tuple[str, ...]
    past: tuple[str, ...]
    past_participle: tuple[str, ...]

    def all(self) -> frozenset[str]:
        """Return them without their order."""
        return frozenset([self.base, *self.present, *self.participle, *self.past, *self.past_participle])


class _Doubling(lexicons.Lexicon):
    always: frozenset[str]
    also: frozenset[str]


class _Lexicon(lexicons.Lexicon):
    misread: tuple[str, ...]
    irregular: dict[str, tuple[str, str]]
    present: dict[str, tuple[str, ...]]
    doubling: _Doubling
    contracted: dict[str, str]


_CONSONANT_Y = re.compile(r"(?<![aeiou])y$")
_HISSES = re.compile(r"(?:s|x|z|ch|sh|(?<![aeiou])o)$")
_SILENT_E = re.compile(r"(?<![eoy])e$")
_SHORT = re.compile(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiou][^aeiouwxy]")
"""One syllable with a short vowel: its last letter is doubled."""


@cache
def inflect(verb: str) -> Forms:
    """Inflect a verb.

    Args:
        verb: its base form, one word, in small letters.
    """
    lexicon = _lexicon()
    present = lexicon.present.get(verb) or (with_s(verb),)
    stems = _stems(verb, lexicon.doubling)
    participle = tuple(f"{_before_ing(stem)}ing" for stem in stems)
    if verb in lexicon.irregular:
        past, past_participle = (tuple(forms.split("/")) for forms in lexicon.irregular[verb])
    else:
        past = past_participle = tuple(_with_ed(stem) for stem in stems)
    return Forms(verb, present, participle, past, past_participle)


@cache
def forms_of(verb: str) -> frozenset[str]:
    """Return all forms of a verb, or of a phrase whose first word is one: "went on" of "go on"."""
    first, *rest = verb.split(" ")
    return frozenset(" ".join([form, *rest]) for form in inflect(first).all())


Verbs = Annotated[frozenset[str], AfterValidator(lambda verbs: frozenset().union(*map(forms_of, verbs)))]
"""Verbs as a lexicon lists them, with all their forms."""


def base_of(form: str) -> str | None:
    """Return the verb that a form is of, if it is one of those that a lemmatizer takes for others: hoped, texting."""
    return _misread().get(form)


@cache
def _misread() -> dict[str, str]:
    return {form: verb for verb in _lexicon().misread for form in forms_of(verb)}


def spelled_out(word: str) -> str:
    """Return a contracted word in full: "not" for "n't"."""
    return _lexicon().contracted.get(word, word)


def with_s(word: str) -> str:
    """Return the plural of a noun, or the third person of a verb, that is regular."""
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ies"
    if _HISSES.search(word):
        return f"{word}zes" if word.endswith("z") and _SHORT.fullmatch(word) else f"{word}es"
    return f"{word}s"


def _stems(verb: str, doubling: _Doubling) -> tuple[str, ...]:
    """Return what the endings are put to: the verb, its last letter doubled, or either."""
    doubled = verb + verb[-1]
    if verb in doubling.also:
        return verb, doubled
    if verb in doubling.always or _SHORT.fullmatch(verb):
        return (doubled,)
    return (f"{verb}k",) if verb.endswith("ic") else (verb,)


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    return f"{stem[:-1]}ied" if _CONSONANT_Y.search(stem) else f"{stem}ed"


def _before_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return f"{stem[:-2]}y"
    return stem[:-1] if _SILENT_E.search(stem) and len(stem) > 2 else stem


_lexicon = lexicons.loader("inflection", _Lexicon)
