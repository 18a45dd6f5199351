"""Whatever is changed in a real extraction is found: by the contract, or against the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from quotex.contract.records import Extraction, mismatches, read_record
from quotex.errors import RecordError
from quotex.pipeline.extractor import Extractor

ARTICLES = Path(__file__).parents[2] / "data" / "articles"

_FEW = 4  # of a list
_ALL = ("changed", "null")
JUDGED = "what the program judges, with nothing beside it to hold it against"
OMITTED = "an omission: nothing says how many there are"
ABOUT = "said of the text or the run, not in the text"

NOT_FOUND: dict[str, tuple[tuple[str, ...], str]] = {
    "source.(id|path|url|title|author|published|place|language)": (_ALL, ABOUT),
    "pipeline.*": (_ALL, ABOUT),
    "speakers.kind": (_ALL, JUDGED),
    "speakers.mentions.rule": (_ALL, JUDGED),
    "speakers.anonymity": (("null",), OMITTED),
    "speakers.(name|description|affiliation)_span": (("null",), "the words are then looked for in the text"),
    "speakers.(mentions|roles|pronouns)": (("dropped",), OMITTED),
    "quotes.(type|act|stance|confidence|speaker_confidence)": (_ALL, JUDGED),
    "quotes.(cue|source|within)": (("null",), OMITTED),
    "quotes.speaker": (("changed",), "two speakers' mentions may share words: the fan of Orre is not Orre"),
    "claims.(kinds|modality|hearsay|worthiness)": ((*_ALL, "dropped", "moved"), JUDGED),
    "claims.times.value": (_ALL, JUDGED),
    "claims.(times|places)": (("dropped",), OMITTED),
    "claims.countries": ((*_ALL, "dropped", "moved"), "their names may be any words for them"),
    "claims.(modality_cue|part_of|about)": (_ALL, JUDGED),
    "claims.group": (_ALL, "of a group of three, two are left"),
    "claims.quote": (("null",), "of nobody's words, a claim with other words beside them is left to the article"),
    "quantities.(value|modifier|change|unit|margin|old|new)": (_ALL, JUDGED),
    "quantities.(number|unit)_span": (("null",), OMITTED),
    "quantities.(dimension|currency|base_value|base_unit)": (("null",), "what the unit tells"),
    "quantities.(counted|subject)_span": (("null",), "the words are then looked for in the text"),
    "(quotes|claims|quantities|boilerplate|warnings)": (("dropped",), OMITTED),
    "quotes_left_out": (_ALL, "what is left out leaves no trace"),
    "warnings": (("moved",), "their order says nothing"),
    "warnings.(code|message)": (_ALL, JUDGED),
}
"""The fields whose changes cannot be found, which changes these are, and why."""


@pytest.mark.parametrize("name", ["harbour-wire", "storm-live"])
def test_every_change_is_found(extractor: Extractor, name: str) -> None:
    text = (ARTICLES / f"{name}.txt").read_bytes().decode()
    record = json.loads(extractor.extract(text).model_dump_json())
    assert _is_true(record, text)
    missed = {
        (place, how, str(value)[:60])
        for place, how, value, changed in _tampered(record)
        if not _may_be_missed(place, how) and _is_true(changed, text)
    }
    assert missed == set()


def _is_true(record: Any, text: str) -> bool:
    try:
        read = read_record(json.dumps(record))
    except RecordError:
        return False
    return isinstance(read, Extraction) and mismatches(read, text) == []


def _may_be_missed(place: str, how: str) -> bool:
    return any(re.fullmatch(pattern, place) and how in hows for pattern, (hows, _) in NOT_FOUND.items())


def _tampered(record: Any) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield the record with one thing changed at a time: the field, how it was changed, what it was before."""
    for path, value in _fields(record, ()):
        place = ".".join(step for step in path if isinstance(step, str))
        for how, new in _changes(path, value, record):
            changed = deepcopy(record)
            at: Any = changed
            for step in path[:-1]:
                at = at[step]
            at[path[-1]] = new
            yield place, how, value, changed


def _fields(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if path and (isinstance(path[-1], str) or not isinstance(value, dict)):
        yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value[:_FEW]) if isinstance(value, list) else ()
    for step, item in inside:
        yield from _fields(item, (*path, step))


def _changes(path: tuple[str | int, ...], value: Any, record: Any) -> Iterator[tuple[str, Any]]:
    """Yield what a value can be changed to, of its own kind, and how."""
    match value:
        case {"start": int(start), "end": int(end), "text": str()}:
            yield "changed", value | {"start": start + 1, "end": end + 1}
            yield "changed", value | {"start": start + 1, "text": value["text"][1:] + "x"}
        case list():
            if len(value) > 1:
                yield "moved", value[1:] + value[:1]
            yield from (("dropped", value[:i] + value[i + 1 :]) for i in range(len(value))[:_FEW])
            yield from (("doubled", [*value[: i + 1], *value[i:]]) for i in range(len(value))[:_FEW])
        case str() if re.fullmatch(r"[sqcng]\d+", value):
            count = {"s": "speakers", "q": "quotes", "c": "claims", "n": "quantities"}.get(value[0])
            others = range(1, len(record[count]) + 2) if count else range(1, 4)
            yield from (("changed", f"{value[0]}{i}") for i in [*others][:_FEW] if f"{value[0]}{i}" != value)
        case str():
            yield "changed", value + "x"
            yield "changed", value[:-1]
        case bool():
            yield "changed", not value
        case int() | float():
            yield from (("changed", value + step) for step in (1, -1, 0.125))
    if value is not None and not isinstance(path[-1], int):
        yield "null", None
