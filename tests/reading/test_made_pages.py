"""A hundred pages of ten sites: the article, the whole article, and nothing but the article."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from made_pages import OUTSIDE, Page, pages

pytest.importorskip("trafilatura")

from quotex.contract.records import WarningCode
from quotex.reading import Article
from quotex.reading.html import Page as WebPage

if TYPE_CHECKING:
    from quotex.pipeline.extractor import Extractor

DATED = frozenset(["plain", "with shares", "repeating", "with comments", "with ads"])
"""Templates that tell authors and day for machines."""
PAGES = list(pages())


def read(html: str) -> Article:
    return WebPage(html.encode(), "a page", id="a").article()


@pytest.mark.parametrize("page", [pytest.param(page, id=f"{page.template}: {page.story.title}") for page in PAGES])
def test_pages(page: Page) -> None:
    article = read(page.html)
    said, by = page.story.quoted
    assert OUTSIDE not in article.text
    assert [paragraph for paragraph in page.story.paragraphs if paragraph not in article.text] == []
    assert article.text.count(page.story.paragraphs[1][1:30]) == 1
    assert article.title == page.story.title
    assert article.notes == ()
    if page.template in DATED:
        assert (article.author, article.published) == (", ".join(page.story.authors), date(2025, 3, 4))
    if page.template == "inline":
        assert f"“My mother says ‘{said}’ each time”." in article.text
    else:
        assert f"“{said}”\n\n— {by.partition(',')[0]}" in article.text


@pytest.mark.parametrize(
    "page", [page for page in PAGES[:10] if page.template != "inline"], ids=lambda page: page.template
)
def test_a_quotation_in_a_block_is_its_authors(extractor: Extractor, page: Page) -> None:
    said, by = page.story.quoted
    found = extractor.extract(read(page.html))
    names = {speaker.id: speaker.name for speaker in found.speakers}
    assert [names[q.speaker or ""] for q in found.quotes if said.rstrip(".") in q.text] == [by.partition(",")[0]]


def test_a_page_of_which_little_is_left_is_told_of() -> None:
    article = read("<html><body><article><h1>Quay</h1><p>It is closed, the master said.</p></article></body></html>")
    assert [code for code, _ in article.notes] == [WarningCode.LITTLE_TEXT]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("<blockquote>We go.<br>— Jo Marsh</blockquote>", "“We go.”\n\n— Jo Marsh"),
        ("<blockquote><p>We go, as <cite>The Post</cite> has it.</p></blockquote>", "“We go, as The Post has it.”"),
        ("<blockquote><p>We go.</p><cite>Jo Marsh</cite></blockquote>", "“We go.”\n\n— Jo Marsh"),
        ("<p>So <q>we <q>go <q>up</q></q></q>, he said.</p>", "So “we ‘go “up”’”, he said."),
        ("<p>So “<q>we go</q>”, he said.</p>", "So “we go”, he said."),
    ],
)
def test_whose_a_quotation_is_stands_behind_it(quote: str, text: str) -> None:
    words = "The harbour master of Port Ellery said that the quay would stay closed until the spring, after the fire."
    assert (
        text
        in read(f"<html><body><article><p>{words}</p>{quote}<p>{words} It rained.</p></article></body></html>").text
    )
