"""What the program tells its user, one line each, on standard error."""

from __future__ import annotations

import sys

from quotex.writing.harmless import one_line


def tell(message: str) -> None:
    """Write one line to standard error."""
    print(f"quotex: {one_line(message)}", file=sys.stderr)
