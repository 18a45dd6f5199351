r"""Characters that were damaged before the article was read, read as what they were.

    â€œWe donâ€™t know,â€ said RenÃ©e.      &ldquo;We go,&rdquo; she said.      \u201cNo,\u201d he <b>wrote</b>.

So is a large first letter that stands on a line of its own, above the rest of its word.

All stages read the mended text, and know of no damage; when a record is made, :meth:`Mended.origin` says where a range
of it stands in the text as it was read.

Which sequences mojibake makes of a character follows from the encodings (UTF-8 read as Windows-1252 or Latin-1, once or
twice over, or marks by five others), as in Speer's ftfy.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from html import escape
from html.entities import html5
from typing import NamedTuple

from quotex.english.writing import BEHIND_APOSTROPHE, LARGE_INITIAL, SURE_LINK_LABEL
from quotex.text.links import without_link_labels
from quotex.text.lost import found_again
from quotex.text.ranges import Range
from quotex.text.tags import without_tags

_FILLER = "\u2060"
"""Word joiner, no blank and no letter: what takes the places of a sequence that are too many, until all is read."""

_LEAD_OF_MARKS = b"\xe2"
_HIGH = bytes(range(0x80, 0x100))
_OPEN = {0xDC00 + byte: byte for byte in _HIGH}
"""What an encoding leaves open are controls, as browsers have it."""
_OTHERS = tuple(
    high.translate(_OPEN)
    for high in (
        _HIGH.decode("mac-roman"),
        _HIGH.decode("cp1250", "surrogateescape"),
        _HIGH.decode("cp1251", "surrogateescape"),
        _HIGH.decode("cp437"),
        _HIGH.decode("cp850"),
    )
)
"""The bytes beyond ASCII as Macintosh, Central Europe, Russia and DOS have them: marks in UTF-8 read as no words."""
_WINDOWS_1252 = _HIGH.decode("windows-1252", errors="ignore")
_OFTEN = dict.fromkeys([*_WINDOWS_1252, *map(chr, range(0x200B, 0x2034)), "−"])
"""Characters that are met in the news and are more than one byte in UTF-8."""
_IN_NAMES = dict.fromkeys(map(chr, range(0x100, 0x180)))
"""More of them: Latin letters with the accents of Central Europe and Turkey."""
_QUOTING = frozenset("“”‘’‚„")
"""What can follow a capital letter in sound text."""
_LEADS = "".join(sorted({*map(chr, range(0xC2, 0xC6)), "â", *(high[_LEAD_OF_MARKS[0] - 0x80] for high in _OTHERS)}))
"""What the UTF-8 of a character beyond ASCII begins with, read by another encoding."""
_OF_MACINTOSH = {"Ò": "“", "Ó": "”", "Ô": "‘", "Õ": "’"}
"""Marks of Mac OS Roman read as Latin-1."""
_NO_WIDTH = "\xad\u200b\u200c\u200d\ufeff"

_SIGNS = re.compile(
    rf'[{_LEADS}{"".join(_OF_MACINTOSH)}\x80-\x9f&\\\ufffd?{_NO_WIDTH}{_FILLER}]|u20|["”][“"”]|-\n[a-z]|</?[A-Za-z!]'
    rf"|\b[A-Z][ \t]*\n\s{{0,9}}[a-z]|{SURE_LINK_LABEL}"
)
"""Without any of these nothing is damaged."""

_ENTITY = re.compile(rf"&(?:{escape('&')[1:]})?(?P<name>#\d{{2,6}}|#[xX][0-9a-fA-F]{{2,5}}|[A-Za-z]{{2,8}});")
_ESCAPED = re.compile(
    r"(?<!\\)\\{1,8}(?:(?P<mark>[\"'“”‘’/])|u(?P<code>(?![dD][89a-fA-F])[0-9a-fA-F]{4})|(?P<blank>[nrt])(?![a-z]))"
    r"|(?:(?<![A-Za-z0-9])|(?<=[A-Za-z])(?=u20[12]))u(?P<bare>(?:20[0-3]|00[a-f])[0-9a-f])"
)
_ESCAPED_BLANKS = {"n": "\n", "r": " ", "t": " "}
_BLANKS = {"\n": "\n", "\r": " ", "\t": " ", "\xa0": " "}
_INVISIBLE = re.compile(rf"(?<=[\w{_FILLER}])[{_NO_WIDTH}]+(?=\w)|(?<=\w)\xad\n(?=[a-z])")
_INITIAL = re.compile(rf"^([\"“'‘]?(?:{LARGE_INITIAL}))[ \t]*\n\s{{0,9}}(?=[a-z])", re.MULTILINE)
_ONE_LETTER = re.compile(r"^([\"“'‘]?[AI])[ \t]*\n\s{0,9}(?=[a-z])", re.MULTILINE)
_PARTED = re.compile(r"\b([^\W\d_]+)-\n([a-z]+)\b")
_MACINTOSH = re.compile(r"(?<!\w)[ÒÔ](?=\w)|Ó(?!\w)|(?<=\w)Õ|(?<=[.,!?])Õ(?!\w)")
_IS_MACINTOSH = re.compile(rf"[.,!?]Ó(?!\w)|[a-z]Õ{BEHIND_APOSTROPHE}")
_C1 = re.compile("[\x80-\x9f]")
_TWO_MARKS = re.compile('(?<!\\S)"(?=“\\w)|(?<=[.,!?…]”)"(?!\\w)|(?<!\\S)“(?="\\w)|(?<=[.,!?…]")”(?!\\w)')


class Mended(NamedTuple):
    """A text without its damage.

    Attributes:
        text: damaged characters are what they were; as long as what was read, or shorter.
        ends: where each of its characters ends in the text as it was read; empty: where it is.
        damaged: some characters were read as others; what is left out aside.
    """

    text: str
    ends: Sequence[int] = ()
    damaged: bool = False

    def origin(self, span: tuple[int, int]) -> Range:
        """Return where a range of the mended text stands in the text as it was read."""
        start, end = span
        if not self.ends:
            return Range(start, end)
        first = self.ends[start - 1] if start else 0
        return Range(first, max(first, self.ends[end - 1])) if end > start else Range(first, first)

    def place(self, span: tuple[int, int]) -> Range:
        """Return which characters of the mended text end in a range of the text as it was read."""
        if not self.ends:
            return Range(*span)
        return Range(bisect_right(self.ends, span[0]), bisect_right(self.ends, span[1]))


def mend(text: str) -> Mended:
    """Read damaged characters of a text as what they were; time grows with its length."""
    if not _SIGNS.search(text):
        return Mended(text)
    read = text
    for step in (
        _decoded,
        _entities,
        _escapes,
        partial(without_tags, filler=_FILLER),
        partial(without_link_labels, filler=_FILLER),
        _macintosh,
        _controls,
        _invisible,
        _parted,
        _initials,
        partial(found_again, filler=_FILLER),
        partial(_TWO_MARKS.sub, _FILLER),
    ):
        read = step(read)
    damaged = read != text and any(b not in (a, _FILLER) for a, b in zip(text, read, strict=True))
    if _FILLER not in read:
        return Mended(read, damaged=damaged)
    ends = array("L", (i for i, char in enumerate(read, 1) if char != _FILLER))
    return Mended(read.replace(_FILLER, ""), ends, damaged)


def _filled(char: str, length: int) -> str:
    return _FILLER * (length - 1) + char


def _put(pattern: re.Pattern[str], text: str, char: Callable[[re.Match[str]], str | None]) -> str:
    def put(match: re.Match[str]) -> str:
        found = char(match)
        return match[0] if found is None else _filled(found, len(match[0]))

    return pattern.sub(put, text)


@cache
def _mojibake() -> tuple[re.Pattern[str], dict[str, str]]:
    """Sequences that stand for one character, longest first."""
    # the third byte of one is no character in Windows-1252, the second of the other a blank: often lost, or a plain one
    table: dict[str, str] = {"â€": "”", "Â ": " "}
    for char in _OFTEN | _IN_NAMES:
        once = set(_misread(char))
        for sequence in once | {again for one in once for again in _misread(one)}:
            if sequence[0] in _LEADS and not (char in _IN_NAMES and sequence[-1] in _QUOTING):
                table.setdefault(sequence, char)
    return re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True)))), table


def _misread(text: str) -> Iterator[str]:
    raw = text.encode("utf-8")
    yield raw.decode("latin-1")
    yield "".join(map(_windows, raw))
    if raw[:1] == _LEAD_OF_MARKS and len(text) == 1:
        yield from ("".join(high[byte - 0x80] for byte in raw) for high in _OTHERS)


def _windows(byte: int) -> str:
    """Windows-1252 as browsers have it: what it leaves open are controls."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _decoded(text: str) -> str:
    if not any(lead in text for lead in _LEADS):
        return text
    pattern, table = _mojibake()
    return _put(pattern, text, lambda m: table[m[0]].replace("\xa0", " "))


def _entities(text: str) -> str:
    return _put(_ENTITY, text, _entity) if "&" in text else text


def _entity(match: re.Match[str]) -> str | None:
    name = match["name"]
    if name.startswith("#"):
        code = int(name[2:], 16) if name[1].lower() == "x" else int(name[1:])
        char = _windows(code) if code < 0x100 else chr(code) if code < 0xD800 else ""
    else:
        char = html5.get(f"{name};", "")
    return _shown(char)


def _shown(char: str) -> str | None:
    """The character that an entity or an escape stands for, where it can be part of an article."""
    whole = len(char) == 1 and (char.isprintable() or char in _NO_WIDTH)
    return char if whole else _BLANKS.get(char)


def _escapes(text: str) -> str:
    return _put(_ESCAPED, text, _escape) if "\\" in text or "u20" in text else text


def _escape(match: re.Match[str]) -> str | None:
    if match["blank"]:
        return _ESCAPED_BLANKS[match["blank"]]
    return match["mark"] or _shown(chr(int(match["code"] or match["bare"], 16)))


def _macintosh(text: str) -> str:
    return _MACINTOSH.sub(lambda m: _OF_MACINTOSH[m[0]], text) if _IS_MACINTOSH.search(text) else text


_controls = partial(_C1.sub, lambda m: _windows(ord(m[0])))
_invisible = partial(_INVISIBLE.sub, lambda m: _FILLER * len(m[0]))


def _parted(text: str) -> str:
    """Join what a hyphen parts at the end of a line, where the text has the whole word too."""
    if not _PARTED.search(text):
        return text
    words = set(re.findall(r"\w+", text))
    return _PARTED.sub(lambda m: m[0].replace("-\n", _FILLER * 2) if m[1] + m[2] in words else m[0], text)


def _initials(text: str) -> str:
    """Join the large first letter of a paragraph to the rest of its word, or the word to what follows it."""
    text = _INITIAL.sub(lambda m: m[1] + _FILLER * (len(m[0]) - len(m[1])), text)
    return _ONE_LETTER.sub(lambda m: f"{m[1]} {_FILLER * (len(m[0]) - len(m[1]) - 1)}", text)
