"""Put the outer quotation marks back around predicted contents.

    ... | python benchmarks/outer_marks.py CORPUS.jsonl > PRED.jsonl

The records leave the outer marks of a content out. A scorer that reads a quotation's type from the marks at its edges
(direct, mixed, indirect) needs them. Lines in and out: {"id", "attributions": [{"content": [[start, end], ...], ...}]}.
Only the marks that touch a piece are taken in, so that its words stay the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from quotex.text.marks import MARKS


def widen(text: str, start: int, end: int) -> list[int]:
    """Take in the marks on both sides, with the blanks between them and the piece, where both sides have one."""
    left, right = start, end
    while left and text[left - 1].isspace() and text[left - 1] != "\n":
        left -= 1
    while right < len(text) and text[right].isspace() and text[right] != "\n":
        right += 1
    before, after = left, right
    while left and text[left - 1] in MARKS:
        left -= 1
    while right < len(text) and text[right] in MARKS:
        right += 1
    return [left, right] if left < before and right > after else [start, end]


def main() -> None:
    """Filter standard input."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    with parser.parse_args().corpus.open(encoding="utf-8") as lines:
        texts = {article["id"]: article["text"] for article in map(json.loads, lines)}
    for line in sys.stdin:
        predicted = json.loads(line)
        for attribution in predicted["attributions"]:
            attribution["content"] = [widen(texts[predicted["id"]], *piece) for piece in attribution["content"]]
        sys.stdout.write(json.dumps(predicted, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
