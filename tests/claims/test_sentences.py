from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.claims.sentences import closed, find_sentences, trimmed
from quotex.text import Range, analyze

if TYPE_CHECKING:
    from spacy.language import Language


def sentences(nlp: Language, text: str) -> list[str]:
    layout = analyze(text)
    return [s.of(text).strip() for s in find_sentences(layout, nlp(layout.view))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned. Nobody was hurt.", ["The mill burned.", "Nobody was hurt."]),
        ("It fell 3.5 percent. It rose later.", ["It fell 3.5 percent.", "It rose later."]),
        ("It cost £3m. It may last.", ["It cost £3m.", "It may last."]),
        ("It opened on 14 Nov. It closed in May.", ["It opened on 14 Nov.", "It closed in May."]),
        ("“Are we safe?” she asked the mayor.", ["“Are we safe?” she asked the mayor."]),
        (
            "“We need a plan.” The mayor left the hall at noon.",
            ["“We need a plan.”", "The mayor left the hall at noon."],
        ),
        ("It was over! They went home.", ["It was over!", "They went home."]),
        ("Weak opposition The party will not stand.", ["Weak opposition", "The party will not stand."]),
        ("He told the crew of The Gull.", ["He told the crew of The Gull."]),
        ("Ann Marsh/AFP/Getty Images The mill burned.", ["The mill burned."]),
        ("(Tom Lind/AP) Related article Two mills burned in May. A third shut.", ["A third shut."]),
        ("The town wept. Men carry a mill wheel. Ann Marsh/AFP It burned.", ["The town wept.", "It burned."]),
        ("The mill burned in May. Ann Marsh/AFP It was old.", ["The mill burned in May.", "It was old."]),
        ("Misery in Norland In recent days, mills burned.", ["Misery in Norland", "In recent days, mills burned."]),
        ("Steadily shrinking Nearly 84 mills have shut.", ["Steadily shrinking", "Nearly 84 mills have shut."]),
        ("Reuters — The mill burned.", ["The mill burned."]),
        ("Two mills shut in May        The port is open.", ["Two mills shut in May", "The port is open."]),
        ("(Dorvale Herald), external The mill burned.", ["The mill burned."]),
        ("The AP/Lind poll was of 400 voters.", ["The AP/Lind poll was of 400 voters."]),
        ("Mill fire in Marvale\n\nThe mill burned on Monday.", ["Mill fire in Marvale", "The mill burned on Monday."]),
    ],
)
def test_sentences_end_at_terminators_and_paragraphs(nlp: Language, text: str, expected: list[str]) -> None:
    assert sentences(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The mill burned,” ", "The mill burned"),
        ("(The mill burned.)", "The mill burned"),
        ("the mill (built in 1890)", "the mill (built in 1890)"),
        ("the plant moved to the U.S.", "the plant moved to the U.S."),
        (" – The mill burned –", "The mill burned"),
        ("“”", ""),
    ],
)
def test_edges_are_trimmed(text: str, expected: str) -> None:
    assert trimmed(text, 0, len(text)).of(text) == expected


@given(st.text(alphabet='aB1 .?!"”“()[]—\n', max_size=60))
def test_trimming_only_ever_cuts_and_is_done_at_once(text: str) -> None:
    span = trimmed(text, 0, len(text))
    assert 0 <= span.start <= span.end <= len(text)
    assert trimmed(text, *span) == span


@pytest.mark.parametrize(
    ("text", "inside", "whole"),
    [
        ("It was “far too late”, she said.", "far too late", "far too late"),
        ("“far too many” homes burned, she said.", "far too many” homes burned", "“far too many” homes burned"),
        ("She said the mill was “a ruin” and left.", "the mill was “a ruin", "the mill was “a ruin”"),
        ("The ‘mayor’s office’ knew.", "mayor’s office", "mayor’s office"),
    ],
)
def test_a_mark_is_not_without_the_one_that_closes_or_opens_it(text: str, inside: str, whole: str) -> None:
    start = text.index(inside)
    assert closed(text, Range(start, start + len(inside))).of(text) == whole
