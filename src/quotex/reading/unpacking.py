"""Compressed streams: what is in them, and what is wrong with them, told behind all that came whole."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from io import RawIOBase
from typing import TYPE_CHECKING, BinaryIO, Protocol

from quotex.errors import MalformedInputError, MissingPartError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PIECE = 512
"""Bytes fed at once: few are in doubt where one is broken, and few megabytes can come of them."""

_FILLING = b"\0"
"""What tapes put between members, and behind the last."""


class _Member(Protocol):
    """One member of a gzip file, or one frame of a zstd file, as it is unpacked."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


class Unpacked(RawIOBase):
    """What is in a stream, member after member.

    A member that breaks, or ends too early, gives what came before; the read after that fails.

    Raises:
        MalformedInputError: of ``readinto``: the stream is broken, cut, or holds something else behind.
    """

    def __init__(
        self, packed: BinaryIO, where: str, format: str, begin: Callable[[], _Member], broken: type[Exception]
    ) -> None:
        self._packed, self._where, self._format = packed, where, format
        self._begin, self._broken = begin, broken
        self._member: _Member | None = None
        self._left = b""  # packed, read and not fed
        self._ready = memoryview(b"")
        self._problem = ""
        self._ended = False

    def readable(self) -> bool:
        """Say that it is."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill a buffer as far as one piece goes."""
        while not self._ready and not self._ended:
            self._unpack()
        if not self._ready and self._problem:
            raise MalformedInputError(f"{self._where}: broken {self._format} ({self._problem}); compress it again")
        view = memoryview(buffer).cast("B")
        count = min(len(view), len(self._ready))
        view[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _unpack(self) -> None:
        piece = self._left or self._packed.read(_PIECE)
        self._left = b""
        if not piece:
            self._end("it ends too early" if self._member else "")
            return
        if self._member is None:
            piece = piece.lstrip(_FILLING)
            if not piece:
                return
            self._member = self._begin()
        self._ready = memoryview(self._fed(self._member, piece))
        if self._member.eof:
            self._left, self._member = self._member.unused_data, None

    def _fed(self, member: _Member, piece: bytes) -> bytes:
        spare = copy(member) if hasattr(member, "copy") else None
        try:
            return member.decompress(piece)
        except self._broken as error:
            self._end(str(error))
        return _up_to_break(spare, piece, self._broken) if spare else b""

    def _end(self, problem: str) -> None:
        self._ended, self._problem = True, problem


def _up_to_break(member: _Member, piece: bytes, broken: type[Exception]) -> bytes:
    """Feed byte by byte what breaks somewhere."""
    found = bytearray()
    with suppress(broken):
        for i in range(len(piece)):
            found += member.decompress(piece[i : i + 1])
    return bytes(found)


def _gzip(stream: BinaryIO, where: str) -> Unpacked:
    return Unpacked(stream, where, "gzip", lambda: zlib.decompressobj(16 + zlib.MAX_WBITS), zlib.error)


def _zstd(stream: BinaryIO, where: str) -> Unpacked:
    try:
        from zstandard import ZstdDecompressor, ZstdError  # noqa: PLC0415 - optional
    except ModuleNotFoundError as error:
        raise MissingPartError('reading .zst needs zstandard: pip install "quotex[zstd]"') from error

    def begin() -> _Member:
        return ZstdDecompressor(max_window_size=1 << 27).decompressobj()

    return Unpacked(stream, where, "zstd", begin, ZstdError)


UNPACKERS: dict[str, Callable[[BinaryIO, str], Unpacked]] = {".gz": _gzip, ".zst": _zstd}
"""What reads a compressed file, by its suffix."""
