"""What commands that write results share: which format, where it goes, and counts at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quotex.cli.exits import Exit, UsageError
from quotex.cli.pager import paged
from quotex.cli.streams import STD, output_stream
from quotex.writing.formats import (
    Destination,
    Format,
    RecordKind,
    Style,
    destination,
    fill,
    of_suffix,
    save,
    suffixes,
    text,
)
from quotex.writing.output import whole_path

if TYPE_CHECKING:
    from quotex.cli.results import Tally
    from quotex.writing.outcome import Outcome


def is_stdout(output: str | None) -> bool:
    """Whether results go to standard output."""
    return output in (None, STD)


def is_watched(output: str | None) -> bool:
    """Whether a person sits at a terminal and sees nothing of the results."""
    return sys.stderr.isatty() and not (is_stdout(output) and sys.stdout.isatty())


def chosen(format: Format | None, output: str | None, kind: RecordKind | None, *, many: bool) -> Format:
    """Choose the format that was not chosen, by where it goes and how much there is.

    Raises:
        UsageError: the format cannot hold that many, or cannot go there, or the output's suffix stands for none.
    """
    if format is None and not is_stdout(output):
        format = _told_by_suffix(str(output))
    if format is None and is_stdout(output) and sys.stdout.isatty():
        format = Format.TABLE
    if format is None:
        format = Format.JSONL if many or kind else Format.JSON
    if format is Format.JSON and many:
        raise UsageError("json holds one article; for several, use -f jsonl")
    where = destination(format, many=many)
    if is_stdout(output) and where is not Destination.STREAM:
        raise UsageError(f"{format} goes to a {where}; name it with -o")
    return format


def _told_by_suffix(output: str) -> Format | None:
    suffix = Path(output).suffix.lower()
    format = of_suffix(suffix)
    if suffix and format is None:
        raise UsageError(
            f"{output}: no format is called {suffix}; name it {' '.join(suffixes())}, or say which with -f"
        )
    return format


def refuse_own_input(names: Iterable[str], output: str | None) -> None:
    """Refuse an output that is one of the inputs.

    Raises:
        UsageError: it is.
    """
    for name in names:
        if not is_stdout(output) and name != STD and _same_file(name, str(output)):
            raise UsageError(f"the output {output} is one of the inputs; name another")


def unless_all_failed(passing: Iterator[Outcome], tally: Tally) -> Iterator[Outcome]:
    """Yield outcomes as they are; where all of them failed, end from within: an older file stays as it was."""
    yield from passing
    if tally.exit is Exit.ALL_FAILED:
        tally.close(quiet=True)
        raise typer.Exit(Exit.ALL_FAILED)


def write(
    outcomes: Iterator[Outcome],
    format: Format,
    style: Style,
    output: str | None,
    *,
    many: bool,
    pager: bool = False,
) -> None:
    """Write results where they go; a table on a terminal page by page, where ``pager`` says so.

    Raises:
        OutputError: it cannot be written; a file of that name is left as it was.
        MissingPartError: the format needs an optional package that is not installed.
    """
    match destination(format, many=many):
        case Destination.STREAM:
            with output_stream(output) as stream, paged(stream, wanted=pager and format is Format.TABLE) as shown:
                for piece in text(outcomes, format, style, stream):
                    shown.write(piece)
                    shown.flush()
        case Destination.FILE:
            with whole_path(str(output)) as part:
                save(outcomes, format, style, part)
        case Destination.FOLDER:
            from quotex.writing.folder import whole_folder  # noqa: PLC0415  (few runs make one)

            with whole_folder(str(output)) as folder:
                fill(outcomes, format, style, folder)


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).is_file() and Path(one).samefile(other)
    except OSError:
        return False
