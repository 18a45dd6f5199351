"""A cue's stance, on parses made by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotex.contract.records import Stance
from quotex.quotes.cues import HELD, SPOKEN, stance_of


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said/say/VERB", Stance.ASSERTS),
        ("According/accord/VERB to/to/ADP", Stance.ASSERTS),
        ("has/have/AUX denied/deny/VERB", Stance.DENIES),
        ("declined/decline/VERB to/to/PART comment/comment/VERB", Stance.DENIES),
        ("called/call/VERB for/for/ADP", Stance.URGES),
        ("called/call/VERB", Stance.ASSERTS),
        ("asked/ask/VERB", Stance.ASKS),
        ("vowed/vow/VERB", Stance.PROMISES),
        ("went/go/VERB on/on/ADP to/to/PART say/say/VERB", Stance.ASSERTS),
        ("are/be/AUX expected/expect/VERB", Stance.EXPECTS),
        ("believes/believe/VERB", Stance.THINKS),
        ("found/find/VERB", Stance.SHOWS),
        ("hopes/hopes/NOUN", Stance.HOPES),
        ("the/the/DET fear/fear/NOUN of/of/ADP", Stance.FEELS),
        (":/:/PUNCT", Stance.UNKNOWN),
        ("painted/paint/VERB", Stance.UNKNOWN),
    ],
)
def test_stance(cue: str, stance: Stance) -> None:
    tokens = [token.rsplit("/", 2) for token in cue.split()]
    words, lemmas, tags = zip(*tokens, strict=True)
    doc = Doc(Vocab(), words=list(words), lemmas=list(lemmas), pos=list(tags))
    assert stance_of(list(doc)) is stance


def test_every_stance_is_spoken_held_or_unknown() -> None:
    assert SPOKEN | HELD | {Stance.UNKNOWN} == frozenset(Stance)
    assert not SPOKEN & HELD
