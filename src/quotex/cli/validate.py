"""``quotex validate``: hold records against the contract, and against the text they are of."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.cli.debug import DebugOption
from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.errors import EmptyInputError, RecordError

if TYPE_CHECKING:
    from quotex.reading.source import Input

__all__ = ["validate", "validate_all"]

_LINES = (".jsonl", ".ndjson")


def validate(
    records: Annotated[
        str,
        typer.Argument(metavar="RECORDS", help="What quotex extract wrote, json or jsonl, or - for standard input."),
    ],
    text: Annotated[
        list[str] | None,
        typer.Option(
            "--text",
            metavar="FILE",
            help="The article, or the articles as .jsonl (matched by id), that the records are of; can be repeated.",
            show_default=False,
        ),
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Check records: the contract, every reference and, given the text, every offset."""
    raise typer.Exit(validate_all(records, text or []))


def validate_all(name: str, texts: list[str]) -> Exit:
    """Check every record, print what is wrong with it on standard output, one line each, and sum up.

    Args:
        name: the records, one JSON document or JSON Lines.
        texts: the inputs they are of; none: offsets are not held against a text.

    Raises:
        InputError: the records cannot be read.
    """
    from quotex.reading.source import Input  # noqa: PLC0415  (the work starts here)

    known = _read_texts(texts) if texts else None
    valid = invalid = 0
    for where, raw in _documents(Input(name)):
        problems = _problems(raw, known)
        for problem in problems:
            print(f"{where}: {problem}")
        invalid += bool(problems)
        valid += not problems
    tell(f"{valid} valid, {invalid} invalid")
    return Exit.of(valid, invalid)


def _read_texts(names: list[str]) -> dict[str, str]:
    from quotex.reading import Article, read  # noqa: PLC0415

    texts: dict[str, str] = {}
    for article in read(names):
        if isinstance(article, Article):
            texts[article.id] = article.text
        else:
            tell(article.error.message)
    return texts


def _documents(source: Input) -> Iterator[tuple[str, bytes]]:
    """Yield each document and where it stands; without a telling suffix, one whole in its first line makes lines."""
    with source.open() as stream:
        first = stream.readline().removeprefix(codecs.BOM_UTF8)
        if source.suffix not in _LINES and not _is_json(first):
            whole = first + stream.read()
            if not whole.strip():
                raise EmptyInputError(f"{source.where}: empty; give what quotex extract wrote")
            yield source.where, whole
            return
        yield f"{source.where}:1", first
        yield from ((f"{source.where}:{n}", line) for n, line in enumerate(stream, start=2) if line.strip())


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _problems(raw: bytes, texts: dict[str, str] | None) -> list[str]:
    from quotex.records import Extraction, mismatches, parse  # noqa: PLC0415

    try:
        record = parse(raw)
    except RecordError as error:
        return [str(error)]
    if texts is None or not isinstance(record, Extraction):
        return []
    # One text is what the records are of, whatever it is called; among several the id decides.
    text = next(iter(texts.values())) if len(texts) == 1 else texts.get(record.source.id)
    if text is None:
        return [f"no text with the id {record.source.id!r} among those given"]
    return mismatches(record, text)
