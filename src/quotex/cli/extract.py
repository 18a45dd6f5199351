"""``quotex extract``: articles in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from quotex.cli.debug import DebugOption
from quotex.cli.exits import Exit, UsageError
from quotex.cli.messages import tell
from quotex.writing.formats import Destination, Format, RecordKind, Style, destination, fill, of_suffix, save, text
from quotex.writing.output import reported, whole_file, whole_path

if TYPE_CHECKING:
    from quotex.cli.results import Tally
    from quotex.extractor import Extractor
    from quotex.writing.outcome import Outcome

__all__ = ["Options", "extract", "extract_all"]

_STD = "-"


def _date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date like 2026-05-31.") from None


def extract(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Articles: text files, .jsonl files with an article a line, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    *,
    format: Annotated[
        Format | None,
        typer.Option(
            "-f",
            "--format",
            help="How to write. By default a table on a terminal; elsewhere json for one article, jsonl for several.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all.", show_default=False),
    ] = None,
    records: Annotated[
        RecordKind | None,
        typer.Option("--records", help="Only these records, flat: each whole in one line.", show_default=False),
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
    debug: DebugOption = False,
) -> None:
    """Read news articles; tell who said what, and what is claimed as fact."""
    options = Options(format, output, records, model, published, min_worthiness, debug)
    raise typer.Exit(extract_all(inputs or [], options))


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one run, as the command line gives them; None: to be decided."""

    format: Format | None = None
    output: str | None = None
    records: RecordKind | None = None
    model: str | None = None
    published: date | None = None
    min_worthiness: float = 0.5
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
    from quotex.cli.results import Tally, results, with_progress  # noqa: PLC0415  (the work starts here)
    from quotex.reading import holds_many, read  # noqa: PLC0415

    names = _checked(names, options)
    corpora = any(holds_many(name) for name in names)
    format = _format(options, many=corpora or len(names) > 1)
    tally = Tally()
    load = partial(_extractor, options.model, options.min_worthiness)
    passing = tally.counted(results(read(names), load, published=options.published, debug=options.debug))
    if _waits(options) and (corpora or len(names) > 1):
        passing = with_progress(passing, None if corpora else len(names))
    _write(_unless_all_failed(passing, tally), format, options)
    return tally.exit


def _unless_all_failed(passing: Iterator[Outcome], tally: Tally) -> Iterator[Outcome]:
    yield from passing
    if tally.exit is Exit.ALL_FAILED:
        raise typer.Exit(Exit.ALL_FAILED)  # from within, so that nothing takes the place of an older file


def _write(outcomes: Iterator[Outcome], format: Format, options: Options) -> None:
    style = Style(records=options.records)
    match destination(format):
        case Destination.STREAM:
            with _stream(options) as stream:
                for piece in text(outcomes, format, style, stream):
                    stream.write(piece)
                    stream.flush()
        case Destination.FILE:
            with whole_path(str(options.output)) as part:
                save(outcomes, format, style, part)
        case Destination.FOLDER:
            folder = Path(str(options.output))
            with reported(str(folder)):
                folder.mkdir(exist_ok=True)
            fill(outcomes, format, style, folder)


@cache
def _extractor(model: str | None, min_worthiness: float) -> Extractor:
    from quotex.extractor import Extractor  # noqa: PLC0415  (loads the models)

    return Extractor(model=model, min_worthiness=min_worthiness)


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
        chosen = Format.JSONL if many or options.records else Format.JSON
    if chosen is Format.JSON and many:
        raise UsageError("json holds one article; for several, use -f jsonl")
    if options.to_stdout and destination(chosen) is not Destination.STREAM:
        raise UsageError(f"{chosen} goes to a {destination(chosen)}; name it with -o")
    return chosen


@contextmanager
def _stream(options: Options) -> Iterator[TextIO]:
    if options.to_stdout:
        yield sys.stdout
        return
    with whole_file(str(options.output)) as stream:
        yield TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", write_through=True)
