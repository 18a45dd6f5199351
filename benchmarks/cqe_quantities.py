"""Turn records into the convention of the CQE corpora, to be scored against them.

    quotex extract CORPUS.jsonl -f jsonl | python benchmarks/cqe_quantities.py > PRED.jsonl

These corpora call the noun that a plain number counts its unit, where a record has it as ``counted`` and no unit; what
they call the concept is then what the number is said of (``subject``). Their one field for hedge and change prefers the
hedge, and knows no change that a noun tells of ("a 5% rise", the noun in the span); vague magnitudes are ranges to them
("dozens", 12 to 120), and what has no value besides ("several") is left out.
Lines out: {"id", "quantities": [{"span", "value", "unit", "change", "concept"}]}.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

SIGNS = {"approximately": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
MAGNITUDES = {"dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
VAGUE = re.compile(r"\b(?:(tens|hundreds) of )?(dozens|hundreds|thousands|millions|billions)\b", re.IGNORECASE)


def value_of(quantity: dict[str, Any]) -> Any:
    """Return the value; of a vague magnitude the range up to the next one, ten times as much."""
    vague = VAGUE.search(quantity["text"]) if quantity["value"] is None else None
    if vague is None:
        return quantity["value"]
    low = MAGNITUDES[vague[2].lower()] * {"tens": 10, "hundreds": 100}.get((vague[1] or "").lower(), 1)
    return [low, 10 * low]


def change_of(quantity: dict[str, Any]) -> str | None:
    """Return the hedge, else the change, but for one that the noun in the span behind the unit tells of."""
    if quantity["value"] is None:
        return None
    unit = quantity["unit_span"]
    single = not isinstance(quantity["value"], list)
    by_noun = single and quantity["unit"] and unit and unit["end"] < quantity["span"]["end"]
    return SIGNS.get(quantity["modifier"]) or (None if by_noun else quantity["change"])


def convert(quantity: dict[str, Any]) -> dict[str, Any]:
    """Turn one quantity record."""
    unit, counted, subject = quantity["unit"], quantity["counted"], quantity.get("subject")
    plain = unit in (None, "fraction") or unit.startswith("per ")
    return {
        "span": [[quantity["span"]["start"], quantity["span"]["end"]]],
        "value": value_of(quantity),
        "unit": " ".join(filter(None, [counted, unit if unit != "fraction" else None])) if plain else unit,
        "change": (SIGNS.get(quantity["modifier"]) if quantity["value"] is not None else None)
        or change_of(quantity)
        or "=",
        "concept": (subject if plain else counted or subject) or [],
    }


def main() -> None:
    """Filter standard input."""
    for line in sys.stdin:
        article = json.loads(line)
        quantities = [convert(quantity) for quantity in article["quantities"] if value_of(quantity) is not None]
        print(json.dumps({"id": article["source"]["id"], "quantities": quantities}, ensure_ascii=False))


if __name__ == "__main__":
    main()
