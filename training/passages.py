"""Passages of our own, annotated by hand in their text: news of the kinds that annotated corpora have too little of.

    python -m training.passages --quotes QUOTES.jsonl --speakers SPEAKERS.jsonl [--only seen|unseen]

writes them in the corpora's form. Files of ``passages/`` hold passages, each behind a line ``%% what it is of``::

    {S0 The mayor} {C0 told reporters} {Q0 the bridge was shut}. {Q1 “We had no choice,”} {S1=Ines Korda|she} {C1 said}.

``S`` is a source, ``C`` a cue, ``Q``, ``T`` and ``L`` a content of speech, thought or looser kinds; what has one number
is one attribution, and one may stand inside another. ``S1=Ines Korda|she`` names the speaker, ``S1=-|he`` nobody. Every
fifth passage of a file is kept from training (:func:`kept_out`), to measure by.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PASSAGES = Path(__file__).parent / "passages"
LEVELS = {"Q": "speech", "T": "thought", "L": "loose"}

_EVERY = 5
_NOBODY = "-"
_BEGIN = re.compile(r"^%%.*\n", re.MULTILINE)
_BRACE = re.compile(r"\{(?P<role>[SCQTL])(?P<number>\d+)(?:=(?P<name>[^|{}\n]*)\|| )|[{}]")

Spans = list[list[int]]


@dataclass(slots=True)
class _Attribution:
    content: Spans = field(default_factory=list)
    cue: Spans = field(default_factory=list)
    source: Spans = field(default_factory=list)
    level: str = ""
    name: str | None = None

    def take(self, role: str, span: list[int], name: str | None) -> None:
        spans = {"S": self.source, "C": self.cue}.get(role, self.content)
        spans.append(span)
        self.level = LEVELS.get(role, self.level)
        self.name = name or self.name


def passages(folder: Path = PASSAGES) -> Iterator[dict[str, Any]]:
    """Read the passages of every file: id, text, attributions with level and name, in the order of the files' names.

    Raises:
        ValueError: braces that do not match, or an attribution without content; says where.
    """
    for path in sorted(folder.glob("*.txt")):
        _, *texts = _BEGIN.split(path.read_text(encoding="utf-8"))
        for index, marked in enumerate(texts):
            name = f"{path.stem}-{index:03}"
            try:
                yield {"id": name, **unmarked(marked.strip("\n") + "\n")}
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None


def kept_out(passage: dict[str, Any]) -> bool:
    """Whether training does not see a passage."""
    return int(passage["id"].rpartition("-")[2]) % _EVERY == _EVERY - 1


def unmarked(marked: str) -> dict[str, Any]:
    """Take the braces out of a text: ``text``, ``attributions`` in the order of their contents, the outer one first.

    Raises:
        ValueError: braces that do not match, or an attribution without content.
    """
    parts: list[str] = []
    length = at = 0
    found: dict[int, _Attribution] = {}
    opened: list[tuple[re.Match[str], int]] = []
    for brace in _BRACE.finditer(marked):
        parts.append(marked[at : brace.start()])
        length, at = length + len(parts[-1]), brace.end()
        if brace["role"]:
            opened.append((brace, length))
            found.setdefault(int(brace["number"]), _Attribution())
        elif brace[0] == "{" or not opened:
            raise ValueError(f"a stray {brace[0]} behind …{marked[max(0, at - 40) : at - 1]}")
        else:
            begin, start = opened.pop()
            found[int(begin["number"])].take(begin["role"], [start, length], begin["name"])
    if opened:
        raise ValueError(f"{opened[-1][0][0]} is not closed")
    if bare := [number for number, attribution in found.items() if not attribution.content]:
        raise ValueError(f"attribution {bare[0]} has no content")
    ordered = sorted(found.values(), key=lambda attribution: min(attribution.content))
    text = "".join([*parts, marked[at:]])
    return {"text": text, "attributions": [_plain(attribution) for attribution in ordered]}


def _plain(attribution: _Attribution) -> dict[str, Any]:
    return {
        "content": sorted(attribution.content),
        "cue": sorted(attribution.cue),
        "source": sorted(attribution.source),
        "level": attribution.level,
        "optional": attribution.level != "speech",
        "name": attribution.name,
    }


def main() -> None:
    """Write them as corpora."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotes", type=Path, required=True)
    parser.add_argument("--speakers", type=Path)
    parser.add_argument("--only", choices=["seen", "unseen"], help="by training")
    options = parser.parse_args()
    some = [p for p in passages() if options.only is None or kept_out(p) == (options.only == "unseen")]
    _write(options.quotes, some)
    if options.speakers:
        _write(options.speakers, [{"id": passage["id"], "speakers": _speakers(passage)} for passage in some])


def _speakers(passage: dict[str, Any]) -> list[dict[str, Any]]:
    """Those that a passage names beside its sources; ``-``: nobody by name."""
    return [
        {"attribution": index, "name": name, "kind": "person"}
        if name != _NOBODY
        else {"attribution": index, "name": None, "kind": "unnamed"}
        for index, attribution in enumerate(passage["attributions"])
        if (name := attribution["name"])
    ]


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
