"""``quotex convert``: records written once, in any other format, without the work of finding them again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.cli.debug import DebugOption
from quotex.cli.exits import UsageError
from quotex.cli.messages import tell
from quotex.cli.output import chosen, is_stdout, is_watched, refuse_own_input, unless_all_failed, write
from quotex.cli.quiet import QuietOption
from quotex.cli.streams import STD
from quotex.writing.formats import Format, RecordKind, Style, of_suffix
from quotex.writing.output import reported

if TYPE_CHECKING:
    from quotex.contract.records import Extraction, Failure
    from quotex.reading import Article
    from quotex.reading.texts import Texts
    from quotex.writing.outcome import Outcome

__all__ = ["convert"]

_IN_FOLDERS = (Format.CSV, Format.JSONL, Format.PARQUET)
_WITHOUT_TEXT = (Format.JSON, Format.JSONL, Format.JSONLD, Format.PARQUET, Format.TABLE)


def convert(
    records: Annotated[
        list[str],
        typer.Argument(metavar="RECORDS", help="What quotex extract wrote: files or folders of json and jsonl, or -."),
    ],
    *,
    format: Annotated[
        Format | None,
        typer.Option(
            "-f", "--format", metavar="FORMAT", help=f"How to write: {', '.join(Format)}.", show_default=False
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all.", show_default=False),
    ] = None,
    kinds: Annotated[
        list[RecordKind] | None,
        typer.Option(
            "--records",
            "--view",
            help="Only these records, flat, each whole in one line or row; several of them go into a folder.",
            show_default=False,
        ),
    ] = None,
    context: Annotated[bool, typer.Option("--context", help="In a table, show the sentences around.")] = False,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            "--keep", metavar="NAME", help="A kept column of the input to add; can be repeated.", show_default=False
        ),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="INPUT",
            help="Where the articles are, by the SHA-256 of their text; by default the texts beside the records, "
            "and the files that they name.",
            show_default=False,
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

    records, kinds = list(dict.fromkeys(records)), list(dict.fromkeys(kinds or ()))
    kept = tuple(dict.fromkeys(keep or ()))
    refuse_own_input(records, output)
    tally = Tally()
    with closing(_Texts()) as texts:
        if with_text and _needs_text(format, output, kinds, context=context):
            texts.gather(records, text or [])
        for number, (kind, where, settled) in enumerate(_targets(kinds, format, output, records)):
            outcomes, many = _outcomes(records, texts)
            passing = outcomes if number else tally.counted(outcomes)  # what fails is told of once
            if many and not quiet and is_watched(output):
                passing = with_progress(passing, tally)
            final = settled or chosen(format, where, kind, many=many)
            write(unless_all_failed(passing, tally), final, Style(kind, context, kept), where, many=many)
        if texts.missed and with_text:
            tell(f"no text of {texts.missed:,} articles, as of {texts.first}; say where the articles are with --text")
    tally.close(quiet=quiet or not many)
    raise typer.Exit(tally.exit)


def _needs_text(format: Format | None, output: str | None, kinds: list[RecordKind], *, context: bool) -> bool:
    """Whether what is written shows anything of the article but its records."""
    if format is None and not is_stdout(output):
        format = of_suffix(Path(str(output)).suffix.lower())
    return bool(kinds) or context or format not in (None, *_WITHOUT_TEXT)


def _targets(
    kinds: list[RecordKind], format: Format | None, output: str | None, records: list[str]
) -> Iterator[tuple[RecordKind | None, str | None, Format | None]]:
    """Yield each kind of record to write, where, and in which format, where that is settled."""
    if len(kinds) < 2:
        yield (kinds[0] if kinds else None), output, None
        return
    format = format or Format.CSV
    if format not in _IN_FOLDERS or output in (None, STD) or STD in records:
        raise UsageError(
            f"several --records are files in a folder: name it with -o, read files, and use -f {', '.join(_IN_FOLDERS)}"
        )
    folder = Path(str(output))
    with reported(str(folder)):
        folder.mkdir(exist_ok=True)
    yield from ((kind, str(folder / f"{kind}.{format}"), format) for kind in kinds)


def _outcomes(records: list[str], texts: _Texts) -> tuple[Iterator[Outcome], bool]:
    """Return what the records say of each article, and whether there are several."""
    from quotex.reading import holds_many  # noqa: PLC0415
    from quotex.reading.records import read_records  # noqa: PLC0415
    from quotex.writing.outcome import Outcome  # noqa: PLC0415

    passing = (Outcome(record, texts.article_of(record)) for record in read_records(records))
    first = list(islice(passing, 2))
    many = len(first) > 1 or any(holds_many(name) and not name.endswith(".json") for name in records)
    return chain(first, passing), many


class _Texts:
    """Where the articles' texts are looked for, by their SHA-256.

    Attributes:
        missed: how many records have been asked for, and their text is not there; 0 where none is looked for.
        first: what the first of these is called.
    """

    def __init__(self) -> None:
        self.missed = 0
        self.first = ""
        self._stores: list[Texts] = []

    def gather(self, records: list[str], inputs: list[str]) -> None:
        """Look in the inputs named; without any, beside the records and in the files that they name."""
        from quotex.contract.records import Extraction  # noqa: PLC0415
        from quotex.reading import read  # noqa: PLC0415
        from quotex.reading.records import read_records  # noqa: PLC0415
        from quotex.reading.texts import Texts, texts_beside  # noqa: PLC0415

        self._stores = [
            Texts(path) for name in records if not inputs and name != STD and (path := texts_beside(name)).is_file()
        ]
        if not inputs and STD not in records and len(self._stores) < len(records):
            named = {r.source.path for r in read_records(records) if isinstance(r, Extraction) and r.source.path}
            inputs = sorted(path for path in named if Path(path).is_file())
        read_anew = Texts()
        self._stores.append(read_anew)
        read_anew.update(read(inputs))

    def article_of(self, record: Extraction | Failure) -> Article | None:
        """Return a record's article, if there is such a text."""
        from quotex.contract.records import Failure  # noqa: PLC0415
        from quotex.reading import Article  # noqa: PLC0415

        if isinstance(record, Failure) or not self._stores:
            return None
        for store in self._stores:
            if (text := store.get(record.source.sha256)) is not None:
                return Article(text, id=record.source.id, path=record.source.path)
        self.missed += 1
        self.first = self.first or record.source.id
        return None

    def close(self) -> None:
        for store in self._stores:
            store.close()
