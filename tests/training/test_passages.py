"""Passages annotated in their own text: what the braces say, and which of them say nothing that holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from training.passages import kept_out, passages, unmarked


def words(passage: dict[str, Any], index: int) -> dict[str, list[str]]:
    attribution = passage["attributions"][index]
    return {role: [passage["text"][s:e] for s, e in attribution[role]] for role in ("content", "cue", "source")}


@pytest.mark.parametrize(
    ("marked", "text", "found"),
    [
        (
            "{Q1 “No,”} {S1=Ines Korda|she} {C1 said}, {Q1 “never.”}",
            "“No,” she said, “never.”",
            [(["“No,”", "“never.”"], ["said"], ["she"], "speech", "Ines Korda")],
        ),
        (
            "{S0 Korda} {C0 said} {Q0 {S7=-|he} {C7 hoped} {T7 to rest}}.",
            "Korda said he hoped to rest.",
            [
                (["he hoped to rest"], ["said"], ["Korda"], "speech", None),
                (["to rest"], ["hoped"], ["he"], "thought", "-"),
            ],
        ),
        (
            "{S0 {S1 They}} {C0 praised} {L0 her} and {C1 said} {Q1 so}",
            "They praised her and said so",
            [(["her"], ["praised"], ["They"], "loose", None), (["so"], ["said"], ["They"], "speech", None)],
        ),
        ("Nobody speaks.", "Nobody speaks.", []),
    ],
)
def test_what_braces_say(marked: str, text: str, found: list[tuple[Any, ...]]) -> None:
    passage = unmarked(marked)
    assert passage["text"] == text
    attributions = passage["attributions"]
    assert [
        (*words(passage, i).values(), attribution["level"], attribution["name"])
        for i, attribution in enumerate(attributions)
    ] == found


@pytest.mark.parametrize("marked", ["{S0 She} {C0 said}", "{Q0 so", "so}", "{X0 so}", "{Q so}"])
def test_what_does_not_hold_is_refused(marked: str) -> None:
    with pytest.raises(ValueError, match=r"content|closed|stray"):
        unmarked(marked)


def test_a_breach_says_in_which_passage(tmp_path: Path) -> None:
    (tmp_path / "some.txt").write_text("%% first\n{Q0 One}.\n%% second\n{Q0 Two.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="some-001"):
        list(passages(tmp_path))


def test_packaged_passages_hold_and_one_in_five_is_kept_out() -> None:
    every = list(passages())
    kept = [passage for passage in every if kept_out(passage)]
    assert kept and len(every) / 6 <= len(kept) <= len(every) / 5
    assert all(passage["text"].strip() for passage in every)
