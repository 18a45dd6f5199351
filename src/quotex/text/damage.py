r"""Characters that were damaged before the article was read, undone without moving any other.

    â€œWe donâ€™t know,â€ said RenÃ©e.      &ldquo;We go,&rdquo; she said.      \u201cNo,\u201d he wrote.

What stands for one character is read as fillers and that character behind them, so that the text keeps its length.
Fillers are part of no word: whoever cuts words leaves them out, and a span that begins behind fillers begins with them.

Which sequences mojibake makes of a character follows from the encodings (UTF-8 read as Windows-1252 or Latin-1, once or
twice over), as in Speer's ftfy, which returns a text of another length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from html.entities import html5

from quotex.contract.rules import Rule
from quotex.english.writing import BEHIND_APOSTROPHE

__all__ = ["FILLER", "is_damaged", "undamaged"]

ASKED = Rule("text.asked", "question marks on either side of words, where none can stand, were quotation marks")

FILLER = "\u2060"
"""Word joiner: no blank, no letter, and of no width."""

_NO_SIGNS = frozenset({FILLER, " "})
_WINDOWS_1252 = bytes(range(0x80, 0x100)).decode("windows-1252", errors="ignore")
_OFTEN = f"{_WINDOWS_1252}‛′″−‐‑"
"""Characters that are met in the news and are more than one byte in UTF-8."""

_SIGNS = re.compile('[âÃÂ\x80-\x9f&\\\\\ufffd?\xad\u200b-\u200d\ufeff»›>]|u20|["”][“"”]')
"""Without any of these nothing is damaged."""

_ENTITY = re.compile(rf"&(?:{escape('&')[1:]})?(?P<name>#\d{{2,6}}|#[xX][0-9a-fA-F]{{2,5}}|[A-Za-z]{{2,8}});")
_ESCAPED = re.compile(
    r"(?<!\\)\\{1,8}(?P<mark>[\"'“”‘’])"
    r"|(?<![A-Za-z0-9])(?:(?<!\\)\\{1,8})?u(?P<code>(?:20[0-3]|00[a-f])[0-9a-f])"
)
_INVISIBLE = re.compile("(?<=\\w)[\xad\u200b\u200c\u200d\ufeff]+(?=\\w)|(?<=\\w)[\xad‐-]\n(?=[a-z])(?<=\xad\n)")
_C1 = re.compile("[\x80-\x9f]")
_LOST = re.compile("\ufffd{1,3}")
_BULLET = re.compile(r"^[ \t]*(?P<sign>»|›|>{1,3})(?=[ \t]+\S)[^«‹\n]*$", re.MULTILINE)
_BREADCRUMBS = re.compile(r"^[^«‹\n]{1,80}?[ \t][»›>](?=[ \t])[^«‹\n]{1,120}$", re.MULTILINE)
_TWO_MARKS = re.compile('(?<!\\S)"(?=“\\w)|(?<=[.,!?…]”)"(?!\\w)|(?<!\\S)“(?="\\w)|(?<=[.,!?…]")”(?!\\w)')
_ASKED = re.compile(r"(?<![^\s(])\?(?=[A-Za-z])")
_ASKED_BEHIND = re.compile(r"(?<=[.,!?\w])\?(?=\s+[a-z]|[ \t]*$)", re.MULTILINE)


def undamaged(text: str) -> str:
    """Read damaged characters as what they were.

    Args:
        text: as read.

    Returns:
        A text of the same length, the same one where nothing is damaged. Time grows with the length.
    """
    if not _SIGNS.search(text):
        return text
    for step in (_decoded, _entities, _escapes, _controls, _invisible, _lost, _bullets, _doubled):
        text = step(text)
    return text


def is_damaged(text: str, read: str) -> bool:
    """Whether any character of a text was read as another; blanks and fillers aside, which stand for bullets and none.

    Args:
        text: as it is.
        read: as :func:`undamaged` reads it.
    """
    return text is not read and any(a != b and b not in _NO_SIGNS for a, b in zip(text, read, strict=True))


def _filled(char: str, length: int) -> str:
    return FILLER * (length - 1) + char


def _put(pattern: re.Pattern[str], text: str, char: Callable[[re.Match[str]], str | None]) -> str:
    def put(match: re.Match[str]) -> str:
        found = char(match)
        return match[0] if found is None else _filled(found, len(match[0]))

    return pattern.sub(put, text)


@cache
def _mojibake() -> tuple[re.Pattern[str], dict[str, str]]:
    """Sequences that stand for one character, longest first."""
    table: dict[str, str] = {"â€": "”"}  # its third byte is no character in Windows-1252, and is often lost
    for char in _OFTEN:
        once = set(_misread(char))
        for sequence in once | {again for one in once for again in _misread(one)}:
            if len(sequence) > 1:
                table.setdefault(sequence, char)
    return re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True)))), table


def _misread(text: str) -> Iterator[str]:
    raw = text.encode("utf-8")
    yield raw.decode("latin-1")
    yield "".join(_windows(byte) for byte in raw)


def _windows(byte: int) -> str:
    """Windows-1252 as browsers have it: what it leaves open are controls."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _decoded(text: str) -> str:
    if not re.search("[âÃÂ]", text):
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
    return char.replace("\xa0", " ") if len(char) == 1 and (char.isprintable() or char == "\xa0") else None


def _escapes(text: str) -> str:
    return _put(_ESCAPED, text, lambda m: m["mark"] or chr(int(m["code"], 16)).replace("\xa0", " "))


def _controls(text: str) -> str:
    return _C1.sub(lambda m: _windows(ord(m[0])), text)


def _invisible(text: str) -> str:
    return _INVISIBLE.sub(lambda m: FILLER * len(m[0]), text)


def _lost(text: str) -> str:
    """Read the sign for a lost character, or a question mark where none can stand, as the mark that stood there."""
    text = _put(_LOST, text, lambda m: _mark_at(text, m))
    lost = _ASKED.search(text)
    if not lost or not _ASKED_BEHIND.search(text) or not ASKED.decides(lost.span()):
        return text
    text = _ASKED_BEHIND.sub('"', _ASKED.sub('"', text))
    return re.sub(rf"(?<=\w)\?(?={BEHIND_APOSTROPHE})", "’", text)


def _mark_at(text: str, match: re.Match[str]) -> str | None:
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if before.isalnum() and re.match(BEHIND_APOSTROPHE, text[match.end() : match.end() + 4]):
        return "’"
    return None if before.isalnum() and after.isalnum() else '"'


def _bullets(text: str) -> str:
    """Let bullets and the signs of breadcrumbs be blanks; guillemets that pair with others stay."""
    for pattern in (_BULLET, _BREADCRUMBS):
        text = pattern.sub(lambda m: re.sub(r"(?<![^\s])(?:[»›]|>{1,3})(?=\s)", lambda s: " " * len(s[0]), m[0]), text)
    return text


def _doubled(text: str) -> str:
    return _TWO_MARKS.sub(FILLER, text)
