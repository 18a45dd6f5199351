from __future__ import annotations

import numpy as np
import pytest

from hand_built import parse
from quotex.parse.names import Kind
from quotex.quotes.labels import ACTS, NAMES
from quotex.quotes.named import find_named
from quotex.quotes.tagger import Tagging
from quotex.quotes.windows import Pieces


def named(*rows: str) -> list[tuple[str, Kind]]:
    """Read rows of a word and the names head's label for it, or two with how sure it is of the second."""
    cells = [row.split() for row in rows]
    doc = parse(*(f"{word}/{'NNS' if word.endswith('s') else 'NNP'} dep {i}" for i, (word, *_) in enumerate(cells)))
    n = len(doc)
    starts = np.array([token.idx for token in doc], dtype=np.int64)
    scores = np.full((n, len(NAMES)), -9.0, dtype=np.float32)
    for i, (_, label, *other) in enumerate(cells):
        scores[i, NAMES.index(label)] = -1.0
        if other:
            scores[i, NAMES.index(other[0])] = -2.0
    pieces = Pieces(starts, starts, starts + 1, starts)
    zeros = np.zeros(n, dtype=np.float32)
    tagging = Tagging(pieces, {}, starts, (), zeros, np.zeros((n, len(ACTS)), dtype=np.float32), scores)
    return [(doc[start:end].text, kind) for start, end, kind in find_named(doc, tagging)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Ada B-person", "Brook I-person", "left O"], [("Ada Brook", Kind.PERSON)]),
        (["left O", "Ada I-person", "Brook I-person"], [("Ada Brook", Kind.PERSON)]),  # nothing to go on from
        (["Ada B-person", "Norrly B-organization"], [("Ada", Kind.PERSON), ("Norrly", Kind.ORGANIZATION)]),
        (["Mr. B-person", "Brook I-person"], [("Brook", Kind.PERSON)]),
        (["President B-person", "Brook B-person"], [("Brook", Kind.PERSON)]),
        (["Justice B-person", "Ada I-person", "Brook I-person"], [("Ada Brook", Kind.PERSON)]),
        (["Justice B-person", "said O"], [("Justice", Kind.PERSON)]),  # a name too
        (["I B-person", "saw O", "US B-organization"], [("US", Kind.PLACE)]),
        (["Norway B-organization", "said O"], [("Norway", Kind.PLACE)]),  # a state that speaks is a place
        (["Georgia B-person", "said O"], [("Georgia", Kind.PERSON)]),
        (["Brakes B-organization", "failed O"], []),  # a capital for its place
        (["quay B-place", "O'Hara B-person"], [("O'Hara", Kind.PERSON)]),
    ],
)
def test_names(rows: list[str], expected: list[tuple[str, Kind]]) -> None:
    assert named(*rows) == expected


def test_the_same_words_are_of_one_kind_in_all_of_an_article() -> None:
    sure, unsure = "Camel B-organization", "Camel B-person B-organization"
    assert {kind for _, kind in named(sure, "sold O", unsure, "left O", sure)} == {Kind.ORGANIZATION}


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (["Roblon B-person B-organization", "said O"], Kind.ORGANIZATION),
        (["Roblon B-person B-place", "said O"], Kind.PLACE),
        (["Robblon B-person B-place", "said O", "Ada B-person", "Roblon I-person"], Kind.PERSON),  # misspelled
        (["Roblon B-person", "said O"], Kind.PERSON),  # sure of it
        (["Ivan B-person B-organization", "said O"], Kind.PERSON),  # a given name
        (["Tomasovic B-person B-organization", "said O"], Kind.PERSON),  # a surname by its ending
        (["Mr. O", "Roblon B-person B-organization", "said O"], Kind.PERSON),
        (["Roblon B-person B-organization", "said O", "Ada B-person", "Roblon I-person"], Kind.PERSON),
        (["Roblon B-person B-organization", "said O", "Roblon B-person", "said O"], Kind.PERSON),  # sure elsewhere
    ],
)
def test_a_word_is_a_persons_name_where_more_than_a_little_says_so(rows: list[str], kind: Kind) -> None:
    assert named(*rows)[0][1] is kind
