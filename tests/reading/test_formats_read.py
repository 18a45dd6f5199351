"""Each format that is read: what is taken from it, and what is told when it is broken."""

from __future__ import annotations

import gzip
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from quotex.errors import MissingPartError
from quotex.reading import Article, Fields, count, read
from quotex.records import Failure

WORDS = "The harbour master of Port Ellery said that the quay would stay closed until the spring, after the fire."
PAGE = f"""<html lang="en-GB"><head><title>Quay closed | Ellery Post</title><meta name="author" content="Jo Marsh">
<meta property="article:published_time" content="2019-05-02T10:00:00Z">
<link rel="canonical" href="https://post.example/quay"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Quay closed</h1>
<p>{WORDS}</p><p>Mira Dolan, who runs the port, told the council that <q>we will not wait</q> for the north.</p>
<blockquote><p>Nobody asked us. We have been here for forty years.</p><p>And here we shall stay.</p></blockquote>
<p>One line about the quay and the ships in it.<br>Another line, about the council and its members.</p>
<p>{WORDS}</p></article><footer>Copyright Ellery Post</footer></body></html>"""


def _one(path: Path, fields: Fields | None = None) -> Article:
    (article,) = read([str(path)], fields)
    assert isinstance(article, Article)
    return article


def _message(path: Path, fields: Fields | None = None) -> str:
    (failure,) = read([str(path)], fields)
    assert isinstance(failure, Failure)
    return failure.error.message.replace(f"{path}:", "PATH:")


def test_a_page_is_read_for_its_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    article = _one(page)
    assert article.text.split("\n\n")[1:-1] == [
        WORDS,
        "Mira Dolan, who runs the port, told the council that “we will not wait” for the north.",
        "“Nobody asked us. We have been here for forty years.",
        "“And here we shall stay.”",
        "One line about the quay and the ships in it.",
        "Another line, about the council and its members.",
    ]
    assert (article.title, article.author, article.language) == ("Quay closed", "Jo Marsh", "en")
    assert (article.url, article.published) == ("https://post.example/quay", date(2019, 5, 2))


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("", "PATH: not HTML; save the page again, or its text as .txt"),
        (
            "<html><body><script>go()</script></body></html>",
            "PATH: no article found in the page; save its text as .txt",
        ),
    ],
)
def test_a_page_without_an_article_is_told(tmp_path: Path, page: str, told: str) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(page)
    assert _message(path).startswith(told)


def test_a_web_archive_is_read_page_by_page(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")

    def record(url: str, type: str, body: str) -> bytes:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        head = "\r\n".join([
            "WARC/1.1", "WARC-Type: response", f"WARC-Target-URI: {url}", "WARC-Date: 2020-01-01T00:00:00Z",
            f"WARC-Record-ID: <urn:uuid:{url}>", "Content-Type: application/http;msgtype=response",
            f"Content-Length: {len(http)}",
        ])  # fmt: skip
        return f"{head}\r\n\r\n{http}\r\n\r\n".encode()

    records = [
        record("https://a.example/1", "text/html; charset=utf-8", PAGE.replace("“", "").replace("”", "")),
        record("https://a.example/style", "text/css", "p {}"),
        record("https://a.example/2", "text/html", "<html><body><script>go()</script></body></html>"),
    ]
    for name, content in (("a.warc", b"".join(records)), ("a.warc.gz", b"".join(map(gzip.compress, records)))):
        (tmp_path / name).write_bytes(content)
        good, bad = read([str(tmp_path / name)])
        assert isinstance(good, Article)
        assert (good.id, good.url, good.title) == ("https://a.example/1", "https://a.example/1", "Quay closed")
        assert isinstance(bad, Failure)
        assert (bad.id, bad.error.code) == ("https://a.example/2", "empty_input")


def test_markdown_is_read_for_its_words(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntags: [port]\n---\n# Quay *closed*\n\nIt [stays](https://x.example) shut\nuntil **May**.\n\n"
        "> Nobody asked us.\n>\n> We stay.\n\n- `One` item\n- ![map](m.png)\n"
    )
    paragraphs = ["Quay closed", "It stays shut until May.", "“Nobody asked us.", "“We stay.”", "One item"]
    assert _one(path).text.split("\n\n") == paragraphs


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_has_an_article_a_row(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    rows = [
        ["ID", "Headline", "Body", "Publish Date"],
        ["7", "Quay; closed", f'"{WORDS}\n\nHe ""waits""."', "2019-05-02"],
    ]
    rows[1][1] = f'"{rows[1][1]}"'
    path.write_text("\ufeff" + "".join(delimiter.join(row) + "\r\n" for row in rows), newline="")
    article = _one(path)
    assert article.text == f'{WORDS}\n\nHe "waits".'
    assert (article.id, article.title, article.published) == ("7", "Quay; closed", date(2019, 5, 2))


def test_fields_can_be_named(tmp_path: Path) -> None:
    for name, content in (
        ("a.jsonl", json.dumps({"text": "no", "words": "Fine.", "key": 5, "authors": ["A. Roe", "B. Roe"]})),
        ("a.tsv", "text\twords\tkey\nno\tFine.\t5\n"),
    ):
        (tmp_path / name).write_text(content)
        article = _one(tmp_path / name, Fields(text="words", id="key"))
        assert (article.text, article.id) == ("Fine.", "5")


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_missing_field_is_told_with_those_there_are(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"a": 1, "b": 2}' if name == "a.jsonl" else "a,b\n1,2\n")
    told = "PATH:1: no field 'text'; name the text's with --text-field; there are: a, b"
    assert _message(tmp_path / name) == told
    assert "no field 'words'" in _message(tmp_path / name, Fields(text="words"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "PATH: no rows"),
        (b"id,text\n", "PATH: no rows"),
        (b"id,text\n1,caf\xe9\n", "PATH: not UTF-8 after row 0; convert it with iconv"),
        (b"id,text\n1\n", "PATH:1: not a string in field 'text'"),
    ],
)
def test_a_broken_table_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert _message(path).startswith(told)


def test_a_bad_row_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,Fine.\n2,\n3,Fine.,and,more\n")
    results = list(read([str(path)]))
    assert [type(result) for result in results] == [Article, Failure, Article]


def test_parquet_is_read_by_its_columns(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pyarrow.table({
        "content": ["Fine."] * 150, "url": [f"u{i}" for i in range(150)], "date": [date(2019, 5, 2)] * 150,
        "pixels": [[0] * 9] * 150,
    })  # fmt: skip
    parquet.write_table(table, tmp_path / "a.parquet", row_group_size=40)
    articles = [a for a in read([str(tmp_path / "a.parquet")], Fields(id="url")) if isinstance(a, Article)]
    assert [a.id for a in articles] == [f"u{i}" for i in range(150)]
    assert (articles[0].text, articles[0].published) == ("Fine.", date(2019, 5, 2))
    (tmp_path / "b.parquet").write_bytes(b"PAR1 but no more")
    assert "after row 0" in _message(tmp_path / "b.parquet")


def test_compressed_inputs_are_what_is_in_them(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    line = json.dumps({"id": "x", "text": "Fine."}).encode()
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"Fine."))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(line))
    (tmp_path / "c.jsonl.zst").write_bytes(zstandard.compress(line) + zstandard.compress(b"\n" + line))
    articles = list(read([str(tmp_path)]))
    assert [a.text for a in articles if isinstance(a, Article)] == ["Fine."] * 4
    assert [a.id for a in articles][1:3] == ["x", f"{tmp_path / 'c.jsonl.zst'}:1"]


@pytest.mark.parametrize("suffix", ["gz", "zst"])
@pytest.mark.parametrize("keep", [0.0, 0.6])
def test_what_is_compressed_and_broken_is_told(tmp_path: Path, suffix: str, keep: float) -> None:
    zstandard = pytest.importorskip("zstandard")
    whole = (gzip.compress if suffix == "gz" else zstandard.compress)(b"".join(b"%d fine. " % i for i in range(2000)))
    path = tmp_path / f"a.txt.{suffix}"
    path.write_bytes(whole[: int(len(whole) * keep)] or b"no such thing")
    assert _message(path).startswith("PATH: ")


def test_what_unpacks_to_something_huge_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotex.reading.source.LARGEST", 1 << 20)
    for name in ("a.txt.gz", "a.jsonl.gz"):
        (tmp_path / name).write_bytes(gzip.compress(b"x" * (1 << 22)))
        assert "over 1 MiB" in _message(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "package", "line"),
    [
        ("a.html", "trafilatura", 'pip install "quotex[html]"'),
        ("a.parquet", "pyarrow", 'pip install "quotex[parquet]"'),
        ("a.warc", "fastwarc.warc", 'pip install "quotex[warc]"'),
        ("a.txt.zst", "zstandard", 'pip install "quotex[zstd]"'),
    ],
)
def test_a_missing_package_is_named_with_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, package: str, line: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / name).write_text(PAGE)
    with pytest.raises(MissingPartError) as raised:
        list(read([str(tmp_path / name)]))
    assert line in str(raised.value)


def test_articles_are_counted_where_that_needs_no_reading(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.md.gz", "d.png"):
        (tmp_path / name).touch()
    assert count([str(tmp_path), str(tmp_path / "a.txt")]) == 4
    (tmp_path / "e.csv").touch()
    assert count([str(tmp_path)]) is None
