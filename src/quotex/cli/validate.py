"""``quotex validate``: hold records against the contract, and against the text they are of."""

from __future__ import annotations

from typing import Annotated

import typer

from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.cli.records import documents
from quotex.cli.session import DebugOption
from quotex.errors import RecordError

__all__ = ["validate", "validate_all"]


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
    for where, raw in documents(Input(name)):
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


def _problems(raw: bytes, texts: dict[str, str] | None) -> list[str]:
    from quotex.contract.records import Extraction, mismatches, parse  # noqa: PLC0415

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
