"""Dialogues run into one paragraph are parted at their labels; what is set like one is left alone."""

from __future__ import annotations

import pytest

from quotex.text import analyze

CASES: dict[str, tuple[str, list[str]]] = {
    "turns": ("Pilot: A light. Tower: Which? Pilot: All.", ["Pilot: A light.", "Tower: Which?", "Pilot: All."]),
    "behind a sentence": (
        "NOTES LEAKED. DR. LEE: Who? BO: I. DR. LEE: Why?",
        ["NOTES LEAKED.", "DR. LEE: Who?", "BO: I.", "DR. LEE: Why?"],
    ),
    "ages": (
        "Ann, 34: Yes. Bo (51), cook: No. Cy, 40: So?",
        ["Ann, 34: Yes.", "Bo (51), cook: No.", "Cy, 40: So?"],
    ),
    "one name behind questions": (
        "How? Lee: So.\n\nWhy? Lee: I must.\n\nWhen? Lee: Soon.",
        ["How?", "Lee: So.", "Why?", "Lee: I must.", "When?", "Lee: Soon."],
    ),
}
WHOLE = {
    "nobody asks": "Claim: It fell. Verdict: No. Claim: It rose. Verdict: Yes.",
    "none comes again": "Weather: Rain. Traffic: The bridge is shut. Sport: None? Prize: A ham.",
    "one label behind a question": "Who won? Source: The board. It rained.",
}


@pytest.mark.parametrize(("text", "parts"), CASES.values(), ids=CASES)
def test_labels_part_a_paragraph(text: str, parts: list[str]) -> None:
    assert [p.span.of(text) for p in analyze(text).paragraphs] == parts


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_what_is_set_like_a_dialogue_stays_whole(text: str) -> None:
    assert [p.span.of(text) for p in analyze(text).paragraphs] == [text]
