"""Turn records into the convention of the CQE corpora, to be scored against them.

    quotex extract CORPUS.jsonl -f jsonl | python benchmarks/cqe_quantities.py > PRED.jsonl

These corpora call the noun that a plain number counts its unit, where a record has it as ``counted`` and no unit; what
they call the concept is then what the number is said of (``subject``). Their one field for hedge and change prefers the
hedge; they leave out what has no value ("several").
Lines out: {"id", "quantities": [{"span", "value", "unit", "change", "concept"}]}.
"""

from __future__ import annotations

import json
import sys
from typing import Any

SIGNS = {"approximately": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}


def convert(quantity: dict[str, Any]) -> dict[str, Any]:
    """Turn one quantity record."""
    unit, counted, subject = quantity["unit"], quantity["counted"], quantity.get("subject")
    plain = unit in (None, "fraction") or unit.startswith("per ")
    return {
        "span": [[quantity["span"]["start"], quantity["span"]["end"]]],
        "value": quantity["value"],
        "unit": " ".join(filter(None, [counted, unit if unit != "fraction" else None])) if plain else unit,
        "change": SIGNS.get(quantity["modifier"]) or quantity["change"] or "=",
        "concept": (subject if plain else counted or subject) or [],
    }


def main() -> None:
    """Filter standard input."""
    for line in sys.stdin:
        article = json.loads(line)
        quantities = [convert(quantity) for quantity in article["quantities"] if quantity["value"] is not None]
        print(json.dumps({"id": article["source"]["id"], "quantities": quantities}, ensure_ascii=False))


if __name__ == "__main__":
    main()
