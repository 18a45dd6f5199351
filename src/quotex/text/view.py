"""The view: the text as parser and tagger like to read it, of exactly the same length.

One character for one: marks face the way they were read, blanks on their wrong side change places with them,
look-alike blanks and dashes become plain ones. Offsets into the view are offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotex.text.marks import BLANKS, Family, Mark, Side
from quotex.text.ranges import Range

_PLAIN = str.maketrans({**dict.fromkeys(BLANKS, " "), "‐": "-", "‑": "-", "\x0b": " ", "\x0c": " ", "\u200b": " "})
_UNBROKEN = re.compile(r"\S{1000,}")
"""No word is so long; the parser's tokenizer takes time with the square of it."""

_IN_WORD = re.compile(r"(?<=[^\W\d_])[‘`´ʻʼ](?=[^\W\d_])")
"""An apostrophe turned the wrong way, or another sign for one: "O‘Hara", "don´t"."""

_FACES = {
    (Family.DOUBLE, Side.OPENS): "“",
    (Family.DOUBLE, Side.CLOSES): "”",
    (Family.DOUBLE, None): '"',
    (Family.SINGLE, Side.OPENS): "‘",
    (Family.SINGLE, Side.CLOSES): "’",
    (Family.SINGLE, None): "'",
}


def make_view(
    text: str, read: Iterable[tuple[Mark, Side | None]], paragraphs: Iterable[Range], *, wrapped: bool
) -> str:
    """Make the view of a text.

    Args:
        text: as read.
        read: its marks in order, with the side each was read as.
        paragraphs: their ranges, to join lines where the text is wrapped.
        wrapped: whether line ends inside paragraphs are blanks.
    """
    chars = list(_IN_WORD.sub("’", text.translate(_PLAIN)))
    for mark, side in read:
        _face(chars, mark, side)
    for match in _UNBROKEN.finditer(text):
        chars[match.start() : match.end()] = " " * (match.end() - match.start())
    if wrapped:
        for start, end in paragraphs:
            chars[start:end] = [" " if char == "\n" else char for char in chars[start:end]]
    return "".join(chars)


def _face(chars: list[str], mark: Mark, side: Side | None) -> None:
    """Write a mark as it was read; the characters it does not need are blanks away from the words it holds."""
    start, end = mark.span
    face = _FACES[mark.family, side]
    if mark.family is Family.SINGLE and side is None:
        chars[start] = face
        return
    blanks = [" "] * (end - start - 1)
    chars[start:end] = [*blanks, face] if side is Side.OPENS else [face, *blanks]
    place = mark.place
    if side is Side.OPENS and place.blank_after and not place.blank_before:
        _swap(chars, end - 1)
    elif side is Side.CLOSES and place.blank_before and not place.blank_after:
        _swap(chars, start - 1)


def _swap(chars: list[str], left: int) -> None:
    two = chars[left : left + 2]  # at an edge of the text, fewer
    if " " in two:
        chars[left : left + 2] = reversed(two)
