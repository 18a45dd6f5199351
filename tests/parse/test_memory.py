"""What is learned of words is let go after some articles, or after one that broke off; garbage, at the end of each."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from quotex.parse import memory
from quotex.parse.memory import Memory, collected_after


class Zones:
    """Counts its memory zones."""

    def __init__(self) -> None:
        self.begun = self.ended = 0

    @contextmanager
    def memory_zone(self) -> Iterator[None]:
        self.begun += 1
        yield
        self.ended += 1


def test_a_zone_lasts_for_so_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_MOST", 10)
    nlp: Any = Zones()
    kept = Memory(nlp)
    for text in ("ferry", "bridge", "harbour"):
        with kept.room_for(text):
            pass
    assert (nlp.begun, nlp.ended) == (2, 1)


def test_a_text_that_breaks_off_ends_its_zone() -> None:
    nlp: Any = Zones()
    kept = Memory(nlp)
    with pytest.raises(KeyboardInterrupt), kept.room_for("ferry"):
        raise KeyboardInterrupt
    with kept.room_for("bridge"):
        pass
    assert (nlp.begun, nlp.ended) == (2, 1)


@pytest.mark.parametrize("before", [True, False])
def test_garbage_is_collected_at_the_end_and_collection_left_as_it_was(before: bool) -> None:
    (gc.enable if before else gc.disable)()
    try:
        with pytest.raises(KeyboardInterrupt), collected_after():
            assert not gc.isenabled()
            circle: Any = Zones()
            circle.itself, garbage = circle, weakref.ref(circle)
            del circle
            raise KeyboardInterrupt
        assert gc.isenabled() is before
        assert (garbage() is None) is before
    finally:
        gc.enable()
