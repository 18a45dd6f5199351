"""How a run can end."""

from __future__ import annotations

from enum import IntEnum

import typer


class Exit(IntEnum):
    """The exit codes."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    SOME_FAILED = 3
    ALL_FAILED = 4
    PART_MISSING = 5
    INTERRUPTED = 130
    READER_GONE = 141

    @classmethod
    def of(cls, done: int, failed: int) -> Exit:
        """The code for so many inputs done and failed."""
        if not failed:
            return cls.DONE
        return cls.SOME_FAILED if done else cls.ALL_FAILED


class UsageError(typer.TyperException):
    """Arguments that do not go together."""

    exit_code = Exit.USAGE
