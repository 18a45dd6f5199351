"""What can run a batch."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Engine"]


class Engine(StrEnum):
    """What runs the workers."""

    LOCAL = "local"
    RAY = "ray"
