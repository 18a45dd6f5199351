"""Containers that are cut or damaged: what came whole is read, and the rest is told."""

from __future__ import annotations

import gzip
import io
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from quotex.contract.records import Failure, WarningCode
from quotex.reading import Article, read

_COUNT = 400
_WORDS = random.Random(7)


def _text(i: int) -> str:
    return f"Article {i}: {' '.join(str(_WORDS.random()) for _ in range(9))}."


TEXTS = [_text(i) for i in range(_COUNT)]
LINES = b"".join(json.dumps({"id": f"a{i}", "text": text}).encode() + b"\n" for i, text in enumerate(TEXTS))


def _kept(path: Path) -> tuple[list[str], list[str]]:
    """The texts that are read, and what is told."""
    results = list(read([str(path)]))
    texts = [result.text for result in results if isinstance(result, Article)]
    return texts, [result.error.message for result in results if isinstance(result, Failure)]


def _zstd(raw: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard")
    return bytes(zstandard.ZstdCompressor(write_checksum=True).compress(raw))


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("zst", _zstd)])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_half_a_compressed_file_gives_what_came_and_a_failure(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes], share: float
) -> None:
    packed = pack(LINES)
    path = tmp_path / f"a.jsonl.{suffix}"
    path.write_bytes(packed[: int(len(packed) * share)])
    texts, told = _kept(path)
    assert texts == TEXTS[: len(texts)]
    assert len(texts) >= (_COUNT * (share - 0.1) if suffix == "gz" else 0)
    assert len(told) == 1
    assert "it ends too early" in told[0]


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("zst", _zstd)])
def test_a_broken_member_costs_none_before_it(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    halves = LINES[: len(LINES) // 2], LINES[len(LINES) // 2 :]
    first, second = map(pack, halves)
    broken = bytearray(second)
    broken[len(broken) // 2] ^= 0xFF
    path = tmp_path / f"a.jsonl.{suffix}"
    for behind in (bytes(broken), b"what is this?"):
        path.write_bytes(first + behind)
        texts, told = _kept(path)
        assert len(texts) >= halves[0].count(b"\n")
        assert texts[: _COUNT // 3] == TEXTS[: _COUNT // 3]
        assert f"broken {'gzip' if suffix == 'gz' else 'zstd'}" in told[-1]
    path.write_bytes(first + pack(halves[1]))
    assert _kept(path) == (TEXTS, [])


@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_a_compressed_table_that_is_cut_ends(tmp_path: Path, suffix: str) -> None:
    delimiter = "," if suffix == "csv" else "\t"
    rows = "".join(f"{i}{delimiter}Row {i} tells of rain.\n" for i in range(9))
    path = tmp_path / f"a.{suffix}.gz"
    path.write_bytes(gzip.compress(f"id{delimiter}text\n{rows}".encode())[:-1])
    texts, told = _kept(path)
    assert texts == [f"Row {i} tells of rain." for i in range(9)]
    assert "it ends too early" in told[-1]
    assert len(told) == 1


def test_what_fills_up_a_gzip_file_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(LINES) + b"\0" * 10_000)
    assert _kept(path) == (TEXTS, [])


def test_the_line_behind_a_giant_one_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("source", "csv"):
        monkeypatch.setattr(f"quotex.reading.{module}.LARGEST", 1 << 20)
    lines, table = tmp_path / "a.jsonl", tmp_path / "a.csv"
    lines.write_bytes(b'{"text": "Fine."}\n"' + b"x" * (1 << 21) + b'"\n{"text": "Good."}\n')
    table.write_bytes(b"id,text\n1,Fine.\n2," + b"x" * (1 << 21) + b"\n3,Good.\n")
    for path in (lines, table):
        texts, told = _kept(path)
        assert texts == ["Fine.", "Good."]
        assert len(told) == 1
        assert "over 1 MiB" in told[0]


@pytest.mark.parametrize(
    ("rows", "kept", "told"),
    [
        ('1,"Fine."\n2,"Lost.\n3,Good.\n4,Good.\n', ["Fine.", "Good.", "Good."], ["line 3"]),
        (
            '1,Fine.\n2,"Lost.\n3,Good.\n4,"Lost, too."\n5,Good.\n',
            ["Fine.", "Good.", "Lost, too.", "Good."],
            ["line 3"],
        ),
        ('1,"Fine.\nMuch."\n2,"Cut.\nHowever, an article.\n', ["Fine.\nMuch."], ["line 4"]),
        ('1,Fine.\n2,"Cut.\nHowever, an arti', ["Fine."], ["line 3"]),
        ("1,Well, well.\n2,Good.\n3\n4,Good.\n", ["Good.", "Good."], ["3 values", "1 value,"]),
    ],
    ids=["never closed", "closed by a later row", "lines of an article", "cut", "ragged"],
)
def test_a_damaged_row_is_a_failure_and_what_it_took_in_is_read(
    tmp_path: Path, rows: str, kept: list[str], told: list[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text\n{rows}")
    texts, messages = _kept(path)
    assert texts == kept
    assert len(messages) == len(told)
    assert all(what in message for what, message in zip(told, messages, strict=True))


def _parquet(path: Path, **columns: object) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    with parquet.ParquetWriter(
        path, pyarrow.table(columns).schema, write_page_checksum=True, compression="none", use_dictionary=False
    ) as writer:
        writer.write_table(pyarrow.table(columns), row_group_size=100)


def test_a_damaged_row_group_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    _parquet(path, id=[f"a{i}" for i in range(_COUNT)], text=TEXTS)
    raw = bytearray(path.read_bytes())
    raw[raw.index(TEXTS[150].encode())] ^= 0x20
    path.write_bytes(raw)
    texts, told = _kept(path)
    assert texts == TEXTS[:100] + TEXTS[200:]
    assert len(told) == 1
    assert "rows 101 to 200 are lost" in told[0]


def test_a_string_of_parquet_that_is_not_utf8_costs_nothing(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    words = [b"Fine.", b"The caf\xe9 on the quay stays shut, \x93the harbour master said\x94 on Monday.", b"Good."]
    buffers = pyarrow.array(words, pyarrow.binary()).buffers()
    _parquet(tmp_path / "a.parquet", text=pyarrow.StringArray.from_buffers(3, buffers[1], buffers[2]))
    results = list(read([str(tmp_path / "a.parquet")]))
    assert [type(result) for result in results] == [Article] * 3
    assert [bool(result.notes) for result in results if isinstance(result, Article)] == [False, True, False]
    assert isinstance(results[1], Article)
    assert "café" in results[1].text


def test_a_day_of_parquet_that_is_none_is_left_out(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    days = pyarrow.array([0, 2**31 - 1], pyarrow.int32()).cast(pyarrow.date32())
    _parquet(tmp_path / "a.parquet", text=["Fine.", "Good."], date=days)
    assert _kept(tmp_path / "a.parquet") == (["Fine.", "Good."], [])


def test_a_packed_parquet_is_read(tmp_path: Path) -> None:
    _parquet(tmp_path / "a.parquet", text=TEXTS)
    (tmp_path / "b.parquet.gz").write_bytes(gzip.compress((tmp_path / "a.parquet").read_bytes()))
    assert _kept(tmp_path / "b.parquet.gz") == (TEXTS, [])


def _record(number: int, *, length: int = 0, header: str = "", sent: str = "") -> bytes:
    page = f"<html><body><article><p>{TEXTS[number]} {TEXTS[number + 1]}</p></article></body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{sent}\r\n{page}".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: u{number}\r\nContent-Type: application/http\r\n{header}"
        f"Content-Length: {len(http) + length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("damaged", "told"),
    [
        (_record(3, length=40), "longer or shorter than it says"),
        (_record(3, length=-9), "longer or shorter than it says"),
        (_record(3, length=10_000_000), "cut, "),
        (_record(3, length=1 << 40), "over 64 MiB"),
        (_record(3, header=f"WARC-Block-Digest: sha1:{'A' * 32}\r\n"), "digest"),
        (_record(3).replace(b"Content-Length: ", b"Content-Length: many"), "many"),
        (_record(3).replace(b"WARC/1.1", b"WARK/1.1"), "no record"),
    ],
    ids=["longer", "shorter", "longer than all", "too long", "digest", "no length", "no record"],
)
def test_a_damaged_record_of_an_archive_costs_no_other(tmp_path: Path, damaged: bytes, told: str) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.warc"
    path.write_bytes(_record(1) + damaged + _record(5) + _record(7))
    results = list(read([str(path)]))
    assert [r.id for r in results if isinstance(r, Article)] == ["u1", "u5", "u7"]
    (failure,) = (r for r in results if isinstance(r, Failure))
    assert told in failure.error.message


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (_record(1, header="WARC-Truncated: length\r\n"), "length"),
        (_record(1, sent="Content-Length: 9999\r\n"), "of 9999 bytes"),
        (_record(1, sent="Content-Length: 9999\r\nContent-Encoding: br\r\n"), None),
        (_record(1, sent="Content-Length: 10\r\n"), None),
    ],
    ids=["as the record says", "shorter than sent", "sent packed", "longer than sent"],
)
def test_the_beginning_of_a_page_is_read_and_told(tmp_path: Path, record: bytes, told: str | None) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    (tmp_path / "a.warc").write_bytes(record)
    (article,) = read([str(tmp_path / "a.warc")])
    assert isinstance(article, Article)
    notes = [message for code, message in article.notes if code is WarningCode.CUT_SHORT]
    assert [note.endswith(told or "") for note in notes] == [True] * bool(told)


def test_an_archive_that_is_cut_says_so(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.warc"
    for cut in (30, 120, 500):
        path.write_bytes(_record(1) + _record(3)[:cut])
        found, failure = read([str(path)])
        assert isinstance(found, Article)
        assert isinstance(failure, Failure)
    whole = io.BytesIO(_record(1).rstrip(b"\r\n")).getvalue()
    path.write_bytes(whole)
    assert len(list(read([str(path)]))) == 1
