"""Logistic regression by Newton's method, with a ridge on the weights."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_UNPENALIZED = 1e-6


def fit(
    rows: Array,
    labels: Array,
    *,
    weight: Array | None = None,
    ridge: float = 1.0,
    free: int = 0,
    known: Array | float = 0.0,
) -> Array:
    """Fit an intercept and weights.

    Args:
        rows: [examples, features].
        labels: [examples], 0 or 1.
        weight: [examples], how much each counts; None: one.
        ridge: penalty on the squared weights.
        free: how many of the first features go without it, as the intercept does.
        known: [examples], log odds to begin from: what is fitted is added to them.

    Returns:
        [1 + features]: the intercept, then the weights.
    """
    rows = np.column_stack([np.ones(len(rows)), rows])
    weight = np.ones(len(rows)) if weight is None else weight
    penalty = np.full(rows.shape[1], ridge)
    penalty[: 1 + free] = _UNPENALIZED
    solution = np.zeros(rows.shape[1])
    for _ in range(50):
        probability = 1 / (1 + np.exp(-(known + rows @ solution)))
        gradient = rows.T @ (weight * (probability - labels)) + penalty * solution
        curvature = rows.T @ ((weight * probability * (1 - probability))[:, None] * rows) + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        solution -= step
        if np.abs(step).max() < 1e-8:
            break
    return solution


def predict(solution: Array, rows: Array) -> Array:
    """Probability of each row under a fitted intercept and weights."""
    logits: Array = solution[0] + rows @ solution[1:]
    return 1 / (1 + np.exp(-logits))
