"""Paragraphs, headline and datelines, from white space and characters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from quotex.text.ranges import Range

__all__ = ["find_dateline", "find_paragraphs", "is_headline"]

# Held to the starts of lines, or a line of blanks is looked through once for each of them.
_LINE = re.compile(r"^[^\n]*\S[^\n]*", re.MULTILINE)
_BLOCK = re.compile(r"^[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)
_SENTENCE_FINAL = re.compile(r"[.!?:…][\"”’'»)\]*]*$")
_LONGEST_WRAPPED_LINE = 100
_LONGEST_HEADLINE = 200
_LONGEST_PARAGRAPH = 3000
_GAP = re.compile(r"[ \t\xa0]{2,}")
_NEXT_SENTENCE = re.compile(r"[.!?…][\"”’')\]]* (?=[\"“‘'(\[]?[A-Z])")

_PLACE = r"[A-Z][A-Z.'’\- ]+(?:,\s[A-Z][\w.]+)*"
_DATELINE = re.compile(
    rf"{_PLACE}(?:,\s(?:[A-Z][a-z]+\.?\s\d{{1,2}}|\d{{1,2}}\s[A-Z][a-z]+))?(?:\s?\([^()]{{1,40}}\))?\s?(?:[–—]|--?)\s"
)


def find_paragraphs(text: str) -> tuple[list[Range], bool]:
    """Find the paragraphs of a text.

    A paragraph is a line, unless the text is wrapped at a fixed width, as old wires and mails are: then it is a
    block between empty lines. A line of thousands of characters has lost its line ends: where they left several
    blanks, there it is parted.

    Returns:
        Ranges without the white space around them, in order; and whether the text is wrapped.
    """
    blocks = [Range(*m.span()).trimmed(text) for m in _BLOCK.finditer(text)]
    if _is_wrapped([block.of(text) for block in blocks]):
        return blocks, True
    return [part for m in _LINE.finditer(text) for part in _parts(text, Range(*m.span()).trimmed(text))], False


def is_headline(paragraph: str, following: str | None) -> bool:
    """Whether a text's first paragraph reads like its headline: short, and of one sentence at most."""
    if following is None or len(paragraph) > _LONGEST_HEADLINE or "\n" in paragraph:
        return False
    body = paragraph.rstrip(" .")
    return len(paragraph) < len(following) or not re.search(r"[.!?][\"”’']?\s+[A-Z]", body)


def find_dateline(text: str, paragraph: Range) -> Range | None:
    """Find "BRUSSELS, March 3 (Agency) – " at a paragraph's start."""
    match = _DATELINE.match(text, *paragraph)
    return Range(*match.span()) if match else None


def _parts(text: str, line: Range) -> Iterator[Range]:
    """Part a line that no paragraph is as long as where several blanks stand, unless its sentences end with two."""
    start = line.start
    gaps = list(_GAP.finditer(text, *line)) if line.end - line.start > _LONGEST_PARAGRAPH else []
    if gaps and len(gaps) < len(_NEXT_SENTENCE.findall(text, *line)):
        for gap in gaps:
            yield Range(start, gap.start())
            start = gap.end()
    yield Range(start, line.end)


def _is_wrapped(blocks: list[str]) -> bool:
    inner = [line.rstrip() for block in blocks for line in block.split("\n")[:-1]]
    if len(inner) < 3 or len(inner) < len(blocks):
        return False
    unfinished = sum(not _SENTENCE_FINAL.search(line) for line in inner)
    widths = [len(line) for line in inner]
    return unfinished > 0.6 * len(inner) and median(widths) >= 40 and max(widths) <= _LONGEST_WRAPPED_LINE
