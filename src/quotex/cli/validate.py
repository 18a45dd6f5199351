"""``quotex validate``: hold records against the contract, and against the text they are of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.cli.session import DebugOption

if TYPE_CHECKING:
    from quotex.contract.records import Source


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
            help="What the records are of: an article, a folder, a corpus as .jsonl; can be repeated.",
        ),
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Check records: the contract, that nothing contradicts itself and, given the text, every offset."""
    from quotex.reading.records import documents  # noqa: PLC0415  (the work starts here)
    from quotex.reading.source import Input  # noqa: PLC0415

    known = _Texts(text) if text else None
    valid = invalid = 0
    for where, raw in documents(Input(records)):
        problems = _problems(raw, known)
        for problem in problems:
            print(f"{where}: {problem}")
        invalid += bool(problems)
        valid += not problems
    tell(f"{valid} valid, {invalid} invalid")
    raise typer.Exit(Exit.of(valid, invalid))


class _Texts:
    """The texts that records may be of."""

    def __init__(self, names: list[str]) -> None:
        from quotex.contract.checks import digest_of  # noqa: PLC0415
        from quotex.reading import Article, read  # noqa: PLC0415

        self._by_digest: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        paths: Counter[str] = Counter()
        by_path: dict[str, str] = {}
        for article in read(names):
            if not isinstance(article, Article):
                tell(article.error.message)
                continue
            self._by_digest[digest_of(article.text)] = article.text
            self._by_name[article.id] = article.text
            if article.path:
                paths[article.path] += 1
                by_path[article.path] = article.text
        self._by_name = {path: text for path, text in by_path.items() if paths[path] == 1} | self._by_name

    def of(self, source: Source) -> str | None:
        """Return the text of a record: the very one, or what goes by its name, or the only one there is."""
        if (text := self._by_digest.get(source.sha256)) is not None:
            return text
        named = (self._by_name[name] for name in (source.id, source.path) if name in self._by_name)
        return next(named, next(iter(self._by_digest.values())) if len(self._by_digest) == 1 else None)


def _problems(raw: bytes, texts: _Texts | None) -> list[str]:
    from quotex.contract.records import Extraction, inspect, mismatches  # noqa: PLC0415

    record, breaches = inspect(raw)
    if texts is None or not isinstance(record, Extraction):
        return breaches
    text = texts.of(record.source)
    if text is None:
        return [*breaches, f"no text with the id {record.source.id!r} among those given"]
    return breaches + mismatches(record, text)
