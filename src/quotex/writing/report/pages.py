"""From records to what the templates show."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotex.contract.records import Extraction, Quantity, Quote, Speaker
from quotex.writing.harmless import one_line
from quotex.writing.json import dump
from quotex.writing.report.segments import Segment, marks_of, paragraphs
from quotex.writing.wording import about, attribution, figure, figure_facts, is_anonymous, label, modality, summary

if TYPE_CHECKING:
    from jinja2 import Environment

_COLOURS = 8
"""How many speakers, those with the most words, have a colour of their own; the others share one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of one article; ``share`` is of the words of the one who is quoted most, in per cent."""

    id: str
    label: str
    about: str
    kind: str
    anonymous: bool
    quotes: int
    words: int
    share: float
    colour: int


def report_page(text: str, extraction: Extraction, *, index: str | None = None, back: str | None = None) -> str:
    """Return the page of one article: self-contained, and nothing in it runs but its own script.

    Args:
        text: the article's.
        extraction: its records.
        index: the page that lists this one among others.
        back: the page that another article is given to.
    """
    voices = voices_of(extraction)
    page, lines = _Page(extraction, voices), paragraphs(text, marks_of(extraction))
    return rendered(
        "report.html.j2",
        "report.js",
        index=index,
        back=back,
        title=title_of(extraction),
        source=extraction.source,
        paragraphs=[[(s, page.classes(s), page.records(s)) for s in line] for line in lines],
        voices=[voice for voice in voices.values() if voice.quotes],
        quotes=extraction.quotes,
        claims=sorted(extraction.claims, key=lambda claim: -claim.worthiness),
        speakers={s.id: s for s in extraction.speakers},
        voice_of=voices,
        figures={n.id: (one_line(n.text), _read(n)) for n in extraction.quantities},
        attributions={q.id: page.attribution(q) for q in extraction.quotes},
        tellers={q.id: voices[q.speaker].label if q.speaker else "somebody" for q in extraction.quotes},
        modality=modality,
        warnings=extraction.warnings,
        summary=summary(extraction),
        pipeline=extraction.pipeline,
        records=dump(extraction.model_dump(mode="json")).replace("<", "\\u003c"),
    )


class _Page:
    def __init__(self, extraction: Extraction, voices: Mapping[str, Voice]) -> None:
        self._voices = voices
        self._colour = {q.id: voices[q.speaker].colour if q.speaker else 0 for q in extraction.quotes}

    def classes(self, segment: Segment) -> str:
        """The classes of a segment: what it is part of, and the colour of the innermost quotation's speaker."""
        roles = dict.fromkeys(mark.role for mark in segment.marks)
        colours = [self._colour[mark.record] for mark in segment.marks if mark.record in self._colour]
        return " ".join([*roles, *(f"voice-{colour}" for colour in colours[-1:])])

    def attribution(self, quote: Quote) -> tuple[str, str, str]:
        """Who says it, with the words that attribute before or behind."""
        source = one_line(quote.source.text) if quote.source else "not known"
        return attribution(self._voices[quote.speaker].label if quote.speaker else source, quote.source, quote.cue)

    def records(self, segment: Segment) -> str:
        return " ".join(dict.fromkeys(mark.record for mark in segment.marks))


def _read(quantity: Quantity) -> str:
    """What a figure is read as, where that is more than its words say."""
    read = figure(quantity)
    plain = read.rstrip("s") == one_line(quantity.text).rstrip("s")
    return ", ".join([*([] if plain else [read]), *figure_facts(quantity)])


def voices_of(extraction: Extraction) -> dict[str, Voice]:
    """Return the speakers by id, those first who are quoted with the most words."""
    quotes: dict[str, list[Quote]] = {s.id: [] for s in extraction.speakers}
    for quote in extraction.quotes:
        if quote.speaker:
            quotes[quote.speaker].append(quote)
    words = {id: sum(len(quote.text.split()) for quote in said) for id, said in quotes.items()}
    most = max(words.values(), default=0) or 1
    ranked: list[Speaker] = sorted(extraction.speakers, key=lambda s: -words[s.id])
    return {
        s.id: Voice(
            s.id,
            label(s),
            about(s),
            s.kind,
            is_anonymous(s),
            len(quotes[s.id]),
            words[s.id],
            round(100 * words[s.id] / most, 1),
            rank if rank <= _COLOURS and quotes[s.id] else 0,
        )
        for rank, s in enumerate(ranked, start=1)
    }


def write_page(path: Path, page: str) -> None:
    """Write a page; a lone surrogate, which is no character, becomes a question mark."""
    path.write_text(page, encoding="utf-8", errors="replace", newline="")


def title_of(extraction: Extraction) -> str:
    """Return what a page calls an article."""
    source = extraction.source
    return source.title or ("standard input" if source.id == "-" else source.id)


def rendered(name: str, script_name: str, **context: Any) -> str:
    """Render a template with its script and the style, and a policy that lets nothing else in."""
    script, style = _asset(script_name), _asset("report.css")
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return _environment().get_template(name).render(script=script, style=style, policy=policy, **context)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only for reports

    return Environment(
        loader=PackageLoader("quotex.writing.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(name: str) -> str:
    return resources.files("quotex.writing.report").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(source: str) -> str:
    """What a Content-Security-Policy calls an inline script or style."""
    return f"sha256-{base64.b64encode(sha256(source.encode()).digest()).decode()}"
