"""How sure a fitted model of speakers says it is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from marked_articles import read_markup
from quotex.speakers.choice import Way
from training.fit_reference import Example, fit, fit_all, fit_levels, read_examples, report, told

_SURE, _UNSURE = {"always": 2.0}, {"always": -1.0}
_PLAIN = {Way.PRONOUN: {"always": 1.0}, Way.NOUN: {"always": 1.0}}


def _examples(way: Way, number: int, wrong: int, *, passage: bool = False) -> list[Example]:
    """Make choices with one candidate, who is wrong in every so-many-th."""
    outcomes = [i % wrong != 0 for i in range(number)]
    return [Example(i, way, ({"always": 1.0},), (right, not right), False, passage) for i, right in enumerate(outcomes)]


def test_levels_make_what_is_told_in_the_news_what_is_right_there() -> None:
    examples = _examples(Way.PRONOUN, 400, 10) + _examples(Way.PRONOUN, 4000, 3, passage=True)
    weights, levels = fit_all(examples), fit_levels(examples)
    plain, raised = (told(weights, examples[0], level) for level in ({}, levels))
    assert plain is not None
    assert raised is not None
    assert plain.share < 0.8
    assert raised.share == pytest.approx(0.9, abs=0.01)


def test_a_rare_way_is_drawn_to_the_level_of_all() -> None:
    often, rare = _examples(Way.PRONOUN, 400, 10), _examples(Way.BODY_NOUN, 8, 100)
    passages = [e for way in (Way.PRONOUN, Way.BODY_NOUN) for e in _examples(way, 2000, 3, passage=True)]
    levels = fit_levels([*often, *rare, *passages])
    assert 0 < levels[Way.PRONOUN] <= levels[Way.BODY_NOUN] < 1.5


@pytest.mark.parametrize(
    ("way", "features", "of", "share", "right"),
    [
        (Way.PRONOUN, _SURE, Way.PRONOUN, 0.881, True),
        (Way.NOUN, _UNSURE, Way.ANEW, 0.731, False),  # who is described has a name
    ],
)
def test_told_is_what_is_given(way: Way, features: dict[str, float], of: Way, share: float, right: bool) -> None:
    given = told(_PLAIN, Example(0, way, (features,), (True, False), False))
    assert given is not None
    assert (given.of, given.right) == (of, right)
    assert given.share == pytest.approx(share, abs=0.001)


def test_nothing_is_told_where_nobody_is_given() -> None:
    assert told(_PLAIN, Example(0, Way.PRONOUN, (_UNSURE,), (True, False), False)) is None


def test_a_fit_near_what_is_known_moves_what_is_new() -> None:
    rows = [{"always": 1.0, "new": float(i % 2)} for i in range(99)]
    examples = [
        Example(i, Way.PRONOUN, (row,), (not row["new"], bool(row["new"])), False) for i, row in enumerate(rows)
    ]
    near = fit(examples, 1e6, {"always": 2.0}, always=1e6)
    assert near["always"] == 2.0
    assert near["new"] < -3.0
    assert abs(fit(examples, prior={"always": 2.0})["always"] - 2.0) > 0.1


def _reported(examples: list[Example], capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    """Return the cells of each row that is printed, by the first."""
    report(examples)
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in capsys.readouterr().out.splitlines()]
    return {name: cells for name, *cells in rows}


def test_every_way_is_reported_with_what_the_words_of_its_source_are(capsys: pytest.CaptureFixture[str]) -> None:
    ways = [way for way in Way if way != Way.ANEW]
    rows = _reported([e for way in ways for e in _examples(way, 50, 10)], capsys)
    assert rows["**all**"][0] == str(50 * len(ways))
    assert {name: cells[0] for name, cells in rows.items() if "**" in name} == {
        "**a name**": "100",
        "**a pronoun**": "150",
        "**a noun**": "250",
        "**no words of its own**": "100",
        "**all**": "600",
    }
    number, told_, right, *_ = rows["he, she"]
    assert (number, right) == ("50", "0.900")
    assert float(told_) == pytest.approx(0.9, abs=0.03)


def test_a_name_that_a_rule_settles_serves_the_weights_alone(capsys: pytest.CaptureFixture[str]) -> None:
    pronouns, shared = _examples(Way.PRONOUN, 50, 10), _examples(Way.SHARED_NAME, 50, 10)
    settled = [replace(e, settled=True) for e in shared]
    assert set(_reported([*pronouns, *settled], capsys)) == {"**a pronoun**", "**all**", "he, she"}
    assert fit_all([*pronouns, *settled]) == fit_all([*pronouns, *shared])


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (
            "Tom Keller's van was hit. {Anna Keller} said <yes>. Tom left. {Keller} said <no>.",
            [(Way.NAME, False), (Way.SHARED_NAME, True)],
        ),
        ("Tom Keller's van was hit. Anna Keller left. {Keller} said <no>.", [(Way.SHARED_NAME, False)]),
    ],
)
def test_what_the_program_chooses_itself_is_not_settled(
    tmp_path: Path, marked: str, found: list[tuple[Way, bool]]
) -> None:
    text, quotations = read_markup(marked)
    attributions = [{"content": q.content, "cue": [], "source": [q.source]} for q in quotations]
    speakers = [{"attribution": i, "name": "Anna Keller", "kind": "person"} for i in range(len(quotations))]
    quotes, names = tmp_path / "quotes.jsonl", tmp_path / "speakers.jsonl"
    quotes.write_text(json.dumps({"id": "a", "text": text, "attributions": attributions}), encoding="utf-8")
    names.write_text(json.dumps({"id": "a", "speakers": speakers}), encoding="utf-8")
    assert [(e.way, e.settled) for e in read_examples([(quotes, names)])] == found
