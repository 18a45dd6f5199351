"""Extract with the spaCy component, to hold it against the command line.

python benchmarks/component.py CORPUS.jsonl > RECORDS.jsonl
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import spacy

from quotex.parse.model import DEFAULT_MODEL


def main() -> None:
    """Read articles, a line each with ``id`` and ``text``; write their records, a line each."""
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("quotex")
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            doc = nlp.make_doc(article["text"])
            doc._.quotex_source = {"id": article["id"]}
            print(json.dumps(nlp(doc)._.quotex, ensure_ascii=False))


if __name__ == "__main__":
    main()
