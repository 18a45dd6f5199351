"""Exchanges: brief words between marks stand right behind one another, and one of them asks.

    “It was eaten,” said Banda. “By?” “My daughter's rabbit.”

Each mark that opens there is another voice's, and the text names none. Scraped pages run the paragraphs of one speech
together in the same way, but those are long and ask nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotex.contract.rules import Rule
from quotex.quotes.cues import cue_lexicon
from quotex.quotes.drafts import Turn
from quotex.quotes.fitting import Marks
from quotex.text import STOPS, Layout, Quoted, Range

EXCHANGED = Rule("quotes.exchanged", "what is asked between marks, and what stands right behind, are two voices'")

_LONGEST = 12
"""Words between a pair of marks, in an exchange; a paragraph of a speech has more."""
_FEWEST_ALONE = 3
"""Paragraphs of brief words between marks, a cue behind the last perhaps, where nobody asks; two can be of one."""
_ONE_SENTENCE = re.compile(r"[^.?!:]*\.\s+")
_SENTENCE = re.compile(r"\s*(?P<words>[^.?!\n]*)")


def find_exchanges(layout: Layout, marks: Marks) -> list[Turn]:
    """Find what is said in the exchanges of an article, but for what a cue stands beside; nothing names who says it."""
    turns: list[Turn] = []
    for run in _runs(layout.text, marks.pairs):
        asked = len(run) > 1 and any(layout.text[pair.inner.end - 1] == "?" for pair in run)
        alone = len(run) >= _FEWEST_ALONE and all(_paragraph(layout, pair) == pair.outer for pair in run[:-1])
        alone = alone and _paragraph(layout, run[-1]).start == run[-1].opening.start
        if (asked or alone) and EXCHANGED.decides((run[0].opening.start, run[-1].outer.end)):
            own = run[_has_teller(layout, marks, run[0]) : len(run) - _has_cue(layout, run[-1])]
            turns += [Turn(None, (pair.outer,)) for pair in own]
    return turns


def _runs(text: str, pairs: Sequence[Quoted]) -> Iterator[list[Quoted]]:
    """Yield the brief words between marks that have nothing but blanks between the pairs."""
    run: list[Quoted] = []
    for pair in pairs:
        brief = _is_brief(text, pair)
        if run and (not brief or text[run[-1].outer.end : pair.opening.start].strip()):
            yield run
            run = []
        run += [pair] if brief else []
    yield run


def _is_brief(text: str, pair: Quoted) -> bool:
    """Whether only a few words, which a stop ends or a comma before a cue, stand between closed marks."""
    words = pair.inner.of(text)
    whole = words[0].isupper() and words[-1] in f"{STOPS},"
    return pair.closing is not None and not pair.resumes and whole and len(words.split()) <= _LONGEST


def _has_teller(layout: Layout, marks: Marks, first: Quoted) -> bool:
    """Whether what stands before an exchange may tell who begins it: not where that answers another, or asks back."""
    text, start = layout.text, _paragraph(layout, first).start
    before = marks.before(first.opening.start)
    if before is None or before.closing is None or before.closing.end <= start:
        return bool(text[start : first.opening.start].strip())
    asks = [text[pair.inner.end - 1] == "?" for pair in (before, first)]
    return asks[0] == asks[1] or not _ONE_SENTENCE.fullmatch(text, before.closing.end, first.opening.start)


def _has_cue(layout: Layout, last: Quoted) -> bool:
    """Whether what stands behind an exchange attributes the end of it."""
    behind = _SENTENCE.match(layout.text, last.outer.end, _paragraph(layout, last).end)
    words = behind["words"].split() if behind else []
    return bool(words) and (words[0][0].islower() or not cue_lexicon().verbs.keys().isdisjoint(words))


def _paragraph(layout: Layout, pair: Quoted) -> Range:
    return layout.paragraphs[layout.paragraph_at(pair.inner.start)].span
