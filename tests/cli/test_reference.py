"""The reference names all there is, by the live command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from quotex.cli.app import app
from quotex.cli.exits import Exit
from quotex.writing.formats import Format

REFERENCE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
ROOT = typer.main.get_command(app)
COMMANDS = ROOT.commands  # type: ignore[attr-defined]


def _section(title: str) -> str:
    found = re.search(rf"(?ms)^##+ {title}$(.*?)(?=^## |\Z)", REFERENCE)
    assert found, f"no section {title}"
    return found[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_in_its_section(name: str) -> None:
    section = _section(f"quotex {name}")
    options = [option for param in COMMANDS[name].params for option in param.opts if option.startswith("-")]
    assert [option for option in options if f"`{option}`" not in section] == []
    told = re.findall(r"(?m)^\| ((?:`-[^|]+)) \|", section)
    assert {option for row in told for option in re.findall(r"`(-[^`]+)`", row)} == set(options)


def test_every_option_of_the_program_is_there() -> None:
    options = [option for param in ROOT.params for option in param.opts]
    assert [option for option in options if f"{option}`" not in REFERENCE] == []


@pytest.mark.parametrize("name", Format)
def test_every_format_is_there(name: str) -> None:
    assert f"`{name}`" in _section("quotex extract")


@pytest.mark.parametrize("code", Exit)
def test_every_exit_code_is_there(code: Exit) -> None:
    assert re.search(rf"(?m)^\|[ \d,]* {int(code)}[ ,]", _section("Exit codes"))
