"""How sentences end on the page: the stops, what closes behind them, and what begins the next one."""

from __future__ import annotations

import re

STOPS = ".!?…"

# Parts of patterns.
CLOSING = r"[\"”’'»)\]*]*"
"""Marks and brackets that close behind a stop."""
STOPPED = rf"[{STOPS}]{CLOSING}"
"""A stop, with what closes behind it."""
NEXT_SENTENCE = r"(?=[\"“‘'«(\[]?[A-Z0-9])"
"""Before what a sentence begins with."""

SENTENCE_END = re.compile(rf"{STOPPED}\s+{NEXT_SENTENCE}")
"""From a stop to where the next sentence begins."""
ENDED = re.compile(rf"(?:{STOPPED}|:)$")
"""The end of a line that goes on in none: at a stop, or a colon."""
