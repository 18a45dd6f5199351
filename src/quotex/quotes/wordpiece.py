"""BERT's uncased word pieces, with offsets into the text as it stands.

The same identifiers and offsets as the ``tokenizers`` package gives for the model's own ``tokenizer.json``,
from the standard library alone: that package brings a client for a model hub, which quotex has no use for.

Source: Wu and others, "Google's Neural Machine Translation System" (2016), as in Devlin and others, BERT (2019).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_CHUNK = re.compile(r"\S+")
_ASCII_PART = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]")
_LONGEST_WORD = 100  # characters, as BERT has it: a longer word is one unknown piece
_LONGEST_KEPT = 40  # characters: longer words seldom come back
_MOST_KEPT = 50_000  # words whose pieces are remembered: bounds the memory of a long run

Piece = tuple[int, int, int]
"""identifier, start and end within the chunk"""


class WordPiece:
    """Cuts text into the pieces of a vocabulary.

    Args:
        vocabulary: the pieces in the order of their identifiers; "##" marks one that continues a word.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.start = self._ids["[CLS]"]
        self.separator = self._ids["[SEP]"]
        self._kept: dict[str, list[Piece]] = {}

    def encode(self, text: str, start: int = 0, end: int | None = None) -> tuple[list[int], list[tuple[int, int]]]:
        """Cut ``text[start:end]``.

        Returns:
            Identifiers, and as many (start, end) offsets into ``text``.
        """
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        for match in _CHUNK.finditer(text, start, len(text) if end is None else end):
            base = match.start()
            for piece, a, b in self._chunk(match.group()):
                ids.append(piece)
                offsets.append((base + a, base + b))
        return ids, offsets

    def _chunk(self, chunk: str) -> list[Piece]:
        pieces = self._kept.get(chunk)
        if pieces is None:
            words = _ascii_words(chunk) if chunk.isascii() and chunk.isprintable() else _words(chunk)
            pieces = [piece for word, places in words for piece in self._pieces(word, places)]
            if len(chunk) <= _LONGEST_KEPT:
                if len(self._kept) >= _MOST_KEPT:
                    self._kept.clear()
                self._kept[chunk] = pieces
        return pieces

    def _pieces(self, word: str, places: range | list[int]) -> list[Piece]:
        """Longest match first; a word with a part that is in no piece is unknown as a whole."""
        whole = [(self.unknown, places[0], places[-1] + 1)]
        if len(word) > _LONGEST_WORD:
            return whole
        pieces: list[Piece] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                found = self._ids.get(("##" if start else "") + word[start:end])
                if found is not None:
                    pieces.append((found, places[start], places[end - 1] + 1))
                    start = end
                    break
            else:
                return whole
        return pieces


def _ascii_words(chunk: str) -> Iterator[tuple[str, range]]:
    for match in _ASCII_PART.finditer(chunk):
        yield match.group().lower(), range(match.start(), match.end())


def _words(chunk: str) -> Iterator[tuple[str, list[int]]]:
    """Lower case, without accents and control characters; punctuation and ideographs stand alone."""
    word: list[str] = []
    places: list[int] = []
    for i, char in enumerate(chunk):
        if char == "\ufffd" or unicodedata.category(char)[0] == "C":
            continue
        for part in unicodedata.normalize("NFD", char):
            if unicodedata.category(part) == "Mn":
                continue
            for low in part.lower():
                if _stands_alone(low):
                    if word:
                        yield "".join(word), places
                        word, places = [], []
                    yield low, [i]
                else:
                    word.append(low)
                    places.append(i)
    if word:
        yield "".join(word), places


def _stands_alone(char: str) -> bool:
    if char.isascii():
        return not char.isalnum()
    code = ord(char)
    ideograph = 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2FA1F
    return ideograph or 0xF900 <= code <= 0xFAFF or unicodedata.category(char)[0] == "P"
