"""The ``--debug`` option, the same for every command that works on articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

__all__ = ["Debug", "DebugOption"]


@dataclass(slots=True)
class Debug:
    """Whether failures show where in the code they arose. One a run, reached as the context's ``obj``."""

    on: bool = False


def _remember(context: typer.Context, value: bool) -> bool:
    if isinstance(context.obj, Debug):
        context.obj.on = value
    return value


DebugOption = Annotated[
    bool, typer.Option("--debug", callback=_remember, help="Show where in the code a failure arose.")
]
