"""The articles of pages are found by the workers, and no otherwise than in the process that reads them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from made_pages import pages
from quotex.batch.pool import run
from quotex.batch.worker import Plan, run_here
from quotex.contract.records import Extraction, Failure, Pipeline
from quotex.pipeline.settings import Settings
from quotex.reading import Article, fetch, read
from quotex.writing.outcome import Outcome
from stand_in import StandIn

pytest.importorskip("trafilatura")

PLAN = Plan(Settings(), make=StandIn)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, page in enumerate(islice(pages(), 12)):
        (tmp_path / f"{number:02}.html").write_text(page.html, encoding="utf-8")
    (tmp_path / "04.html").write_text("<html><body></body></html>", encoding="utf-8")
    (tmp_path / "07.txt").write_text('"We go," she said.', encoding="utf-8")
    return tmp_path


def in_workers(names: list[str], jobs: int) -> list[Outcome]:
    return list(run(fetch(names), PLAN, jobs=jobs))


def test_the_same_of_each_page_here_and_in_workers(folder: Path) -> None:
    here = list(run_here(read([str(folder)]), PLAN))
    assert [outcome.result.error.code for outcome in here if isinstance(outcome.result, Failure)] == ["empty_input"]
    assert in_workers([str(folder)], jobs=2) == here


def test_a_page_whose_article_kills_its_worker_costs_no_other(folder: Path) -> None:
    page = next(pages()).html.replace("The council met", "DIE met")
    (folder / "05.html").write_text(page, encoding="utf-8")
    found = in_workers([str(folder)], jobs=2)
    failed = {Path(o.result.id).name: o.result.error.code for o in found if isinstance(o.result, Failure)}
    assert failed == {"04.html": "empty_input", "05.html": "worker_died"}
    assert [outcome.article is None for outcome in found].count(True) == 1


def test_what_is_known_of_a_page_is_recalled_by_its_text(folder: Path) -> None:
    before = {o.article: o.result for o in in_workers([str(folder)], jobs=1) if isinstance(o.result, Extraction)}

    def recall(article: Article, pipeline: Pipeline) -> Extraction | None:
        return before[article]

    found = list(run(fetch([str(folder)]), PLAN, jobs=1, recall=recall))
    assert {o.article: o.result for o in found if o.article} == before
    assert all(o.result is before[o.article] for o in found if o.article)
