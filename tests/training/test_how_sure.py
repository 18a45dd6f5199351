"""How sure a fitted model of speakers says it is."""

from __future__ import annotations

import pytest

from quotex.speakers.choice import Way
from training.fit_reference import Example, fit_all, fit_levels, told

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
