"""Quotation marks as characters: which there are, which way they lean, and what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from quotex.english.writing import CUE_BEHIND_COMMA
from quotex.text.ranges import Range


class Family(StrEnum):
    """Marks of one family pair with each other."""

    DOUBLE = "double"
    SINGLE = "single"


class Side(Enum):
    """What a mark does, or is made to do."""

    OPENS = -1
    CLOSES = 1


_Shapes = dict[str, Side | None]
"""Marks with the side that their shape says; None: straight ones."""
_OPENS, _CLOSES = Side.OPENS, Side.CLOSES
_DOUBLE: _Shapes = dict.fromkeys('"＂″') | dict.fromkeys("“„‟«❝〝「『", _OPENS) | dict.fromkeys("”»❞〞」』", _CLOSES)
_SINGLE: _Shapes = dict.fromkeys("'") | dict.fromkeys("‘‚‛‹`", _OPENS) | dict.fromkeys("’›´", _CLOSES)
_TWO: _Shapes = {"''": None} | dict.fromkeys(("``", "‘‘", ",,", "<<"), _OPENS) | dict.fromkeys(("’’", ">>"), _CLOSES)

_MARK = re.compile(
    r"(?P<two>``|''|‘‘|’’|(?<!\S),,(?=\w)|(?<!\S)<<(?=\w)|(?<=[\w.,!?…])>>(?!\S))"
    rf"|(?P<double>([{re.escape(''.join(_DOUBLE))}])\3*)"
    rf"|(?P<single>[{re.escape(''.join(_SINGLE))}])"
    rf"|(?P<lost>(?<=\w[,?!])(?={CUE_BEHIND_COMMA}))"
)
_CLOSES_SPEECH = re.compile(rf"(?<=\w,)[”\"]+(?=\s\w)|(?<=[.?!…])[”\"]+(?={CUE_BEHIND_COMMA})")
_FARTHEST = 300
"""Characters from where a mark that opens may have been lost to the one that closes: a few sentences."""
SINGLE_MARKS = frozenset(_SINGLE)
"""Those of one stroke, which stand within other marks too."""
DOUBLE_MARKS = frozenset(_DOUBLE)
"""Those of two strokes."""
MARKS = DOUBLE_MARKS | SINGLE_MARKS
"""The characters that are quotation marks or can be."""

_REACH = 12
"""How far to look for a neighbour: bounds the time on text that is nothing but marks."""

BLANKS = " \t\r\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""White space that does not end a line."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair of quotation marks, or the part of one that stands in one paragraph.

    Attributes:
        inner: what stands between the marks, without the white space at its edges; never empty.
        opening: the opening mark itself (two characters for a LaTeX or doubled one); empty where the paragraph
            goes on in a quotation without a new mark.
        closing: the closing mark; None: not closed, ``inner`` then ends with the paragraph, or where it is resumed.
        depth: 0 for an outermost pair, 1 for one inside it.
        resumes: the quotation before, which was left open, goes on here: with a new paragraph, or with a sentence that
            was one before its line end was lost.
        cost: what the pairing paid for this pair; 0: both marks are where and how they should be.
    """

    inner: Range
    opening: Range
    closing: Range | None
    depth: int
    resumes: bool
    cost: float

    @property
    def outer(self) -> Range:
        """The pair with its marks."""
        return Range(self.opening.start, self.closing.end if self.closing else self.inner.end)


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a mark, within its paragraph.

    Attributes:
        before, after: the nearest characters that are neither white space nor touching marks; "" at the edge.
        blank_before, blank_after: whether white space or the edge lies between.
        at_seam: two sentences touch here, and the mark belongs to either.
    """

    before: str
    after: str
    blank_before: bool
    blank_after: bool
    at_seam: bool = False

    def turned(self) -> Place:
        """Return the place with the blanks of both sides exchanged; the edges of a paragraph stay."""
        if not (self.before and self.after):
            return self
        return replace(self, blank_before=self.blank_after, blank_after=self.blank_before)


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, a run that stands for one, or a place where one may have been lost.

    Attributes:
        span: where it stands; empty: it may have been lost there.
        family: what it pairs with.
        lean: the side that its shape says, None for a straight one.
        place: its surroundings.
        paragraph: index of its paragraph.
    """

    span: Range
    family: Family
    lean: Side | None
    place: Place
    paragraph: int

    @property
    def is_lost(self) -> bool:
        """Whether no mark stands there."""
        return self.span.start == self.span.end


def find_marks(
    text: str, paragraphs: Iterable[Range], *, blanks_turned: bool = False, seams: Container[int]
) -> list[Mark]:
    """Find every character that can be a quotation mark, apostrophes inside words left out.

    With ``blanks_turned``, double marks are seen as if the blanks on both sides had changed places. Marks that start at
    one of the ``seams`` stand where two sentences touch.

    The lean of a shape is what it does in this article where its place leaves no doubt, its standard use counting
    as two occurrences: so „German“ and »reversed« marks, and those a translation has turned, come out right.
    """
    found = [mark for i, paragraph in enumerate(paragraphs) for mark in _marks_in(text, i, paragraph, seams)]
    if blanks_turned:
        found = [replace(m, place=m.place.turned()) if m.family is Family.DOUBLE else m for m in found]
    leans = _leans(text, found)
    return [Mark(m.span, m.family, leans.get(_glyph(text, m), m.lean), m.place, m.paragraph) for m in found]


def _glyph(text: str, mark: Mark) -> str:
    return mark.span.of(text)[:2]


def _marks_in(text: str, index: int, paragraph: Range, seams: Container[int]) -> Iterator[Mark]:
    marked = False
    for match in _MARK.finditer(text, *paragraph):
        span = Range(*match.span())
        glyph = match[0]
        if match["lost"] is not None:
            if marked:
                yield Mark(span, Family.DOUBLE, Side.CLOSES, _place(text, span, paragraph), index)
            continue
        if match["single"]:
            if span.start not in seams and _inside_word(text, span, paragraph):
                continue
            family, lean = Family.SINGLE, _SINGLE[glyph]
        else:
            if not marked and _has_lost_opening(text, span, paragraph):
                start = Range(paragraph.start, paragraph.start)
                yield Mark(start, Family.DOUBLE, Side.OPENS, _place(text, start, paragraph), index)
            marked = True
            family, lean = Family.DOUBLE, _TWO[glyph] if match["two"] else _DOUBLE[glyph[0]]
        place = _place(text, span, paragraph)
        yield Mark(span, family, lean, replace(place, at_seam=True) if span.start in seams else place, index)


def _has_lost_opening(text: str, first: Range, paragraph: Range) -> bool:
    """Whether the first mark of a paragraph stands as one does that closes, before a cue: We go,” the mayor said."""
    near = first.start - paragraph.start <= _FARTHEST
    return near and _CLOSES_SPEECH.match(text, first.start, paragraph.end) is not None


def _inside_word(text: str, span: Range, paragraph: Range) -> bool:
    return (
        paragraph.start < span.start
        and span.end < paragraph.end
        and text[span.start - 1].isalnum()
        and text[span.end].isalnum()
    )


def _place(text: str, span: Range, paragraph: Range) -> Place:
    before, blank_before = _neighbour(text, range(span.start - 1, max(paragraph.start, span.start - _REACH) - 1, -1))
    after, blank_after = _neighbour(text, range(span.end, min(paragraph.end, span.end + _REACH)))
    return Place(before, after, blank_before, blank_after)


def _neighbour(text: str, offsets: range) -> tuple[str, bool]:
    """The nearest character past touching marks and blanks, and whether there is a blank before it."""
    blank = False
    for offset in offsets:
        if text[offset] in BLANKS:
            blank = True
        elif text[offset] not in MARKS:
            return text[offset], blank
    return "", True


def _leans(text: str, marks: Sequence[Mark]) -> dict[str, Side | None]:
    seen: Counter[tuple[str, Side]] = Counter()
    standard: dict[str, Side | None] = {}
    for mark in marks:
        glyph = _glyph(text, mark)
        standard[glyph] = mark.lean
        place = mark.place
        if place.blank_before and not place.blank_after and place.after.isalnum():
            seen[glyph, Side.OPENS] += 1
        elif place.blank_after and not place.blank_before and not place.before.isspace():
            seen[glyph, Side.CLOSES] += 1
    leans: dict[str, Side | None] = {}
    for glyph, lean in standard.items():
        if lean is None:
            leans[glyph] = None
            continue
        other = Side(-lean.value)
        agree, differ = seen[glyph, lean] + 2, seen[glyph, other]
        leans[glyph] = lean if agree > 2 * differ else other if differ > 2 * agree else None
    return leans
