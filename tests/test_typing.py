"""What a type checker makes of the public names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

USE = """
from collections.abc import Iterator

import quotex

extraction: quotex.Extraction = quotex.extract("text")
stream: Iterator[quotex.Extraction] = quotex.Extractor(min_worthiness=0.3).stream(["a", quotex.Article("b")])
name: str | None = extraction.speakers[0].name
rows: list[dict[str, str | int | float | None]] = quotex.to_rows([extraction], "claims")
"""


WRONG = """
quotex.to_rows(extraction, "quote")
extraction.speakers[0].nom
quotex.extract(3)
quotex.Extractor(0.3)
quotex.no_such_name
"""


def test_the_package_says_that_it_is_typed() -> None:
    import quotex

    assert Path(str(quotex.__file__)).with_name("py.typed").exists()


def test_wrong_use_is_found_and_right_use_is_not(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed")
    (tmp_path / "use.py").write_text(USE + WRONG)
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "use.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    lines = {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line}
    first = len(USE.splitlines()) + 2
    assert lines == set(range(first, first + 5)), done.stdout + done.stderr
