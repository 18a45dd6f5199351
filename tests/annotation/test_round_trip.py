"""What is exported for an annotation tool comes back as it was, whatever the text and the records."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from invented import TEXT, extraction
from quotex.annotation import brat, labelstudio, web
from quotex.contract.records import Extraction, mismatches
from strategies import extractions


def _through_brat(x: Extraction, text: str) -> Extraction:
    with tempfile.TemporaryDirectory() as folder:
        files = brat.write(x, text)
        for suffix, content in zip((".txt", ".ann", ".quotex.json"), files, strict=True):
            (Path(folder) / f"a{suffix}").write_bytes(content.encode())
        return brat.read_article(Path(folder) / "a.ann")


def _through_label_studio(x: Extraction, text: str) -> Extraction:
    ((where, task),) = labelstudio.tasks(json.dumps([labelstudio.task(x, text)]), "tasks.json")
    return labelstudio.read_task(task, where)


def _through_web_annotation(x: Extraction, text: str) -> Extraction:
    return web.read_page(json.dumps(web.page(x, text)), "page.jsonld")


TOOLS = pytest.mark.parametrize("through", [_through_brat, _through_label_studio, _through_web_annotation])


@TOOLS
def test_invented_records_come_back(through: object) -> None:
    assert callable(through)
    assert through(extraction(), TEXT) == extraction()


@settings(max_examples=50)
@given(extractions())
def test_any_records_come_back_from_brat(drawn: tuple[Extraction, str]) -> None:
    x, text = drawn
    assert _through_brat(x, text) == x


@settings(max_examples=50)
@given(extractions())
def test_any_records_come_back_from_label_studio(drawn: tuple[Extraction, str]) -> None:
    x, text = drawn
    assert _through_label_studio(x, text) == x


@settings(max_examples=50)
@given(extractions())
def test_any_records_come_back_from_web_annotation(drawn: tuple[Extraction, str]) -> None:
    x, text = drawn
    assert _through_web_annotation(x, text) == x


@TOOLS
def test_records_of_a_real_run_come_back(through: object) -> None:
    from quotex.pipeline.extractor import extract

    text = (Path(__file__).parents[2] / "data" / "articles" / "harbour-wire.txt").read_bytes().decode()
    assert callable(through)
    found = extract(text).model_copy(update={"quotes_left_out": 0})  # of what a run did not write, no tool can tell
    back = through(found, text)
    assert back == found
    assert mismatches(back, text) == []
