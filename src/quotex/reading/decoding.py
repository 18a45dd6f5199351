"""Bytes to text: nothing altered but the byte order mark left out.

In this order: a byte order mark decides; strict UTF-8; UTF-8 with a few broken bytes; a guess. What had to be
guessed or replaced is told in a note. Line ends stay as they are, so that offsets count them.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from quotex.contract.records import WarningCode
from quotex.errors import BinaryInputError, EmptyInputError

Note = tuple[WarningCode, str]

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# The marks of UTF-32 begin with those of UTF-16, so they are tried first.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PANDOC = "pandoc -t plain --wrap=none FILE | quotex extract"
AS_TEXT = {
    ".pdf": "pdftotext FILE - | quotex extract",
    ".doc": "antiword FILE | quotex extract",
    ".docx": _PANDOC,
    ".epub": _PANDOC,
    ".odt": _PANDOC,
    ".rtf": _PANDOC,
    ".xls": "save the sheet as .csv",
    ".xlsx": "save the sheet as .csv",
    ".zip": "unpack it first",
}
"""By the suffix of what is no text: how its words come here."""

_IMAGE = "give the words in it, as text"
_SIGNATURES = (
    (b"\x89PNG", "a PNG image", _IMAGE),
    (b"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (b"GIF8", "a GIF image", _IMAGE),
    (b"%PDF-", "a PDF document", AS_TEXT[".pdf"]),
    (b"PK\x03\x04", "a ZIP archive or an Office document", f"unpack it, or of a document: {_PANDOC}"),
    (b"\x1f\x8b", "a gzip archive", "call it .gz, or pipe it: gzip -dc FILE | quotex extract"),
    (b"\xd0\xcf\x11\xe0", "an Office document", AS_TEXT[".doc"]),
    (b"{\\rtf", "an RTF document", AS_TEXT[".rtf"]),
    (b"\x7fELF", "a program", "give a file that holds an article"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.02  # share of control characters above which it is no text
_SURROGATE = re.compile(r"[\ud800-\udfff]")

# English text in an old encoding is ASCII but for marks and a few letters: too little for a free guess among
# all encodings, which takes Polish or Cyrillic ones as readily, and enough to tell these two apart.
_WESTERN = ["cp1252", "mac_roman"]
_MOSTLY_ASCII = 0.25  # share of other bytes up to which it counts as such


class Decoded(NamedTuple):
    """A text, and what had to be decided to read it."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(raw: bytes, where: str) -> Decoded:
    """Decode the bytes of a whole article; messages call it ``where``.

    Raises:
        EmptyInputError: nothing in it but white space.
        BinaryInputError: it is not text.
    """
    for signature, what, advice in _SIGNATURES:
        if raw.startswith(signature):
            raise BinaryInputError(f"{where}: {what}, not text; {advice}")
    decoded = _by_mark(raw, where) or _as_utf8(raw) or _guessed(raw, where)
    require_text(decoded.text, where)
    return decoded


def require_text(text: str, where: str) -> None:
    """Refuse what is no text.

    Raises:
        EmptyInputError: nothing in it but white space.
        BinaryInputError: it holds NUL, or too many control characters.
    """
    if not text or text.isspace():
        raise EmptyInputError(f"{where}: empty; give a file that holds an article")
    nul = text.find("\0")
    if nul >= 0:
        raise BinaryInputError(
            f"{where}: not text, a NUL at character {nul}; if it is UTF-16 without a byte order mark, "
            "convert it: iconv -f UTF-16LE -t UTF-8"
        )
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise BinaryInputError(f"{where}: not text but control characters; save the article as plain text first")


def mend_surrogates(text: str) -> Decoded:
    r"""Replace lone surrogates, which are no characters and cannot be written, by U+FFFD, one for one.

    They come from ``"\ud800"`` in JSON and from file names that are not UTF-8.
    """
    mended, count = _SURROGATE.subn("\ufffd", text)
    if not count:
        return Decoded(text)
    return Decoded(mended, (_note(f"{_times(count, 'lone surrogate')} read as U+FFFD"),))


def _by_mark(raw: bytes, where: str) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            try:
                return Decoded(raw.decode(encoding))
            except UnicodeDecodeError as error:
                raise BinaryInputError(
                    f"{where}: begins like {encoding.upper()} but breaks at byte {error.start}; save it as UTF-8"
                ) from error
    return None


def _as_utf8(raw: bytes) -> Decoded | None:
    try:
        return Decoded(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    # A cut or patched file: most characters past ASCII are sound UTF-8, which other encodings hardly ever are.
    text = raw.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    if sound <= broken:
        return None
    return Decoded(text, (_note(f"UTF-8 with {_times(broken, 'broken sequence')}, read as U+FFFD"),))


def _guessed(raw: bytes, where: str) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (only odd input pays for loading it)

    ascii_only = raw.decode("ascii", errors="ignore")
    best = None
    if len(raw) - len(ascii_only) <= _MOSTLY_ASCII * len(raw):
        best = from_bytes(raw, cp_isolation=_WESTERN).best()
    best = best or from_bytes(raw).best()
    if best is None:
        raise BinaryInputError(f"{where}: not text in any encoding known here; save it as UTF-8")
    return Decoded(str(best), (_note(f"not UTF-8; read as {best.encoding}, a guess"),))


def _note(message: str) -> Note:
    return WarningCode.ENCODING_GUESSED, message


def _times(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
