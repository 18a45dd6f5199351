"""One worker process for callers that bring one article after the other: a cluster's actors."""

from __future__ import annotations

from quotex.batch.process import DIED, SILENT, STARTS, Process
from quotex.batch.worker import Make, failure
from quotex.contract.records import Extraction, Failure, parse
from quotex.errors import MissingPartError
from quotex.pipeline.settings import Settings
from quotex.reading import Article

__all__ = ["LoneWorker"]


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
        """Extract from one article; one that the process dies of is tried twice.

        Raises:
            MissingPartError: a model is not installed.
        """
        reason = DIED
        for _ in range(2):
            process = self.start()
            try:
                process.hand([(0, article)])
                if process.connection.poll(process.limit(self._patience)):
                    answer = parse(process.answer())
                    process.answered()
                    return answer
                reason = SILENT
            except (EOFError, OSError):
                reason = DIED
            self.end()
        return failure(article, *reason)

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
