"""How often what is given is right by how sure it is: measured on gold, kept as a table, and drawn.

    python benchmarks/reliability.py [GOLD_QUOTES.jsonl GOLD_SPEAKERS.jsonl RECORDS.jsonl]

GOLD_QUOTES holds ``{"id", "text", "attributions": [{"content", "cue", "source"}]}``, lists of ``[start, end)``;
GOLD_SPEAKERS ``{"id", "speakers": [{"attribution", "name", "kind"}]}``; RECORDS what ``quotex extract -f jsonl``
makes of those articles. A quotation is right where half its content and a word of its source are; the name of a speaker
where gold has that name, of the quotations that are right. Writes ``docs/reliability.csv``, and from it, also without
arguments, ``docs/reliability.svg``; prints the expected calibration error, and what chance alone would show
(``calibration.py``).
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from calibration import BINS, Error, calibration
from quotex.evaluation.names import same_name
from speakers_from_gold import read_lines

DOCS = Path(__file__).parents[1] / "docs"
_SIDE, _EDGE = 240, 46
_COLOURS = {"quotation": "#1f77b4", "name": "#d95f02"}


class Bin(NamedTuple):
    """What was given with about the same confidence.

    Attributes:
        what: "quotation" or "name".
        number: how many.
        told: the mean confidence.
        right: the share that is right.
    """

    what: str
    number: int
    told: float
    right: float


def judged(quotes: Path, speakers: Path, records: Path) -> Iterator[tuple[str, float, bool]]:
    """Yield what was given, how sure it was, and whether it is right."""
    named = {line["id"]: {s["attribution"]: s for s in line["speakers"]} for line in read_lines(speakers)}
    found = {line["source"]["id"]: line for line in read_lines(records)}
    for article in read_lines(quotes):
        gold = [(_letters(a["content"]), _letters(a["source"])) for a in article["attributions"]]
        called = {s["id"]: s for s in found[article["id"]]["speakers"]}
        for quote in found[article["id"]]["quotes"]:
            content = _letters([[s["start"], s["end"]] for s in quote["spans"]])
            source = quote["source"]
            words = _letters([[source["start"], source["end"]]]) if source else set()
            best = max(range(len(gold)), key=lambda i: _overlap(content, gold[i][0]), default=None)
            half = best is not None and _overlap(content, gold[best][0]) >= 0.5
            right = half and best is not None and (bool(words & gold[best][1]) or not (words or gold[best][1]))
            yield "quotation", quote["confidence"], right
            speaker = called.get(quote["speaker"] or "", {})
            if right and best in named[article["id"]] and speaker.get("name"):
                own = named[article["id"]][best]
                same = same_name(own["name"], speaker["name"], person=own["kind"] == "person")
                yield "name", quote["speaker_confidence"], same


def binned(cases: Sequence[tuple[str, float, bool]]) -> list[Bin]:
    """Put cases of about the same confidence together."""
    bins: dict[tuple[str, int], list[tuple[float, bool]]] = defaultdict(list)
    for what, told, right in cases:
        bins[what, min(BINS - 1, int(told * BINS))].append((told, right))
    return [
        Bin(what, len(own), round(sum(t for t, _ in own) / len(own), 3), round(sum(r for _, r in own) / len(own), 3))
        for (what, _), own in sorted(bins.items())
    ]


def error_of(bins: Sequence[Bin]) -> Error:
    """Return the mean distance of what was told from what is right, and what chance makes of it."""
    return calibration([(b.told, i < round(b.right * b.number)) for b in bins for i in range(b.number)])


def drawn(bins: Sequence[Bin]) -> str:
    """Draw the share that is right over the confidence; the larger a point, the more it stands for."""
    width, height = 2 * (_SIDE + _EDGE) + 20, _SIDE + 2 * _EDGE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"',
        ' font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for column, (what, colour) in enumerate(_COLOURS.items()):
        own = [b for b in bins if b.what == what]
        left, bottom = _EDGE + column * (_SIDE + _EDGE), _EDGE + _SIDE
        error, number = error_of(own), sum(b.number for b in own)
        lines += [
            f'<text x="{left}" y="{_EDGE - 24}" font-size="13" fill="#222222">{what}s: {number}</text>',
            f'<text x="{left}" y="{_EDGE - 9}" fill="#555555">{error}</text>',
            f'<rect x="{left}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999999"/>',
            f'<path d="M{left} {bottom}L{left + _SIDE} {_EDGE}" stroke="#bbbbbb" stroke-dasharray="4 4"/>',
            f'<text x="{left + _SIDE / 2}" y="{bottom + 30}" text-anchor="middle" fill="#222222">confidence</text>',
        ]
        for tick in (0, 0.5, 1):
            x, y = left + tick * _SIDE, bottom - tick * _SIDE
            lines.append(f'<text x="{x}" y="{bottom + 14}" text-anchor="middle" fill="#555555">{tick}</text>')
            lines.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end" fill="#555555">{tick}</text>')
        for b in own:
            radius = 2 + 14 * (b.number / number) ** 0.5
            x, y = left + b.told * _SIDE, bottom - b.right * _SIDE
            label = f"<title>{b.number} told {b.told}, right {b.right}</title>"
            circle = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.7">'
            lines.append(f"{circle}{label}</circle>")
    lines.append(
        f'<text x="14" y="{_EDGE + _SIDE / 2}" transform="rotate(-90 14 {_EDGE + _SIDE / 2})">right</text></svg>'
    )
    return "\n".join(lines) + "\n"


def kept() -> list[Bin]:
    """Read the table."""
    with (DOCS / "reliability.csv").open(encoding="utf-8", newline="") as file:
        return [Bin(r["what"], int(r["number"]), float(r["told"]), float(r["right"])) for r in csv.DictReader(file)]


def main(*files: Path) -> None:
    """Measure, if there is something to measure; draw."""
    if files:
        bins = binned(list(judged(*files)))
        with (DOCS / "reliability.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([Bin._fields, *bins])
    for what in _COLOURS:
        own = [b for b in kept() if b.what == what]
        error = error_of(own)
        print(f"{what}: {sum(b.number for b in own)}, {error}, without chance {error.freed:.3f}")
    (DOCS / "reliability.svg").write_text(drawn(kept()), encoding="utf-8")


def _letters(ranges: Sequence[Sequence[int]]) -> set[int]:
    return {offset for start, end in ranges for offset in range(start, end)}


def _overlap(one: set[int], other: set[int]) -> float:
    return len(one & other) / max(1, len(one | other))


if __name__ == "__main__":
    if len(sys.argv) not in (1, 4):
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
