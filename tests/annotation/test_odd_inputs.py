"""Annotations that nobody would draw, and files that lie in a folder to lead elsewhere."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from invented import TEXT, extraction
from quotex.annotation import brat, labelstudio
from quotex.errors import InputError, MalformedInputError, QuotexError, RecordError


def _task() -> Any:
    return json.loads(json.dumps(labelstudio.task(extraction(), TEXT)))


def _continue(task: Any, *pairs: tuple[str, str]) -> None:
    for start, end in pairs:
        relation = {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": ["continues"]}
        task["predictions"][0]["result"].append(relation)


def _regions(task: Any, label: str) -> list[str]:
    result = task["predictions"][0]["result"]
    return [item["id"] for item in result if item["type"] == "labels" and item["value"]["labels"] == [label]]


def test_pieces_that_continue_in_a_circle_are_told() -> None:
    task = _task()
    first, second = _regions(task, "Quote")[:2]
    _continue(task, (first, second), (second, first))
    with pytest.raises(MalformedInputError, match="in a circle"):
        labelstudio.read_task(task, "x")


def test_a_piece_of_a_piece_is_a_piece_and_one_of_nothing_stands_alone() -> None:
    task = _task()
    whole = labelstudio.read_task(task, "x")
    text = task["data"]["text"]
    for i, word in enumerate(("Harbour", "closes"), 1):
        at = text.index(word)
        value = {"start": at, "end": at + len(word), "text": word, "labels": ["Quote"]}
        task["predictions"][0]["result"].append({"id": f"p{i}", "type": "labels", "value": value})
    chained = json.loads(json.dumps(task))
    _continue(chained, ("p2", "p1"))
    assert len(labelstudio.read_task(chained, "x").quotes) == len(whole.quotes) + 1
    _continue(task, ("p2", "gone"))
    assert len(labelstudio.read_task(task, "x").quotes) == len(whole.quotes) + 2


@pytest.mark.parametrize(
    "task",
    [
        5, None, [], {}, {"data": 1}, {"data": {"text": None}}, {"data": {"text": "x", "quotex": [1]}},
        {"data": {"text": "x"}, "annotations": 7}, {"data": {"text": "x"}, "annotations": [{"result": [{}]}]},
        {"data": {"text": "x"}, "annotations": [{"result": [{"type": "labels", "value": {"labels": ["Quote"]}}]}]},
    ],
)  # fmt: skip
def test_what_is_no_task_is_told(task: Any) -> None:
    with pytest.raises(QuotexError):
        labelstudio.read_task(task, "x")


def _brat(folder: Path) -> Path:
    files = brat.write(extraction(), TEXT)
    (folder / "a.txt").write_bytes(files.text.encode())
    (folder / "a.ann").write_text(files.annotations)
    return folder / "a.ann"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("Hush.")
    folder = tmp_path / "brat"
    folder.mkdir()
    article = _brat(folder)
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(MalformedInputError, match="a link that leads elsewhere"):
        brat.read_article(article)


def test_a_pipe_among_the_files_is_not_waited_for(tmp_path: Path) -> None:
    article = _brat(tmp_path)
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(MalformedInputError, match="not a regular file"):
        brat.read_article(article)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.quotex.json", "[]"),
        ("a.quotex.json", "[" * 100_000),
        ("a.quotex.json", '{"returns": "many"}'),
        ("a.quotex.json", '{"about": {"source": 5}}'),
        ("a.ann", "T1\tQuote 0 3\tHar\nT1\tQuote 4 7\tour\n"),
        ("a.ann", f"T1\tQuote 0 {'9' * 5000}\tx\n"),
    ],
)
def test_an_odd_file_of_brat_is_told(tmp_path: Path, name: str, content: str) -> None:
    article = _brat(tmp_path)
    (tmp_path / name).write_text(content)
    with pytest.raises(InputError):
        brat.read_article(article)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    article = _brat(tmp_path)
    about = json.loads(brat.write(extraction(), TEXT).about)
    about["about"]["source"]["title"] = "\ud800"
    (tmp_path / "a.quotex.json").write_text(json.dumps(about))
    with pytest.raises(RecordError, match="cannot be written"):
        brat.read_article(article)
