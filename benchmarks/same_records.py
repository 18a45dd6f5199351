"""Whether two runs gave the same records, fields aside that only one of them has.

    python benchmarks/same_records.py BEFORE.jsonl AFTER.jsonl

For changes to the code that must not change what is found: run ``quotex extract ... -f jsonl`` before and after. Prints
what differs, a line each with the article and the place in its records, and exits with 1 where anything does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

_MOST = 40
_ADDED = ("pipeline",)  # says which code made the records


def differences(before: Any, after: Any, place: str = "") -> Iterator[str]:
    """Yield the places where two values part; a field that only one has, says nothing."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before.keys() & after.keys() - {*_ADDED}:
            yield from differences(before[name], after[name], f"{place}.{name}")
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield f"{place}: {len(before)} before, {len(after)} after"
        for i, (one, other) in enumerate(zip(before, after, strict=False)):
            yield from differences(one, other, f"{place}[{i}]")
    elif before != after:
        yield f"{place}: {before!r} before, {after!r} after"


def main() -> None:
    """Compare line by line."""
    one, other = (Path(name).read_text(encoding="utf-8").splitlines() for name in sys.argv[1:3])
    found: list[str] = []
    for before, after in zip_longest(one, other, fillvalue="null"):
        a, b = json.loads(before), json.loads(after)
        name = (a or b).get("source", a or b).get("id", "?")
        found += [f"{name}{line}" for line in differences(a, b)] if a and b else [f"{name}: only in one"]
    print("\n".join(found[:_MOST]))
    print(f"{len(found)} differences")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
