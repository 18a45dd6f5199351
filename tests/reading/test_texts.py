"""The texts of articles beside their records, whole and damaged."""

from __future__ import annotations

import random
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path

import pytest

from quotex.errors import OutputError
from quotex.reading.texts import Texts

TEXTS = [f"The quay of Port Ellery stays shut until day {day}. \ud800" * day for day in range(1, 40)]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl.texts"
    with closing(Texts(path)) as texts:
        for text in TEXTS:
            texts.add(text)
    return path


def test_texts_are_kept(path: Path) -> None:
    with closing(Texts(path)) as texts:
        assert [texts.get(_digest(text)) for text in TEXTS] == TEXTS
        assert texts.get("0" * 64) is None


def test_a_damaged_file_gives_the_text_or_none_or_a_line(path: Path) -> None:
    chance, whole, told = random.Random(3), path.read_bytes(), 0
    for _ in range(60):
        raw = bytearray(whole)
        at = chance.randrange(len(raw))
        raw[at : at + 200] = chance.randbytes(200)
        path.write_bytes(raw)
        try:
            texts = Texts(path)
        except OutputError:
            told += 1
            continue
        for text in TEXTS:
            with suppress(OutputError):
                assert texts.get(_digest(text)) in (text, None)
        with suppress(OutputError):
            texts.close()
    assert told < 60
