"""What each rule earns: how often it decides, and what is lost when it is off.

    python benchmarks/rules.py QUOTES.jsonl [--speakers FILE] [--claims FILE] [--only PREFIX] [--articles N]
    python benchmarks/rules.py [--only PREFIX]        on our own articles and sentences

Texts are parsed and tagged once; then, for one rule after another, those on which it decided are done again with the
rule off (for a rule of the text, parsed and tagged again too). A row tells: on how many places and texts it decides;
how many things that it got right would be wrong without it (mends), and the other way round (harms); and how far the
figures fall when it is off, in hundredths. Of a corpus these are F1 of quotations with their sources and of the exact
words, of claims and of figures' values, the share of names right, and of names given those that are not wrong; of our
own texts the shares right. A rule without mends on texts that it was not written for earns nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import bench
from quotex.contract.rules import Rule, all_rules, traced, without
from quotex.pipeline.settings import Settings


def main() -> None:
    """Print a row a rule."""
    options = bench.arguments(__doc__).parse_args()
    on = bench.Bench(Settings())
    texts = bench.texts(on, options)
    outcomes, decided = [], []
    for text in texts:
        with traced() as decisions:
            outcomes.append(on.again(text).outcome())
        decided.append(Counter(decision.rule for decision in decisions))
    shares = bench.total(outcomes)
    print(f"{len(texts)} texts; all rules on: {bench.shown(shares)}")
    print(f"{'rule':44} places texts mends harms " + " ".join(f"{name:>7.7}" for name in shares))
    for rule in all_rules():
        if rule.id.startswith(options.only):
            print(row(on, texts, outcomes, [each[rule] for each in decided], rule), flush=True)


def row(
    on: bench.Bench,
    texts: Sequence[bench.Text],
    outcomes: Sequence[bench.Outcome],
    places: Sequence[int],
    rule: Rule,
) -> str:
    """Do the texts on which a rule decides without it; ``places`` are how often it does on each."""
    after = list(outcomes)
    with without(rule):
        for i in [i for i, often in enumerate(places) if often]:
            after[i] = (on.again(texts[i]) if rule.id.startswith("text.") else texts[i]).outcome()
    mends, harms, falls = bench.compared(outcomes, after)
    told = " ".join(f"{fall:7.2f}" for fall in falls.values())
    return f"{rule.id:44} {sum(places):6} {sum(map(bool, places)):5} {mends:5} {harms:5} {told}"


if __name__ == "__main__":
    main()
