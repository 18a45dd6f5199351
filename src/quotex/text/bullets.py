"""Bullets and the signs of breadcrumbs, which look like quotation marks.

» Read more: dam cracks          Home » News » City council
"""

from __future__ import annotations

import re

_BULLET = re.compile(r"^[ \t]*(?:»|›|>{1,3})(?=[ \t]+\S)[^«‹\n]*$", re.MULTILINE)
_BREADCRUMBS = re.compile(r"^[^«‹\n]{1,80}?[ \t][»›>](?=[ \t])[^«‹\n]{1,120}$", re.MULTILINE)
_SIGN = re.compile(r"(?<!\S)(?:[»›]|>{1,3})(?=\s)")


def without_bullets(text: str) -> str:
    """Let bullets and the signs of breadcrumbs be blanks; guillemets that pair with others stay."""
    if not any(sign in text for sign in "»›>"):
        return text
    for pattern in (_BULLET, _BREADCRUMBS):
        text = pattern.sub(lambda line: _SIGN.sub(lambda sign: " " * len(sign[0]), line[0]), text)
    return text
