"""The command line."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run ``quotex`` with the arguments of the process and exit; the code says how it went."""
    try:
        from quotex.cli.process import run  # noqa: PLC0415  (Ctrl-C while it loads is a Ctrl-C like any other)

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
