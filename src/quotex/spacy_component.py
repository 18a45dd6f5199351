"""quotex as a spaCy component: ``nlp.add_pipe("quotex")`` in any English pipeline that tags and parses.

It leaves in a Doc ``doc._.quotex``, the records as a dict that JSON and DocBin can hold, and groups of spans, which
displaCy shows: ``doc.spans["quotex_quotes"]``, and ``quotex_claims``, ``quotex_cues``, ``quotex_sources`` and
``quotex_speakers``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from quotex.contract import records
from quotex.contract.terms import Act
from quotex.errors import MissingPartError
from quotex.parse.carrying import carry_over
from quotex.parse.model import model_name
from quotex.parse.scheme import check_scheme
from quotex.pipeline.assembly import assemble
from quotex.pipeline.extractor import Stages
from quotex.pipeline.given import day_of
from quotex.pipeline.settings import Settings
from quotex.reading import Article
from quotex.text import analyze, mend
from quotex.times import day_of_dateline

QUOTES = "quotex_quotes"
CLAIMS = "quotex_claims"
CUES = "quotex_cues"
SOURCES = "quotex_sources"
SPEAKERS = "quotex_speakers"
_MERGING = frozenset({"merge_entities", "merge_noun_chunks", "merge_subtokens"})

_KEPT = "quotex"  # in a Doc's user data, as JSON: DocBin would make tuples of lists

_NEEDED = {"TAG": "tagger", "DEP": "parser"}
_GIVEN = {field.name for field in fields(Article)} - {"text", "notes", "published"}


def register_extensions() -> None:
    """Make ``doc._.quotex`` and ``doc._.quotex_source`` known; making the component does so.

    Call it to read Docs back where no pipeline is made.
    """
    if not Doc.has_extension("quotex"):
        Doc.set_extension("quotex", getter=_records)
    if not Doc.has_extension("quotex_source"):
        Doc.set_extension("quotex_source", default=None)


def _records(doc: Doc) -> dict[str, Any] | None:
    written = doc.user_data.get(_KEPT)
    return json.loads(written) if written is not None else None


class Quotex:
    """The component. It reads the parse that the pipeline made, carried over to the text's view.

    Names are read by quotex's own tagger, so that ``doc.ents`` is neither read nor changed, and no ``ner`` is needed.

    Args:
        model: name and version of the pipeline, for the records.
        settings: of the run; which parser it names counts for nothing here.
        nlp: the pipeline that it stands in, whose labels are checked when the first Doc comes; None: they are not.

    Where ``doc._.quotex_source`` is set before the component runs, it says what the records hold of the article: a
    dict with any of ``id``, ``path``, ``url``, ``title``, ``author``, ``language`` and ``published`` (YYYY-MM-DD).
    """

    def __init__(self, model: str, settings: Settings, nlp: Language | None = None) -> None:
        self._model = model
        self._unchecked = nlp
        self._settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Find quotations, speakers, claims and quantities.

        Raises:
            MissingPartError: the pipeline before this component does not tag or parse, or not by the labels that quotex
                reads.
            ValueError: tokens are merged before this component.
        """
        if self._unchecked is not None:
            check_scheme(self._unchecked, "this pipeline")
            _refuse_merged(self._unchecked, self)
            self._unchecked = None
        if missing := [part for layer, part in _NEEDED.items() if len(doc) and not doc.has_annotation(layer)]:
            raise MissingPartError(
                f"quotex reads what a {' and a '.join(missing)} find; put such before it, or start from en_core_web_sm"
            )
        article, published = self._article(doc)
        mended = mend(doc.text)
        layout = analyze(mended.text)
        published = published or day_of_dateline(layout)
        findings = self._stages.find(layout, carry_over(doc, mended, layout), published)
        extraction = assemble(article, mended, findings, self._pipeline, published)
        doc.user_data[_KEPT] = extraction.model_dump_json()
        doc.spans[QUOTES] = _spans(doc, ((s, q.type, q.id) for q in extraction.quotes for s in q.spans))
        doc.spans[CLAIMS] = _spans(doc, ((c.span, "claim", c.id) for c in extraction.claims))
        doc.spans[CUES] = _spans(doc, ((q.cue, "cue", q.id) for q in extraction.quotes if q.cue))
        doc.spans[SOURCES] = _spans(doc, ((q.source, "source", q.id) for q in extraction.quotes if q.source))
        doc.spans[SPEAKERS] = _spans(doc, ((m, s.kind, s.id) for s in extraction.speakers for m in s.mentions))
        return doc

    def __getstate__(self) -> dict[str, Any]:
        """Leave the loaded models out, which cannot be sent to another process; the tagger is loaded there anew."""
        kept = {name: value for name, value in self.__dict__.items() if name not in ("_stages", "_pipeline")}
        return kept | {"_unchecked": None}

    @cached_property
    def _stages(self) -> Stages:
        return Stages(self._settings)

    @cached_property
    def _pipeline(self) -> records.Pipeline:
        return self._stages.pipeline(self._model)

    def _article(self, doc: Doc) -> tuple[Article, date | None]:
        given = doc._.quotex_source or {}
        published = day_of(given.get("published") or None) or self._settings.published
        return Article(doc.text, **{name: given[name] for name in _GIVEN & given.keys()}), published


@Language.factory(
    "quotex",
    requires=["token.tag", "token.dep", "token.head"],
    assigns=["doc._.quotex", "doc.spans"],
    default_config={
        "published": None,
        "min_worthiness": Settings().min_worthiness,
        "min_confidence": Settings().min_confidence,
        "acts": list(Settings().acts),
    },
)
def make_component(
    nlp: Language,
    name: str,
    *,
    published: str | None,
    min_worthiness: float,
    min_confidence: float,
    acts: Sequence[str],
) -> Callable[[Doc], Doc]:
    """Make the component for a pipeline.

    Args:
        nlp: the pipeline it is made for.
        name: what it is called there.
        published: the day that "yesterday" counts from, YYYY-MM-DD.
        min_worthiness: in [0, 1]; claims less worth checking are left out.
        min_confidence: in [0, 1]; quotations that are less sure are left out.
        acts: which kinds of quotation are kept: said, thought, other.

    Raises:
        ValueError: the pipeline is not for English, or a setting is out of range.
    """
    if nlp.lang != "en":
        raise ValueError(f"{name} reads English; this pipeline is for language {nlp.lang!r}")
    register_extensions()
    try:
        settings = Settings(
            published=day_of(published or None),
            min_worthiness=min_worthiness,
            min_confidence=min_confidence,
            acts=tuple(map(Act, acts)),
        )
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    return Quotex(model_name(nlp), settings, nlp)


def _refuse_merged(nlp: Language, component: Quotex) -> None:
    """Refuse a pipeline that makes one token of several words before the component reads them."""
    for name, other in nlp.pipeline:
        if other is component:
            return
        if nlp.get_pipe_meta(name).factory in _MERGING:
            raise ValueError(
                f"{name} merges the words that quotex reads; add it after: nlp.add_pipe({name!r}, last=True), "
                "and take spans from doc._.quotex then, for those in doc.spans do not move with the tokens"
            )


def _spans(doc: Doc, found: Iterable[tuple[records.Span, str, str]]) -> list[Span]:
    """Make spaCy spans; one that begins or ends within a token takes in the whole of it."""
    spans = (
        doc.char_span(span.start, span.end, label=label, span_id=id, alignment_mode="expand")
        for span, label, id in found
    )
    return [span for span in spans if span is not None]
