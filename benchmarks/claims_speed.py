"""How many sentences a second claims and figures take, the parse and the encoder left out.

    python benchmarks/claims_speed.py CORPUS.jsonl [--articles 40] [--rounds 3]

CPU time of one thread, models loaded, garbage collected after an article as in the pipeline; the best round counts,
for nothing but other work makes one slower.
"""

from __future__ import annotations

import argparse
import json
import time
from itertools import islice
from pathlib import Path

from quotex.claims import find_claims
from quotex.claims.sentences import find_sentences
from quotex.parse.memory import collected_after
from quotex.parse.model import load_model, parse_view
from quotex.parse.names import write_names
from quotex.parse.tokens import TokenIndex
from quotex.quantities import find_quantities
from quotex.quotes import Tagger, chain_scores, find_named, find_quotations
from quotex.speakers import resolve
from quotex.text import analyze


def main() -> None:
    """Parse and tag first, then time the rest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    nlp, tagger = load_model(None), Tagger()
    chain = chain_scores(tagger.config)
    prepared = []
    with options.corpus.open(encoding="utf-8") as lines:
        for line in islice(lines, options.articles):
            layout = analyze(json.loads(line)["text"])
            doc, tagging = parse_view(nlp, layout), tagger.tag(layout)
            write_names(doc, find_named(doc, tagging))
            tokens = TokenIndex(doc)
            quotations = find_quotations(layout, tokens, tagging, chain)
            prepared.append((layout, tokens, tagging, quotations, resolve(layout, tokens, quotations)))
    sentences = sum(len(find_sentences(layout, tokens.doc)) for layout, tokens, *_ in prepared)
    times = []
    for _ in range(options.rounds):
        taken = 0.0
        for layout, tokens, tagging, quotations, resolution in prepared:
            with collected_after():
                started = time.process_time()
                quantities = find_quantities(layout, tokens)
                find_claims(layout, tokens, quotations, resolution, quantities, worth=tagging.worth_of)
                taken += time.process_time() - started
        times.append(taken)
    print(f"{sentences} sentences, {sentences / min(times):,.0f} a second")


if __name__ == "__main__":
    main()
