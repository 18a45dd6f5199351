"""The report is one valid, harmless page, whatever stands in the article."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import HOSTILE, hostile
from invented import TEXT, extraction
from quotex.contract.records import Extraction, Failure, FailureDetail, Source
from quotex.reading import Article
from quotex.writing.formats import Destination, Format, Style, destination, fill, text
from quotex.writing.outcome import Outcome
from quotex.writing.report.pages import report_page
from quotex.writing.report.segments import Mark, paragraphs


class _Page(HTMLParser):
    """Holds a page to its structure: every element closed, in order."""

    VOID = frozenset({"meta", "input", "br", "link"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        where = self.open[-1] if self.open else ""
        self.text[where] = self.text.get(where, "") + data


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    words = draw(st.text(alphabet="ab \n<&", min_size=1, max_size=60))
    place = st.tuples(st.integers(0, len(words) - 1), st.integers(1, 20))
    found = draw(st.lists(st.tuples(place, st.sampled_from(["quote", "claim", "figure", "cue"])), max_size=12))
    return words, [
        Mark(start, min(len(words), start + length), role, f"r{i}") for i, ((start, length), role) in enumerate(found)
    ]


@given(_marked())
def test_segments_are_the_text_and_each_has_the_marks_over_it(marked: tuple[str, list[Mark]]) -> None:
    words, marks = marked
    lines = [line for line in words.split("\n") if line and not line.isspace()]
    cut = paragraphs(words, marks)
    assert ["".join(segment.text for segment in line) for line in cut] == lines
    at = 0
    firsts: list[str] = []
    for line in cut:
        at = words.index(line[0].text if len(line) == 1 else "".join(s.text for s in line), at)
        for segment in line:
            inside = {m for m in marks if m.start < at + len(segment.text) and at < m.end}
            assert set(segment.marks) == inside
            assert all(m.start <= at and at + len(segment.text) <= m.end for m in inside)
            firsts += segment.first
            at += len(segment.text)
    assert len(firsts) == len(set(firsts))


def _plain(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def test_the_page_shows_the_article_and_what_was_found() -> None:
    page = report_page(TEXT, extraction())
    assert _plain(page.partition('<div class="text">')[2]).startswith(" ".join(TEXT.split()))
    shown = {attributes["data-record"] for _, attributes in _Page(page).seen if "data-record" in attributes}
    assert shown == {"q1", "q2", "c1", "c2"}
    (records,) = re.findall(r'<script type="application/json" id="records">(.*?)</script>', page)
    assert Extraction.model_validate_json(records) == extraction()


def test_a_hostile_article_is_shown_as_text() -> None:
    page = report_page(*hostile())
    read = _Page(page)
    tags = [tag for tag, _ in read.seen]
    assert tags.count("script") == 2
    assert not {"img", "b", "link", "iframe"} & set(tags)
    assert tags.count("style") == 1
    assert not any(
        name.startswith("on") or (name in ("href", "src", "style") and value != "#findings")
        for _, attributes in read.seen
        for name, value in attributes.items()
    )
    assert "49" not in re.sub(r"[\d.]*49[\d.]*", "", read.text["p"])
    assert HOSTILE.split("\n", maxsplit=1)[0] in read.text["span"].replace("\n", "")


def test_only_its_own_script_and_style_may_run() -> None:
    page = report_page(*hostile())
    policy = next(a["content"] or "" for tag, a in _Page(page).seen if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(inline) == 1
        digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy


def test_one_article_is_a_stream_and_several_are_a_folder(tmp_path: Path) -> None:
    assert destination(Format.HTML) is Destination.STREAM
    assert destination(Format.HTML, many=True) is Destination.FOLDER
    good = Outcome(extraction(), Article(TEXT, id="harbour.txt"))
    failed = Outcome(Failure(id="b", error=FailureDetail(code="empty_input", message="b: empty")))
    (page,) = text([good, failed], Format.HTML, Style(), StringIO())
    assert page.startswith("<!doctype html>")
    fill([good, failed, good], Format.HTML, Style(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.html", "2.html", "index.html"]
    index = (tmp_path / "index.html").read_text()
    links = [a["href"] for tag, a in _Page(index).seen if tag == "a"]
    assert set(links) == {"1.html", "2.html"}
    (data,) = re.findall(r'id="data">(.*?)</script>', index)
    (person,) = json.loads(data)["people"]
    expected = {"name": "Mira Dolan", "kind": "person", "words": 8, "quotes": 2, "articles": [0, 1]}
    assert person | expected == person
    assert 'href="index.html"' in (tmp_path / "1.html").read_text()


def test_an_article_with_nothing_in_it_has_a_page() -> None:
    source = Source(id="-", sha256="0" * 64, length=5)
    page = _Page(report_page("Fine.", Extraction(source=source, pipeline=extraction().pipeline)))
    assert "nobody is quoted" in page.text["li"]
    assert "0 quotations" in page.text["li"]


@pytest.mark.parametrize("count", [0, 3])
def test_the_index_of_any_number_of_articles_is_valid(tmp_path: Path, count: int) -> None:
    source, found = hostile()
    fill([Outcome(found, Article(source))] * count, Format.HTML, Style(), tmp_path)
    read = _Page((tmp_path / "index.html").read_text())
    assert [tag for tag, _ in read.seen].count("script") == 2  # the data, and what shows them


def test_a_figure_stands_in_the_articles_own_words_and_as_it_was_read() -> None:
    page = report_page(TEXT, extraction())
    assert "<strong>about 1,200 crates</strong> (approximately 1,200 crates)" in page
