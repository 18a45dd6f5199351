"""docs/architecture.md, held against the code that it tells of."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from quotex.contract.rules import Rule

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "quotex"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

_ROOM = re.compile(r"(?m)^\| `(\w+)` \|")
_FILE = re.compile(r"[\w./]+\.(?:py|toml)\b")
_FOLDER = re.compile(r"`([\w/]+)/`")
_RULE = re.compile(r'Rule\("([\w.-]+)", "([^"]+)"\)')


def is_there(name: str) -> bool:
    """Whether a file or folder stands in the project, in the package, or beside what the page spoke of before it."""
    return any((folder / name).exists() for folder in (ROOT, HOUSE, ROOT / "benchmarks"))


def test_each_room_is_told_of() -> None:
    rooms = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    assert set(_ROOM.findall(PAGE)) == rooms


@pytest.mark.parametrize("name", sorted({*_FILE.findall(PAGE), *_FOLDER.findall(PAGE)}))
def test_each_file_that_is_named_stands_there(name: str) -> None:
    assert is_there(name)


def test_the_rule_of_the_example_is_one_of_the_code() -> None:
    id, why = _RULE.findall(PAGE)[0]
    told = [value for value in vars(import_module("quotex.speakers.pronouns")).values() if isinstance(value, Rule)]
    assert (id, why) in [(rule.id, rule.why) for rule in told]
