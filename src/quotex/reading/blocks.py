"""From marked-up blocks to an article's text: one paragraph a block, quoted ones between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

_AUTHOR = re.compile(r"(?:[—–―]|--)\s?\w")
_MARKS = "\"“”„«»‹›'‘’‚"


class Block(NamedTuple):
    """A paragraph, heading or list item; ``quote`` numbers the block quotation that it stands in, 0: none."""

    text: str
    quote: int = 0


def text_of(blocks: Iterable[Block]) -> str:
    """Write blocks as paragraphs with an empty line between them.

    A block quotation is told from other text by its layout alone, which is lost: each of its paragraphs is given an
    opening mark and the last a closing one, as print does it, unless it has marks already; an author below stays so.
    """
    cleaned = (Block(" ".join(block.text.split()), block.quote) for block in blocks)
    full = (block for block in cleaned if block.text)
    return "\n\n".join(line for quote, group in groupby(full, lambda b: b.quote) for line in _lines(quote, group))


def _lines(quote: int, group: Iterable[Block]) -> Iterator[str]:
    texts = [block.text for block in group]
    if not quote or texts[0][0] in _MARKS:
        yield from texts
        return
    author = [texts.pop()] if len(texts) > 1 and _AUTHOR.match(texts[-1]) else []
    yield from (f"“{text}" for text in texts[:-1])
    yield from [f"“{texts[-1]}”", *author]
