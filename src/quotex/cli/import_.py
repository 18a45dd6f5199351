"""``quotex import``: what people have corrected or annotated anew, as records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.cli.options import OutputOption
from quotex.cli.session import DebugOption
from quotex.cli.streams import output_stream
from quotex.errors import InputError, MissingInputError, QuotexError, RecordError, UnreadableInputError

if TYPE_CHECKING:
    from quotex.contract.records import Extraction


class Tool(StrEnum):
    """Where annotations come from."""

    BRAT = "brat"
    LABELSTUDIO = "labelstudio"
    ANNOTATION = "annotation"


def import_(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, or for brat folders; - for standard input, but for brat."),
    ],
    tool: Annotated[Tool, typer.Option("--from", help="What they were made with.")],
    output: OutputOption = None,
    debug: DebugOption = False,
) -> None:
    """Turn annotations into records, one article a line: gold to measure with."""
    from quotex.writing.json import harmless  # noqa: PLC0415  (the work starts here)

    done = failed = 0
    with output_stream(output) as stream:
        for result in read_annotations(inputs, tool):
            if isinstance(result, QuotexError):
                tell(str(result))
                failed += 1
            else:
                stream.write(harmless(result.model_dump_json()) + "\n")
                done += 1
        if failed and not done:
            raise typer.Exit(Exit.ALL_FAILED)  # from within, so that nothing takes the place of an older file
    raise typer.Exit(Exit.of(done, failed))


def read_annotations(inputs: list[str], tool: Tool) -> Iterator[Extraction | QuotexError]:
    """Read every article, or say why it cannot be; one that cannot is no end to the others."""
    for name in inputs:
        try:
            for read in _READERS[tool](name):
                try:
                    yield read()
                except (InputError, RecordError) as error:
                    yield error
        except InputError as error:
            yield error


def _brat(name: str) -> Iterator[Callable[[], Extraction]]:
    from quotex.reading.expansion import is_folder  # noqa: PLC0415

    path = Path(name)
    paths = sorted(path.rglob("*.ann")) if is_folder(name) else [path.with_suffix(".ann")]
    if not paths:
        raise MissingInputError(f"{name}: no .ann file in it; name the folder that brat keeps its data in")
    return (partial(_brat_article, path) for path in paths)


def _brat_article(path: Path) -> Extraction:
    from quotex.annotation.brat import read_article  # noqa: PLC0415

    try:
        return read_article(path, tell)
    except FileNotFoundError as error:
        raise MissingInputError(f"{error.filename}: no such file; brat keeps .txt and .ann together") from error
    except OSError as error:
        raise UnreadableInputError(f"{error.filename}: cannot be read: {error.strerror}; check its mode") from error


def _labelstudio(name: str) -> Iterator[Callable[[], Extraction]]:
    from quotex.annotation.labelstudio import read_task, tasks  # noqa: PLC0415
    from quotex.reading.source import Input  # noqa: PLC0415

    source = Input(name)
    return (partial(read_task, task, where, tell) for where, task in tasks(source.read(), source.where))


def _annotation(name: str) -> Iterator[Callable[[], Extraction]]:
    from quotex.annotation.web import read_page  # noqa: PLC0415
    from quotex.reading.records import documents  # noqa: PLC0415
    from quotex.reading.source import Input  # noqa: PLC0415

    return (partial(read_page, raw, where) for where, raw in documents(Input(name)))


_READERS = {Tool.BRAT: _brat, Tool.LABELSTUDIO: _labelstudio, Tool.ANNOTATION: _annotation}
