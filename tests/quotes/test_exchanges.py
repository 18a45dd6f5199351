"""Exchanges between marks: who is cut short and who acts is told apart; one voice that goes on stays one."""

from __future__ import annotations

import pytest

from quotex.pipeline.extractor import Extractor

EXCHANGES = {
    "a question behind a cue, and its answer": (
        "“It was on the roof,” said Tarr. “The goat?” “And the ladder.”",
        [("It was on the roof", "Tarr"), ("The goat?", None), ("And the ladder.", None)],
    ),
    "an answer behind another's question": (
        "“Who let you in?” asked Bo Lund. “You did.” “When?” “On Monday.”",
        [("Who let you in?", "Bo Lund"), ("You did.", None), ("When?", None), ("On Monday.", None)],
    ),
    "a cue behind the last": (
        "“Is it deep?” “For whom?” “For you,” said Ada Brook, and untied the boat.",
        [("Is it deep?", None), ("For whom?", None), ("For you", "Ada Brook")],
    ),
    "paragraphs without a question": (
        "They met at the gate.\n\n“Your cow is in my beans.”\n\n“Your beans are in my field.”\n\n“It was my father's.”",
        [("Your cow is in my beans.", None), ("Your beans are in my field.", None), ("It was my father's.", None)],
    ),
    "paragraphs with a cue behind the last": (
        "“You have read it.”\n\n“I have read many.”\n\n“I mean this one.”\n\n“That was a no,” said Ada Brook.",
        [
            ("You have read it.", None),
            ("I have read many.", None),
            ("I mean this one.", None),
            ("That was a no", "Ada Brook"),
        ],
    ),
    "one voice behind its cue": (
        "“Why should they pay?” asked Ada Brook, who runs the mill. “They did not build it. We did.”",
        [("Why should they pay? … They did not build it. We did.", "Ada Brook, who runs the mill")],
    ),
    "paragraphs of one speech run together": (
        "“We have asked the council for a bus since the school was moved out of the town in May,” said Ada Brook. "
        "“Are our children to walk along a road on which there is no light?” "
        "“We will ask again on Monday, and we will come to every meeting until there is a bus.”",
        [
            (
                "We have asked the council for a bus since the school was moved out of the town in May, … "
                "Are our children to walk along a road on which there is no light? … "
                "We will ask again on Monday, and we will come to every meeting until there is a bus.",
                "Ada Brook",
            )
        ],
    ),
    "who speaks on before another acts": (
        "“We shall see in the morning,” said Ada Brook. “It is grey now.” Tomas Vell shook his head.",
        [("We shall see in the morning, … It is grey now.", "Ada Brook")],
    ),
    "a body that acts right behind": (
        "“We asked them twice,” said Ada Brook.\n\n“They never wrote.” The council shut the school in May.",
        [("We asked them twice, … They never wrote.", "Ada Brook")],
    ),
}


@pytest.mark.parametrize(("text", "told"), EXCHANGES.values(), ids=EXCHANGES)
def test_exchanges(extractor: Extractor, text: str, told: list[tuple[str, str | None]]) -> None:
    found = extractor.extract(text).quotes
    assert [(" … ".join(s.text for s in q.spans), q.source.text if q.source else None) for q in found] == told
