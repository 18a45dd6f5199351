"""Texts too long to parse at once: cut at paragraph ends, and the records of the parts put together again."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from quotex.contract.records import Claim, Extraction, Quantity, Quote, Span, Warning
from quotex.pipeline.assembly import digest
from quotex.text import STOPS, Range

LONGEST = 120_000
"""Characters read at once: of so many, each a line of its own, a megabyte stays below 600 MB."""

_BREAKS = tuple(map(re.compile, (r"\n\s*\n", r"\n", rf"(?<=[{STOPS}])\s", r"\s")))

_Fields = dict[str, Any]

_COUNTED = {"quotes": "q", "claims": "c", "quantities": "n"}
_RECORDS: dict[str, type[BaseModel]] = {
    "quotes": Quote,
    "claims": Claim,
    "quantities": Quantity,
    "boilerplate": Span,
    "warnings": Warning,
}
_REFERENCES = frozenset(
    {"id", "speaker", "asserted_by", "quote", "within", "group", "claim", "quantities", "part_of", "about"}
)


def parts(text: str, longest: int = LONGEST) -> Iterator[Range]:
    """Cut a text into ranges of at most ``longest`` characters: after a paragraph, or else a sentence or a word."""
    start = 0
    while len(text) - start > longest:
        end = _break(text, start + longest // 2, start + longest)
        yield Range(start, end)
        start = end
    yield Range(start, len(text))


def _break(text: str, first: int, last: int) -> int:
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(text, first, last)]
        if ends:
            return ends[-1]
    return last


def join(extractions: Iterator[Extraction], starts: Iterable[int], text: str) -> Extraction:
    """Put the records of a text's parts together: offsets of the whole, identifiers counted anew.

    A speaker of one name in several parts is one speaker; one without a name is another in each part.

    Args:
        extractions: of the parts, in order; each is let go before the next is asked for.
        starts: where each begins in the whole.
        text: the whole.
    """
    # as JSON until all are there, since the garbage collector would go through every record again and again
    parts = deque(map(Extraction.model_dump_json, extractions))
    whole = _Whole()
    for start in starts:
        whole.take(json.loads(parts.popleft()), start)
    return whole.record(text)


class _Whole:
    """The records of the parts so far; speakers are open to more of them until the end."""

    def __init__(self) -> None:
        self._first: _Fields = {}
        self._records: dict[str, list[Any]] = {name: [] for name in _RECORDS}
        self._speakers: list[_Fields] = []
        self._named: dict[tuple[str, str], _Fields] = {}
        self._groups = 0
        self._left_out = 0

    def take(self, part: _Fields, start: int) -> None:
        """Take in the records of the part that begins at ``start``."""
        self._first = self._first or part
        renamed = self._renamed(part) | self._take_speakers(_moved(part["speakers"], start))
        for name, model in _RECORDS.items():
            for record in part.pop(name):  # one after the other: there may be a hundred thousand
                self._records[name].append(model.model_validate(_referring(_moved(record, start), renamed)))
        self._left_out += part["quotes_left_out"]

    def record(self, text: str) -> Extraction:
        """Make the record of the whole text."""
        told, warnings = set[tuple[str, str]](), []
        for warning in self._records["warnings"]:
            what = warning.code, warning.message
            if warning.span or what not in told:
                warnings.append(warning)
            told.add(what)
        whole = self._first | self._records | {"warnings": warnings, "speakers": self._speakers}
        whole |= {"source": whole["source"] | digest(text), "quotes_left_out": self._left_out}
        return Extraction.model_validate(whole)

    def _renamed(self, part: _Fields) -> dict[str, str]:
        """Say what each identifier of a part is called in the whole, but those of speakers."""
        renamed: dict[str, str] = {}
        for name, prefix in _COUNTED.items():
            before = len(self._records[name])
            renamed |= {record["id"]: f"{prefix}{before + i}" for i, record in enumerate(part[name], 1)}
        for group in dict.fromkeys(claim["group"] for claim in part["claims"] if claim["group"]):
            self._groups += 1
            renamed[group] = f"g{self._groups}"
        return renamed

    def _take_speakers(self, speakers: Iterable[_Fields]) -> dict[str, str]:
        """Take in the speakers of a part, the known ones as more of these; say what each is called in the whole."""
        renamed: dict[str, str] = {}
        known = self._named.copy()
        for speaker in speakers:
            who = speaker["name"], speaker["kind"]
            old = speaker["id"]
            if same := known.get(who):
                for several in ("mentions", "roles", "pronouns"):
                    same[several] += speaker[several]
                same |= {key: value for key, value in speaker.items() if same[key] is None}
                renamed[old] = same["id"]
                continue
            self._speakers.append(speaker)
            renamed[old] = speaker["id"] = f"s{len(self._speakers)}"
            if speaker["name"]:
                self._named[who] = speaker
        return renamed


def _moved(value: Any, start: int) -> Any:
    """Shift every span within a value."""
    match value:
        case {"start": int(), "end": int()}:
            return value | {"start": value["start"] + start, "end": value["end"] + start}
        case dict():
            return {key: _moved(item, start) for key, item in value.items()}
        case list():
            return [_moved(item, start) for item in value]
    return value


def _referring(record: _Fields, renamed: dict[str, str]) -> _Fields:
    for field in _REFERENCES & record.keys():
        value = record[field]
        record[field] = [renamed[item] for item in value] if isinstance(value, list) else renamed.get(value, value)
    return record
