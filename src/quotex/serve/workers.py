"""A few worker processes with a short queue before them: what cannot be done soon is refused, not piled up."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from quotex.batch.lone import LoneWorker
from quotex.batch.worker import Make
from quotex.contract.records import Extraction, Failure
from quotex.pipeline.settings import Settings
from quotex.reading import Article

__all__ = ["Busy", "Workers"]


class Busy(Exception):  # noqa: N818  (nothing is wrong)
    """As many requests wait as may."""


class Workers:
    """Processes that extract, one article each at a time.

    Args:
        settings: of all of them.
        jobs: how many processes.
        waiting: how many articles may wait for one of them.
        patience: seconds after which an article is given up, beyond what its length explains.
        make: makes their extractors; None: quotex's own.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        jobs: int = 1,
        waiting: int = 64,
        patience: float = 60.0,
        make: Make | None = None,
    ) -> None:
        self._room = jobs + waiting
        self._taken = 0
        self._all = [LoneWorker(settings, patience=patience, make=make) for _ in range(jobs)]
        self._idle = list(self._all)
        self._threads = ThreadPoolExecutor(jobs)  # each waits for a process

    def start(self) -> None:
        """Start all processes, and wait for their models.

        Raises:
            MissingPartError: a model is not installed.
        """
        for _ in self._threads.map(LoneWorker.start, self._all):
            pass

    async def extract(self, article: Article) -> Extraction | Failure:
        """Extract from one article, as soon as a worker is free.

        Raises:
            Busy: too many wait already.
        """
        if self._taken >= self._room:
            raise Busy
        self._taken += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._run, article)
        finally:
            self._taken -= 1

    def _run(self, article: Article) -> Extraction | Failure:
        worker = self._idle.pop()  # there are as many as threads
        try:
            return worker(article)
        finally:
            self._idle.append(worker)

    def end(self) -> None:
        """End the processes, whatever they are at."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._all:
            worker.end()
