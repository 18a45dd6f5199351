"""A cue's stance, on parses made by hand; no lemma is read."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quotex.contract.records import Stance
from quotex.english import lexicons
from quotex.english.inflection import forms_of
from quotex.quotes import cues
from quotex.quotes.cues import HELD, SPOKEN, stance_of

VOCAB = spacy.blank("en").vocab


def _stance(*tagged: str) -> Stance:
    words, parts = zip(*(token.rsplit("/", 1) for token in tagged), strict=True)
    return stance_of(list(Doc(VOCAB, words=list(words), pos=list(parts))))


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said/VERB", Stance.ASSERTS),
        ("According/VERB to/ADP", Stance.ASSERTS),
        ("has/AUX denied/VERB", Stance.DENIES),
        ("declined/VERB to/PART comment/VERB", Stance.WITHHOLDS),
        ("did/AUX n't/PART answer/VERB", Stance.WITHHOLDS),
        ("pleaded/VERB not/PART guilty/ADJ", Stance.DENIES),
        ("called/VERB for/ADP", Stance.URGES),
        ("called/VERB", Stance.ASSERTS),
        ("was/AUX adamant/ADJ", Stance.ASSERTS),
        ("a/DET ruling/NOUN", Stance.ASSERTS),
        ("per/ADP", Stance.ASSERTS),
        ("called/VERB for/ADP again/ADV", Stance.URGES),
        ("asked/VERB", Stance.ASKS),
        ("vowed/VERB", Stance.PROMISES),
        ("went/VERB on/ADP to/PART say/VERB", Stance.ASSERTS),
        ("are/AUX expected/VERB", Stance.EXPECTS),
        ("believes/VERB", Stance.THINKS),
        ("found/VERB", Stance.SHOWS),
        ("hopes/NOUN", Stance.HOPES),
        ("hoped/VERB", Stance.HOPES),
        ("'d/AUX like/VERB", Stance.WANTS),
        ("the/DET fear/NOUN of/ADP", Stance.FEELS),
        ("in/ADP the/DET words/NOUN of/ADP", Stance.ASSERTS),
        ("allegations/NOUN", Stance.ACCUSES),
        ("concerned/VERB", Stance.WARNS),
        ("is/AUX concerned/ADJ", Stance.FEELS),
        ("is/AUX determined/ADJ", Stance.WANTS),
        ("are/AUX looking/VERB for/ADP", Stance.WANTS),
        ("looked/VERB at/ADP", Stance.THINKS),
        ("is/AUX wary/ADJ of/ADP", Stance.FEELS),
        ("rebuffed/VERB", Stance.DENIES),
        ("siad/VERB", Stance.ASSERTS),
        ("determined/VERB", Stance.THINKS),
        ("talking/VERB", Stance.ASSERTS),
        ("talking/NOUN", Stance.UNKNOWN),
        ("hop/VERB", Stance.UNKNOWN),
        (":/PUNCT", Stance.UNKNOWN),
        ("painted/VERB", Stance.UNKNOWN),
    ],
)
def test_stance(cue: str, stance: Stance) -> None:
    assert _stance(*cue.split()) is stance


@pytest.mark.parametrize("stance", list(Stance))
def test_every_verb_has_its_stance_in_all_its_forms(stance: Stance) -> None:
    """In a sentence "He <verb> that ...", whatever a model's lemmatizer would make of the form."""
    listed = lexicons.load("cues", cues._Lexicon).root
    assert stance in listed or stance is Stance.UNKNOWN
    for verb in listed[stance].verbs if stance in listed else ():
        for form in forms_of(verb):
            first, *rest = form.split(" ")
            assert _stance(f"{first}/VERB", *(f"{word}/X" for word in rest)) is stance, form


def test_every_stance_is_spoken_held_or_unknown() -> None:
    assert SPOKEN | HELD | {Stance.UNKNOWN} == frozenset(Stance)
    assert not SPOKEN & HELD
