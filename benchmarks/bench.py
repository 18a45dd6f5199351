"""Texts with right answers, ready to be done again and again with one thing changed.

For ``rules.py`` and ``thresholds.py``: a text is parsed and tagged once. What comes of it is an :class:`Outcome`,
whatever holds the answers: an annotated corpus, the articles of ``data/``, those and the sentences of ``tests/own``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import own
from accuracy import measure
from corpora import GoldArticle, read_corpus
from floors import Counts, Share
from gold import Example, examples
from quotex.claims.places import find_places
from quotex.contract.records import Extraction, Span
from quotex.evaluation import count_article
from quotex.parse.model import load_model, parse_view
from quotex.parse.names import write_names
from quotex.parse.tokens import TokenIndex
from quotex.pipeline.assembly import assemble
from quotex.pipeline.extractor import Stages
from quotex.pipeline.settings import Settings
from quotex.quantities import find_quantities
from quotex.quotes import Tagger, Tagging, find_named
from quotex.reading import Article
from quotex.text import Layout, Mended, Range, analyze, mend
from quotex.times import find_times

if TYPE_CHECKING:
    from spacy.tokens import Doc

_F1 = {
    "full": ("quotations.all.full", "quotations.all"),
    "exact": ("quotations.all.strict", "quotations.all"),
    "claims": ("claims.lenient", "claims.lenient"),
    "figures": ("figures.value", "figures"),
}
"""Of a corpus, what is right and of what."""
_OF_EXAMPLES = ("stance", "role_precision", "role_recall", "asserter", "modality", "times", "figures")
"""What is measured on the articles of ``data/`` and not on corpora."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one text.

    Attributes:
        shares: of what is measured, how much is right; 1 is best.
        wrong: what went wrong, and how often.
    """

    shares: Mapping[str, Share]
    wrong: Counter[Hashable]


class _Remembering(Tagger):
    """A tagger that tags each text once."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[int, tuple[Layout, Tagging]] = {}  # a layout is kept, or another takes its id

    def tag(self, layout: Layout) -> Tagging:
        if id(layout) not in self._known:
            self._known[id(layout)] = layout, super().tag(layout)
        return self._known[id(layout)][1]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is read, and what tells what came of it."""

    text: str
    mended: Mended
    layout: Layout
    doc: Doc
    judge: Callable[[Text], Outcome]

    def outcome(self) -> Outcome:
        """Do all that comes after the parse."""
        return self.judge(self)


class Bench:
    """Texts with right answers."""

    def __init__(self, settings: Settings) -> None:
        self._nlp = load_model(settings.parser)
        self._stages = Stages(settings)
        self._stages.tagger = _Remembering()
        self._pipeline = self._stages.pipeline("")

    def read(self, text: str, judge: Callable[[Text], Outcome]) -> Text:
        """Read a text as an article is read."""
        mended = mend(text)
        layout = analyze(mended.text)
        return Text(text, mended, layout, parse_view(self._nlp, layout), judge)

    def again(self, text: Text) -> Text:
        """Read a text once more, parsed anew where it is laid out in another way."""
        mended = mend(text.text)
        layout = analyze(mended.text)
        return text if (mended, layout) == (text.mended, text.layout) else self.read(text.text, text.judge)

    def _extraction(self, text: Text, id: str = "", published: date | None = None) -> Extraction:
        findings = self._stages.find(text.layout, text.doc, published)
        return assemble(Article(text.text, id=id), text.mended, findings, self._pipeline, published)

    def corpus(self, articles: Iterable[GoldArticle]) -> Iterator[Text]:
        """Read annotated articles."""
        for article in articles:
            yield self.read(article.text, partial(self._of_corpus, article))

    def _of_corpus(self, article: GoldArticle, text: Text) -> Outcome:
        found = self._extraction(text, article.gold.source.id)
        counts = count_article(article.gold, _without_optional(found, article))
        of = counts.of
        shares = {
            name: Share(of[f"{right}.right"] + of[f"{right}.recalled"], of[f"{all_of}.gold"] + of[f"{all_of}.found"])
            for name, (right, all_of) in _F1.items()
        }
        named = of["speakers.name.gold"]
        shares["name"] = Share(of["speakers.name.right"], named)
        shares["unwrong"] = Share(of["speakers.wrong.gold"] - of["speakers.wrong.right"], of["speakers.wrong.gold"])
        return Outcome(shares, Counter(counts.cases))

    def own_articles(self) -> Iterator[Text]:
        """Read the articles of ``data/``."""
        for example in examples():
            yield self.read(example.text, partial(self._of_example, example))

    def _of_example(self, example: Example, text: Text) -> Outcome:
        published = example.gold.published
        counts = measure(example, self._extraction(text, published=published))
        shares = {name: counts[name] for name in _OF_EXAMPLES}
        return Outcome(shares, Counter({name: share.of - share.right for name, share in shares.items()}))

    def own_layouts(self) -> Iterator[Text]:
        """Read the small articles of ``tests/own``."""
        for _, text, said in own.layouts():
            yield self.read(text, partial(self._layout, said))

    def _layout(self, said: Sequence[own.Said], text: Text) -> Outcome:
        return _answer("layouts", not own.misheard(self._extraction(text), said), text)

    def own_sentences(self) -> Iterator[Text]:
        """Read the sentences of ``tests/own``."""
        for name, judge in (("figures", _figures), ("times", _times), ("places", self._places)):
            for text, values in own.rows(name):
                layout = own.layout(text)
                yield Text(text, Mended(text), layout, self._nlp(text), partial(judge, values))
        for marked, allowed, *_ in own.rows("polarity"):
            claim = Range(marked.index("["), marked.index("]") - 1)
            yield self.read(marked.replace("[", "").replace("]", ""), partial(self._modality, claim, allowed.split()))

    def _places(self, values: str, text: Text) -> Outcome:
        write_names(text.doc, find_named(text.doc, self._stages.tagger.tag(text.layout)))
        found = find_places(text.layout, TokenIndex(text.doc))
        return _answer("places", [place.of(text.text) for place in found] == own.listed(values), text)

    def _modality(self, claim: Range, allowed: Sequence[str], text: Text) -> Outcome:
        found = self._extraction(text).claims
        return _answer("modality", all(own.is_put_forward_rightly(c, *claim, set(allowed)) for c in found), text)


def _figures(values: str, text: Text) -> Outcome:
    got, want = own.found_figures(find_quantities(text.layout, TokenIndex(text.doc))), own.wanted_figures(values)
    share = Share(2 * (got & want).total(), got.total() + want.total())
    return Outcome({"figures": share}, Counter({text.text: share.of - share.right}))


def _times(values: str, text: Text) -> Outcome:
    found = find_times(text.layout, TokenIndex(text.doc), own.FRIDAY)
    return _answer("times", [time.value or "-" for time in found] == own.listed(values), text)


def _answer(name: str, right: bool, text: Text) -> Outcome:
    return Outcome({name: Share(int(right), 1)}, Counter({text.text: int(not right)}))


def _without_optional(found: Extraction, article: GoldArticle) -> Extraction:
    """Leave out the quotations that touch only what counts neither way."""
    counted = [span for quote in article.gold.quotes for span in quote.spans]
    optional = [span for spans in article.optional for span in spans]

    def shared(quote_spans: Sequence[Span], spans: Sequence[Span]) -> int:
        return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in quote_spans for b in spans)

    kept = tuple(q for q in found.quotes if shared(q.spans, optional) <= shared(q.spans, counted))
    return found.model_copy(update={"quotes": kept})


def total(outcomes: Iterable[Outcome]) -> dict[str, Share]:
    """Add up what is right of how much."""
    return dict(sum((Counts(outcome.shares) for outcome in outcomes), Counts()).shares)


def compared(with_it: Sequence[Outcome], without_it: Sequence[Outcome]) -> tuple[int, int, dict[str, float]]:
    """Compare what came of the same texts with something and without.

    Returns:
        How many things are wrong without it alone, and with it alone, and by how many hundredths each share falls.
    """
    pairs = list(zip(with_it, without_it, strict=True))
    mends, harms = (
        sum((b.wrong - a.wrong).total() for a, b in ordered) for ordered in (pairs, [p[::-1] for p in pairs])
    )
    before, after = total(with_it), total(without_it)
    return mends, harms, {name: 100 * (before[name].value - after[name].value) for name in before}


def arguments(description: str | None) -> argparse.ArgumentParser:
    """Return the options that say which texts, and which rules or thresholds."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "quotes", type=Path, nargs="?", help="an annotated corpus; none: our own articles and sentences"
    )
    parser.add_argument("--speakers", type=Path)
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--only", default="", help="what begins so")
    parser.add_argument("--articles", type=int, help="only the first so many")
    return parser


def texts(bench: Bench, options: argparse.Namespace) -> list[Text]:
    """Read the texts that the options ask for."""
    if options.quotes is None:
        return [*bench.own_articles(), *bench.own_layouts(), *bench.own_sentences()][: options.articles]
    return list(bench.corpus(islice(read_corpus(options.quotes, options.speakers, options.claims), options.articles)))


def shown(shares: Mapping[str, Share]) -> str:
    """Show shares in a line."""
    return ", ".join(f"{name} {share.value:.3f}" for name, share in shares.items())
