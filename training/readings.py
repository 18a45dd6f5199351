"""The same article as other hands pass it on: without line ends, or with its paragraphs glued together."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

_BREAK = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+")
_SPANS = ("content", "cue", "source")
_BLANK = 0.4
"""How often a break leaves a blank where paragraphs are glued."""

Article = dict[str, Any]


def readings(article: Article, seed: int) -> list[Article]:
    """Return an article as it stands, without line ends, and twice glued: at random, and with no blank at all."""
    draw = random.Random(seed)
    return [article, flat(article), glued(article, lambda: draw.random() < _BLANK), glued(article, lambda: False)]


def flat(article: Article) -> Article:
    """Make blanks of the line ends; every offset stays."""
    return article | {"text": article["text"].replace("\n", " ").replace("\r", " ")}


def glued(article: Article, leaves_blank: Callable[[], bool]) -> Article:
    """Run paragraphs together, as scraped data sets do ("plan safe."We tested it"), with all offsets moved along.

    Args:
        article: ``text``, ``attributions``, and perhaps ``names`` and ``unsure``, lists that begin with [start, end).
        leaves_blank: whether the next break leaves one.
    """
    text = article["text"]
    parts: list[str] = []
    moved = list(range(len(text) + 1))
    at = length = 0
    for match in _BREAK.finditer(text):
        kept = " " if leaves_blank() else ""
        parts += [text[at : match.start()], kept]
        for offset in range(at, match.end()):
            moved[offset] = length + min(offset, match.start()) - at
        length += match.start() - at + len(kept)
        at = match.end()
    parts.append(text[at:])
    for offset in range(at, len(text) + 1):
        moved[offset] = length + offset - at

    def spans(places: list[list[Any]]) -> list[list[Any]]:
        new = [[moved[start], moved[end], *rest] for start, end, *rest in places]
        return [place for place in new if place[0] < place[1]]

    attributions = [a | {name: spans(a[name]) for name in _SPANS} for a in article["attributions"]]
    named = {key: spans(article[key]) for key in ("names", "unsure") if key in article}
    return article | {"text": "".join(parts), "attributions": attributions} | named
