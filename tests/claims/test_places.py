from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from quotex.claims.places import find_places
from quotex.parse.tokens import TokenIndex
from quotex.text import Layout, Paragraph, ParagraphKind, Range

if TYPE_CHECKING:
    from spacy.language import Language


def places(nlp: Language, text: str, kind: ParagraphKind = ParagraphKind.BODY) -> list[str]:
    layout = Layout(text, text, (Paragraph(Range(0, len(text)), kind),), ())
    return [r.of(text) for r in find_places(layout, TokenIndex(nlp(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The troops stood on the Norwegian border.", ["Norwegian border"]),
        ("Two bakers were arrested in Brussels, Belgium, on Monday.", ["Brussels", "Belgium"]),
        ("Farms were flooded in Kenya and Uganda.", ["Kenya", "Uganda"]),
        ("The minister flew to Canada on Tuesday.", ["Canada"]),
        ("The mayor visited Denmark last year.", ["Denmark"]),
        ("Farms were flooded in parts of Kenya.", ["Kenya"]),
        ("A quake shook Denmark on Monday.", ["Denmark"]),
        ("Migrants set out for Lampor on Monday.", ["Lampor"]),
        ("Men marched for Lampor.", []),
        ("The protest in Denmark's main square drew 40.", ["Denmark's main square"]),
        ("Floods hit villages in the Marle, Tannow and Birse districts.", ["Marle, Tannow and Birse districts"]),
        ("Troops massed on the Norwegian and Swedish borders.", ["Norwegian and Swedish borders"]),
        ("The plan was criticised by European states.", []),
    ],
)
def test_where_things_happen(nlp: Language, text: str, expected: list[str]) -> None:
    assert places(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "France mustered troops and warned Spain.",
        "The council imposed sanctions on Brazil.",
        "The relationship between Norway and Sweden is poor.",
        "He spoke of Canada.",
    ],
)
def test_a_country_that_acts_or_is_talked_of_is_no_place(nlp: Language, text: str) -> None:
    assert places(nlp, text) == []


def test_what_is_annexed_is_a_place_whatever_its_label(nlp: Language) -> None:
    words = ["Oskaria", "annexed", "Velmora", "."]
    doc = Doc(
        nlp.vocab,
        words=words,
        spaces=[True, True, False, False],
        pos=["PROPN", "VERB", "PROPN", "PUNCT"],
        lemmas=["Oskaria", "annex", "Velmora", "."],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "dobj", "punct"],
        ents=["B-GPE", "O", "B-ORG", "O"],
    )
    layout = Layout(doc.text, doc.text, (Paragraph(Range(0, len(doc.text))),), ())
    assert [r.of(doc.text) for r in find_places(layout, TokenIndex(doc))] == ["Velmora"]


def test_no_place_in_boilerplate(nlp: Language) -> None:
    assert places(nlp, "Printed in Belgium.", ParagraphKind.BOILERPLATE) == []


def test_a_number_belongs_to_the_place_that_it_counts(nlp: Language) -> None:
    doc = Doc(
        nlp.vocab,
        words=["Smoke", "rose", "near", "Pier", "3", "."],
        spaces=[True, True, True, True, False, False],
        pos=["NOUN", "VERB", "ADP", "PROPN", "NUM", "PUNCT"],
        tags=["NN", "VBD", "IN", "NNP", "CD", "."],
        lemmas=["smoke", "rise", "near", "Pier", "3", "."],
        heads=[1, 1, 1, 2, 3, 1],
        deps=["nsubj", "ROOT", "prep", "pobj", "nummod", "punct"],
        ents=["O", "O", "O", "B-GPE", "O", "O"],
    )
    layout = Layout(doc.text, doc.text, (Paragraph(Range(0, len(doc.text))),), ())
    assert [r.of(doc.text) for r in find_places(layout, TokenIndex(doc))] == ["Pier 3"]
