"""Letters by their layout alone: whose they are, and what of them is its writer's."""

from __future__ import annotations

import pytest

from quotex.quotes.letters import find_letters, is_signature
from quotex.text import Range, analyze

CHEESE = "Dear Odile,\n\nMy flatmate eats my cheese.\n\n"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (f"{CHEESE}Hungry in Hallum\n\nBuy a lock.", [("Hungry in Hallum", ["My flatmate eats my cheese."])]),
        (
            f"{CHEESE}Hungry in Hallum\n\nDear Hungry,\n\nBuy a lock. Then buy another.",
            [("Hungry in Hallum", ["My flatmate eats my cheese."]), (None, ["Buy a lock. Then buy another."])],
        ),
        (f"{CHEESE}Yours sincerely,\n\nNora Feld", [("Nora Feld", ["My flatmate eats my cheese."])]),
        (f"{CHEESE}Hungry and cold and tired in the very north of Hallum by the sea.", []),  # no signature
        (
            "Sir, I have taken the 7.14 to Orrin for years.\n\nNora Feld, Vint",
            [("Nora Feld", ["Sir, I have taken the 7.14 to Orrin for years."])],
        ),
        (
            "SIR – I have taken the 7.14 to Orrin for years.\n\nNora Feld\nVint",
            [("Nora Feld", ["I have taken the 7.14 to Orrin for years."])],
        ),
        (
            "Letters to the editor\n\nThe quay ought to stay open all the year.\n\nNora Feld, Vint\n\n"
            "The quay ought to be shut. — Tom Reed, Orrin",
            [
                ("Nora Feld", ["The quay ought to stay open all the year."]),
                ("Tom Reed", ["The quay ought to be shut."]),
            ],
        ),
        (
            "From Nora Feld\n\nSir, The quay ought to stay open.\n\nFrom Tom Reed\n\nSir, The quay ought to be shut.",
            [("Nora Feld", ["Sir, The quay ought to stay open."]), ("Tom Reed", ["Sir, The quay ought to be shut."])],
        ),
    ],
)
def test_letters_and_their_writers(text: str, letters: list[tuple[str | None, list[str]]]) -> None:
    turns = find_letters(analyze(text))
    found = [(turn.label and turn.label.of(text), [part.of(text) for part in turn.content]) for turn in turns]
    assert found == letters


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("Nora Feld", True),
        ("Nora Feld, Vint", True),
        ("Nora Feld”", True),
        ("nora feld", False),
        ("Nora Feld went to Vint.", False),
    ],
)
def test_the_line_of_a_signature(line: str, signs: bool) -> None:
    text = f"So it was.\n{line}"
    assert is_signature(text, Range(len("So it was.\n"), len(text))) is signs
    assert not is_signature(line, Range(0, len(line)))  # nothing stands above it
