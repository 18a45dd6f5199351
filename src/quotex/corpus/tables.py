"""A corpus for others' programs: its views as CSV, and what Datasette shows them with."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from quotex.writing.csv import harmless
from quotex.writing.folder import whole_folder
from quotex.writing.output import whole_file

VIEWS = {
    "who_is_quoted": "Who is quoted: articles, quotations, words, how, in which outlets, from when to when.",
    "who_is_quoted_by_outlet": "Who is quoted, in each outlet.",
    "who_is_quoted_by_month": "Who is quoted, in each month.",
    "named_and_unnamed": "How much is said by sources with a name, without one, and by nobody known.",
    "the_same_words": "Quotations that stand in several articles: whole, cut or changed.",
    "what_differs": "Each form of the same words, with what differs from the fullest: [-left out-], {+put in+}.",
    "figures_that_disagree": "Claims that speak of one thing and give other figures, the most alike first.",
    "said": "Quotations with who says them, in which article, outlet and month.",
}
"""The questions that a corpus answers."""

_TABLES = {
    "articles": "The articles.",
    "speakers": "The sources of each article.",
    "quotes": "Quotations.",
    "claims": "Claims worth checking.",
    "quantities": "Figures of claims.",
    "identities": "People and bodies across articles.",
    "identity_of": "Which speaker of an article is whom, how sure that is, and why.",
    "forms": "The words that articles use of their speakers.",
    "copies": "Syndicated copies, with the article that they are copies of.",
    "repeated": "The same words again: the fullest form of each.",
    "repeated_in": "The quotations that are forms of them.",
    "disagreements": "Pairs of figures that disagree.",
    "failures": "Inputs without records.",
}


def write_tables(corpus: Path, folder: Path) -> None:
    """Write each view as CSV into a folder, safe to open in a spreadsheet.

    Raises:
        OutputError: the disk is full, or the like.
    """
    with closing(sqlite3.connect(corpus)) as database, whole_folder(str(folder)) as part:
        for view in VIEWS:
            found = database.execute(f"SELECT * FROM {view}")
            with (part / f"{view}.csv").open("w", encoding="utf-8", errors="replace", newline="") as stream:
                writer = csv.writer(stream)
                writer.writerow(column[0] for column in found.description)
                writer.writerows(map(harmless, row) for row in found)


def write_metadata(corpus: Path, path: Path) -> None:
    """Write what Datasette describes the corpus with: ``datasette corpus.db -m metadata.json``.

    Raises:
        OutputError: the disk is full, or the like.
    """
    described: dict[str, dict[str, object]] = {
        name: {"description": words} for name, words in {**_TABLES, **VIEWS}.items()
    }
    described["articles"] |= {"label_column": "title", "facets": ["outlet"]}
    described["identities"] |= {"label_column": "name", "facets": ["kind"]}
    described["speakers"] |= {"label_column": "name"}
    described["quotes"] |= {"label_column": "text", "facets": ["type", "stance"], "size": 50}
    described["claims"] |= {"label_column": "text", "facets": ["modality"], "sort_desc": "worthiness", "size": 50}
    described["said"] |= {"facets": ["type", "stance", "outlet"]}
    described |= {f"{name}_fts": {"hidden": True} for name in ("quotes", "claims", "speakers")}
    search = "SELECT s.* FROM quotes_fts f JOIN said s ON s.id = f.rowid WHERE quotes_fts MATCH :words ORDER BY rank"
    queries = {"search_quotations": {"sql": search, "title": "Search quotations", "params": ["words"]}}
    metadata = {
        "title": "Who said what",
        "description": "People and bodies across articles, what is repeated, what disagrees; made by quotex.",
        "databases": {corpus.stem: {"tables": described, "queries": queries}},
    }
    with whole_file(str(path)) as stream:
        stream.write(json.dumps(metadata, indent=2).encode() + b"\n")
