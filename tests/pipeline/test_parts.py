"""A text read in parts has the records of the whole."""

from __future__ import annotations

import weakref
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.contract.records import Extraction, mismatches
from quotex.pipeline import parts as joining
from quotex.pipeline.extractor import Extractor
from quotex.pipeline.parts import parts

STORY = """Mira Dolan, the harbour master of Port Ellery, said the quay would stay closed until May 2031.

About 1,200 crates were lost in the fire, Dolan said. "Nobody asked us," she added.

A senior official told reporters that the council had spent 4 million crowns on the quay in 2029.
"""


@given(st.text(alphabet="ab .\n", max_size=300), st.integers(min_value=1, max_value=40))
def test_parts_are_the_whole_in_order_and_none_is_too_long(text: str, longest: int) -> None:
    cut = list(parts(text, longest))
    assert "".join(part.of(text) for part in cut) == text
    assert all(part.end - part.start <= longest for part in cut)
    assert len(cut) <= 2 * len(text) / longest + 1


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One two three.\n\nFour\nfive six.", "One two three.\n\n"),
        ("One two. Three.\nFour. Five six.", "One two. Three.\n"),
        ("One two three. Four five", "One two three. "),
        ("One two three four five six", "One two three four "),
        ("x" * 30, "x" * 20),
    ],
)
def test_a_text_is_cut_where_it_hurts_least(text: str, first: str) -> None:
    assert next(parts(text, 20)).of(text) == first


def test_records_of_parts_are_records_of_the_whole(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(STORY.replace("2029", str(year)) for year in range(2024, 2030))
    whole = extractor.extract(text)
    monkeypatch.setattr("quotex.pipeline.extractor.parts", lambda text: parts(text, 500))
    joined = extractor.extract(text)
    assert mismatches(joined, text) == []
    assert joined.source == whole.source
    assert [quote.text for quote in joined.quotes] == [quote.text for quote in whole.quotes]
    assert [(n.text, n.value) for n in joined.quantities] == [(n.text, n.value) for n in whole.quantities]
    dolans = [speaker for speaker in joined.speakers if speaker.name == "Mira Dolan"]
    assert len(dolans) == 1
    assert {q.speaker for q in joined.quotes if "quay would stay" in q.text} == {dolans[0].id}


def test_the_records_of_a_part_are_let_go_before_the_next_is_read(extractor: Extractor) -> None:
    alive: list[weakref.ref[Extraction]] = []

    def one_by_one() -> Iterator[Extraction]:
        for _ in range(3):
            assert not any(part() for part in alive)
            extraction = extractor.extract(STORY)
            alive.append(weakref.ref(extraction))
            yield extraction
            del extraction

    starts = [i * len(STORY) for i in range(3)]
    assert mismatches(joining.join(one_by_one(), starts, STORY * 3), STORY * 3) == []


def test_nothing_is_cut_that_can_be_read_at_once(extractor: Extractor) -> None:
    assert len(list(parts(STORY * 100))) == 1
    assert joining.LONGEST >= 100_000
