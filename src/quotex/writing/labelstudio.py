"""Label Studio: a folder with the tasks to import and the labelling interface that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quotex.annotation.labelstudio import interface, task
from quotex.writing.formats import Style
from quotex.writing.json import dump
from quotex.writing.outcome import Outcome, with_articles


def fill(outcomes: Iterable[Outcome], style: Style, folder: Path) -> None:
    """Write ``tasks.json``, with all records of every article, and ``interface.xml``; failures are left out.

    Raises:
        OSError: the disk is full, or the like.
    """
    (folder / "interface.xml").write_bytes(interface().encode("utf-8"))
    with (folder / "tasks.json").open("wb") as stream:
        separator = "[\n"
        for result, article in with_articles(outcomes):
            stream.write(f"{separator}{dump(task(result, article.text))}".encode())
            separator = ",\n"
        stream.write(b"[]\n" if separator == "[\n" else b"\n]\n")
