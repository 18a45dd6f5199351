"""What can run a batch."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """What runs the workers."""

    LOCAL = "local"
    RAY = "ray"
