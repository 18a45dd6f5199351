"""Damage sound files of everything that is read, and see that each ends in records or failures.

    python benchmarks/mutate.py [KIND]... [--count 100000] [--seconds 3600] [--seed 1]

A mutation is one to four changes at random: bits turned, bytes written over, parts cut, doubled, moved, or put in that
the formats are made of. Printed for each kind: mutations, records, failures, the slowest. A mutation that raises, or
yields what is neither a record nor a failure, is told, and kept in the folder ``mutations``.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import inf
from pathlib import Path
from quopri import encodestring

import quotex
from quotex.annotation import brat, labelstudio, web
from quotex.cli.import_ import Tool, read_annotations
from quotex.contract.records import Extraction, Failure, read_record
from quotex.errors import QuotexError
from quotex.reading import Article, read
from quotex.reading.records import read_records
from quotex.writing.json import harmless

_ROOT = Path(__file__).parents[1]
_ARTICLES = ("storm-live", "harbour-wire")
_TOKENS = (
    *(b'"', b"'", b"\\", b"\\u", b"\\ud800", b"{", b"}", b"[", b"]", b",", b":", b";", b"|", b"null", b"true", b"NaN"),
    *(b"\n", b"\r\n", b"\t", b"\0", b"\xff", b"\xe2\x80", b"\xef\xbb\xbf", b"\x1f\x8b", b"PAR1", b"\xf0\x9f\x99\x82"),
    *(b"1e999", b"-1", b"9" * 20, b"<", b">", b"&#x0;", b"<p", b"<!--", b"-->", b"<q>", b"```", b"---\n", b"> ", b"="),
    *(
        b"9" * 5000,
        b"\xe9",
        b"\xb2",
        b"hex",
        b"idna",
        b"+99999999999",
        b"charset=",
        b"Content-Location: \xe9\r\n",
        b"\r\n\r\n",
    ),
    *(b"Content-Type: message/rfc822\r\n\r\n", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n"),
    *(b"WARC/1.0\r\n", b"Content-Length: ", b"T1\tQuote 0 3\tabc\n", b"R1\tspeaker Arg1:T1 Arg2:T2\n", b"continues"),
)


def _text(name: str) -> str:
    return (_ROOT / "data" / "articles" / f"{name}.txt").read_text(encoding="utf-8")[:900]


@cache
def _extraction(name: str) -> Extraction:
    return quotex.extract(_text(name))


def _page() -> bytes:
    blocks = "".join(f"<p>{block}</p>" for block in _text(_ARTICLES[0]).split("\n\n"))
    head = "<head><title>Storm</title><meta name='author' content='Jo Marsh'></head>"
    return f"<html lang='en'>{head}<body><article><h1>Storm</h1>{blocks}</article></body></html>".encode()


def _lines() -> bytes:
    rows = [{"id": f"a{i}", "title": "T", "text": _text(_ARTICLES[i % 2])} for i in range(5)]
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def _table(delimiter: str) -> bytes:
    rows = [(f"a{i}", "T", _text(_ARTICLES[i % 2])[:400].replace('"', '""')) for i in range(5)]
    return "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in (("id", "title", "text"), *rows)).encode()


def _parquet() -> bytes:
    import pyarrow  # noqa: PLC0415 - optional
    from pyarrow import parquet  # noqa: PLC0415

    columns = {"id": [f"a{i}" for i in range(9)], "text": [_text(_ARTICLES[i % 2])[: 300 + i] for i in range(9)]}
    made = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), made, row_group_size=3, write_page_checksum=True)
    return made.getvalue()


def _saved() -> bytes:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    part = b"Content-Type: text/html; charset=utf-8\r\nContent-Location: https://post.example/\r\n"
    packed = b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + encodestring(_page())
    return head + part + packed + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"


def _archive() -> bytes:
    head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: u{}\r\nContent-Type: application/http\r\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    page, packed = _page(), gzip.compress(_page(), mtime=0)
    blocks = (
        b"\r\n" + page,
        b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed,
        b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(page) + page + b"\r\n0\r\n\r\n",
    )
    return b"".join(
        head.format(i).encode() + b"Content-Length: %d\r\n\r\n" % len(http + block) + http + block + b"\r\n\r\n"
        for i, block in enumerate(blocks)
    )


def _records() -> bytes:
    return b"".join(harmless(_extraction(name).model_dump_json()).encode() + b"\n" for name in _ARTICLES)


def _zstd(raw: bytes) -> bytes:
    from zstandard import ZstdCompressor  # noqa: PLC0415 - optional

    return ZstdCompressor(write_checksum=True).compress(raw)


READ: dict[str, Callable[[], bytes]] = {
    "txt": lambda: _text(_ARTICLES[0]).encode(),
    "md": lambda: b"---\ntitle: x\n---\n# Storm\n\n> " + _text(_ARTICLES[0]).encode(),
    "html": _page,
    "mhtml": _saved,
    "json": lambda: json.dumps([json.loads(line) for line in _lines().splitlines()]).encode(),
    "jsonl": _lines,
    "csv": lambda: _table(","),
    "tsv": lambda: _table("\t"),
    "parquet": _parquet,
    "warc": _archive,
    "csv.gz": lambda: gzip.compress(_table(","), mtime=0),
    "jsonl.gz": lambda: gzip.compress(_lines(), mtime=0),
    "jsonl.zst": lambda: b"".join(map(_zstd, _lines().splitlines(keepends=True))),
    "warc.gz": lambda: gzip.compress(_archive(), mtime=0),
}
"""A sound file of each kind that ``quotex extract`` reads, by its suffix."""


def _brat() -> dict[str, bytes]:
    files = brat.write(_extraction(_ARTICLES[0]), _text(_ARTICLES[0]))
    return {"a.ann": files.annotations.encode(), "a.txt": files.text.encode(), "a.quotex.json": files.about.encode()}


def _tasks() -> dict[str, bytes]:
    return {"tasks.json": json.dumps([labelstudio.task(_extraction(name), _text(name)) for name in _ARTICLES]).encode()}


def _pages() -> dict[str, bytes]:
    pages = (web.page(_extraction(name), _text(name)) for name in _ARTICLES)
    return {"a.jsonld": b"".join(json.dumps(page).encode() + b"\n" for page in pages)}


IMPORTED: dict[str, Callable[[], dict[str, bytes]]] = {
    Tool.BRAT: _brat,
    Tool.LABELSTUDIO: _tasks,
    Tool.ANNOTATION: _pages,
}
"""Sound files of each tool that ``quotex import`` reads, by name."""

RECORDS = "records"
"""What ``quotex extract`` wrote, and ``convert``, ``corpus``, ``evaluate`` and ``validate`` read."""

KINDS = (*READ, *IMPORTED, RECORDS)


@dataclass
class Tally:
    """What became of the mutations of one kind."""

    count: int = 0
    records: int = 0
    failures: int = 0
    slowest: float = 0.0
    broken: list[str] = field(default_factory=list)


def attack(kind: str, count: int, seed: int, *, seconds: float = inf, keep: Path | None = None) -> Tally:
    """Read ``count`` mutations of a kind.

    Args:
        kind: one of ``KINDS``.
        count: of mutations.
        seed: what is changed, and how, follows from it.
        seconds: of the processor, after which no more are read.
        keep: where to put those that break something.
    """
    chance, tally = random.Random(f"{kind} {seed}"), Tally()
    files = _files(kind)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        began = time.process_time()
        for number in range(count):
            if time.process_time() - began > seconds:
                break
            name = chance.choice(list(files))
            path = Path(folder, name)
            path.write_bytes(mutated(files[name], chance))
            if keep is not None:  # before it is read: what is read may end the process
                (keep / f"{kind}-last-{name}").write_bytes(path.read_bytes())
            told = len(tally.broken)
            _one(kind, Path(folder, next(iter(files))), tally, f"{kind} {seed} {number}")
            if keep is not None and len(tally.broken) > told:
                (keep / f"{kind}-broken-{len(tally.broken)}-{name}").write_bytes(path.read_bytes())
            path.write_bytes(files[name])
    return tally


def _files(kind: str) -> dict[str, bytes]:
    """Make the sound files of a kind, by name; the first is the one that is named."""
    if kind in IMPORTED:
        return IMPORTED[kind]()
    return {"a.jsonl": _records()} if kind == RECORDS else {f"a.{kind}": READ[kind]()}


def _results(kind: str, path: str) -> Iterator[Article | Extraction | Failure | QuotexError]:
    if kind in IMPORTED:
        return read_annotations([path], Tool(kind))
    return read_records([path]) if kind == RECORDS else read([path])


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Change some bytes, one to four times."""
    raw = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw) + 1)
        length = min(chance.choice((1, 2, 8, 60, 1000)), len(raw) - at)
        match chance.randrange(7):
            case 0 if at < len(raw):
                raw[at] ^= 1 << chance.randrange(8)
            case 1:
                raw[at : at + length] = chance.randbytes(length)
            case 2:
                del raw[at : at + length]
            case 3:
                raw[at:at] = raw[at : at + length]
            case 4:
                part = raw[at : at + length]
                del raw[at : at + length]
                to = chance.randrange(len(raw) + 1)
                raw[to:to] = part
            case 5:
                del raw[at:]
            case _:
                raw[at : at + chance.randrange(3)] = chance.choice(_TOKENS)
    return bytes(raw)


def _one(kind: str, path: Path, tally: Tally, name: str) -> None:
    tally.count += 1
    began = time.process_time()
    try:
        for problem in _problems(kind, path, tally):
            tally.broken.append(f"{name}: {problem}")
    except Exception as error:
        tally.broken.append(f"{name}: {type(error).__name__}: {error}"[:300])
    tally.slowest = max(tally.slowest, time.process_time() - began)


def _problems(kind: str, path: Path, tally: Tally) -> Iterator[str]:
    found = 0
    for result in _results(kind, str(path)):
        found += 1
        match result:
            case Article():
                tally.records += 1
                result.text.encode()
                if not result.text.strip():
                    yield "an article without a word"
            case Extraction():
                tally.records += 1
                if read_record(harmless(result.model_dump_json())) != result:
                    yield "another record when it is read again"
            case Failure() | QuotexError():
                tally.failures += 1
                message = result.error.message if isinstance(result, Failure) else str(result)
                if not message.strip():
                    yield "a failure without a word"
    if not found:
        yield "neither a record nor a failure"


def main() -> None:
    """Attack kind after kind, and print what became of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=inf)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    keep = Path("mutations")
    keep.mkdir(exist_ok=True)
    print("kind, mutations, records, failures, slowest (s), broken")
    for kind in options.kinds or KINDS:
        tally = attack(kind, options.count, options.seed, seconds=options.seconds, keep=keep)
        print(
            f"{kind}, {tally.count}, {tally.records}, {tally.failures}, {tally.slowest:.2f}, {len(tally.broken)}",
            flush=True,
        )
        for problem in tally.broken[:20]:
            print(problem, flush=True)


if __name__ == "__main__":
    main()
