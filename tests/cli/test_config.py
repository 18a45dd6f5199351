"""Options that stay in ``quotex.toml``."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import run
from quotex.contract.records import Extraction, read_record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "quotex.toml").write_text('[extract]\nmin-confidence = 0.25\npublished = "2031-02-03"\n')
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "deep" / "deeper" / "a.txt").write_text('"No," he said.')
    return tmp_path


def _source(out: str) -> tuple[str, str | None]:
    record = read_record(out)
    assert isinstance(record, Extraction)
    return record.pipeline.model, record.source.published


def test_the_file_is_found_upwards_and_the_command_line_goes_before(folder: Path) -> None:
    there = folder / "deep" / "deeper"
    assert _source(run("extract", "a.txt", cwd=there).out) == ("stand-in 0.5 0.25", "2031-02-03")
    assert _source(run("extract", "a.txt", "--min-confidence", "0.75", cwd=there).out)[0] == "stand-in 0.5 0.75"
    model, published = _source(run("--no-config", "extract", "a.txt", cwd=there).out)
    assert (model.endswith(" 0.25"), published) == (False, None)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[extract", "quotex.toml: "),
        (f"[extract]\njobs = {'[' * 5000}", "quotex.toml: "),
        (f"[extract]\njobs = {'9' * 5000}", "quotex.toml: "),
        ("[extrakt]", "no command 'extrakt'; give tables like [extract]"),
        ("text-field = 'body'", "no command 'text-field'; give tables like [extract]"),
        ("[extract]\ntext_field = 'body'", "no option 'text_field' of extract; there are: format, "),
        ("[extract]\noutput = 'a.json'", "no option 'output' of extract"),
        ("[extract]\nmin-confidence = 7", "'--min-confidence'"),
    ],
)
def test_what_is_wrong_in_the_file_is_a_line(folder: Path, content: str, told: str) -> None:
    (folder / "quotex.toml").write_text(content)
    done = run("extract", "deep/deeper/a.txt", cwd=folder)
    assert done.code == 2
    assert told in done.err
    assert done.err.count("\n") == 1
