"""``quotex evaluate``: how well one set of records agrees with another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.cli.messages import tell
from quotex.cli.session import DebugOption
from quotex.errors import RecordError

if TYPE_CHECKING:
    from quotex.contract.records import Extraction


class _Format(StrEnum):
    TABLE = "table"
    JSON = "json"


def evaluate(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="The records held to be right, json or jsonl, or - for stdin.")
    ],
    found: Annotated[str, typer.Argument(metavar="PRED", help="The records to measure, quotex's or another tool's.")],
    *,
    format: Annotated[
        _Format | None, typer.Option("-f", "--format", help="By default a table on a terminal, elsewhere json.")
    ] = None,
    worst: Annotated[
        int, typer.Option("--worst", metavar="N", min=0, help="Show the N articles with most disagreement.")
    ] = 3,
    resamples: Annotated[
        int, typer.Option("--resamples", metavar="N", min=0, help="Draw the articles N times, for the intervals.")
    ] = 1000,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the drawing.")] = 0,
    debug: DebugOption = False,
) -> None:
    """Measure records against gold: quotations, cues, sources, speakers, claims and figures."""
    from quotex import evaluation  # noqa: PLC0415  (the work starts here)

    report = evaluation.evaluate(
        read_extractions(gold), read_extractions(found), worst=worst, resamples=resamples, seed=seed
    )
    if report.missing:
        tell(
            f"no records of {len(report.missing)} of {report.articles} articles, "
            f"the first {report.missing[0]}; all of theirs count as missed"
        )
    if format is _Format.TABLE or (format is None and sys.stdout.isatty()):
        from quotex.cli.evaluation_table import table  # noqa: PLC0415

        print(table(report, sys.stdout), end="")
    else:
        print(report.model_dump_json(indent=2))


def read_extractions(name: str) -> Iterator[Extraction]:
    """Read records of articles from a path or ``-``; of failures, standard error says that they are left out.

    Raises:
        InputError: they cannot be read.
        RecordError: one is not of the contract; the message says where.
    """
    from quotex.contract.records import Failure, read_record  # noqa: PLC0415
    from quotex.reading.records import documents  # noqa: PLC0415
    from quotex.reading.source import Input  # noqa: PLC0415

    for where, raw in documents(Input(name)):
        try:
            record = read_record(raw)
        except RecordError as error:
            raise RecordError(f"{where}: {error}") from error
        if isinstance(record, Failure):
            tell(f"{where}: left out, it has no records: {record.error.message}")
        else:
            yield record
