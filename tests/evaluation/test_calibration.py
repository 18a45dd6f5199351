"""How far confidences are off, beside what chance alone would show."""

from __future__ import annotations

import numpy as np
import pytest

from calibration import calibration


def test_of_a_few_cases_chance_takes_even_the_best_far_off() -> None:
    few = calibration([(0.75, i < 6) for i in range(8)])
    many = calibration([(0.75, i < 600) for i in range(800)])
    assert few.own == many.own == 0
    assert few.chance > 0.1
    assert many.chance < 0.02
    assert few.most > few.chance


def test_too_sure_is_more_than_chance() -> None:
    error = calibration([(0.95, i < 150) for i in range(200)])
    assert error.own == pytest.approx(0.2)
    assert error.own > error.most


def test_each_tenth_is_judged_by_itself() -> None:
    error = calibration([(0.85, True), (0.85, True), (0.65, True), (0.65, False)])
    assert error.own == pytest.approx((2 * 0.15 + 2 * 0.15) / 4)
    assert str(error).startswith("off by 0.150, by chance 0.")


@pytest.mark.parametrize("off", [0.0, 0.05])
def test_without_chance_150_cases_show_on_average_what_they_are_off_by(off: float) -> None:
    dice = np.random.default_rng(0)
    errors = []
    for _ in range(300):
        told = dice.uniform(0.55, 1, 150)
        right = dice.random(150) < told - off
        errors.append(calibration(list(zip(told.tolist(), right.tolist(), strict=True))))
    assert np.mean([error.square for error in errors]) == pytest.approx(off**2, abs=0.0003)
    assert np.mean([error.own for error in errors]) > off + 0.02


def test_a_case_alone_in_its_bin_says_nothing_without_chance() -> None:
    assert calibration([(0.95, False), (0.15, True), (0.5, True), (0.5, False)]).square == -0.125
