"""The contract refuses what does not hold together."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from quotex.contract.records import SCHEMA, Extraction, Failure, Span, mismatches, read_record
from quotex.errors import RecordError

TEXT = "Ada Brook said that it rained on 30 days."


def span(part: str) -> dict[str, Any]:
    start = TEXT.index(part)
    return {"start": start, "end": start + len(part), "text": part}


def record(**changes: Any) -> dict[str, Any]:
    """A whole extraction as it is written, with some fields replaced."""
    from hashlib import sha256

    return {
        "schema": SCHEMA,
        "source": {"id": "a", "sha256": sha256(TEXT.encode()).hexdigest(), "length": len(TEXT)},
        "pipeline": {"quotex": "0", "spacy": "3", "model": "m-1", "tagger": "t-1"},
        "speakers": [{"id": "s1", "name": "Ada Brook", "kind": "person", "mentions": [span("Ada Brook")]}],
        "quotes": [
            {
                "id": "q1",
                "type": "indirect",
                "spans": [span("that it rained")],
                "text": "that it rained",
                "cue": span("said"),
                "source": span("Ada Brook"),
                "speaker": "s1",
                "stance": "asserts",
                "confidence": 0.9,
                "speaker_confidence": 0.9,
            }
        ],
        "claims": [
            {
                "id": "c1",
                "span": span("it rained on 30 days"),
                "text": "it rained on 30 days",
                "kinds": ["quantity"],
                "quantities": ["n1"],
                "asserted_by": "s1",
                "quote": "q1",
                "worthiness": 0.7,
            }
        ],
        "quantities": [
            {"id": "n1", "span": span("30 days"), "text": "30 days", "value": 30, "unit": "day", "claim": "c1"}
        ],
        **changes,
    }


def test_a_record_survives_writing_and_reading() -> None:
    extraction = Extraction.model_validate(record())
    assert read_record(extraction.model_dump_json()) == extraction
    assert mismatches(extraction, TEXT) == []
    assert '"schema":"quotex/1"' in extraction.model_dump_json()


def test_a_failure_is_a_record_too() -> None:
    failure = read_record(
        '{"schema": "quotex/1", "id": "a", "error": {"code": "empty_input", "message": "a: is empty"}}'
    )
    assert isinstance(failure, Failure)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("quotes", 0, "speaker"), "s2"),
        (("quotes", 0, "id"), "q2"),
        (("quotes", 0, "confidence"), 1.2),
        (("quotes", 0, "spans"), []),
        (("claims", 0, "asserted_by"), "s9"),
        (("claims", 0, "quote"), "q9"),
        (("claims", 0, "quantities"), ["n2"]),
        (("claims", 0, "worthiness"), -0.1),
        (("quantities", 0, "claim"), "c4"),
        (("quantities", 0, "value"), "thirty"),
        (("speakers", 0, "mentions"), []),
        (("source", "length"), 5),
        (("source", "sha256"), "abc"),
        (("source", "published"), "May 3"),
        (("schema",), "quotex/2"),
        (("surprise",), 1),
    ],
)
def test_what_does_not_hold_together_is_refused(path: tuple[str | int, ...], value: object) -> None:
    changed = record()
    *way, last = path
    place: Any = changed
    for step in way:
        place = place[step]
    place[last] = value
    with pytest.raises(ValidationError):
        Extraction.model_validate(changed)


def test_identifiers_count_in_text_order() -> None:
    first, second = span("Ada Brook"), span("days")
    speakers = [
        {"id": "s1", "kind": "unknown", "mentions": [second]},
        {"id": "s2", "kind": "unknown", "mentions": [first]},
    ]
    with pytest.raises(ValidationError, match="text order"):
        Extraction.model_validate(record(speakers=speakers))


def test_records_do_not_change() -> None:
    extraction = Extraction.model_validate(record())
    with pytest.raises(ValidationError):
        extraction.speakers = ()  # type: ignore[misc]


def test_records_share_the_names_of_their_fields_but_not_with_their_copies() -> None:
    first, second = Span(start=0, end=2, text="We"), Span(start=3, end=5, text="go")
    assert first.model_fields_set is second.model_fields_set == {"start", "end", "text"}
    assert first.model_copy(update={"more": 1}).model_fields_set > second.model_fields_set


def test_a_span_is_as_long_as_its_text() -> None:
    with pytest.raises(ValidationError, match="characters"):
        Span(start=0, end=4, text="Ada")


def test_another_text_is_noticed() -> None:
    extraction = Extraction.model_validate(record())
    assert mismatches(extraction, TEXT.replace("Brook", "Creek")) == ["source: sha256 is of another text"]


def test_a_line_that_is_no_record_is_named() -> None:
    with pytest.raises(RecordError, match="not a quotex/1 record"):
        read_record('{"schema": "quotex/1"}')


def _told(id: str, words: str, within: str | None) -> dict[str, Any]:
    place = span(words)
    return {"id": id, "type": "indirect", "spans": [place], "text": words, "within": within, "confidence": 0.9}


@pytest.mark.parametrize(
    ("quotes", "breach"),
    [
        ([_told("q1", "that it rained", None), _told("q2", "it rained", "q1")], None),
        ([_told("q1", "that it rained", None), _told("q2", "it rained", "q3")], "q2: the quotation around it q3"),
        ([_told("q1", "that it rained", "q2"), _told("q2", "it rained", None)], "q1: within q2, but has words outside"),
        ([_told("q1", "that it rained", "q2"), _told("q2", "that it rained", "q1")], "q1: is within itself"),
        ([_told("q1", "that it rained", "q1")], "q1: is within itself"),
    ],
)
def test_what_is_told_in_a_quotation_lies_in_it(quotes: list[dict[str, Any]], breach: str | None) -> None:
    raw = record(quotes=quotes, claims=[], quantities=[])
    if breach is None:
        assert Extraction.model_validate(raw).quotes[1].within == "q1"
    else:
        with pytest.raises(ValidationError, match=breach):
            Extraction.model_validate(raw)
