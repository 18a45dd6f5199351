"""What people see of a run while it goes on: failures, progress, and counts at its end."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from time import monotonic

from quotex.cli.exits import Exit
from quotex.cli.messages import tell
from quotex.contract.records import Failure
from quotex.errors import MissingFieldError
from quotex.reading import not_taken
from quotex.writing.outcome import Outcome
from quotex.writing.wording import counted

SAMPLE = 10.0
"""Seconds after which it is told how long a run takes; shorter ones end before anyone asks."""

_MANY = 100_000  # articles: what a run over a corpus is reckoned for
_ALIKE = 3  # failures of one kind that are told of in full
_ONCE = frozenset({MissingFieldError.code})  # but these, which are as good as sure to be a wrong option
_PLACE = re.compile(r"^.*?:\d+: |^[^:]+: ")
"""What an error message begins with that is of one input alone."""


class Tally:
    """Counts outcomes as they pass, and tells of each failure; of one that comes again and again, once.

    Args:
        total: how many are expected; None: nobody knows.
        says_cost: whether to tell, while it goes on, how long so many take.
    """

    def __init__(self, total: int | None = None, *, says_cost: bool = False) -> None:
        self.done = self.failed = self.characters = 0
        self.total = total
        self._says_cost = says_cost
        self._told: Counter[str] = Counter()
        self._warned: Counter[str] = Counter()
        self._began = self._first = monotonic()

    @property
    def exit(self) -> Exit:
        """The exit code for what has passed so far."""
        return Exit.of(self.done, self.failed)

    def counted(self, passing: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield the outcomes as they are."""
        for outcome in passing:
            if self.done + self.failed == 0:
                self._first = monotonic()  # the models are loaded
            if isinstance(outcome.result, Failure):
                self.failed += 1
                self._tell(outcome.result)
            else:
                self.done += 1
                self.characters += outcome.result.source.length
                self._warned.update({warning.code for warning in outcome.result.warnings})
            if self._says_cost and monotonic() - self._first > SAMPLE:
                self._says_cost = False
                tell(cost((monotonic() - self._first) / max(1, self.done + self.failed - 1), self.total))
            yield outcome

    def _tell(self, failure: Failure) -> None:
        """Tell of a failure, unless others of its kind have been told of: these are counted."""
        kind = f"{failure.error.code}: {_PLACE.sub('', failure.error.message)}"
        self._told[kind] += 1
        if self._told[kind] <= _most(kind):
            tell(failure.error.message)

    def close(self, *, quiet: bool) -> None:
        """Tell how often what was told of has come again and, unless ``quiet``, of warnings, and what has passed."""
        for kind, count in self._told.items():
            if count > _most(kind):
                tell(f"{count - _most(kind):,} more like this: {kind.partition(': ')[2]}")
        if not quiet:
            seconds = monotonic() - self._began
            failed = f", {self.failed:,} failed" if self.failed else ""
            characters = f"{self.characters:,} characters"
            if self._warned:
                codes = ", ".join(f"{code} in {counted(n, 'article')}" for code, n in self._warned.most_common())
                tell(f"warnings: {codes}; the records (json, jsonl) say where")
            tell(f"{counted(self.done, 'article')}{failed}, {characters} in {timedelta(seconds=round(seconds))}")


def _most(kind: str) -> int:
    """How many failures of a kind are told of in full."""
    return 1 if kind.partition(": ")[0] in _ONCE else _ALIKE


def cost(each: float, total: int | None) -> str:
    """Say how fast a run goes that takes so many seconds an article, and what that means for all and for 100,000."""
    all_of_them = f"the {total:,} here take about {_duration(each * total)}, " if total else ""
    return f"{60 / each:,.0f} articles a minute: {all_of_them}{_MANY:,} would take about {_duration(each * _MANY)}"


def _duration(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"


def tell_not_taken(names: Iterable[str]) -> None:
    """Tell how many files of folders are not read, and of which kinds."""
    if left := not_taken(names):
        kinds = ", ".join(f"{number:,} {suffix or 'without a suffix'}" for suffix, number in left.most_common(5))
        tell(f"left out: {kinds}{' and others' * (len(left) > 5)}; name a file by itself to be told how it is read")


def with_progress(passing: Iterable[Outcome], tally: Tally) -> Iterator[Outcome]:
    """Yield the outcomes as they are, and show on a terminal's standard error how many have passed, and how fast."""
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
        task = progress.add_task("articles", total=tally.total, rate="", failed="")
        for outcome in passing:
            speed = progress.tasks[task].speed
            rate = f"{speed:,.1f}/s" if speed else ""
            progress.update(task, advance=1, rate=rate, failed=f"{tally.failed:,} failed" if tally.failed else "")
            yield outcome
