"""Where a content begins and ends once the marks have their say, and of which type it is."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from quotex.contract.records import QuoteType
from quotex.text import STOPS, Layout, Quoted, Range
from quotex.text.marks import DOUBLE_MARKS, MARKS

_EDGE = " \t\r\n\xa0,;:–—-("
_END = _EDGE.replace("(", ")") + "."
_INITIALS = re.compile(r"(?:^|[^\w.])(?:[^\W\d_]\.){2,}$")
"""A stop that belongs to its word: "6:30 a.m."."""
_WIDEST = 12
"""Characters that initials take at most."""
_BULLETS = "•·▪‣◦*|"
_JOINERS = "\ufe0f\u200d"
"""What makes a picture of a symbol, or one of two."""
_SIGNS = "°©®™"
"""Symbols that belong to the words they stand at; others at the edge of a content are pictures and arrows."""
_DIRECT = 0.98
"""Share of the letters that stand between marks, from which on a content is direct."""


class Marks:
    """The outermost pairs of an article, for looking up by offset."""

    def __init__(self, layout: Layout) -> None:
        self.text = layout.text
        self.pairs: Sequence[Quoted] = [q for q in layout.quoted if not q.depth]
        self._starts = [q.opening.start for q in self.pairs]
        self._mark_starts: dict[int, int] = {}
        self._mark_ends: dict[int, int] = {}
        self._opened: dict[int, int] = {}
        for q in layout.quoted:
            if q.closing:
                self._opened[q.closing.end] = q.opening.start
            for mark in (q.opening, q.closing):
                if mark and mark.start < mark.end:
                    self._mark_starts[mark.start] = mark.end
                    self._mark_ends[mark.end] = mark.start

    def at(self, offset: int) -> Quoted | None:
        """Return the pair that the offset stands in, its marks included."""
        i = bisect_left(self._starts, offset + 1) - 1
        return self.pairs[i] if i >= 0 and offset < self.pairs[i].outer.end else None

    def hold(self, span: Range) -> bool:
        """Whether one pair holds a range, what ends the last sentence aside."""
        quoted = self.at(span.start)
        return quoted is not None and not any(map(str.isalnum, self.text[quoted.outer.end : span.end]))

    def before(self, offset: int) -> Quoted | None:
        """Return the last pair that opens before the one that the offset stands in, or before the offset."""
        own = self.at(offset)
        i = bisect_left(self._starts, own.opening.start if own else offset) - 1
        return self.pairs[i] if i >= 0 else None

    def within(self, span: tuple[int, int]) -> Sequence[Quoted]:
        """Return the pairs that share a character with a range."""
        first = max(0, bisect_left(self._starts, span[0] + 1) - 1)
        last = bisect_left(self._starts, span[1])
        return [q for q in self.pairs[first:last] if q.outer.end > span[0]]

    def fit(self, span: Range) -> Range | None:
        """Trim a content: outer marks, and punctuation that stands outside of marks, are not part of it.

        Returns:
            The range without them; None where nothing is left.
        """
        start, end = span
        while True:
            before = start, end
            start, end = self._trim_blanks(start, end)
            quoted = self.at(start)
            if quoted and quoted.opening.start <= start < quoted.opening.end and self._holds(quoted, end):
                start = quoted.opening.end
                if quoted.closing and quoted.closing.start < end:
                    end = quoted.inner.end
            elif end in self._mark_ends and self._mark_ends[end] >= start and not self._opens_within(start, end):
                end = self._mark_ends[end]
            elif end not in self._opened and (self._mark_starts.get(end - 1) == end or self._is_stray(end)):
                end -= 1
            if (start, end) == before:
                break
        stop = self.text.startswith(".", end) and _INITIALS.search(self.text, max(start, end - _WIDEST), end + 1)
        start, end = self._balance(start, self._stopped(end + bool(stop)))
        return Range(start, end) if any(map(str.isalnum, self.text[start:end])) else None

    def _is_stray(self, end: int) -> bool:
        """Whether a mark that ends here is of no pair: what opened was lost. Behind a figure it is of inches."""
        alone = self.text[end - 1 : end] in DOUBLE_MARKS and end not in self._mark_ends
        return alone and not self.text[end - 2 : end - 1].isdigit()

    def ended_by(self, content: Range, cue: Range) -> Range | None:
        """Return what begins between the marks of a pair as a sentence, and ends with a content whose cue is behind."""
        pair = self.at(content.start)
        if pair is None or pair.closing is None or pair.depth or cue.start < pair.closing.end:
            return None
        cut = pair.inner.start < content.start and pair.inner.end == content.end
        return pair.inner if cut and self.text[pair.inner.start].isupper() else None

    def strip(self, span: Range) -> Range:
        """Trim white space and marks from both ends of a cue or a source, but for one whose other is inside."""
        return Range(*self._balance(*strip_marks(self.text, span)))

    def _stopped(self, end: int) -> int:
        """Take in the stop that stands between the marks with what it ends."""
        inside = self.at(end - 1) if end else None
        while inside and end < inside.inner.end and self.text[end] in STOPS:
            end += 1
        return end

    def _balance(self, start: int, end: int) -> tuple[int, int]:
        """Take in the mark of a pair, and the bracket, whose other one is inside."""
        last = self.at(end - 1) if end else None
        closes = last is not None and not any(map(str.isalnum, self.text[end : last.inner.end]))
        if last and last.closing and start <= last.opening.start and closes:
            end = max(end, last.closing.end)
        first = self.at(start)
        if first and first.closing and first.inner.start == start and first.inner.end < first.closing.end <= end:
            start = first.opening.start
        opened = self.text.rfind("(", start, end) > self.text.rfind(")", start, end)
        end += opened and self.text.startswith(")", end)
        closed = self.text.find(")", start, end)
        opens = closed >= 0 and "(" not in self.text[start:closed] and self.text.startswith("(", max(0, start - 1))
        return start - opens, end

    def _trim_blanks(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        inside = self.at(start)
        quoted = inside is not None and inside.inner.start <= start
        while start < end and (
            text[start].isspace() or (not quoted and text[start] in _EDGE) or _is_picture(text[start])
        ):
            start += 1
        inside = self.at(end - 1) if end else None
        quoted = inside is not None and end <= inside.inner.end
        while end > start and (
            text[end - 1].isspace() or (not quoted and text[end - 1] in _END) or _is_picture(text[end - 1])
        ):
            if text[end - 1] == "." and _INITIALS.search(text, max(start, end - _WIDEST), end):
                break
            end -= 1
        return start, end

    def _holds(self, quoted: Quoted, end: int) -> bool:
        """Whether the pair reaches to the end of a content, give or take punctuation."""
        last = quoted.closing.start if quoted.closing else quoted.inner.end
        return not any(map(str.isalnum, self.text[last:end]))

    def _opens_within(self, start: int, end: int) -> bool:
        """Whether the pair whose closing mark ends here opens inside the range."""
        return self._opened.get(end, -1) >= start

    def type_of(self, content: Sequence[Range]) -> QuoteType:
        """Direct: all letters between marks; indirect: none; mixed: some."""
        letters = inside = 0
        for span in content:
            letters += sum(map(str.isalnum, span.of(self.text)))
            for quoted in self.within(span):
                both = Range(max(span.start, quoted.inner.start), min(span.end, quoted.inner.end))
                inside += sum(map(str.isalnum, both.of(self.text))) if both.start < both.end else 0
        if not inside:
            return QuoteType.INDIRECT
        direct = inside >= _DIRECT * letters and self.at(content[0].start) is not None
        return QuoteType.DIRECT if direct else QuoteType.MIXED


def _is_picture(char: str) -> bool:
    """Whether a character is no part of any wording: a bullet, an emoji, what colours one."""
    kind = unicodedata.category(char)
    return char in _BULLETS or char in _JOINERS or (kind in ("So", "Sk") and not char.isascii() and char not in _SIGNS)


def strip_marks(text: str, span: Range) -> Range:
    """Trim white space and marks from both ends of a cue or a source; what is nothing else stays as it is."""
    trimmed = span.trimmed(text, MARKS, ",;:")
    return trimmed if trimmed.start < trimmed.end else span
