from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.errors import BinaryInputError, EmptyInputError, InputError
from quotex.reading.decoding import decode, mend_surrogates

SAID = "“We’ll see,” said Zoë Márquez — twice.\r\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (SAID.encode(), SAID),
        (b"\xef\xbb\xbf" + SAID.encode(), SAID),
        (SAID.encode("utf-16"), SAID),
        (b"\xfe\xff" + SAID.encode("utf-16-be"), SAID),
        (SAID.encode("utf-32"), SAID),
        (b"\x00\x00\xfe\xff" + SAID.encode("utf-32-be"), SAID),
        (b"One.\r\nTwo.\rThree.\n\nFour.", "One.\r\nTwo.\rThree.\n\nFour."),
        ("הוא אמר: „לא”.".encode(), "הוא אמר: „לא”."),
        ("👩‍👩‍👧 \U0001f600".encode(), "👩‍👩‍👧 \U0001f600"),
        (b"\x1b[31mred\x1b[0m words of the minister", "\x1b[31mred\x1b[0m words of the minister"),
    ],
)
def test_unicode_is_read_as_it_is_without_a_note(raw: bytes, text: str) -> None:
    assert decode(raw, "a.txt") == (text, ())


@pytest.mark.parametrize(
    ("raw", "text", "told"),
    [
        (SAID.encode("cp1252"), SAID, "cp1252"),
        (b"He said \x93no\x94.", "He said “no”.", "cp1252"),
        ("The café in Zürich shut, said José Nuñez.".encode("latin-1"), None, "cp1252"),
        (
            "She’d said “never” to the council, and “no one” – no one – had asked.\r".encode("mac_roman"),
            None,
            "mac_roman",
        ),
        ("Министр сказал во вторник, что план города ещё не готов.".encode("koi8_r"), None, "koi8_r"),
        (SAID.encode() + "cut“".encode()[:-1], SAID + "cut�", "1 broken sequence,"),
        (b"\xff" + SAID.encode() * 2 + b"\xfe", f"�{SAID * 2}�", "2 broken sequences,"),
    ],
)
def test_a_guess_is_told(raw: bytes, text: str | None, told: str) -> None:
    decoded = decode(raw, "a.txt")
    assert told in decoded.notes[0][1]
    if text is None:
        assert decoded.text.encode(told) == raw
        assert "\ufffd" not in decoded.text
    else:
        assert decoded.text == text


@pytest.mark.parametrize("raw", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", "\u3000\u2028".encode()])
def test_nothing_but_white_space_is_empty(raw: bytes) -> None:
    with pytest.raises(EmptyInputError, match=r"^a\.txt: empty"):
        decode(raw, "a.txt")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04word/document.xml", "ZIP archive or an Office"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"{\\rtf1\\ansi He said so.}", "RTF"),
        (b"He said\x00 no.", "a NUL at character 7"),
        ("He said no.".encode("utf-16-le"), "UTF-16"),
        (b"\x01\x02\x03\x04 text \x05\x06", "control characters"),
        (b"\xff\xfea", "breaks at byte"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, what: str) -> None:
    with pytest.raises(BinaryInputError, match=what):
        decode(raw, "a.txt")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_an_input_error(raw: bytes) -> None:
    try:
        text = decode(raw, "a.txt").text
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert text.strip()
        text.encode()


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).filter(str.strip))
def test_utf8_comes_back_unaltered(text: str) -> None:
    text = text.removeprefix("\ufeff")
    try:
        assert decode(text.encode(), "a.txt").text == text
    except EmptyInputError:
        assert not text.strip()
    except BinaryInputError:
        assert text.startswith(("%PDF-", "GIF8", "{\\rtf"))


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    mended = mend_surrogates("a\ud800b\udcffc")
    assert mended.text == "a�b�c"
    assert "2 lone surrogates" in mended.notes[0][1]
    assert mend_surrogates("sound 😀") == ("sound 😀", ())
