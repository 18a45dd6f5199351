"""Texts of our own with right answers, in ``tests/own``.

Sentences with figures, what they count and how they changed, times, places, and how far a claim is put forward, a
table a kind, and small articles in the layouts of the world with who says what. A third of each, by a hash of the
sentence, was set aside while the rules were written. The tests hold floors of the share that is right; ``bench.py``
weighs rules and thresholds on them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quotex.contract.records import Claim, Extraction, Modality
from quotex.quantities.drafts import QuantityDraft
from quotex.text import Layout, Paragraph, Range

OWN = Path(__file__).resolve().parents[1] / "tests" / "own"
FRIDAY = dt.date(2026, 11, 20)
"""The day that the times of the sentences count from."""
_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}

Figure = tuple[str, str]
"""value and unit, as the table writes them"""


class Said(NamedTuple):
    """Whose words a quotation is (?: nobody is named), and its first and last words."""

    speaker: str
    first: str
    last: str


def rows(name: str, *, aside: bool | None = None) -> Iterator[list[str]]:
    """Yield the fields of each sentence; ``aside``: of those set aside, or of the others."""
    for line in (OWN / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in f"{line} ".split(" | ")]
        if line.startswith("#") or aside not in (None, hashlib.sha256(fields[0].encode()).digest()[0] % 3 == 0):
            continue
        yield fields


def layout(text: str) -> Layout:
    """Lay a sentence out: one paragraph, nothing mended."""
    return Layout(text, text, (Paragraph(Range(0, len(text))),), ())


def listed(values: str) -> list[str]:
    """Return the values of a field."""
    return [value.strip() for value in values.split(";") if value.strip()]


def wanted_figures(values: str) -> Counter[Figure]:
    """Return the figures of a field."""
    found: Counter[Figure] = Counter()
    for part in listed(values):
        value, _, unit = part.partition(" ")
        ends = None if value == "?" else tuple(map(_number, value.split("..")))
        found[_told(ends), unit.replace("-", "", unit == "-")] += 1
    return found


def found_figures(quantities: tuple[QuantityDraft, ...]) -> Counter[Figure]:
    """Return found figures as a field would give them."""
    return Counter((_told(q.value), q.unit or "") for q in quantities)


def is_told(wanted: str, found: QuantityDraft) -> bool:
    """Whether a figure tells the change, and counts the thing, that a field says: "up fares", "new fares", "- -"."""
    change, _, counted = wanted.partition(" ")
    end = "new" if found.new is not None else "old" if found.old is not None else "-"
    words = set((found.counted or "-").lower().split())
    return change == (found.change or end) and set(counted.lower().split()) <= words


def _number(text: str) -> float:
    return float(text[:-1]) * _SCALES[text[-1]] if text[-1] in _SCALES else float(text)


def _told(value: object) -> str:
    ends = value if isinstance(value, tuple) else () if value is None else (value,)
    return "..".join(f"{float(end):.6g}" for end in ends) or "?"


def is_put_forward_rightly(claim: Claim, start: int, end: int, allowed: set[str]) -> bool:
    """Whether a claim that holds a range says of it what may be said; a longer one may assert more."""
    shared = min(claim.span.end, end) - max(claim.span.start, start)
    if shared <= 0.5 * min(end - start, claim.span.end - claim.span.start):
        return True
    longer = claim.span.start < start and claim.span.end >= end
    return claim.modality in allowed or (longer and claim.modality is Modality.ASSERTED and allowed != {"none"})


def layouts() -> Iterator[tuple[str, str, list[Said]]]:
    """Yield the name of each small article, its text and what is said in it."""
    for file in sorted(OWN.glob("layouts*.txt")):
        for block in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = block.partition("\n")
            text, _, said = rest.rpartition("\n---\n")
            yield name, f"{text}\n", [Said(*row.split(" | ")) for row in said.splitlines()]


def misheard(found: Extraction, said: Sequence[Said]) -> list[str]:
    """Return the words of quotations that are not as they should be, or all where there are more of them, or fewer."""
    if len(found.quotes) != len(said):
        return [quote.text for quote in found.quotes] or [right.first for right in said]
    speakers = {speaker.id: speaker for speaker in found.speakers}
    wrong = []
    for quote, right in zip(found.quotes, said, strict=True):
        words, speaker = _plain(quote.text), speakers.get(quote.speaker or "")
        described = speaker.description if speaker and right.speaker != "?" else None
        who = _plain((speaker.name if speaker else None) or described or "").lower()
        whole = words.startswith(_plain(right.first)) and words.endswith(_plain(right.last))
        if not whole or who != _plain(right.speaker).lower():
            wrong.append(f"{who}: {quote.text}")
    return wrong


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" .,!?")
