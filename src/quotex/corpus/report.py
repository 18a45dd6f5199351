"""The report of a corpus: an index of articles, people, the same words and disagreements, with a page an article."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from quotex.contract.records import Extraction
from quotex.reading.finder import Finder
from quotex.reading.records import read_records
from quotex.writing.folder import whole_folder
from quotex.writing.report.index import ArticleEntry, FigureEntry, Index, PersonEntry, WordsEntry, index_page
from quotex.writing.report.pages import report_page, write_page


def write_report(corpus: Path, records: Sequence[str], folder: Path, texts: Sequence[str] = ()) -> None:
    """Write ``index.html`` and, of each article whose text is found, ``1.html`` and on.

    Args:
        corpus: made of these records.
        records: the same inputs, in the same order.
        folder: made when it is not there.
        texts: where the articles are; none: beside the records, and in the files that they name.

    Raises:
        OutputError: the disk is full, or the like.
    """
    pages: set[int] = set()
    with closing(Finder()) as finder, whole_folder(str(folder)) as part:
        finder.gather(records, texts)
        extractions = (record for record in read_records(records) if isinstance(record, Extraction))
        for number, extraction in enumerate(extractions, start=1):
            article = finder.article_of(extraction)
            if article is not None:
                write_page(part / _page(number), report_page(article.text, extraction, index="index.html"))
                pages.add(number)
        write_page(part / "index.html", index_page(index_of_corpus(corpus, pages)))


def index_of_corpus(corpus: Path, pages: set[int]) -> Index:
    """Read from a corpus what the index shows; ``pages``: the articles that have one."""
    with closing(sqlite3.connect(corpus)) as database:
        index = Index()
        places = _articles(database, index, pages)
        _people(database, index, places)
        _words(database, index, places)
        rows = "SELECT n.text, c.text, n.article, m.text, e.text, m.article FROM disagreements d " + _OF_FIGURES
        for figure, claim, article, other, other_claim, other_article in database.execute(rows):
            sides = [(figure, claim, places[article]), (other, other_claim, places[other_article])]
            index.figures.append(FigureEntry(sides))
    return index


_OF_FIGURES = (
    "JOIN quantities n ON n.id = d.quantity JOIN quantities m ON m.id = d.other JOIN claims c ON c.id = n.claim "
    "JOIN claims e ON e.id = m.claim ORDER BY d.id"
)


def _articles(database: sqlite3.Connection, index: Index, pages: set[int]) -> dict[int, int]:
    rows = (
        "SELECT a.id, coalesce(a.title, a.name), a.outlet, a.published, "
        "(SELECT COUNT(*) FROM quotes q WHERE q.article = a.id), "
        "(SELECT COUNT(*) FROM claims c WHERE c.article = a.id), "
        "EXISTS (SELECT 1 FROM copies c WHERE c.article = a.id) FROM articles a ORDER BY a.id"
    )
    places: dict[int, int] = {}
    for number, title, outlet, day, quotes, claims, copy in database.execute(rows):
        places[number] = len(index.articles)
        file = _page(number) if number in pages else None
        index.articles.append(ArticleEntry(title, file, quotes, claims, [], outlet, day, bool(copy)))
    return places


def _people(database: sqlite3.Connection, index: Index, places: dict[int, int]) -> None:
    at: dict[int, PersonEntry] = {}
    for identity, name, kind, quotes, words in database.execute(
        "SELECT identity, name, kind, quotations, words FROM who_is_quoted"
    ):
        at[identity] = PersonEntry(name, kind, words, quotes)
        index.people.append(at[identity])
    numbers = {identity: number for number, identity in enumerate(at)}
    for identity, article in database.execute("SELECT DISTINCT identity, article FROM said ORDER BY identity, article"):
        if identity is not None:
            at[identity].articles.append(places[article])
            index.articles[places[article]].people.append(numbers[identity])
    for identity, month, words in database.execute("SELECT identity, month, words FROM who_is_quoted_by_month"):
        if month is not None:
            at[identity].months[month] = words
    roles = (
        "SELECT o.identity, s.role FROM identity_of o JOIN speakers s ON s.id = o.speaker WHERE s.role IS NOT NULL "
        "GROUP BY o.identity, s.role ORDER BY o.identity, COUNT(*), s.role DESC"
    )
    for identity, role in database.execute(roles):  # the most frequent comes last
        if identity in at:
            at[identity].about = role


def _words(database: sqlite3.Connection, index: Index, places: dict[int, int]) -> None:
    forms: dict[int, list[tuple[str | None, str, str, int]]] = {}
    for repeated, who, how, difference, article in database.execute(
        "SELECT repeated, who, how, difference, article FROM what_differs"
    ):
        forms.setdefault(repeated, []).append((who, how, "" if how == "exact" else difference, places[article]))
    for repeated, text, quotes, articles in database.execute(
        "SELECT repeated, fullest, quotations, articles FROM the_same_words"
    ):
        index.words.append(WordsEntry(text, quotes, articles, forms[repeated]))


def _page(number: int) -> str:
    return f"{number}.html"
