"""``quotex.toml``: options that are given again and again, a table a command, found in the folder or one above."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quotex.cli.exits import UsageError

NAME = "quotex.toml"
_NEVER = frozenset({"output", "resume", "debug", "help"})
"""What is of one run: a file in a folder from elsewhere does not say where to write."""


def find(start: Path) -> Path | None:
    """Return the file in a folder or the nearest one above it."""
    return next((path for folder in (start, *start.parents) if (path := folder / NAME).is_file()), None)


def defaults(path: Path, commands: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Read what options are unless the command line gives them: of each command, by the names of its parameters.

    Raises:
        UsageError: it cannot be read, or names a command or an option that there is not.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:  # not UTF-8, not TOML, a number of thousands of digits
        raise UsageError(f"{path}: {error}; mend it, or leave it out with --no-config") from None
    found: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        if name not in commands or not isinstance(table, dict):
            raise UsageError(f"{path}: no command {name!r}; give tables like [extract]")
        params = _params(commands[name])
        if unknown := [option for option in table if option not in params]:
            raise UsageError(f"{path}: no option {unknown[0]!r} of {name}; there are: {', '.join(params)}")
        found[name] = {params[option]: value for option, value in table.items()}
    return found


def _params(command: Any) -> dict[str, str]:
    """Names of parameters by those of options, without their dashes."""
    options = (param for param in command.params if param.param_type_name == "option" and param.name not in _NEVER)
    return {name.removeprefix("--"): param.name for param in options for name in param.opts if name.startswith("--")}
