"""Every code block and command of README and docs runs, and every link leads somewhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from invented import TEXT, extraction
from program import COMMAND, environment, run
from quotex.annotation import labelstudio
from readme import PAGES, ROOT
from reliability import drawn, kept

_PYTHON = re.compile(r"(?ms)^```python\n(.*?)^```$")
_COMMAND = re.compile(r"(?m)^    (quotex (?!.*\[OPTIONS\])[^\n#]+?)(?:\s+#.*)?$")
_LINK = re.compile(r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)")
_ELSEWHERE = ("--engine ray", "quotex serve")  # a cluster and a server: run by their own tests
_OPTIONAL = {"duckdb": "duckdb", "pandas": "pandas", "quotex.corpus": "rensa"}
"""What a block may import, and the package that it needs."""

BLOCKS = [
    pytest.param(code, id=f"{page.name}-{i}")
    for page in PAGES
    for i, code in enumerate(_PYTHON.findall(page.read_text(encoding="utf-8")), 1)
]
COMMANDS = [pytest.param(page, id=page.name) for page in PAGES if _COMMAND.search(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("code", BLOCKS)
def test_python_block_runs(code: str) -> None:
    for module, package in _OPTIONAL.items():
        if f"import {module}" in code:
            pytest.importorskip(package)
    given = f"text = {TEXT!r}\ntexts = [text]\n"  # what the README's block speaks of
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", given + code],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what the commands of the docs speak of."""
    (tmp_path / "news").mkdir()
    for name in ("a", "b"):
        (tmp_path / "news" / f"{name}.txt").write_text('The mayor said: "We are ready."\nThen she left.')
    (tmp_path / "project-1-export.json").write_text(json.dumps([labelstudio.task(extraction(), TEXT)]))
    (tmp_path / "gold.jsonl").write_text(extraction().model_dump_json() + "\n")
    return tmp_path


@pytest.mark.parametrize("page", COMMANDS)
def test_commands_run_one_after_the_other(page: Path, folder: Path) -> None:
    for command in _COMMAND.findall(page.read_text(encoding="utf-8")):
        if any(words in command for words in _ELSEWHERE):
            continue
        if command.startswith("quotex corpus"):
            pytest.importorskip("rensa")
        arguments = command.split()[1:]
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"


def test_the_page_on_r_runs(folder: Path) -> None:
    packages = "stopifnot(all(sapply(c('DBI', 'RSQLite', 'jsonlite'), requireNamespace, quietly = TRUE)))"
    rscript = shutil.which("Rscript") or pytest.skip("R is not installed")
    if subprocess.run([rscript, "-e", packages], capture_output=True, check=False).returncode:
        pytest.skip("R has no DBI, RSQLite or jsonlite")
    for name in (["--records", "quotes", "-o", "quotes.csv"], ["-o", "news.db"], ["-o", "records.jsonl"]):
        assert run("extract", "news/", *name, cwd=folder).code == 0
    code = "\n".join(re.findall(r"(?ms)^```r\n(.*?)^```$", (ROOT / "docs" / "r.md").read_text(encoding="utf-8")))
    done = subprocess.run([rscript, "-e", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in _LINK.findall(page.read_text(encoding="utf-8")):
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), target
        if anchor and there.suffix == ".md":
            heads = re.findall(r"(?m)^#+ (.*)$", there.read_text(encoding="utf-8"))
            assert anchor[1:] in {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}, anchor


def test_the_picture_of_reliability_is_drawn_from_its_table() -> None:
    assert (ROOT / "docs" / "reliability.svg").read_text(encoding="utf-8") == drawn(kept())
