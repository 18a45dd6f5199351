"""Tables for people: quotations with who says them, then claims with their figures.

Reads at any width, with and without colour: nothing is told by colour alone. Whatever a terminal could take
for a command, or that would turn the writing direction of the rest of a line, is taken out of the article's words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from quotex.records import (
    Claim,
    Extraction,
    Modality,
    Quantity,
    Quote,
    QuoteType,
    Speaker,
    Stance,
)
from quotex.writing.formats import RecordKind, Style
from quotex.writing.harmless import one_line
from quotex.writing.outcome import Outcome
from quotex.writing.wording import about, counted, figure, is_anonymous

__all__ = ["text"]

_WIDEST = 120  # columns; longer lines are hard to read
_DOT = " · "
_QUIET = "dim"


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield each article's tables, in full or of one kind of record.

    Args:
        outcomes: failures are left out; standard error has told them.
        style: the only kind of record to show; none: quotations and claims.
        stream: where it goes; a terminal decides width and colour, with ``NO_COLOR`` and ``COLUMNS`` as usual.
    """
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    for result, _ in outcomes:
        if isinstance(result, Extraction):
            with console.capture() as capture:
                console.print(_article(result, style.records), width=min(console.width, _WIDEST))
            yield "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _article(extraction: Extraction, only: RecordKind | None) -> Group:
    kinds = (RecordKind.QUOTES, RecordKind.CLAIMS) if only is None else (only,)
    warnings = (Text(f"warning: {one_line(w.message)}", style="yellow") for w in extraction.warnings)
    return Group(
        _title(extraction), *(_section(extraction, kind) for kind in kinds), _summary(extraction), *warnings, ""
    )


def _title(extraction: Extraction) -> Text:
    source = extraction.source
    parts = ["standard input" if source.id == "-" else source.id, source.title, source.published]
    return Text(_DOT.join(one_line(part) for part in parts if part), style="bold")


def _section(extraction: Extraction, kind: RecordKind) -> RenderableType:
    speakers = {speaker.id: speaker for speaker in extraction.speakers}
    figures = {quantity.id: quantity for quantity in extraction.quantities}
    claims = {claim.id: claim for claim in extraction.claims}
    match kind:
        case RecordKind.QUOTES:
            rows = [(_who(speakers.get(q.speaker or ""), q), _quote(q)) for q in extraction.quotes]
            return _table("Quotations", "Who", "What", rows)
        case RecordKind.CLAIMS:
            rows = [(_asserter(c, speakers), _claim(c, figures)) for c in extraction.claims]
            return _table("Claims", "Asserted by", "Claim", rows)
        case RecordKind.QUANTITIES:
            rows = [(Text(figure(n)), _context(n, claims.get(n.claim or ""))) for n in extraction.quantities]
            return _table("Figures", "Figure", "In", rows)
        case RecordKind.SPEAKERS:
            heard = Counter(quote.speaker for quote in extraction.quotes)
            rows = [(_who(s), _profile(s, heard[s.id])) for s in extraction.speakers]
            return _table("Speakers", "Who", "In the article", rows)


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


def _who(speaker: Speaker | None, quote: Quote | None = None) -> Text:
    """Name and role; an unnamed source is called so, with the article's words for it."""
    if speaker is None:
        mention = quote and quote.source
        return _stacked("not known", one_line(mention.text) if mention else "")
    profile = about(speaker)
    if speaker.name is not None:
        return _stacked(one_line(speaker.name), profile, style="bold")
    described = one_line(speaker.description or "") or profile
    return _stacked("unnamed", described) if is_anonymous(speaker) else Text(described)


def _asserter(claim: Claim, speakers: Mapping[str, Speaker]) -> Text:
    return Text("the article") if claim.asserted_by is None else _who(speakers.get(claim.asserted_by))


def _quote(quote: Quote) -> Text:
    text = one_line(quote.text)
    cue = f"“{one_line(quote.cue.text)}”" if quote.cue else ""
    stance = "" if quote.stance is Stance.UNKNOWN else quote.stance
    return _stacked(f"“{text}”" if quote.type is QuoteType.DIRECT else text, _facts(quote.type, cue, stance))


def _claim(claim: Claim, quantities: Mapping[str, Quantity]) -> Text:
    return _stacked(
        one_line(claim.text),
        _facts(
            _listed("figures", (figure(quantities[n]) for n in claim.quantities)),
            _listed("when", (one_line(time.text) for time in claim.times)),
            _listed("where", (one_line(place.text) for place in claim.places)),
            "" if claim.modality is Modality.ASSERTED else claim.modality,
            f"worth checking {claim.worthiness:.2f}",
        ),
    )


def _context(quantity: Quantity, claim: Claim | None) -> Text:
    change = f"change {quantity.change}" if quantity.change else ""
    return _stacked(one_line(claim.text if claim else quantity.text), _facts(f"“{one_line(quantity.text)}”", change))


def _profile(speaker: Speaker, quotes: int) -> Text:
    words = dict.fromkeys(one_line(mention.text) for mention in speaker.mentions)
    return _stacked(", ".join(words), _facts(speaker.kind, counted(quotes, "quotation")))


def _summary(extraction: Extraction) -> Text:
    types = Counter(quote.type for quote in extraction.quotes)
    unnamed = sum(speaker.name is None for speaker in extraction.speakers)
    by_type = ", ".join(f"{types[t]} {t}" for t in QuoteType if types[t])
    counts = [
        counted(len(extraction.quotes), "quotation") + (f" ({by_type})" if by_type else ""),
        counted(len(extraction.speakers), "speaker") + (f" ({unnamed} unnamed)" if unnamed else ""),
        counted(len(extraction.claims), "claim"),
        counted(len(extraction.quantities), "figure"),
    ]
    return Text("\n" + _DOT.join(counts))


def _stacked(head: str, below: str, style: str = "") -> Text:
    text = Text(head, style=style)
    return Text.assemble(text, ("\n" + below, _QUIET)) if below else text


def _facts(*facts: str) -> str:
    return _DOT.join(fact for fact in facts if fact)


def _listed(name: str, values: Iterable[str]) -> str:
    joined = ", ".join(values)
    return f"{name}: {joined}" if joined else ""
