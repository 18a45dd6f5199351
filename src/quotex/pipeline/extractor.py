"""The pipeline, built once: text in, extraction out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Unpack

from quotex.claims import find_claims
from quotex.contract.records import Act, Extraction, Pipeline, WarningCode
from quotex.contract.rules import placed
from quotex.parse.memory import Memory, collected_after
from quotex.parse.model import load_model, model_name, parse_view
from quotex.parse.names import write_names
from quotex.parse.tokens import TokenIndex
from quotex.pipeline.assembly import Findings, assemble
from quotex.pipeline.given import Given, article_of, day_of
from quotex.pipeline.language import other_language
from quotex.pipeline.parts import join, parts
from quotex.pipeline.settings import Language, Options, Settings
from quotex.quantities import find_quantities
from quotex.quotes import Quotation, Tagger, chain_scores, find_named, find_quotations, kept
from quotex.reading import Article
from quotex.speakers import Resolution, resolve
from quotex.text import Layout, Mended, analyze, mend
from quotex.times import day_of_dateline

if TYPE_CHECKING:
    from spacy.tokens import Doc

_IN_OTHER = "the text seems to be in {}, and quotex reads English; with language=any it is read all the same"


class Stages:
    """What comes after the parse: the same for the command line, :class:`Extractor` and the spaCy component.

    Raises:
        MissingPartError: the attribution tagger is not installed.
    """

    def __init__(self, settings: Settings) -> None:
        self.tagger = Tagger()
        self._chains = chain_scores(self.tagger.config)
        self._settings = settings

    def find(self, layout: Layout, doc: Doc, published: date | None) -> Findings:
        """Find quotations, speakers, claims and quantities.

        Args:
            layout: of the article.
            doc: a parse of ``layout.view``; the names that the tagger reads are written into it.
            published: the day that "yesterday" counts from.
        """
        tagging = self.tagger.tag(layout)
        write_names(doc, find_named(doc, tagging))
        tokens = TokenIndex(doc)
        found = find_quotations(layout, tokens, tagging, self._chains)
        quotations = kept(found, self._is_wanted)
        resolution = resolve(layout, tokens, quotations)
        quantities = find_quantities(layout, tokens)
        claims = find_claims(
            layout,
            tokens,
            quotations,
            resolution,
            quantities,
            worth=tagging.worth_of,
            published=published,
            min_worthiness=self._settings.min_worthiness,
        )
        return Findings(layout, quotations, resolution, claims, quantities, left_out=len(found) - len(quotations))

    def _is_wanted(self, quotation: Quotation) -> bool:
        acts = self._settings.acts
        told = quotation.repeats and Act.SAID in acts and Act.OTHER not in acts
        return quotation.act in acts and not told and quotation.confidence >= self._settings.min_confidence

    def pipeline(self, model: str) -> Pipeline:
        """Say what makes the records; ``model``: name and version of what parses."""
        from spacy.about import __version__ as spacy_version  # noqa: PLC0415 - as heavy as the models

        return Pipeline(quotex=version("quotex"), spacy=spacy_version, model=model, tagger=self.tagger.name)


class Extractor:
    """Reads articles with one loaded model.

    Args:
        settings: of the run; None: the usual ones.
        options: fields of :class:`Settings` that differ from these.

    Raises:
        MissingPartError: a model is not installed or cannot be used.
        ValueError: an option is out of range.
    """

    def __init__(self, settings: Settings | None = None, **options: Unpack[Options]) -> None:
        self.settings = replace(settings or Settings(), **options)
        self._nlp = load_model(self.settings.parser)
        self._memory = Memory(self._nlp)
        self._stages = Stages(self.settings)
        self.pipeline = self._stages.pipeline(model_name(self._nlp))

    def extract(self, article: Given, *, published: date | str | None = None) -> Extraction:
        """Find quotations, speakers, claims and quantities in one article.

        Args:
            article: its text, the text with where it came from, the path of a file that holds it (a ``pathlib.Path``;
                a string is always a text), or that file, opened. Lone surrogates, which cannot be written, are read as
                U+FFFD, one for one.
            published: the day that "yesterday" counts from, unless the article says it, also as ``"2026-05-31"``;
                None: that of the settings.

        Raises:
            InputError: a file cannot be read, or holds no article.
            TypeError: the article is nothing that holds one.
            ValueError: ``published`` is no day.
        """
        article = article_of(article)
        published = article.published or day_of(published) or self.settings.published
        if other := other_language(article.text):
            article = replace(article, notes=(*article.notes, (WarningCode.OTHER_LANGUAGE, _IN_OTHER.format(other))))
            if self.settings.language is Language.ENGLISH:
                return self._unread(article, published)
        ranges = list(parts(article.text))
        if len(ranges) == 1:
            return self._extract(article, published).beside(article.text)
        cut = (
            self._extract(
                replace(article, text=part.of(article.text), notes=() if part.start else article.notes), published
            )
            for part in ranges
        )
        return join(cut, [part.start for part in ranges], article.text).beside(article.text)

    def _unread(self, article: Article, published: date | None) -> Extraction:
        """Make the records of an article in which nothing is looked for."""
        nothing = Findings(Layout(article.text, article.text, (), ()), (), Resolution((), (), ()), (), ())
        return assemble(article, Mended(article.text), nothing, self.pipeline, published).beside(article.text)

    def _extract(self, article: Article, published: date | None) -> Extraction:
        with collected_after():
            return self._records(article, published)

    def _records(self, article: Article, published: date | None) -> Extraction:
        mended = mend(article.text)
        with self._memory.room_for(mended.text), placed(mended.origin):
            layout = analyze(mended.text)
            published = published or day_of_dateline(layout)
            findings = self._stages.find(layout, parse_view(self._nlp, layout), published)
        return assemble(article, mended, findings, self.pipeline, published)

    def stream(self, articles: Iterable[Given], *, published: date | str | None = None) -> Iterator[Extraction]:
        """Extract from one article after another, in order; memory does not grow with their number.

        Args:
            articles: each as :meth:`extract` takes one.
            published: the day that "yesterday" counts from, of all that do not say it.

        Raises:
            InputError: a file cannot be read, or holds no article; what is behind it is not read.
            TypeError: what is given is one article, or one of them is none.
            ValueError: ``published`` is no day.
        """
        if isinstance(articles, str):
            raise TypeError("stream takes several articles; of one, use extract(text)")
        for article in articles:
            yield self.extract(article, published=published)


@cache
def _default() -> Extractor:
    return Extractor()


def extract(text: Given, *, published: date | str | None = None) -> Extraction:
    """Extract from one article with the default models, which are loaded at the first call and kept.

    Args:
        text: the article, or a file that holds it; see :meth:`Extractor.extract`.
        published: the day that "yesterday" counts from, unless the article says it.

    Raises:
        InputError: a file cannot be read, or holds no article.
        TypeError: it is nothing that holds one article.
        ValueError: ``published`` is no day.
        MissingPartError: a model is not installed.
    """
    return _default().extract(text, published=published)
