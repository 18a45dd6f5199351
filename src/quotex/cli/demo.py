"""``quotex demo``: what the program does, on an article that comes with it."""

from __future__ import annotations

import typer

from quotex.cli.options import BriefOption, ColorOption, PagerOption, TopOption
from quotex.cli.output import write
from quotex.cli.session import DebugOption, Session
from quotex.pipeline.settings import Settings
from quotex.writing.formats import Color, Format, Style


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
    from quotex.batch.worker import Plan, run_here  # noqa: PLC0415  (the work starts here)
    from quotex.reading.demo import demo_article  # noqa: PLC0415

    article = demo_article()
    print(article.text)
    outcomes = run_here([article], Plan(Settings(), make=Session.of(context).make, debug=debug))
    write(outcomes, Format.TABLE, Style(brief=brief, top=top, color=color), None, many=False, pager=pager)
