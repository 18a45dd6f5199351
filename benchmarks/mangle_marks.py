"""Make a corpus with mangled quotation marks, or without line ends, to see what that costs.

    python benchmarks/mangle_marks.py CORPUS.jsonl straight|wrong-way|stray-blank|one-line > MANGLED.jsonl

straight      every mark becomes a straight one
wrong-way     every opening mark becomes a closing one, and the reverse
stray-blank   the blank outside of every mark goes inside (`, ”said`, `says“ no`)
one-line      every line end becomes a blank; the marks stay

Marks are double ones, two single ones in a row included; apostrophes and single marks stay. No change moves any other
character, so that the offsets of a corpus stay right. Which marks open is told by :mod:`quotex.text.pairing` on the
clean text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from quotex.text.marks import Family, Mark, Side
from quotex.text.pairing import pair
from quotex.text.paragraphs import find_paragraphs


def straight(chars: list[str], mark: Mark, side: Side) -> None:
    """Write a mark of one character as a straight one."""
    del side
    if mark.span.end - mark.span.start == 1:
        chars[mark.span.start] = '"'


def wrong_way(chars: list[str], mark: Mark, side: Side) -> None:
    """Write a mark of one character as its opposite."""
    if mark.span.end - mark.span.start == 1:
        chars[mark.span.start] = "”" if side is Side.OPENS else "“"


def stray_blank(chars: list[str], mark: Mark, side: Side) -> None:
    """Exchange a mark and the blank outside of it."""
    start, end = mark.span
    if side is Side.OPENS and start and chars[start - 1] == " ":
        chars[start - 1 : end] = [*chars[start:end], " "]
    elif side is Side.CLOSES and end < len(chars) and chars[end] == " ":
        chars[start : end + 1] = [" ", *chars[start:end]]


WAYS: dict[str, Callable[[list[str], Mark, Side], None]] = {
    "straight": straight,
    "wrong-way": wrong_way,
    "stray-blank": stray_blank,
}


ONE_LINE = "one-line"


def mangle(text: str, way: str) -> str:
    """Return the text, of the same length, mangled in one way."""
    if way == ONE_LINE:
        return text.replace("\r", " ").replace("\n", " ")
    chars = list(text)
    for mark, side in pair(text, find_paragraphs(text)[0]).read:
        if mark.family is Family.DOUBLE and side is not None:
            WAYS[way](chars, mark, side)
    return "".join(chars)


def main() -> None:
    """Read the corpus, write the mangled one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("way", choices=[*WAYS, ONE_LINE])
    options = parser.parse_args()
    with options.corpus.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            article["text"] = mangle(article["text"], options.way)
            sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
