"""The program as a whole: help, version, and what it loads."""

from __future__ import annotations

import subprocess
import sys

import pytest

import quotex
from program import environment, run, run_on_terminal

MODELS = ("spacy", "onnxruntime", "numpy", "dateparser", "charset_normalizer")
HEAVY = (*MODELS, "pydantic")


def _loaded(code: str) -> list[str]:
    script = f"import sys\n{code}\nprint(*[name for name in {HEAVY} if name in sys.modules], file=sys.__stderr__)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment(), check=True)
    return done.stderr.splitlines()[-1].split()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert _loaded(f"from quotex.cli.process import run\nrun({arguments})") == []


@pytest.mark.parametrize("command", ["extract", "validate", "schema"])
def test_help_of_a_command_loads_no_models(command: str) -> None:
    assert set(_loaded(f"from quotex.cli.process import run\nrun(['{command}', '--help'])")).isdisjoint(MODELS)


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert _loaded("import quotex") == []
    assert _loaded("from quotex import QuotexError") == []
    assert "pydantic" in _loaded("from quotex import Extraction")


def test_the_public_names_are_sorted_and_there() -> None:
    assert sorted(quotex.__all__) == sorted(set(quotex.__all__))
    for name in quotex.__all__:
        assert getattr(quotex, name) is not None
    assert set(quotex.__all__) <= set(dir(quotex))
    with pytest.raises(AttributeError, match="no attribute 'Quoter'"):
        _ = quotex.Quoter  # type: ignore[attr-defined]


def test_version() -> None:
    assert run("--version").out == f"quotex {quotex.__version__}\n"


def test_help_is_on_standard_output_and_fits_a_terminal() -> None:
    done = run_on_terminal("extract", "--help", width=60)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 60
    assert run("extract", "-h").out.startswith("Usage: quotex extract")


def test_no_command_shows_the_commands() -> None:
    done = run()
    assert done.code == 2
    assert "extract" in done.out


@pytest.mark.parametrize(
    ("arguments", "told"), [(["extrakt"], "extrakt"), (["--verbose"], "--verbose"), (["validate"], "RECORDS")]
)
def test_usage_errors_are_a_line_that_names_the_help(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert told in done.err
    assert done.err.endswith("--help\n")
