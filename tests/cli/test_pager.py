"""A table on a terminal, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import run, run_on_terminal


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text('"No," he said. ' * 30)
    return str(path)


def test_a_table_goes_through_the_pager(article: str) -> None:
    shown = run_on_terminal("extract", article, env={"PAGER": "sed -n 1,2s/^/page:/p"})
    assert (shown.code, shown.out.count("page:"), len(shown.out.splitlines())) == (0, 2, 2)
    assert "page:" not in run_on_terminal("extract", article, "--no-pager", env={"PAGER": "sed s/^/page:/"}).out


def test_what_fits_on_the_screen_ends_at_once(article: str) -> None:
    Path(article).write_text('"No," he said.')
    assert "No," in run_on_terminal("extract", article, env={"PAGER": "less"}).out


def test_a_pager_that_is_not_there_or_left_costs_nothing(article: str) -> None:
    assert "No," in run_on_terminal("extract", article, env={"PAGER": "no-such-pager"}).out
    assert run_on_terminal("extract", article, env={"PAGER": "false"}).code in (0, 141)


def test_what_is_piped_or_no_table_is_not_paged(article: str) -> None:
    assert "page:" not in run("extract", article, "-f", "table", PAGER="sed s/^/page:/").out
    assert "page:" not in run_on_terminal("extract", article, "-f", "json", env={"PAGER": "sed s/^/page:/"}).out
