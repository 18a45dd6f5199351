"""The journal gives back what was made of the same text in the same way, and nothing else."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from invented import TEXT, extraction
from quotex.batch.journal import is_live, journal_of, opened
from quotex.contract.records import Failure, FailureDetail
from quotex.errors import OutputError
from quotex.pipeline.settings import Settings
from quotex.reading import Article
from quotex.writing.outcome import Outcome

ARTICLE = Article(TEXT, id="a.txt", path="a.txt")
PIPELINE = extraction().pipeline


class _Cut(Exception):  # noqa: N818
    """Cuts a run off."""


def _leave(path: Path, settings: Settings) -> None:
    failed = Outcome(Failure(id="b", error=FailureDetail(code="unexpected", message="b")), replace(ARTICLE, id="b"))
    with pytest.raises(_Cut), opened(path, settings) as journal:
        assert list(journal.kept([Outcome(extraction(), ARTICLE), failed])) == [Outcome(extraction(), ARTICLE), failed]
        raise _Cut


@pytest.mark.parametrize(
    ("article", "settings", "model", "known"),
    [
        (ARTICLE, Settings(), PIPELINE.model, True),
        (replace(ARTICLE, text=TEXT + " "), Settings(), PIPELINE.model, False),
        (replace(ARTICLE, id="other"), Settings(), PIPELINE.model, False),
        (replace(ARTICLE, published=date(2031, 2, 3)), Settings(), PIPELINE.model, False),
        (ARTICLE, Settings(min_worthiness=0.4), PIPELINE.model, False),
        (ARTICLE, Settings(min_confidence=0.7), PIPELINE.model, False),
        (ARTICLE, Settings(published=date(2031, 2, 3)), PIPELINE.model, False),
        (ARTICLE, Settings(), "another-1.0", False),
        (replace(ARTICLE, id="b"), Settings(), PIPELINE.model, False),
    ],
)
def test_only_the_same_text_made_in_the_same_way_is_recalled(
    tmp_path: Path, article: Article, settings: Settings, model: str, known: bool
) -> None:
    path = journal_of(str(tmp_path / "out.csv"))
    assert path == tmp_path / "out.csv.journal"
    _leave(path, Settings())
    with opened(path, settings) as journal:
        found = journal.recall(article, PIPELINE.model_copy(update={"model": model}))
    assert found == (extraction() if known else None)
    assert not path.exists()


def test_a_journal_with_nothing_in_it_does_not_stay(tmp_path: Path) -> None:
    path = tmp_path / "out.journal"
    with pytest.raises(_Cut), opened(path, Settings()):
        raise _Cut
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_journal_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.journal"
    path.write_text("a diary, not a journal" * 100)
    with pytest.raises(OutputError, match=r"out\.journal: not a journal of quotex"), opened(path, Settings()):
        pass
    assert path.read_text().startswith("a diary")


def test_a_live_journal_is_told_from_one_that_was_left(tmp_path: Path) -> None:
    path = tmp_path / "out.journal"
    assert not is_live(path)
    with opened(path, Settings()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert is_live(path)
        told = rf"another run, process {os.getpid()} since \d{{4}}-.*, is at the same output"
        with pytest.raises(OutputError, match=told), opened(path, Settings()):
            pytest.fail("two runs at once")
    assert not path.exists()
    _leave(path, Settings())
    assert path.exists()
    assert not is_live(path)


def test_a_damaged_journal_is_named_in_a_line(tmp_path: Path) -> None:
    path, chance = tmp_path / "out.journal", random.Random(3)
    _leave(path, Settings())
    with sqlite3.connect(path) as file:
        file.execute("UPDATE done SET record = X'00'")
    with pytest.raises(OutputError, match=r"out\.journal: a damaged journal"), opened(path, Settings()) as journal:
        journal.recall(ARTICLE, PIPELINE)
    whole = path.read_bytes()
    for _ in range(60):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        path.write_bytes(raw[: chance.choice((len(raw), chance.randrange(len(raw))))])
        try:
            with opened(path, Settings()) as journal:
                journal.recall(ARTICLE, PIPELINE)
        except OutputError as error:
            assert "\n" not in str(error)
