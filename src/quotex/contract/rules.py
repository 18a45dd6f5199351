"""Rules with names: which one decided, and why.

A deciding rule is a constant of its stage's module, ``PASSIVE = Rule("speakers.passive-agent", "...")``. Where its
condition holds, the stage asks the rule itself whether it decides::

    if is_agent_of_passive(head) and PASSIVE.decides(span):
        return None

So a rule can be counted, shown (``quotex extract --explain``), and switched off to see what it earns
(``benchmarks/rules.py``). The manner is presidio's: a decision says who made it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NamedTuple

_ID = re.compile(r"[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")

_rules: dict[str, Rule] = {}
_trace: ContextVar[list[Decision] | None] = ContextVar("trace", default=None)
_origin: ContextVar[Callable[[tuple[int, int]], tuple[int, int]] | None] = ContextVar("origin", default=None)
_off: ContextVar[frozenset[str]] = ContextVar("off", default=frozenset())


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule that decides something.

    Attributes:
        id: its stage and name, ``stage.what-it-does``.
        why: one line, for whoever asks why a record is what it is.

    Raises:
        ValueError: the id is of another form, or taken.
    """

    id: str
    why: str

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id) or self.id in _rules:
            raise ValueError(f"a rule's id is stage.name, and its own: {self.id!r}")
        _rules[self.id] = self

    def decides(self, where: tuple[int, int] | int) -> bool:
        """Note that the rule's condition holds at a place; whether it may decide (it is not switched off).

        Args:
            where: the range of the text that it decides on, or an offset.
        """
        if self.id in _off.get():
            return False
        trace = _trace.get()
        if trace is not None:
            span = (where, where) if isinstance(where, int) else where
            origin = _origin.get()
            trace.append(Decision(*(origin(span) if origin else span), self))
        return True


class Decision(NamedTuple):
    """A rule that decided on a range of the text."""

    start: int
    end: int
    rule: Rule


def all_rules() -> tuple[Rule, ...]:
    """Return the rules of every module that has been imported, by id."""
    return tuple(_rules[id] for id in sorted(_rules))


@contextmanager
def traced() -> Iterator[list[Decision]]:
    """Collect what rules decide, in the order in which they do."""
    decisions: list[Decision] = []
    token = _trace.set(decisions)
    try:
        yield decisions
    finally:
        _trace.reset(token)


@contextmanager
def placed(origin: Callable[[tuple[int, int]], tuple[int, int]]) -> Iterator[None]:
    """Let traces tell of another text than the one that rules decide on; ``origin`` says where a range stands in it."""
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


@contextmanager
def without(*rules: Rule) -> Iterator[None]:
    """Switch rules off, to see what comes out without them."""
    token = _off.set(_off.get() | {rule.id for rule in rules})
    try:
        yield
    finally:
        _off.reset(token)
