"""One worker in a process of its own, and what the pool and it say to each other.

The pool sends lists of articles, and None to end it. The process answers first with what makes its records, or with the
error that keeps it from starting, and then once for every article, in order: JSON of a record or a failure. Of a page
it tells before what it has found in it.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from time import monotonic
from types import ModuleType
from typing import cast

from quotex.batch.worker import Make, Worker
from quotex.contract.records import Failure, Pipeline
from quotex.errors import QuotexError
from quotex.pipeline.settings import Settings
from quotex.reading import Article, Page, opened
from quotex.reading.patience import allowed

Item = Article | Page | Failure
Job = tuple[int, Item]
"""what is to be done and its place in the run; a failure is what has become of a page, and is answered with itself"""

_MARKUP = 8
"""Bytes of a page for each character of its article, about."""

# What an article is given up for: code and message.
DIED = ("worker_died", "its worker process died, twice; shorten or mend it")
SILENT = ("timed_out", "not done in time, twice; shorten it or raise --patience")

STARTS = 3
"""How many processes in a row may die before they are ready: one can be killed for the memory that another takes."""

_END_SECONDS = 5.0  # for a worker to end by itself


def length(item: Item) -> int:
    """Characters that are to be read, of a page about."""
    return len(item.text) if isinstance(item, Article) else len(item.body) // _MARKUP if isinstance(item, Page) else 0


class Process:
    """A worker's process as the pool sees it.

    Args:
        settings, make, debug: as of :class:`quotex.batch.worker.Worker`.

    Attributes:
        jobs: handed over and not answered; the first is the one in work.
        pipeline: what makes its records; None before it is ready.
        read: characters of the articles answered so far.
    """

    def __init__(self, settings: Settings, *, make: Make | None = None, debug: bool = False) -> None:
        self.jobs: deque[Job] = deque()
        self.pipeline: Pipeline | None = None
        self.read = 0
        self._since = monotonic()
        context = _context(make.__module__ if make else "quotex.pipeline.extractor")
        self.connection, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(theirs, settings, make, debug), daemon=True)
        self._process.start()
        theirs.close()

    def hand(self, jobs: Sequence[Job]) -> None:
        """Give it articles, as soon as it is ready; it must have answered all it had.

        Raises:
            OSError: it has died.
        """
        self.jobs.extend(jobs)
        if self.pipeline is not None:
            self._send()

    def answer(self) -> bytes:
        """Return the next answer, for the first of ``jobs``; empty: it has become ready, or has found a page's article.

        Raises:
            QuotexError: it cannot start: a model is missing.
            EOFError, OSError: it has died.
        """
        if self.pipeline is None:
            first = self.connection.recv()
            if isinstance(first, QuotexError):
                raise first
            self.pipeline = first
            self._send()
            return b""
        place, item = self.jobs[0]
        if isinstance(item, Page):
            self.jobs[0] = place, self.connection.recv()
            answer = b""
        else:
            answer = self.connection.recv_bytes()
        self._since = monotonic()
        return answer

    def _send(self) -> None:
        self._since = monotonic()
        if self.jobs:
            self.connection.send([item for _, item in self.jobs])

    def answered(self) -> Job:
        """Take the first job off; its answer has come."""
        job = self.jobs.popleft()
        self.read += length(job[1])
        return job

    @property
    def silence(self) -> float:
        """Seconds since it last said something, or was given something to do."""
        return monotonic() - self._since

    def limit(self, patience: float) -> float:
        """Seconds of silence that the article in work explains, and ``patience`` more."""
        return allowed(length(self.jobs[0][1]), patience)

    def end(self, *, at_once: bool = False) -> None:
        """End it: when it has nothing to do, or by force."""
        if not at_once:
            with suppress(OSError):
                self.connection.send(None)
            self._process.join(_END_SECONDS)
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self.connection.close()


@cache
def _context(module: str) -> ForkServerContext | SpawnContext:
    """A way to start processes that copies none of this one's memory, locks or threads.

    Args:
        module: makes the extractors, and is imported once for all of them: spaCy takes half a second.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def _serve(connection: Connection, settings: Settings, make: Make | None, debug: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the pool ends its workers
    if make is None and settings.parser is None:
        sys.modules.setdefault("torch", cast(ModuleType, None))  # spaCy imports it where it is, for 250 MB and no use
    try:
        worker = Worker(settings, make=make, debug=debug)
    except QuotexError as error:
        connection.send(error)
        return
    with suppress(EOFError, OSError):  # the pool is gone
        connection.send(worker.pipeline)
        while (items := connection.recv()) is not None:
            for item in items:
                found = opened(item) if isinstance(item, Page) else item
                if found is not item:
                    connection.send(found)
                record = worker(found) if isinstance(found, Article) else found
                connection.send_bytes(record.model_dump_json().encode())
