"""Label Studio: a folder with the tasks to import and the labelling interface that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quotex.annotation.labelstudio import interface, task
from quotex.contract.records import Extraction
from quotex.writing.formats import Style
from quotex.writing.json import dump
from quotex.writing.outcome import Outcome
from quotex.writing.output import whole_file

__all__ = ["fill"]


def fill(outcomes: Iterable[Outcome], style: Style, folder: Path) -> None:
    """Write ``tasks.json``, with all records of every article, and ``interface.xml``; failures are left out.

    Raises:
        OutputError: the disk is full, or the like.
    """
    with whole_file(str(folder / "interface.xml")) as stream:
        stream.write(interface().encode("utf-8"))
    with whole_file(str(folder / "tasks.json")) as stream:
        separator = "[\n"
        for result, article in outcomes:
            if isinstance(result, Extraction) and article is not None:
                stream.write(f"{separator}{dump(task(result, article.text))}".encode())
                separator = ",\n"
        stream.write(b"[]\n" if separator == "[\n" else b"\n]\n")
