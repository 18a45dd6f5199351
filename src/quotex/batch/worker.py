"""What every engine runs: articles in, records or failures out, one article never the end of a run."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from quotex.contract.records import Extraction, Failure, FailureDetail, Pipeline
from quotex.errors import MissingPartError, QuotexError
from quotex.pipeline.settings import Settings
from quotex.reading import Article, Page
from quotex.reading.patience import OutOfPatienceError, allowed, within
from quotex.writing.harmless import one_line
from quotex.writing.outcome import Outcome


class Extracts(Protocol):
    """What a worker asks of an extractor; :class:`quotex.Extractor` is one."""

    @property
    def pipeline(self) -> Pipeline:
        """What makes the records."""

    def extract(self, article: Article, /) -> Extraction:
        """Extract from one article."""


Make = Callable[[Settings], Extracts]
"""Makes a worker's extractor, in the process that it works in: a class or function that pickle finds by its name."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How articles are done, in whatever process.

    Attributes:
        settings: of the run.
        patience: seconds after which an article is given up, beyond what its length explains.
        make: makes the extractors; None: quotex's own.
        debug: whether standard error shows where in the code something unexpected arose.
    """

    settings: Settings
    patience: float = 60.0
    make: Make | None = None
    debug: bool = False


class Worker:
    """An extractor that answers with a failure where it would raise.

    Raises:
        MissingPartError: a model is not installed; no article can be done.
    """

    def __init__(self, plan: Plan) -> None:
        self._extractor: Extracts
        if plan.make is None:
            from quotex.pipeline.extractor import Extractor  # noqa: PLC0415 - loads the models

            self._extractor = Extractor(plan.settings)
        else:
            self._extractor = plan.make(plan.settings)
        gc.freeze()  # the models stay: to go through them for garbage, again and again, takes 3 % of the time
        self._debug = plan.debug

    @property
    def pipeline(self) -> Pipeline:
        """What makes the records."""
        return self._extractor.pipeline

    def __call__(self, article: Article) -> Extraction | Failure:
        """Extract from one article.

        Raises:
            MissingPartError: a part is not installed, and no article can be done without it.
        """
        try:
            return self._extractor.extract(article)
        except MissingPartError:
            raise
        except QuotexError as error:
            return failure(article, error.code, str(error))
        except Exception as error:
            if self._debug:
                traceback.print_exc(file=sys.stderr)
            what = f"unexpected failure: {type(error).__name__}: {error}"
            return failure(article, "unexpected", f"{what}; see more with --debug, and report it")


def run_here(articles: Iterable[Article | Failure], plan: Plan) -> Iterator[Outcome]:
    """Extract in this very process, one article after the other; nothing is loaded before there is one.

    Failures of reading pass.

    Raises:
        MissingPartError: a model is not installed.
    """
    worker: Worker | None = None
    for item in articles:
        if isinstance(item, Failure):
            yield Outcome(item)
        else:
            worker = worker or Worker(plan)
            try:
                with within(allowed(len(item.text), plan.patience)):
                    result = worker(item)
            except OutOfPatienceError:
                result = failure(item, "timed_out", "not done in time; shorten it or raise --patience")
            yield Outcome(result, item)


def failure(article: Article | Page | Failure, code: str, problem: str) -> Failure:
    """Make the record of an article, or a page, that could not be done."""
    return Failure(id=article.id, error=FailureDetail(code=code, message=one_line(f"{article.id}: {problem}")))
