"""Scores of invented records, counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import TEXT, extraction
from quotex.contract.records import Extraction
from quotex.errors import RecordError
from quotex.evaluation import Report, Score, evaluate
from quotex.evaluation.names import same_name
from quotex.evaluation.words import pair


def _altered(**changes: Any) -> Extraction:
    return Extraction.model_validate(extraction().model_dump(mode="json") | changes)


def _scores(found: Extraction, gold: Extraction | None = None) -> dict[tuple[str, str, str], Score]:
    return _by_name(evaluate([gold or extraction()], [found]))


def _by_name(report: Report) -> dict[tuple[str, str, str], Score]:
    return {(score.what, score.of, score.measure): score for score in report.scores}


def _records(name: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = extraction().model_dump(mode="json")[name]
    return records


def _quoting(quote: dict[str, Any], words: str) -> dict[str, Any]:
    return quote | {"spans": [_span(words)], "text": words}


def _span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def test_records_agree_with_themselves() -> None:
    report = evaluate([extraction()], [extraction()])
    for score in report.scores:
        assert score.value in (1, None) or (score.measure, score.value) == ("wrong", 0)
    assert (report.articles, report.missing, report.extra, report.worst) == (1, (), 0, ())


def test_nothing_found_is_all_missed() -> None:
    found = _altered(quotes=[], claims=[], quantities=[], speakers=[])
    scores = _scores(found)
    assert scores["quotations", "all", "half"].recall == 0
    assert scores["quotations", "all", "half"].precision is None
    assert scores["quotations", "all", "half"].value == 0
    assert scores["quotations", "all", "source"].value is None
    assert scores["claims", "all", "lenient"].value == 0
    assert scores["figures", "all", "value"].value == 0


def test_punctuation_at_the_edges_does_not_count_and_half_the_words_are_enough_for_half() -> None:
    quotes = _records("quotes")
    found = [
        _quoting(quotes[0], "We will not wait"),
        _quoting(quotes[1], "about 1,200 crates had been lost in 2019"),
    ]
    scores = _scores(_altered(quotes=found))
    assert scores["quotations", "direct", "strict"].value == 1
    assert scores["quotations", "mixed", "strict"].value == 0
    assert scores["quotations", "mixed", "half"].value == 1
    assert scores["quotations", "all", "strict"].value == 0.5
    assert scores["spans", "content", "exact"].value == 0.5


def test_a_wrong_source_is_half_but_not_full() -> None:
    quotes = _records("quotes")
    quotes[1] |= {"source": _span("Mira Dolan"), "speaker": None, "speaker_confidence": None}
    scores = _scores(_altered(quotes=quotes, claims=[], quantities=[]))
    assert (scores["quotations", "all", "half"].value, scores["quotations", "all", "full"].value) == (1, 0.5)
    assert scores["quotations", "mixed", "source"].value == 0
    assert scores["quotations", "mixed", "cue"].value == 1


def test_a_quotation_of_another_type_counts_for_the_type_of_each_side() -> None:
    quotes = _records("quotes")
    quotes[1]["type"] = "indirect"
    scores = _scores(_altered(quotes=quotes))
    assert scores["quotations", "mixed", "half"].recall == 1
    assert scores["quotations", "mixed", "half"].precision is None
    assert scores["quotations", "indirect", "half"].precision == 1


def test_speakers_named_wrong_and_left_unnamed() -> None:
    speakers = _records("speakers")
    speakers[1] |= {"name": "A senior official", "description": None, "description_span": None}
    scores = _scores(_altered(speakers=speakers))
    assert scores["speakers", "all", "name"].value == 1
    assert scores["speakers", "all", "unnamed"].value == 0
    assert scores["speakers", "all", "wrong"].value == 0.5


@pytest.mark.parametrize(
    ("gold", "found", "person", "same"),
    [
        ("Mira Dolan", "Dolan", True, True),
        ("Mira Dolan", "Dr. Mira Dolan", True, True),
        ("Mira Dolan", "MIRA DOLÁN", True, True),
        ("Mira Dolan", "Tom Dolan", True, False),
        ("Mira Dolan Jr.", "Mira Dolan", True, True),
        ("Ellery Post", "Post", False, False),
        ("The Ellery Post", "Ellery Post’s", False, True),
        (None, None, True, False),
    ],
)
def test_names_that_are_one(gold: str | None, found: str | None, person: bool, same: bool) -> None:
    assert same_name(gold, found, person=person) is same


@pytest.mark.parametrize(("worthiness", "precision"), [(1.0, 1.0), (0.3, 1.0), (0.0, 0.5)])
def test_a_borderline_gold_claim_counts_neither_way(worthiness: float, precision: float) -> None:
    claims = _records("claims")
    claims[1]["worthiness"] = worthiness
    assert _scores(extraction(), _altered(claims=claims))["claims", "all", "lenient"].precision == precision


def test_a_claim_that_covers_a_third_is_found_but_not_strictly() -> None:
    claims = _records("claims")
    words = "about 1,200 crates had been"
    claims[0] |= {"span": _span(words), "text": words, "times": [], "places": []}
    scores = _scores(_altered(claims=claims))
    assert scores["claims", "all", "lenient"].value == 1
    assert scores["claims", "all", "strict"].value == 0.5


def test_who_asserts_a_claim() -> None:
    claims = _records("claims")
    claims[0]["asserted_by"] = "s1"
    quotes = _records("quotes")
    quotes[1] |= {"source": None, "speaker": "s1"}
    scores = _scores(_altered(quotes=quotes, claims=claims))
    assert scores["claims", "all", "asserted"].value == 1
    assert scores["claims", "all", "asserter"].value == 0.5


def test_figures_by_value_modifier_and_what_is_counted() -> None:
    quantities = _records("quantities")
    quantities[0]["modifier"], quantities[1]["unit"] = "exact", "francs"
    scores = _scores(_altered(quantities=quantities))
    assert [scores["figures", "all", m].value for m in ("value", "modifier", "counted")] == [1, 0.5, 0.5]


def test_the_worst_cases_are_shown_in_text_order() -> None:
    quotes = _records("quotes")
    quotes[0] = _quoting(quotes[0], "the harbour master")
    report = evaluate([extraction()], [_altered(quotes=quotes)])
    (article,) = report.worst
    assert article.id == "harbour.txt"
    assert [(c.what, c.gold, c.found) for c in article.cases] == [
        ("missed quotation", "We will not wait,", None),
        ("quotation of nobody's", None, "the harbour master"),
    ]


def _named(id: str, found: Extraction) -> Extraction:
    return found.model_copy(update={"source": found.source.model_copy(update={"id": id})})


def test_intervals_come_from_articles_and_the_seed() -> None:
    gold = [_named(str(i), extraction()) for i in range(6)]
    found = [_named(str(i), extraction() if i % 2 else _altered(quotes=[], claims=[], quantities=[])) for i in range(6)]
    one, two, other = (evaluate(gold, found, seed=seed, resamples=30) for seed in (0, 0, 1))
    assert one == two != other
    score = _by_name(one)["quotations", "all", "full"]
    assert score.value is not None
    assert score.low is not None
    assert score.high is not None
    assert score.low < score.value < score.high
    assert _by_name(evaluate(gold[:1], found[:1]))["quotations", "all", "full"].low is None


def test_articles_are_matched_by_id_or_text() -> None:
    report = evaluate([extraction()], [_named("elsewhere/harbour.txt", extraction())])
    assert _by_name(report)["quotations", "all", "full"].value == 1
    assert report.missing == ()
    none = evaluate([extraction()], [])
    assert (none.missing, _by_name(none)["quotations", "all", "full"].recall) == (("harbour.txt",), 0)


def test_what_cannot_be_compared_is_refused() -> None:
    other = _altered(source=extraction().source.model_dump() | {"sha256": "0" * 64})
    with pytest.raises(RecordError, match="different texts"):
        evaluate([extraction()], [other])
    with pytest.raises(RecordError, match="twice among the gold"):
        evaluate([extraction()] * 2, [])
    with pytest.raises(RecordError, match="no gold"):
        evaluate([], [extraction()])


WORD_SETS = st.lists(st.frozensets(st.integers(0, 12), min_size=1), max_size=6)


@given(WORD_SETS, WORD_SETS)
def test_pairs_are_one_to_one_and_share_words(gold: list[frozenset[int]], found: list[frozenset[int]]) -> None:
    pairs = pair(gold, found)
    assert len({j for j, _ in pairs.values()}) == len(pairs)
    assert all(gold[i] & found[j] and 0 < overlap <= 1 for i, (j, overlap) in pairs.items())
    left = [f for j, f in enumerate(found) if j not in {j for j, _ in pairs.values()}]
    assert all(not g & f for i, g in enumerate(gold) if i not in pairs for f in left)
