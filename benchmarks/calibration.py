"""How far confidences are from what is right, and how far chance alone would take them.

The expected calibration error (Naeini, Cooper, Hauskrecht, 2015, "Obtaining well calibrated probabilities using
Bayesian binning"), bins of a tenth. Of few cases it is large whoever tells them: beside it stands what cases that are
right exactly as often as told would show, drawn again and again from the confidences themselves (Bröcker, Smith, 2007,
"Increasing the reliability of reliability diagrams"). And the root mean square of the bins' errors without what chance
adds to the squares: only different cases of a bin are multiplied, none by itself (Bröcker, 2012, "Estimating
reliability and resolution of probability forecasts"; Kumar, Liang, Ma, 2019, "Verified uncertainty calibration").
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_Floats = npt.NDArray[np.float64]

BINS = 10
_DRAWS = 1000
_MOST = 0.95
"""The share of the draws that are off by no more."""


class Error(NamedTuple):
    """How far cases are off.

    Attributes:
        own: the error of the cases.
        chance: what it would be on average, were each right as often as told.
        most: what it would be at most, in 95 of 100.
        square: the mean square of the error without chance; over many samples its mean is right, of one it may be
            below 0.
    """

    own: float
    chance: float
    most: float
    square: float

    @property
    def freed(self) -> float:
        """The root mean square of the error without chance; 0, where there is less than chance makes."""
        return sqrt(max(0.0, self.square))

    def __str__(self) -> str:
        """Give the first three, to three digits."""
        return f"off by {self.own:.3f}, by chance {self.chance:.3f}, up to {self.most:.3f}"


def calibration(cases: Sequence[tuple[float, bool]]) -> Error:
    """Return the error of cases, each a confidence and whether it was right; the draws are the same each time."""
    told = np.array([share for share, _ in cases])
    bins = np.minimum(BINS - 1, (told * BINS).astype(int))
    drawn = np.random.default_rng(0).random((_DRAWS, len(told))) < told
    chance = _off(told, bins, drawn)
    right = np.array([is_right for _, is_right in cases])
    own = _off(told, bins, right[None])
    return Error(float(own[0]), float(chance.mean()), float(np.quantile(chance, _MOST)), _square(told - right, bins))


def _off(told: _Floats, bins: npt.NDArray[np.int_], right: npt.NDArray[np.bool_]) -> _Floats:
    """Return for each row of outcomes the mean distance of what was told from what was right."""
    off = np.zeros(len(right))
    for number in np.unique(bins):
        own = bins == number
        off += np.abs(told[own].sum() - right[:, own].sum(axis=1))
    return off / len(told)


def _square(off: _Floats, bins: npt.NDArray[np.int_]) -> float:
    """Return the mean over the cases of the mean product of two different ones of their bin; of one alone: 0."""
    number, sums, squares = np.bincount(bins), np.bincount(bins, off), np.bincount(bins, off * off)
    several = number > 1
    return float(((sums**2 - squares)[several] / (number[several] - 1)).sum() / len(off))
