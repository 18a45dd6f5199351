"""Where a name begins, what of the words with capitals is none, and by what a body is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from quotex import Extractor


def speakers(extractor: Extractor, text: str) -> list[str | None]:
    return [speaker.name for speaker in extractor.extract(text).speakers]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # in running text, behind a colon or a mark any word has its capital for its place
        ('Lena Vale, the founder, said: "People think we are heroes."', ["Lena Vale", None]),
        ("People say it is hard to leave.", [None]),
        ("Drivers: Shops told us the road was shut.", [None]),
        ("Ada Brook: Marsh said it was bad.", ["Marsh"]),
        # what opens a sentence and tells of a noun
        (
            '"There\'s a lot of people in wait-and-see mode." \nUnconfirmed reports suggest Mr Madul is considering '
            "firing thousands of staff.",
            [None, "Madul"],
        ),
        ("Norlys boss Ada Brook said the port was shut.", ["Ada Brook"]),
        ("Witness describes the port as empty. A clerk of Norlys left.", [None]),
        # a day of the week owns what is of the day
        (
            "On Tuesday, when the Council under Ada Brook gave its report, it was late. She wrote of each of the "
            "guilds she visited, and Tuesday’s report was the Council’s synthesis. The report concluded that was bad.",
            ["Ada Brook", None],
        ),
        # a saint's name goes on
        ("The St John Ambulance said he was fine.", ["St John Ambulance"]),
        ("St Brendan's Hospital said it was full.", ["St Brendan's Hospital"]),
        ("St John's Ada Brook said the mayor was late.", ["Ada Brook"]),
        # of two who are named in full no name is made
        (
            "Donald Trost met Wang Yi. Trost said no. Wang Yi spoke later. Wang on Kim and Trost Wang said the "
            "summit was an important step.",
            ["Donald Trost", "Wang Yi"],
        ),
        (
            "Donald Trost met Carla Marsh. Trost said no. Ada Trost Marsh said the summit was an important step.",
            ["Donald Trost", "Ada Trost Marsh"],
        ),
        # of a state's university, which one
        ("The University of California, Berkeley, said it was late.", ["University of California, Berkeley"]),
        ("The University of Bergen, Norway said it was late.", ["University of Bergen"]),
        ("At the University of Texas, President Jo Marsh said it was late.", ["Jo Marsh"]),
        # behind what an office is for
        ("UN Under-Secretary General for Peace Operations Lacarde described the fighting as worrying.", ["Lacarde"]),
        # a club
        ("Harlow Rovers won. Rovers said on Friday that the pitch was dry.", ["Harlow Rovers"]),
        ("Dorn Brothers opened. Brothers said they were glad.", [None]),
        ("The Guild of Chief Officers met. Officers said it was late.", [None]),
    ],
)
def test_a_name_is_whole_and_no_other_word_is_one(extractor: Extractor, text: str, names: list[str | None]) -> None:
    assert speakers(extractor, text) == names
