"""Posts, comments and chats by their headers alone: who wrote what stands below."""

from __future__ import annotations

import pytest

from quotex.quotes.fitting import Marks
from quotex.quotes.messages import find_messages
from quotex.text import analyze


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "Ada Brook @adabrook · 2h\nOur roof is in the pool.\nWe are well.\n\nIt rained for a week.\n\n"
            "Bo Lund @bolund · 1h\nWho has the keys?",
            {"Ada Brook": ["Our roof is in the pool.", "We are well."], "Bo Lund": ["Who has the keys?"]},
        ),
        (
            "Ada Brook  2:14 PM\nOur roof is in the pool.\n\nTom Lund  2:15 PM\nWho has the keys?",
            {"Ada Brook": ["Our roof is in the pool."], "Tom Lund": ["Who has the keys?"]},
        ),
        (
            "Posted by u/kelp 3 hours ago\nMy roof leaks.\n\nPosted by u/fern 2 hours ago\nMine too.",
            {"u/kelp": ["My roof leaks."], "u/fern": ["Mine too."]},
        ),
        (
            "Dolores Finn says:\nMarch 3, 2021 at 2:14 pm\nMy roof leaks.\n\n"
            "Zorv Quill says:\nMarch 3, 2021 at 3:14 pm\nMine too.",
            {"Dolores Finn": ["My roof leaks."], "Zorv Quill": ["Mine too."]},
        ),
        ("Ada Brook  2:14 PM\nOur roof is in the pool.", {}),  # one can be a byline
        ("Harbour Station  2:14 PM\nTo Orrin.\n\nQuay Street  2:20 PM\nTo Vint.", {}),  # a timetable
    ],
)
def test_messages_and_their_writers(text: str, messages: dict[str, list[str]]) -> None:
    layout = analyze(text)
    turns = find_messages(layout, Marks(layout))
    found = {turn.label.of(text): [part.of(text) for part in turn.content] for turn in turns if turn.label}
    assert found == messages
    assert sum(turn.unrecorded for turn in turns) == len(messages)  # the headers are nobody's
