"""Who is who: from the source mentions of quotations to speakers."""

from __future__ import annotations

from quotex.speakers.cast import Cast, Character
from quotex.speakers.who import resolve

__all__ = ["Cast", "Character", "resolve"]
