"""Damaged files of every kind that is read or imported: records or failures, and nothing else.

``benchmarks/mutate.py`` does the same at length.
"""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from mutate import KINDS, attack

NEEDED = {
    "html": "trafilatura",
    "mhtml": "trafilatura",
    "parquet": "pyarrow",
    "warc": "fastwarc",
    "warc.gz": "fastwarc",
    "jsonl.zst": "zstandard",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_ends_in_records_or_failures(kind: str) -> None:
    if kind in NEEDED and find_spec(NEEDED[kind]) is None:
        pytest.skip(f"{NEEDED[kind]} is not installed")
    tally = attack(kind, 60, seed=5)
    assert tally.broken == []
    assert tally.count == 60
