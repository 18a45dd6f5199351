"""What an extractor is given, and what it refuses."""

from __future__ import annotations

import pytest

from quotex.pipeline.extractor import Extractor

TEXTS = ["“We go,” said Ada Brook.", "“We stay,” said Tom Reed."]


def test_several_articles_are_extracted_in_their_order(extractor: Extractor) -> None:
    assert [[quote.text for quote in found.quotes] for found in extractor.stream(TEXTS)] == [["We go"], ["We stay"]]


def test_one_article_is_no_stream_of_its_letters(extractor: Extractor) -> None:
    with pytest.raises(TypeError, match=r"of one, use extract\(text\)"):
        next(extractor.stream(TEXTS[0]))
