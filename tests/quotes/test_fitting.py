"""Contents lose their outer marks, keep those that pair inside, and know their type."""

from __future__ import annotations

import pytest

from quotex.contract.records import QuoteType
from quotex.quotes.fitting import Marks
from quotex.text import Range, analyze


def fitted(text: str, content: str) -> str | None:
    start = text.index(content)
    found = Marks(analyze(text)).fit(Range(start, start + len(content)))
    return found.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We go,” said Ada.", "“We go,”", "We go,"),
        ("“We go,” said Ada.", "We go,", "We go,"),
        ("«We go, ”said Ada.", "«We go, ”", "We go,"),
        ("Ada said that it was late.", "that it was late.", "that it was late"),
        ("Ada said the “old plan” was late.", "the “old plan” was late", "the “old plan” was late"),
        ("Ada said it was the “old plan”.", "it was the “old plan”", "it was the “old plan”"),
        ("Ada said it was the “old plan”.", "it was the “old plan", "it was the “old plan”"),
        ("Ada called “plan” and “hope” words.", "plan” and “hope", "“plan” and “hope”"),
        ("Ada said, “We go.", "“We go.", "We go."),
        ("Ada said, “We go. “You stay.”", "We go", "We go."),
        ("Ada said, “We go?!” and went.", "We go", "We go?!"),
        ("Ada said “we go”. “You stay.”", "we go", "we go"),
        ("Ada said: We go on.” You stay.", "We go on.”", "We go on"),
        ('Ada said it is 12" long. You stay.', 'it is 12"', 'it is 12"'),
        ("Ada said it was the “old plan,” Tom told us.", "it was the “old plan", "it was the “old plan,”"),
        ("Ada said it was the “old plan of Tom,” Tom told us.", "it was the “old plan", "it was the “old plan"),
        ("Ada said: “”", "“”", None),
        ("``We go,'' said Ada.", "`We go,'", "We go,"),
        (
            "Ada paid 90 crowns (4 dollars), she said.",
            "Ada paid 90 crowns (4 dollars),",
            "Ada paid 90 crowns (4 dollars)",
        ),
        (
            "Ada paid 90 crowns (4 dollars), she said.",
            "Ada paid 90 crowns (4 dollars",
            "Ada paid 90 crowns (4 dollars)",
        ),
        ("(Ada paid 90 crowns), she said.", "Ada paid 90 crowns)", "Ada paid 90 crowns"),
        ("Ada said (for once) it was late.", "(for once) it was late", "(for once) it was late"),
        ("Ada said (it was late (again)).", "(it was late (again))", "it was late (again)"),
    ],
)
def test_fit(text: str, content: str, expected: str | None) -> None:
    assert fitted(text, content) == expected


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We go,” said Ada.", "We go,", QuoteType.DIRECT),
        ("Ada said that it was late.", "that it was late", QuoteType.INDIRECT),
        ("Ada said the “old plan” was late.", "the “old plan” was late", QuoteType.MIXED),
        (
            "Ada said he “went, as far as she and all of them knew, without a word to anybody who worked there”.",
            "he “went, as far as she and all of them knew, without a word to anybody who worked there”",
            QuoteType.MIXED,
        ),
    ],
)
def test_type(text: str, content: str, expected: QuoteType) -> None:
    start = text.index(content)
    assert Marks(analyze(text)).type_of([Range(start, start + len(content))]) is expected


@pytest.mark.parametrize(
    ("text", "content", "cue", "whole"),
    [
        ("“It leaks, says Mrs. Reed,” Ada told us.", "Reed,", "told", "It leaks, says Mrs. Reed,"),
        ("Ada told us: “It leaks, says Mrs. Reed.”", "Reed.", "told", None),  # the cue stands before
        ("“It leaks, says Mrs. Reed,” Ada told us.", "Mrs.", "told", None),  # not the end
        ("“it leaks” and Reed,” Ada told us.", "leaks", "told", None),  # no sentence begins with the mark
        ("“It leaks, says Mrs. Reed,” Ada told us.", "It leaks, says Mrs. Reed,", "told", None),  # it is whole
    ],
)
def test_what_ends_a_sentence_between_marks(text: str, content: str, cue: str, whole: str | None) -> None:
    start, said = text.index(content), text.index(cue)
    found = Marks(analyze(text)).ended_by(Range(start, start + len(content)), Range(said, said + len(cue)))
    assert (found.of(text) if found else None) == whole
