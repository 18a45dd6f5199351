"""How long an article or a page may take, and an end to what takes longer in this very process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SLOWEST = 300  # characters a second, a hundredth of what is usual


class OutOfPatienceError(BaseException):
    """The block has taken too long. No ``Exception``: what mends failures of an article must not mend this."""


def allowed(length: int, patience: float) -> float:
    """Return the seconds that a text of so many characters explains, and ``patience`` more."""
    return patience + length / _SLOWEST


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End a block after some seconds; only Unix can, and only in a process's first thread.

    Raises:
        OutOfPatienceError: it has taken longer.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, frame: FrameType | None) -> None:
        raise OutOfPatienceError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
