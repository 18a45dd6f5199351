"""How right quotex is on the articles of ``data/``, and the floors below which it must not fall.

    python benchmarks/accuracy.py                                  a table, an article a line
    python benchmarks/accuracy.py --update-floors                  raise the floors to what is reached now
    python benchmarks/accuracy.py --update-floors --allow-lower    lower them too

The floors lie in ``data/floors.toml`` beside a hash of the articles and gold they were measured on; the tests hold
them. The manner is trafilatura's.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from gold import DATA, Claim, Example, Figure, Offsets, Quote, corpus_hash, examples
from quotex.contract import records

__all__ = ["FLOORS", "Counts", "Floors", "measure", "pair_quotes", "same_speaker", "updated"]

FLOORS = DATA / "floors.toml"
MIN_OVERLAP = 0.5
"""of content words (intersection over union), for a quotation to count as found"""
MIN_WORTHINESS = 0.5
"""of a claim, for it to count as one that quotex holds worth checking"""
SLACK = 0.02
"""between a figure and the floor set from it: quantized arithmetic differs a little from processor to processor"""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Counts:
    """What was there, what was found and what of that was right; counts of several articles add up."""

    gold_quotes: int = 0
    found_quotes: int = 0
    paired: int = 0
    exact: int = 0
    right_type: int = 0
    right_speaker: int = 0
    gold_claims: int = 0
    covered_claims: int = 0
    found_claims: int = 0
    right_claims: int = 0
    gold_figures: int = 0
    right_figures: int = 0
    in_boilerplate: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    def shares(self) -> dict[str, float]:
        """Return the figures that have floors, each in [0, 1]; 1 where there was nothing to get wrong."""
        parts = {
            "quote_precision": (self.paired, self.found_quotes),
            "quote_recall": (self.paired, self.gold_quotes),
            "quote_exact": (self.exact, self.paired),
            "quote_type": (self.right_type, self.paired),
            "speaker": (self.right_speaker, self.paired),
            "claim_precision": (self.right_claims, self.found_claims),
            "claim_recall": (self.covered_claims, self.gold_claims),
            "figures": (self.right_figures, self.gold_figures),
        }
        return {name: part / whole if whole else 1.0 for name, (part, whole) in parts.items()}


def measure(example: Example, extraction: records.Extraction) -> Counts:
    """Hold the records of one article against its gold.

    A quotation is found when its words and those of a gold quotation overlap by at least :data:`MIN_OVERLAP`, one to
    one; it is exact when they are the same words. Type and speaker are counted among those found. A gold claim is
    covered when a worthy claim covers half of its span; a worthy claim is right when it covers half of a gold claim or
    lies in one by half. A figure is right with its value, modifier, and the unit and what is counted where the gold
    gives them.
    """
    speakers = {s.id: s for s in extraction.speakers}
    pairs = pair_quotes(example, extraction.quotes)
    worthy = [c for c in extraction.claims if c.worthiness >= MIN_WORTHINESS]
    wanted = [c for c in example.gold.claims if c.check_worthy]
    figures = [(claim, figure) for claim in wanted for figure in claim.quantities]
    return Counts(
        gold_quotes=len(example.gold.quotes),
        found_quotes=len(extraction.quotes),
        paired=len(pairs),
        exact=sum(_gold_words(example, g) == _found_words(example, q) for g, q in pairs),
        right_type=sum(g.type is q.type for g, q in pairs),
        right_speaker=sum(same_speaker(g.speaker.name, speakers.get(q.speaker or "")) for g, q in pairs),
        gold_claims=len(wanted),
        covered_claims=sum(
            any(_overlap(c.span, w) >= 0.5 * _length(c.span) for w in map(_range, worthy)) for c in wanted
        ),
        found_claims=len(worthy),
        right_claims=sum(_is_right(_range(w), wanted) for w in worthy),
        gold_figures=len(figures),
        right_figures=sum(_figure_found(c, f, extraction.quantities) for c, f in figures),
        in_boilerplate=_in_boilerplate(example, extraction),
    )


def pair_quotes(example: Example, quotes: Sequence[records.Quote]) -> list[tuple[Quote, records.Quote]]:
    """Pair gold and found quotations one to one, those that overlap most first."""
    gold = [(g, _gold_words(example, g)) for g in example.gold.quotes]
    found = [(q, _found_words(example, q)) for q in quotes]
    overlaps = [
        (len(a & b) / len(a | b), i, k) for i, (_, a) in enumerate(gold) for k, (_, b) in enumerate(found) if a & b
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, i, k in sorted(overlaps, key=lambda o: (-o[0], o[1], o[2])):
        if overlap >= MIN_OVERLAP and i not in pairs and k not in taken:
            pairs[i] = k
            taken.add(k)
    return [(gold[i][0], found[k][0]) for i, k in sorted(pairs.items())]


def same_speaker(name: str | None, speaker: records.Speaker | None) -> bool:
    """Whether a speaker is the one of the gold: of that full name, whatever title goes before it, or unnamed."""
    if speaker is None or name is None or speaker.name is None:
        return speaker is not None and name == speaker.name
    return _name_words(name) <= _name_words(speaker.name)


def _name_words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold())) - {"the"}


def _gold_words(example: Example, quote: Quote) -> set[int]:
    return _words(example.text, quote.content)


def _found_words(example: Example, quote: records.Quote) -> set[int]:
    return _words(example.text, ((s.start, s.end) for s in quote.spans))


def _words(text: str, spans: Iterable[Offsets]) -> set[int]:
    """Return the offsets of the words within the spans: marks and punctuation do not count."""
    return {m.start() for start, end in spans for m in _WORD.finditer(text, start, end)}


def _range(claim: records.Claim) -> Offsets:
    return claim.span.start, claim.span.end


def _length(span: Offsets) -> int:
    return span[1] - span[0]


def _overlap(a: Offsets, b: Offsets) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _is_right(found: Offsets, wanted: Iterable[Claim]) -> bool:
    return any(2 * _overlap(c.span, found) >= min(_length(c.span), _length(found)) for c in wanted)


def _figure_found(claim: Claim, figure: Figure, quantities: Iterable[records.Quantity]) -> bool:
    start = claim.span[0] + claim.text.index(figure.text)
    place = (start, start + len(figure.text))
    return any(
        _overlap(place, (n.span.start, n.span.end))
        and _same_value(figure.value, n.value)
        and n.modifier is figure.modifier
        and figure.unit in (None, n.unit)
        and (figure.counted or "") in (n.counted or "")
        for n in quantities
    )


def _same_value(a: object, b: object) -> bool:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return all(_same_value(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, int | float) and isinstance(b, int | float):
        return math.isclose(a, b, rel_tol=1e-6)
    return a is None and b is None


def _in_boilerplate(example: Example, extraction: records.Extraction) -> int:
    notices = [(b.start, b.end) for b in example.gold.boilerplate]
    spans = [s for q in extraction.quotes for s in q.spans]
    spans += [c.span for c in extraction.claims] + [n.span for n in extraction.quantities]
    return sum(any(_overlap((s.start, s.end), n) for n in notices) for s in spans)


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that must be reached, and the corpus on which."""

    corpus: str
    shares: dict[str, float]

    @classmethod
    def read(cls, path: Path = FLOORS) -> Floors:
        """Read the floors; none are set where there is no file."""
        if not path.exists():
            return cls("", {})
        with path.open("rb") as file:
            table = tomllib.load(file)
        return cls(table["corpus"], table["floors"])

    def write(self, path: Path = FLOORS) -> None:
        """Write the floors."""
        lines = [
            "# The least quotex must reach on the articles of this folder; the tests hold it.",
            "# Raise with: python benchmarks/accuracy.py --update-floors",
            "",
            f'corpus = "{self.corpus}"  # sha256 over articles and gold',
            "",
            "[floors]",
            *(f"{name} = {share:.2f}" for name, share in self.shares.items()),
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def missed(self, counts: Counts) -> list[str]:
        """Return one line for each figure below its floor; records in boilerplate have a ceiling of none."""
        shares = counts.shares()
        low = [
            f"{n}: {shares[n]:.3f} is below its floor {floor:.2f}"
            for n, floor in self.shares.items()
            if shares[n] < floor
        ]
        return low + ([f"{counts.in_boilerplate} records in boilerplate"] if counts.in_boilerplate else [])


def updated(floors: Floors, counts: Counts, corpus: str, *, allow_lower: bool) -> Floors:
    """Return floors a little under what is reached now, none of them lower than before.

    Raises:
        ValueError: a figure is below its floor and ``allow_lower`` is not given.
    """
    if not allow_lower and (missed := floors.missed(counts)):
        raise ValueError("; ".join(missed))
    shares = counts.shares()
    reached = {name: max(0.0, math.floor(100 * (share - SLACK)) / 100) for name, share in shares.items()}
    kept = {name: floor for name, floor in floors.shares.items() if shares[name] >= floor}
    return Floors(corpus, {name: max(reached[name], kept.get(name, 0.0)) for name in shares})


def _table(rows: dict[str, Counts]) -> str:
    heads = list(Counts().shares())
    width = max(map(len, rows))
    lines = [" ".join([" " * width, *(f"{h:>15}" for h in heads), f"{'in_boilerplate':>15}"])]
    for name, counts in rows.items():
        cells = (f"{share:15.3f}" for share in counts.shares().values())
        lines.append(" ".join([f"{name:{width}}", *cells, f"{counts.in_boilerplate:15}"]))
    return "\n".join([*lines, "", ", ".join(f"{name} {n}" for name, n in asdict(rows["all"]).items())])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and update the floors when asked; return the exit code."""
    from quotex import Extractor  # noqa: PLC0415  the models load here, not where the tests import the measures

    parser = argparse.ArgumentParser(description="Accuracy on the articles of data/.")
    parser.add_argument("--update-floors", action="store_true", help="raise the floors to what is reached now")
    parser.add_argument(
        "--allow-lower", action="store_true", help="with --update-floors: lower them where it is missed"
    )
    options = parser.parse_args(arguments)

    extractor = Extractor()
    rows = {e.name: measure(e, extractor.extract(e.text)) for e in examples()}
    rows["all"] = sum(rows.values(), Counts())
    print(_table(rows))

    floors = Floors.read()
    if options.update_floors:
        try:
            floors = updated(floors, rows["all"], corpus_hash(), allow_lower=options.allow_lower)
        except ValueError as error:
            print(f"not lowered without --allow-lower: {error}", file=sys.stderr)
            return 1
        floors.write()
    missed = floors.missed(rows["all"])
    print("\n".join(missed) or "no floor missed", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
