"""Sentences of our own with right values: figures, times, places, and how far a claim is put forward.

They lie in ``tests/own``, a table a kind. A third of each, by a hash of the sentence, was set aside while the rules
were written. The tests hold floors of the share that is right; ``bench.py`` weighs rules and thresholds on them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quotex.contract.records import Claim, Modality
from quotex.quantities.drafts import QuantityDraft
from quotex.text import Layout, Paragraph, Range

OWN = Path(__file__).resolve().parents[1] / "tests" / "own"
FRIDAY = dt.date(2026, 11, 20)
"""The day that the times of the sentences count from."""
_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}

Figure = tuple[str, str]
"""value and unit, as the table writes them"""


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
