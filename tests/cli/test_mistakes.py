"""Mistakes that come naturally: each is one line that says what to do."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

import quotex
from invented import extraction
from program import run, run_on_terminal
from quotex.cli.results import Tally
from quotex.contract.records import Failure, FailureDetail
from quotex.contract.terms import Act
from quotex.pipeline.given import article_of, day_of
from quotex.pipeline.settings import Settings
from quotex.writing.outcome import Outcome

ARTICLE = 'The mayor of Ellery said: "We are ready."\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder such as people have."""
    (tmp_path / "article.txt").write_text(ARTICLE)
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.7\n")
    for name in ("memo.docx", "sheet.xlsx", "feed.xml", "all.zip", "photo.jpg"):
        (tmp_path / name).write_bytes(b"PK\x03\x04" if name != "photo.jpg" else b"\xff\xd8\xff")
    (tmp_path / "void").mkdir()
    (tmp_path / "rows.csv").write_text("headline,words\nA,B\n")
    (tmp_path / "lines.jsonl").write_text('{"body": "One said no."}\n' * 50)
    (tmp_path / "bad.jsonl").write_text("{'text': 'single marks'}\n")
    (tmp_path / "records.jsonl").write_text(f"{extraction().model_dump_json()}\n")
    (tmp_path / "old.json").write_text('{"schema": "quotex/1"}\n')
    return tmp_path


URL = "https://news.example/story?id=7"


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        # what is to be read
        (f"extract {URL}", 4, f"trafilatura -u '{URL}' --json --with-metadata | quotex extract"),
        ("article.txt", 2, "article.txt is no command; to read it: quotex extract article.txt"),
        ("void", 2, "to read it: quotex extract void"),
        (URL, 2, f"to read it: quotex extract {URL}"),
        ("extarct article.txt", 2, "No such command 'extarct'. Did you mean 'extract'?"),
        ("extract www.news.example/story", 4, "trafilatura -u 'https://www.news.example/story' --json"),
        (
            "extract records.jsonl",
            4,
            "records.jsonl:1: records, and no articles; quotex convert reads them",
        ),
        ("extract article.txt --top 0", 2, "greater than or equal to 1. See: quotex extract --help"),
        ("import article.txt", 2, "Missing option '--from'. Choose from: brat, labelstudio, annotation. See: quotex"),
        ("extract artcle.txt", 4, "artcle.txt: no such file; check the path"),
        ("extract *.text", 4, "*.text: no file matches; check the path"),
        ("extract void", 4, "void: a folder without articles; check the path"),
        ("extract empty.txt", 4, "empty.txt: empty; give a file that holds an article"),
        ("extract paper.pdf", 4, "pdftotext paper.pdf - | quotex extract"),
        ("extract paper.txt", 4, "paper.txt: a PDF document, not text; pdftotext"),
        ("extract memo.docx", 4, "pandoc -t plain --wrap=none memo.docx | quotex extract"),
        ("extract sheet.xlsx", 4, "save the sheet as .csv"),
        ("extract all.zip", 4, "unpack it first"),
        ("extract feed.xml", 4, "save the article's text as .txt"),
        ("extract photo.jpg", 4, "a JPEG image, not text; give the words in it, as text"),
        ("extract rows.csv", 4, "no field 'text'; name the text's with --text-field; there are: headline, words"),
        ("extract bad.jsonl", 4, "bad.jsonl:1: not JSON: Expecting property name"),
        # options
        ("extract article.txt --text", 2, "No such option: --text"),
        ("extract article.txt --html", 2, "--html is no option; say -f html"),
        ("extract article.txt -f xlsx", 2, "'-f' / '--format': 'xlsx' is not one of"),
        ("extract article.txt -o out.xlsx", 2, "out.xlsx: no format is called .xlsx; name it .json .jsonl .csv"),
        ("extract article.txt -o out.txt", 2, "out.txt: no format is called .txt"),
        ("extract article.txt -o gone/out.json", 1, "gone/out.json: no such folder; make it first"),
        ("extract article.txt -o article.txt", 2, "the output article.txt is one of the inputs; name another"),
        ("extract article.txt -f parquet", 2, "parquet goes to a file; name it with -o"),
        ("extract article.txt void -f json", 2, "json holds one article; for several, use -f jsonl"),
        ("extract article.txt --published 31.5.2026", 2, "'31.5.2026' is not a date like 2026-05-31"),
        ("extract article.txt --min-confidence 90%", 2, "--min-confidence"),
        ("extract article.txt --acts said,speech", 2, "'said,speech' is not some of said, thought, other"),
        ("extract article.txt --records quote", 2, "'quote' is not one of"),
        ("extract article.txt --model en_core_web_xl --resume", 2, "--resume goes on with many articles"),
        # other commands
        ("convert article.txt -f csv", 4, "article.txt: not a quotex/1 record: Invalid JSON"),
        ("convert article.txt -f html", 4, "give what quotex extract wrote"),
        ("import article.txt --from prodigy", 2, "'prodigy' is not one of"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(folder: Path, line: str, code: int, told: str) -> None:
    done = run(*line.split(), cwd=folder)
    assert done.code == code
    assert told in done.err
    assert done.err.startswith("quotex: ")
    assert done.err.count("\n") == 1


def test_kinds_of_quotation_are_named_with_commas_between(folder: Path) -> None:
    assert run("extract", "article.txt", "--acts", "said, other", cwd=folder).code == 0


def test_words_in_place_of_a_file_are_told_where_they_go(folder: Path) -> None:
    done = run("extract", "The mayor said no.", cwd=folder)
    assert done.err == (
        "quotex: The mayor said no.: no such file; to read words, pipe them in: echo '...' | quotex extract\n"
    )


def test_nothing_to_read_on_a_terminal_names_a_command() -> None:
    assert run_on_terminal("extract").out == (
        "quotex: no input: name a file (quotex extract article.txt), or pipe an article in\n"
    )


def test_a_wrong_text_field_is_told_once_with_the_fields_there_are(folder: Path) -> None:
    done = run("extract", "lines.jsonl", "--text-field", "words", "-q", cwd=folder)
    first, last = done.err.splitlines()
    assert first.endswith("no field 'words'; name the text's with --text-field; there are: body")
    assert last.startswith("quotex: 49 more like this")


def test_files_of_a_folder_that_are_not_read_are_counted(folder: Path) -> None:
    told = run("extract", ".", cwd=folder).err.splitlines()[0]
    assert told.startswith("quotex: left out: ")
    assert "1 .pdf" in told
    assert "left out" not in run("extract", ".", "-q", cwd=folder).err


def test_warnings_that_a_table_has_no_column_for_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    for quiet, told in ((True, False), (False, True)):
        tally = Tally()
        list(tally.counted([Outcome(extraction()), Outcome(extraction())]))
        tally.close(quiet=quiet)
        line = "quotex: warnings: stray_mark in 2 articles; the records (json, jsonl) say where\n"
        assert (line in capsys.readouterr().err) == told


# In Python -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_is_an_article_named_or_opened(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding=encoding)
    with path.open("rb") as raw, path.open(encoding=encoding) as opened:
        read = [article_of(path), article_of(raw), article_of(opened)]
    assert [(article.text, article.id, article.path) for article in read] == [(ARTICLE, str(path), str(path))] * 3
    assert article_of(io.StringIO(ARTICLE)).id == "-"
    with pytest.raises(quotex.MissingInputError, match="no such file; check the path"):
        article_of(tmp_path / "gone.txt")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"He said no.", "not bytes; decode them: data.decode('utf-8')"),
        (["One.", "Two."], "not list; of several, use quotex.Extractor().stream(texts)"),
        ({"text": "One."}, "not dict; give its text, or quotex.Article(text"),
        (None, "not NoneType"),
        (float("nan"), "not float"),
        (Failure(id="a", error=FailureDetail(code="empty_input", message="a: empty")), "not Failure: a: empty"),
        (Path("rows.csv"), "stream(quotex.read(['rows.csv']))"),
        (Path(), "stream(quotex.read(['.']))"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_article_is_refused_with_what_to_do(given: object, told: str) -> None:
    with pytest.raises(TypeError, match=re.escape(told)):
        article_of(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "told"),
    [("news/article.txt", "pathlib.Path('news/article.txt')"), (URL, "nothing is fetched"), ("Done. Really.", None)],
)
def test_a_name_that_is_read_as_a_text_is_warned_of(
    given: str, told: str | None, recwarn: pytest.WarningsRecorder
) -> None:
    assert article_of(given).text == given
    messages = [str(warning.message) for warning in recwarn]
    assert len(messages) == (told is not None)
    assert all(told in message for message in messages if told)


def test_one_name_is_not_taken_for_the_names_that_its_letters_are(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    with pytest.raises(TypeError, match=re.escape(f"quotex.read([{str(path)!r}])")):
        quotex.read(str(path))
    assert [item.id for item in quotex.read([path])] == [str(path)]


def test_a_day_is_a_date_or_written_as_one() -> None:
    assert day_of("2026-01-01") == day_of(date(2026, 1, 1)) == date(2026, 1, 1)
    assert day_of(None) is None
    with pytest.raises(ValueError, match="published is '1 May'; give a day like '2026-05-31'"):
        day_of("1 May")
    with pytest.raises(TypeError, match=re.escape("published is int; give a datetime.date, or a string")):
        day_of(20260101)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"min_confidence": 2}, "min_confidence is 2; give a number from 0 to 1"),
        ({"language": "english"}, "language: 'english' is not one of en, any"),
        ({"acts": ["speech"]}, "acts: 'speech' is not one of said, thought, other"),
    ],
)
def test_settings_that_there_are_not_are_refused(options: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Settings(**options)  # type: ignore[arg-type]
    assert Settings(acts="said").acts == (Act.SAID,)  # type: ignore[arg-type]


def test_the_public_functions_take_them(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    found = quotex.extract(path, published="2026-01-01")
    assert (found.source.path, found.source.published) == (str(path), "2026-01-01")
    assert json.loads(found.model_dump_json())["source"]["length"] == len(ARTICLE)
