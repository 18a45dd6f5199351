"""The parse is of the view, whatever its length; models that cannot be used are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quotex.errors import MissingPartError
from quotex.parse import model as parsing
from quotex.parse.model import load_model, model_name, parse_view
from quotex.text import analyze

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Bridge reopens\n\nAda Brook opened it on Monday\n\nThe ferry stops. It was slow.\n"


def test_the_parse_has_the_text_of_the_view(nlp: Language) -> None:
    layout = analyze("«It rained, ”said Ada Brook.\r\n\r\n" + TEXT)
    assert parse_view(nlp, layout).text == layout.view


def test_a_curly_not_is_read_as_a_straight_one(nlp: Language) -> None:
    curly, straight = (
        parse_view(nlp, analyze(f"The mine isn{mark}t safe. It wasn{mark}t about pay.")) for mark in "’'"
    )
    assert [(t.idx, t.dep_) for t in curly] == [(t.idx, t.dep_) for t in straight]


def test_no_sentence_goes_on_into_the_next_paragraph(nlp: Language) -> None:
    layout = analyze(TEXT)
    starts = {sentence.start_char for sentence in parse_view(nlp, layout).sents}
    assert {p.span.start for p in layout.paragraphs} <= starts


def test_chunks_join_to_the_whole(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    layout = analyze(TEXT * 5)
    whole = parse_view(nlp, layout)
    monkeypatch.setattr(parsing, "_CHUNK", 60)
    parts = parse_view(nlp, layout)
    assert parts.text == whole.text == layout.view
    assert [t.idx for t in parts] == [t.idx for t in whole]


def test_nothing_to_parse(nlp: Language) -> None:
    assert parse_view(nlp, analyze("")).text == ""


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(MissingPartError, match=r"en_core_web_lg.*spacy download en_core_web_lg"):
        load_model("en_core_web_lg")


def test_the_model_is_named_with_its_version(nlp: Language) -> None:
    assert model_name(nlp).startswith("en_")
    assert model_name(nlp).endswith("3.8.0")
