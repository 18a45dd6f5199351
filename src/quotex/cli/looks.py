"""The options that say how a table looks, the same for every command that shows one."""

from __future__ import annotations

from typing import Annotated

import typer

from quotex.writing.formats import Color

__all__ = ["BriefOption", "ColorOption", "PagerOption", "TopOption"]

BriefOption = Annotated[bool, typer.Option("--brief", help="In a table, one line a record.")]
TopOption = Annotated[
    int | None,
    typer.Option(
        "--top",
        metavar="N",
        min=1,
        help="In a table, only the N surest quotations, and the N claims most worth checking.",
        show_default=False,
    ),
]
ColorOption = Annotated[
    Color, typer.Option("--color", "--colour", help="When a table is coloured; auto: on a terminal.")
]
PagerOption = Annotated[
    bool, typer.Option("--pager/--no-pager", help="Show a table that is higher than the terminal page by page.")
]
