"""How right quotex is by kind of text, on the articles of ``data/``: the table of docs/accuracy.md.

A row an article, by its manner; ``--write`` puts it into the page.

python benchmarks/by_kind.py           print it
python benchmarks/by_kind.py --write   put it into the page
"""

from __future__ import annotations

import argparse
import re

from accuracy import measured
from floors import Counts
from gold import DATA

PAGE = DATA.parent / "docs" / "accuracy.md"
_TABLE = re.compile(r"(?<=<!-- by kind -->\n).*?(?=<!-- end -->)", re.DOTALL)
_MANNER = re.compile(r"(?m)^\| `([\w-]+)` \| ([^|]+) \|")
_COLUMNS = {
    "quotations found": "quote_recall",
    "of those written, right": "quote_precision",
    "speaker right": "speaker",
    "claims found": "claim_recall",
    "figures right": "figures",
}


def table() -> str:
    """Measure, and return a table in Markdown: a row an article, by its manner."""
    manners = dict(_MANNER.findall((DATA / "README.md").read_text(encoding="utf-8")))
    rows = sorted(((manners[name], counts) for name, counts in measured().items()), key=lambda row: row[0])
    lines = [f"| kind | quotations | {' | '.join(_COLUMNS)} |", f"|---|{'---|' * (1 + len(_COLUMNS))}"]
    lines += [_row(kind, counts) for kind, counts in rows]
    return "\n".join([*lines, _row("**all**", sum((counts for _, counts in rows), Counts())), ""])


def _row(kind: str, counts: Counts) -> str:
    cells = (f"{counts[name].value:.2f}".lstrip("0") if counts[name].of else "" for name in _COLUMNS.values())
    return f"| {kind} | {counts['quote_recall'].of} | {' | '.join(cells)} |"


def main() -> None:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    made = table()
    if parser.parse_args().write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(_TABLE.sub(lambda _: made, page), encoding="utf-8")
    else:
        print(made, end="")


if __name__ == "__main__":
    main()
