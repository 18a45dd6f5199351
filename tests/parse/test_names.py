from __future__ import annotations

import pytest

from hand_built import parse
from quotex.parse import names


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (names.is_entity, ["Ada", "Marsh", "Norwegian", "Oslo", "Akershus", "Monday", "$", "5"]),
        (names.is_named, ["Ada", "Marsh", "Norwegian", "Oslo", "Akershus"]),
        (names.is_party, ["Ada", "Marsh", "Norwegian", "Oslo"]),
        (names.is_person, ["Ada", "Marsh"]),
        (names.is_people, ["Norwegian"]),
        (names.is_place, ["Oslo", "Akershus"]),
        (names.is_ground, ["Akershus"]),
        (names.is_when, ["Monday"]),
        (names.is_amount, ["$", "5"]),
        (names.opens_entity, ["Ada", "Norwegian", "Oslo", "Akershus", "Monday", "$"]),
        (names.continues_entity, ["Marsh", "5"]),
    ],
)
def test_kinds_of_names(question: object, expected: list[str]) -> None:
    doc = parse(
        "Ada/NNP compound 1 ent=B-PERSON",
        "Marsh/NNP nsubj 2 ent=I-PERSON",
        "left/VBD ROOT 2",
        "Norwegian/JJ amod 4 ent=B-NORP",
        "Oslo/NNP dobj 2 ent=B-GPE",
        "Akershus/NNP dobj 2 ent=B-FAC",
        "Monday/NNP npadvmod 2 ent=B-DATE",
        "$/$ nmod 8 ent=B-MONEY",
        "5/CD dobj 2 ent=I-MONEY",
        "here/RB advmod 2",
    )
    assert callable(question)
    assert [t.text for t in doc if question(t)] == expected


def test_places_are_whole_names() -> None:
    doc = parse(
        "in/IN ROOT 0", "New/NNP compound 2 ent=B-GPE", "Marvale/NNP pobj 0 ent=I-GPE", "Ada/NNP conj 2 ent=B-PERSON"
    )
    assert [place.text for place in names.places(doc)] == ["New Marvale"]
