"""What has to hold before a change is taken: ``nox``, or one of ``nox -s lint`` and ``nox -s tests``.

Sessions run in the environment nox itself runs in; ``nox -db venv`` makes a new one for each.
"""

from __future__ import annotations

import nox

nox.needs_version = ">=2024.10"
nox.options.default_venv_backend = "none"


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


def _install(session: nox.Session) -> None:
    if session.virtualenv.is_sandboxed:
        session.install("-e", ".[dev]")
