"""One worker process for callers that bring one article after the other: a cluster's actors."""

from __future__ import annotations

from collections.abc import Callable

from quotex.batch.process import DIED, SILENT, STARTS, Process
from quotex.batch.worker import Make, failure
from quotex.contract.records import Extraction, Failure, read_record
from quotex.errors import MissingPartError
from quotex.pipeline.settings import Settings
from quotex.reading import Article

_GLANCE = 0.5  # seconds between looks at whether anybody still waits


class LoneWorker:
    """As :class:`quotex.batch.worker.Worker`, in a process of its own, which an article can bring down without harm.

    Args:
        settings: of the run.
        patience: seconds after which an article is given up, beyond what its length explains.
        make: makes its extractor; None: quotex's own.
    """

    def __init__(self, settings: Settings, *, patience: float = 60.0, make: Make | None = None) -> None:
        self._settings, self._patience, self._make = settings, patience, make
        self._process: Process | None = None

    def __call__(self, article: Article) -> Extraction | Failure:
        """Extract from one article; one that the process dies of, or is not done with in time, is tried twice.

        Raises:
            MissingPartError: a model is not installed.
        """
        reason = DIED
        for _ in range(2):
            answer = self.attempt(article)
            if not isinstance(answer, tuple):
                return answer
            reason = answer
        return failure(article, *reason)

    def attempt(
        self, article: Article, *, within: float | None = None, goes_on: Callable[[], bool] | None = None
    ) -> Extraction | Failure | tuple[str, str]:
        """Extract from one article, once.

        Args:
            article: of which text.
            within: seconds to wait for the process; None: what is usual.
            goes_on: asked now and then whether anybody still waits; if not, the process is ended.

        Returns:
            The answer or, when there is none, why: ``DIED`` or ``SILENT``.

        Raises:
            MissingPartError: a model is not installed.
        """
        process = self.start()
        try:
            process.hand([(0, article)])
            limit = process.limit(self._patience) if within is None else within
            while not process.connection.poll(min(_GLANCE, max(0.0, limit - process.silence))):
                if process.silence >= limit or not (goes_on is None or goes_on()):
                    self.end()
                    return SILENT
            answer = read_record(process.answer())
            process.answered()
            return answer
        except (EOFError, OSError):
            self.end()
            return DIED

    def start(self) -> Process:
        """Start the process, unless it runs, and wait until its models are loaded.

        Raises:
            MissingPartError: a model is not installed.
        """
        for _ in range(STARTS):
            if self._process is None:
                self._process = Process(self._settings, make=self._make)
            if self._process.pipeline is not None:
                return self._process
            try:
                self._process.answer()
            except (EOFError, OSError):
                self.end()
        if self._process is None:
            raise MissingPartError("worker processes die as they load their models; give them more memory")
        return self._process

    def end(self) -> None:
        """End the process, whatever it is at."""
        if self._process is not None:
            self._process.end(at_once=True)
            self._process = None
