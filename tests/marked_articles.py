"""Articles with their quotations marked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotex.contract.records import QuoteType
from quotex.quotes import Quotation
from quotex.speakers import Resolution, SpeakerDraft
from quotex.text import Layout, Paragraph, ParagraphKind, Range

_MARKUP = re.compile(r"[<>{}]")


@dataclass(frozen=True)
class Resolved:
    """A text without its markup and what was made of it."""

    text: str
    resolution: Resolution

    def speakers(self) -> list[SpeakerDraft | None]:
        return [None if i is None else self.resolution.speakers[i] for i in self.resolution.speaker_of]

    def names(self) -> list[str | None]:
        return [c.name.of(self.text) if c and c.name else None for c in self.speakers()]

    def first(self, field: str) -> str | None:
        span: Range | None = getattr(self.speakers()[0], field)
        return span.of(self.text) if span else None


def layout_of(text: str) -> Layout:
    """Lay a text out in paragraphs; a first one without a full stop is the title."""
    spans = [Range(*m.span()) for m in re.finditer(r"[^\n]+", text)]
    titled = len(spans) > 1 and not spans[0].of(text).endswith(".")
    kinds = [ParagraphKind.TITLE if titled and not i else ParagraphKind.BODY for i in range(len(spans))]
    return Layout(text, text, tuple(map(Paragraph, spans, kinds)), ())


def read_markup(marked: str) -> tuple[str, list[Quotation]]:
    """Read ``<content>`` and ``{source}``; a source goes with the nearest content around it that has none."""
    text = _MARKUP.sub("", marked)
    spans: dict[str, list[Range]] = {"<": [], "{": []}
    opened: list[tuple[str, int]] = []
    for removed, match in enumerate(_MARKUP.finditer(marked)):
        offset = match.start() - removed
        if match.group() in spans:
            opened.append((match.group(), offset))
        else:
            mark, start = opened.pop()
            spans[mark].append(Range(start, offset))
    sources: dict[Range, Range] = {}
    for source in spans["{"]:
        free = [c for c in spans["<"] if c not in sources and not c.covers(source)]
        nearest = min(free, key=lambda c: min(abs(c.start - source.end), abs(c.end - source.start)))
        sources[nearest] = source
    quotations = [
        Quotation(
            (content,),
            None,
            sources.get(content),
            QuoteType.DIRECT if text[content.start - 1] in '“"' else QuoteType.INDIRECT,
        )
        for content in sorted(spans["<"])
    ]
    return text, quotations
