"""Many articles on a Ray cluster, or on this machine as a cluster of one.

Ray Data reads the inputs, hands articles to actors that hold a worker each, and writes each block of results as a file
of its own; nothing passes through the process that started it but counts. Inputs and output are paths that all
machines see.
"""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from io import StringIO
from itertools import count, islice
from pathlib import Path
from typing import Any, cast

from quotex.batch.lone import LoneWorker
from quotex.batch.worker import Plan
from quotex.contract.records import Failure, read_record
from quotex.errors import MissingPartError
from quotex.reading import Article, Fields, paths, read
from quotex.writing.formats import Destination, Format, Style, destination, save, text
from quotex.writing.harmless import one_line
from quotex.writing.outcome import Outcome
from quotex.writing.output import whole_file, whole_path

FORMATS = (Format.JSONL, Format.CSV, Format.PARQUET)
"""What can be written in parts."""

_BATCH = 16  # articles that pass together
_MOST, _LITTLE = 0.8, 0.1  # of a core: a worker's, so that reading and writing have room beside it

Batch = dict[str, Any]


@dataclass
class Counts:
    """What became of the articles; ``lost`` were in blocks that failed as a whole."""

    done: int = 0
    failed: int = 0
    lost: int = 0
    messages: list[str] = field(default_factory=list)


def extract(
    names: Sequence[str],
    output: Path,
    plan: Plan,
    *,
    fields: Fields | None = None,
    format: Format = Format.JSONL,
    style: Style | None = None,
    jobs: int | None = None,
) -> Counts:
    """Extract from many articles, and write ``part-….jsonl`` (or what the format is) into a folder.

    The records are those that :func:`quotex.batch.pool.run` gives, in no order. Names of articles are made unique
    within an input, not over all of them.

    Args:
        names: paths, folders and patterns.
        output: a folder, made when it is not there.
        plan: how each article is done.
        fields: which fields of lines and rows hold what.
        format: one of ``FORMATS``.
        style: what to write of each result.
        jobs: actors, with a worker process each; as many as the cluster has cores unless told.

    Raises:
        MissingPartError: ray, or a model, is not installed.
    """
    ray = _connected()
    read_into, write_into = cast(Any, _articles), cast(Any, _write)  # ray types only functions of the batch alone
    seen: Any = ray.remote(num_cpus=0)(_Seen).remote()
    jobs = jobs or _cores(ray)
    found = list(paths(names))
    inputs = [{"name": str(Path(path).absolute())} for path in found if isinstance(path, str)]
    problems = [str(problem) for problem in found if not isinstance(problem, str)]
    output.mkdir(parents=True, exist_ok=True)
    results = (
        ray.data.from_items(inputs, override_num_blocks=max(1, min(len(inputs), 16 * jobs)))
        .map_batches(read_into, fn_args=(fields or Fields(), seen), batch_size=1, num_cpus=_LITTLE)
        .map_batches(_Actor, fn_constructor_args=(plan,), batch_size=_BATCH, concurrency=jobs, num_cpus=_MOST)
        .map_batches(
            write_into, fn_args=(str(output.absolute()), format, style or Style()), batch_size=None, num_cpus=_LITTLE
        )
    )
    counts = Counts(failed=len(problems), messages=list(problems))
    for row in results.iter_rows():
        counts.done += int(row["done"])
        counts.failed += int(row["failed"])
        counts.messages += [message for message in str(row["messages"]).split("\n") if message]
    counts.lost = max(0, int(ray.get(seen.total.remote())) + len(problems) - counts.done - counts.failed)
    return counts


def _cores(ray: Any) -> int:
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _connected() -> Any:
    """Connect to the cluster that ``RAY_ADDRESS`` names, or start one here; quietly.

    Raises:
        MissingPartError: ray is not installed, or does not start.
    """
    try:
        import ray  # noqa: PLC0415 - heavy, and optional
        import ray.data  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise MissingPartError('the engine needs ray: pip install "quotex[ray]"') from error
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    if not ray.is_initialized():
        here: dict[str, Any] = {} if os.environ.get("RAY_ADDRESS") else {"include_dashboard": False}
        try:
            ray.init(log_to_driver=False, logging_level=logging.ERROR, **here)
        except Exception as error:  # it has no exceptions of its own for this
            problem = one_line(str(error))
            raise MissingPartError(f"no Ray: {problem}; mend RAY_ADDRESS, or try --engine local") from error
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.max_errored_blocks = -1  # a block that fails costs its own articles
    return ray


class _Seen:
    """Knows how many articles were read; a task that runs twice counts once."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, int], int] = {}

    def add(self, input: str, number: int, count: int) -> None:
        self._counts[input, number] = count

    def total(self) -> int:
        return sum(self._counts.values())


def _articles(batch: Batch, fields: Fields, seen: Any) -> Iterator[Batch]:
    """Read one input, a batch of articles at a time."""
    (name,) = map(str, batch["name"])
    items, numbers = read([name], fields), count()
    while group := list(islice(items, _BATCH)):
        seen.add.remote(name, next(numbers), len(group))
        yield {"item": [pickle.dumps(item) for item in group]}


class _Actor:
    """A worker on a core of the cluster."""

    def __init__(self, plan: Plan) -> None:
        self._worker = LoneWorker(plan)

    def __call__(self, batch: Batch) -> Batch:
        items: Iterator[Article | Failure] = map(pickle.loads, batch["item"])
        return {"record": [self._record(item) for item in items]}

    def _record(self, item: Article | Failure) -> str:
        return item.model_dump_json() if isinstance(item, Failure) else self._worker(item).raw.decode()


def _write(batch: Batch, output: str, format: Format, style: Style) -> Batch:
    records = [str(record) for record in batch["record"]]
    outcomes = [Outcome(read_record(record)) for record in records]
    # named by what is in it: a task that runs twice writes one file
    name = sha256("\n".join(records).encode()).hexdigest()[:16]
    path = str(Path(output, f"part-{name}.{format}"))
    if destination(format) is Destination.FILE:
        with whole_path(path) as part:
            save(outcomes, format, style, part)
    else:
        with whole_file(path) as stream:
            stream.writelines(piece.encode() for piece in text(outcomes, format, style, StringIO()))
    failures = [outcome.result for outcome in outcomes if isinstance(outcome.result, Failure)]
    messages = "\n".join(failure.error.message for failure in failures)
    return {"done": [len(outcomes) - len(failures)], "failed": [len(failures)], "messages": [messages]}
