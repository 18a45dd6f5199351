"""The records of a web archive (WARC, ISO 28500), each held against the length and digest that it promises.

Where a record is not what it promises, the next one is looked for by its first line, within what the damaged one
seems to hold too.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from io import BufferedReader
from itertools import count
from typing import NamedTuple

from quotex.errors import MalformedInputError

LARGEST_RECORD = 1 << 26
"""Bytes; what is longer is no page."""

_HEAD = 1 << 16  # bytes of the headers of a record at most
_PIECE = 1 << 17
_LINE = 64  # bytes: more than the first line of a record has
_MOST_DIGITS = 16  # of a length: more would be no file
_BEGIN = re.compile(rb"WARC/\d\.\d+\r?\n")
_NEXT = re.compile(rb"\n(?=WARC/\d\.\d+\r?\n)")
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_BETWEEN = b"\r\n"
_ENDS = re.compile(rb"\r?\n\r?\n|\s*\Z")
_DIGEST = re.compile(r"(sha1|sha256|sha512|md5):(\S+)", re.ASCII | re.IGNORECASE)


class Record(NamedTuple):
    """A record that came whole: its headers, by names in lower case, and its block."""

    headers: Mapping[str, str]
    block: bytes


class _Damaged(Exception):  # noqa: N818  (never leaves)
    """What is wrong with a record."""


def records(stream: BufferedReader, where: str) -> Iterator[Record | MalformedInputError]:
    """Yield each record of an archive, unpacked, or what is wrong with it; time grows with its length.

    Raises:
        MalformedInputError: of the stream.
    """
    ahead = _Ahead(stream)
    for number in count(1):
        if not ahead.pass_over(_BETWEEN):
            return
        try:
            yield _record(ahead)
        except _Damaged as damage:
            ahead.pass_to(_NEXT)
            if not ahead.is_broken_off:
                yield MalformedInputError(f"{where}:{number}: {damage}; fetch the archive again")


def _record(ahead: _Ahead) -> Record:
    if not _BEGIN.match(ahead.look(0, _LINE)):
        raise _Damaged("no record of a web archive")
    head = _HEADERS_END.search(ahead.look(0, _HEAD))
    if head is None:
        raise _Damaged("a record that ends in its headers")
    headers = _headers(ahead.look(0, head.start()))
    told = headers.get("content-length", "")
    length = length_told(told)
    if length is None or length > LARGEST_RECORD:
        raise _Damaged(f"a record of {told or 'untold'} bytes, over {LARGEST_RECORD >> 20} MiB")
    start, end = head.end(), head.end() + length
    if (there := ahead.reach(end)) < end:
        raise _Damaged(f"a record that is cut, {max(0, there - start)} of {length} bytes")
    behind = ahead.look(end, end + _LINE)
    if not (_ENDS.match(behind) or behind.lstrip(_BETWEEN).startswith(b"WARC/")):
        raise _Damaged("a record longer or shorter than it says")
    block = ahead.look(start, end)
    if not _is_of(block, headers.get("warc-block-digest", "")):
        raise _Damaged("a record whose digest is of something else")
    ahead.go(end)
    return Record(headers, block)


def length_told(told: str | None) -> int | None:
    """Read a header that tells a length; None: it tells none, or what no file can have."""
    return int(told) if told and told.isdecimal() and len(told) < _MOST_DIGITS else None


def _headers(head: bytes) -> dict[str, str]:
    pairs = (line.partition(":") for line in head.decode("utf-8", "replace").splitlines()[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _is_of(block: bytes, told: str) -> bool:
    """Whether a digest is of a block; one that is written in an unknown way is not asked."""
    match = _DIGEST.fullmatch(told)
    if not match:
        return True
    digest = hashlib.new(match[1].lower(), block, usedforsecurity=False)
    written = {digest.hexdigest(), base64.b32encode(digest.digest()).decode().lower()}
    return match[2].lower() in written or len(match[2]) not in map(len, written)


class _Ahead:
    """What is to come of a stream; what is looked at is read once, and kept until it is passed.

    Where the stream breaks, that is told when all that came before it is passed.
    """

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._read = bytearray()
        self._at = 0
        self._break: MalformedInputError | None = None

    @property
    def is_broken_off(self) -> bool:
        """Whether nothing is to come but the break of the stream."""
        return not self.reach(1) and self._break is not None

    def reach(self, count: int) -> int:
        """Read until there are ``count`` bytes to come, or no more; return how many there are."""
        try:
            while not self._break and len(self._read) - self._at < count and (piece := self._stream.read1(_PIECE)):
                self._read += piece
        except MalformedInputError as error:
            self._break = error
        return len(self._read) - self._at

    def look(self, start: int, end: int) -> bytes:
        """Return some of what is to come, by its place from here."""
        self.reach(end)
        return bytes(self._read[self._at + start : self._at + end])

    def go(self, count: int) -> None:
        """Pass bytes that were looked at."""
        self._at += count
        if self._at > _PIECE:
            del self._read[: self._at]
            self._at = 0

    def pass_over(self, characters: bytes) -> bool:
        """Pass all of these characters; return whether anything follows.

        Raises:
            MalformedInputError: the break of the stream.
        """
        while piece := self.look(0, _LINE):
            left = piece.lstrip(characters)
            self.go(len(piece) - len(left))
            if left:
                return True
        if self._break:
            raise self._break
        return False

    def pass_to(self, pattern: re.Pattern[bytes]) -> None:
        """Pass all before a match of a pattern and the match, or everything."""
        while self.reach(_PIECE):
            piece = self.look(0, _PIECE)
            if match := pattern.search(piece):
                self.go(match.end())
                return
            self.go(len(piece) - _LINE if len(piece) == _PIECE else len(piece))
