r"""Make a corpus with the damage that texts of the web have, its offsets moved along, to see what that costs.

    python benchmarks/damage.py CORPUS.jsonl WAY > DAMAGED.jsonl

mojibake    UTF-8 read as Windows-1252: ``â€œ``, ``Ã©``
twice       the same, twice over
latin-1     UTF-8 read as Latin-1: the marks become controls
controls    marks as Windows-1252 has them, read as Latin-1: U+0093
entities    ``&ldquo;``, ``&#8217;``, ``&quot;``
escapes     ``\u201c``, ``\"``
lost        U+FFFD for every mark and letter beyond ASCII
asked       ``?`` for every mark that is not straight
hyphens     soft hyphens within long words
unclosed    every second mark that closes, gone
glued       no line end, nor blanks around it
one-line    every line end a blank; the marks stay
straight    every double mark a straight one
wrong-way   every double mark that opens one that closes, and the reverse
stray-blank the blank outside of every double mark inside (`, ”said`, `says“ no`)

Which marks open is told by :mod:`quotex.text.pairing` on the text as it is.

A corpus is a line an article: ``text``, and ``attributions`` whose ``content``, ``cue`` and ``source`` are [start, end)
pairs.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from html.entities import codepoint2name
from itertools import accumulate
from pathlib import Path
from typing import Any

from quotex.text.marks import Family, Mark, Side
from quotex.text.pairing import pair
from quotex.text.paragraphs import find_paragraphs


def misread(text: str, encoding: str) -> str:
    """Read the UTF-8 of a text by another encoding; bytes that it has nothing for are controls."""
    return "".join(bytes([b]).decode(encoding, "ignore") or chr(b) for b in text.encode("utf-8"))


def beyond(change: Callable[[str], str]) -> Callable[[str], list[str]]:
    """Change every character beyond ASCII."""
    return lambda text: [char if char.isascii() else change(char) for char in text]


def entity(char: str) -> str:
    """Write a mark or a character beyond ASCII as HTML does."""
    if char.isascii():
        return "&quot;" if char == '"' else char
    return f"&{codepoint2name[ord(char)]};" if ord(char) in codepoint2name else f"&#{ord(char)};"


def escape(char: str) -> str:
    """Write a mark or a character beyond ASCII as JSON does."""
    return (f"\\{char}" if char == '"' else char) if char.isascii() else f"\\u{ord(char):04x}"


def control(char: str) -> str:
    """Read the Windows-1252 of a character as Latin-1, where it has one."""
    try:
        return char.encode("cp1252").decode("latin-1")
    except UnicodeEncodeError:
        return char


def hyphens(text: str) -> list[str]:
    """Put a soft hyphen into every word of more than six letters."""
    pieces = list(text)
    for match in re.finditer(r"[A-Za-z]{7,}", text):
        pieces[match.start() + 3] = "\xad" + pieces[match.start() + 3]
    return pieces


def unclosed(text: str) -> list[str]:
    """Leave out every second double mark that closes."""
    pieces = list(text)
    for match in [*re.finditer(r"(?<=[\w.,!?])[”\"](?=\s|$)", text)][1::2]:
        pieces[match.start()] = ""
    return pieces


def glued(text: str) -> list[str]:
    """Leave out line ends and the blanks around them."""
    pieces = list(text)
    for match in re.finditer(r"\s*\n\s*", text.strip()):
        pieces[match.start() : match.end()] = [""] * (match.end() - match.start())
    return pieces


def remarked(change: Callable[[list[str], Mark, Side], None]) -> Callable[[str], list[str]]:
    """Change every double mark, two single ones in a row included, by the side that it has."""

    def changed(text: str) -> list[str]:
        chars = list(text)
        for mark, side in pair(text, find_paragraphs(text)[0]).read:
            if mark.family is Family.DOUBLE and side is not None:
                change(chars, mark, side)
        return chars

    return changed


def straight(chars: list[str], mark: Mark, side: Side) -> None:
    """Write a mark of one character as a straight one."""
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


WAYS: dict[str, Callable[[str], list[str]]] = {
    "mojibake": beyond(lambda c: misread(c, "cp1252")),
    "twice": beyond(lambda c: misread(misread(c, "cp1252"), "cp1252")),
    "latin-1": beyond(lambda c: misread(c, "latin-1")),
    "controls": beyond(control),
    "entities": lambda text: list(map(entity, text)),
    "escapes": lambda text: list(map(escape, text)),
    "lost": beyond(lambda c: c if c.isspace() else "\ufffd"),
    "asked": beyond(lambda c: "?" if c in "“”‘’" else c),
    "hyphens": hyphens,
    "unclosed": unclosed,
    "glued": glued,
    "one-line": lambda text: list(text.replace("\r", " ").replace("\n", " ")),
    "straight": remarked(straight),
    "wrong-way": remarked(wrong_way),
    "stray-blank": remarked(stray_blank),
}


def damage(article: dict[str, Any], way: str) -> dict[str, Any]:
    """Return an article with a damaged text, its offsets moved along."""
    pieces = WAYS[way](article["text"])
    places = [0, *accumulate(map(len, pieces))]
    moved = [
        {
            role: [[places[start], places[end]] for start, end in spans]
            if role in ("content", "cue", "source")
            else spans
            for role, spans in attribution.items()
        }
        for attribution in article["attributions"]
    ]
    return {**article, "text": "".join(pieces), "attributions": moved}


def main() -> None:
    """Read the corpus, write the damaged one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("way", choices=WAYS)
    options = parser.parse_args()
    with options.corpus.open(encoding="utf-8") as lines:
        for line in lines:
            sys.stdout.write(json.dumps(damage(json.loads(line), options.way), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
