"""From marked-up blocks to an article's text: one paragraph a block, quoted ones between quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

_AUTHOR = re.compile(r"(?:[—–―]|--)\s?\w")
_LONGEST_QUESTION, _LONGEST_LABEL = 300, 80  # characters
_FEWEST = 2
"""Questions of an interview, or labels."""
_FEWEST_ASKED = 1 / 3
"""Share of what is set off like a question that is one."""
BOLD = "**"
"""What stands around words that are set off, where a text keeps that they are."""
MARKS = "\"“”„«»‹›'‘’‚"


class Block(NamedTuple):
    """A paragraph, heading or list item; ``quote`` numbers the block quotation that it stands in, 0: none."""

    text: str
    quote: int = 0


class SetOff(NamedTuple):
    """Words in bold or italics that a block begins with: how they are set off, they themselves, and the whole block."""

    how: str
    words: str
    block: str


def of_turns(set_off: Sequence[SetOff]) -> list[bool]:
    """Tell which words that are set off in an article are questions of an interview, or name before a colon who speaks.

    Either is met at least twice; what makes up a block and is set off like the questions is one too, where a third of
    it asks something: others are headings.
    """
    alone = [words == block and len(words) <= _LONGEST_QUESTION for _, words, block in set_off]
    labels = [
        not whole and len(words) <= _LONGEST_LABEL and ":" in (words[-1:], block[len(words) :].lstrip()[:1])
        for whole, (_, words, block) in zip(alone, set_off, strict=True)
    ]
    hows = Counter(how for whole, (how, _, _) in zip(alone, set_off, strict=True) if whole)
    asked = Counter(how for whole, (how, words, _) in zip(alone, set_off, strict=True) if whole and words[-1:] == "?")
    questions = {how for how, count in asked.items() if count >= max(_FEWEST, _FEWEST_ASKED * hows[how])}
    return [
        (whole and how in questions) or (label and sum(labels) >= _FEWEST)
        for whole, label, (how, _, _) in zip(alone, labels, set_off, strict=True)
    ]


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
    if not quote or texts[0][0] in MARKS:
        yield from texts
        return
    author = [texts.pop()] if len(texts) > 1 and _AUTHOR.match(texts[-1]) else []
    yield from (f"“{text}" for text in texts[:-1])
    yield from [f"“{texts[-1]}”", *author]
