"""How records show themselves to people who try them out."""

from __future__ import annotations

import pickle
import re
from html import unescape

import pytest

import quotex
from invented import TEXT, extraction
from quotex.contract.showing import in_article


def test_a_record_is_a_line() -> None:
    x = extraction()
    assert repr(x) == "<Extraction 'harbour.txt': 2 speakers, 2 quotes, 2 claims, 2 quantities>"
    assert repr(x.quotes[0]) == "<Quote q1 direct 'We will not wait,'>"
    assert repr(x.speakers[1]) == "<Speaker s2 'A senior official'>"
    assert repr(x.quotes[0].spans[0]) == "<Span 17:34 'We will not wait,'>"
    assert all(len(repr(record)) < 80 for record in (*x.quotes, *x.claims, *x.quantities, *x.warnings))


def test_a_notebook_shows_the_article_with_its_quotations_lit() -> None:
    shown = extraction().beside(TEXT)._repr_html_()
    assert shown is not None
    assert unescape(re.sub(r"<[^>]*>", "", shown)) == TEXT
    assert re.findall(r'<mark title="([^"]*)"[^>]*>([^<]{9})', shown) == [
        ("Mira Dolan · direct", "We will n"),
        ("A senior official · mixed", "that abou"),
    ]


def test_an_articles_markup_stays_text() -> None:
    text = TEXT.replace("Harbour", "<script>")
    assert "<script>" not in in_article(text, [(0, 3, "<script> · direct"), (10, 20, "nobody · direct")])


def test_the_text_at_hand_is_no_part_of_the_record() -> None:
    x, beside = extraction(), extraction().beside(TEXT)
    assert x == beside
    assert x.model_dump_json() == beside.model_dump_json()
    assert x._repr_html_() is None
    assert pickle.loads(pickle.dumps(beside)) == x


def test_a_frame_has_the_columns_of_the_flat_records_even_without_rows() -> None:
    pytest.importorskip("pandas")
    full = quotex.to_frame(extraction(), "claims")
    assert full["text"].tolist() == [claim.text for claim in extraction().claims]
    assert list(quotex.to_frame([], "claims").columns) == list(full.columns)
