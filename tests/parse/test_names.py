from __future__ import annotations

import pytest

from hand_built import parse
from quotex.parse import names
from quotex.parse.names import Kind

ROWS = (
    "Ada/NNP compound 1",
    "Marsh/NNP nsubj 2",
    "left/VBD ROOT 2",
    "Norwegian/JJ amod 5",
    "New/NNP compound 5",
    "Oslo/NNP dobj 2",
    "for/IN prep 2",
    "Norrlys/NNP pobj 6",
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (names.is_named, ["Ada", "Marsh", "Norwegian", "New", "Oslo", "Norrlys"]),
        (names.is_person, ["Ada", "Marsh"]),
        (names.is_body, ["Norrlys"]),
        (names.is_people, ["Norwegian"]),
        (names.is_place, ["New", "Oslo"]),
        (names.opens_name, ["Ada", "Norwegian", "New", "Norrlys"]),
        (names.continues_name, ["Marsh", "Oslo"]),
    ],
)
def test_kinds_of_names(question: object, expected: list[str]) -> None:
    doc = parse(*ROWS)
    names.write_names(doc, [(0, 2, Kind.PERSON), (3, 4, Kind.GROUP), (4, 6, Kind.PLACE), (7, 8, Kind.ORGANIZATION)])
    assert callable(question)
    assert [t.text for t in doc if question(t)] == expected
    assert [head.text for head in names.names(doc)] == ["Marsh", "Norwegian", "Oslo", "Norrlys"]


def test_words_of_names_of_one_kind_are_alike() -> None:
    doc = parse(*ROWS)
    names.write_names(doc, [(0, 2, Kind.PERSON), (4, 6, Kind.PLACE)])
    ada, marsh, left, norwegian, _, oslo, *_ = doc
    assert names.is_alike(ada, marsh) and names.is_alike(left, norwegian)
    assert not (names.is_alike(marsh, oslo) or names.is_alike(marsh, left))


def test_what_a_parser_named_is_forgotten() -> None:
    doc = parse("Ada/NNP nsubj 1 ent=B-PERSON", "left/VBD ROOT 1", "Oslo/NNP dobj 1 ent=B-DATE")
    names.write_names(doc, [(2, 3, Kind.PLACE)])
    assert [names.is_named(token) for token in doc] == [False, False, True]
