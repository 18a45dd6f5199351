"""Records in a file: one JSON document, or JSON Lines."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator

from quotex.contract.records import Extraction, Failure, FailureDetail, read_record
from quotex.errors import EmptyInputError, InputError, RecordError
from quotex.reading.expansion import expand
from quotex.reading.source import Input

_LINES = (".jsonl", ".ndjson")


def record_paths(names: Iterable[str]) -> Iterator[str | InputError]:
    """Yield the files of records that names stand for; in place of one that stands for none, what is wrong."""
    for name in dict.fromkeys(names):
        yield from expand(name, lambda path: Input(path).suffix in (*_LINES, ".json"))


def read_records(names: Iterable[str]) -> Iterator[Extraction | Failure]:
    """Read records from files, folders, patterns or ``-``, in order; what is not a record becomes a failure."""
    for path in record_paths(names):
        try:
            if isinstance(path, InputError):
                raise path
            yield from (parsed(where, raw) for where, raw in documents(Input(path)))
        except InputError as error:
            yield Failure.of(str(path), error)


def parsed(where: str, raw: bytes) -> Extraction | Failure:
    """Read one record back; ``where`` it stands is what a failure is called."""
    try:
        return read_record(raw)
    except RecordError as error:
        return Failure(id=where, error=FailureDetail(code=error.code, message=f"{where}: {error}"))


def documents(source: Input) -> Iterator[tuple[str, bytes]]:
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
