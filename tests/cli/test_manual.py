"""Examples and the manual page, by the live command line."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
import typer

from program import run
from quotex.cli.app import app
from quotex.cli.examples import EXAMPLES
from quotex.reading.demo import demo_article

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_ends_with_examples_of_the_command_with_options_that_there_are(command: str) -> None:
    lines = run(command, "--help").out.partition("Examples:\n")[2].splitlines()
    assert [line.strip() for line in lines] == list(EXAMPLES[command])
    names = {name for param in COMMANDS[command].params for name in param.opts}
    for line in EXAMPLES[command]:
        own = line[line.index(f"quotex {command}") :]
        assert set(re.findall(r"(?<= )--?[a-z][\w-]*", own)) <= names, line


def test_every_command_has_examples() -> None:
    assert set(EXAMPLES) == {"quotex", *COMMANDS}


def test_the_manual_page_has_every_command_and_option() -> None:
    page = run("man").out.replace("\\-", "-")
    for name, command in COMMANDS.items():
        assert f'.SH "QUOTEX {name.upper()}"' in page
        assert all(option in page for param in command.params for option in param.opts if option.startswith("-"))


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_manual_page_is_sound_roff() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z"], input=run("man").out, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_demo_shows_an_article_and_what_is_in_it() -> None:
    done = run("demo", "--brief")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(demo_article().text)
    assert "Quotations (" in done.out
