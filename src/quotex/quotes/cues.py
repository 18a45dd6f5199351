"""What a source does with a content: the stance that a cue's words say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from pydantic import ConfigDict, RootModel

from quotex.contract.records import Stance
from quotex.english import lexicons
from quotex.english.inflection import forms_of, inflect, spelled_out, with_s
from quotex.parse.grammar import is_full_verb, is_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

SPOKEN = frozenset(
    {
        Stance.ASSERTS,
        Stance.DENIES,
        Stance.WITHHOLDS,
        Stance.ASKS,
        Stance.URGES,
        Stance.PROMISES,
        Stance.WARNS,
        Stance.ACCUSES,
        Stance.AGREES,
        Stance.SHOWS,
    }
)
"""Stances that are said or written, or kept from it."""

HELD = frozenset(Stance) - SPOKEN - {Stance.UNKNOWN}
"""Stances that are held without a word said."""


class _Cues(lexicons.Lexicon):
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class _Lexicon(RootModel[dict[Stance, _Cues]]):
    model_config = ConfigDict(frozen=True)


Stances = dict[str, Stance]


class CueLexicon:
    """The cues by the forms they take, so that none depends on what a model takes for its lemma.

    Attributes:
        verbs: every form of every verb.
        participles: their forms in "-ing", of which nouns are made as well.
        words: nouns, singular and plural, adjectives and adverbs.
        phrases: of several words, in every form of the verb that they begin with.
        longest: words of a phrase at most.
    """

    def __init__(self, lexicon: Mapping[Stance, _Cues]) -> None:
        self.verbs: Stances = {}
        self.participles: set[str] = set()
        self.words: Stances = {}
        self.phrases: Stances = {}
        for stance, cues in lexicon.items():
            for verb in cues.verbs:
                _add(self.phrases if " " in verb else self.verbs, forms_of(verb), stance)
                self.participles.update(() if " " in verb else inflect(verb).participle)
            _add(self.words, cues.nouns, stance)
            _add(self.words, map(with_s, cues.nouns), stance)
            for other in cues.others:
                _add(self.phrases if " " in other else self.words, [other], stance)
        self.longest = max(phrase.count(" ") + 1 for phrase in self.phrases)

    def of_word(self, form: str, *, is_verb: bool, is_noun: bool) -> Stance | None:
        """Return the stance of a word's form.

        What is a verb's form and a word of its own ("concerned") is told apart by its part of speech, and so is a noun
        in "-ing" ("talking points"). Else, the part of speech is not relied on.
        """
        if is_noun and form in self.participles:
            return self.words.get(form)
        first, second = (self.verbs, self.words) if is_verb else (self.words, self.verbs)
        return first.get(form) or second.get(form)


def _add(stances: Stances, forms: Iterable[str], stance: Stance) -> None:
    for form in forms:
        if stances.setdefault(form, stance) is not stance:
            raise ValueError(f"the cue {form!r} stands for {stances[form]} and for {stance}")


@cache
def cue_lexicon() -> CueLexicon:
    """Return the lexicon, loaded once."""
    return CueLexicon(lexicons.load("cues", _Lexicon).root)


def stance_of(cue: Sequence[Token]) -> Stance:
    """Read the stance from the tokens of a cue.

    A phrase counts before a word, a verb before a noun or an adjective, and what comes later before what comes
    earlier ("refused to apologize" is a phrase's; "went on to say" says).
    """
    lexicon = cue_lexicon()
    forms = [spelled_out(token.lower_) for token in cue]
    for size in range(min(lexicon.longest, len(forms)), 1, -1):
        for start in range(len(forms) - size, -1, -1):
            found = lexicon.phrases.get(" ".join(forms[start : start + size]))
            if found:
                return found
    best: Stance | None = None
    for token, form in zip(cue, forms, strict=True):
        found = lexicon.of_word(form, is_verb=is_full_verb(token), is_noun=is_noun(token))
        if found and (best is None or is_full_verb(token)):
            best = found
    return best or Stance.UNKNOWN
