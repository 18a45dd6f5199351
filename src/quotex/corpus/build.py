"""From records to a corpus: one pass over the records into SQLite, then a stage after the other, each whole or not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quotex.contract.records import Extraction, Failure
from quotex.corpus.copies import find_copies
from quotex.corpus.figures import find_disagreements
from quotex.corpus.identities import find_identities
from quotex.corpus.repeated import find_repeated
from quotex.corpus.review import Known, Proposal, read_aliases, read_review, write_review
from quotex.corpus.store import Store, statements, work_of
from quotex.errors import InputError, OutputError
from quotex.reading.records import documents, parsed, record_paths
from quotex.reading.source import Input
from quotex.writing.output import sweep, whole_path

_EACH = 200  # articles a transaction

Progress = Callable[[str, int], None]
"""is told what is being done, and how many articles have been taken in"""


@dataclass(frozen=True, slots=True)
class Options:
    """How a corpus is made.

    Attributes:
        dedupe: leave syndicated copies out of all that is counted.
        keep: columns of the input, kept in the records, that the table of articles gets; ``outlet`` is always there.
        review: a review table: read where it is there, and written anew with its decisions.
        aliases: a CSV file of other names, with the columns name, alias and wikidata.
        least: how sure it must be, from 0 to 1, that two forms are of one name, to join them undecided.
    """

    dedupe: bool = False
    keep: tuple[str, ...] = ()
    review: Path | None = None
    aliases: Path | None = None
    least: float = 0.8


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a corpus holds."""

    articles: int
    failures: int
    copies: int
    quotations: int
    identities: int
    repeated: int
    disagreements: int


def build(
    records: str | Path | Sequence[str | Path],
    output: str | Path,
    options: Options | None = None,
    *,
    resume: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Make a corpus of records: an SQLite file, documented in docs/corpus.md.

    Memory is bounded whatever the number of articles, but for the names and what is said of them.

    Args:
        records: what ``quotex extract`` wrote: files, folders or patterns of json and jsonl.
        output: the file to make; it appears, or is replaced, only when all is done.
        options: how.
        resume: go on from where a run with the same records and options was cut off. The file is the same, byte by
            byte, as if nothing had happened.
        progress: called now and then.

    Raises:
        InputError: records, a review table or a file of aliases cannot be read.
        MissingPartError: rensa is not installed.
        OutputError: the file cannot be written, or a run that was cut off has left something and ``resume`` is off.
    """
    names = [str(records)] if isinstance(records, str | Path) else list(map(str, records))
    options, target = options or Options(), Path(output)
    known = _known(options)
    paths = _paths(names)
    work = work_of(target)
    if work.exists() and not resume:
        raise OutputError(f"{work}: left of a run that was cut off; go on from it with --resume, or remove it")
    if resume:
        sweep(str(target))
    store = Store(work, _run(paths, options), options.keep)
    try:
        for batch in _batches(paths, store.read):
            store.add(batch)
            _tell(progress, "reading", store.read)
        if not store.database.execute("SELECT 1 FROM articles LIMIT 1").fetchone():
            raise InputError(f"{', '.join(names)}: no records of articles; give what quotex extract wrote")
        proposals = _stages(store, options, known, progress)
        summary = _summary(store)
        if options.review is not None:
            write_review(options.review, known.undecided(proposals))
        with whole_path(str(target)) as part:
            store.finish(part)
    except InputError:
        store.close()
        store.remove()
        raise
    finally:
        store.close()
    store.remove()
    return summary


def _stages(store: Store, options: Options, known: Known, progress: Progress | None) -> list[Proposal]:
    proposals: list[Proposal] = []
    database = store.database
    stages: list[tuple[str, Callable[[], object]]] = [
        ("indexing", store.index),
        ("copies", lambda: find_copies(database)),
        ("identities", lambda: proposals.extend(find_identities(database, known))),
        ("repeated words", lambda: find_repeated(database)),
        ("disagreements", lambda: find_disagreements(database)),
        ("views", lambda: _views(store, dedupe=options.dedupe)),
    ]
    for name, work in stages:
        with store.stage(name) as is_due:
            if is_due:
                _tell(progress, name, store.read)
                work()
    return proposals


def _views(store: Store, *, dedupe: bool) -> None:
    only = " WHERE id NOT IN (SELECT article FROM copies)" if dedupe else ""
    store.database.execute(f"CREATE VIEW counted_articles AS SELECT * FROM articles{only}")
    for statement in statements("views"):
        store.database.execute(statement)


def _known(options: Options) -> Known:
    aliases, identifiers = read_aliases(options.aliases) if options.aliases else ({}, {})
    review = read_review(options.review) if options.review and options.review.is_file() else {}
    return Known(review, aliases, identifiers, options.least)


def _paths(names: Iterable[str]) -> list[str]:
    found: list[str] = []
    for path in record_paths(names):
        if isinstance(path, InputError):
            raise path
        found.append(path)
    return found


def _run(paths: Sequence[str], options: Options) -> str:
    """What a run depends on: another one's work is not gone on with."""
    sizes = [(path, Path(path).stat().st_size) for path in paths if Path(path).is_file()]
    known = [p.read_bytes().hex() if p and p.is_file() else "" for p in (options.review, options.aliases)]
    return json.dumps([sizes, options.dedupe, options.keep, options.least, known])


def _batches(paths: Sequence[str], done: int) -> Iterator[list[Extraction | Failure]]:
    """Yield the records, but for the first ``done``; what is none is a failure."""
    lines = (document for path in paths for document in documents(Input(path)))
    for _ in islice(lines, done):
        pass
    while batch := list(islice(lines, _EACH)):
        yield [parsed(where, raw) for where, raw in batch]


def _summary(store: Store) -> Summary:
    tables = ("articles", "failures", "copies", "quotes", "identities", "repeated", "disagreements")
    return Summary(*(store.database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables))


def _tell(progress: Progress | None, what: str, count: int) -> None:
    if progress is not None:
        progress(what, count)
