"""Fit how sure a speaker is: the share that is right, by what speakers were found with.

    PYTHONPATH=benchmarks python -m training.fit_speakers QUOTES.jsonl SPEAKERS.jsonl [--write]

QUOTES holds ``{"id", "text", "attributions": [{"content", "cue", "source"}]}``, SPEAKERS ``{"id", "speakers":
[{"attribution", "name"}]}``. Gold quotations are fed to the resolver. Prints the expected calibration error with each
article's shares counted without it; ``--write`` puts the shares of all into the lexicon.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import spacy

from quotex.english.people import fold
from quotex.parse.model import DEFAULT_MODEL
from quotex.speakers.confidence import Way
from quotex.speakers.coreference import resolve_ways
from speakers_from_gold import layout_of, quotation_of, read_lines

LEXICON = Path(__file__).parents[1] / "src" / "quotex" / "models" / "speaker_confidence.toml"

Case = tuple[int, Way, bool]
"""an article, how a speaker was found, whether it is right"""


def main() -> None:
    """Count, say how well it is calibrated, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("speakers", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = _cases(options.quotes, options.speakers)
    counts = Counter(way for _, way, _ in cases)
    shares = _shares(cases)
    for way in Way:
        print(f"{way:14} {counts[way]:4} {shares[way]:.3f}")
    print(f"expected calibration error {_error(cases):.3f}, over {len(cases)} quotations")
    if options.write:
        head = "# The share of speakers that are right, by what they were found with; made by training/fit_speakers.py."
        LEXICON.write_text("\n".join([head, "[right]", *(f"{way} = {shares[way]:.3f}" for way in Way), ""]), "utf-8")


def _cases(quotes: Path, speakers: Path) -> list[Case]:
    nlp = spacy.load(DEFAULT_MODEL)
    gold = {article["id"]: article["speakers"] for article in read_lines(speakers)}
    cases: list[Case] = []
    for number, article in enumerate(a for a in read_lines(quotes) if a["id"] in gold):
        text = article["text"]
        names = {s["attribution"]: s["name"] for s in gold[article["id"]]}
        order = sorted(range(len(article["attributions"])), key=lambda i: min(article["attributions"][i]["content"]))
        quotations = [quotation_of(text, article["attributions"][i]) for i in order]
        resolution, ways = resolve_ways(layout_of(text), nlp(text), quotations)
        for place, attribution in enumerate(order):
            speaker = resolution.speaker_of[place]
            if attribution in names and speaker is not None:
                name = resolution.speakers[speaker].name
                right = _same(names[attribution], name.of(text) if name else None)
                cases.append((number, ways[place], right))
    return cases


def _same(gold: str | None, found: str | None) -> bool:
    """Whether two names are of one: equal, or a person's with the same last word."""
    if gold is None or found is None:
        return gold is found
    return fold(gold).split()[-1] == fold(found).split()[-1]


def _shares(cases: Sequence[Case]) -> dict[Way, float]:
    """The share of each way, drawn towards that of all where there are few."""
    whole = (sum(right for _, _, right in cases) + 1) / (len(cases) + 2)
    shares = {}
    for way in Way:
        mine = [right for _, each, right in cases if each is way]
        shares[way] = round((sum(mine) + 5 * whole) / (len(mine) + 5), 3)
    return shares


def _error(cases: Sequence[Case]) -> float:
    """Expected calibration error, bins of a tenth, each article told by the others."""
    told = [(_shares([c for c in cases if c[0] != number])[way], right) for number, way, right in cases]
    bins: dict[int, list[tuple[float, bool]]] = {}
    for share, right in told:
        bins.setdefault(int(share * 10), []).append((share, right))
    return sum(abs(sum(s for s, _ in b) - sum(r for _, r in b)) for b in bins.values()) / len(told)


if __name__ == "__main__":
    main()
