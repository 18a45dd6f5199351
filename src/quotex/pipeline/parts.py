"""Texts too long to parse at once: cut at paragraph ends, and the records of the parts put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from quotex.contract.records import Extraction
from quotex.pipeline.assembly import digest
from quotex.text import STOPS, Range

__all__ = ["LONGEST", "join", "parts"]

LONGEST = 150_000
"""Characters read at once: what parser and tagger say of so many fits in 150 MB, whatever they are."""

_BREAKS = tuple(map(re.compile, (r"\n\s*\n", r"\n", rf"(?<=[{STOPS}])\s", r"\s")))

Record = dict[str, Any]

_COUNTED = {"quotes": "q", "claims": "c", "quantities": "n"}
_RECORDS = ("speakers", *_COUNTED, "boilerplate", "warnings")
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


def join(extractions: Iterable[Extraction], starts: Iterable[int], text: str) -> Extraction:
    """Put the records of a text's parts together: offsets of the whole, identifiers counted anew.

    A speaker of one name in several parts is one speaker; one without a name is another in each part.

    Args:
        extractions: of the parts, in order; each is let go when it is taken in.
        starts: where each begins in the whole.
        text: the whole.
    """
    whole: Record = {}
    speakers: dict[tuple[str, str], Record] = {}
    for extraction, start in zip(extractions, starts, strict=True):
        part = _moved(extraction.model_dump(mode="json"), start)
        whole = whole or part | {name: [] for name in _RECORDS} | {"quotes_left_out": 0}
        whole["quotes_left_out"] += part["quotes_left_out"]
        renamed = _renamed(part, whole, speakers)
        for name in _RECORDS:
            whole[name] += [_referring(record, renamed) for record in part[name]]
        speakers |= {(s["name"], s["kind"]): s for s in part["speakers"] if s["name"]}
    whole["warnings"] = [w for i, w in enumerate(whole["warnings"]) if w["span"] or w not in whole["warnings"][:i]]
    whole["source"] |= digest(text)
    return Extraction.model_validate(whole)


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


def _renamed(part: Record, whole: Record, speakers: dict[tuple[str, str], Record]) -> dict[str, str]:
    """Say what each identifier of a part is called in the whole, and merge the speakers known already."""
    renamed: dict[str, str] = {}
    for name, prefix in _COUNTED.items():
        renamed |= {record["id"]: f"{prefix}{len(whole[name]) + i}" for i, record in enumerate(part[name], 1)}
    groups = sum(1 for _ in {claim["group"] for claim in whole["claims"] if claim["group"]})
    for group in dict.fromkeys(claim["group"] for claim in part["claims"] if claim["group"]):
        groups += 1
        renamed[group] = f"g{groups}"
    fresh = []
    for speaker in part["speakers"]:
        known = speakers.get((speaker["name"], speaker["kind"])) if speaker["name"] else None
        if known:
            renamed[speaker["id"]] = known["id"]
            for several in ("mentions", "roles", "pronouns"):
                known[several] += speaker[several]
            known |= {key: value for key, value in speaker.items() if known[key] is None}
        else:
            fresh.append(speaker)
            renamed[speaker["id"]] = f"s{len(whole['speakers']) + len(fresh)}"
    part["speakers"] = fresh
    return renamed


def _referring(record: Record, renamed: dict[str, str]) -> Record:
    for field in _REFERENCES & record.keys():
        value = record[field]
        record[field] = [renamed[item] for item in value] if isinstance(value, list) else renamed.get(value, value)
    return record
