"""A few worker processes with a short queue before them: what cannot be done soon is refused, not piled up.

Articles of usual length are done by the first processes, each within seconds. One that is longer, or takes longer,
whatever is in it, goes to a process that does such ones alone, so that it keeps no other waiting.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event
from time import monotonic

from quotex.batch.lone import SILENT, Answer, LoneWorker
from quotex.batch.worker import Plan, failure
from quotex.contract.records import Extraction, Failure
from quotex.reading import Article

_LONG = 30_000
"""Characters above which an article is a long one: some seconds' work."""

_SOON = 10.0
"""Seconds that an article of usual length may take before it is treated as a long one."""

_WORTH = 3.0
"""Seconds of work that nobody waits for any more, after which it is cheaper to end the process than to let it go on."""


class Busy(Exception):  # noqa: N818  (nothing is wrong)
    """As many requests wait as may."""


class _Lane:
    """Processes that do what comes, one article each at a time; so many more may wait."""

    def __init__(self, workers: list[LoneWorker], waiting: int) -> None:
        self.workers = workers
        self._room = len(workers) + waiting
        self._idle: SimpleQueue[LoneWorker] = SimpleQueue()
        for worker in workers:
            self._idle.put(worker)
        self.threads = ThreadPoolExecutor(len(workers))  # each waits for a process

    async def extract(
        self, article: Article, gone: Event, *, within: float | None = None
    ) -> Extraction | Failure | None:
        """Extract from one article; None: not within so many seconds.

        Raises:
            Busy: too many wait already.
        """
        if not self._room:
            raise Busy
        self._room -= 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, self._run, article, within, gone)
        finally:
            self._room += 1

    def _run(self, article: Article, within: float | None, gone: Event) -> Extraction | Failure | None:
        worker = self._idle.get()  # there are as many as threads
        began = monotonic()

        def goes_on() -> bool:
            return not gone.is_set() or monotonic() - began < _WORTH

        try:
            for _ in range(2):
                found = worker.attempt(article, within=within, goes_on=goes_on)
                if isinstance(found, Answer):
                    return found.outcome().result
                if found.reason == SILENT and within is not None:
                    return None
                reason = found.reason
                if gone.is_set():
                    break
            return failure(article, *reason)
        finally:
            self._idle.put(worker)


class Workers:
    """Processes that extract, one article each at a time.

    Args:
        plan: how they do each.
        jobs: how many processes do articles of usual length; one more is started for the first long one.
        waiting: how many articles may wait for one of them, usual ones and long ones each.
    """

    def __init__(self, plan: Plan, *, jobs: int = 1, waiting: int = 64) -> None:
        self._usual = _Lane([LoneWorker(plan) for _ in range(jobs)], waiting)
        self._long = _Lane([LoneWorker(plan)], waiting)
        self._soon = min(_SOON, plan.patience)

    def start(self) -> None:
        """Start the processes for articles of usual length, and wait for their models.

        Raises:
            MissingPartError: a model is not installed.
        """
        for _ in self._usual.threads.map(LoneWorker.start, self._usual.workers):
            pass

    async def extract(self, article: Article) -> Extraction | Failure:
        """Extract from one article, as soon as a worker is free.

        To cancel it says that nobody waits for the answer any more.

        Raises:
            Busy: too many wait already.
        """
        gone, found = Event(), None
        try:
            if len(article.text) <= _LONG:
                found = await self._usual.extract(article, gone, within=self._soon)
            return found or await self._long.extract(article, gone) or failure(article, *SILENT)
        finally:
            gone.set()

    def end(self) -> None:
        """End the processes, whatever they are at."""
        for lane in (self._usual, self._long):
            for worker in lane.workers:
                worker.stop()
            lane.threads.shutdown(cancel_futures=True)
            for worker in lane.workers:
                worker.end()
