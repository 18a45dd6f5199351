"""Signals that end a run: what is half done is taken away first, as with Ctrl-C."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@dataclass(slots=True)
class Ended:
    """Which signal has ended the block; None: none."""

    number: int | None = None


@contextmanager
def ending() -> Iterator[Ended]:
    """Raise KeyboardInterrupt in the block when SIGTERM or SIGHUP comes; a second one does not disturb the tidying up.

    One that the caller has switched off, as ``nohup`` does, stays so.
    """
    ended = Ended()
    before = {number: signal.getsignal(number) for number in _ENDING}
    before = {number: handler for number, handler in before.items() if handler is not signal.SIG_IGN}

    def end(number: int, frame: FrameType | None) -> None:
        for other in before:
            signal.signal(other, signal.SIG_IGN)
        ended.number = number
        raise KeyboardInterrupt

    for number in before:
        signal.signal(number, end)
    try:
        yield ended
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
