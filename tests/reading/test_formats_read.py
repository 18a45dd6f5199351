"""Each format that is read: what is taken from it, and what is told when it is broken."""

from __future__ import annotations

import gzip
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from quotex.contract.records import Failure
from quotex.errors import MissingPartError
from quotex.reading import Article, Fields, count, read

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
    assert article.text.split("\n\n")[:-1] == [
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
        ("", "PATH: empty"),
        ("%PDF-1.7", "PATH: a PDF document, not text"),
        ("<html></html>", "PATH: no article found"),
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


def test_markdown_is_read_for_its_words(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntags: [port]\n---\n# Quay *closed*\n\nIt [stays](https://x.example) shut\nuntil **May**.\n\n"
        "> Nobody asked us.\n>\n> We stay.\n\n- `One` item\n- ![map](m.png)\n"
    )
    paragraphs = ["Quay closed", "It stays shut until May.", "“Nobody asked us.", "“We stay.”", "One item"]
    assert _one(path).text.split("\n\n") == paragraphs


@pytest.mark.parametrize("fence", ["---\n", "---\r\n", "+++\n"])
def test_front_matter_is_no_text(tmp_path: Path, fence: str) -> None:
    path = tmp_path / "a.markdown"
    path.write_text(f"{fence}title: Quay\n{fence}\nIt stays shut.\n\n---\n\nUntil May.\n", newline="")
    assert _one(path).text == "It stays shut.\n\nUntil May."


def test_a_table_in_markdown_is_read_cell_by_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("| Port | Ships |\n|---|---:|\n| Ellery | ~~12~~ 14 |\n")
    assert _one(path).text.split("\n\n") == ["Port", "Ships", "Ellery", "12 14"]


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
    line = ":1" if name == "a.jsonl" else ""
    told = f"PATH{line}: no field 'text'; name the text's with --text-field; there are: a, b"
    assert _message(tmp_path / name) == told
    assert "no field 'words'" in _message(tmp_path / name, Fields(text="words"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "PATH: no rows"),
        (b"id,text\n", "PATH: no rows"),
        (b'id,text\n1,"Cut. 2, Lost', "PATH: the row in line 2 opens a quotation mark that is never closed"),
        (b"\n\n", "PATH: no rows"),
        (b"id,text\n1\n", "PATH: the row in line 2 has 1 value, where 2 are named; put one with"),
        (b"id,text\n1,Well, it was cut.\n", "PATH: the row in line 2 has 3 values, where 2 are named; put one with"),
    ],
)
def test_a_broken_table_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert _message(path).startswith(told)


@pytest.mark.parametrize(
    "content",
    [
        "id,text\r\n1,Fine.\r\n2,Good.\r\n",
        "id,text\r1,Fine.\r2,Good.",
        "\n\nid,text\n\n1,Fine.\n\n2,Good.\n\n",
        '"id","the\ntext","text"\n1,,Fine.\n2,,Good.\n',
        "sep=;\nid;text\n1;Fine.\n2;Good.\n",
        "id, text ,\n1,Fine.,,\n2,Good.,more\n",
    ],
    ids=["crlf", "cr", "blank lines", "a line end in a name", "sep", "odd columns"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_as_programs_write_them(tmp_path: Path, content: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode(encoding))
    articles = list(read([str(path)]))
    assert [(a.id, a.text) for a in articles if isinstance(a, Article)] == [("1", "Fine."), ("2", "Good.")]


def test_a_row_that_is_not_utf8_is_guessed_as_a_whole_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    said = f"“Naïve,” she said of the café. {WORDS}"
    path.write_bytes(f'id,title,text\n1,Café,"{said}"\n'.encode("cp1252") + f'2,Café,"{said}"\n'.encode())
    guessed, sound = read([str(path)])
    assert isinstance(guessed, Article)
    assert isinstance(sound, Article)
    assert (guessed.title, guessed.text) == (sound.title, sound.text) == ("Café", said)
    assert [message for _, message in guessed.notes] == ["not UTF-8; read as cp1252, a guess"]
    assert sound.notes == ()


def test_a_long_text_and_a_nul_in_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\n1,"{"Fine, " * 100_000}"\n2,No\0 text.\n3,Fine.\n')
    long, nul, fine = read([str(path)])
    assert isinstance(long, Article)
    assert len(long.text) == 600_000
    assert isinstance(nul, Failure)
    assert (nul.id, nul.error.code) == ("2", "binary_input")
    assert isinstance(fine, Article)


def test_rows_before_and_behind_an_unclosed_quotation_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,Fine.\n2,"Lost.\n3,Kept.\n')
    fine, failure, kept = read([str(path)])
    assert isinstance(fine, Article)
    assert isinstance(failure, Failure)
    assert "line 3" in failure.error.message
    assert isinstance(kept, Article)
    assert (kept.id, kept.text) == ("3", "Kept.")


def test_json_is_one_article_or_a_list(tmp_path: Path) -> None:
    scraped = {"maintext": "Fine.", "headline": "Quay", "authors": ["A. Roe", "B. Roe"], "date_publish": None}
    (tmp_path / "a.json").write_text(json.dumps(scraped, indent=2), encoding="utf-16")
    article = _one(tmp_path / "a.json")
    assert (article.id, article.text, article.author) == (str(tmp_path / "a.json"), "Fine.", "A. Roe, B. Roe")
    (tmp_path / "b.json").write_text(json.dumps([scraped, 5, {"text": ""}, {"id": "x", "text": "Fine."}]))
    assert [(r.id, type(r)) for r in read([str(tmp_path / "b.json")])] == [
        (f"{tmp_path / 'b.json'}:1", Article),
        (f"{tmp_path / 'b.json'}:2", Failure),
        (f"{tmp_path / 'b.json'}:3", Failure),
        ("x", Article),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "PATH: empty"),
        ("5", "PATH: no article"),
        ("[]", "PATH: no article"),
        ('{"text": ', "PATH: not JSON: Expecting value (line 1, column 10); mend it"),
        ('{"quotes": []}', "PATH: no field 'text'; name the text's with --text-field; there are: quotes"),
        ('{"\\ud800": 1}', "PATH: no field 'text'; name the text's with --text-field; there are: \ufffd"),
    ],
)
def test_broken_json_is_told(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    assert _message(path).startswith(told)


def test_a_bad_row_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,Fine.\n2,\n3,Cut, here.\n4,Fine.,,\n")
    results = list(read([str(path)]))
    assert [type(result) for result in results] == [Article, Failure, Failure, Article]


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
    told = "PATH: no field 'words'; name the text's with --text-field; there are: content, url, date, pixels"
    assert _message(tmp_path / "a.parquet", Fields(text="words")) == told
    parquet.write_table(pyarrow.table({"text": ["Fine.", None], "uri": ["u", "v"]}), tmp_path / "uri.parquet")
    assert [a.id for a in read([str(tmp_path / "uri.parquet")])] == ["u", "v"]
    (tmp_path / "b.parquet").write_bytes(b"PAR1 but no more")
    assert _message(tmp_path / "b.parquet").startswith("PATH: damaged Parquet: ")


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
    (tmp_path / "e.csv").write_text('text\n"one\nin two lines"\ntwo\n')
    (tmp_path / "f.jsonl").write_text('{"text": "one"}\n\n{"text": "two"}\n')
    assert count([str(tmp_path)]) == 7
    (tmp_path / "g.warc").touch()
    assert count([str(tmp_path)]) is None
