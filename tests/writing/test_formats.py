from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from invented import TEXT, extraction
from quotex.contract.records import (
    Act,
    Extraction,
    Failure,
    FailureDetail,
    Quote,
    QuoteType,
    Source,
    Span,
    mismatches,
    read_record,
)
from quotex.reading import Article
from quotex.writing.flat import COLUMNS, rows, to_rows
from quotex.writing.formats import Color, Format, RecordKind, Style, text
from quotex.writing.harmless import one_line
from quotex.writing.outcome import Outcome

FAILED = Failure(id="b.txt", error=FailureDetail(code="empty_input", message="b.txt: empty"))
ALL_KINDS = [None, *RecordKind]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _write(format: Format, kind: RecordKind | None = None, *, stream: io.StringIO | None = None) -> str:
    return "".join(_written([extraction(), FAILED], format, kind, stream or io.StringIO()))


def _written(
    results: list[Extraction | Failure], format: Format, kind: RecordKind | None, stream: io.StringIO
) -> Iterator[str]:
    return text((Outcome(result) for result in results), format, Style(records=kind), stream)


def _table(monkeypatch: pytest.MonkeyPatch, width: int, x: Extraction, kind: RecordKind | None = None) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    return "".join(_written([x], Format.TABLE, kind, io.StringIO()))


def _quoting(text: str) -> Extraction:
    quote = Quote(
        id="q1", type=QuoteType.DIRECT, spans=(Span(start=0, end=len(text), text=text),), text=text, confidence=1
    )
    source = Source(id="odd\x1b]0;x\x07", sha256="0" * 64, length=len(text))
    return Extraction(source=source, pipeline=extraction().pipeline, quotes=(quote,))


def test_the_invented_records_are_of_the_invented_text() -> None:
    assert mismatches(extraction(), TEXT) == []


def test_json_is_one_indented_document_and_reads_back() -> None:
    text = _write(Format.JSON)
    assert text.startswith('{\n  "schema": "quotex/1"')
    assert text.endswith("}\n")
    assert read_record(text) == extraction()


def test_json_lines_hold_a_line_a_result_in_order() -> None:
    assert [read_record(line) for line in _write(Format.JSONL).splitlines()] == [extraction(), FAILED]


@given(st.text(min_size=1))
def test_json_lines_read_back_whatever_the_words(text: str) -> None:
    (line,) = _written([_quoting(text)], Format.JSONL, None, io.StringIO())
    assert len(line.splitlines()) == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", line)
    assert read_record(line) == _quoting(text)


@pytest.mark.parametrize("kind", RecordKind)
def test_flat_records_are_the_same_in_both_json_formats(kind: RecordKind) -> None:
    expected = list(rows(extraction(), kind))
    assert json.loads(_write(Format.JSON, kind)) == expected
    assert [json.loads(line) for line in _write(Format.JSONL, kind).splitlines()] == expected


@pytest.mark.parametrize("kind", RecordKind)
def test_flat_records_are_flat_and_all_alike(kind: RecordKind) -> None:
    found = list(rows(extraction(), kind))
    assert len(found) == 2
    for row in found:
        assert row["article"] == "harbour.txt"
        assert all(value is None or isinstance(value, str | int | float) for value in row.values())


@pytest.mark.parametrize("kind", RecordKind)
def test_the_reference_names_the_columns_in_order(kind: RecordKind) -> None:
    reference = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
    row = re.search(rf"(?m)^\| `{kind}` \| (.*) \|$", reference)
    assert row
    told = ["article", "title", "url", "published", "sha256", "duplicate", *re.findall(r"`(\w+)`", row[1])]
    assert told == list(COLUMNS[kind])


def test_flat_records_resolve_what_they_refer_to() -> None:
    x = extraction()
    quotes, claims, quantities, speakers = (list(rows(x, kind)) for kind in RecordKind)
    assert quotes[0] | {"speaker": "Mira Dolan", "speaker_role": "the harbour master", "cue": "said"} == quotes[0]
    assert quotes[1] | {"speaker": None, "speaker_description": "A senior official"} == quotes[1]
    assert (
        claims[0]
        | {
            "quantities": "about 1,200 crates",
            "kinds": "quantity; event",
            "dates": "2019",
            "places": "Stone Quay",
            "asserted_by": None,
            "asserted_by_id": "s2",
        }
        == claims[0]
    )
    assert claims[1] | {"times": None, "asserted_by_id": None} == claims[1]
    assert quantities[0] | {"low": 1200, "high": 1200, "asserted_by_description": "A senior official"} == quantities[0]
    assert quantities[1] | {"low": 4_000_000, "high": 6_000_000, "claim": x.claims[1].text} == quantities[1]
    assert speakers[1] | {"name": None, "quotes": 1, "claims": 1} == speakers[1]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_table_fits_its_width(monkeypatch: pytest.MonkeyPatch, width: int, kind: RecordKind | None) -> None:
    table = _table(monkeypatch, width, extraction(), kind)
    assert max(cell_len(line) for line in table.splitlines()) <= width


def test_a_table_names_and_describes() -> None:
    table = re.sub(r"\s+", " ", _write(Format.TABLE))
    for shown in (
        "Quotations (2)",
        "Mira Dolan",
        "“We will not wait,”",
        "unnamed",
        "A senior official",
        "said Mira Dolan:",
        "A senior official",
        "figures: about 1,200 crates",
        "figures: 4 to 6 million crowns · planned",
        "2 quotations (1 direct, 1 mixed) · 2 speakers (1 unnamed) · 2 claims · 2 figures",
        "warning: a mark that pairs with none",
    ):
        assert shown in table


def test_what_was_said_comes_before_what_was_thought_and_the_sum_before_both() -> None:
    first, second = extraction().quotes
    thought = first.model_copy(update={"act": Act.THOUGHT})
    table = "".join(
        text(
            [Outcome(extraction().model_copy(update={"quotes": (thought, second)}))],
            Format.TABLE,
            Style(),
            io.StringIO(),
        )
    )
    places = [
        table.index(words) for words in ("2 quotations", "Quotations (2)", "A senior", "Mira Dolan", "Claims (2)")
    ]
    assert places == sorted(places)


def test_a_brief_table_has_a_line_a_record_and_the_top_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    table = "".join(text([Outcome(extraction())], Format.TABLE, Style(brief=True, top=1), io.StringIO()))
    assert "Quotations (1 of 2)\nsaid Mira Dolan: “We will not wait,”\n" in table
    assert "Claims (1 of 2)\nA senior official: about 1,200 crates had been lost in 2019…\n" in table
    table = "".join(text([Outcome(extraction())], Format.TABLE, Style(brief=True), io.StringIO()))
    assert "\nthe article (planned): The council plans" in table  # never as if it were so


@pytest.mark.parametrize(
    ("color", "stream", "coloured"),
    [("always", io.StringIO, True), ("never", None, False), ("auto", io.StringIO, False), ("auto", None, True)],
)
def test_colour_is_as_asked(
    monkeypatch: pytest.MonkeyPatch, color: str, stream: type[io.StringIO] | None, coloured: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    table = text([Outcome(extraction())], Format.TABLE, Style(color=Color(color)), (stream or _Terminal)())
    assert ("\x1b[" in "".join(table)) == coloured


def test_colour_adds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    coloured = _write(Format.TABLE, stream=_Terminal())
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == _write(Format.TABLE).splitlines()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d)(?:;\d+)*m", _write(Format.TABLE, stream=_Terminal()))


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2J\x1b]0;owned\x07gone",
        "\x9b31mred\x85line",
        "[bold]not markup[/bold] :smile:",
        "turned \u202eround\u202c",
        "部长表示，该计划尚未准备好。" * 10,
        "אמר השר כי התוכנית אינה מוכנה " * 8,
        "👩‍👩‍👧‍👦 e\u0301\u0301" * 30,
        "w" * 500,
    ],
)
@pytest.mark.parametrize("width", [30, 80])
def test_odd_words_stay_words(monkeypatch: pytest.MonkeyPatch, text: str, width: int) -> None:
    table = _table(monkeypatch, width, _quoting(text))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", table)
    right_column = re.sub(r"(?m)^(not known:|not|known:)(?= |$)", "", table)
    assert re.sub(r"\s", "", f"“{one_line(text)}”direct") in re.sub(r"\s", "", right_column)


def test_a_table_shows_records_in_their_context() -> None:
    outcome = Outcome(extraction(), Article(TEXT))
    table = "".join(text([outcome], Format.TABLE, Style(context=True), io.StringIO()))
    shown = re.sub(r"\s+", " ", table)
    assert '"⟦We will not wait,⟧" said Mira Dolan' in shown


def test_an_article_without_records_is_said_to_have_none() -> None:
    nothing = Extraction(source=extraction().source, pipeline=extraction().pipeline)
    (text,) = _written([nothing], Format.TABLE, None, io.StringIO())
    assert "No quotations found." in text
    assert "No claims found." in text
    assert list(_written([nothing], Format.JSONL, RecordKind.QUOTES, io.StringIO())) == []


def test_rows_of_one_article_or_many_are_plain_and_alike() -> None:
    one = to_rows(extraction())
    assert to_rows([extraction(), extraction()], "quotes") == one + one
    assert one[0] | {"speaker": "Mira Dolan", "cue": "said", "article": "harbour.txt"} == one[0]
    assert [row["id"] for row in to_rows(extraction(), RecordKind.CLAIMS)] == ["c1", "c2"]
    with pytest.raises(ValueError, match="quote"):
        to_rows(extraction(), "quote")  # type: ignore[arg-type]
