"""``quotex corpus``: from the records of many articles to a corpus."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.cli.options import KeptOption, QuietOption
from quotex.cli.output import refuse_own_input
from quotex.cli.session import DebugOption

if TYPE_CHECKING:
    from quotex.corpus.build import Summary


def corpus(
    records: Annotated[
        list[str],
        typer.Argument(metavar="RECORDS", help="What quotex extract wrote: files or folders of json and jsonl."),
    ],
    *,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="The SQLite file to make, whole or not at all.")
    ],
    review: Annotated[
        Path | None,
        typer.Option(
            "--review",
            metavar="CSV",
            help="A table of names that were joined or might be: written, and its decisions heeded.",
        ),
    ] = None,
    aliases: Annotated[
        Path | None,
        typer.Option("--aliases", metavar="CSV", help="Other names, with the columns name, alias and wikidata."),
    ] = None,
    least: Annotated[
        float,
        typer.Option("--min-identity", min=0.0, max=1.0, help="How sure it must be that two names are one, undecided."),
    ] = 0.8,
    dedupe: Annotated[
        bool, typer.Option("--dedupe", help="Leave syndicated copies out of all that is counted.")
    ] = False,
    keep: KeptOption = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FOLDER", help="Also write a report to look at.")
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option("--text", metavar="INPUT", help="Where the articles of the report are, if elsewhere."),
    ] = None,
    tables: Annotated[
        Path | None, typer.Option("--tables", metavar="FOLDER", help="Also write the tables as CSV.")
    ] = None,
    metadata: Annotated[
        Path | None, typer.Option("--metadata", metavar="JSON", help="Also write what Datasette shows it with.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on from where a run with the same records and options was cut off.")
    ] = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Join the records of many articles: who is quoted, what is repeated, what disagrees."""
    from quotex.corpus import Options, build  # noqa: PLC0415  (the work starts here)
    from quotex.corpus.tables import write_metadata, write_tables  # noqa: PLC0415

    refuse_own_input(records, output)
    options = Options(dedupe, tuple(dict.fromkeys(keep or ())), review, aliases, least)
    began = monotonic()
    with _shown(quiet=quiet) as progress:
        summary = build(records, output, options, resume=resume, progress=progress)
        if tables is not None:
            write_tables(Path(output), tables)
        if metadata is not None:
            write_metadata(Path(output), metadata)
        if report is not None:
            from quotex.corpus.report import write_report  # noqa: PLC0415

            write_report(Path(output), records, report, text or [])
    if not quiet:
        tell(_told(summary, monotonic() - began))
    raise typer.Exit(Exit.of(summary.articles, summary.failures))


@contextmanager
def _shown(*, quiet: bool) -> Iterator[Callable[[str, int], None] | None]:
    """Give what shows a person at a terminal how far a long run is."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(file=sys.stderr).status("reading") as status:
        yield lambda what, count: status.update(f"{what}, {count:,} articles")


def _told(summary: Summary, seconds: float) -> str:
    copies = f" ({summary.copies:,} copies)" if summary.copies else ""
    failures = f", {summary.failures:,} without records" if summary.failures else ""
    return (
        f"{summary.articles:,} articles{copies}{failures}: {summary.quotations:,} quotations, "
        f"{summary.identities:,} people and bodies, {summary.repeated:,} quotations repeated, "
        f"{summary.disagreements:,} figures that disagree; {seconds:,.1f} s"
    )
