"""A report as tables for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.evaluation.report import Article, Report, Score
from quotex.writing.harmless import one_line, short

_WIDEST = 110  # characters, on the widest terminal
_CASES = 8  # disagreements shown of one article
_LONGEST = 70  # characters of their words
_TITLES = {
    "quotations": "Quotations",
    "words": "Words and spans",
    "spans": "Words and spans",
    "speakers": "Speakers",
    "claims": "Claims",
    "figures": "Figures",
}


def table(report: Report, stream: TextIO) -> str:
    """Write a report for a terminal, or for a stream that is none."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        width = min(console.width, _WIDEST)
        for title in dict.fromkeys(_TITLES.values()):
            console.print(Text(f"\n{title}", style="bold"), width=width)
            console.print(_scores([s for s in report.scores if _TITLES[s.what] == title]), width=width)
        console.print(_summary(report), width=width)
        for article in report.worst:
            console.print(*_article(article), sep="\n", width=width)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _scores(scores: Sequence[Score]) -> Table:
    drawn = Table(box=box.HORIZONTALS, show_edge=False, pad_edge=False)
    drawn.add_column("")
    for head in ("gold", "found", "precision", "recall", "F1/share", "95 % interval"):
        drawn.add_column(head, justify="right")
    for score in scores:
        shown = [_number(x) for x in (score.precision, score.recall, score.value)]
        interval = f"{_number(score.low)} - {_number(score.high)}" if score.low is not None else ""
        of = "" if score.of == "all" else f"{score.of} "
        name = f"{score.what} " if score.what in ("words", "spans") else ""
        found = "" if score.found is None else str(score.found)
        drawn.add_row(f"{name}{of}{score.measure}", str(score.gold), found, *shown, interval)
    return drawn


def _summary(report: Report) -> Text:
    parts = [f"{report.articles} article{'' if report.articles == 1 else 's'}"]
    parts += [f"{len(report.missing)} of them without records"] if report.missing else []
    parts += [f"{report.extra} more that the gold does not have"] if report.extra else []
    return Text("\n" + ", ".join(parts))


def _article(article: Article) -> list[Text]:
    head = f"\n{one_line(article.id)}: {len(article.cases)} disagreements, F1 {_number(article.value)}"
    lines = [Text(head, style="bold")]
    for case in article.cases[:_CASES]:
        sides = {"gold": case.gold, "found": case.found}
        told = ", ".join(f"{side} “{short(words, _LONGEST)}”" for side, words in sides.items() if words)
        lines.append(Text(f"  {case.start:>6}  {case.what}: {told}"))
    if len(article.cases) > _CASES:
        lines.append(Text(f"          and {len(article.cases) - _CASES} more", style="dim"))
    return lines


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".removeprefix("0")
