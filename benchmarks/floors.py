"""What is counted, and the floors below which it must not fall."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from gold import DATA

FLOORS = DATA / "floors.toml"
SLACK = 0.02
"""between a figure and the floor set from it: quantized arithmetic differs a little from processor to processor"""
LEEWAY = 2
"""as many more may go wrong in one article as when its floors were set; of the few there, each is a large share"""


class Share(NamedTuple):
    """How many are right, of how many."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float:
        """The share in [0, 1]; 1 where there was nothing to get wrong."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Counts:
    """The shares of one article by name, and how many records stand in its notices. They add up over articles."""

    shares: Mapping[str, Share] = field(default_factory=dict)
    in_boilerplate: int = 0

    def __getitem__(self, name: str) -> Share:
        return self.shares.get(name, Share())

    def __add__(self, other: Counts) -> Counts:
        names = {**self.shares, **other.shares}
        added = {n: Share(self[n].right + other[n].right, self[n].of + other[n].of) for n in names}
        return Counts(added, self.in_boilerplate + other.in_boilerplate)


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that must be reached, and the corpus on which.

    Attributes:
        corpus: the hash of articles and gold.
        shares: over all articles together.
        articles: of each article by itself, so that no manner of writing hides behind the others.
        in_boilerplate: a ceiling: how many records may stand in notices.
    """

    corpus: str = ""
    shares: Mapping[str, float] = field(default_factory=dict)
    articles: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    in_boilerplate: int = 0

    @classmethod
    def read(cls, path: Path = FLOORS) -> Floors:
        """Read the floors; none are set where there is no file."""
        if not path.exists():
            return cls()
        with path.open("rb") as file:
            table = tomllib.load(file)
        ceilings = table.get("ceilings", {})
        return cls(table["corpus"], table["floors"], table.get("articles", {}), ceilings.get("in_boilerplate", 0))

    def write(self, path: Path = FLOORS) -> None:
        """Write the floors."""
        lines = [
            "# The least quotex must reach on the articles of this folder; the tests hold it.",
            "# Raise with: python benchmarks/accuracy.py --update-floors",
            "",
            f'corpus = "{self.corpus}"  # sha256 over articles and gold',
            "",
            "[floors]  # over all articles",
            *_entries(self.shares),
            "",
            "[ceilings]  # records that stand in notices",
            f"in_boilerplate = {self.in_boilerplate}",
        ]
        for article, shares in self.articles.items():
            lines += ["", f"[articles.{article}]", *_entries(shares)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def missed(self, rows: Mapping[str, Counts]) -> list[str]:
        """Return one line for each share below its floor.

        Args:
            rows: what is reached, by the article's name.
        """
        total = sum(rows.values(), Counts())
        low = _low("", total, self.shares)
        for article in sorted(rows.keys() & self.articles.keys()):
            low += _low(f"{article}: ", rows[article], self.articles[article])
        if total.in_boilerplate > self.in_boilerplate:
            low.append(f"{total.in_boilerplate} records in boilerplate, more than {self.in_boilerplate}")
        return low


def updated(floors: Floors, rows: Mapping[str, Counts], corpus: str, *, allow_lower: bool) -> Floors:
    """Return floors a little under what is reached now, none of them lower than before.

    Raises:
        ValueError: a share is below its floor and ``allow_lower`` is not given.
    """
    if not allow_lower and (missed := floors.missed(rows)):
        raise ValueError("; ".join(missed))
    total = sum(rows.values(), Counts())
    over_all = {n: share.value - SLACK for n, share in total.shares.items() if share.of}
    apart = {
        article: {n: (share.right - LEEWAY) / share.of for n, share in counts.shares.items() if share.right > LEEWAY}
        for article, counts in rows.items()
    }
    ceiling = total.in_boilerplate if allow_lower else min(floors.in_boilerplate, total.in_boilerplate)
    return Floors(
        corpus,
        _raised(over_all, floors.shares, total),
        {a: _raised(shares, floors.articles.get(a, {}), rows[a]) for a, shares in apart.items()},
        ceiling,
    )


def _raised(reached: Mapping[str, float], before: Mapping[str, float], counts: Counts) -> dict[str, float]:
    kept = {name: floor for name, floor in before.items() if counts[name].value >= floor}
    rounded = {name: max(0.0, math.floor(100 * share) / 100) for name, share in reached.items()}
    return {name: max(share, kept.get(name, 0.0)) for name, share in rounded.items()}


def _low(where: str, counts: Counts, floors: Mapping[str, float]) -> list[str]:
    return [
        f"{where}{name}: {counts[name].value:.3f} is below its floor {floor:.2f}"
        for name, floor in floors.items()
        if counts[name].value < floor
    ]


def _entries(shares: Mapping[str, float]) -> list[str]:
    return [f"{name} = {share:.2f}" for name, share in shares.items()]
