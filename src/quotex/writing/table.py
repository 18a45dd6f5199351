"""Tables for people: quotations with who says them, then claims with their figures.

Reads at any width, with and without colour: nothing is told by colour alone. Whatever a terminal could take
for a command, or that would turn the writing direction of the rest of a line, is taken out of the article's words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from quotex.contract.records import (
    Claim,
    Extraction,
    Modality,
    Quantity,
    Quote,
    QuoteType,
    Source,
    Span,
    Speaker,
    Stance,
)
from quotex.writing.around import surroundings
from quotex.writing.formats import RecordKind, Style
from quotex.writing.harmless import one_line
from quotex.writing.lit import lit
from quotex.writing.outcome import Outcome
from quotex.writing.wording import about, counted, figure, is_anonymous, summary

__all__ = ["text"]

_WIDEST = 120  # columns; longer lines are hard to read
_DOT = " · "
_QUIET = "dim"


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield each article's tables, in full or of one kind of record.

    Args:
        outcomes: failures are left out; standard error has told them.
        style: the only kind of record to show (none: quotations and claims), and whether in their context.
        stream: where it goes; a terminal decides width and colour, with ``NO_COLOR`` and ``COLUMNS`` as usual.
    """
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    for result, article in outcomes:
        if isinstance(result, Extraction):
            around = article.text if style.context and article else None
            with console.capture() as capture:
                console.print(_Article(result, around).shown(style.records), width=min(console.width, _WIDEST))
            yield "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


class _Article:
    """The tables of one article; ``around``: its text, where records are to be shown in their context."""

    def __init__(self, extraction: Extraction, around: str | None) -> None:
        self._found, self._around = extraction, around
        self._speakers = {speaker.id: speaker for speaker in extraction.speakers}
        self._figures = {quantity.id: quantity for quantity in extraction.quantities}
        self._claims = {claim.id: claim for claim in extraction.claims}

    def shown(self, only: RecordKind | None) -> Group:
        kinds = (RecordKind.QUOTES, RecordKind.CLAIMS) if only is None else (only,)
        warnings = (Text(f"warning: {one_line(w.message)}", style="yellow") for w in self._found.warnings)
        summed = Text("\n" + _DOT.join(summary(self._found)))
        return Group(_title(self._found.source), *map(self._section, kinds), summed, *warnings, "")

    def _section(self, kind: RecordKind) -> RenderableType:
        match kind:
            case RecordKind.QUOTES:
                rows = [(self._who(q.speaker, q), self._quote(q)) for q in self._found.quotes]
                return _table("Quotations", "Who", "What", rows)
            case RecordKind.CLAIMS:
                rows = [(self._asserter(c), self._claim(c)) for c in self._found.claims]
                return _table("Claims", "Asserted by", "Claim", rows)
            case RecordKind.QUANTITIES:
                rows = [(Text(figure(n)), self._figure(n)) for n in self._found.quantities]
                return _table("Figures", "Figure", "In", rows)
            case RecordKind.SPEAKERS:
                heard = Counter(quote.speaker for quote in self._found.quotes)
                rows = [(self._who(s.id), _profile(s, heard[s.id])) for s in self._found.speakers]
                return _table("Speakers", "Who", "In the article", rows)

    def _who(self, id: str | None, quote: Quote | None = None) -> Text:
        """Name and role; an unnamed source is called so, with the article's words for it."""
        speaker = self._speakers.get(id or "")
        if speaker is None:
            mention = quote and quote.source
            return _stacked("not known", one_line(mention.text) if mention else "")
        profile = about(speaker)
        if speaker.name is not None:
            return _stacked(Text(one_line(speaker.name), style="bold"), profile)
        described = "\n".join(part for part in (one_line(speaker.description or ""), profile) if part)
        return _stacked("unnamed", described) if is_anonymous(speaker) else Text(described)

    def _asserter(self, claim: Claim) -> Text:
        return Text("the article") if claim.asserted_by is None else self._who(claim.asserted_by)

    def _quote(self, quote: Quote) -> Text:
        words = one_line(quote.text)
        words = f"“{words}”" if quote.type is QuoteType.DIRECT else words
        cue = f"“{one_line(quote.cue.text)}”" if quote.cue else ""
        stance = "" if quote.stance is Stance.UNKNOWN else quote.stance
        facts = _facts(quote.type, cue, stance, f"sure {quote.confidence:.2f}")
        return _stacked(self._in_context(quote.spans) or words, facts)

    def _claim(self, claim: Claim) -> Text:
        figures = [self._figures[n] for n in claim.quantities]
        facts = _facts(
            _listed("figures", map(figure, figures)),
            _listed("when", (one_line(time.text) for time in claim.times)),
            _listed("where", (one_line(place.text) for place in claim.places)),
            "" if claim.modality is Modality.ASSERTED else claim.modality,
            f"worth checking {claim.worthiness:.2f}",
        )
        marked = lit(claim.text, [(n.span.start - claim.span.start, n.span.end - claim.span.start) for n in figures])
        return _stacked(self._in_context([claim.span]) or marked, facts)

    def _figure(self, quantity: Quantity) -> Text:
        claim = self._claims.get(quantity.claim or "")
        change = f"change {quantity.change}" if quantity.change else ""
        words = self._in_context([quantity.span]) or one_line(claim.text if claim else quantity.text)
        return _stacked(words, _facts(f"“{one_line(quantity.text)}”", change))

    def _in_context(self, spans: Sequence[Span]) -> Text | None:
        """The words of a record lit within what stands around them; None: not asked for."""
        if self._around is None:
            return None
        start, end = surroundings(self._around, spans[0].start, spans[-1].end)
        within = [(span.start - start, span.end - start) for span in spans]
        return lit(self._around[start:end], within, brackets=True)


def _title(source: Source) -> Text:
    parts = ["standard input" if source.id == "-" else source.id, source.title, source.published]
    return Text(_DOT.join(one_line(part) for part in parts if part), style="bold")


def _table(title: str, left: str, right: str, rows: list[tuple[Text, Text]]) -> RenderableType:
    if not rows:
        return Text(f"\nNo {title.lower()} found.")
    table = Table(
        title=f"\n{title} ({len(rows)})",
        title_justify="left",
        title_style="bold",
        box=box.HORIZONTALS,
        show_edge=False,
        show_lines=True,
        pad_edge=False,
        expand=True,
    )
    table.add_column(left, ratio=2, overflow="fold")
    table.add_column(right, ratio=5, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _profile(speaker: Speaker, quotes: int) -> Text:
    words = dict.fromkeys(one_line(mention.text) for mention in speaker.mentions)
    return _stacked(", ".join(words), _facts(speaker.kind, counted(quotes, "quotation")))


def _stacked(head: str | Text, below: str) -> Text:
    return Text.assemble(head, ("\n" + below, _QUIET)) if below else Text.assemble(head)


def _facts(*facts: str) -> str:
    return _DOT.join(fact for fact in facts if fact)


def _listed(name: str, values: Iterable[str]) -> str:
    joined = ", ".join(values)
    return f"{name}: {joined}" if joined else ""
