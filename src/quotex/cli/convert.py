"""``quotex convert``: records written once, in any other format, without the work of finding them again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.cli.exits import UsageError
from quotex.cli.messages import tell
from quotex.cli.options import (
    BriefOption,
    ColorOption,
    ContextOption,
    KeptOption,
    OutputOption,
    PagerOption,
    QuietOption,
    TopOption,
)
from quotex.cli.output import chosen, is_stdout, is_watched, refuse_own_input, unless_all_failed, write
from quotex.cli.session import DebugOption
from quotex.cli.streams import STD
from quotex.writing.folder import whole_folder
from quotex.writing.formats import Color, Format, RecordKind, Style, of_suffix

if TYPE_CHECKING:
    from quotex.reading.finder import Finder
    from quotex.writing.outcome import Outcome

_IN_FOLDERS = (Format.CSV, Format.JSONL, Format.PARQUET)
_WITHOUT_TEXT = (Format.JSON, Format.JSONL, Format.JSONLD, Format.PARQUET, Format.TABLE)


def convert(
    records: Annotated[
        list[str],
        typer.Argument(metavar="RECORDS", help="What quotex extract wrote: files or folders of json and jsonl, or -."),
    ],
    *,
    format: Annotated[
        Format | None, typer.Option("-f", "--format", metavar="FORMAT", help=f"How to write: {', '.join(Format)}.")
    ] = None,
    output: OutputOption = None,
    kinds: Annotated[
        list[RecordKind] | None,
        typer.Option(
            "--records",
            "--view",
            help="Only these records, flat, each whole in one line or row; several of them go into a folder.",
        ),
    ] = None,
    context: ContextOption = False,
    brief: BriefOption = False,
    top: TopOption = None,
    color: ColorOption = Color.AUTO,
    pager: PagerOption = True,
    keep: KeptOption = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="INPUT",
            help="Where the articles are, by the SHA-256 of their text; by default the texts beside the records, "
            "and the files that they name.",
        ),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text/--no-text", help="Whether to look for the articles' texts.")
    ] = True,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Write records in another format, without reading the articles again."""
    from quotex.cli.results import Tally, with_progress  # noqa: PLC0415  (the work starts here)
    from quotex.reading.finder import Finder  # noqa: PLC0415

    records, kinds = list(dict.fromkeys(records)), list(dict.fromkeys(kinds or ()))
    kept = tuple(dict.fromkeys(keep or ()))
    refuse_own_input(records, output)
    tally = Tally()
    with closing(Finder()) as texts, _targets(kinds, format, output, records) as targets:
        if with_text and _needs_text(format, output, kinds, context=context):
            texts.gather(records, text or [])
        for number, (kind, where, settled) in enumerate(targets):
            outcomes, many = _outcomes(records, texts)
            passing = outcomes if number else tally.counted(outcomes)  # what fails is told of once
            if many and not quiet and is_watched(output):
                passing = with_progress(passing, tally)
            final = settled or chosen(format, where, kind, many=many)
            style = Style(kind, context, brief, top, color, kept)
            write(unless_all_failed(passing, tally), final, style, where, many=many, pager=pager)
        if texts.missed and with_text:
            tell(f"no text of {texts.missed:,} articles, as of {texts.first}; say where the articles are with --text")
    tally.close(quiet=quiet or not many)
    raise typer.Exit(tally.exit)


def _needs_text(format: Format | None, output: str | None, kinds: list[RecordKind], *, context: bool) -> bool:
    """Whether what is written shows anything of the article but its records."""
    if format is None and not is_stdout(output):
        format = of_suffix(Path(str(output)).suffix.lower())
    return bool(kinds) or context or format not in (None, *_WITHOUT_TEXT)


_Target = tuple[RecordKind | None, str | None, Format | None]
"""A kind of record to write, where, and in which format, where that is settled."""


@contextmanager
def _targets(
    kinds: list[RecordKind], format: Format | None, output: str | None, records: list[str]
) -> Iterator[list[_Target]]:
    """Give what is to be written; several kinds go into a folder."""
    if len(kinds) < 2:
        yield [(kinds[0] if kinds else None, output, None)]
        return
    format = format or Format.CSV
    if format not in _IN_FOLDERS or is_stdout(output) or STD in records:
        raise UsageError(
            f"several --records are files in a folder: name it with -o, read files, and use -f {', '.join(_IN_FOLDERS)}"
        )
    with whole_folder(str(output)) as folder:
        yield [(kind, str(folder / f"{kind}.{format}"), format) for kind in kinds]


def _outcomes(records: list[str], texts: Finder) -> tuple[Iterator[Outcome], bool]:
    """Return what the records say of each article, and whether there are several."""
    from quotex.reading import holds_many  # noqa: PLC0415
    from quotex.reading.records import read_records  # noqa: PLC0415
    from quotex.writing.outcome import Outcome  # noqa: PLC0415

    passing = (Outcome(record, texts.article_of(record)) for record in read_records(records))
    first = list(islice(passing, 2))
    many = len(first) > 1 or any(holds_many(name) and not name.endswith(".json") for name in records)
    return chain(first, passing), many
