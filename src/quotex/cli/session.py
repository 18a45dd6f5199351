"""What a run of the program is given from outside its arguments, and the ``--debug`` option of every command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from quotex.batch.worker import Make


@dataclass(slots=True)
class Session:
    """One a run, reached as the context's ``obj``.

    Attributes:
        make: makes the extractors; None: quotex's own.
        debug: whether failures show where in the code they arose.
    """

    make: Make | None = None
    debug: bool = False

    @staticmethod
    def of(context: typer.Context) -> Session:
        """Return the run's session; a command that is called in another way has none, and gets a plain one."""
        return context.obj if isinstance(context.obj, Session) else Session()


def _remember(context: typer.Context, value: bool) -> bool:
    Session.of(context).debug = value
    return value


DebugOption = Annotated[
    bool, typer.Option("--debug", callback=_remember, help="Show where in the code a failure arose.")
]
