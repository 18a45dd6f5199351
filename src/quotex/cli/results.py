"""What people see of a run while it goes on: failures, progress, and counts at its end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import timedelta
from time import monotonic

from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.contract.records import Failure
from quotex.writing.outcome import Outcome

__all__ = ["Tally", "with_progress"]


class Tally:
    """Counts outcomes as they pass, and tells of each failure."""

    def __init__(self) -> None:
        self.done = self.failed = self.characters = 0
        self._began = monotonic()

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
                self.characters += outcome.result.source.length
            yield outcome

    def summary(self) -> str:
        """What has passed, in how long."""
        seconds = monotonic() - self._began
        failed = f", {self.failed:,} failed" if self.failed else ""
        return f"{self.done:,} articles{failed}, {self.characters:,} characters in {timedelta(seconds=round(seconds))}"


def with_progress(passing: Iterable[Outcome], tally: Tally, total: int | None) -> Iterator[Outcome]:
    """Yield the outcomes as they are, and show on a terminal's standard error how many have passed, and how fast.

    Args:
        passing: the outcomes.
        tally: counts them.
        total: how many are expected; None: nobody knows.
    """
    from rich.console import Console  # noqa: PLC0415  (most runs show nothing)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    console = Console(file=sys.stderr)
    columns = (
        TextColumn("articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[failed]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("articles", total=total, rate="", failed="")
        for outcome in passing:
            speed = progress.tasks[task].speed
            rate = f"{speed:,.1f}/s" if speed else ""
            progress.update(task, advance=1, rate=rate, failed=f"{tally.failed:,} failed" if tally.failed else "")
            yield outcome
