"""brat: a folder of standoff files, three an article, with what tells brat how to show them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quotex.annotation.brat import configuration, write
from quotex.writing.formats import Style
from quotex.writing.names import FileNames
from quotex.writing.outcome import Outcome, with_articles


def fill(outcomes: Iterable[Outcome], style: Style, folder: Path) -> None:
    """Write every article with all of its records, whatever ``style`` says; failures are left out.

    Raises:
        OSError: the disk is full, or the like.
    """
    names = FileNames()
    for name, content in configuration().items():
        _write(folder / name, content)
    for result, article in with_articles(outcomes):
        name = names.take(article.id)
        files = write(result, article.text)
        _write(folder / f"{name}.quotex.json", files.about)
        _write(folder / f"{name}.txt", files.text)
        _write(folder / f"{name}.ann", files.annotations)


def _write(path: Path, content: str) -> None:
    path.write_bytes(content.encode("utf-8"))  # line ends as they are
