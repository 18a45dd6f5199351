"""The ``-q`` option, the same for every command that takes long."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["QuietOption"]

QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="Tell only what goes wrong: no progress, no counts.")]
