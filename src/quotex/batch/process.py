"""One worker in a process of its own, and what is said to it and by it.

It answers first with what makes its records, or with the error that keeps it from starting, and then once for every
article that it is handed: JSON of a record or a failure. Of a page it tells before what it has found in it.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from time import monotonic
from types import ModuleType
from typing import cast

from quotex.batch.worker import Plan, Worker
from quotex.contract.records import Failure, Pipeline
from quotex.errors import QuotexError
from quotex.reading import Article, Page, opened

Item = Article | Page | Failure
"""What is to be done; a failure is what has become of a page, and is answered with itself."""

_MARKUP = 8
"""Bytes of a page for each character of its article, about."""


def length(item: Item) -> int:
    """Characters that are to be read, of a page about."""
    return len(item.text) if isinstance(item, Article) else len(item.body) // _MARKUP if isinstance(item, Page) else 0


class Process:
    """A worker's process as it is seen from outside, with one thing to do at a time.

    Attributes:
        item: what it was handed last; of a page what was found in it, once that is known.
        pipeline: what makes its records; None before it is ready.
        read: characters of the articles answered so far.
    """

    def __init__(self, plan: Plan) -> None:
        self.item: Item
        self.pipeline: Pipeline | None = None
        self.read = 0
        context = _context(plan.make.__module__ if plan.make else "quotex.pipeline.extractor")
        self._connection, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(theirs, plan), daemon=True)
        self._process.start()
        theirs.close()

    def load(self) -> None:
        """Wait until it is ready.

        Raises:
            QuotexError: it cannot start: a model is missing.
            EOFError, OSError: it has died.
        """
        first = self._connection.recv()
        if isinstance(first, QuotexError):
            raise first
        self.pipeline = first

    def hand(self, item: Item) -> None:
        """Give it something to do; it must have answered all it had.

        Raises:
            OSError: it has died.
        """
        self.item, self._since = item, monotonic()
        self._connection.send(item)

    def hear(self, seconds: float) -> bytes:
        """Wait so long at most for the answer; empty: none has come, or only what was found in a page.

        Raises:
            EOFError, OSError: it has died.
        """
        if not self._connection.poll(max(0.0, seconds)):
            return b""
        self._since = monotonic()
        if isinstance(self.item, Page):
            self.item = self._connection.recv()
            return b""
        answer = self._connection.recv_bytes()
        self.read += length(self.item)
        return answer

    @property
    def silence(self) -> float:
        """Seconds since it last said something, or was given something to do."""
        return monotonic() - self._since

    def kill(self) -> None:
        """End it, whatever it is at; any thread may."""
        self._process.kill()

    def end(self) -> None:
        """End it, and let go of all that it takes; for the thread that uses it."""
        self.kill()
        self._process.join()
        self._connection.close()


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


def _serve(connection: Connection, plan: Plan) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; who started it ends it
    if plan.make is None and plan.settings.parser is None:
        sys.modules.setdefault("torch", cast(ModuleType, None))  # spaCy imports it where it is, for 250 MB and no use
    try:
        worker = Worker(plan)
    except QuotexError as error:
        connection.send(error)
        return
    with suppress(EOFError, OSError):  # who started it is gone
        connection.send(worker.pipeline)
        while True:
            item = connection.recv()
            found = opened(item) if isinstance(item, Page) else item
            if found is not item:
                connection.send(found)
            record = worker(found) if isinstance(found, Article) else found
            connection.send_bytes(record.model_dump_json().encode())
