"""From articles to results: one bad article never ends a run."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.errors import MissingPartError, QuotexError
from quotex.reading import Article
from quotex.records import Extraction, Failure, FailureDetail
from quotex.writing.harmless import one_line
from quotex.writing.outcome import Outcome

if TYPE_CHECKING:
    from quotex.extractor import Extractor

__all__ = ["Tally", "results", "with_progress"]


def results(
    articles: Iterable[Article | Failure], load: Callable[[], Extractor], *, published: date | None, debug: bool
) -> Iterator[Outcome]:
    """Yield for each article its extraction, or its failure when something goes wrong with it.

    Args:
        articles: as they are read; failures pass.
        load: returns the extractor, the same at every call; called only once there is an article.
        published: the date of articles that give none.
        debug: whether to show where in the code something unexpected arose.

    Raises:
        MissingPartError: a model is not there, and no article can be done without it.
    """
    for article in articles:
        if isinstance(article, Article):
            yield Outcome(_attempt(article, load(), published, debug), article)
        else:
            yield Outcome(article)


def _attempt(article: Article, extractor: Extractor, published: date | None, debug: bool) -> Extraction | Failure:
    try:
        return extractor.extract(article, published=published)
    except MissingPartError:
        raise
    except QuotexError as error:
        return Failure(id=article.id, error=FailureDetail(code=error.code, message=one_line(f"{article.id}: {error}")))
    except Exception as error:
        if debug:
            traceback.print_exc()
        what = f"{article.id}: unexpected failure: {type(error).__name__}: {error}"
        message = f"{what}; see more with --debug, and report it"
        return Failure(id=article.id, error=FailureDetail(code="unexpected", message=one_line(message)))


class Tally:
    """Counts results as they pass, and tells of each failure."""

    def __init__(self) -> None:
        self.done = self.failed = 0

    @property
    def exit(self) -> Exit:
        """The exit code for what has passed so far."""
        return Exit.of(self.done, self.failed)

    def counted(self, passing: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield the outcomes as they are."""
        for outcome in passing:
            if isinstance(outcome.result, Failure):
                self.failed += 1
                tell(outcome.result.error.message)
            else:
                self.done += 1
            yield outcome


def with_progress(passing: Iterable[Outcome], total: int | None) -> Iterator[Outcome]:
    """Yield the outcomes as they are, and show on a terminal's standard error how many have passed.

    Args:
        passing: the outcomes.
        total: how many are expected; None: nobody knows.
    """
    from rich.console import Console  # noqa: PLC0415  (most runs show nothing)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("articles", total=total)
        for outcome in passing:
            progress.advance(task)
            yield outcome
