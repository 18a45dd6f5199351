"""What is counted in one article. Counts add up over articles, so that a score can be had of any selection of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from quotex.evaluation.report import Case

Ranked = tuple[float, bool]
"""A score, and whether what it was given to is worth checking."""


@dataclass(slots=True)
class Counts:
    """One article's counts.

    Attributes:
        of: by name: ``quotations.direct.gold``, ``claims.all.lenient.right``, ...
        ranked: claims, for average precision.
        cases: what went wrong.
    """

    of: Counter[str] = field(default_factory=Counter)
    ranked: list[Ranked] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
