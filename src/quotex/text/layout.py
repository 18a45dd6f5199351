"""What an article is made of before any word of it is understood."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from quotex.text.marks import Quoted
from quotex.text.ranges import Range


class ParagraphKind(StrEnum):
    """What a paragraph is for."""

    TITLE = "title"
    BODY = "body"
    HEADING = "heading"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text without the white space around it. The dateline stays inside its paragraph."""

    span: Range
    kind: ParagraphKind = ParagraphKind.BODY
    dateline: Range | None = None


@dataclass(frozen=True, slots=True)
class Joints:
    """Where a blank is missing within a paragraph, as offsets of what comes behind it.

    Attributes:
        sentences: a sentence begins.
        words: a word begins.
    """

    sentences: frozenset[int] = frozenset()
    words: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Layout:
    """An article's text with its view and everything found on raw characters.

    Attributes:
        text: without damage, and without the signs before quoted lines of mails.
        view: the same length; marks, blanks and look-alikes replaced one for one. Parser and tagger read it.
        paragraphs: in text order; they do not overlap.
        quoted: the pairs of quotation marks, in the order of their opening marks; pairs nest or stand apart.
        strays: double marks that belong to no pair.
        items: where the items of a digest start; empty: it is none.
        joints: where paragraphs hold sentences or words that were run together. Paragraphs that were touch.
    """

    text: str
    view: str
    paragraphs: tuple[Paragraph, ...]
    quoted: tuple[Quoted, ...]
    strays: tuple[Range, ...] = ()
    joints: Joints = Joints()
    items: tuple[int, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [p.span.start for p in self.paragraphs]

    def paragraph_at(self, offset: int) -> int:
        """Index of the last paragraph that starts at or before the offset (0 before the first)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def cuts(self) -> frozenset[int]:
        """Offsets at which a word begins although no blank stands before it."""
        touching = {b.span.start for a, b in pairwise(self.paragraphs) if a.span.end == b.span.start}
        return self.joints.sentences | self.joints.words | touching

    @property
    def title(self) -> Range | None:
        """The headline, where there is one."""
        return next((p.span for p in self.paragraphs if p.kind is ParagraphKind.TITLE), None)

    @property
    def boilerplate(self) -> tuple[Range, ...]:
        """Source credits, translation and copyright notices, "read more": no record stands in them."""
        return tuple(p.span for p in self.paragraphs if p.kind is ParagraphKind.BOILERPLATE)

    def is_heading(self, offset: int) -> bool:
        """Whether the offset lies in a line in capitals that was run into the paragraphs around it."""
        return bool(self.paragraphs) and self.paragraphs[self.paragraph_at(offset)].kind is ParagraphKind.HEADING

    def in_boilerplate(self, offset: int) -> bool:
        """Whether the offset lies in boilerplate."""
        return bool(self.paragraphs) and self.paragraphs[self.paragraph_at(offset)].kind is ParagraphKind.BOILERPLATE
