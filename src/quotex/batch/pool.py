"""A pool of worker processes: results in the order of the articles, in memory that does not grow with their number.

Each process has a thread that waits for it. One that dies, or says nothing for too long, costs its own article alone,
and that only when it happens twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread

from quotex.batch.lone import Answer, LoneWorker
from quotex.batch.process import Item, length
from quotex.batch.worker import Plan
from quotex.contract.records import Extraction, Failure, Pipeline
from quotex.reading import Article, Page, opened
from quotex.writing.outcome import Outcome

Recall = Callable[[Article, Pipeline], Extraction | None]
"""Gives what an earlier run made of an article with the same pipeline, or None."""

_WORTH = 20_000  # characters that wait, for which another process is started: about a second's work
_AHEAD = 4  # times as many a process that may be done before they are asked for
_MOST = 1_000  # outcomes that wait for one before them, where most are failures or known already


def run(articles: Iterable[Item], plan: Plan, *, jobs: int, recall: Recall | None = None) -> Iterator[Outcome]:
    """Extract from many articles with several processes.

    Args:
        articles: read as they are needed, a bounded number ahead; failures of reading pass. The articles of pages are
            found by the workers.
        plan: how each is done.
        jobs: processes at most; they are started as there is work for them.
        recall: asked before an article is handed out.

    Yields:
        One outcome an article, in their order. A worker's death has the code ``worker_died``, a lack of answer
        ``timed_out``.

    Raises:
        MissingPartError: a model is not installed.
    """
    pool = _Pool(plan, jobs, recall)
    try:
        yield from pool.outcomes(articles)
    finally:
        pool.end()


class _Pool:
    def __init__(self, plan: Plan, jobs: int, recall: Recall | None) -> None:
        self._plan, self._jobs, self._recall = plan, jobs, recall
        self._workers: dict[LoneWorker, Thread] = {}
        self._tasks: SimpleQueue[tuple[Item, Future[Answer]] | None] = SimpleQueue()  # the first is taken first
        self._waiting: deque[tuple[int, Future[Answer] | Outcome]] = deque()  # with the characters of each
        self._ahead = 0  # their sum
        self._pipeline: Pipeline | None = None

    def outcomes(self, articles: Iterable[Item]) -> Iterator[Outcome]:
        for item in articles:
            self._take(item)
            while self._waiting and (self._is_next_done() or self._is_full()):
                yield self._next()
        while self._waiting:
            yield self._next()

    def end(self) -> None:
        """End all workers, whatever they are at."""
        for worker in self._workers:
            worker.stop()
        for _, found in self._waiting:
            if isinstance(found, Future):
                found.cancel()
        for _ in self._workers:
            self._tasks.put(None)
        for worker, thread in self._workers.items():
            thread.join()
            worker.end()

    def _take(self, item: Item) -> None:
        """Hand an article out, unless it is known what comes of it."""
        if self._recall and isinstance(item, Page):
            item = opened(item)  # its text tells whether it is known
        result = item if isinstance(item, Failure) else self._recalled(item)
        if result is not None:
            self._waiting.append((length(item), Outcome(result, item if isinstance(item, Article) else None)))
        else:
            answer: Future[Answer] = Future()
            self._tasks.put((item, answer))
            self._waiting.append((length(item), answer))
        self._ahead += length(item)
        if not self._workers or (len(self._workers) < self._jobs and self._ahead > _WORTH * len(self._workers)):
            self._add_worker()

    def _recalled(self, item: Article | Page) -> Extraction | None:
        if not self._recall or isinstance(item, Page):
            return None
        if self._pipeline is None:  # of the first, before anything is handed out
            self._pipeline = self._add_worker().start().pipeline
        assert self._pipeline is not None, "a process that is ready has told it"
        return self._recall(item, self._pipeline)

    def _add_worker(self) -> LoneWorker:
        worker = LoneWorker(self._plan)
        self._workers[worker] = Thread(target=self._work, args=(worker,), daemon=True)
        self._workers[worker].start()
        return worker

    def _work(self, worker: LoneWorker) -> None:
        while (task := self._tasks.get()) is not None:
            item, answer = task
            if answer.set_running_or_notify_cancel():
                try:
                    answer.set_result(worker(item))
                except BaseException as error:  # whoever waits for the answer is told
                    answer.set_exception(error)

    def _is_next_done(self) -> bool:
        _, found = self._waiting[0]
        return isinstance(found, Outcome) or found.done()

    def _is_full(self) -> bool:
        return self._ahead > _WORTH * _AHEAD * self._jobs or len(self._waiting) > _MOST

    def _next(self) -> Outcome:
        size, found = self._waiting.popleft()
        self._ahead -= size
        return found if isinstance(found, Outcome) else found.result().outcome()
