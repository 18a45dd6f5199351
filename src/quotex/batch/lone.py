"""A worker in a process of its own, which an article can bring down without harm: for pool, cluster and service."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quotex.batch.process import Item, Process, length
from quotex.batch.worker import Plan, failure
from quotex.contract.records import read_record
from quotex.errors import MissingPartError
from quotex.reading import Article
from quotex.reading.patience import allowed
from quotex.writing.outcome import Outcome

# What an article is given up for: code and message.
DIED = ("worker_died", "its worker process died, twice; shorten or mend it")
SILENT = ("timed_out", "not done in time, twice; shorten it or raise --patience")

_STARTS = 3
"""How many processes in a row may die before they are ready: one can be killed for the memory that another takes."""
_GLANCE = 0.5  # seconds between looks at whether anybody still waits
_LIFE = 20_000_000  # characters, after which a process makes room for a fresh one: what libraries keep adds up


class Answer(NamedTuple):
    """What has become of an article, or of what was found in a page: JSON of a record or a failure."""

    item: Item
    raw: bytes

    def outcome(self) -> Outcome:
        """Read the record back."""
        return Outcome(read_record(self.raw), self.item if isinstance(self.item, Article) else None)


class Lost(NamedTuple):
    """An attempt that has no answer; ``reason``: ``DIED`` or ``SILENT``."""

    item: Item
    reason: tuple[str, str]

    def given_up(self) -> Answer:
        """Answer that there is none."""
        return Answer(self.item, failure(self.item, *self.reason).model_dump_json().encode())


class LoneWorker:
    """Starts a process when there is something to do, and another one when that is lost. Of one thread at a time.

    Raises:
        MissingPartError: of every method: a model is not installed.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._process: Process | None = None
        self._is_stopped = False

    def __call__(self, item: Item) -> Answer:
        """Extract from an article or page; one that the process dies of, or does not do in time, is tried twice."""
        found = self.attempt(item)
        if isinstance(found, Lost):
            found = self.attempt(found.item)
        return found.given_up() if isinstance(found, Lost) else found

    def attempt(
        self, item: Item, *, within: float | None = None, goes_on: Callable[[], bool] | None = None
    ) -> Answer | Lost:
        """Extract from an article or a page, once.

        Args:
            item: of which one.
            within: seconds to wait for the process; None: what is usual.
            goes_on: asked now and then whether anybody still waits; if not, the process is ended.
        """
        try:
            process = self.start()
            process.hand(item)
            while not (raw := process.hear(min(_GLANCE, self._limit(process, within) - process.silence))):
                item = process.item
                if process.silence >= self._limit(process, within) or not (goes_on is None or goes_on()):
                    self.end()
                    return Lost(item, SILENT)
        except (EOFError, OSError):
            self.end()
            return Lost(item, DIED)
        if process.read > _LIFE:
            self.end()
        return Answer(process.item, raw)

    def _limit(self, process: Process, within: float | None) -> float:
        return allowed(length(process.item), self._plan.patience) if within is None else within

    def start(self) -> Process:
        """Start the process, unless it runs, and wait until its models are loaded.

        Raises:
            EOFError, OSError: it was stopped.
        """
        for _ in range(_STARTS):
            self._process = self._process or Process(self._plan)
            try:
                if self._is_stopped:
                    raise EOFError
                if self._process.pipeline is None:
                    self._process.load()
                return self._process
            except (EOFError, OSError):
                self.end()
                if self._is_stopped:
                    raise
        raise MissingPartError("worker processes die as they load their models; with little memory, lower --jobs")

    def end(self) -> None:
        """End the process; another one is started when there is more to do."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def stop(self) -> None:
        """End the process, whatever it is at, and start none any more; for other threads than the one that waits."""
        self._is_stopped = True
        if (process := self._process) is not None:
            process.kill()
