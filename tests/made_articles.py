"""Records of invented articles, made by hand: who says what, and what is claimed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quotex.contract.records import Extraction, read_record


@dataclass(frozen=True)
class Said:
    """A quotation; ``forms`` are the ways in which the article names the speaker after the first."""

    name: str
    words: str
    role: str | None = None
    forms: tuple[str, ...] = ()
    type: str = "direct"
    kind: str = "person"


def made(
    id: str,
    *said: Said,
    claims: Sequence[tuple[str, str, float, str]] = (),
    published: str | None = None,
    outlet: str | None = None,
) -> Extraction:
    """Make the records of an article; a claim is its text, the words of its figure, the value, and what is counted."""
    writer = _Writer()
    speakers: dict[str, dict[str, Any]] = {}
    quotes: list[dict[str, Any]] = []
    for each in said:
        content = writer.span(each.words)
        names = [(writer.span(each.name), "name"), *((writer.span(form), "short_name") for form in each.forms)]
        role = [writer.span(each.role)] if each.role else []
        speaker = speakers.setdefault(
            each.name,
            {"name": each.name, "kind": each.kind, "role": each.role, "roles": role, "mentions": []},
        )
        speaker["mentions"] += [span | {"rule": rule} for span, rule in names]
        quotes.append(
            {"type": each.type, "spans": [content], "text": each.words, "speaker": each.name, "confidence": 0.9}
            | {"speaker_confidence": 0.9}
        )
    order = {name: f"s{number}" for number, name in enumerate(speakers, start=1)}
    facts, figures = [], []
    for number, (text, figure, value, counted) in enumerate(claims, start=1):
        span = writer.span(text)
        start = span["start"] + text.index(figure)
        at = {"start": start, "end": start + len(figure), "text": figure}
        facts.append(
            {"id": f"c{number}", "span": span, "text": text, "kinds": ["quantity"], "quantities": [f"n{number}"]}
            | {"worthiness": 0.9}
        )
        figures.append(
            {"id": f"n{number}", "span": at, "text": figure, "value": value, "counted": counted, "claim": f"c{number}"}
        )
    record = {
        "schema": "quotex/1",
        "source": {
            "id": id,
            "title": f"Article {id}",
            "published": published,
            "kept": {"outlet": outlet} if outlet else {},
            "sha256": hashlib.sha256(writer.text.encode()).hexdigest(),
            "length": len(writer.text),
        },
        "pipeline": {"quotex": "0", "spacy": "0", "model": "none", "tagger": "none"},
        "speakers": [speaker | {"id": order[name]} for name, speaker in speakers.items()],
        "quotes": [q | {"id": f"q{n}", "speaker": order[q["speaker"]]} for n, q in enumerate(quotes, start=1)],
        "claims": facts,
        "quantities": figures,
    }
    import json

    found = read_record(json.dumps(record))
    assert isinstance(found, Extraction)
    return found


class _Writer:
    """A text that grows by what is to stand in it."""

    def __init__(self) -> None:
        self.text = ""

    def span(self, words: str) -> dict[str, Any]:
        start = len(self.text)
        self.text += f"{words}\n"
        return {"start": start, "end": start + len(words), "text": words}
