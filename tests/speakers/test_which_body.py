"""Which of several bodies or offices a noun means: the one told so, and nobody who is told otherwise."""

from __future__ import annotations

import pytest

from quotex.pipeline.extractor import Extractor


def speakers(extractor: Extractor, passage: str) -> list[str | None]:
    """Return the names of those who speak, quotation after quotation."""
    found = extractor.extract(passage)
    names = {speaker.id: speaker.name for speaker in found.speakers}
    return [names.get(quote.speaker or "") for quote in found.quotes]


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        # of a part of the state, of another part, and of the whole
        (
            "The Harlan County Department of Education said it was short of teachers. "
            "The federal education department said it would send money.",
            ["Harlan County Department of Education", None],
        ),
        (
            "The Harlan County Department of Education said it was short of teachers. "
            "The state education department said it would send money.",
            ["Harlan County Department of Education", None],
        ),
        (
            "The Harlan County Department of Education said it was short of teachers. "
            "The county education department said it would hire 40.",
            ["Harlan County Department of Education", "Harlan County Department of Education"],
        ),
        # a name behind the noun
        (
            "The Ostrian interior ministry shut the border. The Velland interior ministry said lorries were stuck. "
            "The ministry in Ostria said it would open on Monday.",
            ["Velland interior ministry", "Ostrian interior ministry"],
        ),
        (
            "The Ostrian interior ministry shut the border. The Velland interior ministry said lorries were stuck. "
            "The ministry said it would open on Monday.",
            ["Velland interior ministry", "Velland interior ministry"],
        ),
        # one's own
        (
            "The Brenn Constitutional Court said it would rule in May. "
            "Lawyers in Tarvia look to their own constitutional court, which said there was no haste.",
            ["Brenn Constitutional Court", None],
        ),
        # a people of no list
        (
            "Norvian Prime Minister Karl Oster said the talks had failed. "
            "The Sorran prime minister said they would go on.",
            ["Karl Oster", None],
        ),
        (
            "Norvian Prime Minister Karl Oster said the talks had failed. "
            "The Norvian prime minister said they would not go on.",
            ["Karl Oster", "Karl Oster"],
        ),
        # what an office is of, though nothing else is told
        (
            "Police Chief Ann Moody said no shots were fired. The fire chief said two men were hurt.",
            ["Ann Moody", None],
        ),
        (
            "Police Chief Ann Moody said no shots were fired. The police chief said two men were hurt.",
            ["Ann Moody", "Ann Moody"],
        ),
    ],
)
def test_what_is_told_otherwise_is_another(extractor: Extractor, passage: str, names: list[str | None]) -> None:
    assert speakers(extractor, passage) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        (
            "The welds had been checked by a small firm named Kestrel Safety. The firm said it had followed the rules.",
            ["Kestrel Safety"],
        ),
        ("A private firm called Grantly runs the camp. The firm denies that anyone was hurt.", ["Grantly"]),
        ("A private firm called Grantly said it ran the camp.", ["Grantly"]),
        ("One academic called Hale's stay at the school a farce. The academic said it was over.", [None, None]),
        (
            "Tollman Foods is in court.\n\nCorran Dairies, its main competitor, paid a fine. "
            "The company said it had learned.",
            ["Corran Dairies"],
        ),
        ("Jon Hale, its main competitor, paid a fine. He said he had learned.", ["Jon Hale"]),
        # no name that stands before a dash
        ("Two hurt near Dolen Bank - police\n\nThe men were hurt on Monday.", [None]),
        ("The Norland-run health ministry said two were hurt.", ["Norland-run health ministry"]),
    ],
)
def test_a_body_is_what_its_name_stands_beside(extractor: Extractor, passage: str, names: list[str | None]) -> None:
    assert speakers(extractor, passage) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        ("The Osko meat chain said it would close. Norlys had a report out.", ["Osko"]),
        ("Norlys published a report. The Osko public broadcaster said it would close.", ["Osko"]),
        ("The Osko tabloid said it would close.", ["Osko"]),
        ("An Osko charity said it would close.", [None]),
    ],
)
def test_words_between_a_name_and_the_noun_for_its_kind_tell_of_what_sort(
    extractor: Extractor, passage: str, names: list[str | None]
) -> None:
    assert speakers(extractor, passage) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        (
            "The deputy PM, Don Reeve, was late. Rick Sand said he was sorry. The deputy PM said he had not slept.",
            ["Rick Sand", "Don Reeve"],
        ),
        (
            "The PM, Don Reeve, was late. Rick Sand said he was sorry. The deputy PM said he had not slept.",
            ["Rick Sand", None],
        ),
        ("The EU has paid.\n\nrussels is calm.\n\nKremlin has accused the West of lying about the ship.", ["Kremlin"]),
    ],
)
def test_letters_of_an_office_head_its_words_and_a_name_without_its_article_is_one(
    extractor: Extractor, passage: str, names: list[str | None]
) -> None:
    assert speakers(extractor, passage) == names
