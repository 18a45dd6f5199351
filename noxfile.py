"""What has to hold before a change is taken: ``nox``, or one of its sessions, which ``nox -l`` lists.

Sessions run in the environment nox itself runs in; ``nox -db venv`` makes a new one for each.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import nox

PYTHONS = ("python3.11", "python3.12", "python3.13")
LARGEST_WHEEL = 60  # MB

nox.needs_version = ">=2024.10"
nox.options.default_venv_backend = "none"
nox.options.sessions = ("lint", "tests")


@nox.session
def lint(session: nox.Session) -> None:
    """Style, types, and the order of the layers."""
    _install(session)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """The test run, with the accuracy floors; arguments after -- go to pytest."""
    _install(session)
    session.run("pytest", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation as a site, in ``site/``; a dead link within it is an error."""
    if session.virtualenv.is_sandboxed:
        session.install("-e", ".[docs]")
    session.run("sphinx-build", "-q", "-W", "--keep-going", "-b", "html", "-c", "docs", ".", "site")
    Path("site", "index.html").write_text('<meta http-equiv="refresh" content="0; url=docs/index.html">\n')


@nox.session
def build(session: nox.Session) -> None:
    """The sdist and the wheel, and the wheel tried in a new environment of each Python that is here."""
    dist = Path("dist")
    shutil.rmtree(dist, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(dist))
    (wheel,) = dist.glob("*.whl")
    session.run("python", "-m", "twine", "check", "--strict", *map(str, dist.iterdir()))
    size = wheel.stat().st_size / 1e6
    if size > LARGEST_WHEEL:
        session.error(f"{wheel} has {size:.1f} MB, more than {LARGEST_WHEEL}")
    article = Path("data/articles/harbour-wire.txt").resolve()
    for python in filter(_runs, PYTHONS):
        with tempfile.TemporaryDirectory() as folder:
            session.run(python, "-m", "venv", folder, external=True)
            there = f"{folder}/bin/python"
            session.run(there, "-m", "pip", "install", "-q", "-c", "constraints.txt", str(wheel), external=True)
            run = [there, "-I", "-m", "quotex", "extract", str(article), "--records", "quotes"]
            found = str(session.run(*run, silent=True, external=True)).splitlines()
            if len(found) < 20:
                session.error(f"{python}: {len(found)} quotations found; expected more than 20")
            session.log(f"{python}: wheel of {size:.1f} MB installed, {len(found)} quotations found")


@nox.session
def pin(session: nox.Session) -> None:
    """Write anew what is pinned: all that is worked with in constraints.txt, the plain install by its hashes."""
    command = ["uv", "pip", "compile", "-q", "--upgrade", "pyproject.toml", "--python-version", "3.11", "--universal"]
    session.run(*command, "--extra", "dev", "-o", "constraints.txt", external=True)
    session.run(*command, "--generate-hashes", "-o", "requirements.txt", external=True)


def _runs(python: str) -> bool:
    """Whether a Python is here, and not just a stand-in of pyenv's for one that is not."""
    found = shutil.which(python)
    return found is not None and subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode == 0


def _install(session: nox.Session) -> None:
    if session.virtualenv.is_sandboxed:
        session.install("-e", ".[dev]")
