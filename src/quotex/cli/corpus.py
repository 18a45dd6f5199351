"""``quotex corpus``: from the records of many articles to a corpus."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.batch import Engine
from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.cli.options import KeptOption, QuietOption
from quotex.cli.output import refuse_own_input
from quotex.cli.session import DebugOption

if TYPE_CHECKING:
    from quotex.corpus.build import ReadBack, Summary

_READING = 0.5  # about the share of the time that goes into reading


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
    engine: Annotated[
        Engine, typer.Option("--engine", help="What reads the records: this machine, or a Ray cluster.")
    ] = Engine.LOCAL,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Join the records of many articles: who is quoted, what is repeated, what disagrees."""
    from quotex.corpus import Options, build  # noqa: PLC0415  (the work starts here)
    from quotex.corpus.tables import write_metadata, write_tables  # noqa: PLC0415

    refuse_own_input(records, output)
    options = Options(dedupe, tuple(dict.fromkeys(keep or ())), review, aliases, least)
    began = monotonic()
    with _shown(records, quiet=quiet) as progress:
        summary = build(records, output, options, resume=resume, progress=progress, engine=_read_back(engine))
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


def _read_back(engine: Engine) -> ReadBack | None:
    if engine is Engine.LOCAL:
        return None
    from quotex.batch.ray import read_back  # noqa: PLC0415  (most runs do without)

    return read_back


@contextmanager
def _shown(records: list[str], *, quiet: bool) -> Iterator[Callable[[str, int], None] | None]:
    """Give what tells how long a long run takes, and shows a person at a terminal how far it is."""
    if quiet:
        yield None
        return
    from quotex.reading.records import count_records  # noqa: PLC0415

    cost = _Cost(count_records(records))
    if not sys.stderr.isatty():
        yield cost.told
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(file=sys.stderr).status("reading") as status:

        def show(what: str, count: int) -> None:
            status.update(f"{what}, {count:,} of {cost.total:,} articles")
            cost.told(what, count)

        yield show


class _Cost:
    """Tells once, while so many records are read in all, how long all of it takes."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._first: tuple[float, int] | None = None
        self._is_told = False

    def told(self, what: str, count: int) -> None:
        """Heed that so many have been read."""
        from quotex.cli.results import SAMPLE, cost  # noqa: PLC0415

        since, before = self._first = self._first or (monotonic(), count)
        if not self._is_told and count > before and monotonic() - since > SAMPLE:
            self._is_told = True
            tell(cost((monotonic() - since) / (count - before) / _READING, self.total))


def _told(summary: Summary, seconds: float) -> str:
    copies = f" ({summary.copies:,} copies)" if summary.copies else ""
    failures = f", {summary.failures:,} without records" if summary.failures else ""
    return (
        f"{summary.articles:,} articles{copies}{failures}: {summary.quotations:,} quotations, "
        f"{summary.identities:,} people and bodies, {summary.repeated:,} quotations repeated, "
        f"{summary.disagreements:,} figures that disagree; {seconds:,.1f} s"
    )
