"""A pool of worker processes: results in the order of the articles, in memory that does not grow with their number.

Articles travel in chunks long enough to hide what passing them costs. A worker that dies, or says nothing for too
long, takes one article with it: that one is tried once more, alone in a new process, and then given up; the rest of
its chunk goes to the next worker that is free.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing.connection import wait

from quotex.batch.process import DIED, SILENT, STARTS, Item, Job, Process, length
from quotex.batch.worker import Make, failure
from quotex.contract.records import Extraction, Failure, Pipeline, read_record
from quotex.errors import MissingPartError
from quotex.pipeline.settings import Settings
from quotex.reading import Article, Page, opened
from quotex.writing.outcome import Outcome

Recall = Callable[[Article, Pipeline], Extraction | None]
"""Gives what an earlier run made of an article with the same pipeline, or None."""

_CHUNK = 20_000  # characters: about a second's work
_AHEAD = 4  # chunks a worker that may be done before they are asked for
_LIFE = 20_000_000  # characters, after which a worker makes room for a fresh one: what libraries keep adds up
_MOST_DONE = 1_000  # outcomes, where most are failures or known already


def run(
    articles: Iterable[Item],
    settings: Settings,
    *,
    jobs: int,
    patience: float = 60.0,
    recall: Recall | None = None,
    make: Make | None = None,
    debug: bool = False,
) -> Iterator[Outcome]:
    """Extract from many articles with several processes.

    Args:
        articles: read as they are needed, a bounded number ahead; failures of reading pass. The articles of pages are
            found by the workers.
        settings: of the run.
        jobs: processes at most; they are started as there is work for them.
        patience: seconds after which an article is given up, beyond what its length explains.
        recall: asked before an article is handed out.
        make: makes the workers' extractors; None: quotex's own.
        debug: whether workers show where in the code something unexpected arose.

    Yields:
        One outcome an article, in their order. A worker's death has the code ``worker_died``, a lack of answer
        ``timed_out``.

    Raises:
        MissingPartError: a model is not installed.
    """
    pool = _Pool(articles, partial(Process, settings, make=make, debug=debug), jobs, patience, recall)
    try:
        yield from pool.outcomes()
    finally:
        pool.end()


class _Pool:
    def __init__(
        self,
        articles: Iterable[Item],
        start: Callable[[], Process],
        jobs: int,
        patience: float,
        recall: Recall | None,
    ) -> None:
        self._articles = enumerate(articles)
        self._start, self._most, self._patience, self._recall = start, jobs, patience, recall
        self._workers: list[Process] = []
        self._again: deque[Job] = deque()  # handed to a worker that died before it came to them
        self._alone: deque[Job] = deque()  # what a worker died of
        self._suspects: set[int] = set()
        self._done: dict[int, Outcome] = {}
        self._yielded = 0
        self._lengths: dict[int, int] = {}  # of what is read and not yet yielded
        self._ahead = 0  # their sum
        self._more = True
        self._pipeline: Pipeline | None = None
        self._unready = 0  # workers in a row that died as they loaded

    def outcomes(self) -> Iterator[Outcome]:
        while True:
            self._hand_out()
            yield from self._in_order()
            if any(worker.jobs for worker in self._workers):
                self._listen()
            elif not (self._more or self._again or self._alone):
                return

    def end(self) -> None:
        """End all workers, whatever they are at."""
        for worker in self._workers:
            worker.end(at_once=True)

    def _in_order(self) -> Iterator[Outcome]:
        while self._yielded in self._done:
            outcome = self._done.pop(self._yielded)
            self._ahead -= self._lengths.pop(self._yielded, 0)
            self._yielded += 1
            yield outcome

    def _hand_out(self) -> None:
        """Give every idle worker a chunk; start another worker only when there is one for it."""
        while len(self._workers) < self._most or not all(worker.jobs for worker in self._workers):
            chunk = self._chunk()
            if not chunk:
                return
            worker = next((worker for worker in self._workers if not worker.jobs), None) or self._started()
            try:
                worker.hand(chunk)
            except OSError:  # it died without a word, and not of these
                self._drop(worker)
                self._again.extendleft(reversed(chunk))

    def _started(self) -> Process:
        worker = self._start()
        self._workers.append(worker)
        return worker

    def _chunk(self) -> list[Job]:
        """Take what is to be done next: one suspect, or as many articles as make a chunk."""
        if self._alone:
            return [self._alone.popleft()]
        chunk: list[Job] = []
        size = 0
        while size < _CHUNK and (job := self._again.popleft() if self._again else self._read()):
            chunk.append(job)
            size += length(job[1])
        return chunk

    def _read(self) -> Job | None:
        """Read up to an article that is to be done, unless too many wait already."""
        while self._more and self._ahead < _CHUNK * _AHEAD * self._most and len(self._done) < _MOST_DONE:
            place, item = next(self._articles, (-1, None))
            if self._recall and isinstance(item, Page):
                item = opened(item)  # its text tells whether it is known
            if item is None:
                self._more = False
            elif isinstance(item, Failure):
                self._done[place] = Outcome(item)
            else:
                self._lengths[place] = length(item)
                self._ahead += length(item)
                known = None
                if self._recall and isinstance(item, Article):
                    known = self._recall(item, self._known_pipeline())
                if known is None:
                    return place, item
                self._done[place] = Outcome(known, _article(item))
        return None

    def _known_pipeline(self) -> Pipeline:
        """What makes the records of this run; the first worker knows."""
        while self._pipeline is None:
            self._hear(self._workers[0] if self._workers else self._started())
        return self._pipeline

    def _listen(self) -> None:
        """Wait until a worker says something, or one has been silent for too long."""
        busy = [worker for worker in self._workers if worker.jobs]
        left = min(worker.limit(self._patience) - worker.silence for worker in busy)
        ready = wait([worker.connection for worker in busy], timeout=max(0.0, left))
        for worker in busy:
            if worker.connection in ready:
                self._hear(worker)
            elif worker.silence > worker.limit(self._patience):
                self._lose(worker, SILENT)

    def _hear(self, worker: Process) -> None:
        try:
            answer = worker.answer()
        except (EOFError, OSError):
            self._lose(worker, DIED)
            return
        if not answer:
            self._pipeline = worker.pipeline
            self._unready = 0
            return
        place, item = worker.answered()
        self._suspects.discard(place)
        self._done[place] = Outcome(read_record(answer), _article(item))
        if not worker.jobs and worker.read > _LIFE:
            self._workers.remove(worker)
            worker.end()

    def _lose(self, worker: Process, reason: tuple[str, str]) -> None:
        """Give up on a worker: what it was at is tried again alone, or is given up too."""
        self._drop(worker)
        if worker.pipeline is None:
            self._unready += 1
            if self._unready == STARTS:
                raise MissingPartError(
                    "worker processes die as they load their models; with little memory, lower --jobs"
                )
            is_alone = any(place in self._suspects for place, _ in worker.jobs)
            (self._alone if is_alone else self._again).extendleft(reversed(worker.jobs))
            return
        suspect, *others = worker.jobs
        place, item = suspect
        self._again.extendleft(reversed(others))
        if place in self._suspects:
            self._done[place] = Outcome(failure(item, *reason), _article(item))
        else:
            self._suspects.add(place)
            self._alone.append(suspect)

    def _drop(self, worker: Process) -> None:
        self._workers.remove(worker)
        worker.end(at_once=True)


def _article(item: Item) -> Article | None:
    return item if isinstance(item, Article) else None
