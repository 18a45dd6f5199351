"""E-mail: what is quoted has ``>`` before each of its lines (RFC 3676, section 4.5)."""

from __future__ import annotations

import re
from itertools import pairwise

from quotex.contract.rules import Rule

__all__ = ["unquoted"]

QUOTED_MAIL = Rule("text.quoted-mail", "signs before several lines tell that they are quoted from another mail")

_LINE = re.compile(r"^[ \t]{0,3}(?P<signs>(?:>[ \t]?){1,9})?", re.MULTILINE)


def unquoted(text: str) -> tuple[str, frozenset[int]]:
    """Let the signs before quoted lines be blanks; a sign before one line alone is none of them.

    Returns:
        A text of the same length, and where lines start that are quoted from deeper down, or less deep, than the line
        above: what stands there is another's.
    """
    if "\n>" not in text:
        return text, frozenset()
    lines = [(match.start(), (match["signs"] or "").count(">")) for match in _LINE.finditer(text)]
    several = any(above and depth for (_, above), (_, depth) in pairwise(lines))
    if not several or not QUOTED_MAIL.decides((0, len(text))):
        return text, frozenset()
    others = frozenset(start for (_, above), (start, depth) in pairwise(lines) if above != depth)
    return _LINE.sub(lambda match: " " * len(match[0]), text), others
