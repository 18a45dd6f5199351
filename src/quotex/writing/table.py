"""Tables for people: quotations with who says them, what was said before what was thought, then claims.

Reads at any width, with and without colour: nothing is told by colour alone. Whatever a terminal could take
for a command, or that would turn the writing direction of the rest of a line, is taken out of the article's words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, TextIO, TypeVar

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from quotex.contract.records import (
    Act,
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
from quotex.writing.formats import Color, RecordKind, Style
from quotex.writing.harmless import one_line
from quotex.writing.lit import lit
from quotex.writing.outcome import Outcome
from quotex.writing.wording import (
    about,
    attribution,
    counted,
    figure,
    figure_facts,
    is_anonymous,
    label,
    modality,
    summary,
)

_Ranked = TypeVar("_Ranked", Quote, Claim)

_WIDEST = 200  # columns; longer lines are hard to read
_ORDER: dict[Act | None, int] = {act: place for place, act in enumerate(Act)}  # said, thought, then the rest
_DOT = " · "
_QUIET = "dim"


def text(outcomes: Iterable[Outcome], style: Style, stream: TextIO) -> Iterator[str]:
    """Yield each article's tables, in full or of one kind of record.

    Args:
        outcomes: failures are left out; standard error has told them.
        style: the only kind of record to show (none: quotations and claims), how many, and how.
        stream: where it goes; a terminal decides width and colour, with ``NO_COLOR`` and ``COLUMNS`` as usual.
    """
    console = _console(style.color, stream)
    for result, article in outcomes:
        if isinstance(result, Extraction):
            around = article.text if style.context and article else None
            with console.capture() as capture:
                console.print(_Article(result, around, style).shown(), width=min(console.width, _WIDEST))
            yield "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _console(color: Color, stream: TextIO) -> Console:
    always = color is Color.ALWAYS
    return Console(
        file=stream,
        force_terminal=True if always else None,
        no_color=False if always else None,
        color_system=None if color is Color.NEVER else "auto",
        highlight=False,
        markup=False,
        emoji=False,
    )


class _Row(NamedTuple):
    """A record of a table: who, with the verb, what stands below that, what, and facts about it."""

    who: Text
    profile: str
    words: Text
    facts: str


class _Article:
    """The tables of one article; ``around``: its text, where records are to be shown in their context."""

    def __init__(self, extraction: Extraction, around: str | None, style: Style) -> None:
        self._found, self._around, self._style = extraction, around, style
        self._speakers = {speaker.id: speaker for speaker in extraction.speakers}
        self._figures = {quantity.id: quantity for quantity in extraction.quantities}
        self._claims = {claim.id: claim for claim in extraction.claims}
        self._quotes = {quote.id: quote for quote in extraction.quotes}

    def shown(self) -> Group:
        only = self._style.records
        kinds = (RecordKind.QUOTES, RecordKind.CLAIMS) if only is None else (only,)
        warnings = (Text(f"warning: {one_line(w.message)}", style="yellow") for w in self._found.warnings)
        summed = Text(_DOT.join(summary(self._found)))
        return Group(_title(self._found.source), summed, *warnings, *map(self._section, kinds), "")

    def _section(self, kind: RecordKind) -> RenderableType:
        match kind:
            case RecordKind.QUOTES:
                quotes = sorted(self._found.quotes, key=lambda quote: _ORDER.get(quote.act, 0))
                return self._table("Quotations", map(self._quote, self._top(quotes, "confidence")), len(quotes))
            case RecordKind.CLAIMS:
                claims = self._found.claims
                return self._table("Claims", map(self._claim, self._top(claims, "worthiness")), len(claims))
            case RecordKind.QUANTITIES:
                figures = self._found.quantities
                return self._table("Figures", map(self._figure, figures[: self._style.top]), len(figures))
            case RecordKind.SPEAKERS:
                heard = Counter(quote.speaker for quote in self._found.quotes)
                speakers = sorted(self._found.speakers, key=lambda s: -heard[s.id]) if self._style.top else None
                rows = [self._profile(s, heard[s.id]) for s in (speakers or self._found.speakers)[: self._style.top]]
                return self._table("Speakers", rows, len(self._found.speakers))

    def _top(self, records: Sequence[_Ranked], by: str) -> Sequence[_Ranked]:
        """The first of the records by how sure or how much worth checking they are; all, as they come, unless asked."""
        top = self._style.top
        return records if top is None else sorted(records, key=attrgetter(by), reverse=True)[:top]

    def _table(self, title: str, rows: Iterable[_Row], count: int) -> RenderableType:
        rows = list(rows)
        if not rows:
            return Text(f"\nNo {title.lower()} found.")
        of = f"{len(rows)} of {count}" if len(rows) < count else f"{count}"
        heading = Text(f"\n{title} ({of})", style="bold")
        if self._style.brief:
            lines = (Text.assemble(row.who, " ", row.words, overflow="ellipsis", no_wrap=True) for row in rows)
            return Group(heading, *lines)
        table = Table(
            box=box.HORIZONTALS, show_edge=False, show_header=False, show_lines=True, pad_edge=False, expand=True
        )
        table.add_column(ratio=2, overflow="fold")
        table.add_column(ratio=5, overflow="fold")
        for row in rows:
            table.add_row(_stacked(row.who, row.profile), _stacked(row.words, row.facts))
        return Group(heading, table)

    def _who(self, id: str | None, source: Span | None = None) -> tuple[Text, str]:
        """What a source is called, and beneath that what the article tells of it, or that it gives no name."""
        speaker = self._speakers.get(id or "")
        if speaker is None:
            return Text(one_line(source.text) if source else "not known"), "not known" if source else ""
        profile = about(speaker)
        if speaker.name is None and not speaker.description:
            return Text("unnamed"), profile
        called = Text(one_line(speaker.name or speaker.description or ""), style="bold" if speaker.name else "")
        unnamed = "unnamed" if is_anonymous(speaker) else ""
        return called, "\n".join(filter(None, (unnamed, profile)))

    def _label(self, id: str | None) -> str:
        return label(self._speakers[id]) if id else "somebody"

    def _quote(self, quote: Quote) -> _Row:
        called, profile = self._who(quote.speaker, quote.source)
        words = one_line(quote.text)
        words = f"“{words}”" if quote.type is QuoteType.DIRECT else words
        stance = "" if quote.stance in (Stance.UNKNOWN, Stance.ASSERTS) else quote.stance
        outer = self._quotes.get(quote.within or "")
        told = "as told by " + self._label(outer.speaker) if outer else ""
        facts = _facts(quote.type, stance, told, f"sure {quote.confidence:.2f}")
        return _Row(_with_cue(called, quote), profile, self._in_context(quote.spans) or Text(words), facts)

    def _claim(self, claim: Claim) -> _Row:
        nobody = Text("somebody unnamed" if claim.hearsay else "the article")
        called, profile = (nobody, "") if claim.asserted_by is None else self._who(claim.asserted_by)
        figures = [self._figures[n].span for n in claim.quantities]
        facts = _facts(
            _listed("figures", (one_line(span.text) for span in figures)),
            _listed("when", (one_line(time.text) for time in claim.times)),
            _listed("where", (one_line(place.text) for place in claim.places)),
            f"about: {self._label(claim.about)}" if claim.about else "",
            modality(claim),
            "part of another claim" if claim.part_of else "",
            f"worth checking {claim.worthiness:.2f}",
        )
        marked = lit(claim.text, [(span.start - claim.span.start, span.end - claim.span.start) for span in figures])
        if self._style.brief and claim.modality is not Modality.ASSERTED:
            called.append(f" ({claim.modality})")
        return _Row(called.append(":"), profile, self._in_context([claim.span]) or marked, facts)

    def _figure(self, quantity: Quantity) -> _Row:
        claim = self._claims.get(quantity.claim or "")
        words = self._in_context([quantity.span]) or Text(one_line(claim.text if claim else quantity.text))
        return _Row(Text(one_line(quantity.text)), "", words, _facts(figure(quantity), *figure_facts(quantity)))

    def _profile(self, speaker: Speaker, quotes: int) -> _Row:
        words = dict.fromkeys(one_line(mention.text) for mention in speaker.mentions)
        facts = _facts(speaker.kind, counted(quotes, "quotation"))
        return _Row(*self._who(speaker.id), Text(", ".join(words)), facts)

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


def _with_cue(called: Text, quote: Quote) -> Text:
    """A source's name with the words that attribute, in the order of the article."""
    before, words, behind = attribution(called.plain, quote.source, quote.cue)
    parts = (before, Text(words, called.style), behind)
    return Text(" ").join(Text(part) if isinstance(part, str) else part for part in parts if part).append(":")


def _stacked(head: Text, below: str) -> Text:
    return Text.assemble(head, ("\n" + below, _QUIET)) if below else Text.assemble(head)


def _facts(*facts: str) -> str:
    return _DOT.join(fact for fact in facts if fact)


def _listed(name: str, values: Iterable[str]) -> str:
    joined = ", ".join(values)
    return f"{name}: {joined}" if joined else ""
