"""HTML to look at: a report of one article, or a folder of reports with an index of articles and speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from quotex.writing.formats import Style
from quotex.writing.outcome import Outcome, with_articles
from quotex.writing.report.index import ArticleEntry, index_of, index_page, listed
from quotex.writing.report.pages import Voice, report_page, write_page


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield a page an article; failures are left out."""
    for result, article in with_articles(outcomes):
        yield report_page(article.text, result)


def fill(outcomes: Iterable[Outcome], style: Style, folder: Path) -> None:
    """Write ``index.html`` and a page an article, ``1.html`` and on; failures are left out."""
    found: list[tuple[ArticleEntry, list[Voice]]] = []
    for result, article in with_articles(outcomes):
        file = f"{len(found) + 1}.html"
        write_page(folder / file, report_page(article.text, result, index="index.html"))
        found.append(listed(file, result))
    write_page(folder / "index.html", index_page(index_of(found)))
