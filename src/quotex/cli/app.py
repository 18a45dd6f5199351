"""The command tree. Loads none of what the commands work with, so that ``--help`` is quick."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotex.cli.config import defaults, find
from quotex.cli.convert import convert
from quotex.cli.corpus import corpus
from quotex.cli.demo import demo
from quotex.cli.evaluate import evaluate
from quotex.cli.examples import shown as examples
from quotex.cli.exits import Exit, UsageError
from quotex.cli.extract import extract
from quotex.cli.import_ import import_
from quotex.cli.man import man
from quotex.cli.schema import schema
from quotex.cli.serve import serve
from quotex.cli.validate import validate

_LIKE_AN_INPUT = re.compile(r".*[./*]")


class _Commands(TyperGroup):
    """The commands; who names an article at once is told the one that reads it."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if self.get_command(ctx, name) is None and (_LIKE_AN_INPUT.match(name) or os.path.exists(name)):  # noqa: PTH110
            raise UsageError(f"{name} is no command; to read it: quotex extract {name}")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="quotex",
    cls=_Commands,
    help="Who said what, and what is claimed as fact: quotations, speakers and checkable claims from news articles.",
    epilog=examples("quotex")
    + "\n\nExit codes: 0 done, 1 failed, 2 usage, 3 some inputs failed, 4 all failed, 5 a model is missing.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # half of the time --help takes, and boxes that do not copy
)
_COMMANDS: tuple[Callable[..., None], ...] = (
    extract, demo, convert, corpus, validate, evaluate, import_, schema, serve, man,
)  # fmt: skip
for _command in _COMMANDS:
    _name = _command.__name__.rstrip("_")
    app.command(_name, epilog=examples(_name))(_command)


def _print_version(asked: bool) -> None:
    if asked:
        from quotex import __version__  # noqa: PLC0415  (looked up only when asked for)

        print(f"quotex {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _quotex(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Do without quotex.toml, in this folder or one above it.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit(Exit.USAGE)
    path = None if no_config else find(Path.cwd())
    if path is not None:
        context.default_map = defaults(path, context.command.commands)  # type: ignore[attr-defined]
