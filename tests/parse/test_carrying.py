"""A parse carried over from a text to its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quotex.parse.carrying import carry_over
from quotex.text import Mended, analyze, mend

if TYPE_CHECKING:
    from spacy.language import Language

PARTS = [
    "“ We",
    "”It is",
    "Ada Brook",
    " ”said",
    "New\nYork",
    "\r\n\r\n",
    "\n",
    "\xa0",
    "``",
    "''",
    '"',
    "3,000",
    "🙂",
    ".",
    " ",
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
@example("“ We“ We``\xa0``.")
def test_the_text_is_the_view_and_no_sentence_leaves_its_paragraph(nlp: Language, text: str) -> None:
    layout = analyze(text)
    carried = carry_over(nlp(text), Mended(text), layout)
    assert carried.text == layout.view
    words = [(t, layout.paragraph_at(t.idx)) for t in carried if not t.is_space]
    assert all(layout.paragraph_at(t.head.idx) == paragraph for t, paragraph in words)


@pytest.mark.parametrize(
    ("text", "word"),
    [("She left.“ We stay,” said Ada Brook.", "“"), ("“We stay ”, said Ada Brook in June.", "”")],
)
def test_a_mark_moves_with_its_blank_and_keeps_its_parse(nlp: Language, text: str, word: str) -> None:
    layout = analyze(text)
    parsed = nlp(text)
    carried = carry_over(parsed, Mended(text), layout)
    (mark,) = (t for t in carried if t.text == word)
    assert mark.idx == layout.view.index(word) != text.index(word)
    assert [(t.text, t.tag_, t.head.text) for t in carried if t.is_alpha] == [
        (t.text, t.tag_, t.head.text) for t in parsed if t.is_alpha
    ]


def test_a_parse_of_a_damaged_text_is_of_the_mended_one(nlp: Language) -> None:
    text = "â€œWe wonâ€™t,â€\x9d said RenÃ©e &amp; Sons in Do\xadlen. &ldquo;\\u201cNo,&rdquo; he said.\n\nT\nhe end."
    mended = mend(text)
    layout = analyze(mended.text)
    carried = carry_over(nlp(text), mended, layout)
    assert carried.text == layout.view


def test_lines_of_wrapped_text_are_blanks(nlp: Language) -> None:
    text = (
        "The harbour master of the town of Port Ellery told\nreporters on Tuesday that nobody had been asked\n"
        "about the crates, which were lost in the storm of\nthe year before, when the quay was closed for it."
    )
    carried = carry_over(nlp(text), Mended(text), analyze(text))
    assert not any(t.is_space for t in carried)
