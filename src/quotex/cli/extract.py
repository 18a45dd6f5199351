"""``quotex extract``: articles in, records out."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.batch.engine import Engine
from quotex.cli.exits import Exit, UsageError
from quotex.cli.messages import tell
from quotex.cli.session import DebugOption, Session
from quotex.cli.streams import output_stream
from quotex.pipeline.settings import Settings
from quotex.writing.formats import Destination, Format, RecordKind, Style, destination, fill, of_suffix, save, text
from quotex.writing.output import sweep, whole_path

if TYPE_CHECKING:
    from quotex.batch.journal import Journal
    from quotex.batch.worker import Make
    from quotex.cli.results import Tally
    from quotex.writing.outcome import Outcome

__all__ = ["Options", "extract", "extract_all"]

_STD = "-"


def _date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date like 2026-05-31.") from None


def extract(
    invocation: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Articles: files, folders, patterns like '**/*.txt', or - for standard input.",
            show_default=False,
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
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all.", show_default=False),
    ] = None,
    records: Annotated[
        RecordKind | None,
        typer.Option(
            "--records",
            "--view",
            help="Only these records: in a table, or flat, each whole in one line or row.",
            show_default=False,
        ),
    ] = None,
    context: Annotated[bool, typer.Option("--context", help="In a table, show the sentences around.")] = False,
    text_field: Annotated[
        str | None,
        typer.Option(
            "--text-field",
            metavar="NAME",
            help="The field of lines or rows that holds the text, if it is not called as such fields usually are.",
            show_default=False,
        ),
    ] = None,
    id_field: Annotated[
        str | None,
        typer.Option(
            "--id-field", metavar="NAME", help="The field that holds what an article is called.", show_default=False
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="NAME",
            envvar="QUOTEX_MODEL",
            help="The spaCy model, if not the small one that comes along.",
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        date | None,
        typer.Option(
            "--published",
            metavar="DATE",
            parser=_date,
            help='What "yesterday" counts from, for articles that do not say: YYYY-MM-DD.',
            show_default=False,
        ),
    ] = None,
    min_worthiness: Annotated[
        float, typer.Option("--min-worthiness", min=0.0, max=1.0, help="Leave out claims less worth checking.")
    ] = 0.5,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out quotations that are less sure.")
    ] = 0.0,
    jobs: Annotated[
        int | None,
        typer.Option(
            "-j", "--jobs", min=1, help="Processes, for many articles; all cores unless told.", show_default=False
        ),
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
    debug: DebugOption = False,
) -> None:
    """Read news articles; tell who said what, and what is claimed as fact."""
    settings = Settings(model=model, published=published, min_worthiness=min_worthiness, min_confidence=min_confidence)
    style = Style(records=records, context=context)
    make = Session.of(invocation).make
    options = Options(
        format, output, style, text_field, id_field, settings, jobs, resume, patience, engine, make, debug
    )
    if explain:
        from quotex.cli.explain import explain_one  # noqa: PLC0415  (few runs do)
        from quotex.reading import Fields  # noqa: PLC0415

        fields = Fields(options.text_field, options.id_field)
        raise typer.Exit(explain_one(_checked(inputs or [], options), options.settings, fields, options.output))
    raise typer.Exit(extract_all(inputs or [], options))


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one run, as the command line gives them; None: to be decided."""

    format: Format | None = None
    output: str | None = None
    style: Style = field(default_factory=Style)
    text_field: str | None = None
    id_field: str | None = None
    settings: Settings = field(default_factory=Settings)
    jobs: int | None = None
    resume: bool = False
    patience: float = 60.0
    engine: Engine = Engine.LOCAL
    make: Make | None = None
    debug: bool = False

    @property
    def to_stdout(self) -> bool:
        """Whether the results go to standard output."""
        return self.output in (None, _STD)


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
    from quotex.cli.results import Tally, with_progress  # noqa: PLC0415  (the work starts here)
    from quotex.reading import count, holds_many  # noqa: PLC0415

    names = _checked(names, options)
    if options.engine is Engine.RAY:
        return _on_ray(names, options)
    many = len(names) > 1 or any(map(holds_many, names))
    format = _format(options, many=many)
    tally = Tally()
    with _passing(names, options, many=many) as outcomes:
        passing = tally.counted(outcomes)
        if many and _waits(options):
            passing = with_progress(passing, tally, count(names))
        _write(_unless_all_failed(passing, tally), format, options, many=many)
    if many and _waits(options):
        tell(tally.summary())
    return tally.exit


def _on_ray(names: list[str], options: Options) -> Exit:
    from quotex.batch import ray  # noqa: PLC0415  (most runs do without)
    from quotex.reading import Fields  # noqa: PLC0415

    format = options.format or Format.JSONL
    if format not in ray.FORMATS:
        raise UsageError(f"{format} cannot be written in parts; use -f {', '.join(ray.FORMATS)}")
    if options.to_stdout or _STD in names or options.resume:
        raise UsageError("--engine ray reads files and writes into a folder: name it with -o; it does not --resume")
    counts = ray.extract(
        names,
        Path(str(options.output)),
        settings=options.settings,
        fields=Fields(options.text_field, options.id_field),
        format=format,
        style=options.style,
        jobs=options.jobs,
        make=options.make,
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
    from quotex.reading import Fields, read  # noqa: PLC0415

    articles = read(names, Fields(options.text_field, options.id_field))
    settings = options.settings
    if not many or (options.jobs is None and _comes_slowly(names)):
        if options.resume:
            raise UsageError("--resume goes on with many articles; name a folder, or several files")
        yield run_here(articles, settings, make=options.make, debug=options.debug)
        return
    go = partial(
        run,
        articles,
        settings,
        jobs=_jobs(options),
        patience=options.patience,
        make=options.make,
        debug=options.debug,
    )
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
        with opened(path, options.settings) as journal:
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
    return _STD in names and not stat.S_ISREG(os.fstat(sys.stdin.fileno()).st_mode)


def _unless_all_failed(passing: Iterator[Outcome], tally: Tally) -> Iterator[Outcome]:
    yield from passing
    if tally.exit is Exit.ALL_FAILED:
        raise typer.Exit(Exit.ALL_FAILED)  # from within, so that nothing takes the place of an older file


def _write(outcomes: Iterator[Outcome], format: Format, options: Options, *, many: bool) -> None:
    match destination(format, many=many):
        case Destination.STREAM:
            with output_stream(options.output) as stream:
                for piece in text(outcomes, format, options.style, stream):
                    stream.write(piece)
                    stream.flush()
        case Destination.FILE:
            with whole_path(str(options.output)) as part:
                save(outcomes, format, options.style, part)
        case Destination.FOLDER:
            from quotex.writing.folder import whole_folder  # noqa: PLC0415  (few runs make one)

            with whole_folder(str(options.output)) as folder:
                fill(outcomes, format, options.style, folder)


def _waits(options: Options) -> bool:
    """Whether a person sits at a terminal and sees nothing of the results."""
    return sys.stderr.isatty() and not (options.to_stdout and sys.stdout.isatty())


def _checked(names: list[str], options: Options) -> list[str]:
    terminal = sys.stdin is not None and sys.stdin.isatty()
    if not names and terminal:
        raise UsageError("no input: name a file (quotex extract article.txt), or pipe an article in")
    if _STD in names and terminal:
        tell("reading standard input; end it with Ctrl-D")
    for name in names:
        if not options.to_stdout and name != _STD and _same_file(name, str(options.output)):
            raise UsageError(f"the output {options.output} is one of the inputs; name another")
    return list(dict.fromkeys(names)) or [_STD]


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).is_file() and Path(one).samefile(other)
    except OSError:
        return False


def _format(options: Options, *, many: bool) -> Format:
    """Choose what was not chosen, by where it goes and how much there is."""
    chosen = options.format
    if chosen is None and not options.to_stdout:
        chosen = of_suffix(Path(str(options.output)).suffix.lower())
    if chosen is None and options.to_stdout and sys.stdout.isatty():
        chosen = Format.TABLE
    if chosen is None:
        chosen = Format.JSONL if many or options.style.records else Format.JSON
    if chosen is Format.JSON and many:
        raise UsageError("json holds one article; for several, use -f jsonl")
    where = destination(chosen, many=many)
    if options.to_stdout and where is not Destination.STREAM:
        raise UsageError(f"{chosen} goes to a {where}; name it with -o")
    return chosen
