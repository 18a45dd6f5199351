"""What is found in sentences of our own: ``benchmarks/own.py`` reads their tables.

Of each table no fewer are read rightly than have been: where one more is wrong, all wrong ones are shown.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from own import FRIDAY, found_figures, is_put_forward_rightly, is_told, layout, listed, rows, wanted_figures
from quotex.claims.places import find_places
from quotex.parse.tokens import TokenIndex
from quotex.pipeline.extractor import Extractor
from quotex.quantities import find_quantities
from quotex.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(("aside", "fewest"), [(False, 620), (True, 305)])
def test_figures(nlp: Language, aside: bool, fewest: int) -> None:
    right, wrong = 0, []
    for text, values in rows("figures", aside=aside):
        got, want = found_figures(find_quantities(layout(text), TokenIndex(nlp(text)))), wanted_figures(values)
        right += got == want
        wrong += [(text, got, want)] if got != want else []
    assert right >= fewest, wrong


def test_what_figures_count_and_change(nlp: Language) -> None:
    right = []
    for text, values in rows("changes"):
        wanted = listed(values)
        found = [q for q in find_quantities(layout(text), TokenIndex(nlp(text))) if q.unit != "year of age" or q.change]
        told = (len(found) == len(wanted) and is_told(want, q) for want, q in zip(wanted, found, strict=False))
        right += [(is_right, text) for is_right in told]
    assert sum(is_right for is_right, _ in right) >= 166, [text for is_right, text in right if not is_right]


@pytest.mark.parametrize(("aside", "fewest"), [(False, 407), (True, 185)])
def test_times(nlp: Language, aside: bool, fewest: int) -> None:
    right, wrong = 0, []
    for text, values in rows("times", aside=aside):
        found = [time.value or "-" for time in find_times(layout(text), TokenIndex(nlp(text)), FRIDAY)]
        right += found == listed(values)
        wrong += [(text, found)] if found != listed(values) else []
    assert right >= fewest, wrong


def test_times_told_on_other_days(nlp: Language) -> None:
    right, wrong = 0, []
    for day, text, values in rows("times-dated"):
        times = find_times(layout(text), TokenIndex(nlp(text)), dt.date.fromisoformat(day))
        found = [time.value or "-" for time in times]
        right += found == listed(values)
        wrong += [(text, found)] if found != listed(values) else []
    assert right >= 324, wrong


@pytest.mark.parametrize(("aside", "floor"), [(False, 0.85), (True, 0.65)])
def test_places(nlp: Language, aside: bool, floor: float) -> None:
    right = []
    for text, values in rows("places", aside=aside):
        right.append([p.of(text) for p in find_places(layout(text), TokenIndex(nlp(text)))] == listed(values))
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
        told = (claim for claim in claims if not is_put_forward_rightly(claim, start, end, set(allowed.split())))
        wrong += [(marked, claim.modality) for claim in told]
    assert wrong == []
