"""Short passages as newspapers have them, read by the whole pipeline: who says what, and nobody rather than another."""

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
        ("Airline Skyward said it had cancelled 40 flights.", ["Skyward"]),
        ("Retailer Osko said it was late.", ["Osko"]),
        ("Broadcaster Norlys said it was late.", ["Norlys"]),
        ("Broadcaster Jon Hale said it was late.", ["Jon Hale"]),
        ("Charity Commission said it was late.", ["Charity Commission"]),
        ("Harlow Council said it was late.", ["Harlow Council"]),
        (
            "Chelsea Council said it was late. Harlow Council said it was not.",
            ["Chelsea Council", "Harlow Council"],
        ),
        ("The Seamen's Guild, which owns the quay, said it was late.", ["Seamen's Guild"]),
        ("North Sea Fire and Rescue Service said it was late.", ["North Sea Fire and Rescue Service"]),
        ("Brighton and Hove City Council said it was late.", ["Brighton and Hove City Council"]),
        (
            "Torres & Sons said it had checked the bolts. Engineer Luis Torres said they were rusty.",
            ["Torres & Sons", "Luis Torres"],
        ),
        (
            "A fire broke out at Kemp's Bakery. Owner Alice Kemp said it was late. Kemp's said it would reopen.",
            ["Alice Kemp", "Kemp's Bakery"],
        ),
        (
            "The Federation of Island Teachers (FIT) will strike. FIT said it would not talk.",
            ["Federation of Island Teachers"],
        ),
        ("Leo Brandt sold the Morning Star. The Star said it welcomed the sale.", ["Morning Star"]),
    ],
)
def test_a_body_has_its_whole_name_and_no_persons(extractor: Extractor, passage: str, names: list[str | None]) -> None:
    assert speakers(extractor, passage) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        ("May Hope said she had none. Hope said she would sell the shop.", ["May Hope", "May Hope"]),
        ("Garda Tom Shea said the car was found.", ["Tom Shea"]),
        ("Det Con Fiona Lacey said the car was found.", ["Fiona Lacey"]),
        ("Betty and Alf Cropper wed in 1950. Mrs Cropper said it was true.", ["Cropper"]),
        ("Sr Agnes Byrne said the shelter was full. Sr Agnes said it was sad.", ["Agnes Byrne", "Agnes Byrne"]),
        ("Guitarist Miguel Soto said he had the receipts.", ["Miguel Soto"]),
        (
            "The US said it would leave. US Secretary of State Ann Barlow said the embassy would close.",
            ["US", "Ann Barlow"],
        ),
        (
            "Ana Paula Reis, the club's president, left. Rui Reis stayed. Ana Paula said it was unfair.",
            ["Ana Paula Reis"],
        ),
        ("President Mateo Ruiz said he was late. Mateo Ruiz Salcedo, a banker, left.", ["Mateo Ruiz"]),
        (
            "Jan van der Loo and Piet van der Meer own two ferries. Van der Meer said business was slow. "
            "Van der Loo said he would sell.",
            ["Piet van der Meer", "Jan van der Loo"],
        ),
        (
            "Ian Church, a farmer, said the church roof was gone. Church said it was sad. The church said no one saw.",
            ["Ian Church", "Ian Church", None],
        ),
    ],
)
def test_a_person_has_the_whole_name_and_no_bodys(extractor: Extractor, passage: str, names: list[str | None]) -> None:
    assert speakers(extractor, passage) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        (
            "Dr Owen Blake said the ward was short of staff. Susan Blake nodded. Dr Blake said it was late.",
            ["Owen Blake", "Owen Blake"],
        ),
        (
            "The meeting was led by Prof Anil Gokhale. Dr Sunita Gokhale sat down. Dr Gokhale said the lake was dying.",
            ["Sunita Gokhale"],
        ),
        (
            "Fr Ned Byrne and Sr Agnes Byrne run the shelter. Fr Byrne said it was full. Sr Byrne said it was sad.",
            ["Ned Byrne", "Agnes Byrne"],
        ),
        (
            "Home minister Pieter de Klerk met police minister Frans de Klerk. "
            "De Klerk, the home minister, said it was over.",
            ["Pieter de Klerk"],
        ),
        (
            "Senator Lisa Grant, whose husband, Paul Grant, runs the port, left. Grant said she had no conflict.",
            ["Lisa Grant"],
        ),
        (
            "Paul Grant, husband of Senator Lisa Grant, runs the port. Grant said he never spoke with her.",
            ["Paul Grant"],
        ),
        # who has spoken is not who speaks of herself: nobody knows
        (
            "Dr Owen Blake said the ward was short. Dr Susan Blake sat down. Dr Blake said she had not slept.",
            ["Owen Blake", None],
        ),
        (
            'Peter Larkin\'s son, Sean Larkin, was hurt. Larkin said the firm had lied. "Nobody rang us," he said.',
            [None, None],
        ),
        (
            'Ann Larkin\'s son, Sean Larkin, was hurt. Larkin said the firm had lied. "Nobody rang us," she said.',
            [None, "Ann Larkin"],
        ),
    ],
)
def test_a_shared_name_is_his_of_whom_something_tells_and_nobodys_else(
    extractor: Extractor, passage: str, names: list[str | None]
) -> None:
    assert speakers(extractor, passage) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        (
            'Anna Lindgren was asked by Karin Dahl whether she would resign. "I will not," she answered.',
            ["Karin Dahl", "Anna Lindgren"],
        ),
        (
            "Liam Roche, from Cork, said he saw the wave. A lifeguard said he had raised the flag. "
            "He said no one had listened.",
            ["Liam Roche", None, None],
        ),
        (
            "Kate Doyle, whom Marsh hired in 2020, said the accounts were false. Helen Marsh left.",
            ["Kate Doyle"],
        ),
        ("Hal Stone left. Stone's replacement as chairman, Guy Ferris, said the firm was sound.", ["Guy Ferris"]),
    ],
)
def test_who_speaks_is_nobody_who_only_stands_nearer(
    extractor: Extractor, passage: str, names: list[str | None]
) -> None:
    assert speakers(extractor, passage) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        (
            "Nurse Amy Cho works with Dr Steven Cho in Benton. The doctor said patients were older.",
            ["Steven Cho"],
        ),
        (
            "Home minister Pieter Smit and police minister Frans Berg met. The police minister said it was over.",
            ["Frans Berg"],
        ),
        (
            "J.R. Naidu, the registrar, said no marks were changed. Asha Rao left. The registrar said it was over.",
            ["J.R. Naidu", "J.R. Naidu"],
        ),
        (
            "The Supreme Court sided with the tribe. The lower court had said the treaty was dead.",
            [None],
        ),
        (
            "Airports operator Aeris said the runway was clear. The operator said it had called more crews.",
            ["Aeris", "Aeris"],
        ),
        ("Dana Wirth said the dam was safe, before the minister cut in: “It is not safe.”", ["Dana Wirth", None]),
        ("“It was shut,” said Noor Bell, a baker. “They came at four,” he told us.", ["Noor Bell", "Noor Bell"]),
        ("“It was shut,” said Ms Noor Bell. “They came at four,” he told us.", ["Noor Bell", None]),
        ("Noor Bell said she was ill. “They came at four,” he told us.", ["Noor Bell", None]),
        ("Tom Hale spoke. “It was shut,” said Noor Bell. “They came at four,” he told us.", ["Noor Bell", "Tom Hale"]),
        ("It was little, Tom Hale said. A retired clerk, he says the money is gone.", ["Tom Hale", "Tom Hale"]),
        ("Dana Wirth said the price was fair. The minister replied that it was not.", ["Dana Wirth", "Dana Wirth"]),
    ],
)
def test_a_noun_is_who_was_called_so(extractor: Extractor, passage: str, names: list[str | None]) -> None:
    assert speakers(extractor, passage) == names


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        (
            "The prime minister's spokesman said he had full confidence in Mr Rees. "
            "Culture Secretary Owen Rees said he was going nowhere.",
            [None, "Owen Rees"],
        ),
        (
            "Nurse Helga Roth said she kept the note. Dr Roth, her husband, said the man was found in a field.",
            ["Helga Roth", None],
        ),
        (
            "Mayor-elect Ken Ono beat Mayor Rob Pickett. The mayor said it ended. The mayor-elect said it began.",
            ["Rob Pickett", "Ken Ono"],
        ),
        ("His hospital, St Brendan's, said it had not known.", ["St Brendan's"]),
        ("Sister Bernadette Okoye runs the clinic. Sister Bernadette said it was full.", ["Bernadette Okoye"]),
        (
            'John Baptiste, known as "Papa John," sells fish. Papa John says the sea is warmer.',
            ["John Baptiste"],
        ),
    ],
)
def test_who_is_told_apart_by_a_word_is_somebody_else(
    extractor: Extractor, passage: str, names: list[str | None]
) -> None:
    assert speakers(extractor, passage) == names
