"""Options that are the same for every command that has them."""

from __future__ import annotations

from typing import Annotated

import typer

from quotex.writing.formats import Color

OutputOption = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all.")
]
KeptOption = Annotated[
    list[str] | None, typer.Option("--keep", metavar="NAME", help="A kept column of the input to add; can be repeated.")
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME", envvar="QUOTEX_MODEL", help="The spaCy model, if not the small one that comes along."
    ),
]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="Tell only what goes wrong: no progress, no counts.")]

# How a table looks.
ContextOption = Annotated[bool, typer.Option("--context", help="In a table, show the sentences around.")]
BriefOption = Annotated[bool, typer.Option("--brief", help="In a table, one line a record.")]
TopOption = Annotated[
    int | None,
    typer.Option(
        "--top",
        metavar="N",
        min=1,
        help="In a table, only the N surest quotations, and the N claims most worth checking.",
    ),
]
ColorOption = Annotated[
    Color, typer.Option("--color", "--colour", help="When a table is coloured; auto: on a terminal.")
]
PagerOption = Annotated[
    bool, typer.Option("--pager/--no-pager", help="Show a table that is higher than the terminal page by page.")
]
