"""Names that a clause gives, or that are words for something else too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from quotex import Extractor


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The man they call “the Dentist” said the route was closed.", ("Dentist", "person")),
        ("A forger known as “the Dentist” said the route was closed.", ("Dentist", "person")),
        ("A forger whom friends call “Slim” said the route was closed.", ("Slim", "person")),
        ("A forger everyone calls Slim said the route was closed.", ("Slim", "person")),
        ("A man who calls Marsh a liar said the shed burned.", (None, "person")),
        ("A guard, who gave only his first name, Temba, said the shed burned.", ("Temba", "person")),
        ("A porter who gave his name as Zubu said the shed burned. Zubu wept.", ("Zubu", "person")),
        ("A report known as the Marsh Review said the shed burned.", (None, "document")),
        ("Bill urged the council to wait. He said the house was damp.", ("Bill", "person")),
        ("WHO says two states have reported cases.", ("WHO", "organization")),
        ("Orrin Chairman, President and CEO Ruben Stahl said the mill was shut.", ("Ruben Stahl", "person")),
        ("Bakery chain Pilcher's is to open 40 shops. It said it would hire.", ("Pilcher's", "organization")),
        ("16:05Council leader Ines Morrow said the bridge was shut.", ("Ines Morrow", "person")),
        # a full name is a person's whose surname alone is one's, or a family's
        ("Zerlina Okwudi described her town as cold. The Okwudi family was killed.", ("Zerlina Okwudi", "person")),
        ("Lead producer Zisha Rafaelo said it was late. Rafaelo wept.", ("Zisha Rafaelo", "person")),
        ("The leader of the Harlow movement Hassan Nuri said no. Nuri wept.", ("Hassan Nuri", "person")),
        ("The Norland charity Grace Trent said no.", ("Grace Trent", "organization")),
        (
            "The Director-General of Inland Shipping Maeve O'Hare-Quist left. Ms O'Hare-Quist said it was time.",
            ("Maeve O'Hare-Quist", "person"),
        ),
    ],
)
def test_a_name_that_is_given_or_another_word_too(
    extractor: Extractor, text: str, first: tuple[str | None, str]
) -> None:
    speaker = extractor.extract(text).speakers[0]
    assert (speaker.name, speaker.kind) == first
