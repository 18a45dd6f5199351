"""What each rule earns: how often it decides, and what is lost when it is off.

    python benchmarks/rules.py QUOTES.jsonl [--speakers FILE] [--claims FILE] [--only PREFIX] [--articles N]

Articles are parsed and tagged once; then, for one rule after another, those on which it decided are done again with the
rule off (for a rule of the text, parsed and tagged again too). A row tells: on how many places and articles it decides;
how many things that it got right would be wrong without it (mends), and the other way round (harms); and how far the
figures fall when it is off, in hundredths: F1 of quotations with their sources, and of the exact words; share of names
right, share of names given that are wrong; F1 of claims and of figures' values. A rule without mends on articles that
it was not written for earns nothing.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpora import GoldArticle, read_corpus
from quotex.contract.records import Extraction
from quotex.contract.rules import Rule, all_rules, traced, without
from quotex.evaluation import Counts, count_article
from quotex.parse.model import load_model, parse_view
from quotex.pipeline.assembly import assemble
from quotex.pipeline.extractor import Stages
from quotex.pipeline.settings import Settings
from quotex.quotes import Tagger, Tagging
from quotex.reading import Article
from quotex.text import Layout, Mended, analyze, mend

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS = ("full", "exact", "name", "wrong", "claims", "figures")


class _Remembering(Tagger):
    """A tagger that tags each article once."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[int, tuple[Layout, Tagging]] = {}  # a layout is kept, or another takes its id

    def tag(self, layout: Layout) -> Tagging:
        if id(layout) not in self._known:
            self._known[id(layout)] = layout, super().tag(layout)
        return self._known[id(layout)][1]


@dataclass(frozen=True, slots=True)
class _Prepared:
    article: GoldArticle
    mended: Mended
    layout: Layout
    doc: Doc


@dataclass(frozen=True, slots=True)
class Earning:
    """What one rule earns on some articles.

    Attributes:
        places: how often it decides; in ``articles`` of them.
        mends, harms: things right with it and wrong without, and the other way round.
        falls: what is lost in each figure when it is off, in hundredths.
    """

    rule: Rule
    places: int
    articles: int
    mends: int
    harms: int
    falls: tuple[float, ...]


class Bench:
    """Articles ready to be done again and again."""

    def __init__(self, articles: Iterable[GoldArticle], settings: Settings) -> None:
        self._stages = Stages(settings)
        self._stages.tagger = _Remembering()
        self._pipeline = self._stages.pipeline("")
        self._nlp = load_model(settings.parser)
        self._articles: list[_Prepared] = []
        self.counts: list[Counts] = []
        self._decided: list[Counter[Rule]] = []
        for article in articles:
            with traced() as decisions:
                self._articles.append(self._prepare(article))
                self.counts.append(self._count(self._articles[-1]))
            self._decided.append(Counter(decision.rule for decision in decisions))

    def _prepare(self, article: GoldArticle) -> _Prepared:
        mended = mend(article.text)
        layout = analyze(mended.text)
        return _Prepared(article, mended, layout, parse_view(self._nlp, layout))

    def earning(self, rule: Rule) -> Earning:
        """Do the articles on which a rule decides without it."""
        after = list(self.counts)
        where = [i for i, decided in enumerate(self._decided) if decided[rule]]
        mends = harms = 0
        with without(rule):
            for i in where:
                prepared = self._articles[i]
                after[i] = self._count(self._prepare(prepared.article) if rule.id.startswith("text.") else prepared)
                with_it, without_it = (Counter(c.cases) for c in (self.counts[i], after[i]))
                mends += (without_it - with_it).total()
                harms += (with_it - without_it).total()
        falls = tuple(100 * (a - b) for a, b in zip(figures(self.counts), figures(after), strict=True))
        return Earning(rule, sum(self._decided[i][rule] for i in where), len(where), mends, harms, falls)

    def _count(self, prepared: _Prepared) -> Counts:
        findings = self._stages.find(prepared.layout, prepared.doc, None)
        source = prepared.article.gold.source
        found = assemble(Article(prepared.article.text, id=source.id), prepared.mended, findings, self._pipeline, None)
        return count_article(prepared.article.gold, _without_optional(found, prepared.article))


def _without_optional(found: Extraction, article: GoldArticle) -> Extraction:
    """Leave out the quotations that touch only what counts neither way."""
    counted = [span for quote in article.gold.quotes for span in quote.spans]
    optional = [span for spans in article.optional for span in spans]

    def shared(quote_spans: Sequence[object], spans: Sequence[object]) -> int:
        return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in quote_spans for b in spans)  # type: ignore[attr-defined]

    kept = tuple(q for q in found.quotes if shared(q.spans, optional) <= shared(q.spans, counted))
    return found.model_copy(update={"quotes": kept})


def figures(counts: Iterable[Counts]) -> tuple[float, ...]:
    """Return the figures of some articles together, in the order of the columns."""
    total: Counter[str] = sum((c.of for c in counts), Counter())
    return (
        _f1(total, "quotations.all.full", "quotations.all"),
        _f1(total, "quotations.all.strict", "quotations.all"),
        _share(total, "speakers.name"),
        -_share(total, "speakers.wrong"),
        _f1(total, "claims.lenient", "claims.lenient"),
        _f1(total, "figures.value", "figures"),
    )


def _f1(total: Counter[str], right: str, of: str) -> float:
    both = total[f"{of}.gold"] + total[f"{of}.found"]
    return (total[f"{right}.right"] + total[f"{right}.recalled"]) / both if both else 0.0


def _share(total: Counter[str], what: str) -> float:
    return total[f"{what}.right"] / total[f"{what}.gold"] if total[f"{what}.gold"] else 0.0


def table(earnings: Iterable[Earning]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield f"{'rule':44} places articles mends harms " + " ".join(f"{name:>7}" for name in _COLUMNS)
    for e in earnings:
        falls = " ".join(f"{fall:7.2f}" for fall in e.falls)
        yield f"{e.rule.id:44} {e.places:6} {e.articles:8} {e.mends:5} {e.harms:5} {falls}"


def main() -> None:
    """Print a row a rule."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("--speakers", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--only", default="", help="rules whose id begins so")
    parser.add_argument("--articles", type=int, help="only the first so many")
    options = parser.parse_args()
    articles = list(read_corpus(options.quotes, options.speakers, options.claims))[: options.articles]
    bench = Bench(articles, Settings())
    shares = zip(_COLUMNS, figures(bench.counts), strict=True)
    print(f"{len(articles)} articles; all rules on:", ", ".join(f"{name} {abs(value):.3f}" for name, value in shares))
    rules = [rule for rule in all_rules() if rule.id.startswith(options.only)]
    for line in table(map(bench.earning, rules)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
