from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.contract.records import Failure, WarningCode
from quotex.reading import Article, holds_many, read
from quotex.reading.identity import Ids


def _jsonl(path: Path, *lines: object) -> str:
    path.write_bytes(
        b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    )
    return str(path)


def _ids(results: list[Article | Failure]) -> list[str]:
    return [result.id for result in results]


def _message(result: Article | Failure) -> str:
    assert isinstance(result, Failure)
    return result.error.message


def test_a_text_file_is_one_article_with_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\n\r\nTwo.\r\n")
    assert list(read([str(path)])) == [Article("One.\r\n\r\nTwo.\r\n", id=str(path), path=str(path))]
    assert not holds_many(str(path))


def test_every_input_has_its_place_and_one_given_twice_is_read_once(tmp_path: Path) -> None:
    good = tmp_path / "good"
    good.write_text("Fine.")
    names = [str(tmp_path / "missing.txt"), str(good), str(tmp_path), str(good)]
    results = list(read(names))
    assert _ids(results) == names[:3]
    assert "no such file" in _message(results[0])
    assert "a folder without articles" in _message(results[2])


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".XLSX", ".xml"])
def test_a_format_that_is_not_read_is_not_taken_for_text(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"page{suffix}"
    path.write_text("<p>He said so.</p>")
    (result,) = read([str(path)])
    assert isinstance(result, Failure)
    assert result.error.code == "unsupported_input"
    assert ".jsonl" in result.error.message


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read anything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Hush.")
    path.chmod(0)
    assert "no permission" in _message(*read([str(path)]))


def test_a_file_name_that_is_no_text_is_read_and_can_be_written(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as stream:  # noqa: PTH123
        stream.write(b"Fine.")
    (article,) = read([os.fsdecode(name)])
    assert article.id.endswith("/caf�.txt")


def test_lines_carry_what_is_known_of_the_article(tmp_path: Path) -> None:
    known = {"title": "T", "url": "https://example.org/", "author": "A. Writer", "language": "en"}
    line = {"id": 7, "text": "A\r\nb", "published": "2031-02-03T04:05:06Z", "topic": [1], **known}
    path = _jsonl(tmp_path / "c.jsonl", line)
    (article,) = read([path])
    assert isinstance(article, Article)
    assert (article.id, article.path, article.text) == ("7", path, "A\r\nb")
    assert article.published == date(2031, 2, 3)
    assert {field: getattr(article, field) for field in known} == known
    assert holds_many(path)


@pytest.mark.parametrize("odd", [{"published": None}, {"published": " "}, {"title": 3}, {"author": " "}, {"url": None}])
def test_a_field_of_the_wrong_kind_is_left_alone(tmp_path: Path, odd: dict[str, object]) -> None:
    path = _jsonl(tmp_path / "c.jsonl", {"id": "a", "text": "Fine.", **odd})
    assert list(read([path])) == [Article("Fine.", id="a", path=path)]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        (b'{"text": "cut', "malformed_input", "not JSON: Unterminated string"),
        (b"[1, 2]", "malformed_input", "not an object"),
        (b'{"id": "x"}', "missing_field", "no field 'text'"),
        (b'{"id": "x", "text": null}', "malformed_input", "not a string in field 'text'"),
        (b'{"text": "\xff"}', "malformed_input", "not UTF-8 at byte 10"),
        (b'{"text": ' + b"9" * 5000 + b"}", "malformed_input", "cannot be read"),
        (b"[" * 100_000, "malformed_input", "cannot be read"),
        (b'{"text": " \\n"}', "empty_input", "empty"),
        (b'{"text": "a\\u0000b"}', "binary_input", "NUL"),
    ],
)
def test_a_bad_line_is_one_failure_and_the_rest_goes_on(tmp_path: Path, line: bytes, code: str, told: str) -> None:
    path = _jsonl(tmp_path / "c.jsonl", {"id": "a", "text": "Fine."}, b"  ", line, {"id": "b", "text": "Also."})
    first, bad, last = read([path])
    assert (first.id, last.id) == ("a", "b")
    assert isinstance(bad, Failure)
    assert bad.error.code == code
    assert bad.error.message.startswith(f"{path}:3: ")
    assert told in bad.error.message


def test_ids_are_unique_in_a_run(tmp_path: Path) -> None:
    one = _jsonl(tmp_path / "1.jsonl", {"id": "a", "text": "A."}, {"text": "B."}, {"id": "a", "text": "C."})
    two = _jsonl(tmp_path / "2.jsonl", {"id": "a", "text": "D."}, {"id": f"{one}:2", "text": "E."})
    assert _ids(list(read([one, two]))) == ["a", f"{one}:2", f"{one}:3", f"{two}:1", f"{two}:2"]


def test_lone_surrogates_do_not_reach_the_records(tmp_path: Path) -> None:
    path = _jsonl(tmp_path / "c.jsonl", {"id": "\ud800", "text": "He \udc00 said.", "title": "\udfff"})
    (article,) = read([path])
    assert isinstance(article, Article)
    assert (article.id, article.text, article.title) == ("�", "He � said.", "�")
    assert article.notes


@pytest.mark.parametrize(
    ("raw", "told"), [(b"", "empty"), (b"\n \n", "empty"), ('{"text": "a"}'.encode("utf-16"), "UTF-16")]
)
def test_a_corpus_without_lines_fails_as_a_whole(tmp_path: Path, raw: bytes, told: str) -> None:
    path = tmp_path / "c.jsonl"
    path.write_bytes(raw)
    assert told in _message(*read([str(path)]))


@given(st.lists(st.sampled_from([None, "a", "b", "c:1", "c:2", "c:3"]), max_size=8))
def test_no_two_articles_share_an_id(wanted: list[str | None]) -> None:
    ids = Ids()
    taken = [ids.take(want, f"c:{n}") for n, want in enumerate(wanted, start=1)]
    assert len(set(taken)) == len(taken)


@given(
    raw=st.lists(
        st.one_of(st.binary(max_size=40), st.text(max_size=40).map(lambda t: json.dumps({"text": t}).encode()))
    )
)
def test_any_lines_are_articles_or_failures(tmp_path_factory: pytest.TempPathFactory, raw: list[bytes]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_bytes(b"\n".join(raw))
    results = list(read([str(path)]))
    assert results
    assert all("\n" not in result.error.message for result in results if isinstance(result, Failure))


def test_a_folder_gives_regular_files_alone_and_tells_what_it_leaves(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("Fine.")
    (folder / "linked.txt").symlink_to(folder / "a.txt")
    (folder / "lost.txt").symlink_to(folder / "nowhere")
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "deep" / "pipe.txt")
    results = list(read([str(folder)]))
    assert [result.id for result in results if isinstance(result, Article)] == [
        str(folder / "a.txt"),
        str(folder / "linked.txt"),
    ]
    told = [result.error.message for result in results if isinstance(result, Failure)]
    assert [message.removeprefix(f"{folder}/").split(";")[0] for message in told] == [
        "round: a link to a folder, not followed",
        "lost.txt: no such file",
        "deep/pipe.txt: not a regular file",
    ]


def test_a_day_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    (article,) = read([_jsonl(tmp_path / "c.jsonl", {"text": "Fine.", "published": "03/04/2026"})])
    assert isinstance(article, Article)
    assert article.published is None
    ((code, message),) = article.notes
    assert code is WarningCode.UNREAD_DATE
    assert "published is '03/04/2026', which tells no one day" in message


def test_a_page_a_browser_saved_is_read(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    words = "The harbour master of Port Ellery said that the quay would stay closed until spring.=20"
    (tmp_path / "a.mhtml").write_text(
        "MIME-Version: 1.0\nSnapshot-Content-Location: https://post.example/quay\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: quoted-printable\nContent-Location: https://post.example/quay\n\n"
        f"<html><body><article>{3 * f'<p>{words}</p>'}</article></body></html>\n--b--\n"
    )
    (article,) = read([str(tmp_path / "a.mhtml")])
    assert isinstance(article, Article)
    assert article.text.startswith("The harbour master")
    assert article.url == "https://post.example/quay"


def _saved(headers: str) -> bytes:
    page = f"<html><body><article>{3 * '<p>The quay of Port Ellery stays shut until spring.</p>'}</article></body>"
    return f"MIME-Version: 1.0\n{headers}\n\n{page}\n".encode("latin-1")


@pytest.mark.parametrize(
    "headers",
    [
        "Content-Type: text/html\nContent-Location: https://post.example/\xe9",
        "Content-Type: text/html; charset=\xe9",
        "Content-Type: text/html\nContent-Transfer-Encoding: \xe9",
    ],
)
def test_headers_that_are_not_ascii_cost_no_saved_page(tmp_path: Path, headers: str) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.mhtml").write_bytes(_saved(headers))
    (article,) = read([str(tmp_path / "a.mhtml")])
    assert isinstance(article, Article)
    assert article.text.startswith("The quay")


@pytest.mark.parametrize(
    "part", ["Content-Type: message/rfc822\n\n", "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"]
)
def test_parts_within_parts_end_in_a_failure(tmp_path: Path, part: str) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.mhtml").write_text(f"MIME-Version: 1.0\n{''.join(map(part.format, range(3000)))}We go.\n")
    (failure,) = read([str(tmp_path / "a.mhtml")])
    assert isinstance(failure, Failure)


@pytest.mark.parametrize("name", ["x" * 5000, "x" * 5000 + "*", "a\0b", "a\0b*", "a\0b/", "a\0b.jsonl"])
def test_a_name_that_no_file_can_have_is_a_failure(name: str) -> None:
    (failure,) = read([name])
    assert isinstance(failure, Failure)


@pytest.mark.parametrize("field", ["text", "id", "path", "url", "title", "author", "language"])
def test_no_article_tells_what_cannot_be_written(field: str) -> None:
    told: dict[str, Any] = {"text": "We go.", field: "Quay \udfff \ud800"}
    article = Article(**told)
    assert getattr(article, field) == "Quay \ufffd \ufffd"
