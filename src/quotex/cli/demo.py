"""``quotex demo``: what the program does, on an article that comes with it."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import typer

from quotex.cli.looks import BriefOption, ColorOption, PagerOption, TopOption
from quotex.cli.output import write
from quotex.cli.session import DebugOption, Session
from quotex.pipeline.settings import Settings
from quotex.writing.formats import Color, Format, Style

if TYPE_CHECKING:
    from quotex.reading import Article

__all__ = ["demo", "demo_article"]


def demo(
    context: typer.Context,
    *,
    brief: BriefOption = False,
    top: TopOption = None,
    color: ColorOption = Color.AUTO,
    pager: PagerOption = True,
    debug: DebugOption = False,
) -> None:
    """Show an invented article that comes along, and what is found in it."""
    from quotex.batch.worker import run_here  # noqa: PLC0415  (the work starts here)

    article = demo_article()
    print(article.text)
    outcomes = run_here([article], Settings(), make=Session.of(context).make, debug=debug)
    write(outcomes, Format.TABLE, Style(brief=brief, top=top, color=color), None, many=False, pager=pager)


def demo_article() -> Article:
    """Return the article, which is in the public domain (CC0 1.0)."""
    from quotex.reading import Article  # noqa: PLC0415

    return Article(resources.files("quotex.cli").joinpath("demo.txt").read_text(encoding="utf-8"), id="demo.txt")
