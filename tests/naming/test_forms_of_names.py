"""What all places of a form of name say together, each question on either side of its border."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hand_built import parse
from quotex.english.people import Gender
from quotex.naming.forms import kinds_of, things_of, title_genders
from quotex.naming.identity import Identity
from quotex.naming.names import Name
from quotex.text import Range

TOKEN = parse("Quorn/NNP nsubj 1", "left/VBD ROOT 1")[0]


def named(words: str, person: int = 0, body: int = 0, titles: Sequence[str] = (), leaning: int = 0) -> Name:
    return Name(Range(0, 5), tuple(words.split()), tuple(titles), 0, 5, TOKEN, False, person, body, leaning)


@pytest.mark.parametrize(
    ("names", "is_person"),
    [
        ([named("ilka quorn", 1, 0)], True),
        ([named("ilka quorn", 1, 1), named("ilka quorn", 0, 0)], False),  # as much speaks for a body
        ([named("ilka quorn", 1, 2), named("ilka quorn", 2, 0)], True),  # all places count
        ([named("anna quorn", 1, 1)], True),  # a given name, once
        ([named("anna quorn", 1, 1), named("anna quorn", 1, 1)], False),
        ([named("tessa vale", 0, 1), named("vale", 1, 0, ["mrs"])], True),  # by a title before the last word
        ([named("zorvex vale", 0, 2), named("vale", 1, 0, ["mrs"])], False),
        ([named("ilka quorn", 1, 1), named("quorn", 0, 0)], True),  # called by the last word alone
        ([named("zorvex quorn", 0, 2), named("quorn", 5, 0)], False),  # that counts for so much at the most
        ([named("tessaly council", 1, 1), named("council", 0, 0)], False),  # as bodies are too
        ([named("zorvex quorn", 2, 0), named("quorn", 0, 5)], False),
        ([named("anna quorn", 2, 0), named("quorn", 0, 5)], True),  # what has a given name is no body
        (
            [named("anna quorn", 3, 0, leaning=3)] * 5 + [named("anna quorn", 3, 10, leaning=3)],
            False,
        ),  # as often as may be
        ([named("anna quorn", 3, 0, leaning=3)] * 5 + [named("anna quorn", 3, 4, leaning=3)], False),
        ([named("anna quorn", 3, 0, leaning=3)] * 5 + [named("anna quorn", 3, 2, leaning=3)], True),
        ([named("quorn council", 0, 3, leaning=-3)] * 5 + [named("quorn council", 2, 3, leaning=-3)], False),
    ],
)
def test_a_form_names_a_person_where_more_speaks_for_one(names: list[Name], is_person: bool) -> None:
    assert kinds_of(names)[names[0].words] is is_person


@pytest.mark.parametrize(
    ("titles", "gender"),
    [
        (["mr"], Gender.MALE),
        (["mr", "mr", ""], Gender.MALE),
        (["mr", ""], None),  # as often without: it sets one of two apart
        (["mr", "mrs"], None),
        (["dr"], None),
    ],
)
def test_titles_that_agree_tell_a_gender(titles: list[str], gender: Gender | None) -> None:
    names = [named("quorn", titles=[title] if title else []) for title in titles]
    assert title_genders(names).get(("quorn",)) is gender


@pytest.mark.parametrize(
    ("words", "is_thing"),
    [
        (["a/DT det 2", "Quorn/NNP compound 2", "Playbox/NNP dobj 3", "sells/VBZ ROOT 3"], True),
        (["the/DT det 2", "Quorn/NNP compound 2", "Playbox/NNP dobj 3", "sells/VBZ ROOT 3"], False),
        (["a/DT det 3", "Quorn/NNP compound 2", "Council/NNP compound 3", "vote/NN nsubj 4", "fell/VBD ROOT 4"], False),
    ],
)
def test_what_stands_behind_a_or_an_is_a_thing(words: list[str], is_thing: bool) -> None:
    token = parse(*words)[2]
    name = Name(Range(0, 5), ("quorn", token.lower_), (), 0, 5, token, False, 0, 0)
    assert (name.words in things_of([name])) is is_thing


@pytest.mark.parametrize(
    ("sentence", "given", "fullest"),
    [
        (["Name/VB ROOT 0", "him/PRP dobj 0", "Tundo/NNP compound 3", "Quorn/NNP oprd 0"], "tundo", "tundo"),
        (["“/`` punct 3", "Crooked/NNP compound 2", "Quorn/NNP nsubj 3", "left/VBD ROOT 3"], "crooked", "quorn"),
        (["“/`` punct 3", "Anna/NNP compound 2", "Quorn/NNP nsubj 3", "left/VBD ROOT 3"], "anna", "anna"),
    ],
)
def test_a_name_in_speech_is_the_whole_one_where_there_is_no_other(
    sentence: list[str], given: str, fullest: str
) -> None:
    token = next(t for t in parse(*sentence) if t.text == "Quorn")
    spoken = Name(Range(0, 5), (given, "quorn"), (), 0, 5, token, False, 1, 0, spoken=True)
    bare = Name(Range(9, 14), ("quorn",), ("mr",), 6, 14, TOKEN, False, 1, 0)
    one = Identity(0, is_person=True)
    one.add(spoken)
    one.add(bare)
    assert one.fullest.words[0] == fullest
