"""What holds of every extraction, whatever the text."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotex.contract.records import mismatches
from quotex.pipeline.extractor import Extractor

PARTS = st.sampled_from(
    [
        "“The bridge is not safe,” said Ada Brook, the county engineer. ",
        "«We closed it in June, ”she added. ",
        "‘It’s late,’ he said. ",
        "According to the council, 4,200 people used the ferry in May. ",
        "Tom Reed denies that he knew. ",
        "“Nobody asked us “, insisted Reed. ",
        "ORRIN FALLS – ",
        "\r\n\r\n",
        "\n",
        "\t",
        "\xa0",
        '"',
        "”",
        "’",
        "``",
        "🙂 ",
        "e\u0301 ",
        "\u202eשלום\u202c ",
        "\u200b",
        "\x00",
        "\ufffd",
        "(with source Nordipress)",
        "Q. Why? ",
        "BROOK: No. ",
        "3",
        ".",
    ]
)
TEXTS = st.lists(PARTS, max_size=12).map("".join)
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(text=TEXTS)
def test_every_span_is_the_text_and_every_name_stands_in_it(extractor: Extractor, text: str) -> None:
    assert mismatches(extractor.extract(text), text) == []


@FEW
@given(text=TEXTS)
def test_no_record_stands_in_boilerplate(extractor: Extractor, text: str) -> None:
    extraction = extractor.extract(text)
    inside = [(b.start, b.end) for b in extraction.boilerplate]
    starts = [q.spans[0].start for q in extraction.quotes] + [c.span.start for c in extraction.claims]
    assert not [at for at in starts for start, end in inside if start <= at < end]


@FEW
@given(text=TEXTS)
def test_the_same_text_gives_the_same_bytes(extractor: Extractor, text: str) -> None:
    first = extractor.extract(text).model_dump_json()
    extractor.extract("Something else was said by Tom Reed in between.")
    assert extractor.extract(text).model_dump_json() == first


def test_the_hash_seed_and_the_process_change_nothing() -> None:
    article = "data/articles/storm-live.txt"
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "quotex", "extract", article, "-f", "jsonl"],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads},
            capture_output=True,
            check=True,
        ).stdout
        for seed, threads in (("0", "1"), ("1", "2"), ("77", "4"))
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' * 100_000, id="one mark"),
        pytest.param("\"' “a” " * 2_000, id="all marks"),
        pytest.param("x" * 100_000, id="one word"),
        pytest.param("“We go,” said Ada Brook.\n" * 600, id="many paragraphs"),
        pytest.param("“We go on and on. " * 500, id="never closed"),
        pytest.param("", id="nothing"),
    ],
)
def test_it_ends(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).source.length == len(text)


def test_data_go_to_standard_output_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quotex", "extract", "data/articles/storm-live.txt", "missing.txt"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 3
    assert all(line.startswith("{") for line in done.stdout.splitlines())
    assert "missing.txt" in done.stderr


@pytest.mark.parametrize(
    "text",
    ["019. 🙂\U000ce66c\U0010e2abዳ£\ufffd]Mayor says no", "1/-\n"],
    ids=["a source without a word", "a flat price without a currency"],
)
def test_what_once_raised_has_records(extractor: Extractor, text: str) -> None:
    assert mismatches(extractor.extract(text), text) == []
