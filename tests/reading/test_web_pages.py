"""Pages as servers and archives hand them over: encodings told and not told, packed, cut, not found."""

from __future__ import annotations

import gzip
import io
import json
import time
from pathlib import Path

import pytest

from quotex.contract.records import Failure, WarningCode
from quotex.reading import Article, read

pytest.importorskip("trafilatura")

SAID = "“Naïve – and late,” said Mira Dolan of the café owners’ council."
LINES = "".join(
    f"<p>The quay of Port Ellery stays shut, the harbour master said on day {day}. {SAID}</p>" for day in "123"
)
PAGE = f"<html lang='en'><head><title>Quay</title></head><body><article><h1>Quay</h1>{LINES}</article></body></html>"


def _article(path: Path, page: bytes) -> Article:
    path.write_bytes(page)
    (article,) = read([str(path)])
    assert isinstance(article, Article)
    return article


def _saying(charset: str) -> str:
    return PAGE.replace("<head>", f'<head><meta charset="{charset}">')


@pytest.mark.parametrize(
    "page",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("utf-16"),
        _saying("windows-1252").encode("cp1252"),
        _saying("iso-8859-1").encode("cp1252"),
        _saying("iso-8859-1").encode(),
        PAGE.replace("quay", "qu\0ay").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "told", "told as browsers take it", "told wrong", "nul"],
)
def test_a_page_is_decoded_as_browsers_do(tmp_path: Path, page: bytes) -> None:
    article = _article(tmp_path / "a.html", page)
    assert article.text.count(SAID) == 3
    assert "The quay of" in article.text
    assert article.notes == ()


@pytest.mark.parametrize(
    "charset", ["hex", "zip", "rot13", "punycode", "idna", "undefined", "unicode_escape", "utf-16"]
)
def test_what_no_page_is_written_in_is_not_believed(tmp_path: Path, charset: str) -> None:
    assert _article(tmp_path / "a.html", _saying(charset).encode("cp1252")).text.count(SAID) == 3


def test_a_quotation_of_very_many_lines_is_read_in_linear_time(tmp_path: Path) -> None:
    page = PAGE.replace("<article>", f"<article><blockquote>We go.{'<br>We stay.' * 20_000}</blockquote>")
    assert _article(tmp_path / "a.html", page.encode()).text.count("We stay.") == 20_000


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    article = _article(tmp_path / "a.html", PAGE.encode("cp1252"))
    assert SAID in article.text
    assert [code for code, _ in article.notes] == [WarningCode.ENCODING_GUESSED]


@pytest.mark.parametrize(
    "page", [LINES, f"<div>{LINES}</div>", f"<!DOCTYPE page>{PAGE}", f"<?xml version='1.0'?>{PAGE}"]
)
def test_a_part_of_a_page_is_enough(tmp_path: Path, page: str) -> None:
    assert SAID in _article(tmp_path / "a.html", page.encode()).text


def test_a_page_that_breaks_a_parser_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def broken(tree: object, **options: object) -> None:
        raise RecursionError("too deep")

    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.txt").write_text("Fine.")
    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    failure, article = read([str(tmp_path / "a.html"), str(tmp_path / "b.txt")])
    assert isinstance(failure, Failure)
    assert "the page cannot be read (RecursionError: too deep)" in failure.error.message
    assert isinstance(article, Article)


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.txt").write_text("Fine.")
    monkeypatch.setattr(trafilatura, "bare_extraction", lambda tree, **options: time.sleep(60))
    monkeypatch.setattr("quotex.reading.html._SECONDS", 0.1)
    failure, article = read([str(tmp_path / "a.html"), str(tmp_path / "b.txt")])
    assert isinstance(failure, Failure)
    assert "not read in time" in failure.error.message
    assert isinstance(article, Article)


def _record(
    url: str, body: bytes, *, type: str = "text/html; charset=utf-8", packed: str = "", status: str = "200 OK"
) -> bytes:
    """Make a response as a crawler keeps it, with ``packed`` among the headers of the server."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{packed}\r\n".encode() + body
    head = [
        "WARC/1.1", "WARC-Type: response", f"WARC-Target-URI: {url}", "WARC-Date: 2020-01-01T00:00:00Z",
        f"WARC-Record-ID: <urn:uuid:{url}>", "Content-Type: application/http;msgtype=response",
        f"Content-Length: {len(http)}",
    ]  # fmt: skip
    return "\r\n".join(head).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


def _read_archive(tmp_path: Path, content: bytes, name: str = "a.warc") -> list[Article | Failure]:
    pytest.importorskip("fastwarc")
    (tmp_path / name).write_bytes(content)
    return list(read([str(tmp_path / name)]))


GZIP = "Content-Encoding: gzip\r\n"
CHUNKED = "Transfer-Encoding: chunked\r\n"


@pytest.mark.parametrize(
    "record",
    [
        _record("u", gzip.compress(PAGE.encode()), packed=GZIP),
        _record("u", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()), packed=CHUNKED),
        _record("u", PAGE.encode(), packed=GZIP),
        _record("u", PAGE.encode(), packed=CHUNKED),
        _record("u", PAGE.encode(), packed="Content-Encoding: UTF-8\r\n"),
        _record("u", PAGE.encode("cp1252"), type="text/html; charset=windows-1252"),
    ],
    ids=["gzip", "chunked", "gzip no more", "chunked no more", "nonsense", "encoding of the header"],
)
def test_a_page_of_an_archive_is_unpacked(tmp_path: Path, record: bytes) -> None:
    first, second = _read_archive(tmp_path, record + _record("v", PAGE.encode()))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == second.text
    assert first.text.count(SAID) == 3


def test_a_page_of_more_bytes_than_can_be_is_taken_as_it_stands(tmp_path: Path) -> None:
    (article,) = _read_archive(tmp_path, _record("u", PAGE.encode(), packed=f"Content-Length: {'9' * 5000}\r\n"))
    assert isinstance(article, Article)
    assert article.notes == ()


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    records = [
        _record("style", b"p {}", type="text/css"),
        _record("gone", PAGE.encode(), status="404 Not Found"),
        _record("moved", PAGE.encode(), status="301 Moved Permanently"),
        _record("page", PAGE.encode()),
        _record("name", b"1.2.3.4").replace(b"application/http;msgtype=response", b"text/dns"),
    ]
    (article,) = _read_archive(tmp_path, b"".join(records))
    assert article.id == "page"


def test_a_page_is_called_by_its_address_once(tmp_path: Path) -> None:
    pages = _read_archive(tmp_path, _record("https://a.example/1", PAGE.encode()) * 2)
    assert [page.id for page in pages] == ["https://a.example/1", f"{tmp_path / 'a.warc'}:2"]


def test_a_broken_archive_loses_no_page_before_or_after(tmp_path: Path) -> None:
    page = _record("u", PAGE.encode())
    assert [type(found) for found in _read_archive(tmp_path, page + b"not of it\r\n\r\n" * 9 + page)] == [
        Article,
        Failure,
        Article,
    ]
    *pages, last = _read_archive(tmp_path, gzip.compress(page) * 900 + gzip.compress(page)[:80], "a.warc.gz")
    assert [type(page) for page in pages] == [Article] * 900
    assert isinstance(last, Failure)
    assert "broken gzip" in last.error.message
    *pages, last = _read_archive(tmp_path, gzip.compress(page * 2)[:-1], "b.warc.gz")
    assert [type(found) for found in (*pages, last)] == [Article, Article, Failure]
    (failure,) = _read_archive(tmp_path, b"not an archive\n" * 99)
    assert isinstance(failure, Failure)
    assert "no record of a web archive" in failure.error.message


def test_a_tag_of_endless_attributes_hides_no_paragraph(tmp_path: Path) -> None:
    attributes = " ".join(f"a{i}='>'" for i in range(200_000))
    article = _article(tmp_path / "a.html", PAGE.replace("<article>", f"<article {attributes}>").encode())
    assert article.text.count(SAID) == 3


BODY = [
    SAID,
    *(f"The ferry of day {day} was late, and nobody on the quay knew when it would come." for day in range(9)),
]


@pytest.mark.parametrize(
    "written", ["\n\n".join(BODY), "".join(f"<p>{line}</p>" for line in BODY)], ids=["text", "HTML"]
)
def test_what_a_page_tells_machines_is_read_where_it_shows_little(tmp_path: Path, written: str) -> None:
    told = json.dumps({"@type": "NewsArticle", "headline": "Quay", "articleBody": written})
    head = f'<html><head><title>Quay</title><script type="application/ld+json">{told}</script></head><body>'
    article = _article(tmp_path / "a.html", f"{head}<p>Please enable JavaScript.</p></body></html>".encode())
    assert article.text == "\n\n".join(BODY)
    assert article.notes == ()
    whole = _article(tmp_path / "a.html", f"{head}{LINES}</body></html>".encode())
    assert whole.text.count(SAID) == 3


def test_a_year_in_the_text_is_no_day_of_publication(tmp_path: Path) -> None:
    page = PAGE.replace("on day 1.", "who has worked there since January 5, 1999.")
    assert _article(tmp_path / "a.html", page.encode()).published is None


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("<p><em>What is it?</em></p><p>A hat.</p><p><em>Whose <b>is</b> it?</em></p><p>Mine.</p>", "**Whose is it?**"),
        ("<p><b>What is it?</b></p><p>A hat.</p><p><b>Hats are back</b></p><p>Again.</p>", "\nHats are back\n"),
        ("<ul><li><b>Nils Ahlm:</b> The smell.</li><li><b>Ida Roos, 41</b>: The cows.</li></ul>", "**Ida Roos, 41**:"),
    ],
    ids=["questions", "headings", "labels"],
)
def test_what_is_set_off_in_an_interview_stays_so(tmp_path: Path, lines: str, text: str) -> None:
    page = PAGE.replace("</article>", f"{lines}{LINES.replace('quay', 'pier')}</article>")
    assert text in _article(tmp_path / "a.html", page.encode()).text


def test_a_saved_page_is_known_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    saved = f"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(saved.encode()))))
    (article,) = read(["-"])
    assert isinstance(article, Article)
    assert article.text.count(SAID) == 3
