"""Words of any origin, made safe to show on a terminal."""

from __future__ import annotations

import re

# C0 and C1 controls, and the characters that turn the direction of what follows them.
_COMMANDS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """Return ``text`` as one line: commands to a terminal left out, every run of white space one blank."""
    return " ".join(_COMMANDS.sub("", text).split())


def short(text: str, most: int) -> str:
    """Return ``text`` as one line, cut to so many characters at most."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 1]}…"
