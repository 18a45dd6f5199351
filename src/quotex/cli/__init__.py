"""The command line."""

from __future__ import annotations

import os
import sys

from quotex.parse.blas import hold_to_one_thread

__all__ = ["main"]


def main() -> None:
    """Run ``quotex`` with the arguments of the process and exit; the code says how it went."""
    hold_to_one_thread()
    try:
        from quotex.cli.process import run  # noqa: PLC0415  (Ctrl-C while it loads is a Ctrl-C like any other)

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # All is written. To take loaded models apart one by one would be another half second.
    os._exit(code)
