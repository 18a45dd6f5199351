"""``quotex extract``: articles in, records out."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.batch import Engine
from quotex.cli.exits import Exit, UsageError
from quotex.cli.messages import tell
from quotex.cli.options import (
    BriefOption,
    ColorOption,
    ContextOption,
    ModelOption,
    OutputOption,
    PagerOption,
    QuietOption,
    TopOption,
)
from quotex.cli.output import chosen, is_stdout, is_watched, refuse_own_input, unless_all_failed, write
from quotex.cli.session import DebugOption, Session
from quotex.cli.streams import STD
from quotex.contract.terms import Act
from quotex.pipeline.settings import Language, Settings
from quotex.writing.formats import Color, Format, RecordKind, Style
from quotex.writing.output import sweep

if TYPE_CHECKING:
    from quotex.batch.journal import Journal
    from quotex.batch.worker import Plan
    from quotex.reading import Fields
    from quotex.writing.outcome import Outcome

_USUAL = Settings()


def _date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date like 2026-05-31.") from None


def _acts(value: str) -> tuple[Act, ...]:
    try:
        return tuple(dict.fromkeys(Act(name.strip()) for name in value.split(",")))
    except ValueError:
        problem = f"{value!r} is not some of {', '.join(Act)}, with commas between."
        raise typer.BadParameter(problem, param_hint="'--acts'") from None


def extract(
    invocation: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT", help="Articles: files, folders, patterns like '**/*.txt', or - for standard input."
        ),
    ] = None,
    *,
    format: Annotated[
        Format | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",  # the list of them all is too wide for a terminal
            help=f"How to write: {', '.join(Format)}. By default a table on a terminal; elsewhere json for one "
            "article, jsonl for several.",
        ),
    ] = None,
    output: OutputOption = None,
    records: Annotated[
        RecordKind | None,
        typer.Option(
            "--records", "--view", help="Only these records: in a table, or flat, each whole in one line or row."
        ),
    ] = None,
    context: ContextOption = False,
    brief: BriefOption = False,
    top: TopOption = None,
    color: ColorOption = Color.AUTO,
    pager: PagerOption = True,
    text_field: Annotated[
        str | None,
        typer.Option(
            "--text-field",
            metavar="NAME",
            help="The field of lines or rows that holds the text, if it is not called as such fields usually are.",
        ),
    ] = None,
    id_field: Annotated[
        str | None, typer.Option("--id-field", metavar="NAME", help="The field that holds what an article is called.")
    ] = None,
    model: ModelOption = None,
    published: Annotated[
        date | None,
        typer.Option(
            "--published",
            metavar="DATE",
            parser=_date,
            help='What "yesterday" counts from, for articles that do not say: YYYY-MM-DD.',
        ),
    ] = None,
    min_worthiness: Annotated[
        float, typer.Option("--min-worthiness", min=0.0, max=1.0, help="Leave out claims less worth checking.")
    ] = _USUAL.min_worthiness,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out quotations that are less sure.")
    ] = _USUAL.min_confidence,
    acts: Annotated[
        str | None,  # a tuple would take as many arguments
        typer.Option(
            "--acts",
            metavar="ACTS",
            help=f"Only these kinds of quotation: {', '.join(Act)}, with commas between.",
            show_default=",".join(_USUAL.acts),
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All quotations found: doubtful ones, attitudes and deeds too.")
    ] = False,
    language: Annotated[
        Language, typer.Option("--language", help="Texts that are read: English ones, or any, with a warning.")
    ] = _USUAL.language,
    jobs: Annotated[
        int | None, typer.Option("-j", "--jobs", min=1, help="Processes, for many articles; all cores unless told.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on from where a run to the same output was cut off.")
    ] = False,
    patience: Annotated[
        float,
        typer.Option(
            "--patience", metavar="SECONDS", min=1.0, help="Give up an article after so long; a long one later."
        ),
    ] = 60.0,
    engine: Annotated[
        Engine, typer.Option("--engine", help="What runs the processes: this machine, or a Ray cluster.")
    ] = Engine.LOCAL,
    explain: Annotated[
        bool, typer.Option("--explain", help="Of one article: say of each record which rules made it what it is.")
    ] = False,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            "--keep",
            metavar="NAME",
            help="A column of the input to keep in records and rows (outlet, section); can be repeated.",
        ),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Keep the articles' texts beside the output, for quotex convert.")
    ] = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Read news articles; tell who said what, and what is claimed as fact."""
    from quotex.batch.worker import Plan  # noqa: PLC0415  (the work starts here)
    from quotex.reading import Fields  # noqa: PLC0415

    settings = Settings(
        model=model,
        published=published,
        min_worthiness=min_worthiness,
        min_confidence=0.0 if everything else min_confidence,
        acts=_acts(acts) if acts else tuple(Act) if everything else _USUAL.acts,
        language=language,
    )
    style = Style(records, context, brief, top, color, keep=tuple(dict.fromkeys(keep or ())))
    options = Options(
        format,
        output,
        style,
        Fields(text_field, id_field, style.keep),
        Plan(settings, patience, Session.of(invocation).make, debug),
        jobs,
        resume,
        engine,
        with_text=with_text,
        quiet=quiet,
        pager=pager,
    )
    if explain:
        from quotex.cli.explain import explain_one  # noqa: PLC0415  (few runs do)

        raise typer.Exit(explain_one(_checked(inputs or [], options), settings, options.fields, output))
    raise typer.Exit(extract_all(inputs or [], options))


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one run, as the command line gives them; None: to be decided."""

    format: Format | None
    output: str | None
    style: Style
    fields: Fields
    plan: Plan
    jobs: int | None
    resume: bool
    engine: Engine
    with_text: bool
    quiet: bool
    pager: bool

    @property
    def to_stdout(self) -> bool:
        """Whether the results go to standard output."""
        return is_stdout(self.output)


def extract_all(names: list[str], options: Options) -> Exit:
    """Extract from every input, in order, and write each result as soon as it is there.

    Args:
        names: paths, ``-`` for standard input; none at all is standard input too.
        options: see :func:`extract`.

    Raises:
        UsageError: the arguments do not go together.
        MissingPartError: a model is not installed.
        OutputError: the output cannot be written; a file of that name is left as it was.
    """
    from quotex.cli.results import Tally, tell_not_taken, with_progress  # noqa: PLC0415  (the work starts here)
    from quotex.reading import count, holds_many  # noqa: PLC0415

    names = _checked(names, options)
    if options.engine is Engine.RAY:
        return _on_ray(names, options)
    many = len(names) > 1 or any(map(holds_many, names))
    format = chosen(options.format, options.output, options.style.records, many=many)
    if many and not options.quiet:
        tell_not_taken(names)
    tally = Tally(count(names) if many and not options.quiet else None, says_cost=many and not options.quiet)
    with _passing(names, options, many=many) as outcomes:
        passing = tally.counted(_texts_kept(outcomes, options) if options.with_text else outcomes)
        if many and not options.quiet and is_watched(options.output):
            passing = with_progress(passing, tally)
        write(unless_all_failed(passing, tally), format, options.style, options.output, many=many, pager=options.pager)
    tally.close(quiet=not many or options.quiet)
    return tally.exit


def _texts_kept(outcomes: Iterator[Outcome], options: Options) -> Iterator[Outcome]:
    """Yield outcomes as they are, and keep the articles' texts beside the records."""
    from quotex.reading.texts import Texts, texts_beside  # noqa: PLC0415  (few runs do)

    if options.to_stdout:
        raise UsageError("--with-text keeps the texts beside the records: name a file with -o")
    with closing(Texts(texts_beside(str(options.output)))) as texts:
        for outcome in outcomes:
            if outcome.article:
                texts.add(outcome.article.text)
            yield outcome


def _on_ray(names: list[str], options: Options) -> Exit:
    from quotex.batch import ray  # noqa: PLC0415  (most runs do without)

    format = options.format or Format.JSONL
    if format not in ray.FORMATS:
        raise UsageError(f"{format} cannot be written in parts; use -f {', '.join(ray.FORMATS)}")
    if options.to_stdout or STD in names or options.resume:
        raise UsageError("--engine ray reads files and writes into a folder: name it with -o; it does not --resume")
    counts = ray.extract(
        names,
        Path(str(options.output)),
        options.plan,
        fields=options.fields,
        format=format,
        style=options.style,
        jobs=options.jobs,
    )
    for message in counts.messages:
        tell(message)
    if counts.lost:
        tell(f"{counts.lost} articles were lost with blocks that failed; see the logs of Ray")
    return Exit.of(counts.done, counts.failed + counts.lost)


@contextmanager
def _passing(names: list[str], options: Options, *, many: bool) -> Iterator[Iterator[Outcome]]:
    """Give what becomes of each input, in order, as it comes."""
    from quotex.batch.pool import run  # noqa: PLC0415
    from quotex.batch.worker import run_here  # noqa: PLC0415
    from quotex.reading import fetch, read  # noqa: PLC0415

    if not many or (options.jobs is None and _comes_slowly(names)):
        if options.resume:
            raise UsageError("--resume goes on with many articles; name a folder, or several files")
        yield run_here(read(names, options.fields), options.plan)
        return
    go = partial(run, fetch(names, options.fields), options.plan, jobs=_jobs(options))
    if options.to_stdout:
        if options.resume:
            raise UsageError("--resume needs the output of the run that was cut off; name it with -o")
        yield go()
        return
    with _journal(options) as journal:
        yield journal.kept(go(recall=journal.recall if options.resume else None))


@contextmanager
def _journal(options: Options) -> Iterator[Journal]:
    from quotex.batch.journal import is_live, journal_of, opened  # noqa: PLC0415

    path = journal_of(str(options.output))
    if path.exists() and not options.resume and not is_live(path):
        raise UsageError(f"{path} is left of a run that was cut off; go on from it with --resume, or remove it")
    try:
        with opened(path, options.plan.settings) as journal:
            if options.resume:
                sweep(str(options.output))
            yield journal
    except KeyboardInterrupt:
        if path.exists():
            tell(f"interrupted; the same line with --resume goes on from {path}")
        raise


def _jobs(options: Options) -> int:
    if options.jobs is not None:
        return options.jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _comes_slowly(names: list[str]) -> bool:
    """Whether articles come through a pipe, one by one for all we know, and are answered as they come."""
    return STD in names and not stat.S_ISREG(os.fstat(sys.stdin.fileno()).st_mode)


def _checked(names: list[str], options: Options) -> list[str]:
    terminal = sys.stdin is not None and sys.stdin.isatty()
    if not names and terminal:
        raise UsageError("no input: name a file (quotex extract article.txt), or pipe an article in")
    if STD in names and terminal:
        tell("reading standard input; end it with Ctrl-D")
    refuse_own_input(names, options.output)
    return list(dict.fromkeys(names)) or [STD]
