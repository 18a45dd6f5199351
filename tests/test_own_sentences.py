"""Sentences of our own with right values: figures, times, places, and how far a claim is put forward.

A third of each, by a hash of the sentence, was set aside while the rules were written. The floors are of the share that
is right; a claim's modality must never be wrong.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quotex.claims.places import find_places
from quotex.contract.records import Claim, Modality
from quotex.parse.names import write_names
from quotex.pipeline.extractor import Extractor
from quotex.quantities import find_quantities
from quotex.quotes import Tagger, find_named
from quotex.text import Layout, Paragraph, Range
from quotex.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

OWN = Path(__file__).parent / "own"
FRIDAY = dt.date(2026, 11, 20)
SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
Figure = tuple[str, str]


def rows(name: str, *, aside: bool | None = None) -> Iterator[list[str]]:
    """Yield the fields of each sentence; ``aside``: of those set aside, or of the others."""
    for line in (OWN / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in f"{line} ".split(" | ")]
        if line.startswith("#") or aside not in (None, hashlib.sha256(fields[0].encode()).digest()[0] % 3 == 0):
            continue
        yield fields


def layout(text: str) -> Layout:
    return Layout(text, text, (Paragraph(Range(0, len(text))),), ())


def number(text: str) -> float:
    return float(text[:-1]) * SCALES[text[-1]] if text[-1] in SCALES else float(text)


def told(value: object) -> str:
    ends = value if isinstance(value, tuple) else () if value is None else (value,)
    return "..".join(f"{float(end):.6g}" for end in ends) or "?"


def wanted_figures(text: str) -> Counter[Figure]:
    found: Counter[Figure] = Counter()
    for part in filter(None, map(str.strip, text.split(";"))):
        value, _, unit = part.partition(" ")
        found[
            told(None if value == "?" else tuple(map(number, value.split("..")))), unit.replace("-", "", unit == "-")
        ] += 1
    return found


@pytest.mark.parametrize(("aside", "floor"), [(False, 0.97), (True, 0.93)])
def test_figures(nlp: Language, aside: bool, floor: float) -> None:
    right = found = wanted = 0
    for text, values in rows("figures", aside=aside):
        figures = find_quantities(layout(text), nlp(text))
        got, want = Counter((told(q.value), q.unit or "") for q in figures), wanted_figures(values)
        right, found, wanted = right + (got & want).total(), found + got.total(), wanted + want.total()
    assert 2 * right / (found + wanted) >= floor


@pytest.mark.parametrize(("aside", "floor"), [(False, 0.94), (True, 0.9)])
def test_times(nlp: Language, aside: bool, floor: float) -> None:
    right = []
    for text, values in rows("times", aside=aside):
        found = [time.value or "-" for time in find_times(layout(text), nlp(text), FRIDAY)]
        right.append(found == [value.strip() for value in values.split(";") if value.strip()])
    assert sum(right) / len(right) >= floor


@pytest.mark.parametrize(("aside", "floor"), [(False, 0.8), (True, 0.55)])
def test_places(nlp: Language, aside: bool, floor: float) -> None:
    tagger, right = Tagger(), []
    for text, values in rows("places", aside=aside):
        view, doc = layout(text), nlp(text)
        write_names(doc, find_named(doc, tagger.tag(view)))
        found = [place.of(text) for place in find_places(view, doc)]
        right.append(found == [value.strip() for value in values.split(";") if value.strip()])
    assert sum(right) / len(right) >= floor


@pytest.fixture(scope="module")
def generous() -> Extractor:
    return Extractor(min_worthiness=0.0)


@pytest.mark.parametrize("aside", [False, True])
def test_no_claim_is_put_forward_otherwise_than_it_is(generous: Extractor, aside: bool) -> None:
    wrong = []
    for marked, allowed, *_ in rows("polarity", aside=aside):
        start, end = marked.index("["), marked.index("]") - 1
        claims = generous.extract(marked.replace("[", "").replace("]", "")).claims
        wrong += [(marked, claim.modality) for claim in claims if not is_right(claim, start, end, set(allowed.split()))]
    assert wrong == []


def is_right(claim: Claim, start: int, end: int, allowed: set[str]) -> bool:
    """Whether a claim that holds what is marked says of it what may be said; a longer one may assert more."""
    shared = min(claim.span.end, end) - max(claim.span.start, start)
    if shared <= 0.5 * min(end - start, claim.span.end - claim.span.start):
        return True
    longer = claim.span.start < start and claim.span.end >= end
    return claim.modality in allowed or (longer and claim.modality is Modality.ASSERTED and allowed != {"none"})
