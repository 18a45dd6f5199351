"""What each threshold earns: what changes when it is half or twice as much.

    python benchmarks/thresholds.py QUOTES.jsonl [--speakers FILE] [--claims FILE] [--only PREFIX] [--articles N]
    python benchmarks/thresholds.py [--only PREFIX]        on our own articles and sentences

A threshold is a number that a module of a stage gives a name. Texts are parsed and tagged once; then, for one threshold
after another, all are done again with half of it (of a small whole number: one less) and with twice as much. A row
tells how many things are wrong then that were right (mends) and the other way round (harms), and how far the figures
of ``rules.py`` fall, in hundredths. Where nothing is wrong either way, a threshold only bounds what is looked at.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from unittest.mock import patch

import bench
import quotex
from quotex.pipeline.settings import Settings

STAGES = ("text", "quotes", "naming", "speakers", "quantities", "times", "claims")


class Threshold(NamedTuple):
    """A number that a module gives a name."""

    module: ModuleType
    name: str
    value: float

    @property
    def id(self) -> str:
        """Its module and name, as in ``claims.framing._STEPS``."""
        return f"{self.module.__name__.removeprefix('quotex.')}.{self.name}"

    def times(self, factor: float) -> float:
        """Return so many times what it is: of a whole number another whole one, of a share at most the whole."""
        if not isinstance(self.value, int):
            return min(1.0, self.value * factor) if 0 < self.value <= 1 else self.value * factor
        return round(self.value * factor) if abs(self.value) > 1 else self.value + (1 if factor > 1 else -1)


def thresholds() -> Iterator[Threshold]:
    """Yield the thresholds of all stages."""
    house = Path(quotex.__file__).parent
    for path in sorted(path for stage in STAGES for path in (house / stage).glob("*.py")):
        module = import_module(f"quotex.{path.parent.name}.{path.stem}".removesuffix(".__init__"))
        assigned = (node.targets[0] for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.Assign))
        for name in (target.id for target in assigned if isinstance(target, ast.Name)):
            if type(value := getattr(module, name)) in (int, float):
                yield Threshold(module, name, value)


def main() -> None:
    """Print two rows a threshold."""
    options = bench.arguments(__doc__).parse_args()
    on = bench.Bench(Settings())
    texts = bench.texts(on, options)
    outcomes = [text.outcome() for text in texts]
    shares = bench.total(outcomes)
    print(f"{len(texts)} texts: {bench.shown(shares)}")
    print(f"{'threshold':44} {'is':>7} {'then':>7} mends harms " + " ".join(f"{name:>7.7}" for name in shares))
    for threshold in thresholds():
        for factor in (0.5, 2.0) if threshold.id.startswith(options.only) else ():
            other = threshold.times(factor)
            with patch.object(threshold.module, threshold.name, other):
                laid_out_anew = threshold.id.startswith("text.")
                after = [(on.again(text) if laid_out_anew else text).outcome() for text in texts]
            mends, harms, falls = bench.compared(outcomes, after)
            told = " ".join(f"{fall:7.2f}" for fall in falls.values())
            print(f"{threshold.id:44} {threshold.value:7g} {other:7g} {mends:5} {harms:5} {told}", flush=True)


if __name__ == "__main__":
    main()
