"""How right quotex is on the articles of ``data/``, and the floors below which it must not fall.

    python benchmarks/accuracy.py                                  a table, an article a column
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
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from floors import Counts, Floors, Share, updated
from gold import Claim, Example, Figure, Offsets, Quote, corpus_hash, examples
from quotex.contract import records

MIN_OVERLAP = 0.5
"""of content words (intersection over union), for a quotation to count as found"""
MIN_WORTHINESS = 0.5
"""of a claim, for it to count as one that quotex holds worth checking"""

MEASURES = {
    "quote_precision": "of the quotations given, those that are in the gold",
    "quote_recall": "of the gold's quotations, those found",
    "quote_exact": "of those found, the same words",
    "quote_type": "of those found, direct, indirect or mixed as in the gold",
    "speaker": "of those found, the right name, or rightly none",
    "name_precision": "of those found whose speaker is given a name, the right one",
    "stance": "of those found, the right stance",
    "act": "of those found, said, thought or other as in the gold",
    "role_precision": "of the roles given to speakers of the gold, those that the article gives them",
    "role_recall": "of the gold's speakers with a role, those given a right one",
    "claim_precision": "of the claims given, those that are in the gold",
    "claim_recall": "of the gold's claims, those found",
    "modality": "of those found that are half the same, the right modality",
    "asserter": "of those found that are half the same, asserted by whom the gold says",
    "times": "of the times of the gold's claims whose value can be known, those with the right value",
    "time_precision": "of the values given to times of the gold's claims, those that are right",
    "figures": "of the gold's figures, those wholly right",
    "figure_precision": "of the figures given, those that are in the gold and wholly right",
}
"""What is measured, each as a share in which 1 is best."""

_WORD = re.compile(r"\w+")
_BEHIND_HEAD = re.compile(r",| (?:of|for|at|in|to|on|with)\b")


def measure(example: Example, extraction: records.Extraction) -> Counts:
    """Hold the records of one article against its gold.

    A quotation is found when its words and those of a gold quotation overlap by at least :data:`MIN_OVERLAP`, one to
    one; it is exact when they are the same words. A gold claim is found when a worthy claim covers half of its span; a
    worthy claim is right when it covers half of a gold claim or lies in one by half. Named sources are the same when
    all words of the gold's name are in the other. A figure is right with its value,
    modifier, and the unit, change and what is counted where the gold gives them. What lies in words that the gold
    leaves open, and is not right, is not counted.
    """
    shares = {
        **_quotes(example, extraction),
        **_roles(example, extraction.speakers),
        **_claims(example, extraction),
        **_times(example, extraction),
        **_figures(example, extraction.quantities),
    }
    return Counts({name: shares[name] for name in MEASURES}, _in_boilerplate(example, extraction))


def _quotes(example: Example, extraction: records.Extraction) -> dict[str, Share]:
    speakers = {s.id: s for s in extraction.speakers}
    pairs = pair_quotes(example, extraction.quotes)
    paired = {q.id for _, q in pairs}
    stray = [q for q in extraction.quotes if q.id not in paired and not _is_open_quote(example, q)]
    by = [(g.speaker.name, speakers.get(q.speaker or "")) for g, q in pairs]
    acts = [(g.act, str(q.act)) for g, q in pairs if q.act is not None]
    return {
        "quote_precision": Share(len(pairs), len(pairs) + len(stray)),
        "quote_recall": Share(len(pairs), len(example.gold.quotes)),
        "quote_exact": _share(_gold_words(example, g) == _found_words(example, q) for g, q in pairs),
        "quote_type": _share(g.type is q.type for g, q in pairs),
        "speaker": _share(same_speaker(name, speaker) for name, speaker in by),
        "name_precision": _share(same_speaker(name, speaker) for name, speaker in by if speaker and speaker.name),
        "stance": _share(q.stance in g.stance for g, q in pairs),
        "act": _share(act in right for right, act in acts),
    }


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


def _is_open_quote(example: Example, quote: records.Quote) -> bool:
    words = _found_words(example, quote)
    return any(2 * len(words & _words(example.text, [place])) >= len(words) for place in _open(example, "quote"))


def _roles(example: Example, speakers: Sequence[records.Speaker]) -> dict[str, Share]:
    """Hold the roles of the speakers who are in the gold under their names against those that the article gives."""
    right_ones = given_ones = told = with_role = 0
    for person in example.gold.speakers:
        found = [s for s in speakers if s.name and same_speaker(person.name, s)]
        given = {role.casefold() for s in found for role in (s.role, *(r.text for r in s.roles)) if role}
        right = {role for role in given if any(same_role(r, role) for r in person.roles)}
        given_ones += len(given)
        right_ones += len(right)
        with_role += bool(person.roles)
        told += bool(right)
    return {"role_precision": Share(right_ones, given_ones), "role_recall": Share(told, with_role)}


def same_role(gold: str, found: str) -> bool:
    """Whether a role is that of the gold, or a part of it that keeps its head: "minister" of "minister for ports"."""
    a, b = (_WORD.findall(role.casefold()) for role in (gold, found))
    heads = _WORD.findall(_BEHIND_HEAD.split(gold, maxsplit=1)[0].casefold())
    return bool(heads) and heads[-1] in b and set(b) <= set(a)


def _claims(example: Example, extraction: records.Extraction) -> dict[str, Share]:
    worthy = [c for c in extraction.claims if c.worthiness >= MIN_WORTHINESS]
    wanted = [c for c in example.gold.claims if c.check_worthy]
    speakers = {s.id: s for s in extraction.speakers}
    named = {s.name for s in example.gold.speakers}
    right = [w for w in worthy if _touches(_range(w), (c.span for c in wanted))]
    open_ones = list(_open(example, "claim"))
    wrong = [w for w in worthy if w not in right and not _touches(_range(w), open_ones)]
    covered = [c for c in wanted if any(2 * _overlap(c.span, _range(w)) >= _length(c.span) for w in worthy)]
    found = [(c, w) for c in covered if (w := _same_claim(c, worthy))]
    return {
        "claim_precision": Share(len(right), len(right) + len(wrong)),
        "claim_recall": Share(len(covered), len(wanted)),
        "modality": _share(w.modality in c.modality for c, w in found),
        "asserter": _share(_same_asserter(c, speakers.get(w.asserted_by or ""), named) for c, w in found),
    }


def _same_claim(claim: Claim, found: Iterable[records.Claim]) -> records.Claim | None:
    """Return the claim that has most in common with that of the gold, if it is half of both taken together."""
    common, best = max(((_likeness(claim.span, _range(w)), w) for w in found), key=lambda x: x[0], default=(0.0, None))
    return best if common >= MIN_OVERLAP else None


def _same_asserter(claim: Claim, speaker: records.Speaker | None, named: set[str]) -> bool:
    if claim.asserted_by is None or speaker is None:
        return claim.asserted_by is None and speaker is None
    if claim.asserted_by in named or speaker.name:
        return same_speaker(claim.asserted_by, speaker)
    return True  # both are unnamed


def _touches(found: Offsets, places: Iterable[Offsets]) -> bool:
    return any(2 * _overlap(place, found) >= min(_length(place), _length(found)) for place in places)


def _times(example: Example, extraction: records.Extraction) -> dict[str, Share]:
    found = {(t.span.start, t.span.end): t.value for c in extraction.claims for t in c.times}
    gold = {claim.place(when.text): when.values for claim in example.gold.claims for when in claim.when}
    answers = {place: [value for span, value in found.items() if value and _overlap(place, span)] for place in gold}
    return {
        "times": _share(any(v in gold[p] for v in answers[p]) for p in gold if gold[p][0] is not None),
        "time_precision": _share(value in gold[place] for place, values in answers.items() for value in values),
    }


def _figures(example: Example, quantities: Sequence[records.Quantity]) -> dict[str, Share]:
    right = {n.id for n in quantities if any(_same_figure(p, f, n) for p, f in example.figures.items())}
    spans = {n.id: (n.span.start, n.span.end) for n in quantities}
    open_ones = list(_open(example, "figure"))
    wrong = [id for id, span in spans.items() if id not in right and not any(_overlap(o, span) for o in open_ones)]
    return {
        "figures": _share(any(_same_figure(p, f, n) for n in quantities) for p, f in example.figures.items()),
        "figure_precision": Share(len(right), len(right) + len(wrong)),
    }


def _same_figure(place: Offsets, figure: Figure, found: records.Quantity) -> bool:
    return bool(
        _overlap(place, (found.span.start, found.span.end))
        and _same_value(figure.value, found.value)
        and found.modifier is figure.modifier
        and figure.unit in (None, found.unit)
        and figure.change in (None, found.change)
        and (figure.counted or "").casefold() in (found.counted or "").casefold()
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


def _open(example: Example, what: str) -> Iterable[Offsets]:
    return ((o.start, o.end) for o in example.gold.open if o.what == what)


def _share(answers: Iterable[bool]) -> Share:
    all_of_them = list(answers)
    return Share(sum(all_of_them), len(all_of_them))


def _range(claim: records.Claim) -> Offsets:
    return claim.span.start, claim.span.end


def _length(span: Offsets) -> int:
    return span[1] - span[0]


def _likeness(a: Offsets, b: Offsets) -> float:
    common = _overlap(a, b)
    return common / (_length(a) + _length(b) - common)


def _overlap(a: Offsets, b: Offsets) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


@cache
def measured() -> Mapping[str, Counts]:
    """Extract from every article as of its day and measure, by the article's name."""
    from quotex import Extractor  # noqa: PLC0415  the models load here, not where the tests import the measures

    extractor = Extractor()
    return {e.name: measure(e, extractor.extract(e.text, published=e.gold.published)) for e in examples()}


def _table(rows: Mapping[str, Counts], floors: Floors) -> str:
    letters = dict(zip(rows, map(chr, range(ord("a"), ord("z"))), strict=False))
    total = sum(rows.values(), Counts())
    lines = [" ".join([" " * 16, *(f"{letters[name]:>4}" for name in rows), "  all  floor   right/of"])]
    for name in MEASURES:
        cells = [f"{share.value:4.2f}" if (share := counts[name]).of else "   -" for counts in rows.values()]
        share = total[name]
        floor = f"{floors.shares[name]:6.2f}" if name in floors.shares else "     -"
        lines.append(" ".join([f"{name:16}", *cells, f"{share.value:5.3f} {floor} {share.right:>5}/{share.of}"]))
    in_boilerplate = (f"{counts.in_boilerplate:4}" for counts in rows.values())
    lines.append(" ".join([f"{'in_boilerplate':16}", *in_boilerplate, f"{total.in_boilerplate:5}"]))
    return "\n".join([*lines, "", *(f"{letter} {name}" for name, letter in letters.items())])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and update the floors when asked; return the exit code."""
    parser = argparse.ArgumentParser(description="Accuracy on the articles of data/.")
    parser.add_argument("--update-floors", action="store_true", help="raise the floors to what is reached now")
    parser.add_argument(
        "--allow-lower", action="store_true", help="with --update-floors: lower them where it is missed"
    )
    options = parser.parse_args(arguments)

    rows, floors = measured(), Floors.read()
    if options.update_floors:
        try:
            floors = updated(floors, rows, corpus_hash(), allow_lower=options.allow_lower)
        except ValueError as error:
            print(f"not lowered without --allow-lower: {error}", file=sys.stderr)
            return 1
        floors.write()
    print(_table(rows, floors))
    missed = floors.missed(rows)
    print("\n".join(missed) or "no floor missed", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
